"""`invoke bench scale`: what libraries of growing size cost, beside others on the same Markdown.

Writes docs/scale.md, all in one run. Everything is seeded. From `LARGEST_SITE` texts on only
conversion and search are measured.
"""

from __future__ import annotations

import gzip
import platform
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import generators
from benchmarks.growth import exponent, rows
from benchmarks.library import write_library
from benchmarks.measure import ROOT, Cost, cost_apart, python, table

SIZES = (100, 1_000)
LARGEST_SITE = 50_000
SENTENCE = "It went on like that for a while."
CONVERT, BARE, BUILD = "convert", "bare nlp.pipe", "build, cold"
UNCHANGED, CHANGED, SEARCH = "build, unchanged", "build, one text changed", "search index alone"


@dataclass(slots=True)
class Library:
    """What was measured of one size: costs by what was done, and sizes of what came of it."""

    texts: int
    words: int
    pages: int = 0
    costs: dict[str, Cost] = field(default_factory=dict)
    megabytes: dict[str, float] = field(default_factory=dict)
    heaviest: tuple[str, int] = ("", 0)


def main(target: Path, sizes: tuple[int, ...]) -> str:
    """Measure, write the report to `target`, and return it."""
    libraries = []
    for texts in sorted(sizes):
        with tempfile.TemporaryDirectory() as folder:
            libraries.append(measure(Path(folder), texts))
    report = report_of(libraries, list(rows()))
    target.write_text(report, "utf-8")
    return report


def measure(work: Path, texts: int) -> Library:
    """Make a library of a size and measure all that is done with it."""
    found = Library(texts, write_library(ROOT / "seeds", work / "seeds", texts))
    seeds, content = work / "seeds", work / "content"
    told(found, BARE, python("-m", "benchmarks.scale_parts", "model", str(seeds)))
    told(found, CONVERT, _invoke("convert", work))
    found.megabytes[CONVERT] = megabytes(content)
    told(found, SEARCH, python("-m", "benchmarks.scale_parts", "search", str(work)))
    found.megabytes[SEARCH] = megabytes(work / "search")
    if texts >= LARGEST_SITE:
        return found
    markdown = work / "markdown"
    found.pages = generators.write_markdown(content, markdown)
    for name, command, output in generators.commands(markdown, work):
        told(found, name, command)
        found.megabytes[name] = megabytes(output)
    told(found, BUILD, _invoke("build", work))
    found.megabytes[BUILD] = megabytes(work / "output")
    found.heaviest = heaviest_page(work / "output")
    told(found, UNCHANGED, _invoke("build", work))
    seed = min(seeds.iterdir())
    seed.write_text(f"{seed.read_text('utf-8').rstrip()} {SENTENCE}\n", "utf-8")
    cost_apart(_invoke("convert", work))
    told(found, CHANGED, _invoke("build", work))
    return found


def told(found: Library, name: str, command: list[str]) -> None:
    """Measure a command, and say so: the whole takes minutes."""
    found.costs[name] = cost = cost_apart(command)
    print(f"{found.texts:,} texts: {name}: {cost.wall:.1f} s", file=sys.stderr, flush=True)


def _invoke(task: str, work: Path) -> list[str]:
    command = python("-m", "invoke", task, "--seeds", str(work / "seeds"))
    return [*command, "--content", str(work / "content"), "--output", str(work / "output")]


def megabytes(folder: Path) -> float:
    """Return how much the files of a folder hold."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def heaviest_page(site: Path) -> tuple[str, int]:
    """Return the page that weighs most, texts aside, with all it needs to be read, compressed."""
    kept: dict[Path, int] = {}

    def weight(path: Path) -> int:
        if path not in kept:
            kept[path] = len(gzip.compress(path.read_bytes(), mtime=0))
        return kept[path]

    weights = {}
    for page in site.rglob("*.html"):
        if page.parent.name != "texts":
            html = page.read_text("utf-8")
            parts = {(page.parent / name).resolve() for name in generators.REQUESTED.findall(html)}
            own = [part for part in parts if part.is_file() and part.parent.name != "search"]
            weights[page.relative_to(site).as_posix()] = weight(page) + sum(map(weight, own))
    return max(weights.items(), key=lambda item: item[1])


def report_of(libraries: list[Library], growth: list[list[str]]) -> str:
    """Return docs/scale.md."""
    return f"""# What size costs

Written by `invoke bench scale` on Python {platform.python_version()}, {platform.machine()}, in one
run; seconds depend on the machine, ratios and exponents hardly. The libraries are seeded
variations of the demo's texts. Plain Pelican, MkDocs and Hugo read the same Markdown as our
build, texts and entries, each with bare templates; ours also makes the search, the pictures, the
exports, and checks every link. An exponent is the slope of the logarithm of processor seconds
over that of the number of texts: 1 is linear.

{table(HEADER, list(_rows(libraries)))}

{_heaviest(libraries)}

## Aims

{table(["aim", "texts", "measured", "reached"], list(_aims(libraries)))}

## Growth

{table(["what", "exponent from the least size to the largest"], list(_exponents(libraries)))}

Memory of `convert`: {_memory(libraries)}.

## What could grow with the square

Each at one, three and ten times a size; the tests count the lines that are run instead.

{table(["what", "sizes", "milliseconds of the processor", "exponent"], growth)}
"""


HEADER = [
    "library", "what", "seconds", "processor seconds", "words a second", "peak memory, MiB",
    "output, MB",
]  # fmt: skip


def _rows(libraries: list[Library]) -> Iterator[list[str]]:
    for each in libraries:
        for name, cost in each.costs.items():
            size = each.megabytes.get(name)
            yield [
                f"{each.texts:,} texts", name, f"{cost.wall:.1f}", f"{cost.processor:.1f}",
                f"{each.words / cost.wall:,.0f}", f"{cost.memory:.0f}",
                "" if size is None else f"{size:.1f}",
            ]  # fmt: skip


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
            cost, beside = each.costs[ours], each.costs[other]
            processor = ours == CONVERT
            ratio = cost.processor / beside.processor if processor else cost.wall / beside.wall
            reached = "yes" if ratio <= most else "no"
            yield [words, f"{each.texts:,}", f"{ratio:.2f} ×", reached]


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


if __name__ == "__main__":
    chosen = tuple(int(size) for size in sys.argv[1:]) or SIZES
    print(main(ROOT / "docs" / "scale.md", chosen))
