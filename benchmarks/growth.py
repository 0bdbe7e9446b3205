"""What might grow with the square of its input, each at one, three and ten times a size.

A case is a row: its name, the least size, and what makes the work of a size. `exponents` fits
the growth of processor seconds; the tests count the lines of Python that are run instead, and the
characters that regular expressions read, neither of which depends on the machine.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import exp, log
from typing import Any

from benchmarks import growth_library as library
from benchmarks import growth_site as site
from benchmarks import growth_text as text

STEPS = (1, 3, 10)
Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Case:
    """A place that might be quadratic: `make` prepares the work of a size, which is then done."""

    name: str
    size: int
    make: Callable[[int], Work]
    traced: bool = True
    """Whether its lines tell; drawing coasts takes too many, and sums are no lines of Python."""


def seconds(case: Case, step: int, repeats: int = 3) -> float:
    """Return the least processor seconds that a case takes at a step."""
    work = case.make(case.size * step)
    return min(_timed(work) for _ in range(repeats))


def _timed(work: Work) -> float:
    gc.collect()
    gc.disable()  # it goes through all that is there, whatever the work is
    try:
        began = time.process_time()
        work()
        return time.process_time() - began
    finally:
        gc.enable()


def lines(work: Work) -> int:
    """Return how many lines of Python are run by some work."""
    count = 0

    def trace(_frame: object, event: str, _argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def square_part(costs: tuple[float, float, float]) -> float:
    """Return what part of the first of three costs, at one, two and three sizes, is the square's.

    Counts are exact: where they grow evenly, nothing is left. An exponent at small sizes does not
    show a square of which little is run for each pair.
    """
    one, two, three = costs
    return (three - 2 * two + one) / 2 / one if one else 0.0


def exponent(sizes: list[float], costs: list[float]) -> float:
    """Return the slope of the line that fits the logarithms best: 1 is linear, 2 quadratic."""
    xs, ys = [log(size) for size in sizes], [log(max(cost, exp(-20))) for cost in costs]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    above = sum((one - x) * (other - y) for one, other in zip(xs, ys, strict=True))
    return above / sum((one - x) ** 2 for one in xs)


CASES = (
    Case("references to one note", 100, text.references),
    Case("references to one note in a paragraph", 100, text.references_in_one_paragraph),
    Case("links in a paragraph", 100, text.links_in_one_paragraph),
    Case("notes of a text", 50, text.notes),
    Case("a text's annotations stripped", 200, text.stripped),
    Case("one name in a text", 50, library.one_name_in_a_text),
    Case("a name of which the model is unsure", 50, library.scored_name_in_a_text, traced=False),
    Case("persons in a text", 40, library.persons_in_a_text),
    Case("a surname of two persons", 50, library.surname_of_two),
    Case("a couple in a text", 50, library.husband_and_wife),
    Case("speakers of a transcript", 30, library.speakers_of_a_transcript),
    Case("characters of a play", 30, library.characters_of_a_play),
    Case("a title alone", 30, library.title_alone),
    Case("organizations in a text", 40, library.organizations_in_a_text),
    Case("teams in a text", 40, library.teams_in_a_text),
    Case("committees in a text", 40, library.committees_in_a_text),
    Case("ships in a text", 40, library.ships_in_a_text),
    Case("persons in a library", 50, library.persons_in_a_library),
    Case("an editor's entries", 30, library.entries_of_an_editor),
    Case("bearers of a surname in a library", 40, library.surname_in_a_library),
    Case("men and wives of a surname in a library", 40, library.addressed_in_a_library),
    Case("a lone surname in a library", 40, library.lone_surname_of_one),
    Case("a name of a sort in a library", 40, library.name_of_a_sort),
    Case("peoples of a text", 40, library.peoples_of_a_text),
    Case("places of one name in a library", 40, library.places_of_one_name),
    Case("bodies of places in a text", 40, library.bodies_of_places),
    Case("names in a sentence", 50, site.crowd),
    Case("texts that share a name", 100, site.kin),
    Case("ties of a network", 800, site.ties),
    Case("mentions of an entry", 100, site.mentions_of_an_entry),
    Case("notes that texts lack", 30, site.notes_that_texts_lack),
    Case("evidence in a text", 100, text.evidence),
    Case("dates in a text", 30, text.dates),
    Case("blocks of a saved page", 100, text.saved_page),
    Case("places on the map", 500, site.places, traced=False),
)


def rows(times: int = 8) -> Iterator[list[str]]:
    """Yield for each case its sizes, the milliseconds of each, and the exponent of growth."""
    for case in CASES:
        least = case.size * times
        costs = [seconds(replace(case, size=least), step) for step in STEPS]
        yield [
            case.name,
            " / ".join(f"{least * step:,}" for step in STEPS),
            " / ".join(f"{1000 * cost:,.0f}" for cost in costs),
            f"{exponent([float(step) for step in STEPS], costs):.2f}",
        ]
