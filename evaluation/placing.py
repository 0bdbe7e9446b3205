"""Where places lie: coordinates of the pipeline beside a list of our own judgments.

`places.jsonl` holds a judgment a line: set, text, name, and where the text's place lies (latitude
and longitude to a hundredth of a degree), or null where no city is meant. Places of the texts
that are placed but not on the list are counted as not judged.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation.pipeline_run import library_of

if TYPE_CHECKING:
    from evaluation.gold import GoldSet

LIST = Path(__file__).with_name("places.jsonl")
NEAR = 0.3
"""Degrees by which two gazetteers may differ on where a city lies."""

Where = tuple[float, float] | None
Judgments = dict[tuple[str, str, str], Where]
"""Where a place lies, by set, text and name."""


@dataclass(frozen=True, slots=True)
class PlaceScore:
    """How many judged places have coordinates, how many are right, wanted; and not judged ones."""

    placed: int
    right: int
    wanted: int
    unjudged: int

    @property
    def precision(self) -> float:
        """The share of placed places that are right."""
        return self.right / self.placed if self.placed else 0.0

    @property
    def recall(self) -> float:
        """The share of places on the list that have their coordinates."""
        return self.right / self.wanted if self.wanted else 0.0


def read_judgments(file: Path = LIST) -> Judgments:
    """Return the judgments in `file`."""
    rows = (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())
    return {
        (row["set"], row["text"], row["name"]): tuple(row["where"]) if row["where"] else None
        for row in rows
    }


def placed_in(sets: Iterable[GoldSet]) -> Judgments:
    """Return where the pipeline puts the places that each text names, by all their names."""
    found: Judgments = {}
    for gold_set in sets:
        library = library_of(gold_set)
        for text in gold_set.texts:
            for mention in library.mentions[text.document.slug]:
                entry = library.entries[mention.entry]
                for name in (entry.name, mention.surface) if entry.kind == "place" else ():
                    found[gold_set.name, text.id, name] = entry.coordinates
    return found


def score_places(found: Mapping[tuple[str, str, str], Where], judged: Judgments) -> PlaceScore:
    """Score the coordinates in `found` by the judgments."""
    placed = {key: where for key, where in found.items() if where}
    right = sum(_is_near(placed[key], where) for key, where in judged.items() if key in placed)
    return PlaceScore(
        placed=sum(key in placed for key in judged),
        right=right,
        wanted=sum(where is not None for where in judged.values()),
        unjudged=_unjudged(placed, judged),
    )


def _is_near(ours: Where, gold: Where) -> bool:
    if ours is None or gold is None:
        return False
    return all(abs(one - other) <= NEAR for one, other in zip(ours, gold, strict=True))


def _unjudged(placed: Mapping[tuple[str, str, str], Where], judged: Judgments) -> int:
    """How many places of a text are placed and have no judgment under any of their names."""
    by_place: dict[tuple[str, str, Where], list[bool]] = defaultdict(list)
    for key, where in placed.items():
        by_place[key[0], key[1], where].append(key in judged)
    return sum(not any(known) for known in by_place.values())
