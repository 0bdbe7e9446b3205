"""Folded words -> the terms under which a text's language files them: English as lunr.js does.

Snowball's stemmers want a word with its marks, so that the words of other languages are stemmed
before they are folded. A form then may belong to several terms: the browser follows all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import snowballstemmer
from lunr.stop_word_filter import WORDS as STOP_WORDS

from .analysis import fold, fold_case, forms, parts_of, raw_words, split_word
from .stemmer import stem as _english_stem

Stemmer: TypeAlias = Callable[[str], str]
Pair: TypeAlias = tuple[str, str]
"""A term and the form of it that stands in a text."""

SNOWBALL = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "eo": "esperanto",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "st": "sesotho",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
"""Snowball's stemmers by the primary subtag of the language."""

ENDINGS = {
    "en": (
        ["", "s", "es", "ed", "ing", "er", "ers", "ly", "ment", "ments", "al", "ness", "ful"],
        ["e", "es", "ed", "ing", "er", "ers", "ion", "ions", "ive", "or", "ors", "able", "ely"],
        ["y", "ies", "ied", "ying", "ier", "iest", "ily", "iness"],
    ),
    "de": (["", "e", "en", "er", "es", "em", "n", "s", "ern", "te", "ten", "t", "st"],),
    "es": (["", "s", "es"], ["o", "a", "os", "as", "ar", "an", "aba", "ado"]),
    "fr": (["", "s", "e", "es", "x", "ment"], ["er", "e", "es", "ent", "ons", "ait", "ant"]),
    "it": (["o", "a", "i", "e", "are", "ato", "ata", "ati", "ate"],),
    "pt": (["", "s", "es"], ["o", "a", "os", "as", "ar", "am", "ado"]),
    "ru": (
        ["", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах", "и"],
        ["а", "ы", "и", "е", "у", "ой", "ам", "ами", "ах"],
        ["ыи", "ая", "ое", "ые", "ого", "ому", "ым", "ои", "ых", "ыми", "ую"],
    ),
}
"""Endings that take each other's place, by language, folded: a word that the library does not have
may be another form of one that it has."""


def primary(language: str) -> str:
    """Return the primary subtag of a language."""
    return language.partition("-")[0].lower()


class Language:
    """How the words of texts in one language are filed."""

    def __init__(self, code: str) -> None:
        name = SNOWBALL.get(primary(code))
        self.folded = primary(code) == "en"  # words are stemmed without their marks
        self._stem: Stemmer = snowballstemmer.stemmer(name).stemWord if name else str
        self.stop_words: frozenset[str] = frozenset(STOP_WORDS if self.folded else ())

    def raw_words(self, text: str) -> list[str]:
        """Return the words of a text for `pairs`."""
        return raw_words(fold(text) if self.folded else fold_case(text))

    def pairs(self, raw: str) -> list[Pair]:
        """Return the terms of a word, each with the form that stands in the text."""
        if self.folded:
            return [(stem(form), form) for form in all_forms(raw)]
        return [pair for folded in raw_words(fold(raw)) for pair in self._stemmed(raw, folded)]

    def _stemmed(self, raw: str, folded: str) -> list[Pair]:
        found = all_forms(folded)
        marked = forms(parts_of(raw))
        if [fold(form) for form in marked] != found:
            marked = tuple(found)  # folding has cut the word
        return [(self._term(form), other) for form, other in zip(marked, found, strict=True)]

    def _term(self, form: str) -> str:
        term = fold(self._stem(form))
        return term if raw_words(term) == [term] else fold(form)


def stem(form: str) -> str:
    """Return the term of an English form; only ASCII words are stemmed."""
    return _english_stem(form) if form.isascii() else form


def all_forms(raw: str) -> list[str]:
    """Return all forms of a folded word, stop words among them."""
    return [form for word in split_word(raw) for form in forms(word)]
