"""Postings -> the scripts `terms/<n>.js`: ranges of the sorted terms, each loaded when needed.

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
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .encoding import front_coded, front_coded_words, javascript_order

if TYPE_CHECKING:
    from .postings import Form, Term

SMALLEST = 6_000  # characters: about as much as a request costs anyway
MOST = 3_000  # scripts, roughly; a larger library has larger ones


@dataclass(frozen=True, slots=True)
class Shard:
    """A range of terms with their records, and the forms that lead out of it."""

    terms: list[str]
    records: list[str]


def cut(terms: Iterable[Term], room: int) -> list[Shard]:
    """Cut the terms into shards of about `room` characters."""
    shards: list[Shard] = []
    size = room
    for term in terms:
        record = record_of(term)
        if size + len(record) > room and (size or not shards):
            shards.append(Shard([], []))
            size = 0
        shards[-1].terms.append(term.term)
        shards[-1].records.append(record)
        size += len(record) + len(term.term)
    return shards


def room_for(postings: int) -> int:
    """Return how large a shard may be, for so many characters of postings in all."""
    return SMALLEST + postings // MOST


def record_of(term: Term) -> str:
    """Return a term's postings as one word."""
    return "~".join([term.names, *(_form(term.term, form) for form in term.forms)])


def redirects(shards: list[Shard], forms: Iterable[tuple[str, str]]) -> dict[int, list[str]]:
    """Return, by the number of a shard, "form~term" of those whose term stands elsewhere."""
    first = [javascript_order(shard.terms[0]) for shard in shards]
    found: defaultdict[int, list[str]] = defaultdict(list)
    for form, term in forms:
        place = max(0, bisect_right(first, javascript_order(form)) - 1)
        if place != max(0, bisect_right(first, javascript_order(term)) - 1):
            found[place].append(f"{form}~{term}")
    return found


def scripts(shards: list[Shard], elsewhere: dict[int, list[str]]) -> Iterator[tuple[str, bytes]]:
    """Yield the names and contents of the scripts."""
    for place, shard in enumerate(shards):
        parts = [front_coded_words(shard.terms), " ".join(shard.records)]
        parts.append(" ".join(sorted(elsewhere.get(place, []))))
        literals = ",".join(json.dumps(part, ensure_ascii=False) for part in parts)
        script = f"AnnotatedReader.search.terms({place},{literals});\n"
        yield f"terms/{place}.js", script.encode()


def _form(term: str, form: Form) -> str:
    return "!".join([front_coded(form.form, term), *form.postings]).rstrip("!")
