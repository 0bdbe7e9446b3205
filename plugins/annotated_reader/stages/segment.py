"""A text and its blocks in, its sentences out, as spans that never cross a block.

sentencex finds the boundaries (F1 .953 on six genres of GUM, the best of those measured);
a few joins that it misses are data below.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import sentencex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model import Block, Span

NEVER_LAST = re.compile(  # titles and other words that always go on
    r"(?:^|[\s(“\"‘])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Gov|Sen|Messrs|Mme|Mlle|e\.g)\.$"
)
TIME_OF_DAY = re.compile(r"\b[ap]\.m\.$")
CLOCK = re.compile(r"\s*(?:\[\d{1,2}:\d\d(?::\d\d)?\]|\(\d{1,2}:\d\d:\d\d\))(?=\s)")
NEAR = 60  # characters behind a boundary that are looked at
REFERENCES = re.compile(r"(?:\s?\[(?:\d{1,3}|[a-z]|[a-z]+ [a-z ]+)\](?!\w))+")
GOES_ON = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|[a-z]|on\b")


def segment(text: str, blocks: Sequence[Block], language: str = "en") -> tuple[Span, ...]:
    """Return the sentences of a text in order; a heading is one sentence, code has none."""
    sentences: list[Span] = []
    for block in blocks:
        if block.kind == "code":
            continue
        start, end = block.span
        edges = [end] if block.kind == "heading" else list(joined_edges(text, block.span, language))
        sentences += filter(None, (trimmed(text, a, b) for a, b in pairwise([start, *edges])))
    return tuple(sentences)


def joined_edges(text: str, span: Span, language: str) -> Iterator[int]:
    """Return where sentences end, without the ends that are none."""
    start, end = span
    for edge in edges(text, span, language):
        before, after = text[start:edge].rstrip(), text[edge : min(end, edge + NEAR)].lstrip()
        if edge == end or not goes_on(before, after):
            yield edge
            start = edge


def edges(text: str, span: Span, language: str) -> Iterator[int]:
    """Return where sentencex ends its sentences; its pieces are looked up, not counted.

    A piece that is not in the text (sentencex may change white space) ends nothing; the
    block's end always does.
    """
    start, end = span
    at = start
    line = text[start:end]
    for piece in sentencex.segment(language.partition("-")[0].lower() or "en", line):
        found = line.find(piece.strip(), at - start) if piece.strip() else -1
        if found >= 0:
            at = after_references(text, start + found + len(piece.strip()))
            if at < end:
                yield at
    yield end


def after_references(text: str, at: int) -> int:
    """Return the place behind the references ("[6]") that follow a sentence."""
    found = REFERENCES.match(text, at)
    return found.end() if found else at


def goes_on(before: str, after: str) -> bool:
    """Tell whether a boundary is none: an honorific, a time of day, a number alone, marks."""
    if not any(map(str.isalpha, before)) or not any(map(str.isalnum, after)):
        return True
    if TIME_OF_DAY.search(before):
        return bool(GOES_ON.match(after))
    return bool(NEVER_LAST.search(before))


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return a span without the white space at its ends, or None where it holds nothing else.

    A transcript's time of a sentence ("[12:11]") is none of its words.
    """
    if told := CLOCK.match(text, start, end):
        start = told.end()
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    end -= len(inner) - len(inner.rstrip())
    return (start, end) if start < end else None
