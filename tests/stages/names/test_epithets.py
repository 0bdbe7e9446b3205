from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.stages.names.epithets import with_epithets
from annotated_reader.stages.recognize import recognize
from annotated_reader.stages.who_is_who.name_words import name_words
from tests.builders import make_document, make_parse


def names(text: str) -> list[str]:
    return [text[slice(*span)] for span, _ in with_epithets(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He wrote of Peter the Great.", "Peter the Great"),
        ("A friend of Tsar Peter the Great left.", "Tsar Peter the Great"),
        ("Pliny the Elder’s nephew wrote it.", "Pliny the Elder"),
        ("They crowned Otto I the Great there.", "Otto I the Great"),
    ],
)
def test_person_with_an_epithet_is_found(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Only here is the Great one.",
        "Along Erie the Great Lakes begin.",
        "They sing of Lee the greatest.",
        "With Ott the Elders met.",
    ],
)
def test_other_words_behind_the_are_no_epithet(text: str) -> None:
    assert names(text) == []


@given(st.text())
def test_names_lie_within_the_text(text: str) -> None:
    assert all(text[start:end].strip() for (start, end), _ in with_epithets(text))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Peter the Great", ["Peter", "Great"]),
        ("Tsar Peter the Great", ["Peter", "Great"]),
        ("Alexander the Great", ["Alexander", "Great"]),
    ],
)
def test_epithet_is_the_last_word_of_a_name(name: str, words: list[str]) -> None:
    assert name_words(name) == words


def test_epithet_alone_is_nobody() -> None:
    document = make_document("Peter the Great reigned. The Great reigned.")
    parsed = make_parse(document, ("Peter", "PERSON"), ("Great reigned", "EVENT"))
    assert "person" not in {m.kind for m in recognize(document, parsed) if m.surface == "Great"}
