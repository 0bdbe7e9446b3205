"""One engine indexes the corpus: `python -m benchmarks.search_engines <engine> <pages> <folder>`.

Each runs in a process of its own, which reads the pages one by one, so that its time and memory
are the engine's. What a browser loads lies in the folder afterwards, with the engine's page.
"""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from html import escape
from pathlib import Path

from benchmarks.pages import read_pages

HTML = "html"
REFS, ORDERED = "bench-refs.json", "bench-pages.jsonl"
TITLE_BOOST = 8  # the same for all that have boosts


def build(engine: str, source: Path, folder: Path) -> None:
    """Let an engine write its index of the pages in `source` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    BUILDERS[engine](source, folder)


def prepare(engine: str, source: Path, folder: Path) -> None:
    """Write what an engine wants to read instead of our file of pages."""
    if engine == "ours":
        _prepare_ours(source, folder)
    if engine == "pagefind":
        _prepare_pagefind(source, folder)


def _prepare_ours(source: Path, folder: Path) -> None:
    """Write the addresses, and the pages in the order of their numbers, as a site has them."""
    from annotated_reader.search import numbering

    folder.mkdir(parents=True, exist_ok=True)
    lines, ends = {}, 0
    with source.open("rb") as file:
        for page, line in zip(read_pages(source), file, strict=True):
            lines[page.ref] = ends, len(line), page.kind
            ends += len(line)
    refs = [[ref for ref in lines if (lines[ref][2] == "text") is each] for each in (True, False)]
    (folder / REFS).write_text(json.dumps(refs), "utf-8")
    with source.open("rb") as file, (folder / ORDERED).open("wb") as ordered:
        for ref in numbering(*refs).number_of:
            file.seek(lines[ref][0])
            ordered.write(file.read(lines[ref][1]))


def _prepare_pagefind(source: Path, folder: Path) -> None:
    """Write pages of HTML."""
    for page in read_pages(source):
        path = folder / HTML / page.ref
        path.parent.mkdir(parents=True, exist_ok=True)
        paragraphs = "".join(f"<p>{escape(text)}</p>" for text in page.paragraphs)
        title = escape(page.title)
        path.write_text(
            f"<!DOCTYPE html><html lang=en><title>{title}</title><h1>{title}</h1>{paragraphs}",
            "utf-8",
        )


def _ours(_source: Path, folder: Path) -> None:
    from annotated_reader.search import build_search, numbering

    numbered = numbering(*json.loads((folder / REFS).read_text("utf-8")))
    documents = (page.for_search() for page in read_pages(folder / ORDERED))
    made: set[Path] = set()
    for name, data in build_search(documents, numbered=numbered):
        path = folder / "search" / name
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(data)


def _pagefind(_source: Path, folder: Path) -> None:
    """Pagefind reads files of HTML, which `prepare` has written."""
    site, target = str(folder / HTML), str(folder / "pagefind")
    command = [sys.executable, "-m", "pagefind", "--site", site, "--output-path", target]
    subprocess.run(command, check=True)


def _lunr(source: Path, folder: Path) -> None:
    from lunr import lunr

    fields = ["body", {"field_name": "title", "boost": TITLE_BOOST}]
    documents = (
        {"ref": page.ref, "title": page.title, "body": page.body} for page in read_pages(source)
    )
    index = lunr(ref="ref", fields=fields, documents=documents)
    _as_script(folder / "index.js", json.dumps(index.serialize()))


def _minisearch(source: Path, folder: Path) -> None:
    from benchmarks.search_sites import PAGES, minisearch_script

    script, library = str(PAGES / "minisearch-build.cjs"), str(minisearch_script("cjs/index.cjs"))
    subprocess.run(["node", script, library, str(source), str(folder / "index.js")], check=True)


def _sqlite(source: Path, folder: Path) -> None:
    base = sqlite3.connect(folder / "index.sqlite")
    base.execute("CREATE VIRTUAL TABLE pages USING fts5(ref UNINDEXED, title, body)")
    rows = ((page.ref, page.title, page.body) for page in read_pages(source))
    base.executemany("INSERT INTO pages VALUES (?, ?, ?)", rows)
    base.execute("INSERT INTO pages(pages) VALUES ('optimize')")
    base.commit()
    base.close()


def _oracle(source: Path, folder: Path) -> None:
    """The whole index by lunr.py of what our analysis gives, and queries of every sort."""
    from tests.search.oracle import clauses, lunr_index

    documents = [page.for_search() for page in read_pages(source)]
    _as_script(folder / "index.js", lunr_index(documents))
    some = documents[:: max(1, len(documents) // 200)]
    (folder / "queries.json").write_text(json.dumps(clauses(some, PARITY)), "utf-8")


def _as_script(target: Path, data: str) -> None:
    target.write_text(f"window.whole = {data};\n", "utf-8")


PARITY = 210  # queries
BUILDERS: dict[str, Callable[[Path, Path], None]] = {
    "ours": _ours,
    "pagefind": _pagefind,
    "minisearch": _minisearch,
    "lunr": _lunr,
    "sqlite": _sqlite,
    "oracle": _oracle,
}


if __name__ == "__main__":
    build(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
