"""The words around a place's name -> the country or state behind it, and what it is part of."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..at_hand import at_hand
from ..words import fold
from .gazetteer import cities_named
from .regions import Region, regions, shortened_regions, tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...model import Document, Entity

WINDOW = 60
NAMED_AFTER = re.compile(r"\s?(?:,|\()\s?(?:in\s)?(?:the\s)?((?:[A-Z][\w.’'-]*\s?){1,4})")
GOES_ON = re.compile(r"\s*,?\s+(?:and|or|to)\s+(?:the\s)?[A-Z]|\s*,\s+(?:the\s)?[A-Z]")
BARE = re.compile(
    r"[.,;:)]|$|\s(?:and|or|of|in|at|on|to|by|is|was|with|alongside|from|near|for|as)\b"
)
CAMPUS = re.compile(r"\bUniversity of ((?:[A-Z][a-z]+ ?){1,3}?)(?:, | at )$")
STATE_BEFORE = re.compile(r"\b(?:[Gg]overnor|[Ss]tate|[Ss]enator) (?:of|from) $|\b[Uu]pstate $")
COMPOUND = re.compile(
    r"-(?:based|born|led|bound|backed|wide|area|set|style|side|trained|made|held|controlled|occupied"
    r"|administered|educated|listed|registered|owned|funded|raised|flagged|run|bred|wise|built|shot"
    r"|supplied|supported|sponsored|aligned|ruled)$"
)
"""What is joined to a place's name and leaves it one: "Kenya-based"."""
_ROW_BEHIND = re.compile(r",? (?:and|or) [A-Z]|, [A-Z][\w’'-]+,? (?:and|or) [A-Z]")
_COUNTIES_BEHIND = re.compile(
    r"(?:(?:,|,? and|,? or) [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)?){0,12} [Cc]ounties\b"
)
"""What follows the first names of a row of counties: "Clay, Grant and Otter Tail counties"."""
_LONGEST_ROW = 160  # characters
TOWN_BEFORE = re.compile(r"[A-Z][\w’'-]+, $")


def regions_behind(
    entity: Entity, documents: Mapping[str, Document]
) -> dict[str, tuple[Region, ...]]:
    """Return the regions that the texts put behind the name, by their words there."""
    found = {}
    for before, after in _surroundings(entity, documents):
        if behind := region_behind(after):
            found[behind[0]] = behind[1]
        elif (campus := CAMPUS.search(before)) and (of := regions().get(fold(campus[1]))):
            found[campus[1]] = of
    return found


def texts_with_region_behind(entity: Entity, documents: Mapping[str, Document]) -> frozenset[str]:
    """Return the texts that put a region behind the name themselves."""
    around = zip(entity.mentions, _surroundings(entity, documents), strict=True)
    return frozenset(
        mention.document
        for mention, (before, after) in around
        if region_behind(after) or CAMPUS.search(before)
    )


def has_an_article(entity: Entity, documents: Mapping[str, Document]) -> bool:
    """Tell whether "the" stands before the bare name every other time: "the Hudson" is no town."""
    bare = sum(
        before.endswith((" the ", " The ")) and BARE.match(after) is not None
        for before, after in _surroundings(entity, documents)
    )
    return bare * 2 >= len(entity.mentions) > 0


def region_behind(after: str) -> tuple[str, tuple[Region, ...]] | None:
    """Return the region that words begin with, by name; none if it is but the next in a list."""
    match = NAMED_AFTER.match(after)
    words = _up_to_a_compound(match[1].split()) if match else []
    for number in range(len(words), 0, -1):
        name = " ".join(words[:number])
        if match and (short := shortened_regions().get(name)):
            return name, (short,)
        if match and (found := regions().get(fold(name))):
            rest = after[match.start(1) + len(name) :]
            if GOES_ON.match(rest) and not _is_within(found, rest):
                return None
            return name if name.count(".") > 1 else name.rstrip("."), found
    return None


def _up_to_a_compound(words: list[str]) -> list[str]:
    """Words up to one that is joined to another: "Calif." of "Calif.-based Red Fund"."""
    for number, word in enumerate(words):
        if "-" in word and (plain := COMPOUND.sub("", word)) != word:
            return [*words[:number], plain]
    return words


def with_such_a_city(name: str, alike: Iterable[Region]) -> tuple[Region, ...]:
    """Return those of regions called alike that have a city of a name: Georgia the state."""
    cities = cities_named(name)
    return tuple(region for region in alike if any(map(region.holds, cities)))


def _is_within(found: tuple[Region, ...], rest: str) -> bool:
    """Tell whether the next words are the country of a state: "Illinois, United States"."""
    outer = region_behind(rest)
    return outer is not None and any(
        each.code and Region(each.country) in outer[1] for each in found
    )


def is_part_of_a_name(entity: Entity, documents: Mapping[str, Document]) -> bool:
    """Tell whether the name mostly stands within that of another thing: "Manas air base"."""
    parts = sum(_is_part(*around) for around in _surroundings(entity, documents))
    return parts * 2 > len(entity.mentions)


def _is_part(before: str, after: str) -> bool:
    features = tables()["features"]
    heads = after.split()[:2] if after[:1] == " " else []
    last = before.split()[-1:] if before[-1:] == " " else []
    return any(head.strip(".,;:!?”)").casefold() in features["after"] for head in heads) or any(
        word in features["before"] for word in last
    )


def is_division(name: str, entity: Entity, documents: Mapping[str, Document]) -> bool:
    """Tell whether a name is that of a country or state, which is no point."""
    if not is_like_its_state(name):
        return fold(name) in regions()
    return has_town_before(entity, documents)


def is_like_its_state(name: str) -> bool:
    """Tell whether a city and a state are of this name, and the city is meant as a rule."""
    return fold(name) in _cities_like_states()


def state_called(name: str) -> Region | None:
    """Return the state or province of a name that no city and no other region has."""
    found = regions().get(fold(name), ())
    is_one = len(found) == 1 and found[0].code != "" and fold(name) != "victoria"
    return found[0] if is_one and not is_like_its_state(name) else None


def has_town_before(entity: Entity, documents: Mapping[str, Document]) -> bool:
    """Tell whether a town stands before the name somewhere: "Seattle, Washington"."""
    return any(TOWN_BEFORE.search(before) for before, _ in _surroundings(entity, documents))


def is_behind_a_town(entity: Entity, documents: Mapping[str, Document]) -> bool:
    """Tell whether a town in it stands before the name somewhere, and not the last one of a row.

    "Between Osh, Kant and Naryn" are three towns.
    """
    return any(
        TOWN_BEFORE.search(before) and not _ROW_BEHIND.match(after)
        for before, after in _surroundings(entity, documents)
    )


def is_in_a_row_of_counties(entity: Entity, documents: Mapping[str, Document]) -> bool:
    """Tell whether a name mostly stands in such a row: "between Walton and Oconee counties"."""
    rows = sum(
        _COUNTIES_BEHIND.match(documents[each.document].text, end, end + _LONGEST_ROW) is not None
        for each in entity.mentions
        for end in each.span[1:]
    )
    return rows * 2 > len(entity.mentions)


def mentions_as_state(entity: Entity, documents: Mapping[str, Document]) -> int:
    """Return how many mentions of a name are those of a state by what stands before them."""
    return sum(
        TOWN_BEFORE.search(before) is not None or STATE_BEFORE.search(before) is not None
        for before, _ in _surroundings(entity, documents)
    )


@at_hand(4)
def _surroundings(entity: Entity, documents: Mapping[str, Document]) -> list[tuple[str, str]]:
    """What stands before and after each mention; asked for by one rule after the other."""
    found = []
    for mention in entity.mentions:
        text, (start, end) = documents[mention.document].text, mention.span
        found.append((text[max(0, start - WINDOW) : start], text[end : end + WINDOW]))
    return found


@lru_cache(maxsize=1)
def _cities_like_states() -> frozenset[str]:
    return frozenset(map(fold, tables()["cities_like_states"]["names"]))
