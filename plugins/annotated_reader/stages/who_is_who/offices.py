"""Titles of persons: which words of a name they are, and whom one that stands alone means.

"The President" is the one whom the text has called President, or of whom it says so: "Roza
Otunbayeva, the interim President", "the President, Roza Otunbayeva".
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from ..words import countries, fold, honorifics, kind_of_description, person_tables, word_lists
from .honorific import without_honorific

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...model import Mention, Span


def title_length(words: Sequence[str]) -> int:
    """Return how many words of a title stand before a full or last name: "Home Secretary", "US"."""
    count = next((n for n, word in enumerate(words) if not _in_title(word)), len(words))
    if count == len(words):  # "Tsar Peter" ends like a title, but is none
        count = next((n for n, word in enumerate(words) if not _is_office(word)), 0)
    titles = person_tables()["title_words"]
    alone = len(words) == 2 and fold(words[0].rstrip(".")) in (
        *titles["before_a_first_name"],
        *titles["before_a_surname"],
    )
    return count if count > 1 or len(words) - count > 1 or alone else 0


def is_only_title(words: Sequence[str]) -> bool:
    """Whether several words are an office without a name: "Prime Minister", "Chief Justice"."""
    begins, noun = fold(words[0]) in person_tables()["title_words"]["words"], fold(words[-1])
    # "Peter" ends like one, but is none
    holds = noun in word_lists()["person"]["words"] or noun in honorifics()
    return begins and len(words) > 1 and holds and all(_in_title(word) for word in words)


def is_title(surface: str) -> bool:
    """Whether a name is nothing but a title, of one word or more: "President", "Mr. Chair"."""
    return all(_is_office(word) for word in surface.split())


def means_anybody(text: str, span: Span) -> bool:
    """Whether a title at `span` is that of any holder: "a President", "for Governor".

    So is that of somewhere else, "the President of that country", and one within a longer name.
    """
    before = text[max(0, span[0] - _WORD_BEFORE) : span[0]]
    return bool(_OF_ANY.search(before) or _OF_ANOTHER.match(text, span[1]))


_WORD_BEFORE = 12  # characters of the words before a title, "became a" at most
_OF_ANY = re.compile(
    r"(?:(?<!\bmade )(?<!\bbecame )(?<!\bbecome )\ban?|\b(?:any|every|each|another|no|for|your)) $",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(r" of (?:that|another|any|an?|each|every) | [A-Z][a-z]")


def plain_title(surface: str) -> str:
    """Return a title as a key, without the address before it: "Madam Speaker" is "speaker"."""
    words = fold(surface).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in _ADDRESSES else words)


_ADDRESSES = ("mr", "mrs", "ms", "mx", "madam", "madame")


def _in_title(word: str) -> bool:
    key = fold(word)
    if key in person_tables()["title_words"]["words"] or without_honorific(f"{word} x") == "x":
        return True
    return key in countries() or (len(key) > 4 and kind_of_description(key) == "person")


@lru_cache(maxsize=1 << 14)
def _is_office(word: str) -> bool:
    key = fold(word)
    titles = person_tables()["title_words"]
    return (
        key in honorifics()
        or key in titles["words"]
        or key in titles["alone"]
        or key in word_lists()["person"]["words"]
    )


_SMALL = (
    r"(?: (?:the|a|an|our|its|his|her|their|my|your|now|then|also|current|former|new|first|last"
    r"|\d+(?:st|nd|rd|th)))*"
)
_AFTER_NAME = re.compile(
    rf"(?: \([^()\n]{{1,60}}\))?(?:,| is| was){_SMALL}(?: [A-Z]{{2,}})? "
    r"|[^.;:!?\n]{0,120} (?:as|became|becomes|become|named|appointed|elected|crowned|proclaimed"
    rf"|declared){_SMALL} "
)
_BEFORE_NAME = re.compile(r"(?: (?:of|for|at) [^,.;:!?\n]{1,60})?, | ")


def equated(mentions: Sequence[Mention], text: str) -> Iterator[tuple[Mention, Mention]]:
    """Yield titles that stand alone, each with the full name beside it whose bearer has it."""
    for before, after in pairwise(mentions):
        between = text[before.span[1] : after.span[0]]
        if is_title(after.surface) and not is_title(before.surface):
            if _AFTER_NAME.fullmatch(between):
                yield after, before
            elif _is_of_subject(text, before, after, mentions[0]):
                yield after, mentions[0]
        elif (
            is_title(before.surface)
            and not _is_office(after.surface.split()[0])
            and _BEFORE_NAME.fullmatch(between)
        ):
            yield before, after


_PARAGRAPH = 2_000  # characters in which its beginning is looked for
_OF_SUBJECT = re.compile(
    r"\b(?:he|she) [^.;:!?\n]{0,60}?\b(?:as|became|elected|appointed|named|made|crowned|was)"
    rf"{_SMALL} $",
    re.IGNORECASE,
)


def _is_of_subject(text: str, before: Mention, title: Mention, subject: Mention) -> bool:
    """Whether "he was elected a Fellow" is said of the one with whom a text begins.

    It may be said of whoever else is named before it in the same paragraph.
    """
    start = text.rfind("\n", max(0, title.span[0] - _PARAGRAPH), title.span[0]) + 1
    said = text[max(start, title.span[0] - 100) : title.span[0]]
    is_alone = before.span[0] < start or before.surface == subject.surface
    return is_alone and not is_title(subject.surface) and _OF_SUBJECT.search(said) is not None
