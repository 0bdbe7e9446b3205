"""Names of files in, those out that not every file system can tell apart.

Some systems ignore case (those of Windows and macOS), some the Unicode form of a name (macOS).
What is two files here would be one there: a site that is copied to such a machine would lose one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from unicodedata import normalize

from ..errors import ContentError
from .files import visible


def lookalikes(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each name that another one before it, in their order, may be taken for, with that."""
    first: dict[str, str] = {}
    for name in sorted(names):
        other = first.setdefault(folded(name), name)
        if other != name:
            yield name, other


def folded(name: str) -> str:
    """Return a name as a file system sees it that ignores case and Unicode form."""
    if name.isascii():
        return name.lower()
    return normalize("NFC", normalize("NFC", name).casefold())


def lookalike_files(folder: Path, others: Iterable[str]) -> Iterator[ContentError]:
    """Yield a mistake for each file of texts and entries that may be taken for another.

    `others` are files, by their paths from the folder of content, that lie there or will.
    """
    before = set(others)
    there = {
        f"{room}/{path.name}": path
        for room in ("texts", "glossary")
        for path in visible(folder / room, ".md")
    }
    for name, other in lookalikes({*there, *before}):
        here, its = (other, name) if name in before else (name, other)
        if here in there:
            yield ContentError(
                f"is the same file as {its} where case or Unicode form do not count",
                path=there[here],
                remedy="give one of them another name",
            )
