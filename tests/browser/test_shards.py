"""The decoder of the search index bears garbage: it answers or fails, and runs none of it."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error

from fuzz.seeds import CRASHES, crashes_of
from fuzz.shards import BATCH, cases_of, is_find, mutated, try_out
from tests.browser import search_site

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return search_site.build(tmp_path_factory.mktemp("shards"))


def test_index_as_it_is_answers(page: Page, site: Path) -> None:
    assert set(try_out(page, site, cases_of(site)[:3])) == {"answers"}


def test_posting_that_breaks_off_is_an_error(page: Page, site: Path) -> None:
    page.goto((site / "search.html").as_uri())
    page.evaluate("() => AnnotatedReader.search.index.ready()")
    with pytest.raises(Error, match="the index of the search is damaged"):
        page.evaluate("() => AnnotatedReader.search.coding.term('lund', '~#!}')")


def test_positions_that_break_off_are_an_error(page: Page, site: Path) -> None:
    path = CRASHES / "shards" / "positions-without-end.json"
    told = try_out(page, site, json.loads(path.read_bytes()))
    assert told == ["fails: the index of the search is damaged"]


def test_garbage_in_the_index_neither_hangs_nor_runs(page: Page, site: Path) -> None:
    told = try_out(page, site, list(islice(mutated(cases_of(site), number=1), BATCH)))
    assert len(told) == BATCH
    assert [each for each in told if is_find(each)] == []


@pytest.mark.parametrize("path", crashes_of("shards"), ids=lambda path: path.name)
def test_find_of_an_earlier_run_is_mended(page: Page, site: Path, path: Path) -> None:
    assert not any(map(is_find, try_out(page, site, json.loads(path.read_bytes()))))
