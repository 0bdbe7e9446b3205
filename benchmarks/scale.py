"""`invoke bench scale`: what libraries of growing size cost, beside others on the same Markdown.

Writes docs/scale.md. Everything is seeded. From `LARGEST_SITE` texts on only conversion and search
are measured. Each row is kept under .cache/bench/scale/ at once, so that an interrupted run goes
on where it stood; a finished one leaves nothing there, and the next one begins anew.
"""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks import generators
from benchmarks.growth import rows
from benchmarks.library import write_library
from benchmarks.measure import ROOT, cost_apart, python
from benchmarks.scale_report import report_of
from benchmarks.scale_rows import (
    BARE,
    BUILD,
    CHANGED,
    CONVERT,
    SEARCH,
    UNCHANGED,
    Library,
    keep,
    known,
)

SIZES = (100, 1_000)
LARGEST_SITE = 50_000
LIMIT = 2_400
"""Seconds that a command of others may take; ours are always waited for."""

KEPT = ROOT / ".cache" / "bench" / "scale"
SENTENCE = "It went on like that for a while."


@dataclass(frozen=True, slots=True)
class Step:
    """A command that is measured, where its output goes, and what is to be done before."""

    name: str
    command: list[str]
    output: Path | None = None
    prepare: Callable[[], object] = lambda: None
    ours: bool = True


def main(target: Path, sizes: tuple[int, ...]) -> str:
    """Measure, write the report to `target`, and return it."""
    libraries: list[Library] = []
    for texts in sorted(sizes):
        libraries.append(measure(KEPT / str(texts), texts, libraries[-1] if libraries else None))
    report = report_of(libraries, list(rows()))
    target.write_text(report, "utf-8")
    shutil.rmtree(KEPT)
    return report


def measure(work: Path, texts: int, smaller: Library | None) -> Library:
    """Measure what is not known yet of a size; `smaller` tells how long it will take."""
    found = known(texts, work.parent)
    if not found.words:
        clear(work)
        found.words = write_library(ROOT / "seeds", work / "seeds", texts)
        keep(found, work.parent)
    if smaller:
        minutes = sum(expected(smaller, name, texts) for name in smaller.costs) / 60
        say(f"{texts:,} texts: some {minutes:.0f} minutes if all grows with the library")
    for step in steps(work, found):
        if step.name not in found.costs.keys() | found.given_up.keys():
            step.prepare()
            run(step, found, expected(smaller, step.name, texts) if smaller else 0)
            keep(found, work.parent)
    return found


def expected(smaller: Library, name: str, texts: int) -> float:
    """Return how many seconds something takes if it grows with the library."""
    cost = smaller.costs.get(name)
    return cost.wall * texts / smaller.texts if cost else 0


def run(step: Step, found: Library, seconds: float) -> None:
    """Measure a command, and say so; give one of others up that takes too long."""
    told = f"{found.texts:,} texts: {step.name}"
    if not step.ours and seconds > LIMIT:
        found.given_up[step.name] = f"left out: it would take about {seconds / 60:.0f} minutes"
        say(f"{told}: {found.given_up[step.name]}")
        return
    limit = [] if step.ours else ["timeout", str(LIMIT)]
    say(f"{told} ..." if seconds < 60 else f"{told}, some {seconds / 60:.0f} minutes ...")
    try:
        found.costs[step.name] = cost = cost_apart([*limit, *step.command])
    except subprocess.CalledProcessError:
        if step.ours:
            raise
        found.given_up[step.name] = f"ended: it failed, or took more than {LIMIT // 60} minutes"
        return
    say(f"{told}: {cost.wall:.1f} s")
    if step.output:
        found.megabytes[step.name] = megabytes(step.output)
    if step.name == BUILD and step.output:
        found.heaviest = heaviest_page(step.output)


def say(words: str) -> None:
    """Say how far it is: the whole takes minutes."""
    print(words, file=sys.stderr, flush=True)


def steps(work: Path, found: Library) -> Iterator[Step]:
    """Yield what is measured, in the order in which one needs the other."""
    content, search, output = work / "content", work / "search", work / "output"
    yield Step(BARE, python("-m", "benchmarks.scale_parts", "model", str(work / "seeds")))
    yield Step(CONVERT, invoke("convert", work), content, partial(clear, content, cache_of(work)))
    yield Step(
        SEARCH,
        python("-m", "benchmarks.scale_parts", "search", str(work)),
        search,
        partial(clear, search, work / "cache-of-search"),
    )
    if found.texts >= LARGEST_SITE:
        return
    yield from others(work, found)
    yield Step(BUILD, invoke("build", work), output, partial(as_converted, work))
    yield Step(UNCHANGED, invoke("build", work))
    yield Step(CHANGED, invoke("build", work), prepare=partial(change, work))


def others(work: Path, found: Library) -> Iterator[Step]:
    """Yield what other generators do with the same Markdown, unless all of it is known."""
    markdown = work / "markdown"
    if set(generators.NAMES) <= found.costs.keys() | found.given_up.keys():
        return
    clear(markdown)
    found.pages = generators.write_markdown(work / "content", markdown)
    for name, command, output in generators.commands(markdown, work):
        yield Step(name, command, output, partial(clear, output), ours=False)


def cache_of(work: Path) -> Path:
    """Return where a library's caches are; they stand beside its content."""
    return work / ".cache"


def as_converted(work: Path) -> None:
    """Bring the caches to what they are after a conversion and before the first build."""
    clear(work / "output")
    cache, kept = cache_of(work), work / "cache-after-conversion"
    if kept.exists():
        clear(cache)
        shutil.copytree(kept, cache)
    else:
        shutil.copytree(cache, work / "being-copied", dirs_exist_ok=True)
        (work / "being-copied").rename(kept)


def change(work: Path) -> None:
    """Add a sentence to a text, and convert it."""
    add_a_sentence(work)
    cost_apart(invoke("convert", work))


def add_a_sentence(work: Path) -> None:
    """Add a sentence to the first text."""
    seed = min((work / "seeds").iterdir())
    seed.write_text(f"{seed.read_text('utf-8').rstrip()} {SENTENCE}\n", "utf-8")


def clear(*folders: Path) -> None:
    """Remove what an interrupted run has left."""
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def invoke(task: str, work: Path) -> list[str]:
    """Return the command that runs a task on a library."""
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


if __name__ == "__main__":
    chosen = tuple(int(size) for size in sys.argv[1:]) or SIZES
    print(main(ROOT / "docs" / "scale.md", chosen))
