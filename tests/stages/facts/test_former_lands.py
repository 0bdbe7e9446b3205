from __future__ import annotations

import pytest

from annotated_reader.model import Definition, Entity
from annotated_reader.pipeline import make_library
from annotated_reader.stages.facts.former_lands import fact_of_former_land, lands
from annotated_reader.stages.facts.known_places import LIST_OF_PLACES, _places
from annotated_reader.stages.package_data import tables_of
from annotated_reader.stages.places.regions import regions
from tests.builders import make_document, make_mentions, make_parse


def said(name: str, kind: str = "place", text: str = "They saw {} once.") -> str:
    document = make_document(text.format(name))
    entity = Entity(name, name, kind, (), tuple(make_mentions(document, (name, kind))))
    found = fact_of_former_land(entity, (name,), {document.slug: document})
    assert found is None or found == Definition(found.text, "data", source=LIST_OF_PLACES)
    return found.text if found else ""


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Persia", "Former name of Iran"),
        ("the Levant", "Lands at the eastern end of the Mediterranean"),
        ("Transvaal", "Former Boer republic, later a province of South Africa"),
        ("Utopia", ""),
    ],
)
def test_land_of_history_is_told(name: str, words: str) -> None:
    assert said(name) == words


def test_state_of_history_may_be_taken_for_an_organization() -> None:
    assert said("Ottoman Empire", "organization") == "Turkish empire until 1922"
    assert said("Confederacy", "organization") == ""
    assert said("Persia", "person") == ""


def test_land_of_history_is_not_what_lies_elsewhere_or_is_part_of_a_name() -> None:
    assert said("Bohemia", text="He was born in {}, New York.") == ""
    assert said("Formosa", text="They saw the {} river.") == ""


def test_list_comes_before_the_city_that_is_not_meant_and_behind_the_one_that_is() -> None:
    told = make_document("In Livonia, Michigan, it rained.", "told")
    parses = {"told": make_parse(told, ("Livonia", "GPE"), ("Michigan", "GPE"))}
    entry = make_library([told], parses, {}).library.entries["livonia"]
    assert entry.definition.text == "City in Michigan, United States"
    open_ = make_document("In Livonia the knights ruled.", "open")
    made = make_library([open_], {"open": make_parse(open_, ("Livonia", "GPE"))}, {})
    entry = made.library.entries["livonia"]
    assert entry.definition.text == "Historical region, now in Latvia and Estonia"


def test_each_land_stands_once_in_our_lists() -> None:
    rows = tables_of("former_lands").values()
    names = [name for row in rows for each in row.values() for name in each]
    assert len(names) == len(set(names)) == len(lands())
    assert set(names).isdisjoint(_places())
    assert not [name for name in names if name.casefold() in regions()]
