"""One name at a time: a span of the language model goes in, its exact edges and its kind come out.

The model finds names well and types them badly. Its spans are trimmed (articles, possessives,
punctuation) or widened (honorifics, hyphens), and typed by the first rule that knows better
than the model: the name's own words, then the words around it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from .known_peoples import are_from_a_region
from .package_data import tables_of
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

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model import Claim, Span

POSSESSIVE = re.compile(r"(?:\s?[’']s|[’'])$")

_ARTICLES = ("the ", "The ", "a ", "A ", "an ", "An ")
_BORN = ("née ", "né ")  # what nobody is called by now
_OF_A_NAME = re.compile(r" of (?:the )?[A-Z]")
_EDGES = ' \n\t"“”‘«»(),;:!?—–-[]…'
_HYPHENATED = re.compile(r"-\w+")
_ERA = re.compile(r"(?:B\.?C|A\.?D|B\.?C\.?E|C\.?E)\.?")
_COUNTED = re.compile(r"(?:\d|[Cc]entur(?:y|ies)) ?$")
_HONORIFIC = re.compile(r"\b([A-Z]\w{1,10})\.? $")
_LAND = re.compile(r"(?<![\w.])([A-Z][\w.]+) $")
_WORD_AFTER = re.compile(r" ([a-z]+)")
_HINTS = frozenset(("language model", "described as one in the sentence", "figures in the name"))
_EVENTS_TAKEN_FOR = ("person", "place", "organization")
_PLACES_TAKEN_FOR = ("organization", "event")
_TITLED = ("person", "place", "event")
_DESCRIBABLE = frozenset(("person", "place", "organization", "group"))


def clean_span(text: str, span: Span) -> Span | None:
    """Return the span of the name itself, or None where there is no name in it.

    Articles, quotation marks, possessives and lower-case words go from its edges, an
    honorific in front and a hyphenated rest behind join it.
    """
    start, end = span
    if text[start:end].startswith(_BORN):
        return None
    if "\n" in text[start:end]:
        end = text.index("\n", start)
    while True:
        before = (start, end)
        end = start + len(text[start:end].rstrip(_EDGES))
        start = end - len(text[start:end].lstrip(_EDGES))
        end -= len(match[0]) if (match := POSSESSIVE.search(text[start:end])) else 0
        end -= _lower_case_tail(text[start:end])
        start += _lower_case_lead(text[start:end])
        end -= _label_behind(text, (start, end))
        if (start, end) == before:
            break
    end = _before_open_bracket(text, start, end)
    start += _country_in_front(text[start:end])
    if end > start and (match := _HYPHENATED.match(text, end)):
        is_land = fold(text[start:end]) in countries() and match[0].islower()  # "US-built"
        end += 0 if is_land or _describes(match[0][1:]) else len(match[0])
    surface = text[start:end]
    if not any(char.isupper() for char in surface) or fold(surface) in _no_names():
        return None
    if _ERA.fullmatch(surface) and _COUNTED.search(text, max(0, start - 12), start):
        return None  # "485 B.C." is not in Canada
    if head_words().get(surface) == "organization":
        return start - _land_before(text, start), end
    return start - honorific_before(text, start), end


def honorific_before(text: str, start: int) -> int:
    """Return the length of the honorific (with its space) that stands before `start`, or 0."""
    match = _HONORIFIC.search(text, max(0, start - 16), start)
    return len(match[0]) if match and fold(match[1]) in honorifics() else 0


def without_honorific(surface: str) -> str:
    """Return a person's name without the honorific in front of it."""
    first, space, rest = surface.partition(" ")
    return rest if space and fold(first) in honorifics() else surface


def is_cut(text: str, span: Span) -> bool:
    """Whether a span is but the first word of a longer name: "House" of "House of Wax"."""
    start, end = span
    word, lists = text[start:end], word_lists()["last_words"].values()
    is_noun = word in head_words() or any(word in words for words in lists)
    return is_noun and _OF_A_NAME.match(text, end) is not None


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
    return rule in _HINTS or rule.endswith((" after the name", "” before the name"))


def type_name(text: str, span: Span, kind: str, said: str = "") -> tuple[str, str, float]:
    """Return the kind of the name at `span`, the rule that says so, and how surely.

    `kind` is the model's, `said` what the sentence's grammar calls the name.
    """
    by_words = _type_by_words(text[slice(*span)], kind)
    return by_words or _type_by_context(text, span, kind, said)


def _land_before(text: str, start: int) -> int:
    """The length of the country or people (with its space) whose body it is: "U.S. Embassy"."""
    match = _LAND.search(text, max(0, start - 24), start)
    is_land = match and (fold(match[1]) in countries() or fold(match[1]) in peoples())
    return len(match[0]) if match and is_land else 0


def _before_open_bracket(text: str, start: int, end: int) -> int:
    """Where a name ends that goes on into a bracket which it does not close."""
    opened = text.rfind("(", start, end)
    is_open = opened > start and ")" not in text[opened:end]
    return start + len(text[start:opened].rstrip()) if is_open else end


def _label_behind(text: str, span: Span) -> int:
    """The length of a line's label that the model took into a name: "D.C. Image: Navy"."""
    rest, space, last = text[slice(*span)].rpartition(" ")
    labels = tables_of("review")["credits"]["before"]
    is_label = rest and text.startswith(":", span[1]) and last.casefold() in labels
    return len(last) + 1 if space and is_label else 0


def _describes(behind: str) -> bool:
    """Whether a word behind a hyphen is no part of a name: "a Warhol-like wig"."""
    return behind in word_lists()["behind_hyphens"]["words"]


@lru_cache(maxsize=1)
def _no_names() -> frozenset[str]:
    return honorifics() | {"jr", "sr"}


def _lower_case_lead(surface: str) -> int:
    for article in _ARTICLES:
        if surface.startswith(article):
            return len(article)
    first, space, _ = surface.partition(" ")
    return len(first) + 1 if space and first.islower() and len(first) > 3 else 0


def _lower_case_tail(surface: str) -> int:
    rest, space, last = surface.rpartition(" ")
    return len(last) + 1 if space and rest and last.isalpha() and last.islower() else 0


def _country_in_front(surface: str) -> int:
    """The length of a country's name that the model took for a person's first name."""
    first, space, rest = surface.partition(" ")
    if not space or " " in rest or fold(first) not in countries() or fold(surface) in countries():
        return 0
    return len(first) + 1 if fold(rest) not in _folded_heads() else 0


@lru_cache(maxsize=1)
def _folded_heads() -> frozenset[str]:
    return frozenset(fold(word) for word in head_words())


def _type_by_words(surface: str, kind: str) -> tuple[str, str, float] | None:
    words = surface.split()
    is_titled = len(words) > 1 and fold(words[0]) in honorifics()
    if is_titled and (kind in ("person", "place", "group") or words[0].isupper()):
        return "person", "honorific before a name", 0.95
    if fold(surface) in countries() or fold(surface) in former_countries():
        return "place", "name of a country", 0.95
    if rule := _names_a_group(surface, kind):
        return "group", rule, 0.9
    head = head_words().get(words[-1].rstrip(".")) if len(words) > 1 else None
    shown = words[-1]
    if len(words) > 2 and words[1] in ("of", "for") and words[0] in head_words():
        head, shown = head_words()[words[0]], words[0]
    if shown == "District" and words[-2] == "School":
        head, shown = "organization", "School District"
    if words[0] in ("Center", "Centre") and words[1:2] == ["for"]:
        head, shown = "organization", f"{words[0]} for"
    other = _by_a_last_word(words[-1], kind) if head is None and len(words) > 1 else ""
    if other or (head is not None and kind != "event"):
        return other or head or kind, f"“{shown}” in the name", 0.85
    if kind == "person" and any(char.isdigit() for char in surface):
        return "organization", "figures in the name", 0.75
    return None


def _by_a_last_word(last: str, kind: str) -> str:
    """The kind of what ends in a word that no person's name ends in, by our shorter lists."""
    for other, kinds in (("event", _EVENTS_TAKEN_FOR), ("place", _PLACES_TAKEN_FOR)):
        if kind in kinds and last in word_lists()["last_words"][other]:
            return other
    return ""


def _names_a_group(surface: str, kind: str) -> str:
    """The rule by which a name is that of a people, or of those who share a creed; or ""."""
    people = fold(surface).removeprefix("ethnic ")
    if people in peoples() or people.removesuffix("s") in peoples():
        return "name of a people"
    if kind in ("place", "organization") and are_from_a_region(people):
        return "name of those from a region"
    first, _, last = fold(surface).rpartition(" ")
    if last not in tables_of("review")["people"]["words"]:
        return ""
    creeds = word_lists()["creeds"]
    is_first_name = kind == "person" and not first and last in creeds["first_names"]
    return (
        "name of a creed" if (not first or first in creeds["before"]) and not is_first_name else ""
    )


def _type_by_context(text: str, span: Span, kind: str, said: str) -> tuple[str, str, float]:
    follower = _WORD_AFTER.match(text, span[1])
    for other, words in word_lists()["followers"].items():
        if follower and follower[1] in words:
            return other, f"“{follower[1]}” after the name", 0.85
    if (
        follower
        and kind in ("organization", "place")
        and follower[1] in word_lists()["human"]["words"]
    ):
        return "person", f"“{follower[1]}” after the name", 0.85
    if said in _DESCRIBABLE and kind != "event":
        return said, "described as one in the sentence", 0.85
    before = text[max(0, span[0] - 12) : span[0]].split()
    if before and kind in _TITLED and before[-1] in word_lists()["before_titles"]["words"]:
        return "work", f"behind “{before[-1]}”", 0.85
    surface = text[slice(*span)]
    one_word = " " not in surface and not surface.isupper()
    locative = bool(before) and before[-1].lower() in word_lists()["locative"]["words"]
    if locative and (kind == "person" or (kind == "organization" and one_word)):
        return "place", f"“{before[-1].lower()}” before the name", 0.85
    return kind, "language model", 0.7
