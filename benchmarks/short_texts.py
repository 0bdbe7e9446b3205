"""`invoke bench short-texts`: what very many texts of a paragraph each cost to convert and index.

Writes docs/short-texts.md. A library of letters, notes or entries of a diary has very many texts
of few words each: what grows with their number shows there, apart from what grows with words.
An interrupted run goes on where it stood, as that of `bench scale` does.
"""

from __future__ import annotations

import platform
import shutil
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.growth import exponent
from benchmarks.library import write_library
from benchmarks.measure import ROOT, python, table
from benchmarks.scale import Step, add_a_sentence, cache_of, clear, invoke, run
from benchmarks.scale_report import HEADER, rows_of
from benchmarks.scale_rows import BARE, CONVERT, SEARCH, Library, keep, known

SIZES = (10_000, 100_000)
KEPT = ROOT / ".cache" / "bench" / "short-texts"
UNCHANGED, CHANGED = "convert, unchanged", "convert, one text changed"


def main(target: Path, sizes: tuple[int, ...]) -> str:
    """Measure, write the report to `target`, and return it."""
    libraries = [measure(KEPT / str(texts), texts) for texts in sorted(sizes)]
    report = report_of(libraries)
    target.write_text(report, "utf-8")
    shutil.rmtree(KEPT)
    return report


def measure(work: Path, texts: int) -> Library:
    """Measure what is not known yet of a size."""
    found = known(texts, work.parent)
    if not found.words:
        clear(work)
        found.words = write_library(ROOT / "seeds", work / "seeds", texts, paragraphs=1)
        keep(found, work.parent)
    for step in steps(work):
        if step.name not in found.costs:
            step.prepare()
            run(step, found, 0)
            keep(found, work.parent)
    return found


def steps(work: Path) -> Iterator[Step]:
    """Yield what is measured, in the order in which one needs the other."""
    content, found = work / "content", work / "search"
    yield Step(BARE, python("-m", "benchmarks.scale_parts", "model", str(work / "seeds")))
    yield Step(CONVERT, invoke("convert", work), content, partial(clear, content, cache_of(work)))
    yield Step(UNCHANGED, invoke("convert", work))
    yield Step(CHANGED, invoke("convert", work), prepare=partial(add_a_sentence, work))
    index = python("-m", "benchmarks.scale_parts", "search", str(work))
    yield Step(SEARCH, index, found, partial(clear, found, work / "cache-of-search"))


def report_of(libraries: list[Library]) -> str:
    """Return docs/short-texts.md."""
    sizes = ", ".join(f"{each.texts:,} texts ({each.words:,} words)" for each in libraries)
    return f"""# Very many short texts

Written by `invoke bench short-texts` on Python {platform.python_version()}, {platform.machine()},
in one run; seconds depend on the machine, ratios and exponents hardly. Each text is one paragraph
of the demo's, seeded, with other names: {sizes}.

{table(HEADER, list(rows_of(libraries)))}

- convert beside bare nlp.pipe, processor seconds (aim 1.15 ×): {_ratios(libraries)}.
- Memory of convert: {_memory(libraries)}.
- Exponents, the slope of the logarithm of processor seconds over that of the number of texts:
  {_exponents(libraries)}.
"""


def _ratios(libraries: list[Library]) -> str:
    return ", ".join(
        f"{each.costs[CONVERT].processor / each.costs[BARE].processor:.2f} × with {each.texts:,}"
        for each in libraries
    )


def _memory(libraries: list[Library]) -> str:
    said = [f"{each.costs[CONVERT].memory:.0f} MiB with {each.texts:,}" for each in libraries]
    least, most = libraries[0], libraries[-1]
    if most.texts > least.texts:
        more = most.costs[CONVERT].memory - least.costs[CONVERT].memory
        said.append(f"{more * 1024 / (most.texts - least.texts):.1f} kB for each text more")
    return ", ".join(said)


def _exponents(libraries: list[Library]) -> str:
    texts = [float(each.texts) for each in libraries]
    return ", ".join(
        f"{name} {exponent(texts, [each.costs[name].processor for each in libraries]):.2f}"
        for name in (libraries[0].costs if len(libraries) > 1 else ())
    )


if __name__ == "__main__":
    chosen = tuple(int(size) for size in sys.argv[1:]) or SIZES
    print(main(ROOT / "docs" / "short-texts.md", chosen))
