"""An English word -> its stem, exactly as lunr.js makes it.

This is `lunr.stemmer` of lunr.js 2.3.9, rule by rule: lunr.py's own parts company with it ("key",
"try", "eed", "trolleyying"). It runs here only; `tests/browser` compares the two.
"""

from __future__ import annotations

import re

STEP_2 = {
    "ational": "ate",
    "tional": "tion",
    "enci": "ence",
    "anci": "ance",
    "izer": "ize",
    "bli": "ble",
    "alli": "al",
    "entli": "ent",
    "eli": "e",
    "ousli": "ous",
    "ization": "ize",
    "ation": "ate",
    "ator": "ate",
    "alism": "al",
    "iveness": "ive",
    "fulness": "ful",
    "ousness": "ous",
    "aliti": "al",
    "iviti": "ive",
    "biliti": "ble",
    "logi": "log",
}
STEP_3 = {
    "icate": "ic",
    "ative": "",
    "alize": "al",
    "iciti": "ic",
    "ical": "ic",
    "ful": "",
    "ness": "",
}
STEP_4 = "al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize"

_CONSONANTS = "[^aeiou][^aeiouy]*"
_VOWELS = "[aeiouy][aeiou]*"
_ONE_SYLLABLE = re.compile(f"^({_CONSONANTS})?{_VOWELS}{_CONSONANTS}")
_JUST_ONE_SYLLABLE = re.compile(f"^({_CONSONANTS})?{_VOWELS}{_CONSONANTS}({_VOWELS})?$")
_TWO_SYLLABLES = re.compile(f"^({_CONSONANTS})?{_VOWELS}{_CONSONANTS}{_VOWELS}{_CONSONANTS}")
_HAS_VOWEL = re.compile(f"^({_CONSONANTS})?[aeiouy]")
_SHORT = re.compile(f"^{_CONSONANTS}[aeiouy][^aeiouwxy]$")

_PLURAL_ES = re.compile("^(.+?)(ss|i)es$")
_PLURAL_S = re.compile("^(.+?)([^s])s$")
_EED = re.compile("^(.+?)eed$")
_ED_ING = re.compile("^(.+?)(ed|ing)$")
_WANTS_E = re.compile("(at|bl|iz)$")
_DOUBLED = re.compile(r"([^aeiouylsz])\1$")
_FINAL_Y = re.compile("^(.+?[^aeiou])y$")
_SUFFIX_2 = re.compile(f"^(.+?)({'|'.join(STEP_2)})$")
_SUFFIX_3 = re.compile(f"^(.+?)({'|'.join(STEP_3)})$")
_SUFFIX_4 = re.compile(f"^(.+?)({STEP_4})$")
_ENDS_4 = (*STEP_4.split("|"), "ion")
_ION = re.compile("^(.+?)(s|t)(ion)$")


def stem(word: str) -> str:
    """Return the stem of a lower-case ASCII word."""
    if len(word) < 3:
        return word
    consonant_y = word.startswith("y")
    if consonant_y:
        word = "Y" + word[1:]
    word = _without_plural(word)
    word = _without_past_or_progressive(word)
    if word.endswith("y"):
        word = _FINAL_Y.sub(r"\1i", word)
    word = _exchange(word, _SUFFIX_2, STEP_2)
    word = _exchange(word, _SUFFIX_3, STEP_3)
    word = _without_suffix(word)
    word = _without_final_e(word)
    if word.endswith("ll") and _TWO_SYLLABLES.search(word):
        word = word[:-1]
    return "y" + word[1:] if consonant_y else word


def _without_plural(word: str) -> str:
    if not word.endswith("s"):
        return word
    if _PLURAL_ES.search(word):
        return word[:-2]
    return word[:-1] if _PLURAL_S.search(word) else word


def _without_past_or_progressive(word: str) -> str:
    if not word.endswith(("ed", "ing")):
        return word
    if found := _EED.search(word):
        return word[:-1] if _ONE_SYLLABLE.search(found[1]) else word
    found = _ED_ING.search(word)
    if not found or not _HAS_VOWEL.search(found[1]):
        return word
    rest = found[1]
    if _WANTS_E.search(rest):
        return rest + "e"
    if _DOUBLED.search(rest):
        return rest[:-1]
    return rest + "e" if _SHORT.search(rest) else rest


def _exchange(word: str, suffix: re.Pattern[str], table: dict[str, str]) -> str:
    found = word.endswith(tuple(table)) and suffix.search(word)  # most words have none
    if found and _ONE_SYLLABLE.search(found[1]):
        return found[1] + table[found[2]]
    return word


def _without_suffix(word: str) -> str:
    if not word.endswith(_ENDS_4):
        return word
    if found := _SUFFIX_4.search(word):
        return found[1] if _TWO_SYLLABLES.search(found[1]) else word
    found = _ION.search(word)
    if found and _TWO_SYLLABLES.search(found[1] + found[2]):
        return found[1] + found[2]
    return word


def _without_final_e(word: str) -> str:
    rest = word.removesuffix("e")
    if rest in (word, ""):
        return word
    if _TWO_SYLLABLES.search(rest):
        return rest
    return rest if _JUST_ONE_SYLLABLE.search(rest) and not _SHORT.search(rest) else word
