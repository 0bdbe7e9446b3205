"""Phrases are found by the positions in the index just where the texts have them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from annotated_reader.search import SearchDocument, build_search, positions
from annotated_reader.search.analysis import words
from annotated_reader.search.writer import in_order
from tests.browser.test_search_syntax import write_page

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

WORDS = ["of", "the", "to", "be", "or", "not", "a", "one", "most", "people", "house", "road", "was"]
WORDS += ["O’Brien", "Łódź", "It’s", "東京タワー"]
TEXTS = 90
QUERIES = 150


def library(seed: int = 3) -> list[SearchDocument]:
    """Return texts of few words, so that many stand in a row in some texts."""
    chance = random.Random(seed)  # noqa: S311  # repeatable on purpose

    def text(length: int) -> str:
        return " ".join(chance.choices(WORDS, k=length))

    return [
        SearchDocument(
            f"texts/{number:03}.html",
            text(3),
            "text",
            (),
            tuple((f"p-{place}", text(chance.randint(1, 12))) for place in range(3)),
            language="de" if number % 9 == 0 else "en",
        )
        for number in range(TEXTS)
    ]


DOCUMENTS, NUMBERED = in_order(library())


def phrases(seed: int = 4) -> list[str]:
    chance = random.Random(seed)  # noqa: S311  # repeatable on purpose
    return [" ".join(chance.choices(WORDS, k=chance.randint(1, 4))) for _ in range(QUERIES)]


def having(phrase: str) -> list[int]:
    """Return the numbers of the texts that have a phrase, by reading them all."""
    wanted = parts_of(phrase)

    def holds(text: str) -> bool:
        parts = parts_of(text)
        return any(parts[at : at + len(wanted)] == wanted for at in range(len(parts)))

    return [
        NUMBERED.number_of[each.ref]
        for each in DOCUMENTS
        if any(map(holds, (each.title, *(text for _, text in each.passages))))
    ]


def parts_of(text: str) -> list[str]:
    return [part for word in words(text) for part in word]


def open_search(page: Page, folder: Path, worthwhile: bytes = b"150_000") -> None:
    files = build_search(DOCUMENTS)
    write_page(folder, ((name, data.replace(b"150_000", worthwhile)) for name, data in files))
    page.goto((folder / "search.html").as_uri())


def found(page: Page, queries: list[str]) -> list[list[int]]:
    script = """async (queries) => {
        const all = [];
        for (const query of queries) {
            const { numbers } = await AnnotatedReader.search.find(query);
            all.push(Array.from(numbers).sort((one, other) => one - other));
        }
        return all;
    }"""
    return page.evaluate(script, queries)  # type: ignore[no-any-return]


def loaded(page: Page, room: str) -> int:
    return page.evaluate(  # type: ignore[no-any-return]
        "(room) => [...document.scripts].filter(({ src }) => src.includes(room)).length", room
    )


def test_phrase_is_found_in_all_texts_that_have_it(shared_page: Page, tmp_path: Path) -> None:
    open_search(shared_page, tmp_path)
    queries = phrases()
    expected = [having(phrase) for phrase in queries]
    assert sum(1 for each in expected if each) > QUERIES / 2
    assert found(shared_page, [f'"{phrase}"' for phrase in queries]) == expected


def test_phrase_leaves_out_all_texts_that_have_it(shared_page: Page, tmp_path: Path) -> None:
    open_search(shared_page, tmp_path)
    people = having("people")
    expected = [sorted({*people} - {*having(phrase)}) for phrase in phrases()]
    assert found(shared_page, [f'"people" -"{each}"' for each in phrases()]) == expected


def test_positions_that_cost_too_much_are_read_in_the_texts(
    shared_page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(positions, "COMMON", 1)
    open_search(shared_page, tmp_path, worthwhile=b"0")
    queries = ["one of the", "not to be", "people house", "the road"]
    assert found(shared_page, [f'"{phrase}"' for phrase in queries]) == list(map(having, queries))


def test_phrase_that_no_text_has_loads_no_text(shared_page: Page, tmp_path: Path) -> None:
    open_search(shared_page, tmp_path)
    phrase = "one of the most of the people"
    assert not having(phrase)
    assert found(shared_page, [f'"{phrase}"']) == [[]]
    assert loaded(shared_page, "/documents/") == 0


def test_positions_are_loaded_for_phrases_alone(shared_page: Page, tmp_path: Path) -> None:
    open_search(shared_page, tmp_path)
    found(shared_page, ["people house"])
    assert loaded(shared_page, "/phrases/") == 0
    found(shared_page, ['"people house"'])
    assert loaded(shared_page, "/phrases/") > 0
