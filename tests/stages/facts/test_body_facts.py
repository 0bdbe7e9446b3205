from __future__ import annotations

import pytest

from annotated_reader.model import Definition, Entity
from annotated_reader.stages.facts.body_facts import fact_of_body, fact_of_sort_of_body
from annotated_reader.stages.facts.facts import GEONAMES
from annotated_reader.stages.places.themes import named_regions
from tests.builders import make_document, make_mentions


def said(name: str, text: str = "They wrote to it.", kind: str = "organization") -> str:
    places = [(each, "place") for each in text.split("*")[1::2]]
    document = make_document(f"{text.replace('*', '')} {name} came.")
    entities = [
        Entity(each, each, sort, (), tuple(make_mentions(document, (each, sort))))
        for each, sort in ((name, kind), *places)
    ]
    fact = fact_of_body(entities[0], (name,), named_regions(entities))
    assert fact is None or fact == Definition(fact.text, "data", source=GEONAMES)
    return fact.text if fact else ""


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("University of Zurich", "University in Zürich, Switzerland"),
        ("University of Minnesota", "University in Minnesota, United States"),
        ("Colorado State University", "University in Colorado, United States"),
        ("the Sydney Morning Herald", "Newspaper of Sydney, New South Wales, Australia"),
        ("New Zealand Herald", "Newspaper of New Zealand"),
        ("Turkish Airlines", "Airline of Türkiye"),
        ("British Red Cross", "Red Cross society of the United Kingdom"),
        ("Royal Thai Police", "Police of Thailand"),
        ("Kozhikode Medical College", "Medical college in Kozhikode, India"),
        ("London Bridge", "Bridge in London, England, United Kingdom"),
        ("Congress of the Philippines", "Parliament of the Philippines"),
        ("Hungarian Development Bank", "Development bank of Hungary"),
        ("FC Basel", "Football club in Basel, Switzerland"),
        ("Chinese Consulate", "Consulate of China"),
        ("Turkish Foreign Ministry", "Foreign ministry of Türkiye"),
        ("Florida Department of Transportation", "Transport department of Florida, United States"),
        ("Christchurch District Court", "Court in Christchurch, New Zealand"),
        ("London Ambulance Service", "Ambulance service of London, England, United Kingdom"),
        ("Iowa Democratic Party", "Branch of the Democratic Party in Iowa, United States"),
        ("Air New Zealand", "Airline of New Zealand"),
        ("New York Post", "Newspaper of New York City, New York, United States"),
        ("Washington Post", "Newspaper of Washington, D.C., United States"),
        ("University of Southern Indiana", "University in Indiana, United States"),
        ("University of Texas at Austin", "University in Austin, Texas, United States"),
        ("University of California, Berkeley", "University in Berkeley, California, United States"),
        ("University of Queensland", "University in Queensland, Australia"),
        ("Wisconsin Supreme Court", "Highest court of Wisconsin, United States"),
        ("Florida Museum of Natural History", "Museum in Florida, United States"),
        ("Iowa Elections Commission", "Election authority of Iowa, United States"),
        ("Canadian Paralympic Committee", "Paralympic committee of Canada"),
        ("Cricket Australia", "Cricket federation of Australia"),
        ("German Aerospace Center", "Space agency of Germany"),
        ("Dutch national football team", "National team of the Netherlands"),
    ],
)
def test_name_tells_what_a_body_is_and_geonames_where(name: str, words: str) -> None:
    assert said(name) == words


@pytest.mark.parametrize(
    "name",
    [
        "Suffolk University",  # in Boston
        "North Wales Police",  # not that of Wales
        "New York Supreme Court",  # not the highest one
        "University of Georgia",  # two of them
        "University of Washington",  # a city as well as a state
        "Financial Times",
        "Straits Times",
        "Birmingham Post",  # two large cities
        "Connecticut Sun",  # a team
        "Herald",
        "Fiji Parliament",  # which says so itself
    ],
)
def test_name_whose_place_is_none_or_not_clear_tells_nothing(name: str) -> None:
    assert said(name) == ""


def test_place_in_a_name_may_be_clear_by_the_texts() -> None:
    assert said("Birmingham Post", "In *England* they wrote to it.").endswith("United Kingdom")


def test_person_is_no_body() -> None:
    assert said("Jakarta Post", kind="person") == ""


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Higher People's Court of Beijing", "Court in Beijing, China"),
        (
            "Virginia Department of Game and Fisheries",
            "Department of the government of Virginia, United States",
        ),
        ("Kenyan Ministry of Public Works", "Government ministry of Kenya"),
        ("Ministry of Public Works of Kenya", "Government ministry of Kenya"),
        (
            "Boston University School of Public Health",
            "School of a university in Boston, Massachusetts, United States",
        ),
        ("Kenya National Union of Teachers", ""),
        ("Texas Board of Rabbis", ""),
    ],
)
def test_body_is_told_by_the_sort_of_its_name(name: str, words: str) -> None:
    document = make_document(f"{name} came.")
    entity = Entity(name, name, "organization", (), tuple(make_mentions(document, (name, "x"))))
    found = fact_of_sort_of_body(entity, (name,), named_regions([entity]))
    assert (found.text if found else "") == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Radio Rwanda", "Broadcaster of Rwanda"),
        ("Detroit News", "Newspaper of Detroit, Michigan, United States"),
        ("Swedish Television", "Broadcaster of Sweden"),
        ("Communist Party of Vietnam", "Political party in Vietnam"),
        ("Indian Railways", "Railway of India"),
        ("American Cancer Society", "Cancer charity of the United States"),
        ("Archdiocese of Boston", "Church district of Boston, Massachusetts, United States"),
    ],
)
def test_more_bodies_say_what_they_are_by_their_names(name: str, words: str) -> None:
    assert said(name) == words


@pytest.mark.parametrize("name", ["Newport News", "Air America", "British Television"])
def test_name_that_is_another_thing_is_no_such_body(name: str) -> None:
    assert said(name) == ""


def test_body_of_a_county_is_of_the_one_state_of_the_text_that_has_such_a_county() -> None:
    police = "Montgomery County Police Department"
    words = "Police of Montgomery County, Maryland, United States"
    assert said(police, "It is in *Maryland* in the *United States*.") == words
    assert said(police, "It is in *Maryland* or *Pennsylvania*.") == ""


def test_short_form_of_a_state_tells_of_which_city_a_body_is() -> None:
    words = "Police of Newark, New Jersey, United States"
    assert said("Newark Police Department", "It is in *N.J.* and not far.") == words


def test_body_of_a_town_is_of_the_state_that_its_text_names() -> None:
    words = "Police of Chiefland, Florida, United States"
    assert said("Chiefland Police", "In *Florida* it rained.") == words


def test_sheriff_may_have_a_curly_apostrophe() -> None:
    words = "Sheriff of Levy County, Florida, United States"
    assert said("Levy County Sheriff’s Office", "In *Florida* it rained.") == words
