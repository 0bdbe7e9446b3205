"""The figures of `bench scale` -> docs/scale.md: rows, aims, exponents, memory."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from benchmarks import generators
from benchmarks.growth import exponent
from benchmarks.measure import table
from benchmarks.scale_rows import BARE, BUILD, CHANGED, CONVERT, UNCHANGED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.scale_rows import Library


def report_of(libraries: list[Library], growth: list[list[str]]) -> str:
    """Return docs/scale.md."""
    return f"""# What size costs

Written by `invoke bench scale` on Python {platform.python_version()}, {platform.machine()}, in one
run; seconds depend on the machine, ratios and exponents hardly. The libraries are seeded
variations of the demo's texts. Plain Pelican, MkDocs and Hugo read the same Markdown as our
build, texts and entries, each with bare templates; ours also makes the search, the pictures, the
exports, and checks every link. An exponent is the slope of the logarithm of processor seconds
over that of the number of texts: 1 is linear.

{table(HEADER, list(rows_of(libraries)))}
{_given_up(libraries)}
{_heaviest(libraries)}

## Aims

{table(["aim", "texts", "measured", "reached"], list(_aims(libraries)))}

## Growth

{_growth(libraries)}

Memory of `convert`: {_memory(libraries)}.

## What could grow with the square

Each at one, three and ten times a size; the tests count the lines that are run
and the characters that expressions read instead.

{table(["what", "sizes", "milliseconds of the processor", "exponent"], growth)}
"""


HEADER = [
    "library", "what", "seconds", "processor seconds", "words a second", "peak memory, MiB",
    "output, MB",
]  # fmt: skip


def rows_of(libraries: list[Library]) -> Iterator[list[str]]:
    """Yield what each step cost with each library."""
    for each in libraries:
        for name, cost in each.costs.items():
            size = each.megabytes.get(name)
            yield [
                f"{each.texts:,} texts", name, f"{cost.wall:.1f}", f"{cost.processor:.1f}",
                f"{each.words / cost.wall:,.0f}", f"{cost.memory:.0f}",
                "" if size is None else f"{size:.1f}",
            ]  # fmt: skip


def _given_up(libraries: list[Library]) -> str:
    lines = [
        f"- {name} with {each.texts:,} texts was {why}."
        for each in libraries
        for name, why in each.given_up.items()
    ]
    return "\n".join(["", *lines, ""]) if lines else ""


def _heaviest(libraries: list[Library]) -> str:
    lines = [
        f"Of {each.texts:,} texts ({each.words:,} words, {each.pages:,} Markdown files), the page "
        f"that weighs most besides the texts is `{each.heaviest[0]}`: {each.heaviest[1]:,} bytes "
        "compressed with all it needs to be read."
        for each in libraries
        if each.heaviest[1]
    ]
    return "\n\n".join(lines)


def _aims(libraries: list[Library]) -> Iterator[list[str]]:
    """Each aim at each size: a ratio of two costs, and what it may be."""
    for each in libraries:
        aims = [(f"convert ≤ 1.15 × {BARE}, processor seconds", CONVERT, BARE, 1.15)]
        if BUILD in each.costs:
            aims += [
                (f"cold build ≤ 1.0 × {generators.PELICAN}", BUILD, generators.PELICAN, 1),
                (f"unchanged < {generators.HUGO}'s full build", UNCHANGED, generators.HUGO, 1),
                (f"one changed < {generators.HUGO}'s full build", CHANGED, generators.HUGO, 1),
            ]
        for words, ours, other, most in aims:
            if ours not in each.costs or other not in each.costs:
                continue
            cost, beside = each.costs[ours], each.costs[other]
            processor = ours == CONVERT
            ratio = cost.processor / beside.processor if processor else cost.wall / beside.wall
            reached = "yes" if ratio <= most else "no"
            yield [words, f"{each.texts:,}", f"{ratio:.2f} ×", reached]


def _growth(libraries: list[Library]) -> str:
    rows = list(_exponents(libraries))
    header = ["what", "exponent from the least size to the largest"]
    return table(header, rows) if rows else "One size tells nothing of it."


def _exponents(libraries: list[Library]) -> Iterator[list[str]]:
    for name in libraries[0].costs:
        measured = [each for each in libraries if name in each.costs]
        if len(measured) > 1:
            sizes = [float(each.texts) for each in measured]
            costs = [each.costs[name].processor for each in measured]
            yield [name, f"{exponent(sizes, costs):.2f}"]


def _memory(libraries: list[Library]) -> str:
    return ", ".join(
        f"{each.costs[CONVERT].memory:.0f} MiB with {each.texts:,} texts" for each in libraries
    )
