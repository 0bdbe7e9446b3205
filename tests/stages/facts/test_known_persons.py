from __future__ import annotations

import pytest

from annotated_reader.model import Definition, Entity
from annotated_reader.stages.facts.known_persons import (
    LIST_OF_PERSONS,
    _persons,
    fact_of_known_person,
)
from annotated_reader.stages.package_data import tables_of
from annotated_reader.stages.places.themes import named_regions
from tests.builders import make_document, make_mentions


def said(name: str, *places: str, kind: str = "person") -> str:
    document = make_document(f"In {' and '.join(places) or 'it'} they told {name} so.")
    entities = [
        Entity(each, each, sort, (), tuple(make_mentions(document, (each, sort))))
        for each, sort in ((name, kind), *((place, "place") for place in places))
    ]
    found = fact_of_known_person(entities[0], (name,), named_regions(entities))
    assert found is None or found == Definition(found.text, "data", source=LIST_OF_PERSONS)
    return found.text if found else ""


@pytest.mark.parametrize("name", ["Barack Obama", "President Barack Obama"])
def test_person_whom_news_texts_take_for_known_is_told(name: str) -> None:
    assert said(name) == "President of the United States from 2009 to 2017"


def test_name_that_others_bear_is_known_in_texts_on_its_country_only() -> None:
    assert said("John Howard", "Australia") == "Prime minister of Australia from 1996 to 2007"
    assert said("John Howard", "Nigeria") == ""


def test_surname_alone_is_nobody() -> None:
    assert said("Schäuble") == ""


def test_thing_that_bears_such_a_name_is_another_one() -> None:
    assert said("Angela Merkel", kind="organization") == ""


def test_each_person_of_the_list_is_told_of_once() -> None:
    tables = tables_of("known_persons")
    rows = [row for code, row in tables.items() if code not in ("common", "alone")]
    names = [name for row in rows for each in row.values() for name in each]
    assert len(names) == len(set(names))


def test_names_that_others_bear_are_in_the_list_of_persons() -> None:
    assert {*tables_of("known_persons")["common"]["names"]} <= {*_persons()}


def test_surname_is_somebody_with_the_office_that_only_one_held() -> None:
    assert said("President Obama") == "President of the United States from 2009 to 2017"
    assert said("President Bush") == ""


def test_first_name_with_an_honorific_that_others_bear_is_known_on_its_country_only() -> None:
    assert said("King Hussein", "Jordan") == "King of Jordan from 1952 to 1999"
    assert said("King Hussein", "Egypt") == ""


@pytest.mark.parametrize("name", ["Hitler", "President Obama", "Mr. Obama", "Frau Merkel"])
def test_surname_alone_of_somebody_whom_all_know_is_told(name: str) -> None:
    assert said(name)


@pytest.mark.parametrize("name", ["Mrs. Obama", "Mr. Merkel", "Miss Hitler", "Ann Hitler"])
def test_surname_of_somebody_else_is_not_told(name: str) -> None:
    assert not said(name)


def test_surname_in_several_forms_is_not_told() -> None:
    document = make_document("They told Obama, and Obama Smith, so.")
    mentions = make_mentions(document, ("Obama", "person"), ("Obama Smith", "person"))
    entity = Entity("obama", "Obama", "person", (), tuple(mentions))
    assert fact_of_known_person(entity, ("Obama",), named_regions([entity])) is None


def test_each_surname_is_told_of_once() -> None:
    rows = tables_of("known_persons")["alone"].values()
    names = [name for row in rows for each in row.values() for name in each]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("far", "number"), [(0, 1), (1, 1), (2, 0)])
def test_most_texts_speak_for_the_country_of_a_person(far: int, number: int) -> None:
    lands = ["Australia", "Australia", *["Nigeria"] * far, ""]
    documents = [
        make_document(f"They met John Howard {land and 'in '}{land}.", f"t{at}")
        for at, land in enumerate(lands)
    ]
    own = [
        each
        for document in documents
        for each in make_mentions(document, ("John Howard", "person"))
    ]
    places = [
        Entity(f"{at}", land, "place", (), tuple(make_mentions(documents[at], (land, "place"))))
        for at, land in enumerate(lands)
        if land
    ]
    person = Entity("id", "John Howard", "person", (), tuple(own))
    found = fact_of_known_person(person, ("John Howard",), named_regions([person, *places]))
    assert [found].count(None) == 1 - number
