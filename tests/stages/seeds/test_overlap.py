from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.stages.seeds.overlap import LONG_ENOUGH, Judged

WORDS = st.lists(st.sampled_from(["osh", "bishkek", "watch", "x"]), max_size=30).map("".join)


@given(st.lists(WORDS, max_size=5), WORDS)
def test_block_is_held_as_a_search_through_everything_says(lines: list[str], text: str) -> None:
    whole = "".join(lines)
    long_lines = [line for line in lines if len(line) >= LONG_ENOUGH]
    searched = (
        text in lines
        or (len(text) >= LONG_ENOUGH and text in whole)
        or any(line in text for line in long_lines)
    )
    assert Judged(lines).holds(text) == searched


def test_blocks_of_a_page_of_megabytes_are_judged_in_time() -> None:
    lines = [
        f"{number:09}wereonwatch,{number:09}sawnothingbutthesea{number}" for number in range(3_000)
    ]
    judged = Judged(lines)
    assert all(judged.holds(line[1:]) for line in lines)
    assert not any(judged.holds(line[::-1]) for line in lines)
