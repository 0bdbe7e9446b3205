"""What stands before a person's name and is none of it: honorifics, ranks, titles of peers."""

from __future__ import annotations

import re

from ..words import fold, honorifics

_HONORIFIC = re.compile(r"\b(First Lady|Vice[ -]President|[A-Z]\w{1,10})(\.?) $")
_LONGEST_CUT_SHORT = 5
"""Letters of an honorific with a full stop; behind a longer one it ends the sentence."""
_OF_GENERALS = re.compile(
    r"\b(?:Attorney|Auditor|Consul|Director|Governor|Inspector|Postmaster|Secretary|Solicitor|Surgeon)"
    r"[ -]$"
)
"""Before "General" where that is no rank: "Attorney General Ann Lee"."""
_OF_TWO_WORDS = re.compile(r"(?:First (?=Lady )|Vice[ -](?=President ))")
_SPELLED_OUT = frozenset((
    "aunt", "baron", "count", "czar", "dame", "duke", "imam", "judge", "king", "lady", "lord",
    "madam", "major", "miss", "pope", "queen", "rabbi", "sir", "tsar", "uncle",
))  # fmt: skip
RANKS = (
    r"(?:Grand |Arch)?[Dd]uke|Duchess|Earl|Marquis|Marquess|Marchioness|Count|Countess"
    r"|Viscount|Viscountess|Baron|Baroness"
)
"""Of peers."""
PEER = re.compile(rf"({RANKS}|Grand Duchess) of ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}})")
"""What a peer is called instead of by a name: "the Duke of York"."""


def honorific_before(text: str, start: int) -> int:
    """Return the length of the honorific (with its space) that stands before `start`, or 0."""
    match = _HONORIFIC.search(text, max(0, start - 16), start)
    if match and match[1] == "General" and _is_of_generals(text, match.start()):
        return 0
    if not match or (match[2] and not _is_cut_short(match[1])):
        return 0
    last = fold(re.split("[ -]", match[1])[-1])
    return len(match[0]) if last in honorifics() else 0


def _is_cut_short(honorific: str) -> bool:
    """Tell whether an honorific may have a full stop: "Gen.", and neither "Judge." nor "King."."""
    return len(honorific) <= _LONGEST_CUT_SHORT and fold(honorific) not in _SPELLED_OUT


def _is_of_generals(text: str, end: int) -> bool:
    """Tell whether "General" is no rank behind what ends there: "Attorney General"."""
    return _OF_GENERALS.search(text, max(0, end - 16), end) is not None


def without_honorific(surface: str) -> str:
    """Return a person's name without the honorific in front of it."""
    two = _OF_TWO_WORDS.match(surface)
    first, space, rest = surface[two.end() if two else 0 :].partition(" ")
    is_in_front = space and fold(first) in honorifics() and not rest.startswith("of ")
    return rest if is_in_front else surface  # "Duke of York"
