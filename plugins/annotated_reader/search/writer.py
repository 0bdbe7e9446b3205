"""Documents -> all files under `search/`, one after the other, as bytes.

Everything is a classic script that calls into one namespace: that is the only form of data that
a browser loads on a server, under a sub-path and from `file://` alike, under a strict content
security policy. A visitor's first query loads `core.js`, the ranges of terms that hold its
words, and the documents that are shown; a phrase loads the positions of its words besides.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from pathlib import Path

from lunr.stop_word_filter import WORDS as STOP_WORDS
from rjsmin import jsmin

from ..errors import ReaderError
from .completion import NameRow, cut_words, name_rows, word_scripts
from .counting import CountWords, WordCounter
from .document import FIELDS, SearchDocument
from .encoding import LENGTHS, SIGNS, front_coded_words
from .facets import RANGE, Facets
from .languages import ENDINGS, primary
from .numbering import Numbering, numbering
from .positions import PositionIndex
from .postings import Postings
from .shards import cut, redirects, scripts
from .vendor import VendorError, minified_lunr

CLIENT = Path(__file__).parent / "client"
APART = ("analysis", "marks", "shortcut")  # loaded by other pages
JOINED = {
    "find": (
        *("analysis", "coding", "shards", "spelling", "score", "clauses", "query", "phrase"),
        *("suggest", "narrow", "plan", "engine"),
    ),
    "page": (
        *("marks", "excerpt", "make", "result", "entity", "refine", "advice", "missing"),
        *("message", "address", "combobox", "search"),
    ),
}
"""The scripts of the search page: what finds, and what shows. Each needs those before it."""
AT_ONCE = 32  # documents
ENTRIES_TOGETHER = 16  # numbers in one file: about six entries


def build_search(
    documents: Iterable[SearchDocument],
    count: CountWords | None = None,
    numbered: Numbering | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Yield the search's files by their names under `search/`. Same documents, same bytes.

    `count` analyzes a document; it may take what it kept from an earlier build. Where the numbers
    are given, documents come in their order, one at a time; else they may come in any.
    """
    yield from client_scripts().items()
    if numbered is None:
        documents, numbered = in_order(documents)
    library = _Library(count or WordCounter(), numbered)
    yield from library.read(documents)
    yield from library.index()


def in_order(documents: Iterable[SearchDocument]) -> tuple[list[SearchDocument], Numbering]:
    """Return documents in the order of their numbers, and these."""
    found = list(documents)
    refs = [
        [each.ref for each in found if (each.kind == "text") is texts] for texts in (True, False)
    ]
    numbered = numbering(*refs)
    return sorted(found, key=lambda each: numbered.number_of[each.ref]), numbered


def client_scripts() -> dict[str, bytes]:
    """Return lunr.js and our own scripts by name, without comments and needless space.

    Those of the search page are joined: they compress better, and load faster from a folder.
    """
    try:
        lunr = minified_lunr()
    except VendorError as error:
        raise ReaderError(str(error), remedy=error.remedy) from error
    ours = {f"{name}.js": _client_script([name]) for name in APART}
    joined = {f"{name}.js": _client_script(parts) for name, parts in JOINED.items()}
    return {"lunr.js": lunr, **ours, **joined}


def _client_script(names: Iterable[str]) -> bytes:
    sources = ((CLIENT / f"{name}.js").read_text(encoding="utf-8") for name in names)
    return "".join(f"{jsmin(source)}\n" for source in sources).encode()


class _Library:
    """All documents on their way into files."""

    def __init__(self, count: CountWords, numbered: Numbering) -> None:
        self.count = count
        self.numbered = numbered
        self.postings = Postings()
        self.positions = PositionIndex()
        self.facets = Facets(numbered.entries)
        self.names: list[NameRow] = []
        self.languages: set[str] = set()

    def read(self, documents: Iterable[SearchDocument]) -> Iterator[tuple[str, bytes]]:
        """Take in every document and yield the scripts that hold what is shown of them."""
        numbered = self._taken_in(documents)
        for start, group in groupby(numbered, key=lambda each: self._start(each[0])):
            rows = []
            for number, each in group:
                shown = (each.ref, each.title, each.kind, each.date, each.passages, each.named)
                rows.append([number - start, *shown])
            yield f"documents/{start}.js", _call("documents", start, rows)

    def index(self) -> Iterator[tuple[str, bytes]]:
        """Yield the scripts of the index."""
        words = self.postings.words()
        first = cut([(_term(word), self.postings.size(word) + len(word)) for word in words])
        yield from scripts(first, self.postings.terms(words), redirects(first, words))
        ranges = cut_words(self._word_counts(words), self.names)
        yield from word_scripts(ranges)
        yield from self.positions.scripts()
        facets = 0
        for name, data in self.facets.scripts():
            facets += len(data)
            yield name, data
        core = {
            **self._library(),
            "terms": front_coded_words(first),
            "words": [shard.first for shard in ranges],
            "facets": facets,
        }
        yield "core.js", _call("core", core)

    def _start(self, number: int) -> int:
        """Return the first number of the script that a document stands in.

        A text has one for itself; entries are short.
        """
        past = number - self.numbered.entries
        return number if past < 0 else number - past % ENTRIES_TOGETHER

    def _taken_in(
        self, documents: Iterable[SearchDocument]
    ) -> Iterator[tuple[int, SearchDocument]]:
        """Yield documents with their numbers; several at a time are taken in, which is faster."""
        rest = iter(documents)
        while some := [(self.numbered.number_of[each.ref], each) for each in islice(rest, AT_ONCE)]:
            self._add(some)
            yield from some

    def _add(self, some: Sequence[tuple[int, SearchDocument]]) -> None:
        analyses = [self.count(document) for _, document in some]
        for (number, _), analysis in zip(some, analyses, strict=True):
            self.postings.add(number, analysis["counts"])
        for (number, _), analysis in zip(some, analyses, strict=True):
            self.positions.add(number, analysis["positions"])
        for number, document in some:
            self.facets.add(number, document)
            self.languages.add(primary(document.language))
            if document.kind != "text":
                self.names.extend(name_rows(number, document))

    def _word_counts(self, words: Iterable[str]) -> dict[str, int]:
        """Count, for every form that can be typed, the documents that have it."""
        counts: defaultdict[str, int] = defaultdict(int)
        for word in words:
            form = word.partition(" ")[2]
            if len(form) > 1 and form not in STOP_WORDS:
                counts[form] += self.postings.spread(word)
        return counts

    def _library(self) -> dict[str, object]:
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
        }


def _term(word: str) -> str:
    return word.partition(" ")[0]


def _call(name: str, *data: object) -> bytes:
    literals = ",".join(
        json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in data
    )
    return f"AnnotatedReader.search.{name}({literals});\n".encode()
