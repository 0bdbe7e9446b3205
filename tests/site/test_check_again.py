"""What was found good is not looked at again, unless something has gone that it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotated_reader.site import check_site as module
from annotated_reader.site.check_site import check_site
from annotated_reader.store import Shelf

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PAGE = '<!DOCTYPE html><html lang="en"><head><title>A</title></head><body>{}</body></html>'


def write(site: Path, name: str, body: str) -> None:
    site.mkdir(exist_ok=True)
    (site / name).write_text(PAGE.format(body))


def check(site: Path, cache: Path) -> list[str]:
    """Check a site and keep what was good."""
    shelf = Shelf(cache)
    problems = check_site(site, shelf=shelf)
    if not problems:
        shelf.save()
    return [str(problem) for problem in problems]


def test_link_to_a_place_that_another_page_has_lost_is_found(tmp_path: Path) -> None:
    write(tmp_path / "site", "a.html", '<a href="b.html#x">b</a>')
    write(tmp_path / "site", "b.html", '<p id="x">b</p>')
    assert check(tmp_path / "site", tmp_path / "cache") == []
    write(tmp_path / "site", "b.html", "<p>b</p>")
    assert check(tmp_path / "site", tmp_path / "cache") == [
        "a.html: link to a place that does not exist: b.html#x"
    ]


def test_link_to_a_page_that_has_gone_is_found(tmp_path: Path) -> None:
    write(tmp_path / "site", "a.html", '<a href="b.html">b</a>')
    write(tmp_path / "site", "b.html", "b")
    assert check(tmp_path / "site", tmp_path / "cache") == []
    (tmp_path / "site" / "b.html").unlink()
    assert check(tmp_path / "site", tmp_path / "cache") == [
        "a.html: link to a file that does not exist: b.html"
    ]


def test_page_that_is_the_same_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "site", "a.html", '<a href="b.html">b</a>')
    write(tmp_path / "site", "b.html", "b")
    check(tmp_path / "site", tmp_path / "cache")
    read: list[str] = []
    read_page = module.read_page

    def noted(file: str, source: str, site: str = "") -> module.Page:
        read.append(file)
        return read_page(file, source, site)

    monkeypatch.setattr(module, "read_page", noted)
    write(tmp_path / "site", "b.html", "more")
    assert check(tmp_path / "site", tmp_path / "cache") == []
    assert read == ["b.html"]
