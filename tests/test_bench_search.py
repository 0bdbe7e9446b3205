"""The benchmark of the search asks fair questions and reports what it measured."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from benchmarks.pages import Text, read_pages, write_pages
from benchmarks.search_browser import same
from benchmarks.search_corpus import Corpus
from benchmarks.search_queries import Questions, questions
from benchmarks.search_report import report

TEXTS = 60
SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture(scope="module")
def pages() -> list[Text]:
    return list(Corpus(SEEDS, TEXTS).pages())


@pytest.fixture(scope="module")
def asked(pages: list[Text], tmp_path_factory: pytest.TempPathFactory) -> Questions:
    source = tmp_path_factory.mktemp("bench") / "pages.jsonl"
    write_pages(pages, source)
    assert list(read_pages(source)) == pages
    return questions(source, TEXTS)


def test_the_corpus_is_the_same_every_time(pages: list[Text]) -> None:
    assert list(Corpus(SEEDS, TEXTS).pages()) == pages


def test_a_text_of_a_larger_corpus_has_new_words(pages: list[Text]) -> None:
    few, all_of = (
        {word for page in some for word in page.body.split()} for some in (pages[:20], pages)
    )
    assert len(all_of) > 1.5 * len(few)


def test_a_hundred_items_are_looked_for(asked: Questions) -> None:
    assert len(asked.known) == 100


def test_only_the_item_has_all_of_its_plain_words(pages: list[Text], asked: Questions) -> None:
    plain = [item for item in asked.known if item.sort in ("plain words", "a phrase")]
    found = [
        [
            page.ref
            for page in pages
            if all(word in page.body.lower() for word in item.query.lower().strip('"').split())
        ]
        for item in plain
    ]
    assert all(item.ref in refs for item, refs in zip(plain, found, strict=True))


def test_a_mistyped_word_is_none_of_the_corpus(pages: list[Text], asked: Questions) -> None:
    words = {word for page in pages for word in page.body.lower().split()}
    typos = [item.query.split()[0] for item in asked.known if item.sort == "a typo"]
    assert not words.intersection(typos)


def answer(*scores: tuple[str, float]) -> dict[str, Any]:
    return {"total": len(scores), "results": [list(score) for score in scores]}


def test_equal_scores_may_come_in_any_order() -> None:
    assert same(answer(("1", 2), ("2", 2), ("3", 1)), answer(("2", 2), ("1", 2), ("3", 1)))


def test_another_document_is_not_the_same_answer() -> None:
    assert not same(answer(("1", 2), ("3", 1)), answer(("2", 2), ("3", 1)))


def test_another_score_is_not_the_same_answer() -> None:
    assert not same(answer(("1", 2)), answer(("1", 2.1)))


def figures(first: int, found: int) -> dict[str, Any]:
    return {
        "seconds": 1.0, "processor": 1.0, "memory": 100.0, "index": 1000, "files": 1,
        "first": [first], "first_engine": [first], "later": [first],
        "cold": [50.0, 60.0], "warm": [1.0, 2.0], "arrived": [150.0, 160.0], "empty": [20.0, 30.0],
        "found": {"plain words": found},
    }  # fmt: skip


def test_a_missed_aim_is_told() -> None:
    engines = {"ours": figures(1000, 94), "pagefind": figures(3000, 90)}
    text = report([{"size": 100, "engines": engines, "wanted": 100}])
    assert "| ≥ 95 of 100 items in the first 3 | 100 | 94 | **no** |" in text
    assert "| Pagefind's first query ≥ 3.3 × our bytes (engine) | 100 | 3.00 × | **no** |" in text


def test_a_reached_aim_is_told() -> None:
    engines = {"ours": figures(1000, 95), "pagefind": figures(3400, 90)}
    text = report([{"size": 100, "engines": engines, "wanted": 100}])
    assert "**no**" not in text
