"""What files hold, as digests: read once, and known for as long as nobody has touched them.

What is known of a file is kept with its signature (see signature.py). A file that was touched
just before it was read could be touched again without a sign of it: it is read again next time.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from .files import digest, read_bytes
from .shelf import Shelf
from .signature import signature_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TICK = 100_000_000
"""Nanoseconds within which two changes may bear one time; that of a kernel's clock is 10 ms."""

COARSE = 3_000_000_000
"""The same where a file system counts in seconds, or (FAT) in two."""

SECOND = 1_000_000_000


class Prints:
    """The SHA-256 of files, kept below a cache between runs; without one, for this run alone."""

    def __init__(self, cache: Path | None = None) -> None:
        self.shelf = Shelf(cache / "kept" / "prints" if cache else None)

    def of(self, path: str, read: Callable[[], bytes]) -> str:
        """Return the digest of the file at a path; `read` reads it, and raises where it cannot."""
        try:
            about = os.stat(path)  # noqa: PTH116  # thousands of files
        except OSError:
            return digest(read())
        key = signature_of(about)
        known = self.shelf.get(path, key)
        if isinstance(known, str):
            return known
        found = digest(read())
        if _is_settled(about):
            self.shelf.put(path, key, found)
        return found

    def of_content(self, path: Path) -> str:
        """Return the digest of a file of `content/`, or nothing where there is none."""
        try:
            return self.of(str(path), lambda: read_bytes(path))
        except FileNotFoundError:
            return ""

    def save(self) -> None:
        """Keep the digests of the files that were asked for."""
        self.shelf.save()


def _is_settled(about: os.stat_result) -> bool:
    touched = max(about.st_mtime_ns, about.st_ctime_ns)
    return time.time_ns() - touched > (TICK if touched % SECOND else COARSE)
