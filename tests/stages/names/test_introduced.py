from __future__ import annotations

import pytest

from annotated_reader.stages.names.introduced import introduced
from annotated_reader.stages.recognize import recognize
from tests.builders import make_document, make_mentions, make_parse


def names(text: str) -> list[str]:
    return [text[slice(*span)] for span in introduced(text, ())]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It quoted the immigration barrister Colin Yeo.", "Colin Yeo"),
        ("It is by the realist Jules Bastien-Lepage.", "Jules Bastien-Lepage"),
        ("At the invitation of Premier Zhou En-Lai, he returned.", "Zhou En-Lai"),
        ("The artist Vincent van Gogh lived there.", "Vincent van Gogh"),
        ("Officers found 82-year-old Geneva Morgan, of Osh.", "Geneva Morgan"),
        ("The skater Georgia Stevens won.", "Georgia Stevens"),
        ("The spokesman John Smith Tuesday said so.", "John Smith"),
        ("A tweet to the student Ahmed Mohamed Image: NASA.", "Ahmed Mohamed"),
    ],
)  # fmt: skip
def test_full_name_behind_a_noun_of_a_person_is_a_person(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "He met the leader Monday Morning.",
        "The official Radio Broadcast partner came.",
        "A member European Union states envy.",
        "The thriller Silent Witness was shown.",
        "He was a coach. Ann Lee was not.",
        "They guard New York's Public Library.",
        "The author United States readers love.",
        "A 30-year-old Los Angeles native came.",
        "It is by the paper producer Red Wing.",
    ],
)
def test_other_capitalized_words_behind_a_noun_are_no_person(text: str) -> None:
    assert names(text) == []


def test_name_that_is_surely_something_else_is_no_person() -> None:
    text = "They beat the rival Manchester United."
    team = make_mentions(make_document(text), ("Manchester United", "organization"))
    assert list(introduced(text, team)) == []


def test_part_of_the_world_behind_a_noun_is_no_person() -> None:
    document = make_document("A deputy Middle East director came.")
    parsed = make_parse(document, ("Middle East", "LOC"))
    assert [mention.kind for mention in recognize(document, parsed)] == ["place"]


def test_place_of_some_age_is_no_person() -> None:
    text = "They left the 200-year-old White House."
    place = make_mentions(make_document(text), ("White House", "place"))
    assert list(introduced(text, place)) == []


def test_surname_that_the_model_saw_alone_gets_its_first_name() -> None:
    document = make_document("The curator Elaine Gustafon spoke. Gustafon smiled.")
    parsed = make_parse(document, ("Gustafon", "PERSON"))
    surfaces = [mention.surface for mention in recognize(document, parsed)]
    assert surfaces == ["Elaine Gustafon", "Gustafon"]
