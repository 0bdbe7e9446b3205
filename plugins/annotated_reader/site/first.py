"""The pages that somebody has open: written before others, and shown while the rest is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

Show: TypeAlias = Callable[[str, bytes], None]
"""Takes a page's name, and the page as it will be published."""


def _show_nobody(_name: str, _page: bytes) -> None:
    """Leave a page to be published with all others."""


@dataclass(frozen=True, slots=True)
class First:
    """The names of the pages that are waited for, and who waits."""

    names: frozenset[str] = field(default_factory=frozenset)
    show: Show = _show_nobody

    def before_others(self, names: Iterable[str]) -> list[str]:
        """Return names of pages in their order, but those that are waited for before all others."""
        return sorted(names, key=lambda name: name not in self.names)
