"""Names in a document: the model's spans and the lists go in, mentions with a kind come out.

Each name is cut and typed by itself (see `names`); then the whole document votes, so that a
name has one kind in it, and its untagged occurrences are found as well.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ..model import Mention
from .dates.dates import find_dates
from .decide import NAMED_BY_EDITOR
from .kinds.kinds import typed_names
from .kinds.rows import told_as_persons
from .kinds.told_as_peoples import told_as_peoples
from .kinds.told_as_places import told_as_places
from .kinds.votes import vote, with_full_names
from .names.found_by_words import (
    behind_places,
    letters_behind,
    named_otherwise,
    names_explained,
    names_introduced,
    names_well_known,
    of_cast,
    outside,
    outside_cast,
    told_by_words,
    with_listed,
    with_peoples,
)
from .names.occurrences import occurrences
from .places.regions import unmistakable_regions
from .who_is_who.honorific import honorific_before
from .words import countries, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..model import Document, Parse

KNOWN = 0.6
"""How sure we have to be of a name to look for it where the model did not see one."""

_WITH_WORDS = ("work", "event", "law", "ship")
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
    known = list(names_well_known(document))
    seen = [*typed_names(document, parsed), *told_by_words(document), *names_explained(document)]
    seen = [*outside_cast(document, seen), *of_cast(document)]
    named = with_listed(document, [*outside(seen, known), *known])
    named = with_peoples(document, parsed, named)
    named += names_introduced(document, named)
    named += named_otherwise(document, named)
    named += behind_places(document, named)
    named = [*outside(named, short := [*letters_behind(document, named)]), *short]
    voted = told_as_places(document, vote(with_full_names(document, named)))
    voted = told_as_persons(document, voted)
    voted = told_as_peoples(document, voted)
    found = [
        *_gazetteer(document, gazetteer or {}),
        *_dates(document),
        *voted,
        *_propagate(document, {mention.surface: mention for mention in voted}),
        *_countries(document),
    ]
    return without_overlaps(_outside_phrases(found))


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
