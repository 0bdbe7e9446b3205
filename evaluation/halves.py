"""Who is who across texts: each GUM text is cut in two, which the gold within it joins again.

Our joining sees the halves of all texts as one library of separate texts. What the annotators
call one thing in both halves should be one entity; what they keep apart should be two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from annotated_reader.stages.words import countries, fold, peoples
from evaluation.resolution import Agreement, resolve_gold

if TYPE_CHECKING:
    from evaluation.gum import GumText
    from evaluation.resolution import Labels


def across_halves(texts: Sequence[GumText], *, lands_once: bool = False) -> Agreement:
    """Return the agreement on pairs of things, one of each half of a text.

    With `lands_once` a land and its state, and all Israelis of a text, count as one thing.
    """
    texts = [one_land(text) for text in texts] if lands_once else texts
    halves = [half for text in texts for half in cut(text)]
    labels = resolve_gold(halves)
    both = found = wanted = 0
    for first, second in zip(labels[::2], labels[1::2], strict=True):
        for (gold, ours), (other_gold, other_ours) in product(_things(first), _things(second)):
            found += ours == other_ours
            wanted += gold == other_gold
            both += ours == other_ours and gold == other_gold
    return Agreement(both, found, both, wanted)


def one_land(text: GumText) -> GumText:
    """Return a text in which all that bear one country's or one people's name are one thing."""
    lands = {
        name.thing: f"{name.kind} {land}"
        for name in text.names
        if (land := _land(text.text[name.start : name.end]))
    }
    names = (replace(name, thing=lands.get(name.thing, name.thing)) for name in text.names)
    return replace(text, names=tuple(names))


def _land(surface: str) -> str:
    """The key of a country or a people; "" for any other name."""
    name = fold(surface)
    if country := countries().get(name):
        return fold(country.name)
    return name.removesuffix("s") if name.removesuffix("s") in peoples() else ""


def cut(text: GumText) -> Iterator[GumText]:
    """Yield the two halves of a text, divided at the paragraph's end nearest to its middle."""
    ends = [n for n in range(len(text.text)) if text.text.startswith("\n\n", n)]
    middle = len(text.text) // 2
    at = min(ends, key=lambda end: abs(end - middle), default=middle)
    yield replace(
        text,
        id=f"{text.id}-1",
        text=text.text[:at],
        names=tuple(name for name in text.names if name.end <= at),
        dates=(),
    )
    yield replace(
        text,
        id=f"{text.id}-2",
        text=text.text[at:],
        names=tuple(
            replace(name, start=name.start - at, end=name.end - at)
            for name in text.names
            if name.start >= at
        ),
        dates=(),
    )


def _things(labels: Labels) -> list[tuple[Hashable, Hashable]]:
    """What a half names, by the gold, each with the entity that most of its mentions are."""
    ours: dict[Hashable, Counter[Hashable]] = defaultdict(Counter)
    for gold, own in labels:
        ours[gold][own] += 1
    return [(gold, owns.most_common(1)[0][0]) for gold, owns in ours.items()]
