"""`invoke bench rebuild`: a clean site, nothing, one seed, one more; beside plain Pelican.

Writes docs/rebuild.md. Every figure is of a whole command, interpreter and all; a share is of the
same library's clean site, measured in the same sitting.
"""

from __future__ import annotations

import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.edits import edits
from benchmarks.library import write_library
from benchmarks.measure import ROOT, Cost, cost_of, python, table

SIZES = (100, 1_000)
CORRECTED = "It went on like that for a while."
MORE = "Title: One text more\nDate: 2024-12-31"
NAMED = "Aizada Nurbekova, a teacher from Osh, remembers it well."

PLAIN = """\
from pathlib import Path

CACHE_PATH = str(Path(__file__).parent / "plain-cache")
PATH = "content/texts"
OUTPUT_PATH = "plain"
ARTICLE_PATHS = [""]
DEFAULT_DATE = "2000-01-01"
TIMEZONE = "UTC"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
MARKDOWN = {
    "extension_configs": {"markdown.extensions.footnotes": {}, "markdown.extensions.meta": {}},
}
CACHE_CONTENT = LOAD_CONTENT_CACHE = True
CHECK_MODIFIED_METHOD = "sha256"
GZIP_CACHE = False
"""
"""What Pelican needs to read the same Markdown, at its quickest."""


def main(target: Path, sizes: tuple[int, ...]) -> str:
    """Measure, write the figures to `target`, and return them."""
    rows: list[list[str]] = []
    shown: list[list[str]] = []
    for texts in sizes:
        with tempfile.TemporaryDirectory() as folder:
            work = Path(folder)
            words = write_library(ROOT / "seeds", work / "seeds", texts)
            name = f"{texts:,} texts, {words:,} words"
            rows += _rows(name, ours(work), texts)
            if texts == SIZES[0]:
                shown = [[what, f"{seconds:.2f}", "< 1 s"] for what, seconds in edits(work)]
            rows += _rows(f"{name}: plain Pelican", plain(work))
    report = _report(rows, shown)
    target.parent.mkdir(exist_ok=True)
    target.write_text(report, "utf-8")
    return report


def ours(work: Path) -> Iterator[tuple[str, Cost]]:
    """Yield what `invoke site` costs as a library changes; the first is the clean site."""
    command = python("-m", "invoke", "site", "--seeds", str(work / "seeds"))
    command += ["--content", str(work / "content"), "--output", str(work / "output")]
    yield "clean", cost_of(command)
    yield "nothing changed", cost_of(command)
    for what, sentence in (("a sentence more", CORRECTED), ("a new name", NAMED)):
        seed = min((work / "seeds").iterdir())
        seed.write_text(f"{seed.read_text('utf-8').rstrip()} {sentence}\n", "utf-8")
        yield f"{what} in one seed", cost_of(command)
    last = max((work / "seeds").iterdir())
    body = last.read_text("utf-8").partition("\n\n")[2]
    (work / "seeds" / "zz-more.txt").write_text(f"{MORE}\n\n{body}", "utf-8")
    yield "a seed more", cost_of(command)


def plain(work: Path) -> Iterator[tuple[str, Cost]]:
    """Yield what Pelican costs on the same Markdown with its own caches, without our plugin."""
    settings = work / "plain.py"
    settings.write_text(PLAIN, "utf-8")
    command = python("-m", "pelican", "--settings", str(settings), "--quiet")
    yield "clean", cost_of(command)
    yield "nothing changed", cost_of(command)
    text = min((work / "content" / "texts").iterdir())
    text.write_text(f"{text.read_text('utf-8')}\n{CORRECTED}\n", "utf-8")
    yield "a sentence more in one text", cost_of(command)


def _rows(name: str, costs: Iterator[tuple[str, Cost]], texts: int = 0) -> list[list[str]]:
    measured = list(costs)
    clean = measured[0][1]
    return [
        [
            f"{name}: {what}", f"{cost.wall:.2f}", f"{cost.processor:.2f}",
            f"{100 * cost.wall / clean.wall:.1f} %", f"{cost.memory:.0f}", aim(what, texts),
        ]
        for what, cost in measured
    ]  # fmt: skip


def aim(what: str, texts: int) -> str:
    """Return what is aimed at, or nothing."""
    if what == "nothing changed":
        return "≤ 2 s" if texts == 1_000 else ""
    if what.endswith("in one seed"):
        return {1_000: "≤ 3 %", 10_000: "≤ 10 s"}.get(texts, "")
    return ""


def _report(rows: list[list[str]], shown: list[list[str]]) -> str:
    header = [
        "library", "seconds", "processor seconds", "share of clean", "peak memory, MiB", "aim",
    ]  # fmt: skip
    return f"""# What a change costs

Written by `invoke bench rebuild` on Python {platform.python_version()}, {platform.machine()};
seconds depend on the machine, shares hardly. Clean means without content, caches or an earlier
site: every text is read by the language model. Plain Pelican reads the Markdown that we wrote,
with its own caches and the theme that it brings, and makes neither a glossary nor a search.

{table(header, rows)}

Until an edit shows in the browser, while `invoke serve` runs on {SIZES[0]} texts and the page is
open: it has been told of the change, has been asked for again, and holds it.

{table(["edit of", "seconds", "aim"], shown)}
"""


if __name__ == "__main__":
    chosen = tuple(int(size) for size in sys.argv[1:] if int(size)) or SIZES
    print(main(ROOT / "docs" / "rebuild.md", chosen))
