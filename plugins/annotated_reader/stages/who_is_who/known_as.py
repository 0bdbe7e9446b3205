"""Two full names of one person: clusters and the text go in, clusters joined by its words come out.

"Jenna Nicole Mourey (born 1986), better known as Jenna Marbles", "George Orwell, born Eric Blair".
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ...model import Span
    from .clusters import Cluster

_FARTHEST = 120  # characters between the two names
_SAID = re.compile(
    r"(?:\bknown (?:(?:professionally|online|publicly|simply) )?(?:as|under|by)"
    r"(?: (?:his|her|their|the))?(?: (?:pseudonym|stage name|pen name|nickname|name))?(?: of)? "
    r"|(?:\(|, |; )(?:born|née|né|a\.?k\.?a\.?|alias) "
    r"|\bunder the (?:pseudonym|pen name|stage name|name)(?: of)? )[“\"‘']?",
    re.IGNORECASE,
)
_BORN = re.compile(r" was born (?=[A-ZÀ-ÞĀ-Ž])")
"""Says so of the name right before it alone: "her son was born John" is not of her."""
_NAME = re.compile(r"[A-ZÀ-ÞĀ-Ž][\w’-]*\w(?: [A-ZÀ-ÞĀ-Ž][\w’-]*\w){1,3}")
_SENTENCE_ENDS = re.compile(r"[.!?] (?![^()]*\))|\n")
_WORD = re.compile(r"\w+")


def with_other_names(full: Sequence[Cluster], text: str) -> list[Cluster]:
    """Join two clusters of full names where `text` says that both are one person's."""
    joined: dict[str, Cluster] = {cluster.key: cluster for cluster in full}
    keys = {mention.surface: cluster.key for cluster in full for mention in cluster.mentions}
    by_first: dict[str, list[str]] = defaultdict(list)
    for surface in keys:
        by_first[surface.split()[0]].append(surface)
    for cluster in full:
        for mention in cluster.mentions:
            other = _other_name(text, mention.span[1], by_first)
            one, two = joined[cluster.key], joined[keys.get(other, cluster.key)]
            if one is not two:
                most, least = (one, two) if len(one.mentions) >= len(two.mentions) else (two, one)
                rule = "other name that the text gives"
                least_named = [replace(m, rule=rule, confidence=0.8) for m in least.mentions]
                most.mentions = sorted([*most.mentions, *least_named], key=lambda m: m.span)
                most.shorts |= {least.key, *least.shorts}
                joined = {k: most if each is least else each for k, each in joined.items()}
    return list({id(cluster): cluster for cluster in joined.values()}.values())


def other_names(text: str, ends: Iterable[int]) -> Iterator[Span]:
    """Yield the spans of full names which `text` gives besides those that end at `ends`.

    The language model often takes a pseudonym for the title of something.
    """
    for end in ends:
        for start in _told_at(text, end):
            if name := _NAME.match(text, start):
                yield name.span()


def _told_at(text: str, end: int) -> Iterator[int]:
    """Yield where in its sentence another name is told of the one that ends at `end`."""
    if born := _BORN.match(text, end):
        yield born.end()
    for said in _SAID.finditer(text, end, end + _FARTHEST):
        if not _SENTENCE_ENDS.search(text[end : said.start()]):
            yield said.end()


def _other_name(text: str, end: int, by_first: Mapping[str, Sequence[str]]) -> str:
    """The full name which the words right behind another one say is the same person's, or ""."""
    for start in _told_at(text, end):
        if word := _WORD.match(text, start):
            found = by_first.get(word[0], ())
            names = [name for name in found if text.startswith(name, word.start())]
            if names:
                return max(names, key=len)
    return ""
