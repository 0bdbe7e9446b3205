"""A text's language decides how its words are filed; marks may be left out in all of them."""

from __future__ import annotations

import pytest
import snowballstemmer
from hypothesis import example, given
from hypothesis import strategies as st

from annotated_reader.search import SearchDocument
from annotated_reader.search.analysis import words
from annotated_reader.search.counting import WordCounter
from annotated_reader.search.languages import SNOWBALL, Language, all_forms


def terms(text: str, language: str) -> list[str]:
    found = Language(language)
    return [term for raw in found.raw_words(text) for term, _ in found.pairs(raw)]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "investigations", "investigation"),
        ("de", "Häusern", "Häuser"),
        ("de-AT", "Gürteln", "Gürtel"),
        ("fr", "élections", "élection"),
        ("ru", "выборы", "выборами"),
        ("es", "naciones", "nación"),
        ("it", "elezioni", "elezione"),
        ("tr", "kitaplar", "kitap"),
        ("el", "εκλογές", "εκλογή"),
    ],
)
def test_forms_of_a_word_have_one_term(language: str, one: str, other: str) -> None:
    assert terms(one, language) == terms(other, language)


def test_words_of_other_languages_are_not_stemmed_as_english() -> None:
    assert terms("relational", "de-AT") != terms("relational", "en")


def test_words_of_an_unknown_language_stay_as_they_are() -> None:
    assert terms("ngaahi kolo", "to") == ["ngaahi", "kolo"]


@pytest.mark.parametrize(
    ("language", "word", "form"),
    [
        ("fr", "Élysée", "elysee"),
        ("de", "Gürtel", "gurtel"),
        ("pl", "Łódź", "lodz"),
        ("ru", "Москва", "москва"),
        ("fr", "l’Élysée", "elysee"),
    ],
)
def test_form_is_without_marks_whatever_the_language(language: str, word: str, form: str) -> None:
    assert form in [
        found for _, found in Language(language).pairs(Language(language).raw_words(word)[0])
    ]


def test_every_stemmer_is_one_of_snowballs() -> None:
    assert set(SNOWBALL.values()) <= set(snowballstemmer.algorithms())


def counts(text: str, language: str = "en") -> dict[str, dict[str, int]]:
    document = SearchDocument("a", text, "text", (text,), (("", text),), language=language)
    return WordCounter()(document)["counts"]


def test_english_stop_words_are_left_out_of_running_text_alone() -> None:
    found = counts("May will")
    assert not found["body"]
    assert set(found["title"]) == {"may may", "will will"}
    assert set(found["names"]) == {"may ", "will "}


def test_english_stop_words_are_words_of_other_languages() -> None:
    assert counts("was will", "de")["body"]


def test_compound_with_a_stop_word_is_kept_as_a_whole() -> None:
    assert set(counts("the-who")["body"]) == {"thewho thewho"}


@example("㈀", "de")
@given(st.text(max_size=40), st.sampled_from(["en", "de", "ru", "ja", "hi", "th"]))
def test_forms_are_those_that_the_browser_looks_for(text: str, language: str) -> None:
    """What a visitor types is cut as English or any other language."""
    found = Language(language)
    forms = {form for raw in found.raw_words(text) for _, form in found.pairs(raw)}
    typed = {form for raw in (word for word in words(text)) for form in all_forms("-".join(raw))}
    assert forms == typed
