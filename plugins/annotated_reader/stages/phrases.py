"""A mention and its sentence go in; claims that no grammar is needed for come out.

Patterns right before and right behind the name: "CEO of the Refugee Council X", "X, an Ottawa MP,",
"FT (Financial Times)", "the X party", "X in Houston, Texas", "X was founded by". They work on the
mention's own edges, which are better than those of the names that the model's grammar hangs on.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..model import Claim
from . import said_of_persons, said_of_things
from .around import BEFORE, BEHIND, BRACKETS, Around
from .phrase_kinds import is_person, tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..model import Mention, Span
    from .around import LabelOf

_BEHIND_COMMA = re.compile(
    rf"(?:\)|{BRACKETS}), (?:aged )?(?:\d\d?, )?"
    r"((?:an? |the )?(?:[\w’'./&-]+ ){0,14}?[\w’'./&-]+(?: \([^()]{1,40}\))?)"
    r"(?=[,;:]|\.(?: |$)|$| said\b)"
)
_IN_BRACKETS = re.compile(r" \(([^()]{4,90})\)")
_RELATIVE = re.compile(rf"(?:\)|{BRACKETS}), ((?:who|which) [^,;:()]{{10,160}})(?=[,;.]|$)")
_COPULA = re.compile(
    rf"{BRACKETS},? (?:is|was|are|were) ((?:an?|the|one of) [^;:]{{8,200}}?)(?=[,;]|\.(?: |$)|$)"
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


def _parenthesis(around: Around) -> Span | None:
    """Find "X (head of the fund)" and "FT (Financial Times)"."""
    match = _IN_BRACKETS.match(around.behind)
    if not match:
        return None
    is_told = around.mention.kind == "person" and match[1][0].islower() and is_person(match[1])
    is_told = is_told or said_of_things.expands(around.mention.surface, match[1])
    return around.from_behind(match) if is_told else None


def _relative(around: Around) -> Span | None:
    match = _RELATIVE.match(around.behind)
    return around.from_behind(match) if match else None


def _copula(around: Around) -> Span | None:
    """What a sentence that begins with the name says it is."""
    match = _COPULA.match(around.behind) if _begins(around) else None
    return around.from_behind(match) if match else None


def _predicate(around: Around) -> Span | None:
    """What a sentence that begins with the name says of it, if that describes it."""
    if not _begins(around) or len(around.behind) >= BEHIND:
        return None
    match = _predicates(_VERBS.get(around.mention.kind, "predicate")).match(around.behind)
    if not match or match[1][-1] not in ".!":
        return None
    start, end = around.from_behind(match)
    return start, end - 1


def _begins(around: Around) -> bool:
    return around.before in ("", "The ", "the ")


_VERBS = {"person": "predicate_of_persons"}


@lru_cache(maxsize=2)
def _predicates(table: str) -> re.Pattern[str]:
    verbs = "|".join(tables()["verbs"][table])
    return re.compile(rf"(?: \([^()]{{1,60}}\))? ((?:{verbs})\b .{{12,}})$", re.DOTALL)


_THINGS = frozenset(("place", "organization", "group", "event", "work"))
_BODIES = frozenset(("place", "organization"))
_PERSONS = frozenset(("person",))

_PATTERNS: tuple[tuple[str, frozenset[str], Callable[[Around], Span | None]], ...] = (
    ("title", _PERSONS, said_of_persons.office),
    ("title", _PERSONS, said_of_persons.before_comma),
    ("title", _PERSONS, said_of_persons.title),
    ("title", _PERSONS, said_of_persons.honorific),
    ("title", _BODIES, said_of_things.before_comma),
    ("title", _BODIES, said_of_things.title),
    ("appositive", _PERSONS | _THINGS, _appositive),
    ("copula", _PERSONS | _THINGS, _copula),
    ("parenthesis", _PERSONS | _THINGS, _parenthesis),
    ("parenthesis", _BODIES, said_of_things.spelled_out),
    ("office", _PERSONS, said_of_persons.in_office),
    ("relative clause", _PERSONS | _THINGS, _relative),
    ("participle", _BODIES, said_of_things.founded),
    ("called", _PERSONS, said_of_persons.called),
    ("of", _PERSONS, said_of_persons.of_what),
    ("of", _PERSONS, said_of_persons.of),
    ("of", _THINGS, said_of_things.with_its_noun),
    ("list", _PERSONS, said_of_persons.example),
    ("list", _PERSONS, said_of_persons.listed),
    ("list", _BODIES, said_of_things.example),
    ("kin", _PERSONS, said_of_persons.kin),
    ("of", _PERSONS, said_of_persons.in_brackets),
    ("where from", _PERSONS, said_of_persons.from_where),
    ("where from", _PERSONS, said_of_persons.of_people),
    ("whose", _PERSONS, said_of_persons.whose),
    ("whose", _BODIES, said_of_things.whose),
    ("made by", _PERSONS, said_of_persons.maker),
    ("made by", _BODIES, said_of_things.maker),
    ("where it is", frozenset(("place",)), said_of_things.in_its_region),
    ("where it is", _THINGS, said_of_things.where),
    ("first descriptive mention", _PERSONS | _THINGS, _predicate),
)
