"""Names in a document: the model's spans and the lists go in, mentions with a kind come out.

Each name is cut and typed by itself (see `names`); then the whole document votes, so that a
name has one kind in it, and its untagged occurrences are found as well.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ..model import Mention
from .abbreviations import explained
from .bodies_of_places import RULE as OF_PLACES
from .bodies_of_places import bodies_of_places
from .cast import RULE as CAST
from .cast import named_in_cast
from .dates import find_dates
from .decide import NAMED_BY_EDITOR
from .epithets import with_epithets
from .events import events
from .introduced import introduced
from .kinds import typed_names
from .known_as import other_names
from .known_works import known_works
from .laws import laws
from .listed_bodies import listed_bodies
from .names import honorific_before
from .occurrences import occurrences
from .peoples_of_lands import peoples_of_lands
from .regions import regions, unmistakable_regions
from .votes import vote, with_full_names
from .well_known import RULE as WELL_KNOWN
from .well_known import well_known
from .words import countries, fold
from .works import works

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..model import Document, Parse

OTHER_NAME = "other name that the text gives"
LISTED = "behind a noun of an organization"
OF_LANDS = "people whose land the text speaks of"
_FIRM = 0.85
INTRODUCED = "full name behind a noun of a person"

KNOWN = 0.6
"""How sure we have to be of a name to look for it where the model did not see one."""

_BY_WORDS = (
    ("event", events, 0.8),
    ("work", works, 0.9),
    ("law", laws, 0.9),
    ("person", with_epithets, 0.9),
)
"""Kinds that the words in a name or around it tell, and how surely."""

_WITH_WORDS = ("work", "event", "law")
_PROPAGATED = ("person", "place", "organization", "group")
_CAPITALIZED = re.compile(r"\b[A-Z][a-z]+(?: (?:of |the |and )?[A-Z][a-z]+){0,3}\b")


def recognize(
    document: Document, parsed: Parse, gazetteer: Mapping[str, str] | None = None
) -> tuple[Mention, ...]:
    """Return the mentions of `document` in order, without overlaps.

    `gazetteer` maps names that are known from elsewhere (an editor's entries) to their kind;
    they are found wherever they stand, whether the model saw them or not, but for inside a longer
    name. A phrase without a kind is none of these: nothing inside it is found.
    """
    known = list(_well_known(document))
    seen = [*typed_names(document, parsed), *_told_by_words(document), *_explained(document)]
    seen = [*_outside_cast(document, seen), *_of_cast(document)]
    named = _with_listed(document, [*_outside(seen, known), *known])
    named = _with_peoples(document, parsed, named)
    named += _introduced(document, named)
    named += _named_otherwise(document, named)
    named += _behind_places(document, named)
    voted = vote(with_full_names(document, named))
    found = [
        *_gazetteer(document, gazetteer or {}),
        *_dates(document),
        *voted,
        *_propagate(document, {mention.surface: mention for mention in voted}),
        *_countries(document),
    ]
    return without_overlaps(_outside_phrases(found))


def _of_cast(document: Document) -> Iterator[Mention]:
    """Find those whom a play's list of characters names, whoever missed them."""
    for name in named_in_cast(document.text):
        surface = document.text[slice(*name)]
        yield Mention(document.slug, name, surface, "person", CAST, 0.9)


def _outside_cast(document: Document, seen: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions that are no name, and no part of a name or a trade, in such a list."""
    spans = [(name[0], said[1]) for name, said in named_in_cast(document.text).items()]
    taken = {place for span in spans for place in range(*span)}
    return (each for each in seen if each.kind != "person" or taken.isdisjoint(range(*each.span)))


def _outside_phrases(found: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions that are in no phrase which an editor has said to be none of her names."""
    phrases = [mention.span for mention in found if not mention.kind]
    for mention in found:
        start, end = mention.span
        inside = (span for span in phrases if span[0] <= start and end <= span[1])
        if mention.kind and not any(span != mention.span for span in inside):
            yield mention


def without_overlaps(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Keep the longest, then editors' names, then the surest; in order of the text."""
    ranked = sorted(mentions, key=_precedence)
    taken: set[int] = set()
    kept = []
    for mention in ranked:
        places = range(*mention.span)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(mention)
    return tuple(sorted(kept, key=lambda mention: mention.span))


def _precedence(mention: Mention) -> tuple[int, bool, float, int, str, str]:
    start, end = mention.span
    decided = mention.confidence == 1
    return start - end, not decided, -mention.confidence, start, mention.kind, mention.rule


def _told_by_words(document: Document) -> Iterator[Mention]:
    """Find events, works and laws, which the words in them or around them tell."""
    for kind, find, confidence in _BY_WORDS:
        for (start, end), rule in find(document.text):
            surface = document.text[start:end]
            yield Mention(document.slug, (start, end), surface, kind, rule, confidence)


def _explained(document: Document) -> Iterator[Mention]:
    """Find names with their acronyms in brackets, whose letters tell where the name begins."""
    for each in explained(document.text):
        if each.is_name:
            is_region = fold(document.text[slice(*each.long)]) in regions()
            for span, rule in (
                (each.long, "name explained by its acronym"),
                (each.span, "acronym of a name"),
            ):
                surface = document.text[slice(*span)]
                kind = "place" if is_region else "organization"
                yield Mention(document.slug, span, surface, kind, rule, 0.9)


def _well_known(document: Document) -> Iterator[Mention]:
    """Find the names that all texts know, whatever the model takes them for."""
    for (start, end), kind in well_known(document.text):
        surface = document.text[start:end]
        yield Mention(document.slug, (start, end), surface, kind, WELL_KNOWN, 0.85)
    for start, end in known_works(document.text):
        surface = document.text[start:end]
        yield Mention(document.slug, (start, end), surface, "work", WELL_KNOWN, 0.85)


def _outside(mentions: Iterable[Mention], known: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions that are no part of a name that all texts know."""
    taken = {place for each in known for place in range(*each.span)}
    return (each for each in mentions if not taken.issuperset(range(*each.span)))


def _with_listed(document: Document, named: Sequence[Mention]) -> list[Mention]:
    """Add the bodies that a noun in front of them tells, where no firm rule knows better."""
    firm = {place for each in named if each.confidence >= _FIRM for place in range(*each.span)}
    listed = [
        Mention(document.slug, span, document.text[slice(*span)], "organization", LISTED, 0.85)
        for span in listed_bodies(document.text)
        if firm.isdisjoint(range(*span))
    ]
    taken = {place for each in listed for place in range(*each.span)}
    return [*(each for each in named if taken.isdisjoint(range(*each.span))), *listed]


def _with_peoples(document: Document, parsed: Parse, named: Sequence[Mention]) -> list[Mention]:
    """Add the peoples whose land a text speaks of, unless the model takes one for a landscape."""
    spans = [*peoples_of_lands(document.text)]
    if not spans:
        return [*named]
    lands = {
        document.text[start:end] for start, end, label in parsed.names if label in ("LOC", "FAC")
    }
    peoples = {
        span: Mention(document.slug, span, surface, "group", OF_LANDS, 0.9)
        for span in spans
        if (surface := document.text[slice(*span)]) not in lands
    }
    return [*(each for each in named if each.span not in peoples), *peoples.values()]


def _introduced(document: Document, named: Sequence[Mention]) -> list[Mention]:
    """Find full names behind a noun of a person; a name that they hold is theirs."""
    known = {mention.span for mention in named if mention.kind == "person"}
    return [
        Mention(document.slug, span, document.text[slice(*span)], "person", INTRODUCED, 0.85)
        for span in introduced(document.text, named)
        if span not in known
    ]


def _named_otherwise(document: Document, named: Sequence[Mention]) -> list[Mention]:
    """Find the other names that the text gives persons with a full name, if they have no kind."""
    full = [each for each in named if each.kind == "person" and " " in each.surface]
    taken = {place for each in named for place in range(*each.span)}
    return [
        Mention(document.slug, span, document.text[slice(*span)], "person", OTHER_NAME, 0.85)
        for span in other_names(document.text, [each.span[1] for each in full])
        if taken.isdisjoint(range(*span))
    ]


def _behind_places(document: Document, named: Sequence[Mention]) -> list[Mention]:
    """Find the bodies and buildings whose names begin with those of places."""
    return [
        Mention(document.slug, span, document.text[slice(*span)], kind, OF_PLACES, 0.85)
        for span, kind in bodies_of_places(document.text, named)
    ]


def _propagate(document: Document, known: Mapping[str, Mention]) -> Iterator[Mention]:
    """Find names known in the document where the model missed them."""
    names = {
        surface: mention
        for surface, mention in known.items()
        if (mention.kind in _PROPAGATED or (mention.kind in _WITH_WORDS and " " in surface))
        and len(surface) > 2
        and mention.confidence >= KNOWN
    }
    for (start, end), surface in occurrences(document.text, names):
        mention = names[surface]
        if mention.kind == "person":
            start -= honorific_before(document.text, start)  # noqa: PLW2901
        yield replace(
            mention,
            span=(start, end),
            surface=document.text[start:end],
            rule="name known from this text",
            confidence=min(mention.confidence, 0.75),
        )


def _countries(document: Document) -> Iterator[Mention]:
    for match in _CAPITALIZED.finditer(document.text):
        name = fold(match[0]) if len(match[0]) > 3 else ""
        if name in countries() or name in unmistakable_regions():
            yield Mention(document.slug, match.span(), match[0], "place", "name of a country", 0.9)


def _gazetteer(document: Document, gazetteer: Mapping[str, str]) -> Iterator[Mention]:
    for span, surface in occurrences(document.text, gazetteer):
        yield Mention(document.slug, span, surface, gazetteer[surface], NAMED_BY_EDITOR, 1.0)


def _dates(document: Document) -> Iterator[Mention]:
    """Find dates; `Mention.entry` carries the value until `resolve` makes it an id."""
    for dated in find_dates(document.text, document.date):
        surface = document.text[slice(*dated.span)]
        yield Mention(
            document.slug, dated.span, surface, "date", dated.rule, dated.confidence, dated.value
        )
