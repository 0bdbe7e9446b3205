"""Text -> words -> the forms that are looked for, the same here and in `client/analysis.js`.

A text is folded (case, diacritics, apostrophes, letters such as ł, ß, æ) and cut into words.
A compound (Jalal-Abad, O’Brien, l’Élysée) counts both as its parts and
as one word, so that Jalalabad, Jalal Abad and Abad all lead to it. Scripts that put no space
between words are cut into pairs of letters. Neither lunr's tokenizer nor its trimmer is used:
they cut "Élysée" to "lysée" and lose "Москва". What is changed here has to be changed there;
`tests/browser` compares the two over many words. Stems are made in `languages.py` alone: the
browser looks a word's stem up in the index.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

Word: TypeAlias = tuple[str, ...]
"""A word's parts: `("jalal", "abad")`, or one part for most words."""

_APOSTROPHES = "‘’‛ʹʻʼʽʾʿˈ′＇`´"
_HYPHENS = "‐‑﹣－"
_VARIANTS = "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff" + _VARIANTS
_SIGNS = str.maketrans(
    dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_HYPHENS, "-") | dict.fromkeys(_INVISIBLE)
)
# Of the signs that no text is without: apostrophes, and what parts words as a space does.
_USUAL = (("’", "'"), ("‘", "'"), *((sign, " ") for sign in "“”–—…\u00a0"))
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
_RUN = rf"\w[\w{_OTHER_MARKS}]*"
_WORD = re.compile(f"{_RUN}(?:['-]{_RUN})*")
_ASCII_WORD = re.compile(r"\w+(?:['-]\w+)*", re.ASCII)
_BREAK = "\0"  # between texts
_ASCII_WORD_OR_BREAK = re.compile(rf"{_BREAK}|{_ASCII_WORD.pattern}", re.ASCII)
_JOINT = re.compile("['-]")
_LETTER = re.compile(f"[^\\W_][{_OTHER_MARKS}]*")
# Scripts without spaces between words: Thai, Lao, Myanmar, Khmer, kana, Han.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
_UNSPACED += "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SCRIPTS = re.compile(f"[{_UNSPACED}]+|[^{_UNSPACED}]+")
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")


def fold(text: str) -> str:
    """Return the text in lower case, without optional marks, with plain apostrophes and hyphens."""
    if text.isascii():
        return text.lower().replace("`", "'")
    plain = unicodedata.normalize("NFKD", text.translate(_SIGNS)).lower()
    return unicodedata.normalize("NFC", _OPTIONAL_MARKS.sub("", plain).translate(_LETTERS))


def folded_words(texts: Sequence[str]) -> list[list[str]]:
    """Return `raw_words(fold(text))` of each text, sooner where they have the usual signs alone."""
    joined = _BREAK.join(text.replace(_BREAK, " ") for text in texts)
    if not joined.isascii():
        for sign, plain in _USUAL:
            joined = joined.replace(sign, plain)
    if not joined.isascii():
        return [raw_words(fold(text)) for text in joined.split(_BREAK)]
    return list(_parted(_ASCII_WORD_OR_BREAK.findall(fold(joined).replace("_", " "))))


def fold_case(text: str) -> str:
    """Return the text in lower case and composed, with plain apostrophes and hyphens."""
    plain = unicodedata.normalize("NFKC", text.translate(_SIGNS)).lower()
    return unicodedata.normalize("NFC", plain)


def words(text: str) -> list[Word]:
    """Return the words of a text in their order, a possessive "’s" left off."""
    return [word for raw in raw_words(fold(text)) for word in split_word(raw)]


def raw_words(folded: str) -> list[str]:
    """Return the words of a folded text, not yet split: cheap enough for any length."""
    # An underscore counts as a letter of words in regular expressions, and to nobody else.
    pattern = _ASCII_WORD if folded.isascii() else _WORD
    return pattern.findall(folded.replace("_", " "))


def split_word(raw: str) -> tuple[Word, ...]:
    """Return the words that a folded word stands for: one, or many in a script without spaces."""
    parts = parts_of(raw)
    if raw.isascii() or not _IS_UNSPACED.search(raw):
        return (parts,)
    runs = (run for part in parts for run in _SCRIPTS.findall(part))
    return tuple((piece,) for run in runs for piece in _pieces(run))


def parts_of(raw: str) -> Word:
    """Return the parts of a compound, a possessive "’s" left off."""
    return tuple(_JOINT.split(raw.removesuffix("'s")))


def forms(word: Word) -> Word:
    """Return the forms under which a word is found: its parts and, of a compound, the whole."""
    return word if len(word) == 1 else (*word, "".join(word))


def _parted(found: list[str]) -> Iterator[list[str]]:
    """Yield what stands between the breaks."""
    start = 0
    for _ in range(found.count(_BREAK)):
        end = found.index(_BREAK, start)
        yield found[start:end]
        start = end + 1
    yield found[start:]


def _pieces(run: str) -> list[str]:
    """Cut a run of one kind of script: pairs of letters where no spaces are written."""
    letters = _LETTER.findall(run)
    if len(letters) < 2 or not _IS_UNSPACED.match(run):
        return [run]
    return [one + other for one, other in pairwise(letters)]
