"""A mention and its sentence go in; claims that no grammar is needed for come out.

Patterns right before and right behind the name: "CEO of the Refugee Council X", "X, an Ottawa MP,",
"FT (Financial Times)", "the X party", "X in Houston, Texas", "X was founded by". They work on the
mention's own edges, which are better than those of the names that the model's grammar hangs on.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ...model import Claim
from ..kinds.phrase_kinds import (
    is_person,
    is_told_whose,
    points_elsewhere,
    relational,
    tables,
    without_adjectives,
)
from . import (
    said_in_credits,
    said_of_offices,
    said_of_origins,
    said_of_persons,
    said_of_places,
    said_of_things,
    said_of_ties,
)
from .around import BEFORE, BEHIND, BRACKETS, NAMES, Around
from .moments import is_a_moment
from .noun_tells import LINK
from .trim import ADVERBS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ...model import Mention, Span
    from .around import LabelOf

_BEHIND_COMMA = re.compile(
    rf"(?:\)|{BRACKETS})(?:,[”\"]?|[”\"],| [–—]| -(?= (?:an?|the|then|now) )) "
    rf"(?:aged )?(?:\d\d?, )?(?:(?:{ADVERBS}) )?"
    r"((?:(?:then|now|formerly|currently) )?"
    r"(?:an? |the )?(?:[\w’'./&-]+ ){0,14}?[\w’'./&-]+(?: \([^()]{1,40}\))?)"
    r"(?=[,;:]|\.(?: |$)|$| said\b| [–—-] )"
)
_BESIDE = re.compile(
    rf" (the (?:[a-z][a-z’'-]* ){{0,3}}[a-z][a-z-]+(?: (?:of|for|at) (?:the )?{NAMES})?)"
    r"(?=[,;.)]|$| and\b)"
)
_GIVEN = re.compile(
    r"\b(?:ma[dk]e|making|call|nam|elect|appoint|g[ia]v|t[eo]l[ld]|show|s[ei]n[dt]|br[io]u?n?g|t[ea]a?u?[cg]h|offer|ow"
    r"|ask|hand|lend|l[ei]n[dt]|promis|den[iy]|wish|leav|left|cost|pa[iy]|think|thought|consider|t[ao]k|took)[a-z]*"
    r" (?:[A-Z][\w.’'-]* )*$"
)
"""Before a name, what may have two objects: "made Jan the leader of the band"."""
_WITH_ADJECTIVES = re.compile(
    rf"{BRACKETS}, ((?:an?|the) (?:[a-z-]+, ){{1,3}}(?:[a-z-]+ ){{1,3}}[a-z-]+"
    rf"(?: (?:of|for|at) (?:the )?{NAMES})?)(?=[,;:.]|$)"
)
_WHERE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Oo]f|(?:I|he|she|you) (?:am|is|are|was|were)) $"
)
_UNCLOSED = re.compile(
    rf"{BRACKETS}, (?:aged )?(?:\d\d?, )?((?:an?|the) (?:[\w’'./&-]+ ){{1,14}}?[\w’'./&-]+)"
    r"(?= (?:has|had|was|were|is|are|will|would|said|told)\b)"
)
_IN_BRACKETS = re.compile(r" \(([^()]{4,90})\)")
_RELATIVE = re.compile(
    rf"(?:\)|{BRACKETS})(?:, ((?:who|which|whose) [^,;:()]{{10,160}})(?=[,;.]|$)"
    r"| ((?:who|which) (?:is|was|has been) (?:the|an?) [^,;:()]{6,90}?)"
    r"(?=[,;.]|$| (?:said|says|told|has|had|is|was|will|would)\b)"
    r"| (who [^,;:()]{10,160})(?=[,;.]|$))"
)
_CLAUSES = re.compile(
    r", (?:and|but|while|after|before|when|as|with|who|which|where|although|though|because|since)\b"
    r"|, (?:according to|(?:[Tt]he )?(?:[A-Z][\w’'-]* ){1,4}(?:said|says|reported|reports|wrote))\b"
    r"|[;:–—\[]| (?:after|before|when|while|because|although|but)\b"
)
_BEGINNING = re.compile(
    r"(?:[A-Z][\w .,]{2,60}(?: \([A-Z]\w+\))? (?:--?|—|–) )?"
    r"(?:(?:(?:In|On|At|After|During|By|Since|Before|Under|Following) [^.;:,“”\"]{1,60}"
    r"|Later|Then|Meanwhile|However|Earlier|Today|Yesterday|Finally|Eventually|Recently), "
    rf"|In \d{{4}} )?(?:[Tt]he )?(?:{NAMES} and )?"
)
_KIN = re.compile(r"(?:His|Her|Their|My|Our) (?:[a-z-]+ ){0,2}([a-z-]+),? ")
_WITH_ANOTHER = rf"(?: and {NAMES})?"
_TO_WHOM = re.compile(r"\w+ (?:me|us|him|her|them|you|it)\b")
"""What somebody did with another at a moment: "directed us to return"."""
SHORTEST = 4  # words of a predicate
_COPULA = re.compile(
    r"(?: \([^()]{1,90}\))?(?:,? born [^,;()]{4,40})?,? (?:is|was|are|were)"
    r" ((?:an?|the|one of|[A-Z][a-z]+(?= of [A-Z])) [^;:]{8,200}?)(?=[,;]|\.(?: |$)|$)"
)


def phrases(mention: Mention, text: str, sentence: Span, label_of: LabelOf) -> Iterator[Claim]:
    """Yield what stands around a mention; `label_of` tells what the model takes a name for."""
    start, end = mention.span
    before = text[max(sentence[0], start - BEFORE) : start]
    around = Around(mention, before, text[end : min(sentence[1], end + BEHIND)], label_of)
    for relation, kinds, find in _PATTERNS:
        if mention.kind in kinds and (words := find(around)):
            yield Claim(mention.span, words, relation)


def _appositive(around: Around) -> Span | None:
    match = _BEHIND_COMMA.match(around.behind)
    return around.from_behind(match) if match else None


def _described(around: Around) -> Span | None:
    """Find "X, the slow, able clerk" behind a comma."""
    match = _WITH_ADJECTIVES.match(around.behind)
    is_one = match and without_adjectives(match[1]) != match[1]
    return around.from_behind(match) if match and is_one else None


def _beside(around: Around) -> Span | None:
    """Find "X the agent for the Red Fund", where no comma is."""
    is_other = _GIVEN.search(around.before) or _WHERE.search(around.before)
    match = None if is_other else _BESIDE.match(around.behind)
    return around.from_behind(match) if match and is_person(match[1]) else None


def _unclosed(around: Around) -> Span | None:
    """Find "X, an operative of the group was shot", whose second comma is missing."""
    match = _UNCLOSED.match(around.behind) if _begins(around) else None
    return around.from_behind(match) if match else None


def _parenthesis(around: Around) -> Span | None:
    """Find "X (head of the fund)" and "FT (Financial Times)"."""
    match = _IN_BRACKETS.match(around.behind)
    if not match:
        return None
    is_noun = match[1][0].islower() and not LINK.match(match[1]) and not points_elsewhere(match[1])
    is_told = is_noun and is_person(match[1]) and is_told_whose(match[1])
    is_told = is_told and around.mention.kind == "person"
    is_told = is_told or said_of_things.expands(around.mention.surface, match[1])
    return around.from_behind(match) if is_told else None


def _relative(around: Around) -> Span | None:
    match = _RELATIVE.match(around.behind)
    return around.from_behind(match, match.lastindex or 1) if match else None


def _copula(around: Around) -> Span | None:
    """What a sentence that begins with the name says it is: "Her mother X was an artist"."""
    match = _COPULA.match(around.behind) if _begins(around) or _is_kin(around) else None
    return around.from_behind(match) if match else None


def _is_kin(around: Around) -> bool:
    """Tell whether a sentence begins with whose kin the name's bearer is."""
    match = _KIN.fullmatch(around.before)
    return match is not None and match[1] in relational()


def _predicate(around: Around) -> Span | None:
    """What a sentence that begins with the name says of it, if that describes it."""
    match = None
    if _begins(around):
        match = _predicates(_VERBS.get(around.mention.kind, "predicate")).match(around.behind)
    words = _CLAUSES.split(match[1], maxsplit=1)[0] if match else ""
    is_whole = len(around.behind) < BEHIND or words != (match and match[1])
    is_aside = around.mention.kind == "person" and (_TO_WHOM.match(words) or is_a_moment(words))
    is_aside = is_aside or _TO_ANYBODY.match(words) is not None
    if not match or is_aside or not is_whole or len(words.split()) < SHORTEST:
        return None
    start, _ = around.from_behind(match)
    return start, start + len(words.rstrip(" .!"))


def _begins(around: Around) -> bool:
    """Tell whether a sentence begins with the name, or with when or where it is about it."""
    return _BEGINNING.fullmatch(around.before) is not None


_TO_ANYBODY = re.compile(
    r"[a-z]+ (?:you|me|us|it|him|her|them|sense|sure|clear)\b|.* (?:than you|it['’]s)\b"
)
"""What something does to whoever has to do with it: "makes you think"."""

_VERBS = {"person": "predicate_of_persons"}


@lru_cache(maxsize=2)
def _predicates(table: str) -> re.Pattern[str]:
    verbs = "|".join(tables()["verbs"][table])
    return re.compile(
        rf"(?: \([^()]{{1,60}}\))?{_WITH_ANOTHER} ((?:{verbs})\b .{{12,}})$", re.DOTALL
    )


_THINGS = frozenset(("place", "organization", "group", "event", "work", "law", "ship"))
_BODIES = frozenset(("place", "organization"))
_TITLED = frozenset(("place", "organization", "event", "work", "law", "ship"))
_PERSONS = frozenset(("person",))

_PATTERNS: tuple[tuple[str, frozenset[str], Callable[[Around], Span | None]], ...] = (
    ("title", _PERSONS, said_of_offices.office),
    ("title", _PERSONS, said_of_offices.envoy),
    ("title", _PERSONS, said_of_persons.before_comma),
    ("title", _PERSONS, said_of_persons.title),
    ("called", _PERSONS, said_of_persons.inverted),
    ("title", _PERSONS, said_of_offices.honorific),
    ("title", _TITLED, said_of_things.before_comma),
    ("title", _TITLED, said_of_things.title),
    ("appositive", _PERSONS | _THINGS, _appositive),
    ("appositive", _PERSONS, _unclosed),
    ("appositive", _PERSONS, _described),
    ("called", _PERSONS, _beside),
    ("copula", _PERSONS | _THINGS, _copula),
    ("parenthesis", _PERSONS | _THINGS, _parenthesis),
    ("parenthesis", _BODIES, said_of_things.spelled_out),
    ("office", _PERSONS, said_of_offices.in_office),
    ("office", _PERSONS, said_of_offices.made_one),
    ("relative clause", _PERSONS | _THINGS, _relative),
    ("participle", _BODIES, said_of_things.founded),
    ("participle", _PERSONS, said_of_persons.speaking_for),
    ("called", _PERSONS, said_of_offices.first_lady),
    ("called", _PERSONS, said_of_offices.ranked),
    ("called", _PERSONS, said_of_persons.called),
    ("called", _PERSONS, said_of_persons.identified),
    ("called", _BODIES, said_of_things.called),
    ("of", _PERSONS, said_of_ties.of_what),
    ("of", _PERSONS, said_of_ties.of_party),
    ("of", _PERSONS, said_of_ties.of),
    ("of", _PERSONS, said_of_origins.of_town),
    ("of", _PERSONS, said_of_ties.of_such),
    ("of", _PERSONS, said_of_ties.of_explained),
    ("of", _THINGS, said_of_things.with_its_noun),
    ("list", _PERSONS, said_of_persons.example),
    ("list", _PERSONS, said_of_persons.among),
    ("list", _PERSONS, said_of_persons.listed),
    ("list", _PERSONS, said_of_ties.part_played),
    ("list", _BODIES, said_of_things.example),
    ("list", _BODIES, said_of_things.among),
    ("kin", _PERSONS, said_of_persons.kin),
    ("of", _PERSONS, said_of_ties.in_brackets),
    ("where from", _PERSONS, said_of_origins.from_where),
    ("where from", _PERSONS, said_of_origins.from_kind_of_place),
    ("where from", _PERSONS, said_of_origins.from_town),
    ("where from", _PERSONS, said_of_origins.of_people),
    ("whose", _PERSONS, said_of_ties.of_any),
    ("whose", _PERSONS, said_of_ties.whose),
    ("whose", _PERSONS, said_of_ties.at_whose),
    ("whose", _BODIES, said_of_things.whose),
    ("whose", _TITLED - {"event"}, said_of_things.kind_before),
    ("whose", frozenset(("organization",)), said_of_things.with_its_sort),
    ("done to", _PERSONS, said_of_ties.done_to),
    ("made by", _PERSONS, said_of_persons.maker),
    ("made by", _BODIES, said_of_things.maker),
    ("made by", _PERSONS, said_in_credits.author),
    ("credit", _PERSONS, said_in_credits.credited),
    ("credit", _PERSONS, said_in_credits.asked),
    ("credit", _PERSONS, said_in_credits.contributor),
    ("where it is", frozenset(("place",)), said_of_places.in_its_region),
    ("where it is", _THINGS, said_of_places.where),
    ("where it is", frozenset(("organization",)), said_of_places.seat),
    ("where it is", frozenset(("organization",)), said_of_things.based),
    ("where it is", frozenset(("place",)), said_of_places.in_place),
    ("where it is", frozenset(("place",)), said_of_places.side_of),
    ("where it is", frozenset(("place",)), said_of_places.within),
    ("where it is", frozenset(("place",)), said_of_places.near),
    ("first descriptive mention", _PERSONS | _THINGS, _predicate),
)
