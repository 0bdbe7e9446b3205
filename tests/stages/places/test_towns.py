from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotated_reader.stages.places.gazetteer import SMALLEST, LookUp, cities_named, key_of
from annotated_reader.stages.places.towns import TOWNS, _key, towns_named
from tests.stages.places.test_places import near, placed


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [
        ("Poolesville", "A farm at Poolesville, Maryland.", (39, -77)),
        ("Poolesville", "Poolesville is the oldest town of its county. Maine is far.", None),
        ("Lewisburg", "Soldiers came from Lewisburg, Tennessee.", (35, -87)),
        ("Kew", "The garden of Kew. Illinois has none.", None),
        ("Hornsea", "A railway once ran to Hornsea. Britain had longer ones.", (54, 0)),
        ("Chiefland", "The road from Chiefland. Florida paid for it.", (29, -83)),
        ("Chiefland", "The road from Chiefland. The United States paid for it.", None),
        ("Springfield", "He moved to Springfield, Tennessee, as a boy.", (37, -87)),
        ("Hubei", "The flood reached Hubei. China sent soldiers.", None),
        ("Big Lake", "They fished on Big Lake. Texas has few.", None),
        ("Big Lake", "They live in Big Lake, Texas.", (31, -101)),
        ("Chiefland", "A flood in Levy, Chiefland and Dixie counties. Florida paid.", None),
        ("Washington", "A house in Washington, Maine.", (44, -69)),
        ("Washington", "A house in Washington. Maine is far.", None),
    ],
)
def test_town_is_placed_where_its_text_says_it_lies(
    name: str, text: str, where: tuple[int, int] | None
) -> None:
    assert near(placed(name, text)) == where


def test_towns_leave_out_the_cities_of_that_name() -> None:
    towns = towns_named("Springfield")
    assert len(towns) > 1
    assert not {*towns} & {*cities_named("Springfield")}
    assert all(town.population < SMALLEST for town in towns)


@given(st.text(max_size=20))
def test_any_name_may_be_looked_up(name: str) -> None:
    assert all(town.is_town for town in towns_named(name))


@given(st.text(st.characters(codec="ascii", categories=("L", "N", "P", "Zs")), max_size=20))
@example("Saint Helena")
@example("Saint-Denis")
def test_names_in_the_data_have_the_keys_of_those_in_texts(name: str) -> None:
    assert _key(json.dumps(name).encode()) == key_of(name)


def test_every_place_of_the_data_can_be_read() -> None:
    assert [town.name for town in towns_named("Ta' Xbiex")] == ["Ta’ Xbiex"]


def test_what_an_earlier_run_asked_for_is_not_found_anew() -> None:
    asked: list[str] = []
    look_up = LookUp(lambda key: asked.append(key) or TOWNS.of("kew"))  # type: ignore[func-returns-value]
    assert look_up.of("kew")
    later = LookUp(lambda key: asked.append(key) or ())  # type: ignore[func-returns-value]
    later.remember(look_up.asked())
    assert later.of("kew") == look_up.of("kew")
    assert asked == ["kew"]
