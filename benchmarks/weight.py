"""`invoke weight`: what a reader has to fetch, whether it moves or stalls, and Lighthouse's word.

Writes docs/weight.md. Bytes and shifts depend on nothing but the pages; Lighthouse's performance
also on the machine.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from annotated_reader.errors import ReaderError
from annotated_reader.site.chromium import open_browser
from annotated_reader.site.kinds_of_pages import kinds_of_pages
from benchmarks.lighthouse import CATEGORIES, Judgement, judge
from benchmarks.made_page import NAME, NOTES, WORDS, build_made_page
from benchmarks.measure import ROOT, table
from benchmarks.serve import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MOST_BYTES = 60_000
MOST_SCRIPT = 15_000
WIDTHS = (390, 820, 1440)
WATCH = """
window.seen = { "layout-shift": [], longtask: [] };
for (const type of Object.keys(seen)) {
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!entry.hadRecentInput) seen[type].push(entry.value ?? entry.duration);
    }
  }).observe({ type, buffered: true });
}
"""


@dataclass(frozen=True, slots=True)
class Weight:
    """Compressed bytes of all that a page needs to be read, and of its scripts among them."""

    everything: int
    script: int


@dataclass(frozen=True, slots=True)
class Calm:
    """How much a page moved by itself while it was read, and how often it stalled."""

    width: int
    shift: float
    long_tasks: int


def main(output: Path, target: Path) -> str:
    """Measure, write the report to `target`, and return it."""
    with tempfile.TemporaryDirectory() as folder, open_browser() as browser:
        made = build_made_page(Path(folder))
        with serving(made) as address:
            weight = weigh(browser, made, f"{address}/{NAME}")
            calms = [watch(browser, f"{address}/{NAME}", width) for width in WIDTHS]
    names = kinds_of_pages(output)
    with serving(output) as address:
        judgements = {name: judge(f"{address}/{name}") for name in names}
    report = _report(weight, calms, judgements)
    target.write_text(report, "utf-8")
    return report


def weigh(browser: Browser, site: Path, address: str) -> Weight:
    """Open a page, use all it has, and count what it fetched, compressed; search apart."""
    fetched: dict[str, None] = {}
    page = browser.new_page()
    page.on("response", lambda reply: fetched.update({urlsplit(reply.url).path.lstrip("/"): None}))
    page.goto(address)
    page.get_by_role("button", name="Only what I have read so far").click()
    page.locator(".so-far").first.wait_for(state="attached")
    page.locator(".mention").first.press("Enter")
    page.get_by_role("button", name="All mentions in this text").click()
    page.locator(".panel").wait_for()
    page.close()
    sizes = {
        name: len(gzip.compress((site / name).read_bytes(), mtime=0))
        for name in fetched
        if not name.startswith("search/")
    }
    script = sum(size for name, size in sizes.items() if name.endswith(".js"))
    return Weight(sum(sizes.values()), script)


def watch(browser: Browser, address: str, width: int) -> Calm:
    """Read a page from its head to its foot and say what the browser saw."""
    page: Any = browser.new_page(viewport={"width": width, "height": 800})
    page.add_init_script(WATCH)
    page.goto(address)
    while page.evaluate("scrollY + innerHeight < document.documentElement.scrollHeight - 1"):
        page.mouse.wheel(0, 1600)
        page.wait_for_timeout(100)
    seen = page.evaluate("seen")
    page.close()
    return Calm(width, round(sum(seen["layout-shift"]), 4), len(seen["longtask"]))


def _report(weight: Weight, calms: Sequence[Calm], judgements: dict[str, Judgement]) -> str:
    bytes_ = [
        ["everything, all its comforts in use", f"{weight.everything:,}", f"{MOST_BYTES:,}"],
        ["its scripts, search apart", f"{weight.script:,}", f"{MOST_SCRIPT:,}"],
    ]
    calm = [[f"{it.width}", f"{it.shift:g}", f"{it.long_tasks}"] for it in calms]
    judged = [
        [name, *(f"{it.scores[category]}" for category in CATEGORIES), ", ".join(it.faults) or "–"]
        for name, it in judgements.items()
    ]
    return f"""# What a page weighs

Written by `invoke weight`.

## A made reading page of {WORDS:,} words with {NOTES} notes

{table(["compressed (gzip)", "bytes", "at most"], bytes_)}

{table(["width in pixels", "layout shift while read", "tasks over 50 ms"], calm)}

## Every kind of page of the demo library, by Lighthouse for a phone

Served from this machine without compression; performance is for Lighthouse's slow phone and slow
4G. Aims: 98 in performance, 100 in the others.

{table(["page", *CATEGORIES, "what is wrong"], judged)}
"""


if __name__ == "__main__":
    try:
        print(main(Path(sys.argv[1]), ROOT / "docs" / "weight.md"))
    except ReaderError as error:
        sys.exit(str(error))
