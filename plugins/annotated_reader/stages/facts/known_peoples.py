"""A people or the followers of a faith go in, and what a dictionary says they are comes out.

WordNet tells what one of them is: "a native or inhabitant of Norway". Where its word for one has
several such meanings ("Indian", "American"), only that of a country which the texts name is said.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..kinds.phrase_kinds import tables
from ..places.regions import regions
from ..words import capitals, countries, fold, word_lists

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator, Sequence

    from ...model import Span
    from .known import Names, Sense

_NATIVE = re.compile(r"a native or (?:inhabitant|resident) of (?:the )?(.+)")
_FROM = re.compile(r"[a-z]{6,}")
_ENDINGS = ("n", "an", "ian", "ean", "er", "ese", "ite")
_ENDS_OF_PEOPLES = (
    "an", "ese", "ish", "ch", "i", "ic", "ite", "man", "men", "ee", "s", "er", "ot", "ino", "ard",
)  # fmt: skip
"""What the names of peoples and creeds, and adjectives made of them, end in."""
_ENDS_OF_FIELDS = ("ics", "ism", "ity", "logy", "graphy", "ish", "dom", "s")
_STANDS_ALONE = re.compile(
    r"[.,;:)?!]|$| (?:and|or|in|on|at|by|for|to|from|where|when|while|after|before|since|until|was"
    r"|were|is|are|had|has|he|she|they|it|with|as)\b"
)
_OUTDATED = re.compile(
    r"\b(?:races?|Negro(?:id)?|Caucasoid|Mongoloid|dark-skinned|savages?|primitive|uncivilized)\b"
    r"|\bCommunist China\b|\boffensive\b|\bderogatory\b|\bslur\b"
)
"""What a dictionary of the last century says of peoples, and nobody should be told today."""
_OF_A_PARTY = re.compile(r"\bparty\b", re.IGNORECASE)  # each country has its own democrats


def people(names: Iterable[str], themes: Sequence[Counter[str]], source: Names) -> Sense | None:
    """Return the one meaning of a group's `names`, or None.

    `themes` are the countries that each of its texts names.
    """
    for name in _written(names):
        senses = [each for each in source.named(name) if not each.is_instance]
        for above in tables()["above"]["group"]:
            found = [each for each in senses if above in each.over]
            if len(found) > 1:
                found = [each for each in found if _is_of_a_country_named(each, themes)]
            unfit = _OF_A_PARTY, _OUTDATED
            if len(found) == 1 and not any(each.search(found[0].text) for each in unfit):
                return found[0]
    return None


def are_from_a_region(people: str) -> bool:
    """Tell whether a folded name is made of a country's, state's or capital's: "virginians"."""
    one = people.removesuffix("s")
    found = _FROM.fullmatch(one)
    if found is None or one in regions() or people in regions():
        return False
    stems = {one.removesuffix(ending) for ending in _ENDINGS if one.endswith(ending)}
    places = (f"{stem}{rest}" for stem in stems for rest in ("", "a", "e", "o", "s", "ia"))
    return any(place in regions() or place in capitals() for place in places)


def _written(names: Iterable[str]) -> Iterator[str]:
    """Each name as it stands and, if that may be a plural, as one of them is called."""
    for name in names:
        yield name
        if name.endswith("s"):
            yield name[:-1]


def _is_of_a_country_named(sense: Sense, themes: Sequence[Counter[str]]) -> bool:
    """Tell whether a meaning is a country's people, in texts that all name that country."""
    match = _NATIVE.fullmatch(sense.text)
    country = countries().get(fold(match[1])) if match else None
    return bool(country and themes) and all(country.code in theme for theme in themes if country)


def belongs_to_no_noun(text: str, span: Span) -> bool:
    """Tell whether a name stands by itself, and not as in "Latin texts"."""
    return _STANDS_ALONE.match(text, span[1]) is not None


def place_or_people(name: str, *, is_there: bool) -> tuple[bool, float]:
    """Tell whether one word that the model takes for a people is a place, and how surely.

    It is if something `is_there`, unless it is a field, a creed or a language. What does not sound
    like the name of a people is hardly one.
    """
    sounds_so = name.endswith(_ENDS_OF_PEOPLES)
    is_language = fold(name) in word_lists()["not_peoples"]["words"]
    if is_there and not is_language and not name.endswith(_ENDS_OF_FIELDS):
        return True, 0.75 if sounds_so else 0.85
    return False, 0.7 if sounds_so else 0.55
