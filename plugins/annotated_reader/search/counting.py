"""A document -> how often each of its words stands in each of its fields, and where.

It depends on nothing but the document, so it may be kept and taken again while that is unchanged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias, TypedDict

from .analysis import fold, raw_words
from .languages import Language, all_forms
from .positions import PositionFinder, Positions

if TYPE_CHECKING:
    from .document import SearchDocument

Counts: TypeAlias = dict[str, dict[str, int]]
"""By field: how often a word stands there. A word is "term form", or "form " among the names."""


class Analysis(TypedDict):
    """All that is known of a document's words; JSON can keep it."""

    counts: Counts
    positions: Positions


Known: TypeAlias = dict[str, tuple[list[str], list[str]]]
"""By word: what it counts as anywhere, and in running text."""

MEMORY = 50_000  # words whose terms are remembered
ALL, RUNNING = 0, 1


class WordCounter:
    """Counts the words of documents; remembers the terms of those that it met."""

    def __init__(self) -> None:
        self._languages: dict[str, Language] = {}
        self._known: dict[str, Known] = {}
        self._positions = PositionFinder()

    def __call__(self, document: SearchDocument) -> Analysis:
        """Return the counts of a document, fields in the order of `FIELDS`, and the positions.

        Stop words are left out of the running text alone: May, Will, IT and WHO are names, too.
        """
        code = document.language
        language = self._languages.get(code) or self._languages.setdefault(code, Language(code))
        texts = (document.title, *(text for _, text in document.passages))
        typed = [raw_words(fold(text)) for text in texts]
        title, *body = typed if language.folded else map(language.raw_words, texts)
        headings = list(map(language.raw_words, document.headings))
        known = self._known.setdefault(code, {})
        if len(known) > MEMORY:
            known.clear()
        counts = {
            "body": _counts(language, known, body, RUNNING),
            "title": _counts(language, known, [title], ALL),
            "headings": _counts(language, known, headings, ALL),
            "names": _names(document.names),
        }
        return {"counts": counts, "positions": self._positions(typed)}


def _counts(
    language: Language, known: Known, texts: Iterable[Sequence[str]], which: int
) -> dict[str, int]:
    """Count the words of texts in a language, and remember their terms."""
    words: Counter[str] = Counter()
    for text in texts:
        words.update(text)
    found: dict[str, int] = {}
    for raw, times in words.items():
        keys = known.get(raw)
        if keys is None:
            keys = known[raw] = _keys(language, raw)
        for key in keys[which]:
            found[key] = found.get(key, 0) + times
    return found


def _names(names: Iterable[str]) -> dict[str, int]:
    words = [raw for name in names for raw in raw_words(fold(name))]
    return dict(Counter(f"{form} " for raw in words for form in all_forms(raw)))


def _keys(language: Language, raw: str) -> tuple[list[str], list[str]]:
    """Return what a word counts as: anywhere, and in running text."""
    pairs = language.pairs(raw)
    everywhere = [f"{term} {form}" for term, form in pairs]
    if any(form in language.stop_words for _, form in pairs):
        return everywhere, [
            f"{term} {form}" for term, form in pairs if form not in language.stop_words
        ]
    return everywhere, everywhere


CountWords: TypeAlias = "Callable[[SearchDocument], Analysis]"
"""What analyzes a document: a `WordCounter`, or what keeps its findings."""
