from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.model import Definition, Entity
from annotated_reader.pipeline import make_library
from annotated_reader.stages.names.ships import OUR_LETTERS, fact_of_ship, ships, without_letters
from annotated_reader.stages.words import fold, word_lists
from tests.builders import make_document, make_parse

SEA = "The sea was rough, the crew was on deck, and the ship lay in the harbour."


def found(text: str) -> list[str]:
    return [text[slice(*span)] for span, _ in sorted(ships(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They saw H.M.S. Beagle there.", ["H.M.S. Beagle"]),
        ("They saw the USS Arizona there.", ["USS Arizona"]),
        ("The brig Adventure left. He loved the Adventure.", ["Adventure", "Adventure"]),
        ("A steamer named Pole Star left.", ["Pole Star"]),
        ("It was a slow ship like the Terra Nova.", ["Terra Nova"]),
        ("HMS Endeavour left, and Endeavour sank.", ["HMS Endeavour", "Endeavour"]),
        ("HMS Endeavour left with Ann Endeavour.", ["HMS Endeavour"]),
        ("The frigate “Essex” left. The “Essex” sank.", ["Essex", "Essex"]),
        ("The battleship Texas left.", ["Texas"]),
        ("The sloop Beagle left the Beagle Channel.", ["Beagle"]),
        (f"{SEA} He went aboard the Pequod, and the Pequod sailed.", ["Pequod", "Pequod"]),
        (f"{SEA} He went aboard the Pequod.", []),
        ("He went aboard the Pequod, and the Pequod sailed.", []),
        (f"{SEA} He was the captain of the Dutch, and the Dutch sailed.", []),
        ("On the ship Wilson was chief. Wilson said so, as Wilson would. O Wilson.", []),
        ("On the ship Captain Lee was chief.", []),
        ("They took the ferry Monday.", []),
        ("They met at the ferry Terminal.", []),
        ("The ship Norway built is large.", []),
        ("The Space Shuttle Program ended.", []),
        ("An HMS Racing-prepared car won.", []),
        ("The aircraft carrier FS Charles de Gaulle left.", ["FS Charles de Gaulle"]),
    ],
)
def test_ship_is_told_by_letters_nouns_and_what_she_does(text: str, names: list[str]) -> None:
    assert found(text) == names


@given(st.text(max_size=80))
def test_ships_stand_inside_any_text(text: str) -> None:
    for (start, end), _ in ships(f"The ship {text} HMS {text}"):
        assert 0 <= start < end


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("H.M.S. Beagle", "Ship of the Royal Navy"),
        ("S. S. Norge", "Steamship"),
        ("Space Shuttle Atlantis", "Space shuttle of NASA"),
        ("Beagle", ""),
    ],
)
def test_letters_before_a_name_say_what_a_ship_is(name: str, words: str) -> None:
    fact = fact_of_ship(Entity("id", name, "ship", (), ()), (name,))
    assert fact == (Definition(words, "data", source=OUR_LETTERS) if words else None)
    assert fact_of_ship(Entity("id", name, "person", (), ()), (name,)) is None


@pytest.mark.parametrize("letters", word_lists()["ships"]["said"])
def test_letters_are_no_part_of_a_ship_s_key(letters: str) -> None:
    assert without_letters(fold(f"{letters} Rose")) == "rose"
    assert without_letters(fold(f"{'.'.join(letters)}. Rose")) in ("rose", fold(f"{letters} Rose"))
    assert found(f"They saw {letters} Rose there.") == [f"{letters} Rose"]


def test_ship_with_and_without_letters_is_one_entry_that_the_text_defines() -> None:
    text = make_document("H.M.S. Beagle, a ten-gun brig, left. They loved the Beagle.", "text")
    parses = {"text": make_parse(text, ("Beagle", "PERSON"), ("Beagle", "PERSON"))}
    (entry,) = make_library([text], parses, {}).library.entries.values()
    assert (entry.kind, entry.definition.text) == ("ship", "a ten-gun brig")
    assert {entry.name, *entry.aliases} == {"H.M.S. Beagle", "Beagle"}
