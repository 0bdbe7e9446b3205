"""A document -> how often each of its words stands in each of its fields, and where.

It depends on nothing but the document, so it may be kept and taken again while that is unchanged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeAlias, TypedDict

from .analysis import fold, raw_words
from .document import FIELDS, SearchDocument
from .languages import Language, all_forms
from .positions import PositionFinder, Positions

Counts: TypeAlias = dict[str, dict[str, int]]
"""By field: how often a word stands there. A word is "term form", or "form " among the names."""


class Analysis(TypedDict):
    """All that is known of a document's words; JSON can keep it."""

    counts: Counts
    positions: Positions


MEMORY = 50_000  # words whose terms are remembered
ALL, RUNNING = 0, 1


class WordCounter:
    """Counts the words of documents; remembers the terms of those that it met."""

    def __init__(self) -> None:
        self._languages: dict[str, Language] = {}
        self._known: dict[str, dict[str, tuple[list[str], list[str]]]] = {}
        self._positions = PositionFinder()

    def __call__(self, document: SearchDocument) -> Analysis:
        """Return the counts of a document, fields in the order of `FIELDS`, and the positions.

        Stop words are left out of the running text alone: May, Will, IT and WHO are names, too.
        """
        texts: dict[str, Iterable[str]] = {
            "body": [text for _, text in document.passages],
            "title": [document.title],
            "headings": document.headings,
            "names": document.names,
        }
        code = document.language
        counts = {field: self._counts(field, texts[field], code) for field in FIELDS}
        return {"counts": counts, "positions": self._positions(document)}

    def _counts(self, field: str, texts: Iterable[str], code: str) -> dict[str, int]:
        if field == "names":
            names = [raw for text in texts for raw in raw_words(fold(text))]
            return dict(Counter(f"{form} " for raw in names for form in all_forms(raw)))
        language = self._languages.get(code) or self._languages.setdefault(code, Language(code))
        known = self._known.setdefault(code, {})
        if len(known) > MEMORY:
            known.clear()
        words: Counter[str] = Counter()
        for text in texts:
            words.update(language.raw_words(text))
        which = RUNNING if field == "body" else ALL
        found: dict[str, int] = {}
        for raw, times in words.items():
            keys = known.get(raw)
            if keys is None:
                keys = known[raw] = _keys(language, raw)
            for key in keys[which]:
                found[key] = found.get(key, 0) + times
        return found


def _keys(language: Language, raw: str) -> tuple[list[str], list[str]]:
    """Return what a word counts as: anywhere, and in running text."""
    pairs = language.pairs(raw)
    everywhere = [f"{term} {form}" for term, form in pairs]
    if any(form in language.stop_words for _, form in pairs):
        return everywhere, [
            f"{term} {form}" for term, form in pairs if form not in language.stop_words
        ]
    return everywhere, everywhere


CountWords: TypeAlias = Callable[[SearchDocument], Analysis]
"""What analyzes a document: a `WordCounter`, or what keeps its findings."""
