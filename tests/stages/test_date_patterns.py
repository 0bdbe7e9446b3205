from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.stages import date_patterns
from annotated_reader.stages.date_patterns import PATTERNS, expressions

EVERYWHERE = {"month", "weekday", "figure"}
WORDS = (
    *("two", "Twenty-one", "a", "3", "years", "week", "days", "day", "ago", "later", "from", "now"),
    *("today", "earlier", "prior", "before", "than", "the", "first", "Third", "of", "June", "MAY"),
    *("century", "9th", "next", "year", "summer"),
    *("2010", "this", "last", "The", "very", "month", ".", ","),
    *(
        "44",
        "BC",
        "B.C.",
        "Monday",
        "Oct.",
        "in",
        "spring",
        "nineties",
        "’96",
        "Christmas",
        "2010-06-11",
    ),
    *("quarter", "weekend", "yesterday", "nineteen", "ninety-six", "11th", "on", "(1990)", "1990s"),
)


def test_each_dear_pattern_has_its_signs() -> None:
    every = [{sign for need in needs for sign in need} for needs in date_patterns._NEEDED]
    assert sum(not signs <= EVERYWHERE for signs in every) == 15
    assert set().union(*every) >= EVERYWHERE


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_a_pattern_that_is_passed_over_finds_nothing(text: str) -> None:
    found = {id(match.re) for _, match in expressions(text)}
    taken = [match.span() for _, match in expressions(text)]
    assert not [
        match
        for _, pattern in PATTERNS
        if id(pattern) not in found
        for match in re.finditer(pattern, text)
        if not any(match.start() < end and start < match.end() for start, end in taken)
    ]
