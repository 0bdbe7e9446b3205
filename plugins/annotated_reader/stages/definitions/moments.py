"""What somebody is said to have done goes in, and whether it is but a moment of a story comes out.

"Jan won the 2004 election" tells who Jan is; "Jan won a long set from Asel", "Jan killed a seal"
and "Jan set the candle on the table" tell nobody.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..kinds.phrase_kinds import tables

_NAMED_OR_COUNTED = re.compile(r"(?: [a-z][\w’'-]*){0,2} (?:[“\"]?[A-Z]|\d)")
"""A name or a number within three words: "won the Red Cup", "killed at least 30 people"."""


def is_a_moment(words: str) -> bool:
    """Tell whether a predicate of a person tells what happened once, and no feat of that person."""
    verb = _verbs().match(words)
    return verb is not None and not is_particular(words, verb.end())


def is_particular(words: str, start: int) -> bool:
    """Tell whether what goes on at `start` begins with a name or a number, or holds a feat."""
    is_named = _NAMED_OR_COUNTED.match(words, start) is not None
    return is_named or _feats().search(_AND.split(words[start:], maxsplit=1)[0]) is not None


_AND = re.compile(r" and |, ")


@lru_cache(maxsize=1)
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(tables()['moments']['verbs'])})\b")


@lru_cache(maxsize=1)
def _feats() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(tables()['moments']['feats'])})s?\b")
