"""What a whole text says of a name's kind: its mentions go in and come out with one kind a name.

Parts of a full name are persons, and the kind that has most weight in the text wins.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from ..who_is_who.address import first_names
from ..who_is_who.honorific import without_honorific
from ..words import countries, fold, peoples, word_lists

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from ...model import Document, Mention

WEIGHT = 8
"""The power of a mention's confidence in a vote: one that is sure outweighs three guesses."""

PART_OF_A_NAME = "part of a full name in the text"
"""The rule by which a lone word is somebody of this text: it says nothing of other texts."""

_THERE = re.compile(
    r"\b(?:in|to|from|of|at|near|into|across|between|inside|outside|visited) (?:the )?$"
)
_ITS = re.compile(
    r"['’]s (?:[Kk]ing|queen|government|army|president|prime|parliament|foreign|capital)\b|, [A-Z]"
)
FIRST_WORD = "first word of a company’s name in the text"

_NEXT_WORD = re.compile(r" ([A-Z][\w-]+)")


def with_full_names(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Type a lone word as a person where it is part of a person's full name in the text.

    "Marat Bakiyev" of whom the model saw "Marat" alone becomes whole, if there is another
    Bakiyev. A family in the plural ("the Bakiyevs") is nobody's mention and is left out.
    """
    mentions = [_without_a_people(mention, mentions) for mention in mentions]
    surnames = frozenset(
        m.surface.rpartition(" ")[2] for m in mentions if m.kind == "person" and " " in m.surface
    )
    mentions = [_with_surname(document, mention, surnames) for mention in mentions]
    full = [without_honorific(m.surface).split() for m in mentions if m.kind == "person"]
    lasts = {words[-1] for words in full if len(words) > 1 and words[-2] != "the"}
    parts = lasts | {words[0] for words in full if len(words) > 1}
    firms = _first_words_of_firms(mentions) - parts
    mentions = [
        replace(mention, kind="organization", rule=FIRST_WORD, confidence=0.85)
        if mention.kind == "person" and mention.surface in firms
        else mention
        for mention in mentions
    ]
    namesakes = _namesakes_of_lands(document, mentions, lasts)
    return [
        replace(mention, kind="person", rule=PART_OF_A_NAME, confidence=0.9)
        if mention.surface in (lasts if mention.kind == "place" else parts)
        and (mention.confidence < 0.9 or mention.surface in namesakes)
        else mention
        for mention in mentions
        if not (mention.surface.endswith("s") and mention.surface[:-1] in parts)
    ]


def _namesakes_of_lands(
    document: Document, mentions: Iterable[Mention], surnames: Container[str]
) -> set[str]:
    """The surnames that are a country's name, too, which the text has nowhere as a place's.

    "Michael Jordan" is called Jordan where nothing is "in Jordan".
    """
    lands = {
        m.surface for m in mentions if m.surface in surnames and fold(m.surface) in countries()
    }
    for mention in mentions:
        start, end = mention.span
        before = document.text[max(0, start - 12) : start]
        is_there = _THERE.search(before) or _ITS.match(document.text, end)
        if mention.surface in lands and is_there:
            lands.discard(mention.surface)
    return lands


def _first_words_of_firms(mentions: Iterable[Mention]) -> set[str]:
    """The words that names of companies begin with, by which they go on: "Coleco" Industries."""
    words = (m.surface.split() for m in mentions if m.kind == "organization" and " " in m.surface)
    ends = {*word_lists()["legal_forms"]["words"], *word_lists()["short_of"]["companies"]}
    return {
        name[0]
        for name in words
        if name[-1].rstrip(".,") in ends and fold(name[0]) not in first_names()
    }


def _without_a_people(mention: Mention, mentions: Iterable[Mention]) -> Mention:
    """A name without the adjective of a people that only stands before it: "American YouTube"."""
    first, _, rest = mention.surface.partition(" ")
    if not rest or mention.kind != "organization" or fold(first) not in peoples():
        return mention
    if all(other.surface != rest for other in mentions):
        return mention
    return replace(mention, surface=rest, span=(mention.span[1] - len(rest), mention.span[1]))


def _with_surname(document: Document, mention: Mention, surnames: Container[str]) -> Mention:
    following = _NEXT_WORD.match(document.text, mention.span[1])
    if following is None or " " in mention.surface or mention.kind in ("event", "group"):
        return mention
    if following[1] not in surnames:
        return mention
    span = (mention.span[0], following.end())
    surface = document.text[slice(*span)]
    rule = "first name before a surname of the text"
    return replace(mention, span=span, surface=surface, kind="person", rule=rule, confidence=0.9)


def vote(mentions: Sequence[Mention]) -> list[Mention]:
    """Give each name the kind that has most weight in the document: one sense a text."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for mention in mentions:
        votes[_vote_key(mention)][mention.kind] += mention.confidence**WEIGHT
    return [_as_voted(mention, votes[_vote_key(mention)]) for mention in mentions]


def _vote_key(mention: Mention) -> str:
    return fold(without_honorific(mention.surface))


def _as_voted(mention: Mention, votes: Mapping[str, float]) -> Mention:
    kind = max(sorted(votes), key=votes.__getitem__)
    if kind == mention.kind:
        return mention
    return replace(mention, kind=kind, rule="kind it has elsewhere in the text", confidence=0.65)
