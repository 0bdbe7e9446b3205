from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.stages.names.standing import Standing

PIECES = st.lists(st.sampled_from(["Osh", "Kant", "al", "-", " ", "'", "é", "."]), max_size=6).map(
    "".join
)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Osh", "In Osh."), ("al-Assad", "So said al-Assad’s son."), ("…", "Well … yes."),
        ("Café Ömür", "The Café Ömür is closed."), ("'Urfa", "They came to 'Urfa."),
    ],
)  # fmt: skip
def test_name_is_found_where_it_stands(name: str, text: str) -> None:
    assert Standing({name: "place", "Nowhere": "place"}).within(text) == {name: "place"}


def test_name_within_another_word_does_not_stand_there() -> None:
    assert Standing({"Osh": "place"}).within("Oshkosh") == Standing({"Kos": "place"}).within(
        "Oshkosh"
    )


@given(st.lists(PIECES, max_size=12), PIECES)
def test_many_names_that_begin_alike_are_found_as_each_is_alone(
    names: list[str], text: str
) -> None:
    alike = [f"Osh {name}" for name in names] + [f"'Osh {number}" for number in range(9)]
    whole = f"{text} Osh {text}"
    alone = [name for name in alike if Standing({name: "place"}).within(whole)]
    assert list(Standing(dict.fromkeys(alike, "place")).within(whole)) == sorted({*alone})


@given(st.lists(PIECES), PIECES)
def test_nothing_is_found_that_is_not_there(names: list[str], text: str) -> None:
    found = Standing(dict.fromkeys(names, "place")).within(text)
    assert all(name in text for name in found)
    assert list(found) == sorted(found)
