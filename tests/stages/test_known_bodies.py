from __future__ import annotations

import pytest

from annotated_reader.model import Definition, Entity
from annotated_reader.stages.known_bodies import OUR_LIST, fact_of_known_body
from annotated_reader.stages.places import named_regions
from tests.builders import make_document, make_mentions


def said(name: str, *places: str, kind: str = "organization") -> str:
    document = make_document(f"In {' and '.join(places) or 'it'} they told {name} so.")
    entities = [
        Entity(each, each, sort, (), tuple(make_mentions(document, (each, sort))))
        for each, sort in ((name, kind), *((place, "place") for place in places))
    ]
    found = fact_of_known_body(entities[0], (name,), named_regions(entities))
    assert found is None or found == Definition(found.text, "data", source=OUR_LIST)
    return found.text if found else ""


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Xinhua", "News agency of China"),
        ("The Wall Street Journal", "Newspaper of the United States"),
        ("Deutsche Welle", "Broadcaster of Germany"),
        ("Amnesty International", "Human rights organization"),
    ],
)
def test_body_that_news_texts_take_for_known_is_told(name: str, words: str) -> None:
    assert said(name) == words


def test_name_in_common_use_is_known_in_texts_on_its_country_only() -> None:
    assert said("Guardian", "United Kingdom") == "Newspaper of the United Kingdom"
    assert said("Guardian", "Nigeria") == ""


def test_person_or_place_of_such_a_name_is_another_thing() -> None:
    assert said("Xinhua", kind="place") == ""
