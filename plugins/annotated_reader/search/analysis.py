"""Text -> words -> the terms of the index, the same here and in `client/analysis.js`.

A text is folded (case, diacritics, apostrophes, letters such as ł, ß, æ), cut into words, and
the words are stemmed. A compound (Jalal-Abad, O’Brien, l’Élysée) counts both as its parts and
as one word, so that Jalalabad, Jalal Abad and Abad all lead to it. Scripts that put no space
between words are cut into pairs of letters. Neither lunr's tokenizer nor its trimmer is used:
they cut "Élysée" to "lysée" and lose "Москва". What is changed here has to be changed there;
`tests/browser` compares the two over many words. Only the stems are ours alone: the browser
looks a word's stem up in the index.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
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
_LETTER = re.compile(f"[^\\W_][{_OTHER_MARKS}]*")
# Scripts without spaces between words: Thai, Lao, Myanmar, Khmer, kana, Han.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
_UNSPACED += "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SCRIPTS = re.compile(f"[{_UNSPACED}]+|[^{_UNSPACED}]+")
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")

STEMMERS: dict[str, Callable[[str], str]] = {"en": _english_stem}
"""How a language's words are stemmed, by its primary subtag; others stay as they are."""


def fold(text: str) -> str:
    """Return the text in lower case, without optional marks, with plain apostrophes and hyphens."""
    if text.isascii():
        return text.lower().replace("`", "'")
    plain = unicodedata.normalize("NFKD", text.translate(_SIGNS)).lower()
    return unicodedata.normalize("NFC", _OPTIONAL_MARKS.sub("", plain).translate(_LETTERS))


def words(text: str) -> list[Word]:
    """Return the words of a text in their order, a possessive "’s" left off."""
    return [word for raw in raw_words(text) for word in split_word(raw)]


def raw_words(text: str) -> list[str]:
    """Return the folded words of a text, not yet split: cheap enough for any length."""
    return _WORD.findall(fold(text))


@lru_cache(maxsize=1 << 17)
def split_word(raw: str) -> tuple[Word, ...]:
    """Return the words that a folded word stands for: one, or many in a script without spaces."""
    parts = tuple(_JOINT.split(raw.removesuffix("'s")))
    if raw.isascii() or not _IS_UNSPACED.search(raw):
        return (parts,)
    runs = (run for part in parts for run in _SCRIPTS.findall(part))
    return tuple((piece,) for run in runs for piece in _pieces(run))


def forms(word: Word) -> Word:
    """Return the forms under which a word is found: its parts and, of a compound, the whole."""
    return word if len(word) == 1 else (*word, "".join(word))


@lru_cache(maxsize=1 << 16)
def stem(form: str, language: str = "en") -> str:
    """Return the term of a form in a text of a language; only ASCII words are stemmed."""
    stemmer = STEMMERS.get(language.partition("-")[0].lower())
    return stemmer(form) if stemmer and form.isascii() else form


def is_stop_word(form: str) -> bool:
    """Tell whether a form is one of lunr's English stop words."""
    return form in STOP_WORDS


@lru_cache(maxsize=1 << 17)
def indexed_forms(raw: str) -> Word:
    """Return the forms under which a folded word of a running text is indexed."""
    return tuple(form for form in all_forms(raw) if not is_stop_word(form))


@lru_cache(maxsize=1 << 17)
def all_forms(raw: str) -> Word:
    """Return all forms of a folded word, stop words among them."""
    return tuple(form for word in split_word(raw) for form in forms(word))


def _pieces(run: str) -> list[str]:
    """Cut a run of one kind of script: pairs of letters where no spaces are written."""
    letters = _LETTER.findall(run)
    if len(letters) < 2 or not _IS_UNSPACED.match(run):
        return [run]
    return [one + other for one, other in pairwise(letters)]
