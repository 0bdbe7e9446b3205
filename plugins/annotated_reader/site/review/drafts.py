"""Entries as their files say them -> as they would, before any of them is written."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import ContentError
from ...stages.compose_entry import compose_entry
from ...stages.editing.entries import parse_entry
from ...store.edit import read_entry, with_fields
from .known import Known

if TYPE_CHECKING:
    from collections.abc import Collection

    from ...model import Entry
    from ...store import Content
    from ...store.content import TextFile


@dataclass(slots=True)
class Drafts:
    """The files of entries as they lie in a folder of content, but for what was drafted since.

    A draft of None is a file to be removed; `content` is what the folder held before.
    """

    folder: Path
    content: Content
    files: dict[Path, str | None] = field(default_factory=dict)
    _known: Known = field(init=False)

    def __post_init__(self) -> None:
        """Have what is known of entries looked for once."""
        self._known = Known(self.content)

    def read(self, id_: str) -> tuple[Path, str]:
        """Return an entry's path and its Markdown; an unknown id is an error."""
        path = self.folder / "glossary" / f"{id_}.md"
        drafted = self.files.get(path)
        return read_entry(self.folder, id_) if drafted is None else (path, drafted)

    def named(self, name: str) -> Entry:
        """Return the entry of an id, or else of that name."""
        known = self.folder / "glossary" / f"{name}.md"
        return self.entry(name if known in self.files or known.is_file() else self._id_of(name))

    def _id_of(self, name: str) -> str:
        drafted = (path.stem for path, markdown in self.files.items() if markdown is not None)
        new = (id_ for id_ in drafted if self.entry(id_).name == name)
        known = (id_ for id_, entry in self.content.entries.items() if entry.name == name)
        return next(new, next(known, name))

    def entry(self, id_: str) -> Entry:
        """Return an entry as its draft says it."""
        path, markdown = self.read(id_)
        return parse_entry(id_, markdown, str(path))

    def has_namesake(self, entry: Entry) -> bool:
        """Tell whether another entry that is not hidden has the same name."""
        return any(
            other.name == entry.name and other.id != entry.id and other.status != "hidden"
            for other in self.content.entries.values()
        )

    def texts_of(self, id_: str) -> list[str]:
        """Return the slugs of the texts that mention an entry."""
        return [
            slug
            for slug, record in sorted(self.content.records.items())
            if any(each["entry"] == id_ for each in record.get("mentions", ()))  # type: ignore[attr-defined]
        ]

    def set(self, id_: str, fields: dict[str, str]) -> None:
        """Draft fields of an entry's header."""
        path, markdown = self.read(id_)
        self.files[path] = with_fields(markdown, fields)

    def describe(self, id_: str, slugs: Collection[str] | None = None) -> None:
        """Draft what is known of an entry as its draft names it, in texts of these `slugs`."""
        path, _ = self.read(id_)
        self.files[path] = self._known.described(self.entry(id_), slugs)

    def place(self, id_: str, slugs: Collection[str]) -> None:
        """Draft where a place lies, if that is clear by what these texts name beside it."""
        self.set(id_, self._known.where(self.entry(id_), slugs))

    def add(self, entry: Entry) -> str:
        """Draft a new entry, under an id that is free, which is returned."""
        number, id_ = 1, entry.id
        while (path := self.folder / "glossary" / f"{id_}.md").exists() or path in self.files:
            number += 1
            id_ = f"{entry.id}-{number}"
        self.files[path] = compose_entry(replace(entry, id=id_), "", "")
        return id_

    def text(self, slug: str) -> TextFile:
        """Return a text; an unknown slug is an error."""
        if slug not in self.content.texts:
            path = self.folder / "texts" / f"{slug}.md"
            raise ContentError("no such text", path=path, remedy="reload the page of questions")
        return self.content.texts[slug]
