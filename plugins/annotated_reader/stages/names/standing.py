"""Very many names -> those that stand in a text, found by the words that they begin with.

To look for each name in each text takes time that grows with the names times the texts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WORD = re.compile(r"\w+")
FEW = 8
"""Names that begin alike: so many are looked for one by one."""


class Standing:
    """Names, each with its kind, by their first words; `key` is the same for the same names.

    `shapes` are the places of that word in the names, and how long these are.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self.kinds = names
        self.key = sha256(repr(sorted(names.items())).encode()).hexdigest()
        self.by_word: dict[str, set[str]] = defaultdict(set)
        self.shapes: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for name in names:
            found = WORD.search(name)
            word, start = (found[0], found.start()) if found else ("", 0)
            self.by_word[word].add(name)
            self.shapes[word].add((start, len(name)))

    def within(self, text: str) -> dict[str, str]:
        """Return the names that stand in a text and begin with a word of it, in their order."""
        words = {*WORD.findall(text), ""} if self.kinds else set()
        found = {
            name for word in words & self.by_word.keys() for name in self._beginning(word, text)
        }
        return {name: self.kinds[name] for name in sorted(found)}

    def _beginning(self, word: str, text: str) -> Iterator[str]:
        names = self.by_word[word]
        if len(names) <= FEW or not word:
            yield from (name for name in names if name in text)
            return
        at = text.find(word)
        while at >= 0:
            for start, length in self.shapes[word]:
                name = text[max(at - start, 0) : at - start + length]
                if name in names:
                    yield name
            at = text.find(word, at + 1)
