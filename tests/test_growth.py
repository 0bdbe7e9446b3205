"""What grows with the library grows with it, not with its square: lines run, not seconds."""

from __future__ import annotations

import pytest

from benchmarks.growth import CASES, Case, exponent, lines, seconds

TRACED = [case for case in CASES if case.traced]


@pytest.mark.parametrize("case", TRACED, ids=[case.name for case in TRACED])
def test_work_grows_no_faster_than_its_input(case: Case) -> None:
    case.make(case.size)()  # what is loaded once is loaded
    costs = [float(lines(case.make(case.size * step))) for step in (1, 3)]
    assert exponent([1.0, 3.0], costs) < 1.15


@pytest.mark.slow
@pytest.mark.parametrize("case", TRACED, ids=[case.name for case in TRACED])
def test_ten_times_the_input_is_no_more_than_ten_times_the_work(case: Case) -> None:
    case.make(case.size)()
    costs = [float(lines(case.make(case.size * step))) for step in (1, 10)]
    assert exponent([1.0, 10.0], costs) < 1.1


def test_exponent_of_the_square_is_two() -> None:
    assert exponent([1.0, 3.0, 10.0], [5.0, 45.0, 500.0]) == pytest.approx(2)


def test_seconds_are_those_of_the_processor() -> None:
    assert seconds(Case("nothing", 1, lambda _: lambda: None), 1) < 1
