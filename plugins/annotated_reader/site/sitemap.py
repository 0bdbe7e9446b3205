"""The site's address and its pages' names -> sitemap.xml (sitemaps.org protocol 0.9), robots.txt.

Without `lastmod`: a page's time would be that of the build, and then no build equals another.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable

UNLISTED = {"404.html", "report.html", "search.html"}


def sitemap(site: str, names: Iterable[str]) -> bytes:
    """Return the sitemap's bytes."""
    lines = [
        f"<url><loc>{escape(site)}/{escape(quote(name))}</loc></url>"
        for name in sorted(names)
        if name not in UNLISTED
    ]
    head = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return "\n".join([head, *lines, "</urlset>\n"]).encode()


def robots(site: str) -> bytes:
    """Return the bytes of `robots.txt` (RFC 9309): all may be read, and where the sitemap is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {quote(site, safe=':/')}/sitemap.xml\n".encode()
