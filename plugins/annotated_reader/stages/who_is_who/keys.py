"""By which key a name is known in every text, persons apart; what an acronym looks like."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..names.ships import without_letters
from ..words import countries, fold, peoples, word_lists

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ...model import Mention

KEYED = ("date", "term")
"""Kinds whose mentions carry what they are: a value, a lemma; names do not count."""

ACRONYM = re.compile(r"^[A-Z][A-Z0-9&.-]{1,8}$")
_SMALL = frozenset(("of", "for", "and", "the", "in", "on", "to", "de", "la", "at"))


def initials_of(surface: str) -> str:
    """Return the initials of a name's great words, as an acronym of it has them."""
    words = re.split(r"[\s-]+", surface)
    return "".join(word[0] for word in words if word and word.lower() not in _SMALL).casefold()


def key_of(mention: Mention, acronyms: Mapping[str, str] | None = None) -> str:
    """Return the key that the same thing, other than a person, has in every text."""
    name = fold(mention.surface)
    if mention.kind in KEYED:
        return mention.entry or name
    if mention.kind == "place":
        return _place_key(mention.surface, acronyms or {})
    if own := _OWN_KEYS.get(mention.kind):
        return own(name)
    if acronyms and ACRONYM.match(mention.surface) and name in acronyms:
        return acronyms[name]
    if mention.kind == "organization":
        words = mention.surface.split()
        while len(words) > 1 and words[-1].rstrip(".,") in word_lists()["legal_forms"]["words"]:
            words.pop()
        return _country_key(name) or key_of_body(" ".join(words))
    return name


def key_of_body(name: str) -> str:
    """Return the key of an organization by its name without a legal form."""
    return _UNION.sub("us ", _one_spelling(fold(name)))


def _place_key(surface: str, acronyms: Mapping[str, str]) -> str:
    name = fold(word_lists()["short_cities"].get(surface, surface))
    state = name.removeprefix("state of ")
    if (
        key := _country_key(name)
        or _states().get(name)
        or (state if state in names_of_states() else "")
    ):
        return key
    name = _one_spelling(name)
    return acronyms.get(name, name) if ACRONYM.match(surface) else name


def _country_key(name: str) -> str:
    """The key of a country, with or without its form of state: "Kingdom of Sweden"."""
    country = countries().get(name) or countries().get(_FORM_OF_STATE.sub("", name))
    return fold(country.name) if country else ""


_UNION = re.compile(r"^(?:u s|united states) ")
"""In front of a body's name: "United States Steel" is "US Steel"."""

_FORM_OF_STATE = re.compile(
    r"^(?:(?:federal |islamic )?republic|kingdom|empire|commonwealth|grand duchy|principality"
    r"|sultanate|emirate) of (?:the )?"
)


def key_of_region(name: str) -> str:
    """Return the key of a state or a country by its name or its abbreviation."""
    return _place_key(name, {})


@lru_cache(maxsize=1)
def _states() -> dict[str, str]:
    """The keys of states by their abbreviations: "Wis.", "PA"."""
    return {
        fold(short): fold(name)
        for name, shorts in word_lists()["states"].items()
        for short in shorts
    }


@lru_cache(maxsize=1)
def names_of_states() -> frozenset[str]:
    """Return the keys of the states that have abbreviations."""
    return frozenset(map(fold, word_lists()["states"]))


def is_region(key: str) -> bool:
    """Tell whether a place's key is that of a country, or of a state that has an abbreviation."""
    return key in countries() or key in names_of_states()


def usual_event(name: str) -> str:
    """Return the usual name of what this is another name of: "World War Two"; or nothing."""
    return _events_called().get(fold(name), "")


def _event_key(name: str) -> str:
    return fold(usual_event(name)) or name


@lru_cache(maxsize=1)
def _events_called() -> dict[str, str]:
    return {name: usual for usual, names in word_lists()["events_called"].items() for name in names}


def _one_spelling(name: str) -> str:
    """A folded name in the spelling that its variants share: "harbour", "harbor"."""
    spellings = word_lists()["spellings"]
    words = name.split(" ")
    if spellings.keys().isdisjoint(words):
        return name
    return " ".join([spellings.get(word, word) for word in words])


def _group_key(name: str) -> str:
    name = name.removeprefix("ethnic ")
    if name.endswith("men"):
        return f"{name[:-3]}man"  # "Frenchmen"
    one = name.removesuffix("s") if name.removesuffix("s") in peoples() or len(name) > 4 else name
    shorter: Mapping[str, str] = word_lists()["creeds"]["shorter"]
    return shorter.get(name) or shorter.get(one) or one


_OWN_KEYS: Mapping[str, Callable[[str], str]] = {
    "group": _group_key, "event": _event_key, "ship": without_letters,
}  # fmt: skip
