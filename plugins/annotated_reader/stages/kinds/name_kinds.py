"""One name at a time: what the language model takes it for goes in, its kind comes out, and why.

The model finds names well and types them badly. The first rule that knows better decides: the
name's own words, then the words around it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..facts.known_peoples import belongs_to_no_noun, place_or_people
from ..names.works import is_who_made_it
from ..places.context import region_behind, with_such_a_city
from ..words import (
    kind_of_description,
    word_lists,
)
from .kind_by_words import kind_by_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...model import Claim, Span

_WORD_AFTER = re.compile(r" ([a-z]+)")
MODEL = "language model"
"""The rule of a kind that is but the model's guess."""

_HINTS = frozenset((MODEL, "described as one in the sentence", "figures in the name"))
_TAKEN_FOR_PLACES = ("person", "organization")
_HARDLY_MEANT = ("event", "work")
_TAKEN_FOR_PERSONS = ("organization", "place")
_WATERS = ("river", "rivers", "mount", "lake", "cape")
_OF_SOMEBODY = re.compile(
    r", (?:1[0-9]|[2-9]\d)[,.]"
    r"|(?: [a-z]+ly)? (?:[a-z]{2,}ed|left|won|lost|told|gave|took|made|began|met) (?:his|her) [a-z]"
)
"""What stands behind somebody's name, and no other: "X, 34, left", "X ended her campaign"."""
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
    by_words = kind_by_words(text[slice(*span)], kind)
    return by_words or _type_by_context(text, span, kind, said)


@lru_cache(maxsize=4)
def _is_on_a_pole(text: str) -> bool:
    return _AN_END_OF_THE_EARTH.search(text) is not None


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
