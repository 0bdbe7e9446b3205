"""A document -> how often each of its words stands in each of its fields, and where.

It depends on nothing but the document, so it may be kept and taken again while that is unchanged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias, TypedDict

from .analysis import fold, folded_words, raw_words
from .languages import Language, all_forms
from .positions import PositionFinder, Positions

if TYPE_CHECKING:
    from .document import SearchDocument

Counts: TypeAlias = dict[str, dict[str, int]]
"""By field: how often a word stands there. A word is "term form", or "form " among the names."""


class Analysis(TypedDict):
    """All that is known of a document's words."""

    counts: Counts
    positions: Positions


MEMORY = 50_000  # words whose terms are remembered


class _Memory(dict[str, tuple[str, ...]]):
    """What is made of words, made when it is first asked for."""

    def __init__(self, make: Callable[[str], Iterable[str]]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> tuple[str, ...]:
        found = self[word] = tuple(self._make(word))
        return found

    def count(self, words: Iterable[str]) -> dict[str, int]:
        """Count what is made of words."""
        if len(self) > MEMORY:
            self.clear()
        return dict(Counter(chain.from_iterable(map(self.__getitem__, words))))


class WordCounter:
    """Counts the words of documents; remembers the terms of those that it met."""

    def __init__(self) -> None:
        self._languages: dict[str, _Terms] = {}
        self._names = _Memory(_name)
        self._positions = PositionFinder()

    def __call__(self, document: SearchDocument) -> Analysis:
        """Return the counts of a document, fields in the order of `FIELDS`, and the positions.

        Stop words are left out of the running text alone: May, Will, IT and WHO are names, too.
        """
        code = document.language
        terms = self._languages.get(code) or self._languages.setdefault(code, _Terms(code))
        raw_words = terms.language.raw_words
        texts = [document.title, *(text for _, text in document.passages)]
        typed = folded_words(texts)
        title, *body = typed if terms.language.folded else map(raw_words, texts)
        counts = {
            "body": terms.running.count(chain.from_iterable(body)),
            "title": terms.anywhere.count(title),
            "headings": terms.anywhere.count(
                chain.from_iterable(map(raw_words, document.headings))
            ),
            "names": self._names.count(document.names),
        }
        return {"counts": counts, "positions": self._positions(typed)}


class _Terms:
    """What words count as in a language: "term form", anywhere and in running text."""

    def __init__(self, code: str) -> None:
        self.language = Language(code)
        self.anywhere = _Memory(lambda raw: self._keys(raw, frozenset()))
        self.running = _Memory(lambda raw: self._keys(raw, self.language.stop_words))

    def _keys(self, raw: str, left_out: frozenset[str]) -> list[str]:
        pairs = self.language.pairs(raw)
        return [f"{term} {form}" for term, form in pairs if form not in left_out]


def _name(name: str) -> Iterator[str]:
    for raw in raw_words(fold(name)):
        yield from (f"{form} " for form in all_forms(raw))


CountWords: TypeAlias = "Callable[[SearchDocument], Analysis]"
"""What analyzes a document: a `WordCounter`, or what keeps its findings."""
