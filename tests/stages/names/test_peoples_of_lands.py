from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.stages.names.peoples_of_lands import peoples_of_lands
from annotated_reader.stages.recognize import recognize
from tests.builders import make_document, make_parse


def peoples(text: str) -> list[str]:
    return [text[slice(*span)] for span in peoples_of_lands(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They left the territories of the Helvetii. The Helvetii fled.", ["Helvetii"] * 2),
        ("He met the ambassadors of the Saracens, and the Saracens left.", ["Saracens"] * 2),
        ("It is in the country of the Remi.", []),
        ("They left the land of the Burns. Burns saw the Burns. Ann Burns wept.", []),
        ("The territory of the Philippines grew. They love the Philippines.", []),
        ("The king of the Bands Office left. He heard the Bands, and the Bands left.", []),
        ("The country of the Rhine is green. They crossed the Rhine.", []),
    ],
)
def test_people_is_known_by_what_is_said_to_be_theirs(text: str, found: list[str]) -> None:
    assert peoples(text) == found


def test_people_is_one_whatever_the_model_takes_it_for() -> None:
    text = "They left the territories of the Helvetii. The Helvetii fled. He saw the Helvetii."
    document = make_document(text)
    parsed = make_parse(document, ("Helvetii", "GPE"), ("Helvetii", "PERSON"))
    named = [(each.surface, each.kind) for each in recognize(document, parsed)]
    assert named == [("Helvetii", "group")] * 3


def test_landscape_of_the_model_is_no_people() -> None:
    document = make_document("They left the lands of the Karpats. The Karpats are high.")
    parsed = make_parse(document, ("Karpats", "LOC"), ("Karpats", "LOC"))
    named = [(each.surface, each.kind) for each in recognize(document, parsed)]
    assert named == [("Karpats", "place")] * 2


@given(st.text(alphabet="the landsoftheXs. ", max_size=60))
def test_people_stands_where_it_is_said_to(text: str) -> None:
    assert all(name.isalpha() for name in peoples(f"lands of the Xs, the Xs. {text}"))
