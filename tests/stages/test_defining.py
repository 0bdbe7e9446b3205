"""Who a person of a book is: what books say, and what they say in passing."""

from __future__ import annotations

import pytest

from annotated_reader.model import Claim, Entity, Parse
from annotated_reader.stages.describe import describe
from tests.builders import make_document, make_mentions


def said(text: str, words: str = "", relation: str = "", name: str = "Asel Omur") -> str:
    """Return the definition of whom a text names; the grammar may say `words` of them."""
    document = make_document(text)
    mentions = make_mentions(document, (name, "person"))
    start = text.index(words)
    claim = Claim(mentions[0].span, (start, start + len(words)), relation)
    entity = Entity("id", name, "person", (), tuple(mentions))
    return describe(entity, {"text": document}, {"text": Parse((), (claim,) if words else ())}).text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Asel Omur, the parlourmaid, left.", "the parlourmaid"),
        ("Asel Omur, a prebendary of Verona, left.", "a prebendary of Verona"),
        ("Asel Omur was the eldest of the three sisters.", "the eldest of the three sisters"),
        ("She proved to be Miss Lee’s former governess, Asel Omur.", "Miss Lee’s former governess"),
    ],
)
def test_service_or_rank_of_birth_tells_who_somebody_is(text: str, words: str) -> None:
    assert said(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Asel Omur, the usurper, left.",
        "They wrote of the traitor Asel Omur again.",
        "They met a loquacious young man called Asel Omur there.",
        "Asel Omur, the maid, and I got inside.",
        "Asel Omur is the same cheerful philosopher as ever.",
        "The husband of the elder, Asel Omur, left.",
        "Even observant Asel Omur left.",
        "Asel Omur, who was the next witness called, left.",
        "Asel Omur, who is in Princeton, left.",
        "Asel Omur, whose head lay on his shoulder, left.",
        "Asel Omur, who has an inquiring mind in matters of law, left.",
    ],
)
def test_looks_anger_turns_and_parts_played_tell_nobody(text: str) -> None:
    assert said(text) == ""


@pytest.mark.parametrize(
    ("text", "words", "relation"),
    [
        (
            "Asel Omur, a greater soldier than Taylor, left.",
            "a greater soldier than Taylor",
            "appositive",
        ),
        (
            "Asel Omur, a white figure, alone in the moonlight, left.",
            "a white figure, alone in the moonlight",
            "appositive",
        ),
        ("Jan led and Asel Omur was judge.", "judge", "copula"),
        (
            "Asel Omur, a busy village where dogs barked at us all, is far.",
            "a busy village where dogs barked at us all",
            "appositive",
        ),
    ],
)
def test_what_the_grammar_says_in_passing_tells_nobody(
    text: str, words: str, relation: str
) -> None:
    assert said(text, words, relation) == ""


def test_aside_in_brackets_tells_nobody() -> None:
    assert (
        said("“Now,” began Asel Omur (who said “good dears” when he meant “worthy friends”).") == ""
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She slipped into the chair Omur placed for her.", "the chair"),
        ("He left it, displacing the legend Omur only.", "the legend"),
        ("It was one of the motor-sledges Captain Omur had.", "the motor-sledges Captain"),
    ],
)
def test_thing_before_a_name_tells_nobody(text: str, words: str) -> None:
    assert said(text, words, "title", "Omur") == ""


@pytest.mark.parametrize(
    ("text", "words", "relation", "quoted"),
    [
        (
            "Asel Omur, the old Minister of Marine, and General Ott, Minister of War, left.",
            "the old Minister of Marine, and General Ott, Minister of War",
            "appositive",
            "the old Minister of Marine",
        ),
        (
            "Later on the day the meteorologist, Asel Omur, came.",
            "the day the meteorologist",
            "title",
            "the meteorologist",
        ),
    ],
)
def test_words_on_others_are_cut_off(text: str, words: str, relation: str, quoted: str) -> None:
    assert said(text, words, relation) == quoted


def test_quotation_does_not_end_before_what_is_owned() -> None:
    text = "It was Asel Omur, who had been president of the Red’s Congress."
    assert said(text, "who had been president of the Red", "relative clause") != (
        "who had been president of the Red"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Asel Omur is Mr. Ott’s private secretary, sir.”", "Mr. Ott’s private secretary"),
        ("“Asel Omur was the owner of Red House, you know.”", "the owner of Red House"),
    ],
)
def test_what_somebody_is_of_another_who_is_named_is_known_to_a_speaker(
    text: str, words: str
) -> None:
    assert said(text, words, "copula") == words


def test_other_words_of_a_speaker_are_an_opinion() -> None:
    assert said("“Asel Omur is a painter of horses, sir.”", "a painter of horses", "copula") == ""


@pytest.mark.parametrize(
    "text",
    [
        "With the Left Reds, led by Asel Omur, they left.",
        "The right wing of the Reds, led by Asel Omur, left.",
        "The “centre” Reds, led by Asel Omur, left.",
    ],
)
def test_who_leads_a_part_does_not_lead_the_whole(text: str) -> None:
    assert said(text) == ""
