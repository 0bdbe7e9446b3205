"""A folder in, a line for each of its files out that changes whenever the file does.

Size, times and number of a file are what git's index goes by: a program can set the time of a
change back, but not the time at which it did so. Nothing is read, so that a hundred thousand
files take a second.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from .files import digest

Signature: TypeAlias = Mapping[str, str]
CACHES = frozenset({"__pycache__"})


def sign_folder(folder: Path, *, hidden: bool = True) -> dict[str, str]:
    """Return the signature of each file below a folder by its path from there.

    With `hidden` false, names that begin with a point are left out. A folder that is not
    there has no files; a link counts with what it leads to.
    """
    found: dict[str, str] = {}
    _sign(str(folder), "", found, hidden=hidden)
    return found


def digest_signatures(signatures: Iterable[Signature]) -> str:
    """Return one digest of several folders' signatures, whose order counts."""
    lines = (
        "\n".join(f"{name}\0{line}" for name, line in sorted(each.items())) for each in signatures
    )
    return digest("\n\n".join(lines))


def signature(file: Path | os.DirEntry[str]) -> str:
    """Return a file's size, the times at which it was written and changed, and its number."""
    return signature_of(file.stat())


def signature_of(about: os.stat_result) -> str:
    """Return the signature of a file by what the system says about it."""
    return f"{about.st_size} {about.st_mtime_ns} {about.st_ctime_ns} {about.st_ino}"


def _sign(folder: str, prefix: str, found: dict[str, str], *, hidden: bool) -> None:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name in CACHES or (entry.name.startswith(".") and not hidden):
            continue
        if entry.is_dir():
            _sign(entry.path, f"{prefix}{entry.name}/", found, hidden=hidden)
            continue
        try:
            found[f"{prefix}{entry.name}"] = signature_of(entry.stat())
        except OSError:  # a link that leads nowhere
            found[f"{prefix}{entry.name}"] = ""
