"""A small folder of content with open questions, for the tests of the review."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from annotated_reader.store.files import digest
from annotated_reader.store.manifest import Manifest, Record, manifest_path, manifest_text

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "They came to Osh in June. Osch was calm."
ENTRIES = {"osh": ("Osh", "place"), "osch": ("Osch", "place"), "june": ("June", "term")}
TWO_CITIES = {
    "one": "Cambridge, Massachusetts, is a city. Cambridge has a river.",
    "two": "He left England for Cambridge.",
}


def make_content(folder: Path) -> Path:
    """Write a text with three mentions, and what the machine would suggest for them."""
    return _write(folder, {"one": TEXT}, ENTRIES, 0.5)


def make_content_of_two_cities(folder: Path) -> Path:
    """Write two texts that mean two cities by one name, which one entry has."""
    entries = {"cambridge": ("Cambridge", "place"), "england": ("England", "place")}
    return _write(folder, TWO_CITIES, entries, 0.95)


def make_content_of_a_town(folder: Path) -> Path:
    """Write a text on France with a town that the machine takes for a group."""
    entries = {"vichy": ("Vichy", "group"), "france": ("France", "place")}
    text = "He left Paris in France for Vichy. In France he loved Nice best."
    return _write(folder, {"one": text}, entries, 0.7)


def make_content_of_ten(folder: Path) -> Path:
    """Write a text that names ten places, which are asked about together."""
    names = ["Acre", "Bonn", "Cork", "Derby", "Essen", "Fulda", "Genoa", "Haifa", "Izmir", "Jena"]
    entries = {name.lower(): (name, "place") for name in names}
    return _write(folder, {"one": f"They saw {', '.join(names)}."}, entries, 0.5)


def _write(
    folder: Path, texts: dict[str, str], entries: dict[str, tuple[str, str]], confidence: float
) -> Path:
    for name in ("texts", "glossary", "records"):
        (folder / name).mkdir(parents=True)
    files = {}
    for id_, (name, kind) in entries.items():
        file = f"---\nTitle: {name}\nKind: {kind}\nStatus: suggested\n---\n"
        (folder / "glossary" / f"{id_}.md").write_text(file, "utf-8")
        files[f"glossary/{id_}.md"] = Record(digest(file), None)
    for slug, text in texts.items():
        file = f"---\ntitle: {slug.title()}\n---\n\n{text}\n"
        (folder / "texts" / f"{slug}.md").write_text(file, "utf-8")
        mentions = [
            {"start": match.start(), "end": match.end(), "entry": id_}
            | {"rule": "a rule", "confidence": confidence}
            for id_, (name, _) in entries.items()
            for match in re.finditer(rf"\b{name}\b", text)
        ]
        record = {"path": f"seeds/{slug}.txt", "mentions": mentions}
        (folder / "records" / f"{slug}.json").write_text(json.dumps(record), "utf-8")
    manifest_path(folder).write_text(manifest_text(Manifest(files)), "utf-8")
    return folder
