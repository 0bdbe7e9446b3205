"""The kind of each name that the model found: by a firm rule, else by what was learned.

What was learned weighs the name's own sentence and the mean of its mentions in the text alike.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from ...model import Mention
from ..facts.known_bodies import is_well_known
from ..facts.known_persons import is_known_by_surname, said_of_person
from ..names.names import clean_span, is_cut
from ..names.names_of_persons import person_in
from ..names.no_names import names_nothing
from ..places.gazetteer import is_city
from ..who_is_who.address import first_names
from ..who_is_who.honorific import without_honorific
from ..words import fold, without_the
from .common_nouns import common_nouns
from .name_kinds import MODEL, described, is_hint, type_name
from .said_outright import STATED, said_outright
from .surroundings import KIND_OF_LABEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ...model import Document, Parse, Span

_BODY_OF = re.compile(
    r"(?:Cent(?:er|re)|Department|Ministry|Institute|University|Bank|Bureau|Office|Committee"
    r"|Commission|Council|Association|Federation|Union|Society|Board|College|School)"
    r" (?:of|for|on) (?:the )?[A-Z]"
)
"""How the name of a body begins: "Center for Food Safety"."""

_EITHER = re.compile(  # of bodies it may be one: "Dead or Alive"
    r"([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*) or (?:the )?([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*)"
)

UNLIKELY = 0.45
"""How likely a span has to be none of the kinds for us to let it go."""

LIKELY = {"person": 0.45, "place": 0.45, "organization": 0.4}
"""How likely a span has to be of a kind for us to keep it; chosen by cross-validation."""

OFTEN = 3
"""A name that a text has so often is one, and is dropped only if it is clearly none."""

UNLIKELY_IF_OFTEN = 0.6
LIKELY_IF_OFTEN = 0.2

OWN = 0.5
"""What a name's own sentence weighs beside the mean of its mentions in the text."""

CLEARLY = 0.25
"""How much likelier a kind has to be than the model's for us to prefer it."""

SURELY = 0.8
"""How much likelier another kind, or none, has to be than the one that a sentence says outright."""

SCORED_KINDS = ("person", "place", "organization")


def typed_names(document: Document, parsed: Parse) -> Iterator[Mention]:
    """Yield the model's names, cut and typed, without those that are most likely none.

    In a heading in capitals every word looks like a name: what is none of a person's is one there
    only if it is named elsewhere as well.
    """
    found = list(_typed_names(document, parsed))
    in_capitals = list(_are_shouted(document.text, found))
    usual = {
        fold(each.surface) for each, is_so in zip(found, in_capitals, strict=True) if not is_so
    }
    for each, is_so in zip(found, in_capitals, strict=True):
        if not is_so or fold(each.surface) in usual:
            yield each


def _are_shouted(text: str, found: Iterable[Mention]) -> Iterator[bool]:
    """Tell of each name but persons' whether its line holds more, all of it in capitals."""
    lines = [line.strip() if line.isupper() else "" for line in text.split("\n")]
    ends = [match.start() for match in re.finditer("\n", text)]
    for each in found:
        line = lines[bisect_left(ends, each.span[0])] if each.kind != "person" else ""
        yield each.surface.isupper() and line not in ("", each.surface)


def _typed_names(document: Document, parsed: Parse) -> Iterator[Mention]:
    text, said = document.text, described(document.text, parsed.claims)
    common = common_nouns(text)
    outright = said_outright(text, parsed.names, parsed.claims)
    typed = []
    cleaned = (
        (number, (start, end), span, label)
        for number, (start, end, label) in enumerate(parsed.names)
        if label in KIND_OF_LABEL
        for span in _one_or_two(text, clean_span(text, (start, end)), label)
    )
    for number, (start, end), span, label in cleaned:
        surface = text[slice(*span)]
        kind = KIND_OF_LABEL[label]
        if is_cut(text, span) or names_nothing(text, span, kind) or surface in common:
            continue
        by_rule = type_name(text, span, kind, said.get((start, end), ""))
        by_rule = (by_rule[1] == MODEL and _by_lists(surface, by_rule[0])) or by_rule
        scores = parsed.scores[number] if parsed.scores else ()
        stated = outright.get((start, end), "")
        typed.append((span, label, by_rule, scores, stated))
    means = _means(
        (fold(without_honorific(text[slice(*s)])), scores) for s, _, _, scores, _ in typed
    )
    for found, label, (kind, rule, confidence), scores, stated in typed:
        span, surface = found, text[slice(*found)]
        if scores and is_hint(rule):
            times, mean = means[fold(without_honorific(surface))]
            likely = [OWN * own + (1 - OWN) * all_ for own, all_ in zip(scores, mean, strict=True)]
            kind, rule, confidence = _by_scores(  # noqa: PLW2901
                likely, KIND_OF_LABEL[label], is_often=times >= OFTEN
            )
            if stated and kind != stated and _may_be(stated, likely):
                kind, rule, confidence = stated, STATED, 0.85  # noqa: PLW2901
            if not kind:
                continue
        elif stated and rule == MODEL:  # the model's "group", which was never learned
            kind, rule, confidence = stated, STATED, 0.85  # noqa: PLW2901
        if kind == "person":
            inside = person_in(text, span)
            if inside is None:
                continue
            span, surface = inside, text[slice(*inside)]
        yield Mention(document.slug, span, surface, kind, rule, confidence)


def _one_or_two(text: str, span: Span | None, label: str) -> Iterator[Span]:
    """The two names that the model took for one: "the BBC and the UN", "Peru or Chile"."""
    if span is None:
        return
    if label != "ORG" and (either := _EITHER.fullmatch(text, *span)):
        yield either.span(1)
        yield either.span(2)
        return
    first, _, second = text[slice(*span)].partition(" and ")
    plain = without_the(second)
    is_known = is_well_known(first) and is_well_known(plain)
    if second and (is_known or (_BODY_OF.match(first) and _BODY_OF.match(plain))):
        yield span[0], span[0] + len(first)
        yield span[1] - len(plain), span[1]
    else:
        yield span


def _by_lists(surface: str, kind: str) -> tuple[str, str, float] | None:
    """Whom our list knows by a surname alone, and whom a first name tells in capitals."""
    is_theirs = is_known_by_surname(surface) and not is_city(surface)  # Kant is a town as well
    if is_theirs and kind == "person":
        return kind, "surname of somebody well known", 0.85
    is_full = kind in ("place", "organization") and surface.isupper() and " " in surface
    usual = surface.title()
    is_somebody = fold(surface.split(maxsplit=1)[0]) in first_names() or said_of_person(usual) != ""
    if is_full and is_somebody and not is_city(usual):
        return "person", "first name in capitals", 0.85
    return None


def _may_be(kind: str, scores: Sequence[float]) -> bool:
    """Tell whether what was learned leaves open that a name is what its sentence says it is."""
    odds = dict(zip(SCORED_KINDS, scores[:-1], strict=True))
    if kind not in odds:
        return scores[-1] < SURELY
    return max(odds.values()) - odds[kind] < SURELY and scores[-1] < SURELY


def _means(scored: Iterable[tuple[str, Sequence[float]]]) -> dict[str, tuple[int, list[float]]]:
    """How often each name is scored, by its key, and the mean of its scores."""
    by_key: dict[str, list[Sequence[float]]] = defaultdict(list)
    for key, scores in scored:
        if scores:
            by_key[key].append(scores)
    return {
        key: (len(found), [sum(column) / len(found) for column in zip(*found, strict=True)])
        for key, found in by_key.items()
    }


def _by_scores(scores: Sequence[float], kind: str, *, is_often: bool) -> tuple[str, str, float]:
    """The kind of a name by what was learned; none where it is most likely no such name.

    The model's own `kind` stands unless another one is clearly likelier. The claim stays below
    those of firm rules, so that it does not outvote them.
    """
    *likely, none = scores
    odds = dict(zip(SCORED_KINDS, likely, strict=True))
    best = max(SCORED_KINDS, key=odds.__getitem__)
    if kind in odds and odds[best] - odds[kind] < CLEARLY:
        best = kind
    unlikely = UNLIKELY_IF_OFTEN if is_often else UNLIKELY
    if none > unlikely or odds[best] < (LIKELY_IF_OFTEN if is_often else LIKELY[best]):
        return "", "", none
    claim = odds[best] if odds[best] < 0.75 else 0.75 + (odds[best] - 0.75) / 5
    return best, "learned from annotated texts", round(max(0.4, claim), 3)
