from __future__ import annotations

import pytest

from annotated_reader.model import Definition, Entity
from annotated_reader.stages.facts.known_places import LIST_OF_PLACES, _places, fact_of_known_place
from annotated_reader.stages.package_data import tables_of
from annotated_reader.stages.places.themes import named_regions
from tests.builders import make_document, make_mentions


def said(name: str, *places: str, kind: str = "place", text: str = "") -> str:
    document = make_document(f"{' and '.join(places)}: {text or f'They saw {name}.'}")
    entities = [
        Entity(each, each, sort, (), tuple(make_mentions(document, (each, sort))))
        for each, sort in (*((place, "place") for place in places), (name, kind))
    ]
    named = named_regions(entities)
    found = fact_of_known_place(entities[-1], (name,), {"text": document}, named)
    assert found is None or found == Definition(found.text, "data", source=LIST_OF_PLACES)
    return found.text if found else ""


def test_sea_may_be_named_without_its_noun() -> None:
    assert said("Baltic") == "Sea in northern Europe"


@pytest.mark.parametrize("name", ["Balkans", "the Balkans"])
def test_place_that_news_texts_take_for_known_is_told(name: str) -> None:
    assert said(name) == "Region of southeastern Europe"


def test_name_that_others_bear_is_known_in_texts_on_its_country_only() -> None:
    assert said("Surrey", "England") == "County of England"
    assert said("Surrey", "Canada") == ""
    assert said("Surrey") == ""


def test_south_is_that_of_the_united_states_in_texts_on_them() -> None:
    assert said("South", "Alabama") == "Southern states of the United States"
    assert said("South", "Kenya") == ""
    assert said("South") == ""


def test_hall_that_was_taken_for_an_organization_is_known_by_its_full_name_only() -> None:
    assert said("Madison Square Garden", kind="organization") == "Arena in New York"
    assert said("Kremlin", kind="organization") == ""
    assert said("Kremlin", kind="person") == ""


def test_part_of_a_longer_name_is_not_the_place() -> None:
    assert said("Sicily", text="They saw the Sicily river.") == ""


def test_each_name_stands_once_in_the_list() -> None:
    tables = tables_of("known_places")
    rows = (tables["worldwide"], *tables["of"].values())
    names = [name for row in rows for each in row.values() for name in each]
    assert len(names) == len(set(names)) == len(_places())


def test_names_that_others_bear_are_in_the_list() -> None:
    shared = tables_of("known_places")["common"]["where_named"]
    assert all(_places()[name][1] for name in shared)  # and each is a country's
