"""Names in a document: the model's spans and the lists go in, mentions with a kind come out.

Each name is cut and typed by itself (see `names`); then the whole document votes, so that a
name has one kind in it, and its untagged occurrences are found as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from ..model import Mention
from .date_names import MONTHS
from .dates import find_dates
from .decide import NAMED_BY_EDITOR
from .kinds import typed_names
from .names import (
    POSSESSIVE,
    honorific_before,
    without_honorific,
)
from .words import countries, fold, word_lists

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..model import Document, Parse, Span

WEIGHT = 8
"""The power of a mention's confidence in a vote: one that is sure outweighs three guesses."""

KNOWN = 0.6
"""How sure we have to be of a name to look for it where the model did not see one."""

_WORD = re.compile(r"\w[\w’'.-]*")
_WORD_BACK = re.compile(r"[\w’'-]+")
_ACRONYM_IN_BRACKETS = re.compile(r" \((?:the )?([A-Z][A-Z&.-]{1,8})\)")
_NEXT_WORD = re.compile(r" ([A-Z][\w-]+)")
_CAPITALIZED = re.compile(r"\b[A-Z][a-z]+(?: (?:of |the |and )?[A-Z][a-z]+){0,3}\b")


def recognize(
    document: Document, parsed: Parse, gazetteer: Mapping[str, str] | None = None
) -> tuple[Mention, ...]:
    """Return the mentions of `document` in order, without overlaps.

    `gazetteer` maps names that are known from elsewhere (an editor's entries) to their kind;
    they are found wherever they stand, whether the model saw them or not, but for inside a longer
    name. A phrase without a kind is none of these: nothing inside it is found.
    """
    named = [*typed_names(document, parsed), *_events(document), *_explained(document)]
    voted = _vote(_short_forms(document, named))
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


def _events(document: Document) -> Iterator[Mention]:
    rule = "event after a date or a name"
    for match in _event_pattern().finditer(document.text):
        yield Mention(document.slug, match.span(), match[0], "event", rule, 0.8)


@lru_cache(maxsize=1)
def _event_pattern() -> re.Pattern[str]:
    """Find "the April uprising", "the June 2010 clashes", "the Tulip Revolution"."""
    words = sorted(word_lists()["event_pattern"]["words"], key=lambda word: (-len(word), word))
    nouns = "|".join(words)
    adjectives = "|".join(word_lists()["event_pattern"]["adjectives"])
    return re.compile(
        rf"\b(?:(?:{'|'.join(MONTHS)})(?: (?:1\d|20)\d\d)?|(?:1\d|20)\d\d)"
        rf" (?:(?:{adjectives}) )?(?:{nouns})\b"
        rf"|\b[A-Z][a-z]+ (?:Revolution|Uprising|War)\b"
    )


def _explained(document: Document) -> Iterator[Mention]:
    """Find names with their acronyms in brackets, whose letters tell where the name begins."""
    for match in _ACRONYM_IN_BRACKETS.finditer(document.text):
        start = _start_of_explained(document.text, match.start(), match[1])
        if start is not None:
            for span, rule in (
                ((start, match.start()), "name explained by its acronym"),
                (match.span(1), "acronym of a name"),
            ):
                surface = document.text[slice(*span)]
                yield Mention(document.slug, span, surface, "organization", rule, 0.9)


def _start_of_explained(text: str, end: int, acronym: str) -> int | None:
    wanted = [char for char in acronym if char.isalpha()]
    start = end
    for word in reversed(list(_WORD_BACK.finditer(text, max(0, end - 120), end))):
        if not wanted:
            break
        if word[0][0] == wanted[-1]:
            wanted.pop()
            start = word.start()
        elif word[0][0].isupper():
            return None
    return None if wanted or "\n" in text[start:end] else start


def _short_forms(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Type a lone word as a person where it is part of a person's full name in the text.

    "Marat Bakiyev" of whom the model saw "Marat" alone becomes whole, if there is another
    Bakiyev. A family in the plural ("the Bakiyevs") is nobody's mention and is left out.
    """
    mentions = [_with_surname(document, mention, mentions) for mention in mentions]
    full = [without_honorific(m.surface).split() for m in mentions if m.kind == "person"]
    lasts = {words[-1] for words in full if len(words) > 1}
    parts = lasts | {words[0] for words in full if len(words) > 1}
    rule = "part of a full name in the text"
    return [
        replace(mention, kind="person", rule=rule, confidence=0.9)
        if mention.surface in (lasts if mention.kind == "place" else parts)
        and mention.confidence < 0.9
        else mention
        for mention in mentions
        if not (mention.surface.endswith("s") and mention.surface[:-1] in parts)
    ]


def _with_surname(document: Document, mention: Mention, mentions: Iterable[Mention]) -> Mention:
    following = _NEXT_WORD.match(document.text, mention.span[1])
    if following is None or " " in mention.surface or mention.kind in ("event", "group"):
        return mention
    surname = following[1]
    full = (m.surface for m in mentions if m.kind == "person" and " " in m.surface)
    if not any(name.endswith(f" {surname}") for name in full):
        return mention
    span = (mention.span[0], following.end())
    surface = document.text[slice(*span)]
    rule = "first name before a surname of the text"
    return replace(mention, span=span, surface=surface, kind="person", rule=rule, confidence=0.9)


def _vote(mentions: Sequence[Mention]) -> list[Mention]:
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


def _propagate(document: Document, known: Mapping[str, Mention]) -> Iterator[Mention]:
    """Find names known in the document where the model missed them."""
    names = {
        surface: mention
        for surface, mention in known.items()
        if mention.kind in ("person", "place", "organization", "group")
        and len(surface) > 2
        and mention.confidence >= KNOWN
    }
    for (start, end), surface in _occurrences(document.text, names):
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
        if len(match[0]) > 3 and fold(match[0]) in countries():
            yield Mention(document.slug, match.span(), match[0], "place", "name of a country", 0.9)


def _gazetteer(document: Document, gazetteer: Mapping[str, str]) -> Iterator[Mention]:
    for span, surface in _occurrences(document.text, gazetteer):
        yield Mention(document.slug, span, surface, gazetteer[surface], NAMED_BY_EDITOR, 1.0)


def _dates(document: Document) -> Iterator[Mention]:
    """Find dates; `Mention.entry` carries the value until `resolve` makes it an id."""
    for dated in find_dates(document.text, document.date):
        surface = document.text[slice(*dated.span)]
        yield Mention(
            document.slug, dated.span, surface, "date", dated.rule, dated.confidence, dated.value
        )


def _occurrences(text: str, names: Iterable[str]) -> Iterator[tuple[Span, str]]:
    """Yield every place where one of `names` stands as whole words, longest names first.

    Linear in the text, however many names begin alike: they are grouped by their first word, and
    looked up by what stands there in each of the lengths that these have.
    """
    by_first: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if first := _WORD.match(name):
            by_first[_bare(first[0])].add(name)
    lengths = {
        first: sorted({len(name) for name in group}, reverse=True)
        for first, group in by_first.items()
    }
    taken = 0
    for word in _WORD.finditer(text):
        if word.start() < taken:
            continue
        bare = _bare(word[0])
        for length in lengths.get(bare, ()):
            end = word.start() + length
            name = text[word.start() : end]
            if end > len(text):  # cut short, it may be another name
                continue
            if name in by_first[bare] and not text[end : end + 1].isalnum():
                taken = end
                yield (word.start(), end), name
                break


def _bare(word: str) -> str:
    """A word without a possessive, a final period, or what a hyphen joins to it."""
    return POSSESSIVE.sub("", word).split("-")[0].rstrip(".")
