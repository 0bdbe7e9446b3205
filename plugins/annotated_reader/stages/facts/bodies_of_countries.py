"""An organization goes in, and whose it is comes out, if its texts leave no doubt.

A ministry or a party of a text that names one country only is that country's, and a name such as
"Boston Bruins" in a text on games is that of a team.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from ...model import Definition
from ..kinds.phrase_kinds import tables
from ..places.regions import Region, name_of, states
from ..who_is_who.clusters import documents_of
from ..words import countries_by_code, fold
from .body_facts import lands_of_peoples, where_is
from .facts import GEONAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from ...model import Document, Entity
    from ..places.choice import Named

_TEAM = re.compile(r"((?:[A-Z][\w.’'-]+ ){1,3}?)((?:[A-Z][a-z]+ )?[A-Z][a-z]+s)")
_FEDERAL = re.compile(
    r"\b(?:U\.S\.|US|United States|American) (?:Supreme Court|Senate|Senator|House|Congress)\b"
    r"|\b(?:Supreme Court|Senate|House of Representatives|Congress) of the United States\b"
)
_PARTY = "Political party in"
"""What the United States have as a whole, where their states have bodies of their own."""

_POLITICS = re.compile(
    r"\b(?:election|elect(?:ed|oral)|vot(?:e|er|ed|ing)|parliament|candidate|coalition|opposition|politic"
    r"|ballot|government|minister|president|mayor|deputy|lawmaker|legislat|seats? in)",
    re.IGNORECASE,
)

OFTEN = 2
"""How often a text names the country that it is on."""

_PEOPLE = re.compile(r"\b((?:[A-Z][a-z]+ )?[A-Z][a-z]+) $")
MOSTLY = 4
"""How much more often than any other country a text names the one that it is on."""

GAMES = 3
"""Words on games in a text from which a team is likely to be one."""


def fact_of_national_body(
    entity: Entity, names: Iterable[str], documents: Mapping[str, Document], named: Named
) -> Definition | None:
    """Return what an organization is by its `names` and by the countries that its texts name."""
    if entity.kind not in ("organization", "place"):
        return None
    slugs = tuple(documents_of(entity.mentions))
    code = _only_country([named.themes.get(slug, Counter()) for slug in slugs])
    union = countries_by_code()["US"].phrase
    for name in names:
        sort = _sort_of(name, "national")
        if sort == _PARTY and not _all(slugs, is_on_politics, documents, named):
            continue  # a party of travelers, or of guests
        if sort and (told := _told_by_people(entity, documents)):
            return Definition(f"{sort} {told}", "data", source=GEONAMES)
        is_party = sort == _PARTY and code == "US"
        sort = sort if is_party or (sort and code != "US") else _sort_of(name, "local")
        land = union if is_party else _land(code, slugs, named) if sort and code else ""
        if land:
            return Definition(f"{sort} {land}", "data", source=GEONAMES)
        if (sort := _sort_of(name, "federal")) and _all(slugs, is_federal, documents, named):
            return Definition(f"{sort} {union}", "data", source=GEONAMES)
        if team := _team(name, slugs, documents, named):
            return Definition(f"Team of {team}", "data", source=GEONAMES)
    return None


def _told_by_people(entity: Entity, documents: Mapping[str, Document]) -> str:
    """The land of the one people whose name stands before a body: "the Chinese X"."""
    words = []
    for each in entity.mentions:
        start = each.span[0]
        if match := _PEOPLE.search(documents[each.document].text[max(0, start - 30) : start]):
            words.append(match[1])
    found = {lands_of_peoples().get(fold(word), "") for word in words}
    return found.pop() if len(found) == 1 else ""


def tells_only_a_country(fact: Definition) -> bool:
    """Tell whether a fact is one of those that beside the sort of a body name but its country."""
    sorts = tuple(f"{said} " for said, _ in tables()["bodies"]["local"])
    return fact.source == GEONAMES and fact.text.startswith(sorts) and "," not in fact.text


def _land(code: str, slugs: Iterable[str], named: Named) -> str:
    """What the country that texts are on is called; of the United States, the state."""
    return _only_state(slugs, named) if code == "US" else countries_by_code()[code].phrase


def _only_state(slugs: Iterable[str], named: Named) -> str:
    """The one state of the United States that all of the texts name, and do so again."""
    counts = [
        Counter({r: n for r, n in named.regions.get(slug, Counter()).items() if r.code})
        for slug in slugs
    ]
    states_named = {region for each in counts for region in each}
    is_one = len(states_named) == 1 and all(each.total() >= OFTEN for each in counts)
    return f"{name_of(states_named.pop())}, {name_of(Region('US'))}" if is_one else ""


def _only_country(themes: Sequence[Counter[str]]) -> str:
    """The code of the one country that all of the texts are on; an empty string if there is none.

    They name no other, or hardly. The United States' states have courts and departments of their
    own, beside those of the union.
    """
    found = {_main_country(theme) for theme in themes}
    return found.pop() if len(found) == 1 else ""


def _main_country(theme: Counter[str]) -> str:
    """The country that a text names, and no other nearly as often."""
    (code, number), (_, next_number) = [*theme.most_common(2), ("", 0), ("", 0)][:2]
    is_alone = next_number == 0 or (number >= MOSTLY * next_number and number > MOSTLY)
    return code if number >= OFTEN and is_alone else ""


def _all(
    slugs: Iterable[str],
    question: Callable[[str], bool],
    documents: Mapping[str, Document],
    named: Named,
) -> bool:
    """Tell whether something is true of all texts; each is read once for all that it names."""
    for slug in slugs:
        key = (question.__name__, slug)
        if key not in named.found:
            named.found[key] = question(documents[slug].text)
        if not named.found[key]:
            return False
    return True


def is_federal(text: str) -> bool:
    """Tell whether a text is on the Congress and the courts of the United States, not a state's.

    The United States have a Senate, and so have their states.
    """
    return bool(_FEDERAL.search(text)) and not _of_a_state().search(text)


def is_on_politics(text: str) -> bool:
    """Tell whether a text speaks of elections and the like, so that a party is a political one."""
    return _POLITICS.search(text) is not None


@lru_cache(maxsize=1)
def _of_a_state() -> re.Pattern[str]:
    names = "|".join(["state", "puerto rico", *sorted(states())])
    bodies = "supreme court|senate|house|legislature|assembly"
    return re.compile(rf"\b(?:{names})(?:['’]s?)? (?:{bodies})\b", re.IGNORECASE)


def _sort_of(name: str, table: str) -> str:
    """What a body is that each country has, or the United States: "Political party in"."""
    plain = name.removeprefix("The ").removeprefix("the ")
    rows = tables()["bodies"][table]
    return next((said for said, pattern in rows if re.fullmatch(pattern, plain)), "")


def _team(
    name: str, slugs: tuple[str, ...], documents: Mapping[str, Document], named: Named
) -> str:
    """Where a team is at home whose name is a city and several of something."""
    match = _TEAM.fullmatch(name.removeprefix("the "))
    if not match or match[2].split()[-1] in tables()["bodies"]["no_teams"]:
        return ""
    if not _all(slugs, _is_on_games, documents, named):
        return ""
    return where_is(match[1].strip(), frozenset(("city",)), slugs, named)


def _is_on_games(text: str) -> bool:
    return len(_games().findall(text)) >= GAMES


@lru_cache(maxsize=1)
def _games() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(tables()['bodies']['games'])})\b")
