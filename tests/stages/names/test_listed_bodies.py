from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.stages.names.listed_bodies import listed_bodies
from annotated_reader.stages.recognize import recognize
from tests.builders import make_document, make_parse


def listed(text: str) -> list[str]:
    return [text[slice(*span)] for span in listed_bodies(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Play bands like New Order, Interpol or Joy Division.",
            ["New Order", "Interpol", "Joy Division"],
        ),
        ("They met six companies, including JD.com and Dang Dang, there.", ["JD.com", "Dang Dang"]),
        ("He joined airlines such as Air Osh.", ["Air Osh"]),
        (
            "She saw bands like The Ramones and Captain Beefheart.",
            ["The Ramones", "Captain Beefheart"],
        ),
        ("In 1980 he began a band called “Squirrel” there.", ["Squirrel"]),
        ("He left a firm named Bank of Osh.", ["Bank of Osh"]),
        ("They sold to companies in Osh, Naryn and Talas.", []),
        ("They joined companies like those of Osh.", []),
        ("Companies including German ones left.", []),
        ("It was sold by companies like Monday.", []),
        ("They asked clubs such as France and Spain.", []),
    ],
)
def test_names_behind_a_noun_of_bodies_are_found(text: str, names: list[str]) -> None:
    assert listed(text) == names


def test_listed_body_that_the_model_takes_for_a_person_is_one() -> None:
    document = make_document("They sell to companies like Herman Miller. Herman Miller pays.")
    parsed = make_parse(document, ("Herman Miller", "PERSON"), ("Herman Miller", "PERSON"))
    found = recognize(document, parsed)
    assert [(each.surface, each.kind) for each in found] == [("Herman Miller", "organization")] * 2


def test_what_a_firm_rule_knows_is_not_the_body_of_a_list() -> None:
    document = make_document("They like brands like President Lee and Ajax.")
    found = recognize(document, make_parse(document, ("President Lee", "PERSON")))
    assert [(each.surface, each.kind) for each in found] == [
        ("President Lee", "person"), ("Ajax", "organization"),
    ]  # fmt: skip


@given(st.text(alphabet="bands like, The Ox and or X", max_size=60))
def test_spans_of_a_list_are_apart(text: str) -> None:
    spans = sorted(listed_bodies(text))
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
