"""The site's address and its pages' names -> sitemap.xml (sitemaps.org protocol 0.9), robots.txt.

A file names at most 50,000 pages; of more, `sitemap.xml` names the files that do.
Without `lastmod`: a page's time would be that of the build, and then no build equals another.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable

UNLISTED = {"404.html", "not-saved.html", "report.html", "search.html"}
MOST = 50_000
"""Pages in a file, and files in an index, by the protocol."""


def sitemaps(site: str, names: Iterable[str]) -> dict[str, bytes]:
    """Return the bytes of `sitemap.xml` and of those that it leads to, by name."""
    pages = [name for name in sorted(names) if name not in UNLISTED]
    if len(pages) <= MOST:
        return {"sitemap.xml": _document("urlset", "url", site, pages)}
    parts = [pages[start : start + MOST] for start in range(0, len(pages), MOST)]
    files = {
        f"sitemaps/{number}.xml": _document("urlset", "url", site, part)
        for number, part in enumerate(parts, 1)
    }
    return {"sitemap.xml": _document("sitemapindex", "sitemap", site, files), **files}


def _document(root: str, element: str, site: str, names: Iterable[str]) -> bytes:
    lines = [
        f"<{element}><loc>{escape(site)}/{escape(quote(name))}</loc></{element}>" for name in names
    ]
    head = '<?xml version="1.0" encoding="utf-8"?>\n'
    head += f'<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return "\n".join([head, *lines, f"</{root}>\n"]).encode()


def robots(site: str) -> bytes:
    """Return the bytes of `robots.txt` (RFC 9309): all may be read, and where the sitemap is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {quote(site, safe=':/')}/sitemap.xml\n".encode()
