from __future__ import annotations

from evaluation.dated import score_dates
from evaluation.gum import GumText


def gum_text(text: str, words: str, value: str) -> GumText:
    start = text.index(words)
    return GumText("a text", text, "2010-06-25", (), ((start, start + len(words), value),))


def test_value_of_another_precision_is_wrong() -> None:
    score = score_dates([gum_text("It began in June 2010.", "June 2010", "2010-06-11")])
    assert (score.wanted, score.right, score.wrong) == (1, 0, 1)


def test_time_of_day_is_not_scored() -> None:
    assert score_dates([gum_text("It began at noon.", "noon", "2010-06-11T12:00:00")]).wanted == 0
