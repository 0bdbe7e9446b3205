from __future__ import annotations

from collections import Counter

import pytest

from annotated_reader.model import Definition, Document, Entity
from annotated_reader.stages.facts.bodies_of_countries import (
    fact_of_national_body,
    tells_only_a_country,
)
from annotated_reader.stages.facts.facts import GEONAMES
from annotated_reader.stages.places.choice import Named
from annotated_reader.stages.places.themes import named_regions
from tests.builders import make_document, make_mentions


def said(name: str, text: str) -> str:
    places = Counter(text.split("*")[1::2])
    document = make_document(f"{text.replace('*', '')} {name} came.")
    entities = [
        Entity(each, each, sort, (), tuple(make_mentions(document, *[(each, sort)] * times)))
        for each, sort, times in (
            (name, "organization", 1),
            *((place, "place", times) for place, times in places.items()),
        )
    ]
    named = named_regions(entities)
    found = fact_of_national_body(entities[0], (name,), {"text": document}, named)
    assert found is None or found == Definition(found.text, "data", source=GEONAMES)
    return found.text if found else ""


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Red Dawn Party", "Political party in Kenya"),
        ("Ministry of Health", "Government ministry of Kenya"),
        ("Supreme Court", "Highest court of Kenya"),
        ("Electoral Commission", "Election authority of Kenya"),
    ],
)
def test_body_of_a_text_on_one_country_is_that_country_s(name: str, words: str) -> None:
    assert said(name, "*Kenya* votes. In *Kenya* they wait.") == words


@pytest.mark.parametrize(
    "text",
    [
        "*Kenya* votes, and *Kenya* waits for *Uganda*.",
        "They wait in *Kenya*.",
        "They wait.",
        "*Ohio* and *Texas* of the *United States* vote in the *United States*.",
    ],
)
def test_body_of_no_one_country_is_told_of_none(text: str) -> None:
    assert said("Supreme Court", text) == ""


GAMES = "They won the game, the match and the season."


def test_city_with_several_of_something_is_a_team_in_a_text_on_games() -> None:
    assert said("Boston Bruins", GAMES) == "Team of Boston, Massachusetts, United States"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Boston Bruins", "They wrote to it."),
        ("Boston Airlines", GAMES),
        ("Nowhere Bruins", GAMES),
    ],
)
def test_other_names_are_no_team_s(name: str, text: str) -> None:
    assert said(name, text) == ""


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Supreme Court", "Highest court of the United States"),
        ("Senate", "House of the Congress of the United States"),
        ("Oversight and Reform Committee", "Committee of the Congress of the United States"),
        ("House Judiciary Committee", "Committee of the Congress of the United States"),
    ],
)
def test_body_of_a_text_on_the_congress_is_that_of_the_union(name: str, words: str) -> None:
    text = "In *Ohio* and the *United States* a U.S. Senator came."
    assert said(name, text) == words
    assert said(name, text.replace("Ohio*", "Ohio*’s Senate")) == ""
    assert said(name, text.replace("U.S. ", "")) == ""


def test_navy_of_a_text_on_one_country_is_that_country_s() -> None:
    assert said("Navy", "*Kenya* votes. In *Kenya* they wait.") == "Navy of Kenya"


def test_text_is_asked_once_for_all_bodies_that_it_names() -> None:
    document = make_document("The U.S. Senate met. House Rules Committee came.")
    entity = Entity(
        "x", "x", "organization", (), make_mentions(document, ("House Rules Committee", "x"))
    )
    named, asked = Named({}, {}), Asked({"text": document})
    for _ in range(3):
        assert fact_of_national_body(entity, ("House Rules Committee",), asked, named)
    assert asked.times == 1


class Asked(dict[str, Document]):
    times = 0

    def __getitem__(self, slug: str) -> Document:
        self.times += 1
        return super().__getitem__(slug)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Red Hill Hospital", "Hospital in Kenya"),
        ("Red Hill High School", "School in Kenya"),
        ("National Bureau of Statistics", "Statistics office of Kenya"),
    ],
)
def test_what_stands_in_the_only_country_of_a_text_is_told_to_be_there(
    name: str, words: str
) -> None:
    assert said(name, "*Kenya* votes. In *Kenya* they wait.") == words


def test_hospital_of_a_text_on_the_united_states_is_told_nothing_of() -> None:
    text = "The *United States* vote. In the *United States* they wait."
    assert said("Red Hill Hospital", text) == ""


def test_country_that_a_text_names_much_more_often_than_others_is_its_own() -> None:
    often = "*Kenya* votes. " * 5
    assert said("Ministry of Health", f"{often}So does *Uganda*.") == "Government ministry of Kenya"


def test_fact_that_tells_but_a_country_is_known_for_one() -> None:
    assert tells_only_a_country(Definition("Hospital in Kenya", "data", source=GEONAMES))
    assert not tells_only_a_country(Definition("Army of Kenya", "data", source=GEONAMES))
    assert not tells_only_a_country(Definition("Court in Osh, Kenya", "data", source=GEONAMES))


def test_ministry_is_that_of_the_people_named_right_before_it() -> None:
    document = make_document("*Uganda* and *Peru* heard a Chinese Foreign Ministry spokesman.")
    name = ("Foreign Ministry", "organization")
    entity = Entity("id", name[0], name[1], (), tuple(make_mentions(document, name)))
    found = fact_of_national_body(entity, name[:1], {"text": document}, named_regions([entity]))
    assert found is not None
    assert found.text == "Government ministry of China"


@pytest.mark.parametrize(
    "name",
    ["National Union of Students", "National Transitional Council", "Attorney General's Office"],
)
def test_body_that_is_of_another_sort_in_some_countries_is_told_of_none(name: str) -> None:
    assert said(name, "*Kenya* votes. In *Kenya* they wait.") == ""


def test_body_of_a_text_on_one_state_of_the_union_is_of_that() -> None:
    words = "Sheriff in Florida, United States"
    assert said("Red Rock Sheriff's Office", "*Florida* mourns. In *Florida* they wait.") == words


@pytest.mark.parametrize(
    "text",
    [
        "*Florida* mourns, *Florida* waits, and so does *Ohio*.",
        "They wait in *Florida*, in the *United States*.",
        "In the *United States* they wait, in the *United States*.",
    ],
)
def test_body_of_no_one_state_of_the_union_is_told_of_none(text: str) -> None:
    assert said("Red Rock Sheriff's Office", text) == ""


def test_place_of_a_text_on_one_country_is_there() -> None:
    document = make_document("Kenya waits. In Kenya, Red Rock Airport closed.")
    airport, kenya = (
        Entity(name, name, "place", (), tuple(make_mentions(document, *[(name, "place")] * times)))
        for name, times in (("Red Rock Airport", 1), ("Kenya", 2))
    )
    named = named_regions([airport, kenya])
    found = fact_of_national_body(airport, (airport.name,), {"text": document}, named)
    assert found is not None
    assert found.text == "Airport in Kenya"


def test_party_of_a_text_on_the_united_states_is_theirs_whatever_states_it_names() -> None:
    text = "The *United States* votes. In the *United States*, *Ohio* and *Texas* wait."
    assert said("Red Dawn Party", text) == "Political party in the United States"


def test_party_of_a_text_without_politics_is_none_of_a_country() -> None:
    assert said("First Returning Party", "*Kenya* waits. In *Kenya* they rest.") == ""
