"""What a whole text says of a name that the language model takes for a person."""

from __future__ import annotations

import pytest

from annotated_reader.stages.recognize import recognize
from tests.builders import make_document, make_parse


def kinds(text: str, name: str, times: int) -> set[str]:
    document = make_document(text)
    parsed = make_parse(document, *((name, "PERSON"),) * times)
    return {mention.kind for mention in recognize(document, parsed) if mention.surface == name}


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("There are flights via Mardona. They like Mardona.", 2),
        ("He stayed at Mardona. The valley of Mardona is dry. Mardona is old.", 3),
        ("He rode to Mardona. It is in Mardona.", 2),
        ("It is in Mardona. He came from Mardona. At Mardona it rained.", 3),
    ],
)
def test_name_to_which_a_text_goes_is_a_place(text: str, times: int) -> None:
    assert kinds(text, "Mardona", times) == {"place"}


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("He stayed at Mardona. Mardona’s eyes were red.", 2),
        ("He came to Mardona. “Go,” said Mardona.", 2),
        ("He visited Mardona. They like Mardona.", 2),
        ("He looked at Mardona. He smiled at Mardona. They laughed at Mardona.", 3),
        ("He went to Mardona’s house. He knew Mardona.", 2),
        ("He is at Mardona. He knew Mardona. They like Mardona.", 3),
    ],
)
def test_name_that_speaks_or_is_looked_at_is_a_person(text: str, times: int) -> None:
    assert kinds(text, "Mardona", times) == {"person"}


def test_first_name_is_no_place_whatever_one_goes_to() -> None:
    assert kinds("He went to Peter. He came to Peter. They left Peter.", "Peter", 3) == {"person"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They saw the city of Florence. They saw Florence.", "place"),
        ("They visited Florence. It is in Florence.", "place"),
        ("They visited Florence. “Go,” said Florence.", "person"),
    ],
)
def test_city_that_first_names_are_called_like_is_told_by_what_one_does_there(
    text: str, kind: str
) -> None:
    assert kinds(text, "Florence", 2) == {kind}


def test_city_of_a_name_that_somebody_of_the_text_has_is_not_told() -> None:
    text = "They visited Florence. It was Florence Ott who lived there."
    assert named(text, "Florence", "Florence Ott")["Florence"] == "person"


def named(text: str, *names: str) -> dict[str, str]:
    document = make_document(text)
    parsed = make_parse(document, *((name, "PERSON") for name in names))
    return {mention.surface: mention.kind for mention in recognize(document, parsed)}


def test_word_in_both_numbers_behind_articles_is_a_people() -> None:
    text = "A great number of Gauches came. The Gauche rode. A Gauche told me so."
    assert named(text, "Gauches", "Gauche", "Gauche") == {"Gauches": "group", "Gauche": "group"}


def test_family_in_both_numbers_is_no_people() -> None:
    text = "The Ottovas came. Ottova spoke. Then Ottova left, and Ottova sang."
    assert named(text, "Ottova", "Ottova", "Ottova")["Ottova"] == "person"


def row_of(text: str, **labels: str) -> dict[str, str]:
    document = make_document(text)
    named = ((name.replace("_", " "), label) for name, label in labels.items())
    names = sorted(named, key=lambda name: text.index(name[0]))
    return {
        mention.surface: mention.kind
        for mention in recognize(document, make_parse(document, *names))
    }


def test_names_of_persons_in_a_row_of_places_are_places() -> None:
    text = "The cities of Tempe, Peoria, Chandler, and Gilbert have grown."
    kinds_of = row_of(text, Tempe="GPE", Peoria="GPE", Chandler="PERSON", Gilbert="PERSON")
    assert set(kinds_of.values()) == {"place"}


def test_city_in_a_row_of_places_is_no_body() -> None:
    text = "Buses go to Tulsa, Sapulpa, and Broken Arrow."
    assert row_of(text, Tulsa="GPE", Sapulpa="GPE", Broken_Arrow="ORG")["Broken Arrow"] == "place"


@pytest.mark.parametrize(
    "text",
    [
        "In Tempe, Peoria and Mesa, Chandler said little.",
        "They met Ott, Lee, Chandler, and Peoria.",
        "Tempe and Chandler left.",
    ],
)
def test_person_behind_or_among_others_is_no_place(text: str) -> None:
    names = {"Tempe": "GPE", "Peoria": "GPE", "Mesa": "GPE", "Ott": "PERSON", "Lee": "PERSON"}
    named = {name: label for name, label in names.items() if name in text}
    assert row_of(text, Chandler="PERSON", **named)["Chandler"] == "person"


def test_name_in_a_row_of_persons_is_theirs_unless_a_city_has_it() -> None:
    text = "They read Averroes, Galenus, Plotinus, Saladin, and Lima."
    kinds_of = row_of(
        text, Averroes="PERSON", Galenus="PERSON", Plotinus="PERSON", Saladin="GPE", Lima="GPE"
    )
    assert (kinds_of["Saladin"], kinds_of["Lima"]) == ("person", "place")


@pytest.mark.parametrize(
    "text",
    ["It rained in Moonbo, Parkes, and Berry.", "They saw Moonbo, Karkes, Berry, and Wyong."],
)
def test_name_behind_in_or_in_a_row_of_as_many_places_is_no_person(text: str) -> None:
    labels = {
        "Moonbo": "GPE",
        "Parkes": "PERSON",
        "Karkes": "GPE",
        "Berry": "PERSON",
        "Wyong": "PERSON",
    }
    named = {name: label for name, label in labels.items() if name in text}
    assert row_of(text, **named)["Moonbo"] == "place"
