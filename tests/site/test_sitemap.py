"""What search engines are told of the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotated_reader.site import sitemap
from annotated_reader.site.sitemap import sitemaps

if TYPE_CHECKING:
    import pytest

SITE = "https://example.org/a"


def test_few_pages_are_in_one_file() -> None:
    assert sitemaps(SITE, ["index.html", "404.html"]) == {
        "sitemap.xml": b'<?xml version="1.0" encoding="utf-8"?>\n'
        b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        b"<url><loc>https://example.org/a/index.html</loc></url>\n</urlset>\n"
    }


def test_very_many_pages_are_in_several_files_that_an_index_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sitemap, "MOST", 2)
    found = sitemaps(SITE, [f"{number}.html" for number in range(5)])
    assert list(found) == ["sitemap.xml", *(f"sitemaps/{number}.xml" for number in (1, 2, 3))]
    assert (
        b"<sitemap><loc>https://example.org/a/sitemaps/3.xml</loc></sitemap>"
        in found["sitemap.xml"]
    )
    assert b"<url><loc>https://example.org/a/4.html</loc></url>" in found["sitemaps/3.xml"]
