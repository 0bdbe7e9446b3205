"""Pages that somebody has open are shown first, and are those that are published."""

from __future__ import annotations

import shutil

import pytest

from annotated_reader.errors import IntegrityError
from annotated_reader.site.first import First
from annotated_reader.site.run import build_site

from .conftest import ROOT, Site

PAGE = "glossary/osh.html"


def build(site: Site, first: First) -> None:
    paths = {"PATH": str(site.content), "OUTPUT_PATH": str(site.output)}
    build_site(ROOT / "pelicanconf.py", paths, first)


@pytest.fixture
def edited(site: Site) -> Site:
    """A built site, one of whose entries has been edited since."""
    site.build()
    path = site.content / "glossary" / "osh.md"
    path.write_text(f"{path.read_text()}\nIt is old.\n")
    return site


def test_open_page_is_shown_as_it_is_published(edited: Site) -> None:
    shown: dict[str, bytes] = {}
    build(edited, First(frozenset({PAGE}), shown.__setitem__))
    assert b"It is old." in shown[PAGE]
    assert shown == {PAGE: (edited.output / PAGE).read_bytes()}


def test_open_page_is_shown_before_the_site_is_published(edited: Site) -> None:
    public: list[str] = []
    build(edited, First(frozenset({PAGE}), lambda name, _page: public.append(edited.read(name))))
    assert ["It is old." in page for page in public] == [False]


def test_open_page_that_says_what_it_said_is_not_shown(edited: Site) -> None:
    shown: dict[str, bytes] = {}
    build(edited, First(frozenset({"glossary/emilbek-kaptagaev.html"}), shown.__setitem__))
    assert shown == {}


def test_page_that_changes_its_text_is_not_shown(edited: Site) -> None:
    path = edited.content / "texts" / "undated.md"
    path.write_text(path.read_text().replace("founded", "invented"))
    shown: dict[str, bytes] = {}
    with pytest.raises(IntegrityError):
        build(edited, First(frozenset({"texts/undated.html"}), shown.__setitem__))
    assert shown == {}


def test_site_is_the_same_whichever_page_comes_first(edited: Site) -> None:
    build(edited, First(frozenset({PAGE})))
    found = edited.files()
    shutil.rmtree(edited.output)
    edited.build(READER_CACHE=str(edited.root / "clean"))
    assert edited.files() == found


def test_pages_that_are_waited_for_come_before_others() -> None:
    assert First(frozenset("c")).before_others("abcd") == ["c", "a", "b", "d"]
