"""Documents, one after the other -> for every form of every term where it stands and how often.

A posting is encoded when it comes, so memory grows with postings (about a byte and a half each)
and not with the texts. A posting is the gap to the document before, doubled; one more says that
the form stands there more than once, and how often follows.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from .analysis import all_forms, indexed_forms, raw_words, stem
from .document import FIELDS, SearchDocument
from .encoding import javascript_order, number

UNSTEMMED = "names"
"""The field in which a form is its own term, so that no name is lost to stemming."""

STEMMED = tuple(name for name in FIELDS if name != UNSTEMMED)


@dataclass(slots=True)
class Field:
    """What one field holds: postings by slot, the last document of each, every length."""

    postings: dict[int, bytearray] = field(default_factory=dict)
    last: dict[int, int] = field(default_factory=dict)
    count: Counter[int] = field(default_factory=Counter)
    lengths: array[int] = field(default_factory=lambda: array("I"))

    def add(self, document: int, found: Mapping[int, int]) -> None:
        """Add the postings of a document; documents come in ascending order."""
        postings, last = self.postings, self.last
        for slot, times in found.items():
            gap = document - last.get(slot, -1) - 1
            last[slot] = document
            self.count[slot] += 1
            code = number(gap * 2) if times == 1 else number(gap * 2 + 1) + number(times - 2)
            if slot in postings:
                postings[slot] += code
            else:
                postings[slot] = bytearray(code)
        self.lengths.append(sum(found.values()))


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a term with its encoded postings, in the order of `STEMMED`."""

    form: str
    postings: tuple[str, ...]
    documents: int


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
    slots: dict[tuple[str, str], int] = field(default_factory=dict)
    by_language: dict[str, dict[str, int]] = field(default_factory=dict)

    def add(self, document: SearchDocument) -> None:
        """Add a document as the next one."""
        language = document.language
        body = _counted((text for _, text in document.passages), running=True)
        self._add_field("body", self._stemmed(body, language))
        self._add_field("title", self._stemmed(_counted([document.title]), language))
        self._add_field("headings", self._stemmed(_counted(document.headings), language))
        names = {self._slot(form, ""): times for form, times in _counted(document.names).items()}
        self._add_field(UNSTEMMED, names)
        self.documents += 1

    def terms(self) -> Iterator[Term]:
        """Yield the terms in the order of JavaScript's strings."""
        ordered = sorted(self.slots, key=lambda key: (javascript_order(key[0]), key[1]))
        for term, keys in groupby(ordered, key=lambda key: key[0]):
            forms = list(keys)
            own = "" if forms[0][1] else self._posting(UNSTEMMED, forms.pop(0))
            yield Term(term, own, tuple(map(self._form, forms)))

    def average_lengths(self) -> list[float]:
        """Return the mean number of words of each field."""
        count = max(1, self.documents)
        return [sum(each.lengths) / count for each in self.fields.values()]

    def _add_field(self, name: str, found: Mapping[int, int]) -> None:
        self.fields[name].add(self.documents, found)

    def _stemmed(self, counted: Mapping[str, int], language: str) -> dict[int, int]:
        known = self.by_language.setdefault(language, {})
        found: dict[int, int] = {}
        for form, times in counted.items():
            slot = known.get(form)
            if slot is None:
                slot = known[form] = self._slot(stem(form, language), form)
            found[slot] = times
        return found

    def _slot(self, term: str, form: str) -> int:
        return self.slots.setdefault((term, form), len(self.slots))

    def _posting(self, name: str, key: tuple[str, str]) -> str:
        return self.fields[name].postings.get(self.slots[key], b"").decode()

    def _form(self, key: tuple[str, str]) -> Form:
        slot = self.slots[key]
        documents = max(self.fields[name].count[slot] for name in STEMMED)
        return Form(key[1], tuple(self._posting(name, key) for name in STEMMED), documents)


def _counted(texts: Iterable[str], *, running: bool = False) -> Counter[str]:
    """Count the forms of texts; a running text's stop words are left out.

    They stay in titles and names: May, Will, IT and WHO are names, too.
    """
    raw: Counter[str] = Counter()
    for text in texts:
        raw.update(raw_words(text))
    split = indexed_forms if running else all_forms
    found: Counter[str] = Counter()
    for word, times in raw.items():
        for form in split(word):
            found[form] += times
    return found
