"""The folder `content/` in, its texts, entries and records out, or all its mistakes at once."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TypeVar

from ..errors import ContentError, raise_together
from ..stages.editing.claims import claimed_twice
from ..stages.editing.entries import parse_entry
from ..stages.editing.front_matter import parse_front_matter
from .files import read_text, visible
from .known import KnownFiles
from .lookalikes import lookalike_files
from .manifest import LeftOut, Manifest, load_manifest
from .shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ..model import Entry
    from .prints import Prints

TEXTS = "texts"
GLOSSARY = "glossary"
RECORDS = "records"

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text's Markdown file: its header by lower-case key, its body and that one's first line.

    `digest` is that of the file's bytes.
    """

    slug: str
    path: Path
    fields: dict[str, tuple[str, ...]]
    body: str
    body_line: int = 1
    digest: str = ""

    def field(self, key: str) -> str:
        """Return the first value of a field, or nothing where there is none."""
        return next(iter(self.fields.get(key, ())), "")

    def links(self) -> set[str]:
        """Return the ids of the entries that the body links to."""
        return {part.partition(".md")[0] for part in self.body.split("](../glossary/")[1:]}


@dataclass(frozen=True, slots=True)
class Content:
    """What `content/` says, by slug and by id; pages are Pelican's alone.

    `deleted` are the ids of entries that the editor threw away: no name may lead to them;
    `left_out` are the seeds that no text could be made of, `files` knows the files' digests.
    """

    texts: dict[str, TextFile] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    records: dict[str, dict[str, object]] = field(default_factory=dict)
    deleted: frozenset[str] = frozenset()
    left_out: tuple[LeftOut, ...] = ()
    files: KnownFiles | None = field(default=None, compare=False, repr=False)


def known_content(folder: Path, cache: Path | None = None) -> KnownFiles:
    """Return what knows the digests of the files of `content/`, kept below `cache`."""
    return KnownFiles(folder, cache / "kept" / "content" if cache else None)


def read_content(
    folder: Path, cache: Path | None = None, files: KnownFiles | None = None
) -> Content:
    """Read texts, entries and records; an entry is the editor's as soon as she changed it.

    What files say is kept below `cache`, under the digest of their bytes, which `files` may know.
    """
    errors: list[ContentError] = []
    manifest = load_manifest(folder)
    shelf = Shelf(cache / "kept" / "entries") if cache else Shelf()
    files = files or known_content(folder, cache)
    content = Content(
        texts=_read(visible(folder / TEXTS, ".md"), partial(_text, files.digest_of), errors),
        entries=_read(
            visible(folder / GLOSSARY, ".md"),
            partial(_entry, files.digest_of, manifest, shelf),
            errors,
        ),
        records=_read(visible(folder / RECORDS, ".json"), _record, errors),
        deleted=_deleted(files, manifest),
        left_out=manifest.left_out,
        files=files,
    )
    hers = {id_: entry for id_, entry in content.entries.items() if entry.creator == "editor"}
    _check(hers, folder, manifest, errors)
    shelf.save()
    files.save()
    return content


def read_hers(folder: Path, cache: Path, prints: Prints) -> Content:
    """Read the texts and entries that the editor has written or changed, and no others.

    Which of our entries she threw away is told by what is not there.
    """
    errors: list[ContentError] = []
    manifest = load_manifest(folder)
    shelf = Shelf(cache / "kept" / "hers")
    texts, entries = visible(folder / TEXTS, ".md"), visible(folder / GLOSSARY, ".md")
    there = {path.stem for path in entries}

    def changed(paths: Iterable[Path], room: str) -> Iterator[Path]:
        for path in paths:
            record = manifest.files.get(f"{room}/{path.name}")
            if record is None or not record.wrote(prints.of_content(path)):
                yield path

    content = Content(
        texts=_read(changed(texts, TEXTS), partial(_text, prints.of_content), errors),
        entries=_read(
            changed(entries, GLOSSARY),
            partial(_entry, prints.of_content, manifest, shelf),
            errors,
        ),
        deleted=frozenset(
            PurePosixPath(name).stem
            for name, record in manifest.files.items()
            if name.startswith(f"{GLOSSARY}/") and record.sha256 and record.next != ""
        )
        - there,
        left_out=manifest.left_out,
    )
    _check(content.entries, folder, manifest, errors)
    shelf.save()
    return content


def _check(
    hers: Mapping[str, Entry], folder: Path, manifest: Manifest, errors: list[ContentError]
) -> None:
    for mistake in claimed_twice(hers):
        mistake.path = str(folder / mistake.path)
        errors.append(mistake)
    errors += lookalike_files(folder, manifest.files)
    raise_together(errors)


def _read(
    paths: Iterable[Path], read: Callable[[Path], Value], errors: list[ContentError]
) -> dict[str, Value]:
    """Read each file under its name without the ending; collect what is wrong."""
    values: dict[str, Value] = {}
    for path in paths:
        try:
            values[path.stem] = read(path)
        except ContentError as error:
            errors.append(error)
    return values


def _text(digest_of: Callable[[Path], str], path: Path) -> TextFile:
    header = parse_front_matter(read_text(path), str(path))
    return TextFile(path.stem, path, header.fields, header.body, header.body_line, digest_of(path))


def _entry(digest_of: Callable[[Path], str], manifest: Manifest, shelf: Shelf, path: Path) -> Entry:
    found = digest_of(path)
    entry = shelf.value(
        path.stem, found, lambda: parse_entry(path.stem, read_text(path), str(path))
    )
    record = manifest.files.get(f"{GLOSSARY}/{path.name}")
    if record is not None and record.wrote(found):
        return entry
    if entry.placed_by and not shelf.value(f"{path.stem} by data", found, partial(_by_data, entry)):
        entry = replace(entry, placed_by="")
    return replace(entry, creator="editor")


def _by_data(entry: Entry) -> bool:
    """Tell whether the data set still says what an editor's file says it does."""
    # The tables are large, and needed only where an editor has changed the entry of a place.
    from ..stages.places.places import is_placed_by_data

    return is_placed_by_data(entry)


def _deleted(files: KnownFiles, manifest: Manifest) -> frozenset[str]:
    return frozenset(
        PurePosixPath(name).stem
        for name, record in manifest.files.items()
        if name.startswith(f"{GLOSSARY}/") and record.thrown_away and not files.signatures.get(name)
    )


def _record(path: Path) -> dict[str, object]:
    remedy = "remove the file and convert again"
    try:
        record = json.loads(read_text(path))
    except json.JSONDecodeError as error:
        raise ContentError(
            f"is not JSON ({error.msg})", path=path, line=error.lineno, remedy=remedy
        ) from error
    if not isinstance(record, dict):
        raise ContentError("does not hold a record", path=path, remedy=remedy)
    return record
