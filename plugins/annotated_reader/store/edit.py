"""An editor's decision -> her change of an entry's Markdown file, at once, whole, and undone.

Only what a decision says is changed in a file; every other line stays as it stands. Undoing
gives a file back byte for byte, unless somebody has changed it meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import ContentError
from ..stages.editing.front_matter import END, MORE, parse_front_matter, write_value
from .files import read_text, remove, write_if_changed


@dataclass(frozen=True, slots=True)
class Change:
    """What a decision did to one file: its bytes before and after (None: it is not there)."""

    path: Path
    before: bytes | None
    after: bytes | None


def with_fields(markdown: str, fields: Mapping[str, str]) -> str:
    """Set fields of a file's header; an empty value takes the field out, new ones come last."""
    header = parse_front_matter(markdown)
    lines = markdown.removeprefix("\ufeff").split("\n")
    starts = sorted(header.lines.values())
    end = _end(lines, starts)
    for key, value in fields.items():
        line = header.lines.get(key.lower())
        if line is None:
            continue
        last = next((start - 1 for start in starts if start > line), end)
        lines[line - 1 : last] = [None] * (last - line + 1)  # type: ignore[list-item]
        if value:
            lines[line - 1] = f"{key}: {write_value(value)}"
    added = [
        f"{key}: {write_value(value)}"
        for key, value in fields.items()
        if value and key.lower() not in header.lines
    ]
    lines[end:end] = added
    return "\n".join(line for line in lines if line is not None)


def _end(lines: list[str], starts: list[int]) -> int:
    """How many lines there are before the one that ends the header."""
    after = starts[-1] if starts else 1
    while after < len(lines) and MORE.match(lines[after]):
        after += 1
    return after


def with_body(markdown: str, body: str) -> str:
    """Put another body below a file's header."""
    header = parse_front_matter(markdown)
    lines = markdown.removeprefix("\ufeff").split("\n")
    end = _end(lines, sorted(header.lines.values()))
    head = lines[: end + any(END.match(line) for line in lines[end : end + 1])]
    parts = ("\n".join(head).rstrip("\n"), body.strip())
    return "\n\n".join(filter(None, parts)) + "\n"


def change(path: Path, markdown: str | None) -> Change:
    """Write an entry's file, or remove it (None); return what undoes it."""
    before = _bytes(path)
    if markdown is None:
        remove(path)
        return Change(path, before, None)
    write_if_changed(path, markdown)
    return Change(path, before, markdown.encode())


def undo(changes: Sequence[Change]) -> None:
    """Give all files back as they were; if one was changed since, none, and that is said."""
    for each in changes:
        if _bytes(each.path) != each.after:
            raise ContentError(
                "has been changed since", path=each.path, remedy="change it back by hand"
            )
    for each in reversed(changes):
        if each.before is None:
            remove(each.path)
        else:
            write_if_changed(each.path, each.before)


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def read_entry(folder: Path, id_: str) -> tuple[Path, str]:
    """Return the path and the text of an entry's file; an unknown id is an error."""
    path = folder / "glossary" / f"{id_}.md"
    if path.parent != folder / "glossary" or not path.is_file():
        raise ContentError("no such entry", path=path, remedy="reload the page of questions")
    return path, read_text(path)
