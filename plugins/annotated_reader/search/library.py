"""All documents on their way into files: what is known of them together, and what is made of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from lunr.stop_word_filter import WORDS as STOP_WORDS

from .completion import NameRow, name_rows, word_parts
from .document import FIELDS
from .encoding import LENGTHS, SIGNS, front_coded_words
from .facets import RANGE, Facets
from .languages import ENDINGS, primary
from .parts import Part, call
from .positions import PositionIndex
from .postings import Postings
from .shards import cut, term_parts

if TYPE_CHECKING:
    from .counting import CountWords
    from .document import SearchDocument
    from .numbering import Numbering
    from .positions import Packed as PackedPositions
    from .postings import Packed as PackedPostings

Packed: TypeAlias = "tuple[PackedPostings, PackedPositions, dict[int, list[NameRow]]]"

ENTRIES_TOGETHER = 16  # numbers in one file: about six entries


class Library:
    """What is known of all documents: filled by `count` and `note`, read by `parts`.

    `names` are the rows of entries for completion, by number.
    """

    def __init__(self, numbered: Numbering) -> None:
        self.numbered = numbered
        self.postings = Postings()
        self.positions = PositionIndex()
        self.names: dict[int, list[NameRow]] = {}
        self.facets = Facets(numbered.entries)
        self.languages: set[str] = set()

    @classmethod
    def unpacked(cls, numbered: Numbering, data: Packed) -> Library:
        """Return what `packed` told, to be revised."""
        library = cls(numbered)
        postings, positions, names = data
        library.postings = Postings.unpacked(postings)
        library.positions = PositionIndex.unpacked(positions)
        library.names = dict(names)
        return library

    def packed(self) -> Packed:
        """Return as plain data all that is counted; what is noted is not kept."""
        return self.postings.packed(), self.positions.packed(), self.names

    def count(self, some: Sequence[tuple[int, SearchDocument]], analyze: CountWords) -> None:
        """Take in the words of documents; these come in the order of their numbers."""
        analyses = [analyze(document) for _, document in some]
        for (number, _), analysis in zip(some, analyses, strict=True):
            self.postings.add(number, analysis["counts"])
        for (number, _), analysis in zip(some, analyses, strict=True):
            self.positions.add(number, analysis["positions"])
        for number, document in some:
            if document.kind != "text":
                self.names[number] = list(name_rows(number, document))

    def note(self, number: int, document: SearchDocument) -> None:
        """Take in what a document can be told apart by; they come in the order of their numbers."""
        self.facets.add(number, document)
        self.languages.add(primary(document.language))

    def parts(self) -> Iterator[Part]:
        """Yield the scripts of the index."""
        words = self.postings.words()
        terms = [word.partition(" ")[0] for word in words]
        sizes = [
            size + len(word) for size, word in zip(self.postings.sizes(words), words, strict=True)
        ]
        first = cut(terms, sizes)
        yield from term_parts(first, words, terms, self.postings)
        rows = chain.from_iterable(self.names.values())
        first_words, parts = word_parts(self._documents_with(words), rows)
        yield from parts
        yield from self.positions.parts()
        yield from self.facets.parts()
        core = call(
            "core", {**self._said(), "terms": front_coded_words(first), "words": first_words}
        )
        yield Part("core.js", lambda: [core], lambda: core)

    def _documents_with(self, words: Sequence[str]) -> dict[str, int]:
        """Count, for every form that can be typed, the documents that have it."""
        counts: defaultdict[str, int] = defaultdict(int)
        for word, spread in zip(words, self.postings.spreads(words), strict=True):
            form = word.partition(" ")[2]
            if len(form) > 1 and form not in STOP_WORDS:
                counts[form] += spread
        return counts

    def _said(self) -> dict[str, object]:
        count = self.postings.documents
        fields = self.postings.fields
        return {
            "documents": count,
            "numbers": self.numbered.end,
            "entries": self.numbered.entries,
            "together": {"documents": ENTRIES_TOGETHER, "facets": RANGE},
            "signs": SIGNS,
            "lengths": LENGTHS,
            "fields": list(FIELDS.items()),
            "average": [each.length / max(1, count) for each in fields.values()],
            "stopWords": " ".join(sorted(STOP_WORDS)),
            "endings": [
                ending for name in sorted(self.languages) for ending in ENDINGS.get(name, ())
            ],
            "facets": self.facets.size(),
        }


def document_parts(
    documents: Iterable[tuple[int, SearchDocument]],
    numbered: Numbering,
    rows: Mapping[int, bytes] = MappingProxyType({}),
) -> Iterator[Part]:
    """Yield the scripts that hold what is shown of documents, in the order of their numbers.

    A text has one for itself; entries are short. `rows` are the documents as bytes, where it
    matters whether they are others.
    """

    def start_of(number: int) -> int:
        past = number - numbered.entries
        return number if past < 0 else number - past % ENTRIES_TOGETHER

    for start, group in groupby(documents, key=lambda each: start_of(each[0])):
        some = list(group)
        raw = partial(_raw, rows, some)
        yield Part(f"documents/{start}.js", raw, partial(_shown, start, some))


def _raw(rows: Mapping[int, bytes], some: Iterable[tuple[int, SearchDocument]]) -> Iterator[bytes]:
    for number, _ in some:
        yield from (str(number).encode(), rows[number])


def _shown(start: int, some: Iterable[tuple[int, SearchDocument]]) -> bytes:
    rows = []
    for number, each in some:
        shown = (each.ref, each.title, each.kind, each.date, each.passages, each.named)
        rows.append([number - start, *shown])
    return call("documents", start, rows)
