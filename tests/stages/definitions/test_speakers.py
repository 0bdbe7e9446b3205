from __future__ import annotations

import pytest

from annotated_reader.model import Entity, Mention
from annotated_reader.stages.definitions.speakers import fact_of_speaker, is_speaker
from tests.builders import make_document, make_mentions

TALK = (
    "Ann Lee: Are they late?\n\nBob Ott: No.\n\n[01:02] Ann Lee: Then it is well.\n\nOsh: a city."
)


def told(text: str, name: str, start: int = 0) -> bool:
    at = text.index(name, start)
    return is_speaker(Mention("a", (at, at + len(name)), name, "person", "", 0.9), text)


@pytest.mark.parametrize("start", [0, 30])
def test_name_before_what_is_said_again_and_again_is_a_speakers(start: int) -> None:
    assert told(TALK, "Ann Lee", start)


@pytest.mark.parametrize("name", ["Bob Ott", "Osh"])
def test_name_before_a_colon_once_is_none(name: str) -> None:
    assert not told(TALK, name)


def test_name_within_what_is_said_is_none() -> None:
    assert not told(f"{TALK}\n\nBob Ott: I saw Ann Lee there.", "Ann Lee", 90)


def speaks(name: str, *texts: str, title: str = "A talk") -> str:
    documents = {
        f"text-{n}": make_document(text, f"text-{n}", title=title) for n, text in enumerate(texts)
    }
    mentions = [
        mention
        for document in documents.values()
        for mention in make_mentions(document, *[(name, "person")] * document.text.count(name))
    ]
    found = fact_of_speaker(Entity("a", name, "person", (), tuple(mentions)), documents)
    return found.text if found else ""


def test_who_speaks_in_a_transcript_is_told() -> None:
    assert speaks("Ann Lee", TALK) == "Speaks in “A talk”"


def test_who_speaks_in_several_is_told_in_how_many() -> None:
    assert speaks("Ann Lee", TALK, TALK, "They saw Ann Lee.") == "Speaks in 2 of the texts"


def test_who_is_only_spoken_of_is_not_told() -> None:
    assert speaks("Bob Ott", TALK) == ""
