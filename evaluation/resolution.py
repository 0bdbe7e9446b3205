"""Who is who in a text: gold mentions go through `resolve`, its entities are held against the gold.

Pairwise counts pairs of mentions of one thing; B³ (Bagga and Baldwin, 1998) scores each mention
by the company it keeps.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from annotated_reader.model import Document, Mention
from annotated_reader.stages.resolve import resolve

if TYPE_CHECKING:
    from evaluation.gum import GumText


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision and recall, as sums and what they are out of."""

    precise: float
    found: float
    recalled: float
    wanted: float

    @property
    def precision(self) -> float:
        """The share of what was joined that belongs together."""
        return self.precise / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what belongs together that was joined."""
        return self.recalled / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


Labels = Sequence[tuple[Hashable, Hashable]]
"""For each mention of a text: what the gold calls its thing, and what we call it."""


def resolve_gold(texts: Sequence[GumText]) -> list[Labels]:
    """Return the labels of each text; the texts are one library."""
    documents = [_document(text) for text in texts]
    mentions = {text.id: _mentions(text) for text in texts}
    ours = {
        (mention.document, mention.span): entity.id
        for entity in resolve(documents, mentions)
        for mention in entity.mentions
    }
    return [
        [(name.thing, ours[text.id, (name.start, name.end)]) for name in text.names]
        for text in texts
    ]


def pairwise(texts: Iterable[Labels]) -> Agreement:
    """Return the agreement on pairs of mentions within a text."""
    both = found = wanted = 0
    for labels in texts:
        for (gold, ours), (other_gold, other_ours) in combinations(labels, 2):
            found += ours == other_ours
            wanted += gold == other_gold
            both += ours == other_ours and gold == other_gold
    return Agreement(both, found, both, wanted)


def b_cubed(texts: Iterable[Labels]) -> Agreement:
    """Return the agreement on the company of each mention within its text."""
    precise = recalled = total = 0.0
    for labels in texts:
        by_gold: dict[Hashable, set[int]] = defaultdict(set)
        by_ours: dict[Hashable, set[int]] = defaultdict(set)
        for number, (gold, ours) in enumerate(labels):
            by_gold[gold].add(number)
            by_ours[ours].add(number)
        for gold, ours in labels:
            shared = len(by_gold[gold] & by_ours[ours])
            precise += shared / len(by_ours[ours])
            recalled += shared / len(by_gold[gold])
            total += 1
    return Agreement(precise, total, recalled, total)


def _document(text: GumText) -> Document:
    return Document(text.id, f"{text.id}.txt", "", text.id, text.text, ())


def _mentions(text: GumText) -> list[Mention]:
    return [
        Mention(
            text.id,
            (name.start, name.end),
            text.text[name.start : name.end],
            name.kind,
            "gold",
            0.7,
        )
        for name in text.names
    ]
