"""A text's mentions go in; those come out as peoples that it counts: "the Gauchos", "a Gaucho".

Nobody's own name has an article and a plural. A text that has both of one word, and hardly ever
without "a" or "the", speaks of a sort of people.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...model import Document, Mention

RULE = "counted like a people"
_CONFIDENCE = 0.8
_UNSURE = 0.75
"""So sure of another kind is no mention that is only counted."""
_ENOUGH = 3
_MOST = 0.8
_COUNTED = re.compile(
    r"\b(?:an?|the|these|those|some|many|few|several|all|other|two|three|of)(?: [a-z-]+)? $",
    re.IGNORECASE,
)
_BEFORE = 24  # characters looked at


def told_as_peoples(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions; what a text counts is a group."""
    words = _counted(document, mentions)
    return [
        replace(mention, kind="group", rule=RULE, confidence=_CONFIDENCE)
        if _may_be_one(mention) and mention.surface.removesuffix("s") in words
        else mention
        for mention in mentions
    ]


def _may_be_one(mention: Mention) -> bool:
    return mention.kind in ("person", "organization") and mention.surface.isalpha()


def _counted(document: Document, mentions: Sequence[Mention]) -> set[str]:
    """The words, in the singular, that stand in both numbers and mostly behind an article."""
    numbers: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        if not mention.surface.isalpha():
            continue
        word, start = mention.surface.removesuffix("s"), mention.span[0]
        counts = numbers[word]
        counts["plural" if word != mention.surface else "singular"] += 1
        counts["counted"] += bool(_COUNTED.search(document.text, max(0, start - _BEFORE), start))
        is_somebody = mention.kind == "person" and mention.confidence >= _UNSURE
        counts["other"] += is_somebody or mention.kind == "place"  # "the Falklands"
    return {word for word, counts in numbers.items() if _is_counted(counts)}


def _is_counted(counts: Counter[str]) -> bool:
    total = counts["plural"] + counts["singular"]
    both = counts["plural"] > 0 and counts["singular"] > 0
    is_other = counts["other"] > (1 - _MOST) * total
    return both and not is_other and total >= _ENOUGH and counts["counted"] >= _MOST * total
