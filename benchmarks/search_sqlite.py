"""SQLite's full-text search of the corpus: no browser, so its bytes are the pages it reads."""

from __future__ import annotations

import re
import sqlite3
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.search_browser import VISITORS, found_by_sort

if TYPE_CHECKING:
    from benchmarks.search_queries import Questions

ACCOUNT = Path("/proc/self/io")  # Linux tells there how much a process has read
SELECT = """\
SELECT ref, title, substr(body, 1, 300) FROM pages WHERE pages MATCH ?
ORDER BY bm25(pages, 0, 8, 1) LIMIT 10"""


def figures_of(folder: Path, asked: Questions) -> dict[str, Any]:
    """Return what queries read, how long they take, and what they find."""
    file = folder / "index.sqlite"
    sizes = [
        _visit(file, (query, asked.everyday[-place - 1]))
        for place, query in enumerate(asked.everyday[:VISITORS])
    ]
    cold = [_cold(file, query) for query in asked.everyday]
    with sqlite3.connect(file) as base:
        for query in asked.everyday:
            _ask(base, query)
        warm = [_ask(base, query)[0] for query in asked.everyday]
        known = [_ask(base, item.query)[1] for item in asked.known]
    first, later = zip(*sizes, strict=True) if ACCOUNT.exists() else ((), ())
    return {
        "first": first,
        "first_engine": first,
        "later": later,
        "cold": cold,
        "warm": warm,
        "found": found_by_sort(asked.known, known),
    }


def _visit(file: Path, queries: tuple[str, str]) -> list[int]:
    sizes = []
    with sqlite3.connect(file) as base:
        for query in queries:
            before = _read_so_far()
            _ask(base, query)
            sizes.append(_read_so_far() - before)
    return sizes


def _cold(file: Path, query: str) -> float:
    start = time.perf_counter()
    with sqlite3.connect(file) as base:
        _ask(base, query)
    return (time.perf_counter() - start) * 1000


def _ask(base: sqlite3.Connection, query: str) -> tuple[float, list[str]]:
    words = re.findall(r"\w+", query)
    if query.startswith('"'):
        words = [" ".join(words)]
    start = time.perf_counter()
    rows = base.execute(SELECT, (" ".join(f'"{word}"' for word in words),)).fetchall()
    return (time.perf_counter() - start) * 1000, [ref for ref, _, _ in rows]


def _read_so_far() -> int:
    if not ACCOUNT.exists():
        return 0
    return int(ACCOUNT.read_text("ascii").split()[1])  # rchar
