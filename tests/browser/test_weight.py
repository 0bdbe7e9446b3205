"""A reading page is light and stands still: what `invoke weight` measures of it alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotated_reader.errors import ReaderError
from annotated_reader.site.kinds_of_pages import kinds_of_pages
from benchmarks import lighthouse, weight
from benchmarks.made_page import NAME, NOTES, WORDS, build_made_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_made_page(tmp_path_factory.mktemp("made"))


def test_made_page_is_as_long_as_it_says(made: Path) -> None:
    words = (made / NAME).with_suffix(".txt").read_text(encoding="utf-8").split()

    assert abs(len(words) - WORDS) < 20
    assert (made / NAME).read_text(encoding="utf-8").count('id="note-') == NOTES


def test_reading_page_is_light(made: Path, browser: Browser, serve: Callable[[Path], str]) -> None:
    found = weight.weigh(browser, made, f"{serve(made)}/{NAME}")

    assert 10_000 < found.everything <= weight.MOST_BYTES
    assert 1_000 < found.script <= weight.MOST_SCRIPT


@pytest.mark.parametrize("width", weight.WIDTHS)
def test_reading_page_stands_still(
    made: Path, browser: Browser, serve: Callable[[Path], str], width: int
) -> None:
    assert weight.watch(browser, f"{serve(made)}/{NAME}", width).shift == 0


@pytest.mark.slow
def test_every_kind_of_page_stands_still(
    demo: Path, browser: Browser, serve: Callable[[Path], str]
) -> None:
    address = serve(demo)
    shifts = {
        name: weight.watch(browser, f"{address}/{name}", 390).shift for name in kinds_of_pages(demo)
    }

    assert {name: shift for name, shift in shifts.items() if shift} == {}


def test_missing_npm_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lighthouse, "ROOT", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(ReaderError, match=r"Lighthouse needs npm; install Node\.js"):
        lighthouse.program()
