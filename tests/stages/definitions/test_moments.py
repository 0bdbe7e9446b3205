"""What happened to somebody once tells nobody; a feat does."""

from __future__ import annotations

import pytest

from annotated_reader.stages.definitions.moments import is_a_moment


@pytest.mark.parametrize(
    "words",
    [
        "won a long deuce set from Archie",
        "killed and brought in a huge seal weighing about 800 lbs",
        "set the candle on the table",
        "broke the rather awkward silence by saying so",
        "lived in a big yellow house at White Sands",
        "was arrested by the soldiers of the town",
    ],
)
def test_moment_of_a_story_tells_nobody(words: str) -> None:
    assert is_a_moment(words)


@pytest.mark.parametrize(
    "words",
    [
        "won the 2004 vote by far",
        "won the championship of the county",
        "killed at least 30 people",
        "lived in Osh for many years",
        "joined the army in the spring",
        "led the country during those long years",
        "served as a nurse in the camp",
    ],
)
def test_feat_or_name_tells_who_somebody_is(words: str) -> None:
    assert not is_a_moment(words)
