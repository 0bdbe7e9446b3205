"""One name at a time: what the language model takes it for goes in, its kind comes out, and why.

The model finds names well and types them badly. The first rule that knows better decides: the
name's own words, then the words around it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from .address import first_names
from .honorific import PEER
from .known_peoples import are_from_a_region, belongs_to_no_noun, place_or_people
from .package_data import tables_of
from .place_context import region_behind, with_such_a_city
from .regions import unmistakable_regions
from .words import (
    countries,
    fold,
    former_countries,
    head_words,
    honorifics,
    kind_of_description,
    peoples,
    word_lists,
)
from .works import is_who_made_it

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model import Claim, Span

_WORD_AFTER = re.compile(r" ([a-z]+)")
MODEL = "language model"
"""The rule of a kind that is but the model's guess."""

_HINTS = frozenset((MODEL, "described as one in the sentence", "figures in the name"))
_OF_SITES = ("Camp", "Fort", "Mount")
_ALSO_SURNAMES = ("Battle",)
_EVENTS_TAKEN_FOR = ("person", "place", "organization")
_PLACES_TAKEN_FOR = ("organization", "event")
_TAKEN_FOR_PLACES = ("person", "organization")
_HARDLY_MEANT = ("event", "work")
_OF_A_CONTINENT = re.compile(
    r"(?:(?:north|south|east|west|central|latin|sub-saharan|pan-)(?:ern)? ?)?"
    r"(?:american|european|african|asian)s?"
)
_TAKEN_FOR_PERSONS = ("organization", "place")
_WATERS = ("river", "rivers", "mount", "lake", "cape")
_OF_SOMEBODY = re.compile(
    r", (?:1[0-9]|[2-9]\d)[,.]"
    r"|(?: [a-z]+ly)? (?:[a-z]{2,}ed|left|won|lost|told|gave|took|made|began|met) (?:his|her) [a-z]"
)
"""What stands behind somebody's name, and no other: "X, 34, left", "X ended her campaign"."""
_OF_STREETS = ("King", "Queen", "Prince", "Princess", "Duke", "Bishop", "President")
_STREETS = (
    "Street", "Road", "Lane", "Avenue", "Square", "Gate", "Bridge", "Park", "Wharf", "Highway",
)  # fmt: skip
_TITLED = ("person", "place", "event")
_AN_END_OF_THE_EARTH = re.compile(r"\b(?:North|South) Pole\b")
"""Where this stands, "the Pole" is that, and nobody from Poland."""
_DESCRIBABLE = frozenset(("person", "place", "organization", "group"))


def described(text: str, claims: Iterable[Claim]) -> dict[Span, str]:
    """Return what kind of thing the grammar says a name is, by the model's span of the name."""
    return {
        claim.subject: kind
        for claim in claims
        if claim.relation in ("appositive", "title", "copula")
        and (kind := kind_of_description(text[slice(*claim.words)]))
    }


def is_hint(rule: str) -> bool:
    """Whether a rule of `type_name` only hints at a kind, and what was learned weighs it."""
    if rule == "“party” after the name":
        return False  # whatever is called so is no person: "the Sinn Fein party"
    return rule in _HINTS or rule.endswith((" after the name", "” before the name"))


def type_name(text: str, span: Span, kind: str, said: str = "") -> tuple[str, str, float]:
    """Return the kind of the name at `span`, the rule that says so, and how surely.

    `kind` is the model's, `said` what the sentence's grammar calls the name.
    """
    if text[slice(*span)] == "Pole" and _is_on_a_pole(text):
        return "place", "end of the Earth’s axis", 0.85
    by_words = _type_by_words(text[slice(*span)], kind)
    return by_words or _type_by_context(text, span, kind, said)


@lru_cache(maxsize=4)
def _is_on_a_pole(text: str) -> bool:
    return _AN_END_OF_THE_EARTH.search(text) is not None


def _type_by_words(surface: str, kind: str) -> tuple[str, str, float] | None:
    words = surface.split()
    if told := _type_by_honorific(surface, kind):
        return told
    if rule := _names_a_land(fold(surface)):
        return "place", rule, 0.95
    if rule := _names_a_group(surface, kind):
        return "group", rule, 0.9
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
    has_figures = kind == "person" and any(char.isdigit() for char in surface)
    return ("organization", "figures in the name", 0.75) if has_figures else None


def _type_by_honorific(surface: str, kind: str) -> tuple[str, str, float] | None:
    """What is named with an honorific or a rank in front: "Mr. Lee", "the Duke of York"."""
    words = surface.split()
    if PEER.fullmatch(surface):
        return "person", "rank of a peer", 0.9
    if len(words) < 2 or fold(words[0]) not in honorifics():
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
    for other, kinds in (("event", _EVENTS_TAKEN_FOR), ("place", _PLACES_TAKEN_FOR)):
        if kind in kinds and last in word_lists()["last_words"][other]:
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


def _type_by_context(text: str, span: Span, kind: str, said: str) -> tuple[str, str, float]:
    if told := _told_behind(text, span, kind):
        return told
    follower = _WORD_AFTER.match(text, span[1])
    if follower and (other := _kind_before(follower[1], kind)):
        return other, f"“{follower[1]}” after the name", 0.85
    if said in _DESCRIBABLE and kind != "event":
        return said, "described as one in the sentence", 0.85
    before = text[max(0, span[0] - 12) : span[0]].split()
    is_titled = before and before[-1] in word_lists()["before_titles"]["words"]
    if is_titled and kind in _TITLED and not is_who_made_it(text, span[1]):
        return "work", f"behind “{before[-1]}”", 0.85
    return _type_by_preposition(text, span, kind, before[-1].lower() if before else "")


def _type_by_preposition(text: str, span: Span, kind: str, word: str) -> tuple[str, str, float]:
    """A place by "in" before it, else the model's kind."""
    surface = text[slice(*span)]
    one_word = " " not in surface and not surface.isupper()
    if word in _WATERS and one_word:
        return "place", f"“{word}” in front of the name", 0.9
    locative = word in word_lists()["locative"]["words"]
    if locative and (kind == "person" or (kind == "organization" and one_word)):
        return "place", f"“{word}” before the name", 0.85
    if kind == "group" and one_word:
        is_there = (locative or word in ("at", "on")) and belongs_to_no_noun(text, span)
        place, confidence = place_or_people(surface, is_there=is_there)
        return (
            ("place", f"“{word}” before the name", confidence)
            if place
            else (kind, MODEL, confidence)
        )
    return kind, MODEL, 0.7


def _told_behind(text: str, span: Span, kind: str) -> tuple[str, str, float] | None:
    """The kind of what has its region, or somebody's age or deed, behind it."""
    is_place = kind in _TAKEN_FOR_PLACES and _has_its_region_behind(text, span)
    if is_place or (kind in _HARDLY_MEANT and _has_a_region_behind(text, span)):
        return "place", "its region behind the name", 0.92
    is_full = kind in _TAKEN_FOR_PERSONS and " " in text[slice(*span)]
    if is_full and _OF_SOMEBODY.match(text, span[1]):
        return "person", "age or “her” behind the name", 0.9
    return None


def _kind_before(word: str, kind: str) -> str:
    """The kind of what stands before a word: "party", "province", "insists"; or ""."""
    for other, words in word_lists()["followers"].items():
        if word in words:
            return other
    is_human = kind in ("organization", "place") and word in word_lists()["human"]["words"]
    return "person" if is_human else ""


def _has_a_region_behind(text: str, span: Span) -> bool:
    """Whether any state or country follows; not "the Olympics, Michigan"."""
    has_article = text.endswith(("the ", "The "), 0, span[0])
    return not has_article and region_behind(text[span[1] : span[1] + 40]) is not None


def _has_its_region_behind(text: str, span: Span) -> bool:
    """Whether a state or country follows that has a city of the name: "Hamilton, Ontario"."""
    found = region_behind(text[span[1] : span[1] + 40])
    return found is not None and bool(with_such_a_city(text[slice(*span)], found[1]))
