"""A name's own words go in, the kind that they tell comes out: "Ministry", "Mr.", "Bay".

The first rule that knows better than the language model decides.
"""

from __future__ import annotations

import re

from ..facts.known_peoples import are_from_a_region
from ..package_data import tables_of
from ..places.regions import unmistakable_regions
from ..who_is_who.address import first_names
from ..who_is_who.honorific import PEER, without_honorific
from ..words import countries, fold, former_countries, head_words, honorifics, peoples, word_lists

_OF_SITES = ("Camp", "Fort", "Mount")
_ALSO_SURNAMES = ("Battle",)
_EVENTS_TAKEN_FOR = ("person", "place", "organization")
_PLACES_TAKEN_FOR = ("organization", "event")
_SITES_TAKEN_FOR = ("person", "organization", "event")
_FIRMS_TAKEN_FOR = ("person", "place")
_OF_A_CONTINENT = re.compile(
    r"(?:(?:north|south|east|west|central|latin|sub-saharan|pan-)(?:ern)? ?)?"
    r"(?:american|european|african|asian)s?"
)
_OF_STREETS = ("King", "Queen", "Prince", "Princess", "Duke", "Bishop", "President")
_STREETS = (
    "Street", "Road", "Lane", "Avenue", "Square", "Gate", "Bridge", "Park", "Wharf", "Highway",
)  # fmt: skip


def kind_by_words(surface: str, kind: str) -> tuple[str, str, float] | None:
    """Return the kind of a name, the rule that says so, and how surely; None if none does.

    `kind` is the model's.
    """
    told = _type_by_honorific(surface, kind) or _whole_name(surface, kind)
    return told or _by_a_word(surface.split(), kind)


def _whole_name(surface: str, kind: str) -> tuple[str, str, float] | None:
    """What is named by a name of our lists: a land, a people, the United Nations."""
    if surface in word_lists()["bodies_by_name"]["words"]:
        return "organization", "name of a public body", 0.9
    if rule := _names_a_land(fold(surface)):
        return "place", rule, 0.95
    if rule := _names_a_group(surface, kind):
        return "group", rule, 0.9
    return None


def _by_a_word(words: list[str], kind: str) -> tuple[str, str, float] | None:
    """What has a noun for its kind in its name, as a rule as the last word."""
    head, shown = _head_in(words)
    if not head and len(words) > 1 and words[0] in _OF_SITES and kind not in ("event", "work"):
        return "place", f"“{words[0]}” in the name", 0.85
    if head == "place" and kind == "person" and fold(words[0]) in first_names():
        head = ""  # "Jonah Hill"
    if kind == "person" and shown in _ALSO_SURNAMES and words[-1] == shown:
        head = ""  # "Kelvin Battle"
    other = _by_a_last_word(words[-1], kind) if not head and len(words) > 1 else ""
    if other or (head and kind != "event"):
        return other or head, f"“{shown}” in the name", 0.85
    has_figures = kind == "person" and any(char.isdigit() for word in words for char in word)
    return ("organization", "figures in the name", 0.75) if has_figures else None


def _type_by_honorific(surface: str, kind: str) -> tuple[str, str, float] | None:
    """What is named with an honorific or a rank in front: "Mr. Lee", "the Duke of York"."""
    words = surface.split()
    if PEER.fullmatch(surface):
        return "person", "rank of a peer", 0.9
    if len(words) < 2 or (
        fold(words[0]) not in honorifics() and surface == without_honorific(surface)
    ):
        return None
    if words[0] in _OF_STREETS and words[-1] in _STREETS:
        return "place", f"“{words[-1]}” in the name", 0.85
    is_of_rank = words[0] in ("Princess", "Prince") and words[-1] not in head_words()
    is_royal = kind == "organization" and is_of_rank and not words[-1].endswith("s")
    is_somebody = kind in ("person", "place", "group") or is_royal or words[0].isupper()
    return ("person", "honorific before a name", 0.95) if is_somebody else None


def _head_in(words: list[str]) -> tuple[str, str]:
    """The kind that a word in a name tells, and that word: "Ministry" of "Ministry of Defence"."""
    last = words[-1].rstrip(".")
    if len(words) < 2:
        return "", last
    if words[-2:] == ["School", "District"]:
        return "organization", "School District"
    if words[0] in ("Center", "Centre") and words[1] == "for":
        return "organization", f"{words[0]} for"
    if words[-2] == "Research" and last in ("Center", "Centre"):
        return "organization", f"Research {last}"
    head, of = head_words().get(last, ""), head_words().get(words[0], "")
    if len(words) > 2 and words[1] in ("of", "for") and of and head != "organization":
        return of, words[0]  # but "Republic of Singapore Air Force"
    return head, words[-1]


def _by_a_last_word(last: str, kind: str) -> str:
    """The kind of what ends in a word that no person's name ends in, by our shorter lists."""
    for table, other, kinds in (
        ("event", "event", _EVENTS_TAKEN_FOR),
        ("place", "place", _PLACES_TAKEN_FOR),
        ("sites", "place", _SITES_TAKEN_FOR),
        ("firms", "organization", _FIRMS_TAKEN_FOR),
    ):
        if kind in kinds and last in word_lists()["last_words"][table]:
            return other
    return ""


def _names_a_land(name: str) -> str:
    """The rule by which a folded name is that of a country, or but a region; or ""."""
    if name in countries() or name in former_countries():
        return "name of a country"
    return "name of a region" if name in unmistakable_regions() else ""


def _names_a_group(surface: str, kind: str) -> str:
    """The rule by which a name is that of a people, or of those who share a creed; or ""."""
    people = fold(surface).removeprefix("ethnic ")
    if people in peoples() or people.removesuffix("s") in peoples():
        return "name of a people"
    if kind != "person" and _OF_A_CONTINENT.fullmatch(people):
        return "name of those from a part of the world"
    if kind in ("place", "organization") and are_from_a_region(people):
        return "name of those from a region"
    if people in word_lists()["creeds"]["of_parties"]:
        return "name of those of a party"
    first, _, last = fold(surface).rpartition(" ")
    if last not in tables_of("review")["people"]["words"]:
        return ""
    creeds = word_lists()["creeds"]
    is_first_name = kind == "person" and not first and last in creeds["first_names"]
    return (
        "name of a creed" if (not first or first in creeds["before"]) and not is_first_name else ""
    )
