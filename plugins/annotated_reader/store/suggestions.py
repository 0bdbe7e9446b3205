"""Suggestions that wait for the editor: beside her files, shown as a difference, taken, or not.

What the machine would write where a file is hers lies in `.cache/reader/pending/`; what it
would write where she deleted one, in `.cache/reader/deleted/`. Both are made again by every
conversion, so nothing is lost with the cache.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from ..errors import ContentError
from .files import digest, read_text, remove, write_if_changed
from .manifest import Manifest, Record, load_manifest, manifest_path, manifest_text
from .ownership import Plan, follower_of, is_follower

PENDING = "pending"
DELETED = "deleted"
PATTERN = "*?["


def keep_waiting(cache: Path, plan: Plan) -> tuple[str, ...]:
    """Keep the plan's suggestions and no others; return the pending ones that are new."""
    gone = set(plan.paths("deleted"))
    gone |= {follower_of(name) for name in gone}
    rooms: dict[str, dict[str, str]] = {PENDING: {}, DELETED: {}}
    for step in plan.steps:
        if step.waits:
            rooms[DELETED if step.path in gone else PENDING][step.path] = step.text
    fresh: list[str] = []
    for room, texts in rooms.items():
        for name in _names(cache / room):
            if name not in texts:
                remove(cache / room / name)
        for name, text in texts.items():
            if write_if_changed(cache / room / name, text, durable=False) and room == PENDING:
                fresh.append(name)
    return tuple(name for name in fresh if not is_follower(name))


def waiting(cache: Path) -> tuple[str, ...]:
    """List the editor's files for which a suggestion waits."""
    return tuple(name for name in _names(cache / PENDING) if not is_follower(name))


def deleted(cache: Path) -> tuple[str, ...]:
    """List the files that the editor deleted and the machine would write."""
    return tuple(name for name in _names(cache / DELETED) if not is_follower(name))


def diff(folder: Path, cache: Path, name: str) -> str:
    """Return the unified difference from the editor's files to the suggestions that wait."""
    return "".join(_diff(folder, cache, each) for each in _find(name, waiting(cache)))


def _diff(folder: Path, cache: Path, name: str) -> str:
    hers = read_text(folder / name).splitlines(keepends=True)
    suggested = read_text(cache / PENDING / name).splitlines(keepends=True)
    lines = difflib.unified_diff(hers, suggested, f"{name} (yours)", f"{name} (suggested)")
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def adopt(folder: Path, cache: Path, name: str) -> tuple[str, ...]:
    """Take suggestions in place of the editor's files, which are ours again; return their paths.

    `name` is a path, a name or a pattern (`glossary/*`), of which all take part.
    """
    names = _find(name, waiting(cache))
    for each in names:
        _take(folder, cache / PENDING, each)
    return names


def keep(folder: Path, cache: Path, name: str) -> tuple[str, ...]:
    """Keep the editor's entries as they are; what waits for them does so no longer; return paths.

    `name` is as in `adopt`. A text is not kept against what its seed says now.
    """
    names = _find(name, waiting(cache))
    for each in names:
        if not each.startswith("glossary/"):
            remedy = "adopt the suggestion, or write into the file what it brings"
            raise ContentError("is a text, and its seed has changed", path=each, remedy=remedy)
    for each in names:
        manifest = load_manifest(folder)
        seen = digest(read_text(cache / PENDING / each))
        _record(folder, manifest, each, Record(seen, None))
        remove(cache / PENDING / each)
    return names


def restore(folder: Path, cache: Path, name: str) -> tuple[str, ...]:
    """Write files that the editor deleted again; return their paths. `name` is as in `adopt`."""
    names = _find(name, deleted(cache))
    for each in names:
        if (folder / each).exists():
            raise ContentError(
                "is there again", path=folder / each, remedy="convert once more, then adopt it"
            )
    for each in names:
        _take(folder, cache / DELETED, each)
    return names


def _take(folder: Path, room: Path, name: str) -> None:
    """Write a suggestion and its record, and record it as ours: the text first, then the rest."""
    manifest = load_manifest(folder)
    text = read_text(room / name)
    known = manifest.files.get(name, Record("", None))
    _record(folder, manifest, name, replace(known, next=digest(text)))
    write_if_changed(folder / name, text)
    follower = follower_of(name)
    if follower and (room / follower).exists():
        write_if_changed(folder / follower, read_text(room / follower))
        remove(room / follower)
    _record(folder, manifest, name, Record(digest(text), known.seed))
    remove(room / name)


def _record(folder: Path, manifest: Manifest, name: str, record: Record) -> None:
    text = manifest_text(replace(manifest, files={**manifest.files, name: record}))
    write_if_changed(manifest_path(folder), text)


def _names(folder: Path) -> tuple[str, ...]:
    """List the files below a folder by their paths from there."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return tuple(sorted(path.relative_to(folder).as_posix() for path in files))


def _find(name: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Find a waiting file by its path, or by its name alone where only one has it; or a pattern."""
    wanted = PurePosixPath(name)
    paths = [PurePosixPath(known) for known in names]
    if set(name) & set(PATTERN):
        return _matching(name, paths)
    found = [path for path in paths if path.parts == wanted.parts[-2:]]
    found = found or [path for path in paths if path.stem == name]
    if len(found) == 1:
        return (str(found[0]),)
    close = difflib.get_close_matches(wanted.stem, [path.stem for path in paths], 1)
    remedy = f"did you mean “{close[0]}”?" if close else f"waiting: {', '.join(names) or 'none'}"
    if found:
        remedy = f"say which: {' or '.join(map(str, found))}"
    message = "is the name of several files" if found else "nothing waits for this file"
    raise ContentError(message, path=name, remedy=remedy)


def _matching(pattern: str, paths: Sequence[PurePosixPath]) -> tuple[str, ...]:
    """All files whose path or name has a pattern, in their order."""
    wanted = "/".join(PurePosixPath(pattern).parts[-2:])
    found = [path for path in paths if any(fnmatchcase(s, wanted) for s in (str(path), path.stem))]
    if not found:
        remedy = f"waiting: {', '.join(map(str, paths)) or 'none'}"
        raise ContentError("nothing that waits is called so", path=pattern, remedy=remedy)
    return tuple(map(str, found))
