from __future__ import annotations

import pytest

from annotated_reader.model import Parse
from annotated_reader.pipeline import make_library
from annotated_reader.stages.names.cast import named_in_cast
from tests.builders import make_document

CAST = """Dramatis Personae

Lane, Manservant

CLAUDIUS, King of Denmark.

Lords, Ladies, Officers.

Rev. Canon Chasuble, D.D.

Hamlet, son to the late, and nephew to the present king

Friar Lawrence, a Franciscan.

The scene is Elsinore. Lane came, and Hamlet spoke to Friar Lawrence."""


def named(text: str) -> list[tuple[str, str]]:
    found = named_in_cast(text).items()
    return [(text[slice(*name)], text[slice(*said)]) for name, said in found]


def test_characters_of_a_play_are_listed_with_what_is_said_of_them() -> None:
    assert named(CAST) == [
        ("Lane", "Manservant"),
        ("CLAUDIUS", "King of Denmark"),
        ("Hamlet", "son to the late, and nephew to the present king"),
        ("Friar Lawrence", "a Franciscan"),
    ]


@pytest.mark.parametrize(
    "heading",
    ["Persons Represented.", "Characters in the Play", "THE PERSONS OF THE PLAY", "Cast"],
)
def test_list_of_characters_has_other_headings(heading: str) -> None:
    assert len(named(CAST.replace("Dramatis Personae", heading))) == 4


@pytest.mark.parametrize(
    "text",
    [
        CAST.replace("Dramatis Personae", "They came:"),
        "Cast\n\nLane, Manservant\n\nIt was late, and nobody came.",
        "Cast\n\n" + "\n\n".join(["It rained."] * 4) + CAST.removeprefix("Dramatis Personae"),
    ],
)
def test_other_lines_are_no_list_of_characters(text: str) -> None:
    assert named(text) == []


def test_character_is_found_and_defined_whatever_the_model_sees() -> None:
    made = make_library([make_document(CAST)], {"text": Parse(())}, {})
    entries = made.library.entries
    assert entries["hamlet"].definition.text == "son to the late, and nephew to the present king"
    assert entries["claudius"].definition.text == "King of Denmark"
    found = [mention.surface for mention in made.library.mentions["text"]]
    assert found.count("Lane") == found.count("Friar Lawrence") == 2
