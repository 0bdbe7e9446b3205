"""Documents -> all files under `search/`, one after the other, as bytes.

Everything is a classic script that calls into one namespace: that is the only form of data that
a browser loads on a server, under a sub-path and from `file://` alike, under a strict content
security policy. A visitor's first query loads `core.js`, the ranges of terms that hold its
words, and the documents that are shown.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from lunr.stop_word_filter import WORDS as STOP_WORDS
from rjsmin import jsmin

from .completion import NameRow, cut_words, name_rows, word_scripts
from .document import FIELDS, SearchDocument
from .encoding import SIGNS, front_coded_words, numbers
from .facets import Facets
from .postings import Postings, Term
from .shards import cut, redirects, room_for, scripts

CLIENT = Path(__file__).parent / "client"
GROUP_SIZE = 3_000  # characters of passages in one file
EXACT = 20_000  # documents; a larger library's field lengths are rounded

ENDINGS = {
    "en": (
        ["", "s", "es", "ed", "ing", "er", "ers", "ly", "ment", "ments", "al", "ness", "ful"],
        ["e", "es", "ed", "ing", "er", "ers", "ion", "ions", "ive", "or", "ors", "able", "ely"],
        ["y", "ies", "ied", "ying", "ier", "iest", "ily", "iness"],
    ),
}
"""Endings that take each other's place, by language: a word that the library does not have may be
another form of one that it has."""


def build_search(documents: Iterable[SearchDocument]) -> Iterator[tuple[str, bytes]]:
    """Yield the search's files by their names under `search/`.

    Documents come in the order of their addresses and are numbered so. Same documents, same bytes.
    """
    yield from client_scripts().items()
    library = _Library()
    yield from library.read(documents)
    yield from library.index()


def client_scripts() -> dict[str, bytes]:
    """Return our own scripts by name, without comments and needless space."""
    return {
        path.name: f"{jsmin(path.read_text(encoding='utf-8'))}\n".encode()
        for path in sorted(CLIENT.glob("*.js"))
    }


def rounded(length: int) -> int:
    """Return a length with four binary digits of it kept, as Lucene does: 6 % off at most."""
    spare = max(0, length.bit_length() - 4)
    return (length + (1 << spare >> 1)) >> spare << spare


class _Library:
    """All documents on their way into files."""

    def __init__(self) -> None:
        self.postings = Postings()
        self.facets = Facets()
        self.names: list[NameRow] = []
        self.languages: set[str] = set()
        self.groups: list[int] = []

    def read(self, documents: Iterable[SearchDocument]) -> Iterator[tuple[str, bytes]]:
        """Take in every document and yield the scripts that hold what is shown of them."""
        group: list[SearchDocument] = []
        room = GROUP_SIZE
        for number, document in enumerate(documents):
            self._add(number, document)
            size = sum(len(text) for _, text in document.passages)
            if group and size > room:
                yield self._documents_script(group)
                group, room = [], GROUP_SIZE
            group.append(document)
            room -= size
        if group:
            yield self._documents_script(group)

    def index(self) -> Iterator[tuple[str, bytes]]:
        """Yield the scripts of the index."""
        terms = list(self.postings.terms())
        shards = cut(terms, room_for(sum(map(_size, terms))))
        forms = ((form.form, term.term) for term in terms for form in term.forms)
        yield from scripts(shards, redirects(shards, forms))
        words = cut_words(_word_counts(terms), self.names)
        yield from word_scripts(words)
        facets = self.facets.script()
        yield "facets.js", facets
        core = {
            **self._lengths(),
            "groups": numbers(self.groups),
            "terms": front_coded_words(shard.terms[0] for shard in shards),
            "words": [shard.first for shard in words],
            "facets": len(facets),
        }
        yield "core.js", _call("core", core)

    def _add(self, number: int, document: SearchDocument) -> None:
        self.postings.add(document)
        self.facets.add(number, document)
        self.languages.add(document.language.partition("-")[0].lower())
        if document.kind != "text":
            self.names.extend(name_rows(number, document))

    def _documents_script(self, group: list[SearchDocument]) -> tuple[str, bytes]:
        place = len(self.groups)
        self.groups.append(len(group))
        rows = [
            [each.ref, each.title, each.kind, each.date, each.passages, each.named]
            for each in group
        ]
        return f"documents/{place}.js", _call("documents", place, rows)

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


def _word_counts(terms: Iterable[Term]) -> dict[str, int]:
    """Count, for every form that can be typed, the documents that have it."""
    counts: defaultdict[str, int] = defaultdict(int)
    for term in terms:
        for form in term.forms:
            if len(form.form) > 1 and form.form not in STOP_WORDS:
                counts[form.form] += form.documents
    return dict(counts)


def _size(term: Term) -> int:
    return sum(len(posting) for form in term.forms for posting in form.postings) + len(term.names)


def _call(name: str, *data: object) -> bytes:
    literals = ",".join(
        json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in data
    )
    return f"AnnotatedReader.search.{name}({literals});\n".encode()
