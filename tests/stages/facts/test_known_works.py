from __future__ import annotations

import pytest

from annotated_reader.model import Entity
from annotated_reader.stages.facts.known_works import (
    fact_of_known_work,
    is_of_nobody,
    known_works,
)
from annotated_reader.stages.package_data import tables_of
from annotated_reader.stages.recognize import recognize
from tests.builders import make_document, make_parse


def works(text: str) -> list[str]:
    return [text[start:end] for start, end in known_works(text)]


def test_program_is_found_wherever_it_stands() -> None:
    assert works("They use Windows XP. Photoshop's new.") == ["Windows XP", "Photoshop"]


def test_common_word_is_a_work_among_others_of_the_list() -> None:
    among = "It was in JavaScript, TypeScript and Python. Rubyists left Ruby."
    assert works(among) == ["JavaScript", "TypeScript", "Python", "Ruby"]


@pytest.mark.parametrize(
    "text",
    ["A Python ate Ruby in Java.", "In Linux, Python.", "JavaScript, JavaScript and Python."],
)
def test_common_word_is_no_work_beside_less_than_two_others(text: str) -> None:
    assert not {"Python", "Ruby", "Java"} & {*works(text)}


def test_name_of_a_place_is_no_program_in_its_text() -> None:
    assert works("Kotlin is a fortress, on the island of Kotlin.") == []


def test_longer_program_is_one() -> None:
    text = "Windows XP and Linux are used, and Microsoft Windows, and Windows too."
    assert works(text) == ["Windows XP", "Linux", "Microsoft Windows", "Windows"]


def test_program_is_what_it_is_whatever_the_model_takes_it_for() -> None:
    document = make_document("They wrote JavaScript over SSH.")
    parsed = make_parse(document, ("JavaScript", "GPE"), ("SSH", "ORG"))
    found = recognize(document, parsed)
    assert [(each.surface, each.kind) for each in found] == [("JavaScript", "work")]


def test_letters_that_a_text_spells_out_are_a_body() -> None:
    text = "The Association of Public Intellectuals (API) met. The API spoke."
    found = recognize(make_document(text), make_parse(make_document(text), ("API", "ORG")))
    assert [each.surface for each in found if each.kind == "organization"] == [
        "Association of Public Intellectuals",
        "API",
        "API",
    ]


def test_work_of_the_list_is_told() -> None:
    entity = Entity("linux", "Linux", "work", (), ())
    found = fact_of_known_work(entity, ("Linux",))
    assert found is not None
    assert found.text == "Operating system"


def test_list_tells_nothing_of_another_kind() -> None:
    assert fact_of_known_work(Entity("java", "Java", "place", (), ()), ("Java",)) is None


def test_name_is_in_one_place_of_the_list() -> None:
    tables = tables_of("known_works")
    names = [
        name for table in ("works", "together") for row in tables[table].values() for name in row
    ]
    assert len(names) == len({*names})


def test_letters_are_nobodys() -> None:
    assert is_of_nobody("SSH")
    assert not is_of_nobody("NATO")
