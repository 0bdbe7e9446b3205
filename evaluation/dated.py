"""Dates of a text beside the gold: the value and its precision have to be the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotated_reader.stages.dates.dates import find_dates

if TYPE_CHECKING:
    from evaluation.gum import GumText


@dataclass(frozen=True, slots=True)
class DateScore:
    """How many dated expressions the gold has, how many of them are right, wrong, not given."""

    wanted: int
    right: int
    wrong: int

    @property
    def share(self) -> float:
        """The share that is right."""
        return self.right / self.wanted if self.wanted else 0.0


def score_dates(texts: Iterable[GumText]) -> DateScore:
    """Score the dates of `texts`: for each in the gold the one of ours that overlaps it most."""
    wanted = right = wrong = 0
    for _, value, ours in compared(texts):
        wanted += 1
        right += value == ours
        wrong += bool(ours) and value != ours
    return DateScore(wanted, right, wrong)


def compared(texts: Iterable[GumText]) -> Iterable[tuple[str, str, str]]:
    """Yield the words of each dated expression, its value, and ours ("" if there is none).

    What GUM gives a time of day is left out: a clock time is no date.
    """
    for text in texts:
        found = find_dates(text.text, text.date)
        for start, end, value in text.dates:
            if "T" in value:
                continue
            near = [
                (min(end, date.span[1]) - max(start, date.span[0]), date.value)
                for date in found
                if date.span[0] < end and start < date.span[1]
            ]
            yield text.text[start:end], value, max(near)[1].rstrip("~") if near else ""
