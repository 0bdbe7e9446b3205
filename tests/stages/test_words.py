from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.stages.words import (
    capitals,
    countries,
    fold,
    kind_of_description,
    peoples,
    slugify,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Jalal-Abad", "Jalalabad"), ("U.S.", "US"), ("Élysée", "ELYSEE"), ("O’Brien", "O'Brien")],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_names_have_different_keys() -> None:
    assert fold("Osh") != fold("Osh Region")


@given(st.text(min_size=1))
def test_slug_is_safe_in_file_names_and_addresses(name: str) -> None:
    slug = slugify(name)
    assert slug
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_slug_of_another_script_is_kept_apart() -> None:
    assert slugify("Москва") != slugify("Киев")


def test_country_is_known_by_its_usual_names() -> None:
    assert {countries()[fold(name)].code for name in ("U.S.", "USA", "United States")} == {"US"}


def test_capital_leads_to_its_country() -> None:
    assert capitals()["bishkek"].name == "Kyrgyzstan"


def test_capital_that_geonames_has_not_renamed_is_corrected() -> None:
    assert countries()["kazakhstan"].capital == "Astana"


def test_country_takes_its_article_inside_a_sentence() -> None:
    assert countries()["united states"].phrase == "the United States"
    assert countries()["kyrgyzstan"].phrase == "Kyrgyzstan"


def test_names_of_languages_are_names_of_peoples() -> None:
    assert {"uzbek", "kyrgyz", "tajik"} <= peoples()


def test_language_that_is_a_state_is_not_a_people() -> None:
    assert "alabama" not in peoples()


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("chief of staff in the interim government", "person"),
        ("the first woman to receive the prize", "person"),
        ("a Finnish politician who led the commission", "person"),
        ("the south-western region of Kyrgyzstan", "place"),
        ("an organization based in New York", "organization"),
        ("the Pritzker Prize", ""),
        ("a river", "place"),
        ("", ""),
    ],
)
def test_head_noun_tells_what_a_description_describes(words: str, kind: str) -> None:
    assert kind_of_description(words) == kind


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_quick_way_for_plain_letters_gives_the_same_key(name: str) -> None:
    assert fold(f"{name} é") == f"{fold(name)} e".strip()


def test_capital_whose_name_two_countries_have_is_that_of_the_larger_one() -> None:
    assert capitals()["kingston"].name == "Jamaica"
