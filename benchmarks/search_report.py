"""Figures of the search and of others -> docs/search.md: tables, and the aims beside them."""

from __future__ import annotations

import platform
from collections.abc import Iterator, Sequence
from importlib import metadata
from statistics import median
from typing import Any

from benchmarks.measure import table
from benchmarks.search_browser import percentiles

NAMES = {
    "ours": "**ours**",
    "pagefind": "Pagefind",
    "minisearch": "MiniSearch",
    "lunr": "lunr.py + lunr.js",
    "sqlite": "SQLite FTS5",
}
TIMES = {"cold": 100, "warm": 20}
"""Milliseconds that the 95th percentile of each time of ours may take."""
SHOWN = {"arrived": "page and query", "cold": "cold", "warm": "warm"}
"""What the times are called."""
Row = dict[str, Any]


def report(rows: Sequence[Row]) -> str:
    """Return the document: `rows` are the figures of each size."""
    sections = "\n".join(_section(row) for row in rows)
    return f"""{_head()}
## What is aimed at

{table(["aim", "texts", "measured", "reached"], list(_aims(rows)))}
{sections}"""


def _head() -> str:
    pagefind, lunr = metadata.version("pagefind"), metadata.version("lunr")
    return f"""# The search beside others

Written by `invoke bench search` on Python {platform.python_version()}, {platform.machine()}.
All engines index the same seeded pages (texts of about 500 words, and to ten texts an entry of a
name) and answer the same queries in one run. Seconds depend on the machine, ratios hardly, bytes
and finds not at all.

- Ours is asked through its own search page; its times are taken from `file://`, those of Pagefind
  {pagefind}, MiniSearch 7.2.0 and lunr.js 2.3.9 (index by lunr.py {lunr}) from a server on this
  machine. SQLite {_sqlite()} answers in a process, without a browser.
- **Bytes** are what a new visitor's browser loads for her first query and then for another one,
  scripts and ten results included, compressed by gzip unless they are already; median (95th
  percentile). *Engine* leaves out the scripts of the page around it, *page* counts them: our
  search page, Pagefind's `pagefind-ui.js`. MiniSearch and lunr come without a page and without
  the texts of results. SQLite's are the pages it reads, without the library a browser would need.
- **Cold** is a visitor's first query in a search page that was opened a second before, which is
  about what typing takes, with what the page loads unasked and no part of the index for her words,
  until ten results have come; **warm** a query asked again there: milliseconds, median / 95th
  percentile. **Page and query** counts the
  browser's own work for a new page as well: from leaving another page of the site for the search
  to its results, nothing being cached. Ours ends when the first five, which fill a screen, stand
  there and all are counted; the others' when ten have come. What an empty page with one script
  takes in the same way is said below each table. From 50,000 texts on only ours and SQLite are
  measured: the others need more memory than most machines have.
- **Found** are, of 100 texts looked for by what somebody remembers of them, those among the first
  three results; no other page has all those words.
- **The texts** are sentences of the demo's, put together by chance, with invented words and names
  in place of some of their own, both as often as Zipf's law has it. **The queries** are written
  from them, by chance with a fixed seed: everyday ones are one to three words of a text; a known
  item is a text and two rare words of it, or one of them mistyped (a letter lost, doubled,
  swapped or another), or a name in it spelt as another alphabet's romanization has it, with a
  word, or part of a name, with a word, or four words in a row, quoted. See
  `benchmarks/search_queries.py`.
- **Files written anew**: a word's postings stand in one file, and nothing else about other texts
  does. A text's number comes from its address, its length stands with each posting, rounded, and
  what depends on all texts stands in the core. So a text that is added or removed changes the
  ranges that hold its own words, one each at most, and those of a neighbor whose number it moves
  (about one at most, on average); a sentence changes the ranges of its words and, where the
  length of its text is rounded to another eighth, of all of the text's. For phrases it moves the
  words behind it in its paragraph, and of the next ones where the paragraph outgrows its place,
  which are 256 words or a multiple: a sentence of eight does so three times in a hundred.
  All are written anew when the library has outgrown its row of numbers, which then doubles. A
  text of 500 words has some 250 different ones, so that of a few hundred ranges nearly all change.
"""


def _sqlite() -> str:
    import sqlite3

    return sqlite3.sqlite_version


def _aims(rows: Sequence[Row]) -> Iterator[list[str]]:
    for row in rows:
        yield from _aims_of(row)


def _aims_of(row: Row) -> Iterator[list[str]]:
    """The aims that a size has."""
    size, engines = f"{row['size']:,}", row["engines"]
    ours, others = engines["ours"], engines.keys() - {"ours"}

    def aim(text: str, measured: str, reached: bool) -> list[str]:  # noqa: FBT001
        return [text, size, measured, "yes" if reached else "**no**"]

    large = row["size"] >= 10_000
    if large and "lunr" in others:
        time = ours["processor"] / engines["lunr"]["processor"]
        yield aim("build ≤ 0.3 × lunr.py's processor seconds", f"{time:.2f} ×", time <= 0.3)
        memory = ours["memory"] / engines["lunr"]["memory"]
        yield aim("build ≤ 0.15 × lunr.py's memory", f"{memory:.2f} ×", memory <= 0.15)
    if large and "pagefind" in others:
        memory = engines["pagefind"]["memory"] / ours["memory"]
        yield aim("Pagefind's build ≥ 3 × our memory", f"{memory:.1f} ×", memory >= 3)
    if "pagefind" in others:
        for what, key in (("engine", "first_engine"), ("page", "first")):
            more = median(engines["pagefind"][key]) / median(ours[key])
            yield aim(
                f"Pagefind's first query ≥ 3.3 × our bytes ({what})", f"{more:.2f} ×", more >= 3.3
            )
    if not others - {"sqlite"}:
        yield aim("build within 1 GB", f"{ours['memory']:,.0f} MiB", ours["memory"] <= 1000)
        most = percentiles(ours["first"])[1]
        yield aim("first query ≤ 200 KB", f"{_kilobytes(most)} KB", most <= 200_000)
    for what, limit in TIMES.items():
        took = percentiles(ours[what])[1]
        yield aim(f"{what} query p95 ≤ {limit} ms", f"{took:.0f} ms", took <= limit)
    found = sum(ours["found"].values())
    yield aim("≥ 95 of 100 items in the first 3", str(found), found >= 95)
    if "asked" in row:
        same = f"{row['equal']} of {row['asked']} queries"
        yield aim("scores and order are lunr's", same, row["equal"] == row["asked"])


def _section(row: Row) -> str:
    engines = row["engines"].items()
    header = ["", "build, s", "processor s", "peak MiB", "index, KB", "files"]
    header += [
        "first query, KB: engine",
        "page",
        "later query, KB",
        *(f"{what}, ms" for what in SHOWN.values()),
    ]
    sorts = list(row["engines"]["ours"]["found"])
    return f"""
## {row["size"]:,} texts

{table(header, [_figures(name, each) for name, each in engines])}

An empty page is there after {_times(row["engines"]["ours"]["empty"])} ms.

Found, of {row["wanted"]}:

{table(["", "all", *sorts], [_found(name, each["found"]) for name, each in engines])}
{_changes(row["changes"]) if "changes" in row else ""}"""


def _changes(changes: dict[str, dict[str, tuple[int, int]]]) -> str:
    """How many files of ours a change writes anew."""
    rooms = list(next(iter(changes.values())))
    rows = [
        [what, *(f"{found[room][0]:,} of {found[room][1]:,}" for room in rooms)]
        for what, found in changes.items()
    ]
    return f"""
Files of ours that are written anew when, in one text or with one text,

{table(["", *rooms], rows)}
"""


def _figures(name: str, each: Row) -> list[str]:
    return [
        NAMES[name],
        f"{each['seconds']:.1f}",
        f"{each['processor']:.1f}",
        f"{each['memory']:,.0f}",
        f"{each['index'] / 1000:,.0f}",
        f"{each['files']:,}",
        _spread(each["first_engine"]),
        _spread(each["first"]),
        _spread(each["later"]),
        *(_times(each.get(what)) for what in SHOWN),
    ]


def _times(values: Sequence[float] | None) -> str:
    return " / ".join(f"{value:.1f}" for value in percentiles(values)) if values else "–"


def _spread(sizes: Sequence[int]) -> str:
    if not sizes:
        return "–"
    if len(sizes) == 1:
        return _kilobytes(sizes[0])
    middle, most = percentiles(sizes)
    return f"{_kilobytes(middle)} ({_kilobytes(most)})"


def _kilobytes(size: float) -> str:
    return f"{size / 1000:,.1f}" if size < 1_000_000 else f"{size / 1000:,.0f}"


def _found(name: str, found: dict[str, int]) -> list[str]:
    return [NAMES[name], str(sum(found.values())), *map(str, found.values())]
