"""Where names stand in a text: the text and names go in, spans of whole words come out."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from .names import POSSESSIVE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...model import Span

_WORD = re.compile(r"\w[\w’'.-]*")


class Names:
    """Names to look for, grouped by their first word, so that many texts can be gone through."""

    def __init__(self, names: Iterable[str]) -> None:
        self.by_first: dict[str, set[str]] = defaultdict(set)
        for name in names:
            if first := _WORD.match(name):
                self.by_first[_bare(first[0])].add(name)
        self.lengths = {
            first: sorted({len(name) for name in group}, reverse=True)
            for first, group in self.by_first.items()
        }


def occurrences(text: str, names: Iterable[str] | Names) -> Iterator[tuple[Span, str]]:
    """Yield every place where one of `names` stands as whole words, longest names first.

    Linear in the text, however many names begin alike: they are looked up by what stands there in
    each of the lengths that those with one first word have.
    """
    sought = names if isinstance(names, Names) else Names(names)
    taken = 0
    for word in _WORD.finditer(text):
        if word.start() < taken:
            continue
        bare = _bare(word[0])
        for length in sought.lengths.get(bare, ()):
            end = word.start() + length
            name = text[word.start() : end]
            if end > len(text):  # cut short, it may be another name
                continue
            if name in sought.by_first[bare] and not text[end : end + 1].isalnum():
                taken = end
                yield (word.start(), end), name
                break


@lru_cache(maxsize=1 << 15)
def _bare(word: str) -> str:
    """A word without a possessive, a final period, or what a hyphen joins to it."""
    return POSSESSIVE.sub("", word).split("-")[0].rstrip(".")
