"""A built site -> pictures of every kind of page, a sheet to look at them all, the README's one."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Literal

from ..errors import ReaderError
from .chromium import open_browser
from .kinds_of_pages import kinds_of_pages

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

README_SIZE = (1280, 900)
PAPER = 544  # CSS pixels between the margins of a sheet of A4, 144 mm
SHEET = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Every kind of page</title>
<style>
body {{ background: #888; font: 16px system-ui; margin: 1rem; }}
div {{ align-items: flex-start; display: flex; gap: 1rem; overflow-x: auto; }}
figure {{ margin: 0; }}
img {{ display: block; max-block-size: 90vh; }}
</style>
</head>
<body>
<h1>Every kind of page</h1>
{sections}
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class View:
    """A way to look at a page: its name, width and height, and what the browser pretends."""

    name: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"
    media: Literal["screen", "print"] = "screen"


VIEWS = (
    View("phone", 390, 844),
    View("phone-dark", 390, 844, "dark"),
    View("tablet", 820, 1180),
    View("tablet-dark", 820, 1180, "dark"),
    View("desk", 1440, 900),
    View("desk-dark", 1440, 900, "dark"),
    View("paper", PAPER, 922, media="print"),
)


def take_all(output: Path, folder: Path) -> Path:
    """Take a picture of every kind of page in every view; return the sheet that shows them."""
    with open_browser() as browser:
        return take_all_with(browser, output, folder)


def take_all_with(browser: Browser, output: Path, folder: Path) -> Path:
    """Do so with a browser that is open already."""
    names = kinds_of_pages(output)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for view in VIEWS:
        page = _open(browser, view)
        for name in names:
            _show(page, output / name)
            page.screenshot(path=folder / _file(name, view))
        page.close()
    sheet = folder / "index.html"
    sheet.write_text(contact_sheet(names), encoding="utf-8")
    return sheet


def take(output: Path, text: str, picture: Path) -> Path:
    """Take the README's picture of a text's page (of the first one where none is named)."""
    pages = sorted((output / "texts").glob(f"{text or '*'}.html"))
    if not pages:
        raise ReaderError("no such page", path=output / "texts", remedy="build the site first")
    picture.parent.mkdir(parents=True, exist_ok=True)
    with open_browser() as browser:
        page = _open(browser, View("readme", *README_SIZE))
        _show(page, pages[0])
        page.screenshot(path=picture)
    return picture


def contact_sheet(names: Iterable[str]) -> str:
    """Return the page that shows the pictures of the pages named, one row a page."""
    return SHEET.format(sections="\n".join(map(_section, names)))


def _section(name: str) -> str:
    pictures = "".join(
        f"<figure><figcaption>{view.name}</figcaption>"
        f'<img src="{_file(name, view)}" alt=""></figure>'
        for view in VIEWS
    )
    return f"<h2>{escape(name)}</h2>\n<div>{pictures}</div>"


def _file(name: str, view: View) -> str:
    return f"{name.removesuffix('.html').replace('/', '-')}-{view.name}.png"


def _open(browser: Browser, view: View) -> Page:
    page = browser.new_page(viewport={"width": view.width, "height": view.height})
    page.emulate_media(color_scheme=view.scheme, media=view.media, reduced_motion="reduce")
    return page


def _show(page: Page, path: Path) -> None:
    """Open a page and wait until its scripts have put in place what they add."""
    page.goto(path.absolute().as_uri())
    page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
