"""What a whole text shows of a name: its names and claims go in, features of each name come out.

Beside what stands in the sentence (see `features`): the rule that would type the name, what the
grammar calls it, the words around its other occurrences, the model's labels of those. All of
it is evidence that the learned weights balance; no feature decides.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from ...model import KINDS
from ..names.names import clean_span
from ..who_is_who.honorific import without_honorific
from ..words import fold, head_words, honorifics
from .calibrate import family
from .name_kinds import described, type_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ...model import Claim, Span

KIND_OF_LABEL = {label: kind.name for kind in KINDS.values() for label in kind.labels}
"""Our kinds by the labels of the language model."""

_NEAR = 20  # characters on each side in which the word beside an occurrence is looked for
_AFTER = re.compile(r"\s*([’']s|\w+|[^\w\s])")


def surroundings(
    text: str, names: Sequence[tuple[int, int, str]], claims: Iterable[Claim]
) -> list[frozenset[str]]:
    """Return for each of `names` (start, end, the model's label) the features that it has."""
    said = described(text, claims)
    spans = [clean_span(text, (start, end)) for start, end, _ in names]
    bare = [without_honorific(text[slice(*span)]) if span else "" for span in spans]
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for name, (_, _, label) in zip(bare, names, strict=True):
        labels[fold(name)][label] += 1
    parts = {
        word
        for name, (_, _, label) in zip(bare, names, strict=True)
        if label == "PERSON" and " " in name
        for word in (name.split()[0], name.split()[-1])
    }
    beside = {name: list(_beside(text, name)) for name in {*bare} - {""}}
    found = []
    for (start, end, label), span, name in zip(names, spans, bare, strict=True):
        if span is None:
            found.append(frozenset(("no name in it",)))
            continue
        words = [*_of_itself(text, span, label, said.get((start, end), ""))]
        words += _elsewhere(span, beside[name])
        words += _votes(labels[fold(name)])
        if " " not in name:
            words.append(f"part of a person's name {name in parts}")
        found.append(frozenset(words))
    return found


def _of_itself(text: str, span: Span, label: str, said: str) -> Iterator[str]:
    kind, rule, _ = type_name(text, span, KIND_OF_LABEL.get(label, ""), said)
    yield f"rule {family(rule)} {kind}"
    if said:
        yield f"said {said}"
    surface = text[slice(*span)]
    name = without_honorific(surface)
    yield f"honorific {name != surface}"
    *inside, last = name.split()
    for word in inside:
        if word in head_words():
            yield f"{head_words()[word]} word inside"
    if last in head_words():
        yield f"{head_words()[last]} word at its end"


def _beside(text: str, name: str) -> Iterator[tuple[Span, str, str]]:
    """Yield every occurrence of a name with the kinds of word before and behind it."""
    end, size = 0, len(name)
    while (start := text.find(name, end)) >= 0:
        end = start + size
        if text[start - 1 : start].isalnum() or text[end : end + 1].isalnum():
            continue
        before = text[max(0, start - _NEAR) : start]
        last = before.split()[-1:] if before[-1:].isspace() else []
        yield (start, end), _word_before(last[0]) if last else "", _word_after(text, end)


@lru_cache(maxsize=4096)
def _word_before(word: str) -> str:
    if word[0].islower() or fold(word) in honorifics():
        return word.lower()
    return "^" if word[-1] in ".!?" else "X"


def _word_after(text: str, end: int) -> str:
    match = _AFTER.match(text, end, end + _NEAR)
    if match is None:
        return ""
    return "X" if match[1][0].isupper() else match[1].lower()


def _elsewhere(span: Span, beside: Sequence[tuple[Span, str, str]]) -> Iterator[str]:
    number = len(beside)
    yield f"times {8 if number >= 8 else min(number, 4)}"
    for (start, end), before, after in beside:
        if start >= span[1] or span[0] >= end:
            if before:
                yield f"elsewhere before {before}"
            if after:
                yield f"elsewhere after {after}"


def _votes(labels: Mapping[str, int]) -> Iterator[str]:
    total = sum(labels.values())
    if total > 1:
        for label, number in labels.items():
            yield f"elsewhere {label} {'mostly' if number * 2 > total else 'sometimes'}"
