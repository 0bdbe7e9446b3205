"""Words and names -> the scripts `words/<name>.js`: what a half-typed or mistyped word may become.

Stems do not begin as words do, so completion needs the words themselves. A name stands under each
of its words, with all that follows: "Roza Otunbayeva" under "roza otunbayeva" and "otunbayeva".
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from lunr.stop_word_filter import WORDS as STOP_WORDS

from .analysis import words
from .cutting import file_name, firsts
from .encoding import front_coded_words, javascript_order, numbers

if TYPE_CHECKING:
    from .document import SearchDocument

ROOM = 3_000  # characters of a script
ALL_WORDS = 30_000  # of a library with more words, those of a single document are left out

NameRow: TypeAlias = tuple[str, str, str, int, int]
"""What it stands under, the name, its kind, its entry's document, and 1 if that is all of it."""


@dataclass(frozen=True, slots=True)
class WordShard:
    """Words with the number of documents that have them, and names, of one range."""

    first: str
    words: list[tuple[str, int]]
    names: list[NameRow]


def name_rows(number: int, document: SearchDocument) -> Iterator[NameRow]:
    """Yield the rows of an entry's names and aliases."""
    for name in dict.fromkeys((document.title, *document.names)):
        parts = [part for word in words(name) for part in word]
        for start in range(len(parts)):
            if start == 0 or parts[start] not in STOP_WORDS:
                key = " ".join(parts[start:])
                yield key, name, document.kind, number, int(start == 0)


def cut_words(counts: dict[str, int], names: Iterable[NameRow]) -> list[WordShard]:
    """Cut words and names, sorted together, into shards."""
    rare = len(counts) > ALL_WORDS
    kept = [(word, count) for word, count in counts.items() if count > 1 or not rare]
    items: list[tuple[str, int | NameRow]] = [*kept, *((row[0], row) for row in names)]
    items.sort(key=lambda item: (javascript_order(item[0]), isinstance(item[1], tuple), str(item)))
    starts = set(firsts(((key, _size(key, value)) for key, value in items), ROOM))
    shards: list[WordShard] = []
    for key, value in items:
        if key in starts and (not shards or shards[-1].first != key):
            shards.append(WordShard(key, [], []))
        if isinstance(value, int):
            shards[-1].words.append((key, value))
        else:
            shards[-1].names.append(value)
    return shards


def word_scripts(shards: list[WordShard]) -> Iterator[tuple[str, bytes]]:
    """Yield the names and contents of the scripts."""
    for shard in shards:
        name = file_name(shard.first)
        parts: list[object] = [name, front_coded_words(word for word, _ in shard.words)]
        parts += [numbers(count for _, count in shard.words), shard.names]
        literals = ",".join(
            json.dumps(part, ensure_ascii=False, separators=(",", ":")) for part in parts
        )
        yield f"words/{name}.js", f"AnnotatedReader.search.words({literals});\n".encode()


def _size(key: str, value: int | NameRow) -> int:
    return len(key) if isinstance(value, int) else len(key) + len(value[1]) + 20
