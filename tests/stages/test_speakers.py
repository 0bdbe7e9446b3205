from __future__ import annotations

import pytest

from annotated_reader.model import Mention
from annotated_reader.stages.speakers import is_speaker

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
