from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.stages.dates import expressions as date_expressions
from annotated_reader.stages.dates.expressions import expressions
from annotated_reader.stages.dates.patterns import PATTERNS
from annotated_reader.stages.dates.signs import signs_in

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
    *(
        "mid",
        "early",
        "Q1",
        "Easter",
        "c.",
        "AD",
        "9/11",
        "September",
        "Friday",
        "that",
        "same",
        "and",
    ),
    *("quarter", "weekend", "yesterday", "nineteen", "ninety-six", "11th", "on", "(1990)", "1990s"),
)


def test_each_dear_pattern_has_its_signs() -> None:
    every = [{sign for need in needs for sign in need} for needs in date_expressions._NEEDED]
    assert sum(not signs <= EVERYWHERE for signs in every) == 16
    assert set().union(*every) >= EVERYWHERE


EXAMPLES = (
    "On 3 Oct. 44 BC, between 58 and 50 BC, in 44 BC, in the Fifth century BC, the 5th century BC.",
    "On Christmas Day, before Christmas 2010, on Easter Sunday, on New Year’s Eve, on Halloween.",
    "1998-11-20, 20-11-1998, 2010/06/11, 09.03.2018, 13/09/2018, 3/20/2009, 9/11, 11-June-2010.",
    "After the September 11 attacks, on 18 and 19 August, April 3 and 6, and 10–12 June 2010.",
    "May 1-3, Nov. 3 to 6, the 29th March 2018, October 3, 1863, the first of June 2009.",
    "In March the same year, from May 3 to 5 last year, in July this year, May 26 last year.",
    "On 8 November, on Dec. 10, on the Fourth of July, on March eighth, in November 2015.",
    "January nineteen ninety-seven, May of two thousand ten, the fall of nineteen ninety-four.",
    "In November, due for Sept. 26, set for May, February’s sharp cold, that August, mid-December.",
    "He asked for October, March and April, in the August primary, for July.",
    "The second quarter of 2018, this year’s third quarter, 2009’s first quarter, Q3, Q1 2010.",
    "In the first half of 2018, the second half of the 19th century, over the summer.",
    "They met [ten] years ago, a year and a half ago, three and a half months ago, on 6/25/90.",
    "Last Wed. he came on Tues. and left Sat. night.",
    "For the third quarter ended Sept. 30, 2009, Fall 1621, summer next year, this fall, last week",
    "At the weekend, in the 1970s, the ’60s, the Sixties, the early 20th century, next Monday.",
    "From 2001-2006, Theodore (c. 314 – 368), circa 1860, around 1564, nineteen ninety-six, so.",
    "In the year two thousand, AD 36, A.D. 120, 79 A.D., the year 44, in 1994, since mid-2009.",
    "At the 1984 Games, then (2018), a bare 1994, by 814, on the 18th and, in ’90, six years ago.",
    "The day before yesterday, today, yesterday morning, earlier this year, end of the year.",
    "By year end, in a week’s time, four years from now, four years later, one week earlier.",
    "The next morning, the previous year, the day before, the same day, Twenty-one days ago.",
)


def test_each_pattern_is_tried_where_it_finds_something() -> None:
    for text in EXAMPLES:
        assert [(name, match.span()) for name, match in expressions(text)] == everything(text)
        for name, beginnings, pattern in PATTERNS:
            assert all(match[0][0] in beginnings for match in pattern.finditer(text)), name


def test_examples_have_all_that_patterns_find() -> None:
    found = [name for name, _, pattern in PATTERNS if not any(map(pattern.search, EXAMPLES))]
    assert found == []


def everything(text: str) -> list[tuple[str, tuple[int, int]]]:
    """What is found by trying each pattern at each character, unless BC is a province."""
    found: list[tuple[str, tuple[int, int]]] = []
    is_era = "BC" in signs_in(text)
    for name, _, pattern in PATTERNS:
        if name.startswith("BC") and not is_era:
            continue
        for match in re.finditer(pattern, text):
            if not any(match.start() < end and start < match.end() for _, (start, end) in found):
                found.append((name, match.span()))
    return found


@given(
    st.lists(
        st.tuples(st.sampled_from(WORDS), st.sampled_from((" ", " ", "\n", "", "-", "–", "("))),
        max_size=12,
    )
)
def test_nothing_is_found_where_a_pattern_is_not_tried(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + between for word, between in pieces)
    assert [(name, match.span()) for name, match in expressions(text)] == everything(text)
