"""Files in and out: read as UTF-8, written whole or not at all, left alone when unchanged.

A file is written beside its place and then renamed over it, so that a reader, a crash or a
full disk never sees half of it. Names that begin with `.writing-` are such files; one that
a killed process left behind is swept away later.
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from ..errors import ContentError, ReaderError

WRITING = ".writing-"
# Nobody takes longer over one file; a younger one may belong to a process that still runs.
LEFT_BEHIND_SECONDS = 600
# From so many files on, one wait for the whole disk is shorter than one for each.
MANY = 50


def write_if_changed(path: Path, data: str | bytes, *, durable: bool = True) -> bool:
    """Make the file hold `data`; True if it had to be written, False if it held it already.

    `durable=False` spares the wait for the disk, where a file lost with the power is merely
    made again, or until `settle`.
    """
    new = data.encode() if isinstance(data, str) else data
    try:
        if _holds(path, new):
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, new, durable=durable)
    except OSError as error:
        raise ReaderError(
            f"cannot be written: {error.strerror}",
            path=path,
            remedy="look at the folder's permissions and at the space left on the disk",
        ) from error
    return True


def settle(paths: Sequence[Path]) -> None:
    """Wait until files that were just written are safe on the disk."""
    if len(paths) >= MANY and hasattr(os, "sync"):
        os.sync()
        return
    for path in paths:
        with path.open("rb+") as file:
            os.fsync(file.fileno())


def read_text(path: Path) -> str:
    """Return a file of `content/` as text: no byte order mark, every line end a newline."""
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise ContentError(
            "the file is not UTF-8", path=path, line=line, remedy="save it again as UTF-8"
        ) from error
    except OSError as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: OSError) -> ContentError:
    """Say that a file of `content/` cannot be read."""
    return ContentError(
        f"cannot be read: {error.strerror}", path=path, remedy="look at its permissions"
    )


def digest(data: str | bytes) -> str:
    """Return the SHA-256 of a file's bytes (of a text's, as UTF-8) in hexadecimal digits.

    A name of a file may hold what is not UTF-8.
    """
    return sha256(
        data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    ).hexdigest()


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file, or nothing where there is none."""
    try:
        return digest(read_bytes(path))
    except FileNotFoundError:
        return ""


def read_bytes(path: Path) -> bytes:
    """Return a file of `content/`; FileNotFoundError where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise
    except OSError as error:
        raise unreadable(path, error) from error


def remove(path: Path) -> None:
    """Remove a file, if it is still there."""
    path.unlink(missing_ok=True)


def names_below(folder: Path) -> set[str]:
    """Return the files of a folder by their paths from there."""
    start = len(str(folder)) + 1
    return {
        f"{here}/{name}".replace(os.sep, "/")[start:]
        for here, _, names in os.walk(folder)
        for name in names
    }


def visible(folder: Path, *suffixes: str) -> tuple[Path, ...]:
    """List a folder's files with one of the suffixes, sorted by name, without hidden ones."""
    if not folder.is_dir():
        return ()
    with os.scandir(folder) as entries:
        names = [
            entry.name
            for entry in entries
            if entry.name.lower().endswith(suffixes)
            and not entry.name.startswith(".")
            and entry.is_file()
        ]
    return tuple(folder / name for name in sorted(names))


def sweep(folder: Path) -> None:
    """Remove what killed processes were writing when they ended."""
    for here, _, names in os.walk(folder):
        for name in names:
            if name.startswith(WRITING):
                path = Path(here, name)
                if time.time() - path.stat().st_mtime > LEFT_BEHIND_SECONDS:
                    remove(path)


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except FileNotFoundError:
        return False


def _replace(path: Path, data: bytes, *, durable: bool) -> None:
    beside = path.with_name(f"{WRITING}{secrets.token_hex(6)}")
    try:
        with beside.open("xb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
