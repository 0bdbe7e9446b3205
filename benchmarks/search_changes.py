"""What one text changes in the index: how many files a build writes anew, of how many.

The same pages are indexed four times: as they are, with a sentence more in one text, with a text
more and with a text less.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from annotated_reader.search import build_search
from benchmarks.pages import Text, read_pages

ROOMS = ("terms", "words", "phrases", "documents", "facets")
EVERY_TIME = "core and tables"
SENTENCE = "They spoke of the harbor again, and of nothing else."


def changes(source: Path) -> dict[str, dict[str, tuple[int, int]]]:
    """Return, by change and by room, how many files were written anew, and of how many."""
    pages = list(read_pages(source))
    place = len(pages) // 2  # in the midst of the texts
    text = pages[place]
    others = {
        "a sentence is added": _with(pages, place, [_longer(text)]),
        "a text is added": _with(
            pages, place, [text, replace(_longer(text), ref="texts/new.html")]
        ),
        "a text is removed": _with(pages, place, []),
    }
    before = _digests(pages)
    return {what: _compared(before, _digests(after)) for what, after in others.items()}


def _longer(text: Text) -> Text:
    first, *rest = text.paragraphs
    return replace(text, paragraphs=(f"{first} {SENTENCE}", *rest))


def _with(pages: Sequence[Text], place: int, instead: list[Text]) -> list[Text]:
    return [*pages[:place], *instead, *pages[place + 1 :]]


def _digests(pages: Iterable[Text]) -> dict[str, bytes]:
    files = build_search(page.for_search() for page in pages)
    return {name: sha256(data).digest() for name, data in files}


def _compared(before: dict[str, bytes], after: dict[str, bytes]) -> dict[str, tuple[int, int]]:
    changed = Counter(_room(name) for name, digest in after.items() if before.get(name) != digest)
    every = Counter(map(_room, after))
    return {room: (changed[room], every[room]) for room in (*ROOMS, EVERY_TIME)}


def _room(name: str) -> str:
    folder, _, rest = name.partition("/")
    if name == "core.js" or rest == "table.js":
        return EVERY_TIME
    return folder if rest else "scripts"
