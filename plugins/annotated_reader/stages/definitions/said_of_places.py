"""What stands around a name of a place or a body and says where that is.

"X in Saratoga Springs, New York", "Hiko, 50 miles north of Las Vegas". One function a form; each
takes a mention with its sentence and returns the words, or None.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..facts.known_places import country_of_known_place
from ..kinds.phrase_kinds import tables
from ..places.context import region_behind
from ..places.gazetteer import cities_named
from ..places.regions import regions
from ..words import capitals, countries, ends_as_a_house, fold, head_words, word_lists
from .around import BRACKETS, NAME, NAMES

if TYPE_CHECKING:
    from ...model import Span
    from .around import Around

_WHERE = re.compile(
    rf"{BRACKETS},? ((?:which is |located |based |headquartered |situated )?"
    rf"(?:in|near|at|of) (?:the )?({NAMES}(?:, {NAMES})*))"
)
_SIDE = r"(?:(?:north|south|east|west|central|mid)(?:-?(?:east|west|central))?(?:ern)? )"
_ITS_NOUN = (
    r"(?: (?:station|park|square|stadium|market|mosque|church|hospital|prison|hotel"
    r"|district|area|neighborhood|neighbourhood|suburb|region|province|town|street|beach|bridge|mall"
    r"|dam|lake|river|village|camp|airport|base|valley|island|peninsula|city|port|county|factory|mine))"
)
_ITS_PART = (
    r" (?:area|district|neighborhood|neighbourhood|suburb|quarter|section|borough|region|county"
    r"|prefecture)"
)
_PART_OF = re.compile(rf"{_ITS_PART} of ")
_SIDE_OF = rf"the (?:far )?{_SIDE}(?:part|corner|half|end|tip|coast|outskirts) of (?:the )?"
_IN_PLACE = re.compile(
    rf"(?:{_ITS_NOUN}?(?: in (?:the )?(?:far )?{_SIDE}?|, (?:in )?{_SIDE}|,? in {_SIDE_OF})"
    rf"|{_ITS_PART} of (?:the )?{_SIDE}?)"
    rf"({NAMES})(?=[,;.)]|$| [a-z])"
)
_IN = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Oo]f|[Oo]utside|[Aa]round) (?:the )?$")
_WITHIN = re.compile(
    rf", (?:the )?({NAME}(?: {NAME}){{0,2}})(?: \([^()]{{1,20}}\))?(?=[.;:)]|$|,| [a-z])"
    rf"(?! (?:and|or)\b)(?:, (?:and |or )?({NAME}(?: {NAME}){{0,2}}))?"
)
_ROW = re.compile(rf"(?:, {NAME}(?: {NAME}){{0,2}}){{1,20}},? (?:and|or) (?:the )?[A-Z]")
"""Behind a second name: a row of places beside each other, "Osh, Kant, Uzgen and Talas"."""
_DISTANCE = (
    r"(?:(?:about|some|roughly|around|just|only) )?(?:\d[\d,.]*|a few|several|[a-z]+) "
    r"(?:miles|kilometers|kilometres|km|mi)(?: \([^()]{1,30}\))?"
)
_NEAR = re.compile(
    rf"{_ITS_NOUN}?,? (?:{_DISTANCE} (?:(?:[a-z-]+ )?of|(?:away )?from)"
    rf"|off(?: the(?: [a-z]+)? coast of)?|(?:just )?near|on the outskirts of"
    r"|(?:just )?(?:north|south|east|west)(?:east|west)? of)"
    rf" (?:the )?({NAMES})(?=[,;.)]|$| [a-z])"
)
_NOUN = re.compile(r"[a-z-]+(?<!ed|.s)")
_GOING_ON = frozenset((
    "and", "or", "at", "in", "on", "of", "by", "for", "from", "to", "with", "as", "is", "was",
    "are", "were", "has", "had", "have", "said", "says", "who", "which", "that", "when", "where",
    "while", "after", "before", "during", "since", "until", "but", "will", "would", "near",
))  # fmt: skip
"""Words behind a place's name that do not go on with a noun: "in the US capital"."""
_UP_TO_A_NOUN = re.compile(
    rf"{BRACKETS},? ((?:located |based )?(?:in|near|at) the ({NAMES}){_ITS_NOUN})\b(?! [a-z]+ of\b)"
)
_OF_PLACE = re.compile(rf" of (?:the )?({NAMES})(?=[,;.)]|$| [a-z])")
_BEFORE_TOWN = re.compile(rf", ({NAMES})(?=[,;.)]|$)")
_SOMEBODY_AT = re.compile(
    r"\b[a-z]*(?:[eo]r|ist|ian|man|woman|person|chief|head|analyst|president|fellow|scientist|executive|dean"
    r"|officer|partner|student|secretary)s? (?:at|with|for) (?:the )?$"
)
_EVENT_OF = re.compile(
    r"\b(?:conference|congress|gathering|hearing|meeting|session|summit|talks)s? (?:at|of|with)"
    r" (?:the )?$"
)
"""What is somewhere instead of the body: "a meeting of the X in Osh"."""
_ACRONYM = re.compile(r" \(([A-Z])[A-Z]+")
_GOES_ON = re.compile(r"\.? [A-Z]")
_LONG_ROW = re.compile(r"(?:, (?:the )?[A-Z][\w’'-]*(?: (?:of )?[A-Z][\w’'-]*){0,3}){3}")
"""Behind the first of many places: "Joppa, Jerusalem, the River Jordan, Nazareth"."""
_STREET = re.compile(r" (?:Avenue|Lane|Road|Square|Street)$")
_NEXT = re.compile(r",? (?:and |or )?(?:the )?(?![NSEW]{1,2}\b)[A-Z]")
_BEHIND_ONE = re.compile(r"[A-Z][\w’'-]+, (?:the )?$")
_SEAT = re.compile(rf", ({NAME}(?: {NAME}){{0,2}})(?=, )")
_DIRECTION = re.compile(r"(?:North|South|East|West|New|Central)(?:ern)? ")


def in_its_region(around: Around) -> Span | None:
    """Find "Irving, Texas"."""
    start, end = around.mention.span
    found = region_behind(around.behind)
    if found is None or not around.behind.startswith(f", {found[0]}"):
        return None
    if _DIRECTION.match(around.mention.surface) or fold(around.mention.surface) in regions():
        return None
    if _GOES_ON.match(around.behind[len(", ") + len(found[0]) :]):
        return None  # "X, U.S. Republican Party candidate"
    return start, end + len(", ") + len(found[0])


def where(around: Around) -> Span | None:
    """Find "Skidmore College in Saratoga Springs, New York", "an economist at X in Osh"."""
    surface = around.mention.surface
    is_told = _is_institution(surface) or _is_company(surface) or _SOMEBODY_AT.search(around.before)
    if (not is_told and not _is_of_a_land(around)) or _EVENT_OF.search(around.before):
        return None
    match = _WHERE.match(around.behind)
    names = match[2].rstrip(".").split(", ") if match else []
    short = _ACRONYM.match(around.behind, match.end()) if match else None
    if short and any(word.startswith(short[1]) for word in around.mention.surface.split()):
        return None  # "for Co-operation in Europe (OSCE)": the name goes on
    following = around.behind[match.end() :].split()[:1] if match else []
    if following and following[0] in word_lists()["followers"]["place"]:
        return None  # "told the Cyprus News Agency at Larnaca airport"
    is_adjective = following and _NOUN.fullmatch(following[0]) and following[0] not in _GOING_ON
    if match and is_adjective and around.behind[: match.start(2)].endswith("the "):
        match = _UP_TO_A_NOUN.match(around.behind)  # "in the Karol Bagh area", "in the US capital"
        names = match[2].split(", ") if match else []
    is_somewhere = any(around.is_place(name) for name in names)
    is_of_another = (
        names and names[0] != around.mention.surface and around.label_of(names[0]) == "ORG"
    )
    if not match or not (is_somewhere or is_of_another):
        return None
    kept = next((n for n, name in enumerate(names) if n and ends_as_a_house(name)), len(names))
    start, end = around.from_behind(match)
    return start, end - sum(len(", ") + len(name) for name in names[kept:])


def _is_company(name: str) -> bool:
    """Tell whether a name ends as a company's does: "Red Fund Inc."."""
    first, _, last = name.rpartition(" ")
    return bool(first) and last.rstrip(".,") in word_lists()["legal_forms"]["words"]


def _is_of_a_land(around: Around) -> bool:
    """Tell whether a body's name ends in its noun, and the country follows: "Committee of Peru"."""
    last = around.mention.surface.rpartition(" ")[2]
    match = _OF_PLACE.match(around.behind)
    is_body = around.mention.kind == "organization" and head_words().get(last) == "organization"
    return bool(is_body and match and fold(match[1]) in countries())


def within(around: Around) -> Span | None:
    """Find "Croydon, South London" and "Karipur, Kerala", behind "in" and such."""
    match = _WITHIN.match(around.behind) if _IN.search(around.before) else None
    surface = around.mention.surface
    if not match or fold(surface) in {*regions(), *capitals(), fold(match[1])}:
        return None
    is_chain = match[2] and _holds(match[2].rstrip("."), match[1])
    is_list = match[2] and not is_chain and around.is_place(match[2])
    is_list = is_list or _ROW.match(around.behind, match.end(1)) or _LONG_ROW.match(around.behind)
    is_list = is_list or ends_as_a_house(match[1])
    goes_on = (
        " the " in around.behind[: match.start(1)] and around.behind[match.end(1) :][:1] == " "
    )
    if goes_on or is_list or not around.is_place(match[1]) or _DIRECTION.fullmatch(f"{surface} "):
        return None
    end = around.from_behind(match, 2)[0] + len(match[2].rstrip(".")) if is_chain else 0
    return around.mention.span[0], end or around.from_behind(match)[1]


def _holds(outer: str, inner: str) -> bool:
    """Tell whether one place lies in another: Auckland in New Zealand, Kerala in India."""
    known = regions().get(fold(outer), ())
    if any(region.holds(city) for region in known for city in cities_named(inner)):
        return True
    around = {region.country for region in known if not region.code}
    around |= {country_of_known_place(outer)} - {""}
    inside = {region.country for region in regions().get(fold(inner), ()) if region.code}
    inside |= {country_of_known_place(inner)} | {city.country for city in cities_named(inner)}
    return not around.isdisjoint(inside)


def seat(around: Around) -> Span | None:
    """Find "Red Fund Inc., Peoria, Ill.,"."""
    match = _SEAT.match(around.behind) if _is_company(around.mention.surface) else None
    region = region_behind(around.behind[match.end(1) :]) if match else None
    if not match or region is None or not around.is_place(match[1]):
        return None
    start, end = around.from_behind(match)
    return start, end + len(", ") + len(region[0])


def near(around: Around) -> Span | None:
    """Find "Hiko, 50 miles north of Las Vegas" and "Red Island off the coast of California"."""
    match = _NEAR.match(around.behind)
    if match is None or fold(around.mention.surface) in regions():
        return None
    return _up_to_a_place(around, match)


def side_of(around: Around) -> Span | None:
    """Find "Northern District of Texas" and "South Lawn of the White House"."""
    match = _OF_PLACE.match(around.behind)
    *inside, last = around.mention.surface.split()
    is_side = inside and last in tables()["institutions"]["sides"]
    return _up_to_a_place(around, match) if is_side and match else None


def in_place(around: Around) -> Span | None:
    """Find "Randers in Jutland" and "Montmartre Cemetery, Paris"."""
    surface = around.mention.surface
    pattern = _BEFORE_TOWN if _is_institution(surface) else _IN_PLACE
    match = pattern.match(around.behind)
    if not match or fold(surface) in regions() or fold(surface) == fold(match[1]):
        return None
    if pattern is _BEFORE_TOWN and _is_next(around, match):
        return None
    is_part = _PART_OF.match(around.behind)
    if is_part and _inhabitants(surface) > _inhabitants(match[1].removesuffix(".")):
        return None  # "the Melbourne suburb of Preston"
    return _up_to_a_place(around, match)


def _is_next(around: Around, match: re.Match[str]) -> bool:
    """Tell whether what stands behind a building is the next of a row: "X Center, Y Hall, and"."""
    goes_on = _NEXT.match(around.behind, match.end())
    is_row = goes_on is not None and region_behind(around.behind[match.end() :]) is None
    is_behind = _BEHIND_ONE.search(around.before) and fold(match[1]) not in capitals()
    is_address = _STREET.search(around.mention.surface) is not None  # "the Lodge, Red Street, Osh"
    return is_row or (bool(is_behind) and not is_address) or ends_as_a_house(match[1])


def _inhabitants(name: str) -> int:
    """Return how many live in the largest city of a name."""
    return max((city.population for city in cities_named(name)), default=0)


def _up_to_a_place(around: Around, match: re.Match[str]) -> Span | None:
    """Return the words up to the name of a match, if it is a place's; a full stop is none of it."""
    for name in dict.fromkeys((match[1], match[1].removesuffix("."))):
        if around.is_place(name):
            return around.mention.span[0], around.from_behind(match)[0] + len(name)
    return None


def _is_institution(name: str) -> bool:
    return not frozenset(tables()["institutions"]["words"]).isdisjoint(name.split())
