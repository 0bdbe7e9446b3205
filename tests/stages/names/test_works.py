from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.stages.names.works import works


def titles(text: str) -> list[str]:
    return [text[start:end] for (start, end), _ in works(text)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("She wrote the novel “Red Door” there.", "Red Door"),
        ('They sang a song called "Like a Stone," again.', "Like a Stone"),
        ("“The Long Night,” a comedy by Jan Ott, opened.", "The Long Night"),
        ("“Night Train” is a song by Jan Ott.", "Night Train"),
        ("Jan Ott, author of “The Red Door.” She left.", "The Red Door"),
        ("He starred in “Night Bus” twice.", "Night Bus"),
        ("They saw his film The Long Night at home.", "The Long Night"),
        ("The 2012 documentary Beware of Mr. Ott came out.", "Beware of Mr. Ott"),
        ("Her second album Red Door with Jan Ott sold well.", "Red Door"),
        ("They gave a performance of Jan Ott’s Red Door in Osh.", "Red Door"),
        ("The memoir Night: Book 2 & Others is hers.", "Night: Book 2 & Others"),
    ],
)
def test_title_is_found_by_the_words_around_it(text: str, title: str) -> None:
    assert titles(text) == [title]


@pytest.mark.parametrize(
    "text",
    [
        "“Red Door,” said Jan Ott.",  # speech
        "They call him “Baby Ott” at home.",
        "They carried a sign, “Save Our Town,” on the way.",
        "He wrote “we went there” in it.",
        "The film Jan Ott made in 1999 was bad.",
        "She was in the film Touchez pas au grisbi then.",
        "Jan Ott alias “Lindsey”, the person who began the story, left.",
        "They film Jan Ott at home.",
    ],
)
def test_what_may_be_no_title_is_none(text: str) -> None:
    assert titles(text) == []


@given(st.text(alphabet="“”\"' filmsongABab.,&19", max_size=60))
def test_title_is_never_more_than_its_words(text: str) -> None:
    for title in titles(f"the song {text}"):
        assert title
        assert title == title.strip(' “”"')
