from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.stages.names.bodies_of_places import bodies_of_places
from annotated_reader.stages.recognize import recognize
from tests.builders import make_document, make_mentions, make_parse


def found(text: str, place: str, *others: tuple[str, str]) -> list[tuple[str, str]]:
    named = make_mentions(make_document(text), (place, "place"), *others)
    return [(text[slice(*span)], kind) for span, kind in bodies_of_places(text, named)]


@pytest.mark.parametrize(
    ("text", "place", "name", "kind"),
    [
        ("At the Vancouver Art Gallery now.", "Vancouver", "Vancouver Art Gallery", "organization"),
        (
            "The Lima Unified School District met.",
            "Lima",
            "Lima Unified School District",
            "organization",
        ),
        (
            "The Osh County Sheriff’s Office said so.",
            "Osh County",
            "Osh County Sheriff’s Office",
            "organization",
        ),
        ("They left Osh International Airport.", "Osh", "Osh International Airport", "place"),
        ("Ohio State Police Lt. Ann Lee left.", "Ohio", "Ohio State Police", "organization"),
    ],
)
def test_name_that_begins_with_a_place_goes_on_to_its_noun(
    text: str, place: str, name: str, kind: str
) -> None:
    assert found(text, place) == [(name, kind)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Then U.S. District Judge Ann Lee left.", "U.S."),
        ("Then White House Press Secretary Ann Lee left.", "White House"),
        ("Then Lebanon Street Superintendent Ann Lee left.", "Lebanon"),
        ("Then Manitoba Premier Ann Lee left.", "Manitoba"),
        ("They went to Osh. Police came.", "Osh"),
        ("Then Osh Summit began.", "Osh"),  # an event
    ],
)
def test_title_behind_a_place_is_no_body(text: str, place: str) -> None:
    assert found(text, place) == []


def test_name_that_reaches_further_is_not_cut() -> None:
    text = "At the Vancouver Art Gallery Shop they sell it."
    assert found(text, "Vancouver", ("Art Gallery Shop", "organization")) == []


@given(st.text(alphabet="ABSchooldistrict '’.-\n"))
def test_names_lie_within_the_text(text: str) -> None:
    text = f"Osh{text}"
    named = make_mentions(make_document(text), ("Osh", "place"))
    assert all(0 <= start < end <= len(text) for (start, end), _ in bodies_of_places(text, named))


def test_longer_name_stands_in_the_place_of_its_parts() -> None:
    document = make_document("They sued the Lima Unified School District.")
    parsed = make_parse(document, ("Lima", "GPE"), ("School District", "ORG"))
    surfaces = [mention.surface for mention in recognize(document, parsed)]
    assert surfaces == ["Lima Unified School District"]
