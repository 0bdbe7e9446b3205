"""Pages that another process reads for the check while this one goes on to make others.

It tells of what bytes it has read them: a page that has others when it is checked is read again.
A process that ends before its time has read nothing.
"""

from __future__ import annotations

import os
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING, TypeAlias

from ..processes import pool_of
from ..store.files import digest
from .checks import Page, read_page

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from pathlib import Path

Read: TypeAlias = tuple[str, Page]
"""A page, and the digest of its bytes."""

MANY = 200
"""Pages that are worth the beginning of a process."""

AT_ONCE = 32
"""Pages that it gets at a time, once it has begun."""


class PagesBeside:
    """Pages of a folder that are to be checked, told of one by one as they are written."""

    def __init__(self, folder: Path, site: str = "", processors: int | None = None) -> None:
        self.folder = folder
        self.site = site
        self.is_worth_while = (processors or os.cpu_count() or 1) > 1
        self._waiting: list[str] = []
        self._pool: ProcessPoolExecutor | None = None
        self._answers: list[Future[dict[str, Read]]] = []

    def add(self, name: str) -> None:
        """Have a page read that has just been written."""
        if not self.is_worth_while:
            return
        self._waiting.append(name)
        if len(self._waiting) >= (AT_ONCE if self._pool else MANY):
            self._pool = self._pool or pool_of(1)
            some, self._waiting = self._waiting, []
            try:
                self._answers.append(self._pool.submit(read_all, self.folder, some, self.site))
            except BrokenProcessPool:
                self.is_worth_while = False

    def take(self) -> dict[str, Read]:
        """Return the pages that were read, by their names, and end the process."""
        found: dict[str, Read] = {}
        try:
            for answer in self._answers:
                found |= answer.result()
        except BrokenProcessPool:
            return {}
        finally:
            if self._pool:
                self._pool.shutdown(wait=False, cancel_futures=True)
        return found


def read_all(folder: Path, names: list[str], site: str) -> dict[str, Read]:
    """Read pages as the check reads them; one that has gone meanwhile is left out."""
    found: dict[str, Read] = {}
    for name in names:
        try:
            data = (folder / name).read_bytes()
        except FileNotFoundError:
            continue
        found[name] = digest(data), read_page(name, data.decode("utf-8"), site)
    return found
