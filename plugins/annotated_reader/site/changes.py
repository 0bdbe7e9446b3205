"""What there is to see while a site is served: who waits for it, and which pages come early."""

from __future__ import annotations

import threading
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


class Changes:
    """Counts what there is to see, and wakes those whose page it concerns.

    A page that somebody has open is shown as soon as it is made, while the rest of the site is
    still on its way; it is then shown from memory until that is published.
    """

    def __init__(self) -> None:
        self.number = 0
        self.whole = 0
        self.alone: dict[str, int] = {}
        """The pages that were shown alone since the last whole site, each with its number."""
        self.early: dict[str, bytes] = {}
        self.readers: Counter[str] = Counter()
        self.condition = threading.Condition()

    def announce(self, still: Iterable[str] = ()) -> None:
        """Tell everyone that there is a new site, but who has it in one of the pages `still`."""
        with self.condition:
            self.number += 1
            self.whole = self.number
            self.alone = {name: self.alone[name] for name in still}
            self.early = {}
            self.condition.notify_all()

    def show(self, name: str, page: bytes) -> None:
        """Show a page of the site that is being made to those who have it open."""
        with self.condition:
            self.number += 1
            self.alone[name] = self.number
            self.early[name] = page
            self.condition.notify_all()

    def settle(self, site: Path) -> None:
        """Tell of the site that is published now; a page that is as it was shown stays."""
        self.announce([name for name, page in self.early.items() if holds(site / name, page)])

    def wait(self, seen: int, seconds: float, name: str = "") -> int:
        """Return the number of the newest change, as soon as the page has one later than `seen`.

        Who has seen more than there is saw it before this server was started.
        """
        with self.condition:
            news = self.condition.wait_for(
                lambda: self.alone.get(name, self.whole) > seen or seen > self.number, seconds
            )
            return self.number if news else seen

    @contextmanager
    def open(self, name: str) -> Iterator[None]:
        """Count a page as open."""
        with self.condition:
            self.readers[name] += 1
        try:
            yield
        finally:
            with self.condition:
                self.readers[name] -= 1

    def open_pages(self) -> list[str]:
        """Return the pages that somebody has open."""
        with self.condition:
            return sorted(name for name, number in self.readers.items() if name and number > 0)


def holds(file: Path, data: bytes) -> bool:
    """Tell whether a file is there and holds these bytes."""
    try:
        return file.read_bytes() == data
    except OSError:
        return False
