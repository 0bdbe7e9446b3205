"""What grows with the library grows with it, not with its square: counted, not timed."""

from __future__ import annotations

import pytest

from annotated_reader.stages.facts.bodies_of_countries import is_federal
from benchmarks.growth import CASES, Case, exponent, lines, seconds, square_part
from benchmarks.growth_reading import characters

TRACED = [case for case in CASES if case.traced]


@pytest.mark.parametrize("case", TRACED, ids=[case.name for case in TRACED])
def test_work_grows_no_faster_than_its_input(case: Case) -> None:
    case.make(case.size)()  # what is loaded once is loaded
    costs = [float(lines(case.make(case.size * step))) for step in (1, 3)]
    assert exponent([1.0, 3.0], costs) < 1.15


@pytest.mark.parametrize("case", TRACED, ids=[case.name for case in TRACED])
def test_no_lines_are_run_for_each_pair(case: Case) -> None:
    case.make(case.size)()
    one, two, three = (lines(case.make(case.size * step)) for step in (1, 2, 3))
    assert square_part((one, two, three)) < 0.01


@pytest.mark.parametrize("case", TRACED, ids=[case.name for case in TRACED])
def test_expressions_read_no_text_for_each_name_in_it(case: Case) -> None:
    case.make(case.size)()
    one, two, three = (characters(case.make(case.size * step)) for step in (1, 2, 3))
    assert square_part((one, two, three)) < 0.05  # a number in a name grows by a digit


@pytest.mark.slow
@pytest.mark.parametrize("case", TRACED, ids=[case.name for case in TRACED])
def test_ten_times_the_input_is_no_more_than_ten_times_the_work(case: Case) -> None:
    case.make(case.size)()
    costs = [float(lines(case.make(case.size * step))) for step in (1, 10)]
    assert exponent([1.0, 10.0], costs) < 1.1


def test_exponent_of_the_square_is_two() -> None:
    assert exponent([1.0, 3.0, 10.0], [5.0, 45.0, 500.0]) == pytest.approx(2)


def test_square_is_told_from_what_grows_evenly() -> None:
    assert square_part((4, 6, 8)) == 0
    assert square_part((11, 24, 39)) == pytest.approx(1 / 11)


def test_characters_of_a_whole_text_are_counted_once_a_reading() -> None:
    text = "They waited. " * 100
    assert characters(lambda: [is_federal(text) for _ in range(3)]) == 3 * len(text)


def test_seconds_are_those_of_the_processor() -> None:
    assert seconds(Case("nothing", 1, lambda _: lambda: None), 1) < 1
