"""What names are joined into, within a text and then across texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model import Mention


@dataclass(slots=True)
class Cluster:
    """Mentions that name one thing, while names are being joined.

    `key` is what the same thing has in other texts; `lone` marks a person known by one word
    only; `bearers` are the keys of those whom an ambiguous name may stand for; `shorts` the keys
    of what a text calls it besides, for short or by another name.
    """

    kind: str
    key: str
    mentions: list[Mention] = field(default_factory=list)
    lone: bool = False
    bearers: tuple[str, ...] = ()
    shorts: set[str] = field(default_factory=set)
