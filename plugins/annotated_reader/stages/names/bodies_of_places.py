"""Mentions of places in a text go in; the longer names that begin with them come out.

The language model often cuts "Vancouver Art Gallery" behind the place. What capitalized words
lead from there to a noun of bodies or buildings is one name: "Santa Ana Unified School District".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from ..who_is_who.offices import is_title
from ..words import head_words, word_lists

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...model import Mention, Span

RULE = "name that begins with a place’s"
_RUN = re.compile(r"(?: [A-Z][\w’'-]*\w){1,5}(?![\w’'-])")
_GOES_ON = {
    "place": re.compile(r" (?:[A-Z]|\d)"),
    "organization": re.compile(r" (?:Secretary|Attorney)\b"),
}
"""Behind a noun of somebody's title: "U.S. District Judge", "White House Press Secretary"."""
_LONGEST = 100  # characters of a name, as far as one is looked for that begins earlier


def bodies_of_places(text: str, named: Sequence[Mention]) -> Iterator[tuple[Span, str]]:
    """Yield where a longer name stands that begins with a place's, and its kind."""
    ordered = sorted(named, key=lambda mention: mention.span)
    starts = [mention.span[0] for mention in ordered]
    for mention in ordered:
        start, end = mention.span
        run = _RUN.match(text, end) if mention.kind == "place" else None
        until, kind = _up_to_a_head(run[0], end) if run else (end, "")
        if not kind or _GOES_ON[kind].match(text, until):
            continue
        near = ordered[bisect_left(starts, start - _LONGEST) : bisect_left(starts, until)]
        if all(_may_be_part(each, (start, until), kind) for each in near):
            yield (start, until), kind


def _up_to_a_head(run: str, at: int) -> tuple[int, str]:
    """Where the last noun of bodies ends in words behind a place, and the kind that it tells."""
    until, kind, before = at, "", ""
    for match in re.finditer(r"\S+", run):
        if is_title(match[0]):
            break
        if found := _heads().get(match[0], ""):
            is_of_schools = (before, match[0]) == ("School", "District")
            until, kind = at + match.end(), "organization" if is_of_schools else found
        before = match[0]
    return until, kind


def _may_be_part(known: Mention, span: Span, kind: str) -> bool:
    """Tell whether a known name is inside of the longer one, or apart from it."""
    if known.span[1] <= span[0] or span[1] <= known.span[0]:
        return True
    is_inside = span[0] <= known.span[0] and known.span[1] <= span[1]
    return is_inside and not (known.span == span and known.kind == kind)


@lru_cache(maxsize=1)
def _heads() -> dict[str, str]:
    lists = word_lists()
    others = dict.fromkeys(lists["heads_behind_places"]["words"], "organization")
    every = {**others, **dict.fromkeys(lists["last_words"]["place"], "place"), **head_words()}
    return {word: kind for word, kind in every.items() if kind in _GOES_ON}
