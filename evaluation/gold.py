"""Gold sets of names: a folder of JSON lines goes in, texts with the spans of their names come out.

`<set>.<part>.jsonl` holds a text a line: `{"id", "genre", "text", "spans": [[start, end, kind]]}`.
A set is read as one library, as an editor would get its texts.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotated_reader.pipeline import read_document

if TYPE_CHECKING:
    from annotated_reader.model import Document

Name = tuple[int, int, str]
"""Start, end and kind of a name."""

_FILE = re.compile(r"(?P<name>.+)\.(?P<part>dev|test)\.jsonl")
_FARTHEST = 400  # characters that cleaning may have set aside in one place
_BOUND = 'title = "A text"\n'
"""Given as a sidecar, so that the first line of a text stays in it."""


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text, the names in it, and the document that the pipeline makes of it."""

    id: str
    text: str
    names: tuple[Name, ...]
    document: Document


@dataclass(frozen=True, slots=True)
class GoldSet:
    """The texts of a set's part, `dev` or `test`."""

    name: str
    part: str
    texts: tuple[GoldText, ...]


def read_gold(folder: Path, part: str) -> list[GoldSet]:
    """Return the sets in `folder` of which there is such a part, by name."""
    found = []
    for file in sorted(folder.glob("*.jsonl")):
        match = _FILE.fullmatch(file.name)
        if match and match["part"] == part:
            lines = file.read_text(encoding="utf-8").splitlines()
            texts = tuple(_gold_text(number, line) for number, line in enumerate(lines, 1))
            found.append(GoldSet(match["name"], part, texts))
    return found


def _gold_text(number: int, line: str) -> GoldText:
    row = json.loads(line)
    document = read_document(f"text-{number:04}.txt", row["text"].encode(), _BOUND)
    names = tuple((start, end, kind) for start, end, kind in row["spans"])
    return GoldText(row["id"], row["text"], names, document)


def into_gold(text: str, document: str) -> list[int]:
    """Return for each position of `document` its position in `text`, and one for the end.

    The two differ in white space and in what cleaning has set aside; a character that has no
    counterpart stands where the next one does.
    """
    places, at = [], 0
    for char in document:
        found = text.find(char, at) if not char.isspace() else at
        if 0 <= found <= at + _FARTHEST or (found >= 0 and not text[at:found].strip()):
            at = found
        places.append(at)
        at += not char.isspace() or text[at : at + 1].isspace()
    return [*places, at]
