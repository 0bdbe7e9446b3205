"""Documents -> the scripts `phrases/<name>.js`: where each word stands, for "exact phrases" alone.

Every word counts, stop words too, as `client/analysis.js` cuts a phrase into words: folded, with
the parts of a compound apart, in any language. A title and each passage are texts of their own,
which no phrase crosses; each begins at a round place. Of a word in a document its first position
is written, doubled, with one more where others follow: then how many, and the gaps to them. Before
it stands the gap to the document before. `phrases/table.js` tells where the ranges of words begin,
and which words are so common that they cost more than the texts that they would rule out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from operator import sub
from typing import TypeAlias

from .analysis import split_word
from .cutting import file_name, firsts, ranges, room_for
from .encoding import ENCODED, ENCODED_LESS_ONE, front_coded_words
from .parts import Part, call
from .streams import NONE, Stream, sorted_words

Positions: TypeAlias = dict[str, bytes]
"""By word: where it stands in one document, encoded."""

Packed: TypeAlias = "tuple[list[str], list[bytearray | bytes]]"

LEAST = 6_000  # characters of a script
MOST_FILES = 3_000
COMMON = 20_000  # characters from which on the table tells how long a word's positions are
STEP = 256  # where a text may begin: a sentence more or less moves those after it seldom
MEMORY = 50_000  # words whose parts are remembered


class _Parts(dict[str, tuple[str, ...]]):
    """The parts of folded words, found when they are first asked for."""

    def __missing__(self, raw: str) -> tuple[str, ...]:
        parts = self[raw] = tuple(part for word in split_word(raw) for part in word)
        return parts


class PositionFinder:
    """Finds where words stand in documents; remembers the parts of those that it met."""

    def __init__(self) -> None:
        self._known = _Parts()

    def __call__(self, texts: Iterable[Iterable[str]]) -> Positions:
        """Return the positions of all words of a document's texts, given as folded words."""
        known = self._known
        if len(known) > MEMORY:
            known.clear()
        places: defaultdict[str, list[int]] = defaultdict(list)
        at = 0
        for text in texts:
            last = at - 1
            for last, part in enumerate(chain.from_iterable(map(known.__getitem__, text)), at):
                places[part].append(last)
            at = (last + 1) // STEP * STEP + STEP  # a phrase ends with its text
        return {
            word: ENCODED[found[0] * 2] if len(found) == 1 else _encoded(found)
            for word, found in places.items()
        }


@dataclass(slots=True)
class PositionIndex:
    """Where each word of a library stands, filled by `add` and written by `parts`."""

    streams: dict[str, Stream] = field(default_factory=dict)

    def add(self, document: int, found: Mapping[str, bytes]) -> None:
        """Add a document's positions; documents come in ascending order."""
        streams = self.streams
        known = streams.get
        for word, places in found.items():
            stream = known(word)
            if stream is None:
                streams[word] = Stream(ENCODED[document] + places, document, 1)
                continue
            code = ENCODED_LESS_ONE[document - stream.last] + places
            if stream.count == 1:
                stream.coded = bytearray(stream.coded + code)
            else:
                stream.coded += code
            stream.last = document
            stream.count += 1

    def coded(self, word: str) -> bytes | bytearray:
        """Return the positions of a word in all documents, or none."""
        return self.streams.get(word, NONE).coded

    def put(self, word: str, coded: bytes) -> None:
        """Let the positions of a word be others, or none."""
        if coded:
            self.streams[word] = Stream(coded)
        else:
            self.streams.pop(word, None)

    def packed(self) -> Packed:
        """Return all of it as plain data."""
        words = sorted_words(self.streams)
        return words, [self.coded(word) for word in words]

    @classmethod
    def unpacked(cls, data: Packed) -> PositionIndex:
        """Return what `packed` told, to be revised; documents cannot be added."""
        words, streams = data
        return cls({word: Stream(coded) for word, coded in zip(words, streams, strict=True)})

    def parts(self) -> Iterator[Part]:
        """Yield the scripts, the table last."""
        words = sorted_words(self.streams)
        lengths = [len(self.coded(word)) for word in words]
        sizes = [len(word) + length for word, length in zip(words, lengths, strict=True)]
        room = room_for(sum(sizes), LEAST, MOST_FILES)
        starts = firsts(zip(words, sizes, strict=True), room)
        for start, at in ranges(words, starts):
            name, group = file_name(start), words[at]
            yield Part(
                f"phrases/{name}.js", partial(self._raw, group), partial(self._script, name, group)
            )
        common = [each for each in zip(words, lengths, strict=True) if each[1] >= COMMON]
        table = call("places", front_coded_words(starts), common)
        yield Part("phrases/table.js", lambda: [table], lambda: table)

    def _raw(self, words: Iterable[str]) -> Iterator[bytes | bytearray]:
        for word in words:
            yield word.encode("utf-8", "surrogatepass")
            yield self.coded(word)

    def _script(self, name: str, words: Sequence[str]) -> bytes:
        streams = " ".join(self.coded(word).decode() for word in words)
        return call("positions", name, front_coded_words(words), streams)


def _encoded(found: list[int]) -> bytes:
    """Write where a word stands that stands in several places."""
    first, others = ENCODED[found[0] * 2 + 1], ENCODED[len(found) - 2]
    if len(found) == 2:
        return first + others + ENCODED_LESS_ONE[found[1] - found[0]]
    return b"".join((first, others, *map(ENCODED_LESS_ONE.__getitem__, map(sub, found[1:], found))))
