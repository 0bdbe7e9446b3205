"""Where a person is from: "X of Morro Bay, Calif.", "X, 42, of Dallas", "the Kenyan X".

One function a form; each takes a mention with its sentence and returns the words, or None.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..kinds.phrase_kinds import tables, without_article
from ..places.context import region_behind
from ..words import honorifics
from .around import BRACKETS, NAME, NAMES, described_before

if TYPE_CHECKING:
    from ...model import Span
    from .around import Around

_OF_TOWN = re.compile(
    rf"{BRACKETS}(, \d\d?)?,? (of|from) (?:the )?((?!The ){NAME}(?: {NAME}){{0,2}}?)"
    r"(?=[,;.)]|$| [a-z])"
)
_RANK = re.compile(r"([A-Z][a-z]+\.?) $")
_FROM = re.compile(rf"{BRACKETS}, \d\d?, ((?:of|from) (?:the )?({NAMES}(?:, {NAMES})?))(?=[,;.]|$)")
_FROM_KIND = re.compile(
    rf"{BRACKETS}, (from (?:the |an? )?(?:[\w-]+ ){{0,4}}?"
    r"(?:city|town|village|district|suburb|region|province|state|island|county)"
    rf" of {NAMES})(?=[,;.]|$)"
)


def of_town(around: Around) -> Span | None:
    """Find "X of Morro Bay, Calif." and "X of Dallas"."""
    match = _OF_TOWN.match(around.behind)
    rank = _rank_before(around)
    end = _end_of_town(around, match, rank)
    start = around.mention.span[0] - len(rank)
    return (start, end) if end and match and match[1] is None else None


def _rank_before(around: Around) -> str:
    """The rank before a surname, "Mayor " of "Mayor X of Osh", or an empty string."""
    match = _RANK.search(around.before) if " " not in around.mention.surface else None
    is_rank = match and match[1].rstrip(".").casefold() in tables()["offices"]["ranks"]
    return match[0] if match and is_rank else ""


def from_town(around: Around) -> Span | None:
    """Find "of Dallas" in "X, 42, of Dallas"."""
    match = _OF_TOWN.match(around.behind)
    end = _end_of_town(around, match)
    is_aged = end and match and match[1]
    return (around.mention.span[1] + match.start(2), end) if end and match and is_aged else None


def _end_of_town(around: Around, match: re.Match[str] | None, rank: str = "") -> int:
    """Where a town and its state end behind a full name, or a rank and a name; 0 if none do."""
    *first, last = around.mention.surface.split()
    if not match or not (first or rank) or last.casefold() in honorifics():
        return 0
    region = region_behind(around.behind[match.end(3) :])
    end = around.mention.span[1] + match.end(3)
    if region and around.behind.startswith(f", {region[0]}", match.end(3)):
        return end + len(", ") + len(region[0])
    return end if match[2] == "of" and around.is_place(match[3]) else 0


def from_where(around: Around) -> Span | None:
    """Find "X, 36, from Sydney, Australia"."""
    match = _FROM.match(around.behind)
    is_told = match and any(map(around.is_place, match[2].split(", ")))
    return around.from_behind(match) if match and is_told else None


def from_kind_of_place(around: Around) -> Span | None:
    """Find "X, from the Bosnian town of Novi Travnik"."""
    match = _FROM_KIND.match(around.behind)
    return around.from_behind(match) if match else None


def of_people(around: Around) -> Span | None:
    """Find "the Kenyan X"."""
    words = described_before(around.before.rstrip())
    name = without_article(words)
    is_language = around.before.removesuffix(f"{words} ").endswith(("into ", "in "))
    if is_language or " " not in around.mention.surface or around.label_of(name) != "NORP":
        return None
    return around.mention.span[0] - len(words) - 1, around.mention.span[1]
