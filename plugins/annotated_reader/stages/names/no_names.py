"""A span that the language model took for a name goes in; whether its words name nothing comes out.

It takes letters that stand for a thing, parts of a book, fields of study and the colour of people's
skin for organizations and persons.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..facts.known_works import is_of_nobody
from ..words import head_words, word_lists

if TYPE_CHECKING:
    from ...model import Span

_NUMBERED = re.compile(
    r"(?:App(?:endix|\.)|Box|Chapter|Clause|Column|Exhibit|Exercise|Fig(?:ure|\.)|Gate|Item|Level|Line"
    r"|Lot|Module|Note|Page|Paragraph|Part|Phase|Question|Row|Slide|Stage|Step|Tab|Table|Tier|Unit)s?"
    r" (?:\d[\w.]*|[A-Z])"
)
"""A part of a book, a building or a plan: "Tab 3"."""
_QUARTER = re.compile(r"Q[1-4]")
_COLORS = frozenset(("Black", "Brown", "Coloured", "Colored", "White"))
_OF_PEOPLE = re.compile(
    r" (?:and \w+ )?(?:[a-z]+ )?(?:americans?|bod(?:y|ies)|bo(?:y|ys)|child(?:ren)?|citizens?"
    r"|communit(?:y|ies)|cultures?|famil(?:y|ies)|folks?|girls?|jur(?:y|ies)|lives|m[ae]n|minorit\w+"
    r"|neighbou?rhoods?|people|persons?|population|race|south africans?|students?|voters?|wom[ae]n"
    r"|workers?|youth)\b",
    re.IGNORECASE,
)
_AUTHORS_INITIALS = re.compile(r"(?:[A-Z]\.[ -]?){1,3}|(?:[A-Z]\.[ -]?)+[A-Z]")
"""In a list of sources, behind a surname: "Matthews, M. D.;"."""
_BEHIND_A_NAME = re.compile(r", (?:[A-Z]\. ?)*$")
_COMPASS = re.compile(r"[NSEW]\.?")
"""The end of a direction: "N. E. by N."."""
_BEFORE = 8  # characters looked at
_HONORED = re.compile(r"[a-z] (?:Fellow|Scholar|Laureate|Medalist|Medallist|Grantee)$")
"""What somebody is: "Guggenheim Fellow"."""
_CODE = re.compile(r": ?[A-Z]")
_CODES = frozenset(("IATA", "ICAO"))


def names_nothing(text: str, span: Span, kind: str) -> bool:
    """Tell whether what stands in a span is none of the names that readers look up.

    `kind` is the model's.
    """
    surface = text[slice(*span)]
    before = text[max(0, span[0] - _BEFORE) : span[0]]
    is_listed = kind == "person" and _BEHIND_A_NAME.search(before) is not None
    return (
        is_of_nobody(surface)
        or _NUMBERED.fullmatch(surface) is not None
        or _QUARTER.fullmatch(surface) is not None
        or _is_field_of_study(surface)
        or (kind == "person" and _HONORED.search(surface) is not None)
        or (surface in _COLORS and _OF_PEOPLE.match(text, span[1]) is not None)
        or (is_listed and _AUTHORS_INITIALS.fullmatch(surface) is not None)
        or (before.endswith("by ") and _COMPASS.fullmatch(surface) is not None)
        or is_label_of_code(text, span)
    )


def is_label_of_code(text: str, span: Span) -> bool:
    """Tell whether a name only says what a code is of: "(IATA: OSS)"."""
    return text[slice(*span)] in _CODES and _CODE.match(text, span[1]) is not None


def _is_field_of_study(surface: str) -> bool:
    """Tell whether a name is what is taught, and no body that does: "Clinical Psychology"."""
    words = surface.split()
    is_one = words[-1] in word_lists()["fields_of_study"]["words"]
    return is_one and head_words().keys().isdisjoint(words)
