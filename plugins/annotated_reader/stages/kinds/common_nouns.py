"""A text goes in, the common nouns come out that it writes with a capital: "each State".

Older texts do so, and a language model takes them for names. A name is never one of several; the
few nouns of states and their parts of which we ask that stand in a list.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..words import word_lists


def common_nouns(text: str) -> frozenset[str]:
    """Return the nouns of the list of which the text has several, or somebody's."""
    found = {match[1] for match in _of_several().finditer(text)}
    return frozenset(found | {_other_number(noun) for noun in found})


def _other_number(noun: str) -> str:
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    if noun.endswith("y"):
        return f"{noun[:-1]}ies"
    return noun[:-1] if noun.endswith("s") else f"{noun}s"


@lru_cache(maxsize=1)
def _of_several() -> re.Pattern[str]:
    table = word_lists()["nouns_with_capitals"]
    nouns = "|".join(table["words"])
    plurals = "|".join(_other_number(noun) for noun in table["words"])
    before = "|".join(table["before"])
    return re.compile(rf"\b(?:{before}) (?:[a-z]+ )?((?:[A-Z][a-z]+ )?(?:{nouns}|{plurals}))\b")
