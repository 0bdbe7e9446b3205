"""The sharded index ranks and scores as one whole index of lunr.py does in lunr.js."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from annotated_reader.search import SearchDocument
from annotated_reader.search.languages import stem
from tests.search.oracle import clauses
from tests.search.parity import ask_both, differences

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

QUERIES = 280

BEST = 10


def library(count: int, seed: int = 7) -> list[SearchDocument]:
    """Return documents of seeded words in many forms, with names, headings, compounds."""
    chance = random.Random(seed)  # noqa: S311  # repeatable on purpose
    roots = ["".join(chance.choices("abdeiklmnorstuz", k=chance.randint(3, 8))) for _ in range(900)]
    words = [root + ending for root in roots for ending in ("", "s", "ed", "ing", "ation")]
    words += ["Łódź", "Jalal-Abad", "O’Brien", "Москва", "東京タワー", "will", "better", "the"]
    weights = [1 / (number % 500 + 2) for number in range(len(words))]

    def text(length: int) -> str:
        return " ".join(chance.choices(words, weights, k=length))

    return [
        SearchDocument(
            f"texts/{number:04}.html",
            text(4),
            "text",
            tuple(text(2).title() for _ in range(number % 4)),
            tuple((f"p-{place}", text(chance.randint(5, 60))) for place in range(3)),
            headings=(text(3),) if number % 3 else (),
            language="de" if number % 10 == 0 else "en",
        )
        for number in range(count)
    ]


@pytest.fixture(scope="module")
def answers(shared_page: Page, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What lunr, with the whole index, and the search answer to the same queries."""
    documents = library(120)
    queries = clauses(documents, QUERIES)
    folder = tmp_path_factory.mktemp("parity")
    return {"queries": queries, **ask_both(shared_page, folder, documents, queries, BEST)}


@pytest.mark.parametrize("number", range(QUERIES))
def test_scores_are_those_of_lunr(answers: dict[str, Any], number: int) -> None:
    lunr, ours = dict(answers["lunr"][number]), dict(answers["ours"][number]["results"])
    assert ours == pytest.approx(lunr, abs=1e-9), answers["queries"][number]


@pytest.mark.parametrize("number", range(QUERIES))
def test_ranking_is_that_of_lunr(answers: dict[str, Any], number: int) -> None:
    scores = dict(answers["lunr"][number])
    ranked = [scores[ref] for ref, _ in answers["ours"][number]["results"]]
    assert ranked == pytest.approx(sorted(scores.values(), reverse=True), abs=1e-9)


@pytest.mark.parametrize("number", range(QUERIES))
def test_the_best_of_many_are_those_of_lunr(answers: dict[str, Any], number: int) -> None:
    best = answers["best"][number]
    lunr = [score for _, score in answers["lunr"][number]]
    assert best["total"] == len(lunr)
    assert [score for _, score in best["results"]] == pytest.approx(lunr[:BEST], abs=1e-9)


def test_no_difference_is_reported(answers: dict[str, Any]) -> None:
    assert differences(answers) == []


def test_differences_of_scores_are_reported(answers: dict[str, Any]) -> None:
    (place, found) = next((place, found) for place, found in enumerate(answers["lunr"]) if found)
    wrong = [*answers["lunr"]]
    wrong[place] = [[ref, score * 1.001 + 0.001] for ref, score in found]
    assert differences({**answers, "lunr": wrong}) == [place]


def test_queries_find_something(answers: dict[str, Any]) -> None:
    assert sum(1 for found in answers["lunr"] if found) > QUERIES * 0.9


def test_stems_are_those_of_lunr_js(shared_page: Page, answers: dict[str, Any]) -> None:
    assert answers
    chance = random.Random(2010)  # noqa: S311  # repeatable on purpose
    endings = ["", "s", "ies", "ed", "ing", "eed", "ying", "ational", "izer", "fulness", "ical"]
    words = [
        "".join(chance.choices("abcdeeiioouylrstnz", k=chance.randint(1, 6))) + ending
        for _ in range(600)
        for ending in endings
    ]
    script = "(words) => words.map((word) => lunr.stemmer(new lunr.Token(word, {})).toString())"
    assert shared_page.evaluate(script, words) == [stem(word) for word in words]
