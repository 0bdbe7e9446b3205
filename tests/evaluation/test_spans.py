from __future__ import annotations

import pytest

from evaluation.spans import score_spans, trim

WANTED = frozenset(((0, 5, "person"), (10, 13, "place")))


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("the Financial Times", "Financial Times"),
        ("Mr. Kaptagaev", "Kaptagaev"),
        ("Kyrgyzstan’s", "Kyrgyzstan"),
        ("“Osh”,", "Osh"),
    ],
)
def test_what_does_not_count_is_trimmed(surface: str, name: str) -> None:
    trimmed = trim(surface, (0, len(surface), "place"))
    assert trimmed is not None
    assert surface[trimmed[0] : trimmed[1]] == name


def test_span_with_nothing_that_counts_is_no_name() -> None:
    assert trim("“ ”", (0, 3, "place")) is None


def f1(found: frozenset[tuple[int, int, str]], measure: str, kind: str = "all") -> float:
    return score_spans([(WANTED, found)])[measure, kind].f1


def test_same_span_and_kind_is_exact() -> None:
    assert f1(WANTED, "exact") == 1


def test_overlap_of_one_kind_is_relaxed_only() -> None:
    found = frozenset(((0, 4, "person"), (10, 13, "place")))
    assert (f1(found, "exact"), f1(found, "relaxed")) == (0.5, 1)


def test_overlap_of_another_kind_is_untyped_only() -> None:
    found = frozenset(((0, 5, "organization"), (10, 13, "place")))
    assert (f1(found, "relaxed"), f1(found, "untyped")) == (0.5, 1)


def test_name_that_nobody_wanted_costs_precision() -> None:
    found = WANTED | {(20, 24, "place")}
    score = score_spans([(WANTED, found)])["exact", "all"]
    assert (score.precision, score.recall) == (2 / 3, 1)


def test_kinds_are_scored_apart() -> None:
    found = frozenset(((0, 5, "person"),))
    assert (f1(found, "exact", "person"), f1(found, "exact", "place")) == (1, 0)
