"""Words and names -> the scripts `words/<name>.js`: what a half-typed or mistyped word may become.

Stems do not begin as words do, so completion needs the words themselves. A name stands under each
of its words, with all that follows: "Roza Otunbayeva" under "roza otunbayeva" and "otunbayeva".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from lunr.stop_word_filter import WORDS as STOP_WORDS

from .analysis import words
from .cutting import file_name, firsts, ranges
from .encoding import front_coded_words, javascript_order, numbers
from .parts import Part, call

if TYPE_CHECKING:
    from .document import SearchDocument

ROOM = 3_000  # characters of a script
ALL_WORDS = 30_000  # of a library with more words, those of a single document are left out

NameRow: TypeAlias = tuple[str, str, str, int, int]
"""What it stands under, the name, its kind, its entry's document, and 1 if that is all of it."""


def name_rows(number: int, document: SearchDocument) -> Iterator[NameRow]:
    """Yield the rows of an entry's names and aliases."""
    for name in dict.fromkeys((document.title, *document.names)):
        parts = [part for word in words(name) for part in word]
        for start in range(len(parts)):
            if start == 0 or parts[start] not in STOP_WORDS:
                key = " ".join(parts[start:])
                yield key, name, document.kind, number, int(start == 0)


def word_parts(counts: dict[str, int], names: Iterable[NameRow]) -> tuple[list[str], list[Part]]:
    """Return the first words of the ranges of words and names, sorted together, and the scripts.

    Words are given with the number of documents that have them.
    """
    rare = len(counts) > ALL_WORDS
    words = [(word, count) for word, count in counts.items() if count > 1 or not rare]
    rows = sorted(names, key=lambda row: (javascript_order(row[0]), str(row)))
    items: list[tuple[str, int] | NameRow] = [*words, *rows]  # of one key, names come last
    items.sort(key=lambda item: javascript_order(item[0]))
    keys = [item[0] for item in items]
    starts = firsts(((item[0], _size(item)) for item in items), ROOM)
    return starts, [_part(start, items[at]) for start, at in ranges(keys, starts)]


def _part(first: str, items: Sequence[tuple[str, int] | NameRow]) -> Part:
    raw = partial(_raw, items)
    return Part(f"words/{file_name(first)}.js", raw, partial(_script, file_name(first), items))


def _raw(items: Sequence[tuple[str, int] | NameRow]) -> list[bytes]:
    return [repr(items).encode("utf-8", "surrogatepass")]


def _script(name: str, items: Iterable[tuple[str, int] | NameRow]) -> bytes:
    words, names = {}, []
    for item in items:
        if len(item) == 2:
            words[item[0]] = item[1]
        else:
            names.append(item)
    return call("words", name, front_coded_words(words), numbers(words.values()), names)


def _size(item: tuple[str, int] | NameRow) -> int:
    return len(item[0]) if len(item) == 2 else len(item[0]) + len(item[1]) + 20
