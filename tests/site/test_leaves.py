"""Long lists: nothing is lost between the pages, every link leads to the right one."""

from __future__ import annotations

import re
from functools import partial
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.site import leaves
from annotated_reader.site.leaves import Leaf, Leaves, Listing, cut
from annotated_reader.site.lists import further

from .conftest import Site, write_library

GROUPS = st.lists(st.lists(st.integers(1, 60), max_size=8), max_size=8).map(
    lambda groups: [(str(number), items) for number, items in enumerate(groups) if items]
)
NUMBERS: Listing[int] = Listing(partial(further, "list"), lambda number: number, str, heading=5)
NAMES = ("Ana", "Bek", "Cholpon", "Daniyar", "Elmira", "Farid", "Gulnara", "Hamid", "Ilyas")


def cut_small(groups: list[tuple[str, list[int]]], used: int = 0) -> Leaves[int]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(leaves, "ROOM", 100)
        return cut(groups, NUMBERS, used)


@given(GROUPS)
def test_all_leaves_together_are_the_list(groups: list[tuple[str, list[int]]]) -> None:
    parts = [part for leaf in cut_small(groups) for part in leaf.groups]
    joined = [
        (label, [item for _, items in held for item in items])
        for label, held in groupby(parts, key=lambda part: part[0])
    ]
    assert joined == groups


@given(GROUPS)
def test_no_leaf_of_several_items_is_too_heavy(groups: list[tuple[str, list[int]]]) -> None:
    for leaf in cut_small(groups):
        items = list(leaf.items)
        assert len(items) < 2 or sum(items) + 5 * len(leaf.groups) <= 100


@given(GROUPS)
def test_start_counts_what_stands_before(groups: list[tuple[str, list[int]]]) -> None:
    before = 0
    for leaf in cut_small(groups):
        assert leaf.start == before
        before += len(list(leaf.items))


@given(GROUPS)
def test_part_that_a_leaf_can_hold_is_kept_whole(groups: list[tuple[str, list[int]]]) -> None:
    found = cut_small(groups)
    for label, items in groups:
        if sum(items) + 5 <= 100:
            assert sum(label in dict(leaf.groups) for leaf in found) == 1


def test_empty_list_has_one_leaf_under_its_own_address() -> None:
    assert [leaf.name for leaf in cut_small([])] == ["list.html"]


def test_first_leaf_lists_several_items_beside_large_drawings() -> None:
    first, *_ = cut_small([("a", [6, 6, 6, 6, 6])], used=98)
    assert list(first.items) == [6, 6, 6]


def test_leaf_that_goes_on_with_a_part_says_so() -> None:
    found = cut_small([("a", [50, 60]), ("b", [90])])
    assert [leaf.continued for leaf in found] == [False, True, False]


def test_part_is_found_on_the_leaf_where_it_begins() -> None:
    found = cut_small([("a", [50, 60]), ("b", [90])])
    assert found.names == {"a": "list.html", "b": "lists/list-3.html"}


def test_leaves_to_choose_from_are_the_near_ones_and_some_of_the_others() -> None:
    found = Leaves([Leaf(number, str(number), ()) for number in range(1, 1001)], [])
    near = [leaf.number for leaf in found.near(found.leaves[499])]
    assert {1, 497, 498, 499, 500, 501, 502, 503, 1000} <= set(near)
    assert len(near) < 40


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site whose every list is too long for one page."""
    site = Site(tmp_path_factory.mktemp("long"))
    write_library(site)
    for number, name in enumerate(NAMES):
        mentions = "[Osh](../glossary/osh.md) was calm.\n\n" * 3
        header = f"---\ntitle: {name} in Osh\ndate: 20{number:02}-06-11\nlang: en\n---\n\n"
        site.write(f"content/texts/{name.lower()}.md", header + mentions)
        site.write(
            f"content/glossary/{name.lower()}.md",
            f"---\nTitle: {name}\nKind: place\nStatus: approved\n"
            f"Coordinates: {40 + number}, 72\n---\n\nA village.\n",
        )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(leaves, "ROOM", 600)
        # The checker of the whole site runs, too: no link between the pages is broken.
        site.build(SITEURL="https://example.org/a", READER_CHECK=True)
    return site


@pytest.mark.parametrize("name", ["index", "glossary", "a-z", "timeline", "map", "report"])
def test_long_list_goes_on_with_links_to_and_fro(long: Site, name: str) -> None:
    assert f'href="./lists/{name}-2.html"' in long.read(f"{name}.html")
    assert f'rel="prev" href="../{name}.html"' in long.read(f"lists/{name}-2.html")


def pages_of_osh(site: Site) -> list[Path]:
    first = site.output / "glossary" / "osh.html"
    further = sorted(first.with_suffix("").iterdir(), key=lambda page: int(page.stem))
    return [first, *further]


def test_mentions_are_numbered_on_from_page_to_page(long: Site) -> None:
    pages = [page.read_text("utf-8") for page in pages_of_osh(long)]
    numbers = [int(found) for page in pages for found in re.findall(r'id="mention-(\d+)"', page)]
    assert len(pages) > 2
    assert numbers == list(range(1, 31))


def test_column_of_the_picture_leads_to_the_page_of_its_first_text(long: Site) -> None:
    column = re.search(
        r'<a class="column" href="([^"#]+)#(in-ilyas)"', long.read("glossary/osh.html")
    )
    assert column
    target = (long.output / "glossary" / column[1]).read_text("utf-8")
    assert f'id="{column[2]}"' in target


def test_further_page_says_of_the_entry_only_its_name(long: Site) -> None:
    page = pages_of_osh(long)[1].read_text("utf-8")
    assert '<a href="../../glossary/osh.html">Osh</a>' in page
    assert "A city in the south." not in page.partition("<body>")[2]


def test_letter_leads_to_the_page_where_it_begins(long: Site) -> None:
    address = re.search(
        r'href="\./(lists/glossary-\d+\.html)#letter-i"', long.read("glossary.html")
    )
    assert address
    assert 'id="letter-i"' in long.read(address[1])


def test_every_page_of_a_list_is_in_the_sitemap(long: Site) -> None:
    listed = long.read("sitemap.xml")
    assert "https://example.org/a/lists/index-2.html" in listed
    assert "https://example.org/a/glossary/osh/2.html" in listed


def test_short_lists_have_one_page_each_and_no_word_of_others(built: Site) -> None:
    assert not (built.output / "lists").exists()
    assert "Page 1 of" not in built.read("index.html") + built.read("glossary/osh.html")
