"""The manifest: which bytes of `content/` were written by us, so that all others are hers.

`content/manifest.json` keeps for each file the SHA-256 of what we wrote last. Before a file
is written or removed, what is intended is recorded beside it (`next`); so whatever a killed
run has left is told apart from an editor's work. It also names the seeds that had to be left
out, so that a site that is built from the content alone can say so.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from json.encoder import encode_basestring
from pathlib import Path, PurePosixPath
from typing import Literal, TypeAlias

from ..errors import ContentError, ReaderError
from .files import digest, read_text

VERSION = 1
EMPTY = digest("")
State: TypeAlias = Literal["written", "deleted"]


@dataclass(frozen=True, slots=True)
class Record:
    """What we know of one file.

    `sha256` is what we wrote last (empty: nothing yet), `seed` what it was made from, `next`
    what a run was about to put there: another SHA-256, or empty for a removal.
    """

    sha256: str
    seed: str | None = None
    state: State = "written"
    next: str | None = None

    def wrote(self, found: str) -> bool:
        """Tell whether these bytes are ours: written, or written by a run that was killed.

        If the power fails while we write, a file may be left empty.
        """
        lost = self.next is not None and found == EMPTY
        return bool(found) and (lost or found in (self.sha256, self.next))

    @property
    def thrown_away(self) -> bool:
        """Tell whether the editor did it, if the file is gone: we had written it, and kept it."""
        return bool(self.sha256) and (self.state == "deleted" or self.next != "")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A seed that has no text in the content, because of a mistake in it or beside it.

    `path` is that of the file with the mistake, `seeds/…`; `sha256` tells whether the seed is
    still the same (empty: it could not be read).
    """

    path: str
    message: str
    remedy: str = ""
    line: int = 0
    sha256: str = ""

    def __str__(self) -> str:
        """Return it on one line, as an error says it."""
        return str(ReaderError(self.message, path=self.path, line=self.line, remedy=self.remedy))


@dataclass(frozen=True, slots=True)
class Manifest:
    """The record of every file that we ever wrote below `content/`, by its path from there.

    `left_out` are the seeds that the last conversion could make no text of.
    """

    files: dict[str, Record] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()


def load_manifest(folder: Path) -> Manifest:
    """Read the manifest of a content folder; none yet is an empty one."""
    path = manifest_path(folder)
    return _parsed(path, read_text(path)) if path.exists() else Manifest()


@lru_cache(maxsize=1)
def _parsed(path: Path, text: str) -> Manifest:
    """Return what a manifest says; in one run it is asked several times."""
    try:
        data = json.loads(text)
        if data["version"] != VERSION:
            raise _broken(path, f"has version {data['version']}, not {VERSION}")
        return Manifest(
            {name: _record(name, entry) for name, entry in data["files"].items()},
            tuple(LeftOut(**each) for each in data.get("left_out", ())),
        )
    except json.JSONDecodeError as error:
        raise _broken(path, f"is not JSON ({error.msg})", error.lineno) from error
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise _broken(path, f"does not look like a manifest ({error})") from error


def manifest_text(manifest: Manifest) -> str:
    """Return the manifest as its file says it: the same for the same files, in any order.

    These are the bytes of `json.dumps` with an indentation of one, whose encoder in Python takes
    a second for ten thousand files.
    """
    entries = ",\n".join(
        f"  {_said(name)}: {{\n{_lines(_fields(record))}\n  }}"
        for name, record in sorted(manifest.files.items())
    )
    files = f"{{\n{entries}\n }}" if entries else "{}"
    left_out = _left_out(manifest.left_out)
    return f'{{\n "files": {files},\n{left_out} "version": {VERSION}\n}}\n'


def _left_out(seeds: Iterable[LeftOut]) -> str:
    lines = ",\n".join(f"  {json.dumps(asdict(each), ensure_ascii=False)}" for each in seeds)
    return f' "left_out": [\n{lines}\n ],\n' if lines else ""


def _lines(fields: dict[str, str | None]) -> str:
    return ",\n".join(f"   {_said(key)}: {_said(value)}" for key, value in sorted(fields.items()))


def _said(value: str | None) -> str:
    return "null" if value is None else encode_basestring(value)


def manifest_path(folder: Path) -> Path:
    """Return where a content folder's manifest lies."""
    return folder / "manifest.json"


def inside(name: str) -> str:
    """Return a path from the content folder as it is, if it stays in there."""
    if name[:1].isalnum() and ".." not in name and "\\" not in name:
        return name
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or not path.parts:
        raise ValueError(f"{name!r} leads out of the folder")
    return name


def stems(left_out: Iterable[LeftOut]) -> frozenset[str]:
    """Return what seeds that are left out, or the sidecars beside them, are called: see `stem`."""
    return frozenset(stem(each.path) for each in left_out)


def stem(path: str) -> str:
    """Return what a seed and its sidecar have in common: the path without the suffix."""
    return str(PurePosixPath(path).with_suffix("")) if path else ""


def _fields(record: Record) -> dict[str, str | None]:
    fields: dict[str, str | None] = {
        "sha256": record.sha256, "seed": record.seed, "state": record.state,
    }  # fmt: skip
    return fields if record.next is None else {**fields, "next": record.next}


def _record(name: str, entry: dict[str, str | None]) -> Record:
    inside(name)
    state: State = "deleted" if entry["state"] == "deleted" else "written"
    return Record(entry["sha256"] or "", entry["seed"], state, entry.get("next"))


def _broken(path: Path, message: str, line: int = 0) -> ContentError:
    return ContentError(
        message,
        path=path,
        line=line,
        remedy="take it back from version control; or remove it: files that are as the machine "
        "would write them are then ours again, and the others yours",
    )
