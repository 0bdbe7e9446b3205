"""What stands around a person's name and says what office is or was theirs: "resigned as minister".

One function a form; each takes a mention with its sentence and returns the words, or None.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..kinds.phrase_kinds import is_person, tables, without_article
from .around import NAME, NAMES, described_before

if TYPE_CHECKING:
    from ...model import Span
    from .around import Around

_RANKS = "former|deputy|vice|acting|interim|executive|managing|chief|senior"
_RANKED = rf"(?:(?:{_RANKS}|{NAME}) )*"
_OFFICE_BEFORE = re.compile(
    rf"((?:[Tt]he )?{_RANKED}[\w-]+ (?:of|for|at) (?:the )?{NAMES}(?:, {NAMES})?),? $"
)
_ONE_OF_MANY = re.compile(r"\ban? (?:[a-z-]+ )*$")
_AS = re.compile(
    r",? (?:(?!(?:while|whereas|but|I|he|she|we|they) )[\w,’'-]+ ){0,6}"
    r"(?:resign(?:ed|s)?|serv(?:ed|es|ing)|appointed|elected|works?|act(?:ed|s|ing)|deputi[sz]ed)"
    r" as "
    r"((?:an? |the )?(?:[\w’'./&-]+ ){0,6}?[\w’'-]+"
    rf"(?: (?:of|for|at|in) (?:the )?{NAME}(?: {NAME})*)?)"
    r"(?=[,;:.]| (?:after|in|on|from|until|when|because|and|who|since|at|by|for|to)\b|$)"
)
_ACTED = re.compile(r"\bact(?:ed|s|ing) as $")
_MADE = re.compile(
    r"\b(?:with|nam(?:ed?|es|ing)|appoint(?:ed|s|ing)?|(?:re-?)?elect(?:ed|s|ing)?|cho(?:ose|se|sen)"
    r"|install(?:ed|s)?|nominat(?:ed?|es|ing)|confirm(?:ed|s)?|replac(?:ed?|es|ing)|succeed(?:ed|s)?|hired?"
    r"|picked|proclaimed|recogni[sz]ed|sworn in|swore in) $"
)
_AS_ONE = re.compile(
    r" as (?!(?:is|was|are|were|has|had|does|did)\b)"
    rf"((?:an? |the |its |(?:{NAMES})['’]s )?(?:[\w’'./&-]+ ){{0,5}}?[\w’'-]+"
    rf"(?: (?:of|for|at) (?:the )?{NAME}(?: {NAME})*)?)"
    r"(?=[,;:.]|$"
    r"| (?:after|in|on|from|until|when|because|and|who|since|at|by|for|to|with|but|as)\b)"
)
_ENVOY_BEFORE = re.compile(
    rf"((?:[Tt]he )?{_RANKED}(?:[Aa]mbassador|[Ee]nvoy|[Cc]onsul|[Rr]epresentative)"
    rf" (?:to|in) (?:the )?{NAMES}),? $"
)
POSSESSIVE = re.compile(r"\b(?:his|her|their|its|my|our|your) $", re.IGNORECASE)
_RANKED_IN_WORLD = re.compile(
    r"((?:[Ff]ormer |[Rr]eigning )?[Ww]orld (?:[Nn]umber|[Nn]o\.?) ?(?:[a-z]+|\d+)) $"
)
_FIRST_LADY = re.compile(r"(?:[Ff]ormer |(?:US|U\.S\.) )?First $")


def honorific(around: Around) -> Span | None:
    """Find "U.S. Senator" in "U.S. Senator X", where it belongs to the mention."""
    first, space, _ = around.mention.surface.partition(" ")
    start = around.mention.span[0]
    office = first.rstrip(".").casefold()
    words = described_before(around.before.rstrip())
    is_plain = words and not POSSESSIVE.search(around.before.rstrip().removesuffix(words))
    is_told = office in tables()["offices"]["ranks"] and without_article(words) not in ("", "the")
    if words.isupper() and " " in words:
        return None  # a heading
    if not space or not (office in tables()["offices"]["words"] or (is_plain and is_told)):
        return None
    return (start - len(words) - 1 if is_plain else start), start + len(first)


def first_lady(around: Around) -> Span | None:
    """Find "former First Lady" where half of it belongs to the mention."""
    match = _FIRST_LADY.search(around.before)
    is_one = around.mention.surface.startswith("Lady ")
    start = around.mention.span[0]
    return (start - len(match[0]), start + len("Lady")) if match and is_one else None


def ranked(around: Around) -> Span | None:
    """Find "World number one X"."""
    match = _RANKED_IN_WORLD.search(around.before)
    return around.from_before(match) if match else None


def office(around: Around) -> Span | None:
    """Find "CEO of the Refugee Council X"."""
    match = _OFFICE_BEFORE.search(around.before)
    if match and match[0].endswith(", ") and _ONE_OF_MANY.search(around.before[: match.start()]):
        return None  # "who was an admirer of Ann, X, and Ben"
    return around.from_before(match) if match and is_person(match[1]) else None


def envoy(around: Around) -> Span | None:
    """Find "Iranian Ambassador in Pakistan X"."""
    match = _ENVOY_BEFORE.search(around.before)
    return around.from_before(match) if match else None


def in_office(around: Around) -> Span | None:
    """Find "X resigned as minister"."""
    match = _AS.match(around.behind)
    if match and " " not in match[1] and _ACTED.search(match[0][: match.start(1)]):
        return None  # "had acted as hostess"
    return around.from_behind(match) if match and is_person(match[1]) else None


def made_one(around: Around) -> Span | None:
    """Find "with X as prime minister" and "named X as its head"."""
    made = _MADE.search(around.before)
    match = _AS_ONE.match(around.behind) if made else None
    if made and match and made[0] == "with " and " " not in match[1]:
        return None  # "with X as teacher"
    return around.from_behind(match) if match and is_person(match[1]) else None
