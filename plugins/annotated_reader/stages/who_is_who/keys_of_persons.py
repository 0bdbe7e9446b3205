"""The full names of one document's persons -> the key that one person's names share.

"J. Smith" is the one John Smith whom the text names; George W. Bush is not George H. W. Bush.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from .middle_names import Middle, are_several, middle_of, with_middle
from .name_words import first_key, name_key, name_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...model import Mention


def several_of(mentions: Sequence[Mention]) -> frozenset[str]:
    """The keys of names that a text gives to several, whose middle initials differ."""
    middles: dict[str, set[Middle]] = defaultdict(set)
    for mention in mentions:
        words = name_words(mention.surface) if mention.surface.count(" ") > 1 else []
        if middle := middle_of(words):
            middles[_plain_key(words)].add(middle)
    return frozenset(key for key, each in middles.items() if are_several(each))


def key_of_several(words: Sequence[str], several: Mapping[str, list[str]]) -> str:
    """The key of a name that several have: with the initial, or of the only one named so far."""
    plain = _plain_key(words)
    if plain not in several:
        return ""
    known, middle = several[plain], middle_of(words)
    key = with_middle(plain, middle) if middle else known[0] if len(known) == 1 else plain
    if key not in known[:2]:
        known.append(key)
    return key


def _plain_key(words: Sequence[str]) -> str:
    return f"{first_key(words[0])} {name_key(words[-1])}"


def key_among(family: dict[str, set[str]], words: Sequence[str]) -> str:
    """The key of a name among those of its family before it, each with its first names.

    "J. Smith" takes that of the one "John Smith", "Otto Jespersen" that of the one "Jens Otto
    Harry Jespersen", "Kristin Wilkins" that of the one "Kristen Wilkins".
    """
    first, last = first_key(words[0]), name_key(words[-1])
    firsts = {first_key(word) for word in words[:-1]}
    if f"{first} {last}" in family:
        return f"{first} {last}"
    for is_alike in (
        lambda key: len(first) == 1 and key.startswith(first),
        lambda key: firsts <= family[key] or family[key] < firsts,
        lambda key: _differ_in_a_vowel(first, key.partition(" ")[0]),
    ):
        alike = [key for key in family if is_alike(key)]
        if len(alike) == 1:
            return alike[0]
    return f"{first} {last}"


def _differ_in_a_vowel(first: str, other: str) -> bool:
    """Whether two first names are spellings of one: "Kristen", "Kristin"; not "Daniela"."""
    apart = [place for place, (a, b) in enumerate(zip(first, other, strict=False)) if a != b]
    return (
        len(first) == len(other) > 4
        and len(apart) == 1
        and 0 < apart[0] < len(first) - 1
        and {first[apart[0]], other[apart[0]]} <= set("aeiou")
    )
