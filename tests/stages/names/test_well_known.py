from __future__ import annotations

import pytest

from annotated_reader.model import Parse
from annotated_reader.stages.names.well_known import RULE, well_known
from annotated_reader.stages.recognize import recognize
from tests.builders import make_document, make_parse


def kinds(text: str, *names: tuple[str, str]) -> list[tuple[str, str, str]]:
    document = make_document(text)
    parsed = make_parse(document, *names) if names else Parse(())
    return [(each.surface, each.kind, each.rule) for each in recognize(document, parsed)]


def test_well_known_name_is_found_where_nobody_saw_it() -> None:
    text = "They asked Hezbollah and flew to the Bay of Bengal with Angela Merkel."
    assert kinds(text) == [
        ("Hezbollah", "organization", RULE),
        ("Bay of Bengal", "place", RULE),
        ("Angela Merkel", "person", RULE),
    ]


def test_well_known_name_is_what_it_is_whatever_the_model_takes_it_for() -> None:
    assert kinds("They sued JPMorgan Chase.", ("JPMorgan Chase", "PERSON")) == [
        ("JPMorgan Chase", "organization", RULE)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "She took an Apple from the tree.",  # a word in common use
        "They met in the Johnson Space Center.",  # a house as well
        "Then President Obama spoke.",  # a title is no part of a name
        "They read of Hezbollahs.",
        "It has a Yale lock.",
    ],
)
def test_name_that_may_be_something_else_is_left_to_the_model(text: str) -> None:
    assert list(well_known(text)) == []


def test_longer_name_wins_over_a_well_known_one_in_it() -> None:
    found = kinds("They joined the Facebook Users League.", ("Facebook Users League", "ORG"))
    assert [surface for surface, *_ in found] == ["Facebook Users League"]


def test_part_of_a_well_known_name_makes_nobody_of_it() -> None:
    text = "JPMorgan Chase paid. Then JPMorgan paid again."
    found = kinds(text, ("JPMorgan Chase", "PERSON"), ("JPMorgan", "PERSON"))
    assert [kind for _, kind, _ in found] == ["organization"] * 2


def test_party_s_members_are_found_whatever_the_model_takes_them_for() -> None:
    text = "Liberal Democrat peers and the Lib Dem leader met Tory peers."
    found = kinds(text, ("Democrat", "PERSON"), ("Lib Dem", "PERSON"))
    assert found == [(name, "group", RULE) for name in ("Liberal Democrat", "Lib Dem", "Tory")]
