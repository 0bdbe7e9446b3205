from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotated_reader.stages.facts.known import Sense
from annotated_reader.stages.terms import Meaning
from annotated_reader.store.wordnet import WordNet, find_wordnet
from tests.dictionary import make_dictionary

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def wordnet(tmp_path_factory: pytest.TempPathFactory) -> WordNet:
    return WordNet(make_dictionary(tmp_path_factory.mktemp("wordnet")))


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("commissar", "commissar"),
        ("commissars", "commissar"),
        ("extradited", "extradite"),
        ("extraditen", "extradite"),
        ("zebra", ""),
        ("aardvark", ""),
        ("yurt", ""),
    ],
)
def test_word_leads_to_its_own_form_if_it_is_one_part_of_speech(
    wordnet: WordNet, word: str, lemma: str
) -> None:
    assert wordnet.lemma(word) == lemma


def test_meaning_comes_without_its_examples(wordnet: WordNet) -> None:
    meaning = Meaning("an officer who watches soldiers", "WordNet 9.9")
    assert wordnet.meaning("commissar") == meaning


def test_word_of_several_meanings_has_none(wordnet: WordNet) -> None:
    assert wordnet.meaning("bank") is None


def test_meaning_that_alone_is_met_in_texts_stands_for_the_word(wordnet: WordNet) -> None:
    assert wordnet.meaning("hovel") == Meaning("a poor house", "WordNet 9.9")


def test_adverb_has_no_meaning_of_its_own(wordnet: WordNet) -> None:
    assert wordnet.meaning("slowly") is None


def test_database_is_found_where_the_variable_of_wordnet_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WNSEARCHDIR", str(make_dictionary(tmp_path)))
    found = find_wordnet()
    assert found is not None
    assert found.source == "WordNet 9.9"


def test_name_stands_for_all_that_it_is_an_instance_of(wordnet: WordNet) -> None:
    words = {"school": "a place of learning in Massachusetts", "giver": "who left his books"}
    assert wordnet.named("Harvard") == tuple(
        Sense(text, "WordNet 9.9", frozenset((above,)), is_instance=True)
        for above, text in words.items()
    )


@pytest.mark.parametrize("name", ["harvard", "Yale"])
def test_name_that_is_written_otherwise_stands_for_nothing(wordnet: WordNet, name: str) -> None:
    assert wordnet.named(name) == ()
