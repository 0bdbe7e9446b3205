from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotated_reader.errors import ReaderError
from annotated_reader.site import screenshots
from annotated_reader.site.kinds_of_pages import kinds_of_pages
from annotated_reader.site.screenshots import VIEWS, contact_sheet

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

PNG = b"\x89PNG"


def make_site(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(f"<!DOCTYPE html><title>{name}</title>" + "x" * len(name))
    return folder


def test_a_page_of_each_kind_is_chosen_the_longest_of_many(tmp_path: Path) -> None:
    pages = ["404.html", "index.html", "texts/a.html", "texts/long.html"]
    site = make_site(tmp_path, *pages, "glossary/a.html", "glossary/bb.html", "glossary/ccc.html")

    assert kinds_of_pages(site) == (
        "index.html",
        "404.html",
        "texts/long.html",
        "glossary/ccc.html",
        "glossary/a.html",
    )


def test_page_that_only_leads_on_is_none_to_look_at(tmp_path: Path) -> None:
    site = make_site(tmp_path, "index.html", "texts/a.html", "glossary/a.html", "glossary/b.html")
    (site / "glossary/a.html").write_text('<meta http-equiv="refresh" content="0; url=b.html">')

    assert kinds_of_pages(site)[-1] == "glossary/b.html"


def test_folder_that_is_no_site_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="there is no site; build it: invoke site"):
        kinds_of_pages(tmp_path)


def test_views_are_all_widths_light_and_dark_and_paper() -> None:
    seen = {(view.width, view.scheme) for view in VIEWS if view.media == "screen"}

    assert seen == {(width, scheme) for width in (390, 820, 1440) for scheme in ("light", "dark")}
    assert [view.media for view in VIEWS].count("print") == 1


@pytest.mark.slow
def test_every_page_is_taken_and_shown_on_the_sheet(tmp_path: Path, browser: Browser) -> None:
    site = make_site(tmp_path / "output", "index.html", "texts/a.html")

    sheet = screenshots.take_all_with(browser, site, tmp_path / "pictures")

    shown = sorted(path.name for path in sheet.parent.glob("*.png"))
    assert len(shown) == 2 * len(VIEWS)
    assert all(f'src="{name}"' in sheet.read_text(encoding="utf-8") for name in shown)
    assert (sheet.parent / "texts-a-paper.png").read_bytes().startswith(PNG)


def test_name_of_a_page_is_no_markup_on_the_sheet() -> None:
    assert "<b>" not in contact_sheet(["<b>.html"]).partition("<div>")[0]
