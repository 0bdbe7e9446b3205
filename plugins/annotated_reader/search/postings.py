"""Counts of documents, one after the other -> for every form of every term where it stands.

A posting is encoded when it comes, so memory grows with postings (about two and a half bytes each)
and not with the texts. A posting is the gap to the document before, doubled; one more says that
the form stands there more than once, and how often follows; and last the length of the field, of
which nothing more is kept, so that what is loaded for a query does not grow with the library.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from .document import FIELDS
from .encoding import ENCODED, SIGNS, length_sign
from .streams import NONE, Stream, sorted_words

if TYPE_CHECKING:
    from .counting import Counts

UNSTEMMED = "names"
"""The field in which a form is its own term, so that no name is lost to stemming."""

REMEMBERED = 256
"""Steps between documents that are common enough for their postings to be kept."""

Packed: TypeAlias = "tuple[int, list[str], list[tuple[list[bytes | bytearray], list[int], int]]]"

STEMMED = tuple(name for name in FIELDS if name != UNSTEMMED)


class _Once(dict[int, bytes]):
    """Postings of words that stand once in a field of one length, by the step from the last one."""

    def __init__(self, sign: bytes) -> None:
        super().__init__()
        self._sign = sign

    def __missing__(self, step: int) -> bytes:
        code = ENCODED[step * 2 - 2] + self._sign
        if step < REMEMBERED:
            self[step] = code
        return code


_ONCE = {sign.encode(): _Once(sign.encode()) for sign in SIGNS}


@dataclass(slots=True)
class Field:
    """What one field holds: the postings of its words, and the sum of its lengths."""

    streams: dict[str, Stream] = field(default_factory=dict)
    length: int = 0

    def add(self, document: int, found: dict[str, int]) -> None:
        """Add a document's words; documents come in ascending order."""
        streams = self.streams
        known = streams.get
        length = sum(found.values())
        self.length += length
        sign = length_sign(length)
        once = _ONCE[sign]
        for word, times in found.items():
            stream = known(word)
            step = document + 1 if stream is None else document - stream.last
            often = times > 1
            code = ENCODED[step * 2 - 1] + ENCODED[times - 2] + sign if often else once[step]
            if stream is None:
                streams[word] = Stream(code, document, 1)
                continue
            if stream.count == 1:
                stream.coded = bytearray(stream.coded + code)
            else:
                stream.coded += code
            stream.last = document
            stream.count += 1

    def put(self, word: str, coded: bytes, count: int) -> None:
        """Let the postings of a word be others, or none."""
        if coded:
            self.streams[word] = Stream(coded, count=count)
        else:
            self.streams.pop(word, None)

    def coded(self, word: str) -> bytes | bytearray:
        """Return the postings of a word, or none."""
        return self.streams.get(word, NONE).coded

    def count(self, word: str) -> int:
        """Return how many documents have a word."""
        return self.streams.get(word, NONE).count


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a term with its encoded postings, in the order of `STEMMED`."""

    form: str
    postings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A term with its forms, and its postings in the field of names."""

    term: str
    names: str
    forms: tuple[Form, ...]


@dataclass(slots=True)
class Postings:
    """All postings of a library, filled by `add` and read by `terms`."""

    documents: int = 0
    fields: dict[str, Field] = field(default_factory=lambda: {name: Field() for name in FIELDS})

    def add(self, document: int, counts: Counts) -> None:
        """Add a document; they come in the order of their numbers."""
        for name, each in self.fields.items():
            if found := counts[name]:
                each.add(document, found)
        self.documents += 1

    def packed(self) -> Packed:
        """Return all of it as plain data."""
        words = self.words()
        fields = [
            (
                [each.coded(word) for word in words],
                [each.count(word) for word in words],
                each.length,
            )
            for each in self.fields.values()
        ]
        return self.documents, words, fields

    @classmethod
    def unpacked(cls, data: Packed) -> Postings:
        """Return what `packed` told, to be revised; documents cannot be added."""
        documents, words, fields = data
        found = cls(documents)
        for each, (postings, counts, length) in zip(found.fields.values(), fields, strict=True):
            each.length = length
            for word, coded, count in zip(words, postings, counts, strict=True):
                each.put(word, bytes(coded), count)
        return found

    def words(self) -> list[str]:
        """Return all words, "term form", in the order of JavaScript's strings."""
        # A space sorts before all letters, so words sort by their terms and then by their forms.
        return sorted_words(set().union(*(each.streams for each in self.fields.values())))

    def sizes(self, words: Iterable[str]) -> list[int]:
        """Return how many characters the postings of each word take."""
        fields = list(self.fields.values())
        return [sum(len(each.coded(word)) for each in fields) for word in words]

    def spreads(self, words: Iterable[str]) -> list[int]:
        """Return in how many documents each word stands, names aside."""
        fields = [self.fields[name] for name in STEMMED]
        return [max(each.count(word) for each in fields) for word in words]

    def raw(self, words: Iterable[str]) -> Iterator[bytes | bytearray]:
        """Yield words and their postings, as they are kept."""
        fields = list(self.fields.values())
        for word in words:
            yield word.encode("utf-8", "surrogatepass")
            yield from (each.coded(word) for each in fields)

    def terms(self, words: Iterable[str]) -> Iterator[Term]:
        """Yield the terms of sorted words."""
        for term, group in groupby(words, key=lambda word: word.partition(" ")[0]):
            forms = list(group)
            unstemmed = forms[0] == f"{term} "
            names = self.fields[UNSTEMMED].coded(forms.pop(0)).decode() if unstemmed else ""
            yield Term(term, names, tuple(map(self._form, forms)))

    def _form(self, word: str) -> Form:
        fields = (self.fields[name] for name in STEMMED)
        return Form(word.partition(" ")[2], tuple(each.coded(word).decode() for each in fields))
