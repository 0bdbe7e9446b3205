"""Texts and where their mentions stand in, what the review asks of them out.

A mention in its sentence; how often a word stands in lower case; what touches a mention.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..collect import sentence_around

if TYPE_CHECKING:
    from ...model import Span

_LOWER = re.compile(r"\b[a-zß-öø-ÿ]{2,}\b")


@dataclass(frozen=True, slots=True)
class Context:
    """A mention in its sentence, where it stands, and how it was found.

    `text` is a slug, `sentence` and `span` are positions in that text.
    """

    text: str
    title: str
    sentence: Span
    span: Span
    before: str
    surface: str
    after: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text without its annotations, in sentences."""

    slug: str
    title: str
    text: str
    sentences: tuple[Span, ...]

    def context(self, span: Span, rule: str, confidence: float) -> Context:
        """Return what stands at a span, in its sentence."""
        sentence, before, after = sentence_around(self.text, self.sentences, span)
        surface = self.text[slice(*span)]
        return Context(
            self.slug, self.title, sentence, span, before, surface, after, rule, confidence
        )


@dataclass(frozen=True, slots=True)
class Usage:
    """How all texts use words: how often in lower case, and where mentions of what stand."""

    lower: Mapping[str, int] = field(default_factory=dict)
    starts: Mapping[str, Sequence[int]] = field(default_factory=dict)
    ends: Mapping[str, Sequence[int]] = field(default_factory=dict)
    counts: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def starts_at(self, text: str, at: int) -> bool:
        """Whether a mention begins at a place of a text."""
        return _has(self.starts.get(text, ()), at)

    def ends_at(self, text: str, at: int) -> bool:
        """Whether a mention ends at a place of a text."""
        return _has(self.ends.get(text, ()), at)

    def touches(self, text: str, span: Span) -> bool:
        """Whether a mention overlaps a span, or stands a space away from it."""
        starts, ends = self.starts.get(text, ()), self.ends.get(text, ())
        return bisect_left(starts, span[1] + 2) != bisect_left(ends, span[0] - 1)

    def times(self, entry: str, texts: Collection[str]) -> int:
        """How often some texts mention an entry."""
        return sum(self.counts.get((entry, text), 0) for text in texts)


def usage_of(texts: Iterable[ReadText], contexts: Mapping[str, Sequence[Context]]) -> Usage:
    """Return how texts use words; `contexts` are the mentions in them, by the entry's id."""
    lower: Counter[str] = Counter()
    for text in texts:
        lower.update(_LOWER.findall(text.text))
    starts, ends = defaultdict(list), defaultdict(list)
    counts: Counter[tuple[str, str]] = Counter()
    for entry, found in contexts.items():
        for context in found:
            starts[context.text].append(context.span[0])
            ends[context.text].append(context.span[1])
            counts[entry, context.text] += 1
    return Usage(
        lower,
        {text: sorted(places) for text, places in starts.items()},
        {text: sorted(places) for text, places in ends.items()},
        counts,
    )


def _has(places: Sequence[int], at: int) -> bool:
    number = bisect_left(places, at)
    return number < len(places) and places[number] == at
