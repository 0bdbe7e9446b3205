"""Counts of documents, one after the other -> for every form of every term where it stands.

A posting is encoded when it comes, so memory grows with postings (about two and a half bytes each)
and not with the texts. A posting is the gap to the document before, doubled; one more says that
the form stands there more than once, and how often follows; and last the length of the field, of
which nothing more is kept, so that what is loaded for a query does not grow with the library.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from .document import FIELDS
from .encoding import ENCODED, javascript_order, length_sign

if TYPE_CHECKING:
    from .counting import Counts

UNSTEMMED = "names"
"""The field in which a form is its own term, so that no name is lost to stemming."""

Packed: TypeAlias = "tuple[int, list[str], list[tuple[list[bytes | bytearray], list[int], int]]]"

STEMMED = tuple(name for name in FIELDS if name != UNSTEMMED)


@dataclass(slots=True)
class Field:
    """What one field holds: by slot the postings, the last document, their number; the length."""

    postings: list[bytes | bytearray] = field(default_factory=list)
    last: array[int] = field(default_factory=lambda: array("i"))
    count: array[int] = field(default_factory=lambda: array("I"))
    length: int = 0

    def grow(self) -> None:
        """Make room for one slot more."""
        self.postings.append(b"")
        self.last.append(-1)
        self.count.append(0)

    def add(self, document: int, found: dict[str, int], slots: dict[str, int]) -> None:
        """Add a document's postings of words that have slots; documents come in ascending order."""
        postings, last, count = self.postings, self.last, self.count
        length = sum(found.values())
        self.length += length
        sign = length_sign(length)
        for word, times in found.items():
            slot = slots[word]
            gap = (document - last[slot] - 1) * 2
            if times == 1:
                code = ENCODED[gap] + sign
            else:
                code = ENCODED[gap + 1] + ENCODED[times - 2] + sign
            before = postings[slot]
            if not before:
                postings[slot] = code  # most words stand in one document only
            elif isinstance(before, bytes):
                postings[slot] = bytearray(before + code)
            else:
                before += code
            last[slot] = document
            count[slot] += 1


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
    slots: dict[str, int] = field(default_factory=dict)

    def add(self, document: int, counts: Counts) -> None:
        """Add a document; they come in the order of their numbers."""
        slots = self.slots
        for name, each in self.fields.items():
            found = counts[name]
            for word in found:
                if word not in slots:
                    self._new_slot(word)
            each.add(document, found, slots)
        self.documents += 1

    def slot(self, word: str) -> int:
        """Return the slot of a word, a new one where it had none."""
        if word not in self.slots:
            self._new_slot(word)
        return self.slots[word]

    def holds(self, word: str) -> bool:
        """Tell whether any document has a word."""
        return any(each.postings[self.slots[word]] for each in self.fields.values())

    def forget(self, words: Iterable[str]) -> None:
        """Give up words that no document has; their slots stay empty."""
        for word in words:
            del self.slots[word]

    def packed(self) -> Packed:
        """Return all of it as plain data."""
        words = self.words()
        order = [self.slots[word] for word in words]
        fields = [
            (
                [each.postings[slot] for slot in order],
                [each.count[slot] for slot in order],
                each.length,
            )
            for each in self.fields.values()
        ]
        return self.documents, words, fields

    @classmethod
    def unpacked(cls, data: Packed) -> Postings:
        """Return what `packed` told, to be revised; documents cannot be added."""
        documents, words, fields = data
        return cls(
            documents,
            {
                name: Field(
                    list(postings), array("i", [-1]) * len(words), array("I", count), length
                )
                for name, (postings, count, length) in zip(FIELDS, fields, strict=True)
            },
            dict(zip(words, range(len(words)), strict=True)),
        )

    def words(self) -> list[str]:
        """Return all words, "term form", in the order of JavaScript's strings."""
        # A space sorts before all letters, so words sort by their terms and then by their forms.
        return sorted(self.slots, key=javascript_order)

    def sizes(self, words: Iterable[str]) -> list[int]:
        """Return how many characters the postings of each word take."""
        by_field = (map(len, each.postings) for each in self.fields.values())
        by_slot = list(map(sum, zip(*by_field, strict=True)))
        return [by_slot[self.slots[word]] for word in words]

    def spreads(self, words: Iterable[str]) -> list[int]:
        """Return in how many documents each word stands, names aside."""
        by_slot = list(map(max, *(self.fields[name].count for name in STEMMED)))
        return [by_slot[self.slots[word]] for word in words]

    def raw(self, words: Iterable[str]) -> Iterator[bytes | bytearray]:
        """Yield words and their postings, as they are kept."""
        fields = [each.postings for each in self.fields.values()]
        for word in words:
            slot = self.slots[word]
            yield word.encode("utf-8", "surrogatepass")
            yield from (postings[slot] for postings in fields)

    def terms(self, words: Iterable[str]) -> Iterator[Term]:
        """Yield the terms of sorted words."""
        for term, group in groupby(words, key=lambda word: word.partition(" ")[0]):
            forms = list(group)
            unstemmed = forms[0] == f"{term} "
            names = self._posting(UNSTEMMED, self.slots[forms.pop(0)]) if unstemmed else ""
            yield Term(term, names, tuple(map(self._form, forms)))

    def _new_slot(self, word: str) -> None:
        self.slots[word] = len(self.fields[UNSTEMMED].postings)
        for each in self.fields.values():
            each.grow()

    def _posting(self, name: str, slot: int) -> str:
        return self.fields[name].postings[slot].decode()

    def _form(self, word: str) -> Form:
        slot = self.slots[word]
        return Form(word.partition(" ")[2], tuple(self._posting(name, slot) for name in STEMMED))
