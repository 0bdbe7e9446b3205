"""Texts and their mentions in, names without an entry out: capitalized words that keep together.

A name is missed where two capitalized words or more stand together inside a sentence, or one does
so again and again; the editor says whether it is one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..words import fold, head_words
from .doubts import kind_by_sentence, kind_of_last_word, tables
from .longer import ARTICLES, is_title_word

if TYPE_CHECKING:
    from ...model import Entry, Span
    from .usage import Context, ReadText, Usage

NAME = re.compile(r"[A-ZÀ-ÞĀ-Ž][\w’-]*(?:(?: (?:of|of the|de|la|le|von|van))? [A-ZÀ-ÞĀ-Ž][\w’-]*)*")
ENDS = (".", "!", "?", "”", '"', ":", "]", ")")
QUOTES = "“\"'‘([-"
AGAIN = 2
PART, LIKELY, UNLIKELY = 0.5, 0.4, 0.1
SHORTEST = 3
RARER = 2  # times that a part of a name may be said as often as the whole
POSSESSIVE = re.compile(r"[’']s?$")


@dataclass(frozen=True, slots=True)
class Missed:
    """A name without an entry, where it stands, and its likeliest kind and likelihood.

    `part_of` is the id of the entry whose name it most likely is a part of.
    """

    name: str
    kind: str
    weight: float
    contexts: tuple[Context, ...]
    part_of: str = ""


def missed_names(
    texts: Iterable[ReadText], entries: Mapping[str, Entry], usage: Usage
) -> tuple[Missed, ...]:
    """Return the names that stand in the texts but in no entry, the commonest first."""
    known = {fold(name) for each in entries.values() for name in (each.name, *each.aliases)}
    found: dict[str, list[tuple[ReadText, Span]]] = defaultdict(list)
    for text in texts:
        for span in _runs(text, usage):
            if (key := fold(text.text[slice(*span)])) not in known:
                found[key].append((text, span))
    kept = [key for key, places in found.items() if len(places) >= AGAIN or " " in key]
    parts = _parts(entries)
    kept.sort(key=lambda key: (-len(found[key]), key))
    return tuple(_missed(found[key], usage, parts.get(key, ())) for key in kept)


def _parts(entries: Mapping[str, Entry]) -> dict[str, list[str]]:
    """The ids of the entries whose names end with some words, by these, folded."""
    parts: dict[str, list[str]] = defaultdict(list)
    for id_, entry in entries.items():
        words = entry.name.split()
        if entry.status != "hidden" and entry.kind not in ("date", "term"):
            for at in range(1, len(words)):
                parts[fold(" ".join(words[at:]))].append(id_)
    return parts


def _missed(places: Sequence[tuple[ReadText, Span]], usage: Usage, wholes: Sequence[str]) -> Missed:
    spellings = Counter(text.text[slice(*span)] for text, span in places)
    name = max(spellings.items(), key=lambda item: (item[1], item[0]))[0]
    contexts = tuple(text.context(span, "", 0) for text, span in places)
    here = {context.text for context in contexts}
    wholes = [id_ for id_ in wholes if usage.times(id_, here) * RARER >= len(places)]
    if len(wholes) == 1:
        return Missed(name, "", PART, contexts, wholes[0])
    kind = _kind(name, contexts, usage)
    often = len(places) >= AGAIN and kind != "term" and not _is_common(name, usage)
    likely = kind == "person" or often
    return Missed(name, kind, LIKELY if likely else UNLIKELY, contexts)


def _runs(text: ReadText, usage: Usage) -> Iterator[Span]:
    """Capitalized words inside the sentences of a text that belong to no mention."""
    for start, end in text.sentences:
        sentence = text.text[start:end]
        if not sentence.rstrip().endswith(ENDS):
            continue
        for match in NAME.finditer(sentence):
            span = start + match.start(), start + match.end()
            kept = _trimmed(text.text, start, span, usage)
            if kept and not usage.touches(text.slug, kept):
                yield kept


def _trimmed(text: str, begins: int, span: Span, usage: Usage) -> Span | None:
    """A run without the word that its sentence begins with, or an honorific; a lone one is none."""
    start, end = span
    while start < end:
        first = text[start:end].split(" ", 1)[0]
        usual = _begins(text, begins, start) and usage.lower.get(first.casefold())
        none = first in ARTICLES or first[0].islower() or is_title_word(first)
        if not usual and not none:
            break
        start += len(first) + 1
    name = text[start:end]
    if name.casefold() in tables()["calendar"]["words"]:
        return None
    alone = " " not in name and (_begins(text, begins, start) or usage.lower.get(name.casefold()))
    return None if len(name) < SHORTEST or alone else (start, end)


def _begins(text: str, begins: int, start: int) -> bool:
    """Whether a sentence, or a quotation in it, begins where a word stands."""
    before = text[begins:start].rstrip(" ")
    return before == "" or before[-1] in QUOTES


def _kind(name: str, contexts: Sequence[Context], usage: Usage) -> str:
    """The kind that a name most likely has: by its own words, or by those around it."""
    words = name.split()
    if len(words) > 1 and words[-1] in head_words():
        return head_words()[words[-1]]
    if len(words) > 1 and (kind := kind_of_last_word(words)):
        return kind
    votes = Counter(kind for each in contexts if (kind := kind_by_sentence(name, each)))
    if votes:
        return votes.most_common(1)[0][0]
    strange = len(words) in (2, 3) and not any(usage.lower.get(word.casefold()) for word in words)
    with_article = any(each.before.endswith(("the ", "The ", " a ", " an ")) for each in contexts)
    owned = any(POSSESSIVE.search(each.before.rstrip()) for each in contexts)
    if strange and not with_article and not owned and all(map(_is_of_a_person, words)):
        return "person"
    return "work" if len(words) > 1 else "term"


def _is_of_a_person(word: str) -> bool:
    """Whether a word is written as persons' names are: neither "XP" nor "SiriusXM" nor "B"."""
    parts = re.split(r"[-’']", word)
    return all(part.istitle() for part in parts) and len(word) > 1


def _is_common(name: str, usage: Usage) -> bool:
    return all(usage.lower.get(word.casefold()) for word in name.split())
