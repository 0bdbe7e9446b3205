"""Postings -> the scripts `terms/<name>.js`: ranges of the sorted terms, each loaded when needed.

A script holds the terms, front-coded; a record for each; and the forms that sort into this range
while their term stands in another ("better" under "better", its stem elsewhere), so that the
browser finds a word's term without a stemmer. A record is the postings among the names and then,
after "~", each form with its postings by field, parted by "!". No space, "!" or "~" occurs in an
encoded number or in a form.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from .cutting import file_name, firsts, ranges, room_for
from .encoding import front_coded, front_coded_words, javascript_order
from .parts import Part, call

if TYPE_CHECKING:
    from .postings import Form, Postings, Term

LEAST = 6_000  # characters of a script: about as much as a request costs anyway
MOST_FILES = 3_000  # roughly; a larger library has larger ones


def cut(terms: Iterable[str], sizes: Sequence[int]) -> list[str]:
    """Return the first terms of the ranges, for the sizes of the forms of sorted terms."""
    room = room_for(sum(sizes), LEAST, MOST_FILES)
    return firsts(zip(terms, sizes, strict=True), room)


def redirects(first: Sequence[str], words: Iterable[str]) -> dict[int, list[str]]:
    """Return, by the number of a range, "form~term" of those whose term stands elsewhere.

    A word is "term form"; they come sorted.
    """
    order = [javascript_order(term) for term in first]
    found: defaultdict[int, list[str]] = defaultdict(list)
    place, last = 0, ""
    for word in words:
        term, _, form = word.partition(" ")
        if term != last:
            key, last = javascript_order(term), term
            while place + 1 < len(order) and order[place + 1] <= key:
                place += 1
        if form and form != term:
            other = _place(order, javascript_order(form), place)
            if other != place:
                found[other].append(f"{form}~{term}")
    return found


def term_parts(
    first: Sequence[str], words: Sequence[str], terms: Sequence[str], postings: Postings
) -> Iterator[Part]:
    """Yield the scripts of sorted words, "term form", whose terms are given, too."""
    elsewhere = redirects(first, words)
    for place, (start, at) in enumerate(ranges(terms, first)):
        name, group, others = file_name(start), words[at], sorted(elsewhere.get(place, ()))
        yield Part(
            f"terms/{name}.js",
            partial(_raw, postings, group, others),
            partial(_script, postings, name, group, others),
        )


def record_of(term: Term) -> str:
    """Return a term's postings as one word."""
    return "~".join([term.names, *(_form(term.term, form) for form in term.forms)])


def _place(order: Sequence[bytes], key: bytes, near: int) -> int:
    """Return the number of the range that a word belongs to: most often the one it is near to."""
    if order[near] <= key and (near + 1 == len(order) or key < order[near + 1]):
        return near
    return max(0, bisect_right(order, key) - 1)


def _raw(
    postings: Postings, words: Sequence[str], others: Sequence[str]
) -> Iterator[bytes | bytearray]:
    yield from postings.raw(words)
    yield from (other.encode("utf-8", "surrogatepass") for other in others)


def _script(postings: Postings, name: str, words: Sequence[str], others: Sequence[str]) -> bytes:
    terms = list(postings.terms(words))
    records = " ".join(map(record_of, terms))
    coded = front_coded_words(term.term for term in terms)
    return call("terms", name, coded, records, " ".join(others))


def _form(term: str, form: Form) -> str:
    return "!".join([front_coded(form.form, term), *form.postings]).rstrip("!")
