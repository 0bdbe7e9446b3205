"""What a text says only as somebody's word, or takes back, defines nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.model import Claim, Entity, Parse
from annotated_reader.stages.definitions.said_for_sure import (
    hedged_from,
    is_another_s_word,
    is_only_nearly,
)
from annotated_reader.stages.describe import describe
from tests.builders import make_document, make_mentions

WORDS = "a spy of the crown"


def defined(text: str) -> str:
    document = make_document(text)
    mentions = make_mentions(document, ("Asel Omur", "person"))
    start = text.index(WORDS)
    claim = Claim(mentions[0].span, (start, start + len(WORDS)), "copula")
    entity = Entity("id", "Asel Omur", "person", (), tuple(mentions))
    return describe(entity, {"text": document}, {"text": Parse((), (claim,))}).text


@pytest.mark.parametrize(
    "before",
    ["He denied that ", "Rumors that ", "It is false that ", "Perhaps ", "Critics insist that "],
)
def test_somebody_s_word_defines_nobody(before: str) -> None:
    assert defined(f"{before}Asel Omur is {WORDS}.") == ""


@pytest.mark.parametrize("between", ["was almost", "is allegedly", "might be", "is said to be"])
def test_what_is_taken_back_defines_nobody(between: str) -> None:
    assert defined(f"It rained. Asel Omur {between} {WORDS}.") == ""


@pytest.mark.parametrize("before", ["", "He learned that ", "In those years "])
def test_what_the_text_says_itself_defines(before: str) -> None:
    assert defined(f"It rained. {before}Asel Omur was {WORDS}.") == WORDS


@pytest.mark.parametrize("hedge", ["accused", "former", "self-styled", "alleged former"])
def test_hedge_stays_with_the_words(hedge: str) -> None:
    text = f"They saw the {hedge} killer."
    assert text[hedged_from(text, text.index("killer"), 0) :] == f"{hedge} killer."


def test_hedge_of_the_sentence_before_is_left_there() -> None:
    text = "He was accused killer."
    assert hedged_from(text, 15, 15) == 15


@given(st.text(max_size=40), st.integers(0, 40))
def test_any_text_is_read(text: str, start: int) -> None:
    assert 0 <= hedged_from(text, min(start, len(text)), 0) <= len(text)
    assert isinstance(is_another_s_word(text) or is_only_nearly(text), bool)
