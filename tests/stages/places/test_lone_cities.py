from __future__ import annotations

import pytest

from annotated_reader.model import Entity
from annotated_reader.stages.places.gazetteer import cities_named
from annotated_reader.stages.places.lone_cities import lone_city
from annotated_reader.stages.places.regions import tables
from annotated_reader.stages.places.themes import named_regions
from tests.builders import make_document, make_mentions


def found(name: str, text: str, *others: str) -> str:
    """The country of the city that `name` is in a text on `others`, or an empty string."""
    document = make_document(text)
    entities = [
        Entity(each, each, "place", (), tuple(make_mentions(document, (each, "place"))))
        for each in (name, *others)
    ]
    city = lone_city(entities[0], (name,), {"text": document}, named_regions(entities))
    return city.country if city else ""


def test_city_that_no_other_is_called_like_is_known_where_a_text_names_its_country() -> None:
    assert found("Walsall", "She won in Walsall, far from England.", "England") == "GB"


@pytest.mark.parametrize("others", [(), ("Peru",)])
def test_large_city_is_not_known_where_no_text_names_its_country(others: tuple[str, ...]) -> None:
    assert found("Surrey", "From Peru they went to Surrey.", *others) == ""


def test_city_that_is_called_one_is_that_city() -> None:
    text = "From Australia they came to live in the City of Melbourne."
    assert found("City of Melbourne", text, "Australia") == "AU"


def test_city_is_known_with_the_word_for_it_behind_its_name() -> None:
    text = "From the Philippines they came to live in Kidapawan City."
    assert found("Kidapawan City", text, "Philippines") == "PH"


def test_city_is_known_by_what_is_joined_to_its_name() -> None:
    assert found("Oldham-based", "In England an Oldham-based firm rose.", "England") == "GB"


def test_only_large_city_of_a_name_is_known_anywhere() -> None:
    assert found("Zenica", "They were seen in Zenica.") == "BA"


def test_town_that_bears_the_name_of_another_thing_is_not_known_anywhere() -> None:
    assert found("Surrey", "They were seen in Surrey.") == ""


def test_city_is_not_known_whose_name_a_well_known_place_of_another_country_bears() -> None:
    text = "From Canada and England they came to live in Surrey."
    assert found("Surrey", text, "Canada", "England") == ""


def test_city_of_millions_is_known_anywhere() -> None:
    assert found("Shanghai", "From Peru they went to Shanghai.", "Peru") == "CN"


def test_small_town_is_known_in_texts_on_its_country_only() -> None:
    assert found("Redcar", "From England they went to Redcar.", "England") == "GB"
    assert found("Redcar", "From Peru they went to Redcar.", "Peru") == ""


def test_small_town_of_the_united_states_is_never_known_by_its_name() -> None:
    assert found("Williamsport", "From Ohio they went to Williamsport.", "Ohio") == ""


@pytest.mark.parametrize("text", ["It is part of the plan of Oldham.", "Oldham knew of no help."])
def test_name_that_nothing_is_in_is_no_city(text: str) -> None:
    assert found("Oldham", text) == ""


def test_city_of_a_list_is_somewhere_as_its_first_one() -> None:
    assert found("Oldham", "In England they went to Bury, Oldham and back.", "England") == ""
    assert found("Oldham", "In England they went to Bury and Oldham.", "England") == "GB"


def test_name_behind_a_town_is_that_of_its_region() -> None:
    assert found("Natal", "They were in Durban, Natal, all year.") == ""


def test_town_with_another_region_behind_it_is_not_the_city() -> None:
    assert found("Oldham", "They were in Oldham, Texas, all year.") == ""


def test_city_with_a_namesake_nearly_as_large_is_not_known() -> None:
    assert found("Granada", "From Spain they went to Granada.", "Spain") == ""


def test_city_of_a_country_that_others_take_names_from_is_not_known_in_texts_on_them() -> None:
    assert found("Ipswich", "From Australia they moved to Ipswich.", "Australia") == ""
    assert found("Ipswich", "From England they moved to Ipswich.", "England") == "GB"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Venice", "IT"),
        ("Bombay", "IN"),
        ("Boston", "US"),
        ("Bethlehem", "PS"),
        ("Philly", "US"),
        ("NYC", "US"),
    ],
)
def test_city_that_all_readers_know_needs_no_country(name: str, code: str) -> None:
    assert found(name, f"They were seen in {name}.") == code


def test_city_that_all_readers_know_is_left_open_in_texts_on_its_namesake_s_country() -> None:
    text = "From the United States they moved to Oxford."
    assert found("Oxford", text, "United States") == ""
    both = "From the United States and England they moved to Oxford."
    assert found("Oxford", both, "United States", "England") == "GB"
    assert found("Boston", "They lived in Boston, England, all year.", "England") == ""


def test_every_known_city_is_in_the_data_set() -> None:
    for code, names in tables()["known_cities"].items():
        for name in names:
            assert any(city.country == code for city in cities_named(name)), name
