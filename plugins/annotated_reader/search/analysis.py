"""Text -> words -> the terms of the index, the same here and in `client/analysis.js`.

A text is folded (case, diacritics, apostrophes, letters such as ł, ß, æ), cut into words, and
the words are stemmed. A compound (Jalal-Abad, O’Brien, l’Élysée) counts both as its parts and
as one word, so that Jalalabad, Jalal Abad and Abad all lead to it. Neither lunr's tokenizer
nor its trimmer is used: they cut "Élysée" to "lysée" and lose "Москва". What is changed here
has to be changed there; `tests/browser` compares the two over many words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TypeAlias

from lunr.stop_word_filter import WORDS as STOP_WORDS

from .stemmer import stem as _english_stem

Word: TypeAlias = tuple[str, ...]
"""A word's parts: `("jalal", "abad")`, or one part for most words."""

_APOSTROPHES = "‘’‛ʹʻʼʽʾʿˈ′＇`´"
_HYPHENS = "‐‑﹣－"
_VARIANTS = "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff" + _VARIANTS
_SIGNS = str.maketrans(
    dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_HYPHENS, "-") | dict.fromkeys(_INVISIBLE)
)
_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ı": "i",
        "ħ": "h",
        "ŋ": "n",
        "ς": "σ",
    }
)
# Marks that a reader may leave out: Latin, Greek and Cyrillic accents, Hebrew and Arabic points.
# Vowel signs of other scripts are part of the word and stay.
_OPTIONAL_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
_OTHER_MARKS = "".join(
    sign for sign in map(chr, range(0x300, 0x20000)) if unicodedata.category(sign)[0] == "M"
)
_RUN = rf"[^\W_](?:[^\W_]|[{_OTHER_MARKS}])*"
_WORD = re.compile(f"{_RUN}(?:['-]{_RUN})*")
_JOINT = re.compile("['-]")


def fold(text: str) -> str:
    """Return the text in lower case, without optional marks, with plain apostrophes and hyphens."""
    if text.isascii():
        return text.lower().replace("`", "'")
    plain = unicodedata.normalize("NFKD", text.translate(_SIGNS)).lower()
    return unicodedata.normalize("NFC", _OPTIONAL_MARKS.sub("", plain).translate(_LETTERS))


def words(text: str) -> list[Word]:
    """Return the words of a text in their order, a possessive "’s" left off."""
    return [_parts(word) for word in _WORD.findall(fold(text))]


def forms(word: Word) -> Word:
    """Return the forms under which a word is found: its parts and, of a compound, the whole."""
    return word if len(word) == 1 else (*word, "".join(word))


@lru_cache(maxsize=1 << 16)
def stem(form: str) -> str:
    """Return the term of a form; only English words, that is ASCII ones, are stemmed."""
    return _english_stem(form) if form.isascii() else form


def is_stop_word(form: str) -> bool:
    """Tell whether a form is one of lunr's English stop words."""
    return form in STOP_WORDS


def terms(text: str, *, stop_words: bool = False) -> list[str]:
    """Return the terms that a text is indexed under, with or without those of stop words."""
    return [
        stem(form)
        for word in words(text)
        for form in forms(word)
        if stop_words or not is_stop_word(form)
    ]


@lru_cache(maxsize=1 << 16)
def _parts(word: str) -> Word:
    return tuple(_JOINT.split(word.removesuffix("'s")))
