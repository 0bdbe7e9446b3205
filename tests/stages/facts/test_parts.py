from __future__ import annotations

import pytest

from annotated_reader.model import Definition, Entity
from annotated_reader.stages.facts.facts import GEONAMES
from annotated_reader.stages.facts.parts import fact_of_part
from annotated_reader.stages.places.themes import named_regions
from tests.builders import make_document, make_mentions


def said(name: str, *others: str, kind: str = "place") -> str:
    document = make_document(f"From {' and '.join(others) or 'home'} they went to {name}.")
    entities = [
        Entity(each, each, sort, (), tuple(make_mentions(document, (each, sort))))
        for each, sort in ((name, kind), *((other, "place") for other in others))
    ]
    found = fact_of_part(entities[0], (name,), named_regions(entities))
    assert found is None or found == Definition(found.text, "data", source=GEONAMES)
    return found.text if found else ""


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Northern Virginia", "Part of Virginia, United States"),
        ("South Texas", "Part of Texas, United States"),
        ("North Poland", "Part of Poland"),
        ("eastern Ukraine", "Part of Ukraine"),
        ("Southwest Washington", "Part of Washington, United States"),
    ],
)
def test_side_of_a_country_or_state_is_a_part_of_it(name: str, words: str) -> None:
    assert said(name) == words


@pytest.mark.parametrize("name", ["North Carolina", "East Germany", "South Korea", "East Georgia"])
def test_name_that_only_looks_like_a_side_is_none(name: str) -> None:
    assert said(name) == ""


@pytest.mark.parametrize("name", ["Helmand", "Helmand Province", "the Helmand province"])
def test_division_is_known_in_texts_on_its_country(name: str) -> None:
    assert said("Helmand", "Afghanistan") == "Part of Afghanistan"
    assert said(name, "Peru") == ""


def test_division_in_two_countries_of_a_text_is_in_neither() -> None:
    assert said("Punjab", "India", "Pakistan") == ""
    assert said("Punjab", "India") == "Part of India"


def test_division_that_is_called_like_its_city_has_to_be_said_to_be_one() -> None:
    assert said("Batken", "Kyrgyzstan") == ""
    assert said("Batken Region", "Kyrgyzstan") == "Part of Kyrgyzstan"


def test_division_that_nothing_else_is_called_like_is_known_anywhere() -> None:
    assert said("Khyber Pakhtunkhwa") == "Part of Pakistan"


def test_what_is_no_place_is_part_of_none() -> None:
    assert said("Helmand", "Afghanistan", kind="person") == ""


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("South London", "Part of London, United Kingdom"),
        ("Central Tokyo", "Part of Tokyo, Japan"),
        ("South Bend", ""),  # a city of its own
        ("West Virginia", ""),
        ("North Osh", ""),  # a small one
    ],
)
def test_side_of_a_large_city_is_a_part_of_it(name: str, words: str) -> None:
    assert said(name) == words


def test_side_of_a_division_is_a_part_of_it_in_texts_on_its_country() -> None:
    assert said("North Karnataka", "India") == "Part of Karnataka, India"
    assert said("North Karnataka") == ""


@pytest.mark.parametrize(
    "name", ["Xinjiang Uyghur Autonomous Region", "Xinjiang Autonomous Region"]
)
def test_division_is_known_by_its_name_with_the_sort_that_it_is_of(name: str) -> None:
    assert said(name, "China") == "Part of China"


def test_name_that_a_city_bears_beside_its_own_is_the_division_s() -> None:
    assert said("Henan", "China") == "Part of China"
