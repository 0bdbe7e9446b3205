from __future__ import annotations

import pytest

from annotated_reader.model import Definition, Entity
from annotated_reader.stages.facts.facts import (
    GEONAMES,
    WORLD_REGIONS,
    fact,
    fact_of_country,
)
from annotated_reader.stages.facts.facts_by_texts import fact_of_its_texts
from annotated_reader.stages.places.choice import placed_by_texts
from annotated_reader.stages.places.themes import named_regions
from tests.builders import make_document, make_mentions


def by_name(name: str, text: str) -> Definition | None:
    entity = make_entity(name, "place", text)
    return fact_of_country(entity) or fact(entity, {"text": make_document(text)})


def make_entity(name: str, kind: str, text: str) -> Entity:
    document = make_document(text)
    return Entity(name.lower(), name, kind, (), tuple(make_mentions(document, (name, kind))))


@pytest.mark.parametrize(
    ("name", "words", "source"),
    [
        ("Europe", "Continent", GEONAMES),
        ("Central Asia", "Region of Asia", WORLD_REGIONS),
        ("North Africa", "Region of Africa", WORLD_REGIONS),
        ("State of Texas", "State of the United States", GEONAMES),
        ("Wis.", "Wisconsin, state of the United States", GEONAMES),
        ("N.S.", "Nova Scotia, province of Canada", GEONAMES),
        ("Tasmania", "State of Australia", GEONAMES),
        ("Northern Territory", "Territory of Australia", GEONAMES),
        ("Kenya-based", "Country in Africa; capital Nairobi", GEONAMES),
        ("Porto Rico", "Territory in North America; capital San Juan", GEONAMES),
        ("Greenland", "Territory in North America; capital Nuuk", GEONAMES),
        ("Republic of Kenya", "Country in Africa; capital Nairobi", GEONAMES),
    ],
)
def test_place_has_a_fact_under_more_of_its_names(name: str, words: str, source: str) -> None:
    assert by_name(name, f"They went to {name}.") == Definition(words, "data", source=source)


def said(name: str, text: str, *others: str) -> str:
    entity = make_entity(name, "place", text)
    named = named_regions([entity, *(make_entity(other, "place", text) for other in others)])
    found = fact_of_its_texts(entity, {"text": make_document(text)}, named)
    return found.text if found else ""


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("NC", "They left Raleigh, NC, in May.", "North Carolina, state of the United States"),
        ("Ont", "They left Barrie, Ont., in May.", "Ontario, province of Canada"),
        ("NC", "They left NC in May.", ""),
    ],
)
def test_letters_behind_a_town_are_a_state(name: str, text: str, words: str) -> None:
    assert said(name, text) == words


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("New York", "New York slept.", "City in New York, United States"),
        ("Washington", "Washington slept.", "Capital of the United States"),
        ("Washington", "The governor of Washington slept.", "State of the United States"),
    ],
)
def test_name_of_a_city_and_its_state_is_the_city_unless_the_state_is_meant(
    name: str, text: str, words: str
) -> None:
    assert said(name, text) == words


def test_name_of_a_city_and_its_state_may_be_both_in_a_library() -> None:
    document = make_document("New York slept. She left Troy, New York, early.")
    mentions = make_mentions(document, ("New York", "place"), ("New York", "place"))
    entity = Entity("new-york", "New York", "place", (), tuple(mentions))
    found = fact_of_its_texts(entity, {"text": document}, named_regions([entity]))
    assert found == Definition("City or state of the United States", "data", source=GEONAMES)


def test_county_lies_in_the_state_that_its_texts_name() -> None:
    text = "Cook County is the largest in Illinois, they say in Ohio."
    assert said("Cook County", text, "Illinois", "Ohio") == "County in Illinois, United States"


def test_name_in_a_row_of_counties_is_a_county_s() -> None:
    text = "In Minnesota water stands in Becker, Clay, Otter Tail and Wilkin counties."
    words = "County in Minnesota, United States"
    assert [said(name, text, "Minnesota") for name in ("Becker", "Clay", "Wilkin")] == 3 * [words]


def test_state_in_letters_may_lack_its_last_full_stop() -> None:
    text = "Putnam County, W.Va. - Officers found them."
    words = "County in West Virginia, United States"
    assert said("Putnam County", text, "W.Va") == words


def test_county_of_two_states_that_the_texts_name_lies_in_none() -> None:
    text = "Clark County is in Nevada; Ohio has one as well."
    assert said("Clark County", text, "Nevada", "Ohio") == ""


def where(text: str, *people: tuple[str, str]) -> str:
    """The country in which Aarhus is placed by the names of people and places in a text."""
    entities = [make_entity(name, kind, text) for name, kind in people]
    found = placed_by_texts(["text"], ["Aarhus"], named_regions(entities))
    return found.city.country if found else ""


def test_people_tell_the_country_of_a_text_that_names_none() -> None:
    assert where("A Danish shop opened in Aarhus.", ("Danish", "group")) == "DK"


def test_people_tell_nothing_in_a_text_that_names_a_country() -> None:
    text = "A Danish shop opened in Aarhus, Peru."
    assert where(text, ("Danish", "group"), ("Peru", "place")) == ""


@pytest.mark.parametrize(
    ("others", "words"),
    [
        (("Virginia", "Alabama"), "State of the United States"),
        (("Russia", "Armenia"), "Country in Asia; capital Tbilisi"),
        (("Virginia", "Russia"), ""),
        (("Kenya", "United States"), "Country in Asia; capital Tbilisi"),
        (("United States",), ""),
        ((), ""),
    ],
)
def test_country_and_state_of_one_name_are_told_apart_by_what_else_a_text_names(
    others: tuple[str, ...], words: str
) -> None:
    text = f"They came to Georgia{''.join(f', to {other}' for other in others)}."
    assert by_name("Georgia", text) is None
    assert said("Georgia", text, *others) == words


@pytest.mark.parametrize("name", ["Plymouth", "Jamestown", "Hamilton", "Basse-Terre"])
def test_capital_is_not_known_by_a_name_that_a_larger_city_bears(name: str) -> None:
    assert by_name(name, f"They went to {name}.") is None


def test_capital_of_two_countries_is_that_of_the_larger_one() -> None:
    found = by_name("Kingston", "They went to Kingston.")
    assert found == Definition("Capital of Jamaica", "data", source=GEONAMES)


@pytest.mark.parametrize(
    ("name", "region"), [("Athens", "Ohio"), ("Paris", "Ontario"), ("Victoria", "British Columbia")]
)
def test_place_in_another_country_is_not_the_one_that_its_name_tells(
    name: str, region: str
) -> None:
    assert by_name(name, f"They went to {name}, {region}.") is None


def test_capital_is_known_with_its_country_behind_it() -> None:
    found = by_name("Athens", "They went to Athens, Greece.")
    assert found == Definition("Capital of Greece", "data", source=GEONAMES)


def test_hong_kong_is_no_capital() -> None:
    found = by_name("Hong Kong", "They went to Hong Kong.")
    assert found is not None
    assert found.text == "Special administrative region of China"


def test_district_of_columbia_is_no_county() -> None:
    text = (
        "In the District of Columbia, in Washington, in the United States, it rained in Maryland."
    )
    document = make_document(text)
    names = ("District of Columbia", "Washington", "United States", "Maryland")
    entities = [make_entity(name, "place", text) for name in names]
    found = fact_of_its_texts(entities[0], {"text": document}, named_regions(entities))
    assert found is None
