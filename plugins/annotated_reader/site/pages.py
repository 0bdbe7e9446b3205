"""Hand-written pages -> the same without what could run, load or hide; what went is told.

They may use Markdown and the little HTML that entries may use as well. In somebody else's theme
Pelican's pages are that site's own, and stay as they are.
"""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from pelican.generators import PagesGenerator

from .offline import reads_offline
from .sanitize import sanitized

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pelican.generators import Generator

KINDS = ("pages", "translations", "hidden_pages", "hidden_translations", "draft_pages",
         "draft_translations")  # fmt: skip
"""Where Pelican's generator keeps pages, by their status."""


class Outline(HTMLParser):
    """Counts the elements of some HTML, and what listens to events in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.counts: Counter[str] = Counter()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count an element and its handlers."""
        self.counts[f"<{tag}>"] += 1
        self.counts.update(f"{name}=" for name, _ in attrs if name.startswith("on"))


def sanitize_pages(found: Iterable[Generator]) -> Iterator[str]:
    """Clean every page of Pelican's, once all are read and before one is written.

    Yield a line on each page that loses something.
    """
    for generator in found:
        if isinstance(generator, PagesGenerator) and reads_offline(generator.settings):
            for page in (page for kind in KINDS for page in getattr(generator, kind)):
                html = page._content  # noqa: SLF001  # Pelican's way
                page._content = sanitized(html)  # noqa: SLF001
                if gone := removed(html, page._content):  # noqa: SLF001
                    yield f"{page.relative_source_path}: left out {', '.join(gone)}"


def removed(html: str, clean: str) -> list[str]:
    """Return the elements and handlers that are in the one and not in the other."""
    return sorted(Outline(html).counts - Outline(clean).counts)
