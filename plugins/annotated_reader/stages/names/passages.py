"""A text of any length -> passages that a language model can read, and what it found as one.

spaCy refuses more than a million characters, and what it needs of memory grows with the text. A
passage ends with a sentence; where one sentence is longer than that, between words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from ...model import Claim, Parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ...model import Span

LONGEST = 20_000
"""Characters, some 3,300 words; sixteen of these at once take about a gigabyte."""


class Text(Protocol):
    """All of a document that the language model reads."""

    @property
    def text(self) -> str:
        """Return the words."""

    @property
    def sentences(self) -> tuple[Span, ...]:
        """Return the spans of the sentences."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a text, the sentences that begin in it, and where it begins."""

    text: str
    sentences: tuple[Span, ...]
    start: int


def read_whole(
    documents: Iterable[Text], read: Callable[[Iterable[Text]], Iterator[Parse]]
) -> Iterator[Parse]:
    """Return for each document, in order, what `read` finds in its passages."""
    starts: deque[list[int]] = deque()

    def all_passages() -> Iterator[Text]:
        for document in documents:
            cut = passages(document.text, document.sentences)
            starts.append([each.start for each in cut])
            yield from cut

    parts: list[Parse] = []
    for found in read(all_passages()):
        parts.append(shifted(found, starts[0][len(parts)]))
        if len(parts) == len(starts[0]):
            yield joined(parts)
            starts.popleft()
            parts = []


def passages(text: str, sentences: Sequence[Span]) -> list[Passage]:
    """Cut a text; one that is short enough is a passage of its own."""
    firsts = [start for start, _ in sentences]
    cuts = [0]
    while len(text) - cuts[-1] > LONGEST:
        cuts.append(_end_of_passage(text, firsts, cuts[-1]))
    return [
        Passage(text[start:end], _within(sentences, firsts, start, end), start)
        for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)
    ]


def _end_of_passage(text: str, firsts: Sequence[int], start: int) -> int:
    """Where the last sentence begins that does not fit, else the last word, else anywhere."""
    most = start + LONGEST
    at = bisect_left(firsts, most + 1) - 1
    if at >= 0 and firsts[at] > start:
        return firsts[at]
    space = max(text.rfind(" ", start, most), text.rfind("\n", start, most))
    return space + 1 if space >= start else most


def _within(
    sentences: Sequence[Span], firsts: Sequence[int], start: int, end: int
) -> tuple[Span, ...]:
    inside = sentences[bisect_left(firsts, start) : bisect_left(firsts, end)]
    return tuple((first - start, min(last, end) - start) for first, last in inside)


def shifted(found: Parse, by: int) -> Parse:
    """Return what was found in a passage with its places in the whole text."""
    if not by:
        return found

    def moved(span: Span) -> Span:
        return span[0] + by, span[1] + by

    names = tuple((start + by, end + by, label) for start, end, label in found.names)
    claims = tuple(
        Claim(moved(claim.subject), moved(claim.words), claim.relation) for claim in found.claims
    )
    return Parse(names, claims, found.scores)


def joined(parts: Sequence[Parse]) -> Parse:
    """Return what was found in all passages of a text."""
    if len(parts) == 1:
        return parts[0]
    return Parse(
        tuple(name for part in parts for name in part.names),
        tuple(claim for part in parts for claim in part.claims),
        tuple(score for part in parts for score in part.scores),
    )
