"""What the panel of mentions loads of other texts."""

from __future__ import annotations

import json

from annotated_reader.model import Mention
from annotated_reader.site.mention_files import MOST, entries_of_several_texts, mention_file
from annotated_reader.stages.collect import Occurrence, Register, Text
from annotated_reader.stages.strip import Page

TEXTS = {slug: Text(slug, f"Text {slug}", Page("")) for slug in "ab"}


def occurrence(text: str, number: int) -> Occurrence:
    mention = Mention(text, (0, 3), "Osh", "place", "rule", 0.9, "osh")
    return Occurrence(mention, text, f"m-osh-{number}", "Part", "In “", "Osh", "”.")


def said(*found: Occurrence) -> list[object]:
    register = Register(tuple(TEXTS.values()), occurrences={"osh": found})
    script = mention_file("osh", register, TEXTS).decode()
    return list(json.loads("[" + script.removeprefix("AnnotatedReader.mentions.add(...[")[:-3]))


def test_mentions_stand_by_text_and_heading() -> None:
    assert said(occurrence("a", 1), occurrence("b", 1)) == [
        "osh",
        2,
        [
            ["a", "Text a", "en", [["Part", [["m-osh-1", "In “", "Osh", "”."]]]]],
            ["b", "Text b", "en", [["Part", [["m-osh-1", "In “", "Osh", "”."]]]]],
        ],
    ]


def test_file_of_many_mentions_is_cut_and_says_how_many_there_are() -> None:
    _, count, texts = said(*(occurrence("a", number) for number in range(MOST + 1)))
    assert count == MOST + 1
    assert len(texts[0][3][0][1]) == MOST  # type: ignore[index]


def test_entry_of_one_text_has_no_file() -> None:
    register = Register((), texts_of={"osh": ("a", "b"), "once": ("a",), "never": ()})
    assert list(entries_of_several_texts(register)) == ["osh"]
