"""Who is who across texts: the clusters of each text go in, those of the library come out.

A full name is one person, place or organization in all texts; "the Museum" or "the Supreme Court"
is one only where the texts name something else in common. A lone surname joins a person of
another text only where the library knows one bearer who may be addressed so, and both texts name
something else in common; otherwise it stays apart and says whom it may mean: a wrong merger costs
more than a missed one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from ..words import countries, peoples
from .address import WIFE, WOMAN, are_two, of_shared_key, shared_key
from .bearers import Bearers, address_of_part
from .by_initials import by_initials
from .clusters import Joined
from .company import Company, enough
from .keys import names_of_states
from .namesakes import by_region
from .national import body_of, by_country, is_national
from .short_forms import is_division, is_letters, letters_of, usual_shorts
from .whose import general, is_general

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from .clusters import Part
    from .company import Thing


def across_texts(parts: Iterable[Part]) -> list[Joined]:
    """Join the texts' parts: by kind and key, then short forms, then lone names by bearers."""
    joined: dict[tuple[str, str], Joined] = {}
    lone: list[Part] = []
    unnamed: dict[Thing, list[Part]] = defaultdict(list)
    every, lands = by_country(by_region(by_initials(parts)))
    for part in every:
        if part.lone:
            lone.append(part)
            continue
        if is_general(part.kind, part.key):
            unnamed[part.kind, part.key].append(part)
            continue
        key = (part.kind, part.key)
        if key not in joined:
            joined[key] = Joined(*key)
        joined[key].parts.append(part)
    company = Company(joined.values(), lone)
    _join_shorts(joined, company)
    _join_bodies(joined, unnamed, company, lands)
    bearers = Bearers(joined.values())
    apart: dict[Thing, list[Part]] = defaultdict(list)
    may_be: dict[str, list[tuple[Part, tuple[str, ...]]]] = defaultdict(list)
    for part in lone:
        known = bearers.of(part)
        rule = _rule_of_bearer(part, known, bearers, joined, company)
        if rule:
            joined["person", known[0]].parts.append(part._replace(told=(rule, 0.6)))
        elif known:
            may_be[part.key].append((part, known))
        else:
            apart["person", of_shared_key(part.key)[1]].append(part)
    ambiguous = [_may_be(name, found) for name, found in may_be.items()]
    strangers = [
        one
        for (kind, name), found in (*apart.items(), *unnamed.items())
        for land, here in _by_land(kind, name, found, lands)
        for key, those in _by_address(kind, name, here)
        for one in _by_company(
            kind, key, those, company, is_taken=bool(land) or (kind == "person" and key in may_be)
        )
    ]
    return [*joined.values(), *ambiguous, *strangers]


def _rule_of_bearer(
    part: Part,
    known: Sequence[str],
    bearers: Bearers,
    joined: Mapping[Thing, Joined],
    company: Company,
) -> str:
    """The rule by which a lone name is its one bearer's; nothing where that is not clear."""
    if len(known) != 1:
        return ""
    if bearers.is_well_known(part, known[0]):
        return "office and surname by which all texts know one bearer"
    is_shared = company.is_shared([part], joined["person", known[0]])
    return "surname of one bearer in the library, in the same company" if is_shared else ""


def _may_be(name: str, found: Sequence[tuple[Part, tuple[str, ...]]]) -> Joined:
    """A name that may be of any of its bearers; most parts share the library's tuple of them."""
    known = {id(bearers): bearers for _, bearers in found}
    bearers = {bearer for each in known.values() for bearer in each}
    parts = [part for part, _ in found]
    return Joined("person", name, parts, lone=True, bearers=tuple(sorted(bearers)))


def _join_shorts(joined: dict[tuple[str, str], Joined], company: Company) -> None:
    """Join what is a short or another form of one name where both are named in one company."""
    full: dict[tuple[str, str], list[Joined]] = defaultdict(list)
    places = {key for kind, key in joined if kind == "place"}
    for one in joined.values():
        if one.kind in ("organization", "place", "person", "work"):
            body = body_of(one.key)[0] if one.kind == "organization" else ""
            for short in {*usual_shorts(one, places), letters_of(one), body} - {one.key}:
                full[one.kind, short].append(one)
    told = ("other form of one name in the library", 0.6)
    for key in list(joined):
        letters = full.get((key[0], key[1].upper()), []) if is_letters(joined[key]) else []
        longer = full.get(key, []) + letters
        at_home = [one for one in longer if one.key.removesuffix(f" {key[1]}") in countries()]
        if 1 not in (len(longer), len(at_home)):
            continue
        (target,) = at_home if len(at_home) == 1 else longer
        found = joined[key].parts
        surface = found[0].surfaces[0][0]
        if (
            (target.kind, target.key) in joined
            and not is_division(surface, target.key)
            and (
                key[0] == "work"  # both are on our list
                or company.is_shared(found, target)
                or _is_university(key, target, joined)
            )
        ):
            target.parts.extend(part._replace(told=told) for part in joined.pop(key).parts)


def _join_bodies(
    joined: Mapping[Thing, Joined],
    unnamed: dict[Thing, list[Part]],
    company: Company,
    lands: Mapping[str, Counter[str]],
) -> None:
    """Join "the Senate" to that of the country that its text names most, or to the only one."""
    homes: dict[str, list[Joined]] = defaultdict(list)
    for one in joined.values():
        if one.kind == "organization" and (body := body_of(one.key)[0]):
            homes[body].append(one)
    told = ("body of a country that is named in the library", 0.6)
    for (kind, key), parts in unnamed.items():
        if kind != "organization" or key not in homes:
            continue
        left = []
        for part in parts:
            here = lands.get(part.document)
            known = [home for home in homes[key] if _may_be_on(body_of(home.key)[1], here)]
            if len(known) == 1 and company.is_shared([part], known[0]):
                known[0].parts.append(part._replace(told=told))
            else:
                left.append(part)
        unnamed[kind, key] = left


def _by_land(
    kind: str, name: str, found: Sequence[Part], lands: Mapping[str, Counter[str]]
) -> Iterator[tuple[str, Sequence[Part]]]:
    """Yield the parts of a name, those of a body by the country that their texts name most."""
    if kind != "organization" or not is_national(name):
        yield "", found
        return
    by_land: dict[str, list[Part]] = defaultdict(list)
    for part in found:
        by_land[_most(lands.get(part.document) or Counter())].append(part)
    yield from sorted(by_land.items())


def _most(named: Counter[str]) -> str:
    return max(sorted(named), key=named.__getitem__, default="")


def _may_be_on(land: str, named: Counter[str] | None) -> bool:
    return not named or _most(named) == land


def _is_university(short: Thing, full: Joined, joined: Mapping[Thing, Joined]) -> bool:
    """Whether a body is called for short by what names nothing but its university: "Harvard"."""
    kind, name = short
    is_its = kind == "organization" and full.key == f"{name} university"
    is_place = ("place", name) in joined or name in peoples() or name in names_of_states()
    return is_its and not is_place and name not in general("before") | general("words")


def _by_company(
    kind: str, name: str, found: Iterable[Part], company: Company, *, is_taken: bool
) -> Iterator[Joined]:
    """Yield the bearers of a name: one where texts name something else in common.

    The first one has the name for its key, unless it `is_taken`.
    """
    groups: list[Joined] = []
    named: list[set[Thing]] = []
    place: dict[Thing, int] = {}
    for part in found:
        around = company.named[part.document] - {(kind, name)}
        shared: Counter[int] = Counter()
        for each in around & place.keys():
            shared[place[each]] += company.weight_for_strangers(each)
        near = (n for n, weight in shared.items() if weight >= enough(around, named[n]))
        number = min(near, default=len(groups))
        if number == len(groups):
            named.append(set())
            key = f"{name} in {part.document}" if groups or is_taken else name
            groups.append(Joined(kind, key, lone=True))
        groups[number].parts.append(part)
        named[number] |= around
        place.update((each, number) for each in around if each not in place)
    yield from groups


def _by_address(kind: str, name: str, found: Sequence[Part]) -> Iterator[tuple[str, list[Part]]]:
    """Yield those of a name that may be one person, as they are addressed, and a key for them."""
    told: dict[str, list[Part]] = defaultdict(list)
    for part in found:
        told[address_of_part(part) if kind == "person" else ""].append(part)
    if not any(are_two(one, other) for one in told for other in told):
        shared = sorted(address for part in found if (address := of_shared_key(part.key)[0]))
        yield shared_key(shared[0], name) if shared else name, list(found)
        return
    told[WIFE] = told.pop(WOMAN, []) + told[WIFE]
    for address, parts in told.items():
        if parts:
            yield shared_key(address, name) if address else name, parts
