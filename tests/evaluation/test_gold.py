from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from evaluation.gold import into_gold, read_gold


def test_set_is_read_by_its_part(tmp_path: Path) -> None:
    row = {"id": "a", "genre": "news", "text": "Osh burned.", "spans": [[0, 3, "place"]]}
    for part in ("dev", "test"):
        (tmp_path / f"news.{part}.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    (found,) = read_gold(tmp_path, "dev")
    assert (found.name, found.part, found.texts[0].names) == ("news", "dev", ((0, 3, "place"),))


def test_names_are_found_again_behind_what_cleaning_took() -> None:
    text, document = "One.\n\n  Share this\n\nOsh burned.", "One.\n\nOsh burned."
    places = into_gold(text, document)
    start = document.index("Osh")
    assert text[places[start] : places[start + 2] + 1] == "Osh"


@given(st.text(st.characters(categories=("L", "P")) | st.just(" "), max_size=60))
def test_text_that_cleaning_leaves_alone_stays_in_place(text: str) -> None:
    assert into_gold(text, text) == list(range(len(text) + 1))
