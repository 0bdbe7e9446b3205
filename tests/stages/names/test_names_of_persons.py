from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotated_reader.stages.names.names_of_persons import in_small_letters, person_in


def _person_in(text: str, surface: str) -> str | None:
    start = text.index(surface)
    span = person_in(text, (start, start + len(surface)))
    return text[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("the monastery of Phbow, Pachomius gave", "Phbow, Pachomius", "Pachomius"),
        ("They met Pachomius, Phbow too", "Pachomius, Phbow", "Pachomius"),
        ("for Iván DeJesús, Jr. and", "Iván DeJesús, Jr", "Iván DeJesús, Jr"),
    ],
)
def test_person_is_one_of_two_names_that_only_a_comma_joins(
    text: str, surface: str, name: str
) -> None:
    assert _person_in(text, surface) == name


@pytest.mark.parametrize("surface", ["John", "John “J.D.", "John “J.D.” Dorrian"])
def test_nickname_stands_within_a_name(surface: str) -> None:
    text = "Then John “J.D.” Dorrian left."
    assert _person_in(text, surface) == "John “J.D.” Dorrian"


@pytest.mark.parametrize("name", ["Stephen von Breuning", "Marco van der Meer", "Ali bin Talib"])
def test_name_of_a_person_goes_on_behind_a_small_word(name: str) -> None:
    text = f"They met {name} there."
    first = name.partition(" ")[0]
    start = text.index(first)
    assert person_in(text, (start, start + len(first))) == (start, start + len(name))


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("Naturally Karl", "Karl"),
        ("Emulating Salah", "Salah"),
        ("Sterling Brown", "Sterling Brown"),
        ("Gustav Holst’s The Planets", "Gustav Holst"),
        ("Fanny del Rio--My", "Fanny del Rio"),
        ("Kinsky 1,800", "Kinsky"),
        ("Ann Lee/Getty Images", "Ann Lee"),
        ("Angie de Silva/Rappler", "Angie de Silva"),
        ("8 Hasht Behesht", "Hasht Behesht"),
        ("Josquin des Prés", "Josquin des Prés"),
    ],
)
def test_what_is_no_part_of_a_persons_name_is_cut(surface: str, name: str) -> None:
    span = person_in(f"It was {surface} there.", (7, 7 + len(surface)))
    assert span is not None
    assert f"It was {surface} there."[slice(*span)] == name


@pytest.mark.parametrize("surface", ["Ich hoffe sie bald zu sehen", "Wearing her Norman"])
def test_phrase_with_words_in_small_letters_is_no_persons_name(surface: str) -> None:
    assert person_in(f"It was {surface} there.", (7, 7 + len(surface))) is None


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
@example(text="00000000000, A", one=11, other=14)
@example(text=", ", one=0, other=2)
def test_name_of_a_person_stays_inside_any_text(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    span = person_in(text, (start, end)) if start < end else None
    if span is not None:
        assert 0 <= span[0] < span[1] <= len(text)


@given(st.text(max_size=40))
def test_any_name_can_be_written_in_small_letters(name: str) -> None:
    assert in_small_letters(name).split() or not name.split()


@pytest.mark.parametrize("surface", ["2nd Earl", "Lucasian Professor"])
def test_what_somebody_is_is_no_persons_name(surface: str) -> None:
    text = f"He became {surface} of Mathematics."
    assert _person_in(text, surface) is None


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("L. VAN BEETHOVEN", "L. van Beethoven"),
        ("LOUIS XIV", "Louis XIV"),
        ("MARY O'MCGRADY-LEE", "Mary O'McGrady-Lee"),
        ("JFK", "JFK"),
        ("Ann LEE", "Ann LEE"),
    ],
)
def test_name_in_capitals_is_written_as_others_are(name: str, written: str) -> None:
    assert in_small_letters(name) == written


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bob Nix and Herman Toll and Jim Byrne", "Herman Toll"),
        ("Bob Nix, Herman Toll, and Jim Byrne", "Herman Toll"),
        ("He saw Herman Monday and left", "Herman"),
        ("He taught Herman Greek verbs", "Herman"),
    ],
)
def test_surname_that_the_model_cut_off_in_a_row_belongs_to_the_person(
    text: str, name: str
) -> None:
    start = text.index("Herman")
    assert person_in(text, (start, start + 6)) == (start, start + len(name))


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("as Harry Roat, Jr. in Osh", "Harry Roat", "Harry Roat, Jr"),
        ("with Walter Pitman, III, and", "Walter Pitman", "Walter Pitman, III"),
        ("with Walter Pitman, Junior", "Walter Pitman", "Walter Pitman"),
        ("Brothers - Victor Gershevich Katz is", "Gershevich Katz", "Victor Gershevich Katz"),
        ("with John R. Otto Lee in", "Otto Lee", "John R. Otto Lee"),
        ("Then Victor met Asel Lee", "Asel Lee", "Asel Lee"),
        ("In June Asel Lee left", "Asel Lee", "Asel Lee"),
        ("South Carolina Gov. Asel Lee left", "Gov. Asel Lee", "Gov. Asel Lee"),
        ("Will Asel Lee come?", "Asel Lee", "Asel Lee"),
        ("In Virginia Asel Lee won", "Asel Lee", "Asel Lee"),
        ("the book of Geoffrey of Monmouth was", "Geoffrey", "Geoffrey of Monmouth"),
        ("the tomb of Margaret of Denmark was", "Margaret", "Margaret"),
        ("wrote to George of Otto Fair", "George", "George"),
    ],
)
def test_what_the_model_cut_off_before_and_behind_a_name_belongs_to_it(
    text: str, surface: str, name: str
) -> None:
    assert _person_in(text, surface) == name
