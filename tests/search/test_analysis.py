from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.search.analysis import fold, folded_words, forms, raw_words, words
from annotated_reader.search.languages import all_forms, stem


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Élysée", "elysee"),
        ("Łódź", "lodz"),
        ("Gürtel", "gurtel"),
        ("Straße", "strasse"),
        ("STRAẞE", "strasse"),
        ("Ærø", "aero"),
        ("Đà Nẵng", "da nang"),
        ("İstanbul", "istanbul"),
        ("Москва", "москва"),
        ("Йошкар-Ола", "иошкар-ола"),
        ("ΟΔΥΣΣΕΥΣ", "οδυσσευσ"),
        ("Efﬁe", "effie"),
        ("O’Brien", "o'brien"),
        ("Ka‘ba", "ka'ba"),
        ("Jalal‑Abad", "jalal-abad"),
        ("Kir\u00adgistan", "kirgistan"),
    ],
)
def test_folding_makes_a_name_what_a_visitor_types(name: str, typed: str) -> None:
    assert fold(name) == typed


def test_decomposed_and_composed_letters_fold_alike() -> None:
    assert fold("E\u0301lyse\u0301e") == fold("Élysée")


def test_vowel_signs_of_other_scripts_stay_in_the_word() -> None:
    assert words("हिन्दी में") == [("हिन्दी",), ("में",)]


def test_japanese_voicing_marks_do_not_cut_a_word() -> None:
    assert words("ガス") == [("ガス",)]


def test_possessive_is_left_off() -> None:
    assert words("Kaptagaev’s statement") == [("kaptagaev",), ("statement",)]


def test_compound_is_found_by_its_parts_and_as_a_whole() -> None:
    (word,) = words("Jalal-Abad")
    assert forms(word) == ("jalal", "abad", "jalalabad")


def test_simple_word_has_one_form() -> None:
    assert forms(("osh",)) == ("osh",)


def test_dash_separates_words() -> None:
    assert words("Osh–Bishkek—road") == [("osh",), ("bishkek",), ("road",)]


def test_signs_and_emoji_are_no_words() -> None:
    assert words("* ~1 ❤️ +-") == [("1",)]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("key", "key"),
        ("day", "day"),
        ("bradley", "bradley"),
        ("try", "tri"),
        ("eed", "e"),
        ("investigations", "investig"),
        ("allegations", "alleg"),
        ("yellowing", "yellow"),
        ("as", "as"),
        ("élan", "élan"),
        ("москва", "москва"),
    ],
)
def test_stems_are_those_of_lunr_js(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_stop_words_are_kept_where_wished() -> None:
    assert all_forms("who") == ["who"]


def test_script_without_spaces_is_cut_into_pairs_of_letters() -> None:
    assert words("東京タワー") == [("東京",), ("京タ",), ("タワ",), ("ワー",)]


def test_thai_vowel_signs_stay_with_their_letters() -> None:
    assert words("กินดี") == [("กิน",), ("นดี",)]


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_words_are_free_of_space_and_of_query_signs(text: str) -> None:
    assert not set("".join(form for word in words(text) for form in word)) & set(" \n*~^:+-'\"_")


@given(st.text(alphabet="abcdeilnorstuyz", max_size=12))
def test_a_stem_is_never_longer_than_its_word(word: str) -> None:
    assert len(stem(word)) <= len(word)


@given(st.lists(st.text("ab.’‘“”–—…\u00a0é\0'-_", max_size=12), min_size=1, max_size=3))
def test_words_of_several_texts_are_those_of_each_when_folded(texts: list[str]) -> None:
    assert folded_words(texts) == [raw_words(fold(text)) for text in texts]
