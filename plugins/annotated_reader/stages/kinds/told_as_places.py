"""A text's mentions go in; those come out as places in or to which the whole text says things are.

The language model takes "Maldonado" and "Stoke Moran" for persons each time that it reads them. A
text that stays at, goes to and speaks of the valley of one, and in which none says or thinks
anything, names places.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from ..places.gazetteer import is_city
from ..who_is_who.address import first_names
from ..who_is_who.honorific import without_honorific
from ..words import fold, word_lists
from .rows import among

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from ...model import Document, Mention, Span

RULE = "where it stands in the text"
_SIDE = r"(?:north|south|east|west)(?:-?(?:east|west))?(?:ward)?"
_OF_PLACE = re.compile(
    r"(?:\b(?:valley|town|city|village|port|bay|harbou?r|plains?|province|coast|mouth|district|parish"
    r"|neighbou?rhood|outskirts|streets|inhabitants|environs|hamlet|castle|mines|roads|shores?|banks)"
    r" of"
    rf"|\b(?:{_SIDE}|miles|leagues|road|way|journey|return|passage|voyage|trip|ride|excursion)"
    r" (?:of|from|to)"
    r"|\b(?:arriv|anchor|stay|land|return|resid|settl|dwel|stopp)\w* (?:for \w+ \w+ )?(?:at|in|to)"
    r"|\b(?:weeks|days|months|years|hours) (?:at|in)"
    r"|\b(?:went|going|go|travell?ed|sailed|rode|walked|drove|marched|come|came)"
    r" (?:(?:down|up|back|over|out|on) )?to"
    r"|\b(?:reached|[Nn]ear|[Tt]hrough(?:out)?|via)) $"
)
_VISITED = re.compile(r"\bvisit(?:ed|ing)? $")
"""Before a city; a friend may be visited as well."""
_THERE = re.compile(r"\b(?:[Aa]t|[Ii]n(?:to)?|[Ff]rom|[Aa]round|[Rr]ound|[Aa]cross|[Tt]owards?) $")
_AT_SOMEBODY = re.compile(
    r"\b(?:look|gaz|smil|laugh|glanc|star|nodd?|shout|point|angr|peer|wink|confid|interest|believ)[a-z]*"
    r" (?:[a-z]+ )?[a-z]+ $"
)
"""What is done at somebody: "looked back at Watson"."""
_OF_PERSON = re.compile(
    r"\b(?:said|says|cried|asked|replied|answered|told|called|named|dear|poor|old|young|I,|O|Oh) $"
)
_HUMAN = re.compile(
    r"['’]s (?:eyes?|face|hands?|voice|head|mother|father|wife|husband|brother|sister|son|daughter"
    r"|hair|arms?|heart|mind|lips|death|room|coat)\b"
    r"|,? (?:who|whom|himself|herself|said|says|had been|told|wrote|knew|saw|heard|took|gave|came"
    r"|went|made|did|has|would|could|must|will|shall|may)\b|!"
)
_SURE = 0.85
_NEXT_WORD = re.compile(r" ([a-z]+)")
_ENOUGH = 3
"""Mentions with a mere preposition before them, of which most have one."""
_BEFORE = 40  # characters looked at
_BEHIND = 20


def told_as_places(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions; names of persons are places where all that the text says tells that.

    So is a city's that was taken for a body's, in a row of places.
    """
    rows = among(document, mentions, "place")
    cities = {each.surface for each in mentions if each.span in rows and _is_city_for_a_body(each)}
    names = _of_places(document, mentions, rows)
    return [
        replace(mention, kind="place", rule=RULE, confidence=_SURE)
        if mention.surface in (names if mention.kind == "person" else cities)
        else mention
        for mention in mentions
    ]


def _is_city_for_a_body(mention: Mention) -> bool:
    is_unsure = mention.kind == "organization" and mention.confidence < _SURE
    return is_unsure and is_city(mention.surface)


def _of_places(document: Document, mentions: Iterable[Mention], rows: Container[Span]) -> set[str]:
    """The surfaces of names that only places can have in this text."""
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    persons: set[str] = set()
    sure: set[str] = set()
    for mention in mentions:
        if mention.kind != "person":
            continue
        words = without_honorific(mention.surface).split()
        if len(words) > 1:
            persons.update((words[0], words[-1]))
        if words != mention.surface.split() or mention.confidence >= _SURE:
            sure.add(mention.surface)
        at = _told_at(document.text, mention)
        told[mention.surface]["place" if mention.span in rows and at != "person" else at] += 1
    return {
        name
        for name, counts in told.items()
        if name not in persons
        and _is_told(counts)
        and ((name not in sure and not _begins_as_a_person(name)) or _is_one_too(name, counts))
    }


def _is_one_too(name: str, counts: Counter[str]) -> bool:
    """Tell whether a name that persons have is a city's as well, and told of as only a place is."""
    return counts["place"] > 0 and is_city(name)


def _begins_as_a_person(name: str) -> bool:
    return fold(name.split(maxsplit=1)[0]) in first_names()


def _is_told(counts: Counter[str]) -> bool:
    """Tell whether a name is a place's by what stands around its mentions."""
    of_place, total = counts["place"], counts.total()
    there = of_place + counts["there"]
    if counts["person"]:
        return False
    if of_place > 1 and 3 * there >= total:
        return True
    return (of_place > 0 and 2 * there >= total) or (there >= _ENOUGH and 3 * there >= 2 * total)


def _told_at(text: str, mention: Mention) -> str:
    """What stands around a name: what only a "place" has, or a "person"; "there", or nothing."""
    start, end = mention.span
    before, behind = text[max(0, start - _BEFORE) : start], text[end : end + _BEHIND]
    follower = _NEXT_WORD.match(behind)
    is_human = _HUMAN.match(behind) or (follower and follower[1] in word_lists()["human"]["words"])
    if _OF_PERSON.search(before) or is_human:
        return "person"
    if behind.startswith(("’", "'")):
        return ""  # "near Wills’ farm"
    if _OF_PLACE.search(before) or (_VISITED.search(before) and is_city(mention.surface)):
        return "place"
    return "there" if _THERE.search(before) and not _AT_SOMEBODY.search(before) else ""
