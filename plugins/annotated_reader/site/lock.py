"""One command at a time works on a folder of content: the others wait for it.

The staging folder is one, and two builds in it would publish a mixture. The system gives a
lock back when its process ends, however that happens.
"""

from __future__ import annotations

import contextlib
import sys
from typing import IO, TYPE_CHECKING, Self

if TYPE_CHECKING:
    from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows has no such locks, and there nobody waits
    fcntl = None  # type: ignore[assignment]


class Lock(contextlib.AbstractContextManager["Lock"]):
    """A lock beside the caches; it may be taken again by the one that holds it."""

    def __init__(self, cache: Path) -> None:
        self.path = cache / "lock"
        self.file: IO[str] | None = None

    def acquire(self) -> None:
        """Take the lock; say so if that means to wait."""
        if self.file is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.file = self.path.open("w")
            if fcntl is not None:
                take(self.file)

    def release(self) -> None:
        """Give the lock back, if it was taken."""
        if self.file is not None:
            self.file.close()
            self.file = None

    def __enter__(self) -> Self:
        """Take the lock for a while."""
        self.acquire()
        return self

    def __exit__(self, *_error: object) -> None:
        """Give it back."""
        self.release()


def take(file: IO[str]) -> None:
    """Take the system's lock on a file."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print("waiting for another command to finish …", file=sys.stderr)  # noqa: T201
        fcntl.flock(file, fcntl.LOCK_EX)
