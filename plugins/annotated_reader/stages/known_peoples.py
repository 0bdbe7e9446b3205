"""A people or the followers of a faith go in, and what a dictionary says they are comes out.

WordNet tells what one of them is: "a native or inhabitant of Norway". Where its word for one has
several such meanings ("Indian", "American"), only that of a country which the texts name is said.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .gazetteer import regions
from .phrase_kinds import tables
from .words import capitals, countries, fold

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator, Sequence

    from .known import Names, Sense

_NATIVE = re.compile(r"a native or (?:inhabitant|resident) of (?:the )?(.+)")
_FROM = re.compile(r"[a-z]{6,}")
_ENDINGS = ("n", "an", "ian", "ean", "er", "ese", "ite")
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
