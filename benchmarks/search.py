"""`invoke bench search`: our search beside others, on the same texts and queries.

Writes docs/search.md. Everything is seeded; all engines index and answer in one run. Sizes are
numbers of texts; from `FEW` texts on only ours and SQLite are measured.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotated_reader.site.chromium import open_browser
from benchmarks import search_sqlite
from benchmarks.measure import ROOT, cost_apart, python
from benchmarks.pages import write_pages
from benchmarks.search_browser import figures_of, parity
from benchmarks.search_changes import changes
from benchmarks.search_corpus import Corpus
from benchmarks.search_engines import prepare
from benchmarks.search_queries import questions
from benchmarks.search_report import report
from benchmarks.search_sites import furnish, provide_minisearch

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SIZES = (100, 1_000)
ENGINES = ("ours", "pagefind", "minisearch", "lunr", "sqlite")
CHANGED_UP_TO = 10_000  # texts; four more builds
FEW = 50_000  # from so many texts on, the others need more memory than most machines have
FRUGAL = ("ours", "sqlite")
ORACLE_FROM = 1_000


def main(target: Path, sizes: Sequence[int]) -> str:
    """Measure, write the figures to `target` after each size, and return them.

    An engine that is not to be had here is left out.
    """
    there = [engine for engine in ENGINES if _is_there(engine)]
    target.parent.mkdir(exist_ok=True)
    rows: list[dict[str, Any]] = []
    # Removed in the end: ext4 takes ten times as long to make files where some were just removed.
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            work = Path(folder, str(size))
            work.mkdir()
            with open_browser() as browser:
                engines = [each for each in there if size < FEW or each in FRUGAL]
                rows.append(_measured(browser, work, size, engines))
            target.write_text(report(rows), "utf-8")
    return report(rows)


def _is_there(engine: str) -> bool:
    """Tell whether an engine can be measured; say why not."""
    try:
        if engine == "minisearch":
            provide_minisearch()
        if engine in ("pagefind", "lunr"):
            metadata.version(engine)
    except (OSError, subprocess.CalledProcessError, metadata.PackageNotFoundError) as error:
        print(f"{engine} is left out: {error}", file=sys.stderr)
        return False
    return True


def _measured(browser: Browser, work: Path, size: int, there: Sequence[str]) -> dict[str, Any]:
    """Return all figures of one size, for the engines that are there."""
    source = work / "pages.jsonl"
    _say(size, "texts are made")
    write_pages(Corpus(ROOT / "seeds", size).pages(), source)
    _say(size, "questions are made")
    asked = questions(source, size)
    engines = {}
    for engine in there:
        _say(size, f"{engine} builds")
        folder = work / engine
        figures = _built(engine, source, folder)
        if engine == "sqlite":
            figures |= search_sqlite.figures_of(folder, asked)
        else:
            furnish(engine, folder)
            _say(size, f"{engine} answers")
            figures |= figures_of(browser, engine, folder, asked)
        engines[engine] = figures
    row = {"size": size, "engines": engines, "wanted": len(asked.known)}
    if size <= CHANGED_UP_TO:
        row["changes"] = changes(source)
    if ORACLE_FROM <= size < FEW:
        _say(size, "lunr's whole index, to compare scores")
        row |= _compared(browser, source, work)
    return row


def _built(engine: str, source: Path, folder: Path) -> dict[str, Any]:
    prepare(engine, source, folder)
    cost = cost_apart(python("-m", "benchmarks.search_engines", engine, str(source), str(folder)))
    files = [path.stat().st_size for path in _index_files(engine, folder)]
    return {
        "seconds": cost.wall,
        "processor": cost.processor,
        "memory": cost.memory,
        "index": sum(files),
        "files": len(files),
    }


def _index_files(engine: str, folder: Path) -> Iterable[Path]:
    """The files of the index; the scripts that read it are not counted."""
    if engine == "ours":
        data = ("terms/*.js", "words/*.js", "documents/*.js", "facets/*.js", "core.js")
        return [path for each in data for path in (folder / "search").glob(each)]
    if engine == "pagefind":
        return [path for path in folder.rglob("*.pf_*") if path.is_file()]
    return folder.glob("index.*")


def _compared(browser: Browser, source: Path, work: Path) -> dict[str, int]:
    oracle = work / "oracle"
    _built("oracle", source, oracle)
    furnish("oracle", oracle)
    queries = json.loads((oracle / "queries.json").read_text("utf-8"))
    return {"asked": len(queries), "equal": parity(browser, work / "ours", oracle, queries)}


def _say(size: int, what: str) -> None:
    print(f"{time.strftime('%H:%M:%S')}  {size:,} texts: {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    chosen = tuple(int(size) for size in sys.argv[1:]) or SIZES
    print(main(ROOT / "docs" / "search.md", chosen))
