"""Names that the language model misses or cuts: what a text's words and our lists tell of them.

A document goes in, with the mentions that are known, and mentions come out. One function a sort of
evidence; `recognize` calls them in their order.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...model import Mention
from ..facts.former_lands import realms
from ..facts.known_works import known_works
from ..places.regions import regions
from ..who_is_who.keys import initials_of
from ..who_is_who.known_as import other_names
from ..words import fold
from .abbreviations import explained
from .bodies_of_places import RULE as OF_PLACES
from .bodies_of_places import bodies_of_places
from .cast import RULE as CAST
from .cast import named_in_cast
from .epithets import with_epithets
from .events import events
from .introduced import introduced
from .laws import laws
from .listed_bodies import listed_bodies
from .peoples_of_lands import peoples_of_lands
from .ships import ships
from .well_known import RULE as WELL_KNOWN
from .well_known import well_known
from .works import works

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ...model import Document, Parse, Span

OTHER_NAME = "other name that the text gives"
LISTED = "behind a noun of an organization"
OF_LANDS = "people whose land the text speaks of"
INTRODUCED = "full name behind a noun of a person"
LETTERS = "letters behind a name"
_LETTERS = re.compile(r" \(([A-Z][A-Za-z]?[A-Z]{1,5})\)")
_FIRM = 0.85
_BY_WORDS = (
    ("event", events, 0.8),
    ("work", works, 0.9),
    ("law", laws, 0.9),
    ("ship", ships, 0.9),
    ("place", realms, 0.9),
    ("person", with_epithets, 0.9),
)
"""Kinds that the words in a name or around it tell, and how surely."""


def of_cast(document: Document) -> Iterator[Mention]:
    """Find those whom a play's list of characters names, whoever missed them."""
    for name in named_in_cast(document.text):
        yield _found(document, name, "person", CAST, 0.9)


def outside_cast(document: Document, seen: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions that are no name, and no part of a name or a trade, in such a list."""
    spans = [(name[0], said[1]) for name, said in named_in_cast(document.text).items()]
    taken = {place for span in spans for place in range(*span)}
    return (each for each in seen if each.kind != "person" or taken.isdisjoint(range(*each.span)))


def told_by_words(document: Document) -> Iterator[Mention]:
    """Find events, works, laws, ships and realms, which words in or around them tell."""
    for kind, find, confidence in _BY_WORDS:
        for span, rule in find(document.text):
            yield _found(document, span, kind, rule, confidence)


def names_explained(document: Document) -> Iterator[Mention]:
    """Find names with their acronyms in brackets, whose letters tell where the name begins."""
    for each in explained(document.text):
        if each.is_name:
            is_region = fold(document.text[slice(*each.long)]) in regions()
            kind = "place" if is_region else "organization"
            yield _found(document, each.long, kind, "name explained by its acronym", 0.9)
            yield _found(document, each.span, kind, "acronym of a name", 0.9)


def letters_behind(document: Document, named: Iterable[Mention]) -> Iterator[Mention]:
    """Find the letters in brackets behind a body, of whatever words they are: a party's own ones.

    "The Italian Socialists (SDI)" are called so in Italian.
    """
    for each in named:
        match = _LETTERS.match(document.text, each.span[1])
        land = each.surface.rpartition(" of ")[2]  # "Parliament of New South Wales (NSW)"
        is_full = each.kind == "organization" and " " in each.surface
        if match and is_full and initials_of(land) != fold(match[1]):
            yield _found(document, match.span(1), "organization", LETTERS, 0.85)


def names_well_known(document: Document) -> Iterator[Mention]:
    """Find the names that all texts know, whatever the model takes them for."""
    for span, kind in well_known(document.text):
        yield _found(document, span, kind, WELL_KNOWN, 0.85)
    for span in known_works(document.text):
        yield _found(document, span, "work", WELL_KNOWN, 0.85)


def outside(mentions: Iterable[Mention], known: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions that are no part of a name that all texts know."""
    taken = {place for each in known for place in range(*each.span)}
    return (each for each in mentions if not taken.issuperset(range(*each.span)))


def with_listed(document: Document, named: Sequence[Mention]) -> list[Mention]:
    """Add the bodies that a noun in front of them tells, where no firm rule knows better."""
    firm = {place for each in named if each.confidence >= _FIRM for place in range(*each.span)}
    listed = [
        _found(document, span, "organization", LISTED, 0.85)
        for span in listed_bodies(document.text)
        if firm.isdisjoint(range(*span))
    ]
    taken = {place for each in listed for place in range(*each.span)}
    return [*(each for each in named if taken.isdisjoint(range(*each.span))), *listed]


def with_peoples(document: Document, parsed: Parse, named: Sequence[Mention]) -> list[Mention]:
    """Add the peoples whose land a text speaks of, unless the model takes one for a landscape."""
    spans = [*peoples_of_lands(document.text)]
    if not spans:
        return [*named]
    lands = {
        document.text[start:end] for start, end, label in parsed.names if label in ("LOC", "FAC")
    }
    peoples = {
        span: _found(document, span, "group", OF_LANDS, 0.9)
        for span in spans
        if document.text[slice(*span)] not in lands
    }
    return [*(each for each in named if each.span not in peoples), *peoples.values()]


def names_introduced(document: Document, named: Sequence[Mention]) -> list[Mention]:
    """Find full names behind a noun of a person; a name that they hold is theirs."""
    known = {mention.span for mention in named if mention.kind == "person"}
    return [
        _found(document, span, "person", INTRODUCED, 0.85)
        for span in introduced(document.text, named)
        if span not in known
    ]


def named_otherwise(document: Document, named: Sequence[Mention]) -> list[Mention]:
    """Find the other names that the text gives persons with a full name, if they have no kind."""
    full = [each for each in named if each.kind == "person" and " " in each.surface]
    taken = {place for each in named for place in range(*each.span)}
    return [
        _found(document, span, "person", OTHER_NAME, 0.85)
        for span in other_names(document.text, [each.span[1] for each in full])
        if taken.isdisjoint(range(*span))
    ]


def behind_places(document: Document, named: Sequence[Mention]) -> list[Mention]:
    """Find the bodies and buildings whose names begin with those of places."""
    return [
        _found(document, span, kind, OF_PLACES, 0.85)
        for span, kind in bodies_of_places(document.text, named)
    ]


def _found(document: Document, span: Span, kind: str, rule: str, confidence: float) -> Mention:
    """Return what stands in a span as a mention."""
    return Mention(document.slug, span, document.text[slice(*span)], kind, rule, confidence)
