"""A person's name in, its words out, and the key that their spellings share."""

from __future__ import annotations

from ..words import fold, person_tables
from .honorific import PEER, without_honorific
from .offices import title_length

SYLLABLE = 5  # letters at most


def name_words(surface: str) -> list[str]:
    """Return the words of a person's name without honorifics, initials kept: "J.", "Smith".

    The number of a ruler is the last word: "Pedro II" is not Pedro I; so is an epithet; a
    peer's are the rank and of what: "Duke", "York".
    """
    name = surface
    while (shorter := without_honorific(name)) != name:
        name = shorter
    if peer := PEER.fullmatch(name):
        return [peer[1], "-".join(peer[2].split())]
    first, the, epithet = name.partition(" the ")
    if the and first and epithet:
        return [*first.split(), "-".join(epithet.split())]
    every = name.replace("‐", "-").split()
    words = every[title_length(every) :]
    if words[-1] in _ROMAN and (len(words) == 2 or (len(words) == 3 and words[0] == "Dom")):
        return [words[-2], str(_ROMAN.index(words[-1]) + 1)]
    return _joined_syllables([word for word in words if fold(word) not in _SUFFIXES] or words)


def _joined_syllables(words: list[str]) -> list[str]:
    """A Korean name's words, its first name one of them: "Kim", "Jong-Un"."""
    surnames = person_tables()["before_syllables"]["surnames"]
    if len(words) == 3 and words[0] in surnames and max(map(len, words[1:])) <= SYLLABLE:
        return [words[0], "-".join(words[1:])]
    return words


_TENS, _ONES = ("", "X", "XX"), ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN = tuple(ten + one for ten in _TENS for one in _ONES)[1:]
_SUFFIXES = frozenset("jr sr ii iii iv phd md frs obe mbe cbe dbe ra mp qc".split())  # noqa: SIM905


def name_key(word: str) -> str:
    """Return what the spellings of a name share: "Bakiev" and "Bakiyev", "Maxim" and "Maksim"."""
    key = fold(word)
    for spelling, sound in person_tables()["transliteration"]["pairs"]:
        key = key.replace(spelling, sound)
    return key


def first_key(word: str) -> str:
    """Return the key of a first name in full: "Jim" is "James"."""
    nicknames: dict[str, str] = person_tables()["nicknames"]
    return name_key(nicknames.get(fold(word), word))
