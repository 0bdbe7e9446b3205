from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.stages.facts.states_in_names import state_told_by
from annotated_reader.stages.places.regions import Region
from annotated_reader.stages.places.themes import named_regions
from tests.builders import make_document
from tests.stages.places.test_places import make_entity


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Florida Highway Patrol", "FL"),
        ("the Kansas Department of Transportation", "KS"),
        ("Levy County", "FL"),
        ("Levy County Sheriff’s Office", "FL"),
        ("Rapides Parish Fire District 2", "LA"),
        ("Madison County", ""),
        ("Rutland County Council", ""),
        ("Washington State Patrol", ""),
        ("University of Kansas", ""),
        ("Florida Georgia Line", ""),
    ],
)
def test_name_tells_of_a_state(name: str, state: str) -> None:
    assert state_told_by(name) == (Region("US", state) if state else None)


def test_provinces_elsewhere_have_bodies_too() -> None:
    assert state_told_by("Queensland Police Service") == Region("AU", "04")


@given(st.text(max_size=30))
def test_any_name_may_tell_of_one(name: str) -> None:
    told = state_told_by(name)
    assert told is None or told.code


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("The Florida Highway Patrol waited.", {"FL"}),
        ("The Florida Highway Patrol waited in Texas.", {"TX"}),
        ("The Florida Highway Patrol went to France.", set()),
    ],
)
def test_body_tells_of_its_state_where_the_text_names_no_other(text: str, states: set[str]) -> None:
    document = make_document(text)
    places = [make_entity(name, document) for name in ("Texas", "France") if name in text]
    body = make_entity("Florida Highway Patrol", document, kind="organization")
    named = named_regions([body, *places]).regions.get(document.slug, {})
    assert {region.code for region in named if region.code} == states
