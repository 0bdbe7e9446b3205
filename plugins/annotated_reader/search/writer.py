"""Documents -> all files under `search/`, one after the other, as bytes.

Everything is a classic script that calls into one namespace: that is the only form of data that
a browser loads on a server, under a sub-path and from `file://` alike, under a strict content
security policy. A visitor's first query loads `core.js`, the ranges of terms that hold its
words, and the documents that are shown; a phrase loads the positions of its words besides.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from lunr.stop_word_filter import WORDS as STOP_WORDS
from rjsmin import jsmin

from ..errors import ReaderError
from .completion import NameRow, cut_words, name_rows, word_scripts
from .counting import CountWords, WordCounter
from .cutting import Cutter
from .document import FIELDS, SearchDocument
from .encoding import SIGNS, front_coded_words, numbers
from .facets import Facets
from .languages import ENDINGS, primary
from .positions import PositionIndex
from .postings import Postings
from .shards import cut, redirects, scripts
from .vendor import VendorError, minified_lunr

CLIENT = Path(__file__).parent / "client"
APART = ("analysis", "marks", "shortcut")  # loaded by other pages
JOINED = {
    "find": ("analysis", "shards", "score", "query", "phrase", "suggest", "narrow", "engine"),
    "page": (
        *("marks", "excerpt", "make", "result", "entity", "refine", "advice", "missing"),
        *("address", "combobox", "search"),
    ),
}
"""The scripts of the search page: what finds, and what shows. Each needs those before it."""
GROUP_SIZE = 3_000  # characters of passages in one file
EXACT = 20_000  # documents; a larger library's field lengths are rounded


def build_search(
    documents: Iterable[SearchDocument], count: CountWords | None = None
) -> Iterator[tuple[str, bytes]]:
    """Yield the search's files by their names under `search/`.

    Documents come in the order of their addresses and are numbered so. Same documents, same bytes.
    `count` analyzes a document; it may take what it kept from an earlier build.
    """
    yield from client_scripts().items()
    library = _Library(count or WordCounter())
    yield from library.read(documents)
    yield from library.index()


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


def rounded(length: int) -> int:
    """Return a length with four binary digits of it kept, as Lucene does: 6 % off at most."""
    spare = max(0, length.bit_length() - 4)
    return (length + (1 << spare >> 1)) >> spare << spare


class _Library:
    """All documents on their way into files."""

    def __init__(self, count: CountWords) -> None:
        self.count = count
        self.postings = Postings()
        self.positions = PositionIndex()
        self.facets = Facets()
        self.names: list[NameRow] = []
        self.languages: set[str] = set()
        self.groups: list[int] = []

    def read(self, documents: Iterable[SearchDocument]) -> Iterator[tuple[str, bytes]]:
        """Take in every document and yield the scripts that hold what is shown of them."""
        group: list[SearchDocument] = []
        cutter = Cutter(GROUP_SIZE // 2)
        start = 0
        for number, document in enumerate(documents):
            self._add(number, document)
            size = sum(len(text) for _, text in document.passages)
            if cutter.cuts_before(document.ref, size) and group:
                yield self._documents_script(start, group)
                group, start = [], number
            group.append(document)
        if group:
            yield self._documents_script(start, group)

    def index(self) -> Iterator[tuple[str, bytes]]:
        """Yield the scripts of the index."""
        words = self.postings.words()
        first = cut([(_term(word), self.postings.size(word) + len(word)) for word in words])
        yield from scripts(first, self.postings.terms(words), redirects(first, words))
        ranges = cut_words(self._word_counts(words), self.names)
        yield from word_scripts(ranges)
        yield from self.positions.scripts()
        facets = self.facets.script()
        yield "facets.js", facets
        core = {
            **self._lengths(),
            "groups": numbers(self.groups),
            "terms": front_coded_words(first),
            "words": [shard.first for shard in ranges],
            "facets": len(facets),
        }
        yield "core.js", _call("core", core)

    def _add(self, number: int, document: SearchDocument) -> None:
        analysis = self.count(document)
        self.postings.add(analysis["counts"])
        self.positions.add(number, analysis["positions"])
        self.facets.add(number, document)
        self.languages.add(primary(document.language))
        if document.kind != "text":
            self.names.extend(name_rows(number, document))

    def _documents_script(self, start: int, group: list[SearchDocument]) -> tuple[str, bytes]:
        self.groups.append(len(group))
        rows = [
            [each.ref, each.title, each.kind, each.date, each.passages, each.named]
            for each in group
        ]
        return f"documents/{start}.js", _call("documents", start, rows)

    def _word_counts(self, words: Iterable[str]) -> dict[str, int]:
        """Count, for every form that can be typed, the documents that have it."""
        counts: defaultdict[str, int] = defaultdict(int)
        for word in words:
            form = word.partition(" ")[2]
            if len(form) > 1 and form not in STOP_WORDS:
                counts[form] += self.postings.spread(word)
        return counts

    def _lengths(self) -> dict[str, object]:
        count = self.postings.documents
        lengths = [each.lengths for each in self.postings.fields.values()]
        told = [list(map(rounded, each)) if count > EXACT else list(each) for each in lengths]
        return {
            "documents": count,
            "signs": SIGNS,
            "fields": list(FIELDS.items()),
            "lengths": [numbers(each) for each in told],
            "average": [sum(each) / max(1, count) for each in told],
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
