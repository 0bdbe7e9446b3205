"""A small folder of content with open questions, for the tests of the review."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from annotated_reader.store.files import digest
from annotated_reader.store.manifest import Manifest, Record, manifest_path, manifest_text

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "They came to Osh in June. Osch was calm."
ENTRIES = {"osh": ("Osh", "place"), "osch": ("Osch", "place"), "june": ("June", "term")}


def make_content(folder: Path) -> Path:
    """Write a text with three mentions, and what the machine would suggest for them."""
    for name in ("texts", "glossary", "records"):
        (folder / name).mkdir(parents=True)
    mentions, records = [], {}
    for id_, (name, kind) in ENTRIES.items():
        file = f"---\nTitle: {name}\nKind: {kind}\nStatus: suggested\n---\n"
        (folder / "glossary" / f"{id_}.md").write_text(file, "utf-8")
        records[f"glossary/{id_}.md"] = Record(digest(file), None)
        start = TEXT.index(name)
        found = {"start": start, "end": start + len(name), "entry": id_}
        mentions.append(found | {"rule": "a rule", "confidence": 0.5})
    (folder / "texts" / "one.md").write_text(f"---\ntitle: One\n---\n\n{TEXT}\n", "utf-8")
    record = {"path": "seeds/one.txt", "mentions": mentions}
    (folder / "records" / "one.json").write_text(json.dumps(record), "utf-8")
    manifest_path(folder).write_text(manifest_text(Manifest(records)), "utf-8")
    return folder
