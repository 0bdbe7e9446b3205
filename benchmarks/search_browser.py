"""An engine's site in Chromium: bytes of a visitor's queries, milliseconds, and what is found."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median, quantiles
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlsplit

from benchmarks.search_sites import EMPTY, OWN, START
from tests.search.oracle import ASK_LUNR, ASK_US

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from benchmarks.search_queries import KnownItem, Questions

FIRST = 3  # results among which an item has to be
SETTLED = 250  # milliseconds after which nothing more is loaded
TYPING = 1_000  # milliseconds that a visitor takes at least until she has typed a query
BEST = 100  # results that are compared with lunr's
PAGE_SCRIPTS = ("page.js", "pagefind-ui.js")  # of the page around the engine
AT_ONCE = ("lunr", "minisearch")  # load their whole index for any query
VISITORS = 12
TIMED = 5  # queries of these
ANSWERED = "() => window.answer"
ASK = """async (queries) => {
    const asked = [];
    for (const query of queries) {
        const start = performance.now();
        const refs = await window.ask(query);
        asked.push([performance.now() - start, refs]);
    }
    return asked;
}"""


def figures_of(browser: Browser, engine: str, folder: Path, asked: Questions) -> dict[str, Any]:
    """Return an engine's bytes, times and finds; ours is timed from `file://`."""
    with _served(folder) as (address, log):
        own = folder.as_uri() if engine == "ours" else address
        queries = asked.everyday[:TIMED] if engine in AT_ONCE else asked.everyday
        visitors = queries[:1] if engine in AT_ONCE else queries
        sizes = [
            _visit(browser, address, log, folder, (query, asked.everyday[-place - 1]))
            for place, query in enumerate(visitors[:VISITORS])
        ]
        arrived, cold = _arrived(browser, own, queries), _cold(browser, own, queries)
        # That is the browser's own, whichever engine's page comes after.
        empty = _left(browser, own, len(queries)) if engine == "ours" else []
        warm, known = _asked(browser, own, asked)
    return {
        "first": [first for first, _, _ in sizes],
        "first_engine": [engine_alone for _, engine_alone, _ in sizes],
        "later": [later for _, _, later in sizes],
        "arrived": arrived,
        "empty": empty,
        "cold": cold,
        "warm": warm,
        "found": found_by_sort(asked.known, known),
    }


def found_by_sort(items: Sequence[KnownItem], refs: Sequence[Sequence[str]]) -> dict[str, int]:
    """Count the items of each sort that are among the first results."""
    counts = dict.fromkeys((item.sort for item in items), 0)
    for item, found in zip(items, refs, strict=True):
        counts[item.sort] += item.ref in found[:FIRST]
    return counts


def percentiles(values: Sequence[float]) -> tuple[float, float]:
    """Return the median and the 95th percentile."""
    return median(values), quantiles(values, n=20, method="inclusive")[-1]


def parity(browser: Browser, ours: Path, oracle: Path, queries: list[Any]) -> int:
    """Return for how many queries our scores and totals are those of the whole index in lunr."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{ours.as_uri()}/search.html")
        found = page.evaluate(ASK_US, [queries, BEST])
        page.goto(f"{oracle.as_uri()}/search.html")
        whole = page.evaluate(ASK_LUNR, [queries, BEST])
    return sum(same(one, other) for one, other in zip(found, whole, strict=True))


def same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether totals and scores are the same; of equal scores any order, and any at the end."""
    scores, whole = ([score for _, score in each["results"]] for each in (one, other))
    if one["total"] != other["total"] or len(scores) != len(whole):
        return False
    if any(abs(a - b) > 1e-9 for a, b in zip(scores, whole, strict=True)):
        return False
    least = min(whole, default=0) + 1e-9
    above = [{ref for ref, score in each["results"] if score > least} for each in (one, other)]
    return above[0] == above[1]


def _visit(
    browser: Browser, address: str, log: list[str], folder: Path, queries: tuple[str, str]
) -> tuple[int, int, int]:
    """Let a new visitor ask twice: bytes of the first query, without its page's, of the later."""
    visits: list[set[Path]] = []
    with browser.new_context() as context:
        page = context.new_page()
        for query in queries:
            log.clear()
            _answered(page, _asking(address, query))
            page.wait_for_timeout(SETTLED)
            visits.append({folder / name.lstrip("/") for name in log})
    first, later = visits[0], visits[1] - visits[0]
    engine = {path for path in first if path.name not in PAGE_SCRIPTS}
    total, engine_alone, more = (sum(map(_compressed, each)) for each in (first, engine, later))
    return total, engine_alone, more


def _compressed(path: Path) -> int:
    """The size of a file as it travels: compressed unless it is."""
    own = path.suffix == ".html" or path.name.startswith(OWN)
    if own or not path.is_file():
        return 0
    data = path.read_bytes()
    return min(len(data), len(gzip.compress(data, 9)))


def _arrived(browser: Browser, address: str, queries: Sequence[str]) -> list[float]:
    """Milliseconds from leaving another page for the search to its results, for each query."""
    return [_between(browser, address, _asking(address, query)) for query in queries]


def _left(browser: Browser, address: str, times: int) -> list[float]:
    """Milliseconds from leaving another page until the script of an empty one has run."""
    return [_between(browser, address, f"{address}/{EMPTY}") for _ in range(times)]


def _between(browser: Browser, address: str, to: str) -> float:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/{START}")
        return _answered(page, to)


def _cold(browser: Browser, address: str, queries: Sequence[str]) -> list[float]:
    """Milliseconds of each query, the first one that is asked in a page opened a second before.

    Meanwhile a browser is still busy with the page before and with the next one's process.
    """
    times = []
    for query in queries:
        with browser.new_context() as context:
            page = context.new_page()
            page.goto(f"{address}/search.html")
            page.wait_for_timeout(TYPING)
            times.append(page.evaluate(ASK, [query])[0][0])
    return times


def _asking(address: str, query: str) -> str:
    return f"{address}/search.html?q={quote(query)}"


def _answered(page: Page, address: str) -> float:
    """Go to a page and wait for its answer; return the milliseconds that it took."""
    page.goto(address)
    took: float = page.evaluate(ANSWERED)
    return took


def _asked(browser: Browser, address: str, asked: Questions) -> tuple[list[float], list[list[str]]]:
    """Milliseconds of queries asked again in one page, and the results of the known items."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/search.html")
        page.evaluate(ASK, asked.everyday)
        warm = [took for took, _ in page.evaluate(ASK, asked.everyday)]
        known = [refs for _, refs in page.evaluate(ASK, [item.query for item in asked.known])]
    return warm, known


@contextmanager
def _served(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Serve a folder on this machine; yield its address and the paths that are asked for."""
    log: list[str] = []

    class Handler(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_request(self, *_: object) -> None:
            log.append(unquote(urlsplit(self.path).path))

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", log
    finally:
        server.shutdown()
        server.server_close()
