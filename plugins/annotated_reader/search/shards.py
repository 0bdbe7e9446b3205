"""Postings -> the scripts `terms/<name>.js`: ranges of the sorted terms, each loaded when needed.

A script holds the terms, front-coded; a record for each; and the forms that sort into this range
while their term stands in another ("better" under "better", its stem elsewhere), so that the
browser finds a word's term without a stemmer. A record is the postings among the names and then,
after "~", each form with its postings by field, parted by "!". No space, "!" or "~" occurs in an
encoded number or in a form.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from .cutting import file_name, firsts, room_for
from .encoding import front_coded, front_coded_words, javascript_order

if TYPE_CHECKING:
    from .postings import Form, Term

LEAST = 6_000  # characters of a script: about as much as a request costs anyway
MOST_FILES = 3_000  # roughly; a larger library has larger ones


def cut(sizes: Sequence[tuple[str, int]]) -> list[str]:
    """Return the first terms of the ranges, for the sizes of the forms of sorted terms."""
    room = room_for(sum(size for _, size in sizes), LEAST, MOST_FILES)
    return firsts(sizes, room)


class Places:
    """Which range a word belongs to."""

    def __init__(self, first: Sequence[str]) -> None:
        self._order = [javascript_order(term) for term in first]

    def __call__(self, word: str) -> int:
        """Return the number of the range."""
        return max(0, bisect_right(self._order, javascript_order(word)) - 1)


def redirects(first: Sequence[str], words: Iterable[str]) -> dict[int, list[str]]:
    """Return, by the number of a range, "form~term" of those whose term stands elsewhere.

    A word is "term form".
    """
    place_of = Places(first)
    found: defaultdict[int, list[str]] = defaultdict(list)
    for word in words:
        term, _, form = word.partition(" ")
        place = place_of(form) if form else place_of(term)
        if place != place_of(term):
            found[place].append(f"{form}~{term}")
    return found


def scripts(
    first: Sequence[str], terms: Iterable[Term], elsewhere: dict[int, list[str]]
) -> Iterator[tuple[str, bytes]]:
    """Yield the names and contents of the scripts, for terms in their order."""
    starts = {term: place for place, term in enumerate(first)}
    place = -1
    words: list[str] = []
    records: list[str] = []
    for term in terms:
        if term.term in starts:
            if words:
                yield _script(first[place], words, records, elsewhere.get(place, []))
            place, words, records = starts[term.term], [], []
        words.append(term.term)
        records.append(record_of(term))
    if words:
        yield _script(first[place], words, records, elsewhere.get(place, []))


def record_of(term: Term) -> str:
    """Return a term's postings as one word."""
    return "~".join([term.names, *(_form(term.term, form) for form in term.forms)])


def _script(
    first: str, words: list[str], records: list[str], elsewhere: list[str]
) -> tuple[str, bytes]:
    name = file_name(first)
    parts = [name, front_coded_words(words), " ".join(records), " ".join(sorted(elsewhere))]
    literals = ",".join(json.dumps(part, ensure_ascii=False) for part in parts)
    return f"terms/{name}.js", f"AnnotatedReader.search.terms({literals});\n".encode()


def _form(term: str, form: Form) -> str:
    return "!".join([front_coded(form.form, term), *form.postings]).rstrip("!")
