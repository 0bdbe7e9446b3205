"""The folders as they lie there -> what a build would do, and what is open; no language model.

Seeds are known by their bytes: one that lies under another name is renamed, not new. What is
doubtful stands in the records, what waits for the editor in the cache.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import SHOWN
from ..left_out import Seeds
from ..store import Content, KnownFiles, deleted, digest, load_manifest, read_content, waiting
from ..store.manifest import stem, stems

if TYPE_CHECKING:
    from .settings import ReaderSettings

DOUBTFUL = 0.6
"""A mention less sure than this is doubtful: on annotated texts half of them are wrong."""


@dataclass(frozen=True, slots=True)
class Status:
    """What a build would do, what there is, and what is open; files by their paths in content.

    `renamed` are pairs of a seed's old and new path, `left_out` says which seeds have no text,
    and why.
    """

    texts: int
    entries: int
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    suggested: int = 0
    approved: int = 0
    hidden: int = 0
    orphans: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    doubtful: int = 0
    mentions: int = 0
    left_out: tuple[str, ...] = ()

    def as_data(self) -> dict[str, object]:
        """Return all of it for JSON."""
        return asdict(self)


def status_of(chosen: ReaderSettings) -> Status:
    """Read the folders of a build and tell how they stand to each other."""
    content = read_content(chosen.content) if chosen.content.is_dir() else Content()
    return replace(open_in(content, chosen), **_seeds(chosen.seeds, content))


def open_in(content: Content, chosen: ReaderSettings) -> Status:
    """Tell what is open in a build's content, without a look at the seeds."""
    statuses = Counter(entry.status for entry in content.entries.values())
    mentions = _mentions(content)
    return Status(
        texts=len(content.texts),
        entries=len(content.entries),
        suggested=statuses["suggested"],
        approved=statuses["approved"],
        hidden=statuses["hidden"],
        orphans=_orphans(content, {mention["entry"] for mention in mentions}),
        edited=_edited(content.files or KnownFiles(chosen.content)),
        waiting=waiting(chosen.cache),
        deleted=deleted(chosen.cache),
        doubtful=sum(mention["confidence"] < DOUBTFUL for mention in mentions),
        mentions=len(mentions),
    )


def _mentions(content: Content) -> list[dict[str, Any]]:
    """All mentions that the records know."""
    lists = (record.get("mentions", []) for record in content.records.values())
    return [mention for found in lists if isinstance(found, list) for mention in found]


def _seeds(folder: Path, content: Content) -> dict[str, Any]:
    """Compare the seeds with those that the texts were made from."""
    seeds = Seeds(folder)
    files = seeds.read() if folder.is_dir() else ()
    there = {f"seeds/{file.path}": digest(file.data) for file in files}
    prints = {stem(f"seeds/{path}"): sha256 for path, sha256 in seeds.prints.items()}
    still = (each for each in content.left_out if prints.get(stem(each.path)) == each.sha256)
    left_out = {each.path: each for each in (*still, *seeds.left_out())}
    held = stems(left_out.values())
    beside = {f"seeds/{file.path}": digest(file.sidecar) if file.sidecar else "" for file in files}
    known_beside = {
        record["path"]: record.get("sidecar_sha256", "") for record in content.records.values()
    }
    known = {str(record["path"]): str(record["sha256"]) for record in content.records.values()}
    gone = {known[path]: path for path in sorted(known, reverse=True) if path not in there}
    renamed = {path: gone[sha] for path, sha in there.items() if path not in known and sha in gone}
    moved = set(renamed.values())
    return {
        "new": tuple(
            path
            for path in there
            if path not in known and path not in renamed and stem(path) not in held
        ),
        "changed": tuple(
            path
            for path in there
            if path in known and (there[path], beside[path]) != (known[path], known_beside[path])
        ),
        "removed": tuple(
            path
            for path in known
            if path not in there and path not in moved and stem(path) not in held
        ),
        "renamed": tuple((old, new) for new, old in renamed.items()),
        "left_out": tuple(str(left_out[path]) for path in sorted(left_out)),
    }


def _orphans(content: Content, mentioned: set[object]) -> tuple[str, ...]:
    """The editor's entries that no text mentions; a tombstone is meant to be mentioned nowhere."""
    linked = {*mentioned, *(id_ for file in content.texts.values() for id_ in file.links())}
    return tuple(
        f"glossary/{id_}.md"
        for id_, entry in content.entries.items()
        if entry.creator == "editor" and entry.status != "hidden" and id_ not in linked
    )


def _edited(files: KnownFiles) -> tuple[str, ...]:
    """The files of ours that are no longer as we wrote them."""
    found = []
    for name, record in sorted(load_manifest(files.folder).files.items()):
        now = files.digest(name)
        if now and not record.wrote(now):
            found.append(name)
    return tuple(found)


def in_words(status: Status) -> str:
    """Say it, a line each; what there is none of is not said, and of very many some."""
    lines = [
        f"{status.texts:,} texts, {status.mentions:,} mentions, {status.entries:,} entries",
        (
            f"entries: {status.suggested:,} suggested, {status.approved:,} approved, "
            f"{status.hidden:,} hidden"
        ),
    ]
    if status.doubtful:
        lines.append(f"{status.doubtful:,} doubtful mentions (invoke review)")
    texts_first = sorted(status.edited, key=lambda name: not name.startswith("texts/"))
    for words, found in (
        ("left out", status.left_out),
        ("new seed", status.new),
        ("changed seed", status.changed),
        ("seed is gone", status.removed),
        ("renamed seed", [f"{old} is now {new}" for old, new in status.renamed]),
        ("edited by you", texts_first),
        ("fits nothing any more", status.orphans),
        ("a suggestion waits", [_with(name, "diff") for name in status.waiting]),
        ("deleted by you", [_with(name, "restore") for name in status.deleted]),
    ):
        lines += [f"{words}: {each}" for each in found[:SHOWN]]
        if len(found) > SHOWN:
            lines.append(f"{words}: … and {len(found) - SHOWN:,} more (invoke status --json)")
    return "\n".join(lines)


def _with(name: str, task: str) -> str:
    """A file with the task that settles it."""
    return f"{name} (invoke {task} {Path(name).stem})"


def in_three_lines(status: Status) -> str:
    """Say what is open as a build's last words: entries, mentions, files, seeds left out."""
    files = _counted(
        (status.edited, "edited by you"),
        (status.orphans, "fitting nothing any more"),
        (status.waiting, "with a suggestion that waits"),
        (status.deleted, "deleted by you"),
    )
    seeds = f"\nseeds: {len(status.left_out):,} left out (invoke status)" if status.left_out else ""
    return (
        f"entries: {status.suggested:,} suggested, {status.approved:,} approved, "
        f"{status.hidden:,} hidden\n"
        f"mentions: {status.doubtful:,} of {status.mentions:,} doubtful\n"
        f"files: {files or 'all as the machine wrote them'}"
        f"{seeds}"
    )


def _counted(*parts: tuple[Sequence[str], str]) -> str:
    return ", ".join(f"{len(found):,} {words}" for found, words in parts if found)
