"""The manifest's file: exactly what Python's own encoder of JSON would write."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.store import Manifest, Record
from annotated_reader.store.manifest import manifest_text

RECORDS = st.builds(
    Record,
    st.text(max_size=5),
    st.none() | st.text(max_size=5),
    st.sampled_from(["written", "deleted"]),
    st.none() | st.text(max_size=3),
)


@given(st.dictionaries(st.text(), RECORDS, max_size=4))
def test_manifest_is_written_as_indented_json(files: dict[str, Record]) -> None:
    fields = {
        name: {
            "sha256": record.sha256,
            "seed": record.seed,
            "state": record.state,
            **({} if record.next is None else {"next": record.next}),
        }
        for name, record in files.items()
    }
    data = {"version": 1, "files": fields}
    wanted = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
    assert manifest_text(Manifest(files)) == f"{wanted}\n"
