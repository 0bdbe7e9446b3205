"""An organization's name goes in, and what all news texts take for known of it comes out.

They name the media that they have their news from, international organizations, public bodies,
companies and the like, and hardly ever say what those are. A list of ours holds them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import chain, repeat
from typing import TYPE_CHECKING, NamedTuple

from ...model import Definition
from ..definitions.said_of_things import expands
from ..package_data import tables_of
from ..places.choice import are_most
from ..who_is_who.clusters import documents_of
from ..who_is_who.keys import ACRONYM
from ..words import countries_by_code, fold, without_the

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ...model import Document, Entity, Mention
    from ..places.choice import Named

OUR_LIST = "our list of well-known bodies"
"""What such a fact names as its source."""

FULL = 2
"""Spaces of a name so long that a body bears it, even where it is taken for a place."""

PLACES_ONLY = ("University in ", "College in ")
"""How facts begin that, beside what the name says, only tell the country."""

_PARTY = "Political party in "
_BUILDINGS = ("Museum in", "Hospital in", "University in", "Opera house in", "Theater in")
"""What may be taken for a place as well."""
"""How the facts begin whose bodies are called as their members are."""

_PUBLIC = re.compile(
    r"(?:Army|Court|Finance|Foreign|Government|Highest|House|Local|Lower|Parliament|Police"
    r"|Political|Prosecut\w+|Public|School|Tax|Upper)\b"
)
"""How facts begin on bodies that news of their own country names."""

_OF_A_COMPANY = re.compile(
    r",? (?:Corp|Co|Inc|Ltd|LLC|PLC|plc|AG|SA|S\.A|NV|N\.V|Corporation|Limited|Company)\.?$"
)
"""What a company's name may end in: "General Motors Corp."."""

_OF_THE_UNION = re.compile(r"(?:U\.N\.|UN|United Nations(?:['’]s?)?) (?=\w+ \w)")
"""Whose body it is, before names that the list has without: "U.N. World Food Programme"."""

_SPELLED_OUT = re.compile(r"\b[a-z]+ \($")
"""What stands before an acronym that is short for common words: "the build system (CBS)"."""

_ARTICLE = re.compile(r"[\w,] The $")
"""An article that is a part of the name: "told The Guardian"."""


class _Body(NamedTuple):
    """What a body is, and the code of its country; "" if it is of none or of several."""

    said: str
    code: str


def fact_of_known_body(
    entity: Entity, names: Iterable[str], documents: Mapping[str, Document], named: Named
) -> Definition | None:
    """Return which well-known body an organization is by one of its `names`.

    One whose name is a word in common use is known in texts that name its country only, or where
    a newspaper's article stands before it; one of those that many countries have, in texts that
    name its country most.
    """
    if entity.kind not in ("organization", "place", "group"):
        return None
    slugs = tuple(documents_of(entity.mentions))
    for name in _forms(names):
        if _is_another_thing(name, entity, documents):
            continue
        found = [
            body
            for body in _bodies().get(name, ())
            if _is_meant(name, body.code, slugs, named) or _has_article(name, entity, documents)
        ]
        is_place = entity.kind == "place" and name.count(" ") < FULL
        if len(found) == 1 and (said := _said_of_kind(found[0].said, entity.kind)):
            is_fit = not is_place or said.startswith(_BUILDINGS)
            return Definition(said, "data", source=OUR_LIST) if is_fit else None
    return None


def _said_of_kind(said: str, kind: str) -> str:
    """What is said of a body, or of its members where they are meant: only parties have such."""
    if kind != "group":
        return said
    return f"Members of a {said[0].lower()}{said[1:]}" if said.startswith(_PARTY) else ""


def is_well_known(name: str) -> bool:
    """Tell whether a name is that of a body of the list, and of nothing else."""
    return name in names_of_bodies()


def said_of_body(name: str) -> str:
    """Return what the list says of a body that has its name alone, or nothing."""
    return _bodies()[name][0].said if is_well_known(name) else ""


def country_of_public_body(name: str) -> str:
    """Return the code of the one country whose public body or party a name is of, or nothing."""
    bodies = _bodies().get(without_the(name), ())
    is_public = len(bodies) == 1 and _PUBLIC.match(bodies[0].said)
    return bodies[0].code if is_public else ""


def stands_for_another(short: str, long: str) -> bool:
    """Tell whether letters are those of a well-known body that is called by other words.

    `long` is the folded name of the body that they may be short for in a text.
    """
    if not is_well_known(short):
        return False
    return all(fold(without_the(name)) != long for name in _beside(short))


def _forms(names: Iterable[str]) -> Iterator[str]:
    """Each name without its article, then those of companies without what they end in."""
    plain = [*map(without_the, names)]
    yield from plain
    yield from (name[: end.start()] for name in plain if (end := _OF_A_COMPANY.search(name)))
    yield from (name[ours.end() :] for name in plain if (ours := _OF_THE_UNION.match(name)))


def _is_meant(name: str, code: str, slugs: Sequence[str], named: Named) -> bool:
    """Tell whether texts name the country that such a name asks for.

    Texts that name no country at all say nothing, where they are no more than the others; and of
    a body that one country alone has by this name, two of three texts speak for all.
    """
    is_at_home = name in _common()["at_home"]
    if not is_at_home and name not in _common()["where_named"]:
        return True
    themes = named.told(slugs)
    if not is_at_home:
        return bool(themes) and all(code in theme for theme in themes)
    at_home = sum(theme.get(code, 0) == max(theme.values()) for theme in themes)
    is_one = len(_bodies()[name]) == 1
    return are_most(at_home, len(themes)) and (is_one or at_home == len(themes))


def _is_another_thing(name: str, entity: Entity, documents: Mapping[str, Document]) -> bool:
    """Tell whether a name is but a part of a longer one, or a text's short form for other words.

    "NASCAR 4" is a game, and "the build system (CBS)" broadcasts nothing.
    """
    own = without_the(entity.name)
    if (ours := _OF_THE_UNION.match(own)) and name == own[ours.end() :]:
        return False
    is_part = name in own and not _OF_A_COMPANY.fullmatch(own.removeprefix(name))
    if name != own and (is_part or _is_short_for_another(name, entity)):
        return True
    return bool(ACRONYM.match(name)) and any(
        _is_spelled_out(documents[each.document].text, each)
        for each in entity.mentions
        if each.surface == name == entity.name
    )


def _is_short_for_another(name: str, entity: Entity) -> bool:
    """Tell whether an acronym of the list is short for other words than an entity's own.

    "AFP" is Agence France-Presse, but not in a text on the Armed Forces of the Philippines.
    """
    own = without_the(entity.name)
    if not ACRONYM.match(name) or not expands(name, own):
        return False
    long_forms = [long for long in _beside(name) if expands(name, long)]
    return long_forms != [] and all(map(_is_unlike, long_forms, repeat(own)))


def _is_unlike(one: str, other: str) -> bool:
    """Tell whether two names are of other words, small ones apart."""
    words = [{word for word in each.split() if word[0].isupper()} for each in (one, other)]
    return words[0] != words[1]


@lru_cache(maxsize=1)
def names_of_bodies() -> frozenset[str]:
    """Return the names of the list that are no words in common use."""
    return frozenset(_bodies()).difference(*_common().values())


def _beside(name: str) -> frozenset[str]:
    """The other names of the list of which the same is said as of this one."""
    said = (_names_by_what_is_said()[body.said] for body in _bodies().get(name, ()))
    return frozenset(chain.from_iterable(said)) - {name}


@lru_cache(maxsize=1)
def _names_by_what_is_said() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, body in _rows():
        found[body.said].add(name)
    return dict(found)


def _is_spelled_out(text: str, mention: Mention) -> bool:
    start, end = mention.span
    return text[end : end + 1] == ")" and bool(_SPELLED_OUT.search(text, max(0, start - 9), start))


def _has_article(name: str, entity: Entity, documents: Mapping[str, Document]) -> bool:
    if name not in _common()["with_article"]:
        return False
    starts = ((documents[each.document].text, each.span[0]) for each in entity.mentions)
    return any(
        _ARTICLE.search(text, max(0, start - 6), start)
        or (text.startswith("The ", start) and text[max(0, start - 2) : start - 1] not in ".”\n")
        for text, start in starts
    )


@lru_cache(maxsize=1)
def _common() -> dict[str, frozenset[str]]:
    return {how: frozenset(names) for how, names in tables_of("known_bodies")["common"].items()}


@lru_cache(maxsize=1)
def _bodies() -> dict[str, tuple[_Body, ...]]:
    found: dict[str, tuple[_Body, ...]] = {}
    for name, body in _rows():
        found[name] = (*found.get(name, ()), body)
    return found


def _rows() -> Iterator[tuple[str, _Body]]:
    """Each name of the list with what it is."""
    tables = dict(tables_of("known_bodies"))
    del tables["common"]
    for said, names in tables.pop("worldwide").items():
        yield from ((name, _Body(said, "")) for name in names)
    for code, rows in tables.pop("of").items():
        yield from ((name, _Body(said, code)) for said, names in rows.items() for name in names)
    for sort, rows in tables.items():
        for code, names in rows.items():
            said = f"{sort} {countries_by_code()[code].phrase}"
            yield from ((name, _Body(said, code)) for name in names)
