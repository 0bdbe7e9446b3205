from __future__ import annotations

import pytest

from annotated_reader.model import Entity
from annotated_reader.stages.places import named_regions
from annotated_reader.stages.places_of_countries import fact_of_local_place
from tests.builders import make_document, make_mentions


def said(name: str, text: str, kind: str = "place") -> str:
    document = make_document(text.replace("*", ""))
    places = [(each, "place") for each in text.split("*")[1::2]]
    entities = [
        Entity(each, each, sort, (), tuple(make_mentions(document, (each, sort))))
        for each, sort in ((name, kind), *dict.fromkeys(places))
    ]
    named = named_regions([*entities, *entities[1:]])
    found = fact_of_local_place(entities[0], (name,), {"text": document}, named)
    return found.text if found else ""


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Red Hill Street", "Street in Kenya"),
        ("Red Hill Cathedral", "Church in Kenya"),
        ("Red Hill National Park", "National park in Kenya"),
    ],
)
def test_place_whose_name_says_its_sort_is_one_of_the_only_country(name: str, words: str) -> None:
    assert said(name, f"In *Kenya* they saw {name}.") == words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In *Kenya* and *Uganda* they saw Red Street.", "place"),
        ("They saw Red Street.", "place"),
        ("In *Kenya* they saw Red Street station.", "place"),
        ("In *Kenya* they saw Red Street.", "person"),
    ],
)
def test_such_a_place_of_other_texts_or_another_thing_is_not_told(text: str, kind: str) -> None:
    assert said("Red Street", text, kind) == ""


@pytest.mark.parametrize("name", ["Long Beach", "Red Hill Park", "Coronation Street"])
def test_name_that_places_of_another_sort_bear_tells_none(name: str) -> None:
    assert said(name, f"In *Kenya* they saw {name}.") == ""
