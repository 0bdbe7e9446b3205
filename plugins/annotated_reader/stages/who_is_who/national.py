"""What each country has one of: parts go in, such a body under its country's key comes out.

"The Parliament" of a text on Iraq is not that of a text on Israel, and "the U.S. Senate" is the
Senate of a text on the United States. A body whose country its text does not tell keeps its key.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from ..places.regions import tables
from ..words import countries, countries_by_code, fold, word_lists
from .keys import is_region, names_of_states

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .clusters import Part

OFTEN = 2
"""How often a text names the country that it is on."""
MOSTLY = 3
"""How much more often than any other one."""
MOST_WORDS = 3
"""In the name of a country that stands before a body's: "United Arab Emirates"."""


def by_country(parts: Iterable[Part]) -> tuple[list[Part], dict[str, Counter[str]]]:
    """Return the parts of all texts, bodies that each country has under their country's key.

    Besides how often each text that has such a body without its country names which country.
    """
    every = list(parts)
    bodies = {part.key: body_of(part.key) for part in every if part.kind == "organization"}
    at_home = {part.document for part in every if _is_without_land(part, bodies)}
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for part in every:
        if part.document in at_home and (land := _land(part)):
            named[part.document][land] += sum(count for _, count in part.surfaces)
    found = [_with_land(part, bodies, named) for part in every]
    return _with_only_land(found, bodies, named), named


@lru_cache(maxsize=1 << 14)
def body_of(key: str) -> tuple[str, str]:
    """Return by its key which body that each country has a name means, and the country it names.

    "u s senate" is "senate" and the United States; both are empty for any other name.
    """
    body, _, land = key.replace(" of the ", " of ").rpartition(" of ")
    if land in _lands() and is_national(body):
        return _plain(body), _lands()[land]
    if is_national(key):
        return _plain(key), ""
    words = key.split(" ")
    for count in range(1, min(len(words), MOST_WORDS + 1)):
        rest, land = " ".join(words[count:]), " ".join(words[:count])
        if is_national(rest) and land in _lands():
            return _plain(rest), _lands()[land]
    return "", ""


def land_of(name: str) -> str:
    """Return the key of the country that a key is of, or whose people's; "" for any other."""
    return _lands().get(name, "")


def is_national(key: str) -> bool:
    """Whether a key is of a body that each country has one of, without its country."""
    before = key.removesuffix(" ministry").removesuffix(" affairs")
    is_ministry = key.startswith("ministry of ") or (before != key and " " not in before)
    return key in _bodies("words") or key in _bodies("of_states") or is_ministry


def _plain(key: str) -> str:
    """One key for "foreign ministry" and "ministry of foreign affairs"."""
    if "ministry" not in key:
        return key
    rest = key.removeprefix("ministry of ").removeprefix("the ").removesuffix(" ministry")
    return f"{rest.removesuffix(' affairs')} ministry"


def _is_without_land(part: Part, bodies: Mapping[str, tuple[str, str]]) -> bool:
    body, land = bodies.get(part.key, ("", "")) if part.kind == "organization" else ("", "")
    return bool(body) and not land


def _land(part: Part) -> str:
    """The key of the country, or of the state, that a text names."""
    if part.kind == "place":
        return part.key if is_region(part.key) else ""
    if part.kind == "group":
        return _lands().get(part.key, "")
    return body_of(part.key)[1] if part.kind == "organization" else ""


def _with_land(
    part: Part, bodies: Mapping[str, tuple[str, str]], named: Mapping[str, Counter[str]]
) -> Part:
    body, land = bodies.get(part.key, ("", "")) if part.kind == "organization" else ("", "")
    if not body:
        return part
    land = land or _main_land(named.get(part.document, Counter()), body)
    return part._replace(key=f"{land} {body}" if land else body)


def _with_only_land(
    parts: Sequence[Part],
    bodies: Mapping[str, tuple[str, str]],
    named: Mapping[str, Counter[str]],
) -> list[Part]:
    """Give a body whose text tells no country the only one that it has in the other texts.

    That is if no other country is named more often there: in a library on Britain, "the Cabinet" of
    a text without a country is hers.
    """
    lands: dict[str, set[str]] = defaultdict(set)
    for part in parts:
        if part.kind == "organization" and (found := body_of(part.key))[0] and found[1]:
            lands[found[0]].add(found[1])

    def joined(part: Part) -> Part:
        if not _is_without_land(part, bodies) or body_of(part.key)[1]:
            return part
        body, here = bodies[part.key][0], named.get(part.document, Counter())
        land, *others = sorted(lands.get(body, ())) or [""]
        is_hers = here.get(land, 0) == max(here.values(), default=0)
        return part._replace(key=f"{land} {body}") if land and not others and is_hers else part

    return [joined(part) for part in parts]


def _main_land(named: Counter[str], body: str) -> str:
    """The country that a text names far more often than any other; it may be on a state's body."""
    states = names_of_states()
    if body in _bodies("of_states"):
        found = named
    else:
        found = Counter()
        for land, number in named.items():
            is_state = land in states  # which tells of the United States
            found[_lands()["us"] if is_state else land] += number * OFTEN if is_state else number
    (land, number), (_, next_number) = [*found.most_common(2), ("", 0), ("", 0)][:2]
    is_alone = next_number == 0 or (number >= MOSTLY * next_number)
    return land if number >= OFTEN and is_alone and land not in states else ""


@lru_cache(maxsize=2)
def _bodies(table: str) -> frozenset[str]:
    return frozenset(word_lists()["nationwide"][table])


@lru_cache(maxsize=1)
def _lands() -> dict[str, str]:
    """The keys of countries by their names and those of their people."""
    lands = {name: fold(country.name) for name, country in countries().items()}
    for code, words in tables()["nationalities"].items():
        lands |= {fold(word): fold(countries_by_code()[code].name) for word in words}
    return {**lands, "american": lands["us"], "british": lands["uk"]}
