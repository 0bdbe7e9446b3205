from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.model import Block
from annotated_reader.stages.segment import segment


def sentences(text: str, kind: str = "paragraph") -> list[str]:
    block = Block(kind, (0, len(text)))  # type: ignore[arg-type]
    return [text[start:end] for start, end in segment(text, [block])]


def test_sentences_are_trimmed_spans() -> None:
    assert sentences("One came.  Two came! Did three?") == ["One came.", "Two came!", "Did three?"]


@pytest.mark.parametrize(
    "sentence",
    [
        "On Monday Mr. Kaptagaev denied it.",
        "He met Lt. Col. Isakov of St. Petersburg.",
        "“How can a fight erupt? It is impossible,” he said.",
        "He spoke at 5 p.m. Monday in the U.S. Senate.",
        "She lived until 1739. [4]",
        "1. A list in prose.",
        "Did it rise? [citation needed]",
    ],
)
def test_sentence_is_not_split(sentence: str) -> None:
    assert sentences(f"It began. {sentence} It ended.") == ["It began.", sentence, "It ended."]


def test_heading_is_one_sentence() -> None:
    assert sentences("What now? Nothing.", "heading") == ["What now? Nothing."]


def test_code_has_no_sentence() -> None:
    assert sentences("Osh. It burned.", "code") == []


def test_sentence_runs_over_the_lines_of_verse() -> None:
    assert sentences("Roses are\nred. Violets\nare blue.", "verse") == [
        "Roses are\nred.",
        "Violets\nare blue.",
    ]


@pytest.mark.parametrize("clock", ["[12:11]", "[1:02:03]", "(00:12:11)"])
def test_time_in_a_transcript_is_no_part_of_a_sentence(clock: str) -> None:
    assert sentences(f"{clock} And so they came. {clock} Then they left.") == [
        "And so they came.",
        "Then they left.",
    ]


def test_sentences_never_cross_a_block() -> None:
    text = "No full stop\n\nnext block"
    spans = segment(text, [Block("paragraph", (0, 12)), Block("paragraph", (14, 24))])
    assert [text[a:b] for a, b in spans] == ["No full stop", "next block"]


def test_language_without_rules_of_its_own_is_split_too() -> None:
    text = "Салам. Кандай?"
    assert len(segment(text, [Block("paragraph", (0, len(text)))], "ky-KG")) == 2


@given(
    st.lists(
        st.text(st.characters(codec="utf-8") | st.sampled_from(" .?!”“[1]Mr\n"), min_size=1),
        max_size=5,
    )
)
def test_every_character_is_in_exactly_one_sentence(paragraphs: list[str]) -> None:
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", (len(text), len(text) + len(paragraph))))
        text += paragraph + "\n\n"
    spans = segment(text, blocks)
    covered = [place for start, end in spans for place in range(start, end)]
    assert len(covered) == len(set(covered))
    assert {place for place, character in enumerate(text) if not character.isspace()} <= set(
        covered
    )
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
