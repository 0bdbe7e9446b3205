"""Who is who across texts: the clusters of each text go in, those of the library come out.

A full name is one person, place or organization in all texts; "the Museum" or "the Supreme Court"
is one only where the texts name something else in common. A lone surname joins a person of
another text only where the library knows one bearer who may be addressed so, and both texts name
something else in common; otherwise it stays apart and says whom it may mean: a wrong merger costs
more than a missed one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from .address import WIFE, WOMAN, are_two, of_shared_key, shared_key
from .bearers import Bearers, address_of_part
from .clusters import Joined
from .keys import names_of_states
from .people import names_of_one
from .short_forms import is_letters, letters_of, usual_shorts
from .words import countries, peoples, word_lists

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from .clusters import Part


def across_texts(parts: Iterable[Part]) -> list[Joined]:
    """Join the texts' parts: by kind and key, then short forms, then lone names by bearers."""
    joined: dict[tuple[str, str], Joined] = {}
    lone: list[Part] = []
    general: dict[Thing, list[Part]] = defaultdict(list)
    for part in parts:
        if part.lone:
            lone.append(part)
            continue
        if _is_general(part):
            general[part.kind, part.key].append(part)
            continue
        key = (part.kind, part.key)
        if key not in joined:
            joined[key] = Joined(*key)
        joined[key].parts.append(part)
    company = _Company(joined.values(), lone)
    _join_shorts(joined, company)
    bearers = Bearers(joined.values())
    apart: dict[Thing, list[Part]] = defaultdict(list)
    may_be: dict[str, list[tuple[Part, tuple[str, ...]]]] = defaultdict(list)
    for part in lone:
        known = bearers.of(part)
        if len(known) == 1 and company.is_shared([part], target := joined["person", known[0]]):
            rule = "surname of one bearer in the library, in the same company"
            target.parts.append(part._replace(told=(rule, 0.6)))
        elif known:
            may_be[part.key].append((part, known))
        else:
            apart["person", of_shared_key(part.key)[1]].append(part)
    ambiguous = [_may_be(name, found) for name, found in may_be.items()]
    strangers = [
        one
        for (kind, name), found in (*apart.items(), *general.items())
        for key, those in _by_address(kind, name, found)
        for one in _by_company(
            kind, key, those, company, is_taken=kind == "person" and key in may_be
        )
    ]
    return [*joined.values(), *ambiguous, *strangers]


def _is_general(part: Part) -> bool:
    """Whether a name says but what sort of thing it is: each town has its "Museum"."""
    if part.kind not in ("organization", "place"):
        return False
    *before, last = part.key.split(" ")
    is_sort = last in _general("words") and _general("before").issuperset(before)
    return (is_sort and part.key not in _general("not")) or part.key.startswith("ministry of ")


@lru_cache(maxsize=3)
def _general(table: str) -> frozenset[str]:
    return frozenset(word_lists()["general"][table])


def _may_be(name: str, found: Sequence[tuple[Part, tuple[str, ...]]]) -> Joined:
    """A name that may be of any of its bearers; most parts share the library's tuple of them."""
    known = {id(bearers): bearers for _, bearers in found}
    bearers = {bearer for each in known.values() for bearer in each}
    parts = [part for part, _ in found]
    return Joined("person", name, parts, lone=True, bearers=tuple(sorted(bearers)))


def _join_shorts(joined: dict[tuple[str, str], Joined], company: _Company) -> None:
    """Join what is a short or another form of one name where both are named in one company."""
    full: dict[tuple[str, str], list[Joined]] = defaultdict(list)
    for one in joined.values():
        if one.kind in ("organization", "place", "person"):
            for short in (*usual_shorts(one), letters_of(one)):
                full[one.kind, short].append(one)
    told = ("other form of one name in the library", 0.6)
    for key in list(joined):
        letters = full.get((key[0], key[1].upper()), []) if is_letters(joined[key]) else []
        if len(longer := full.get(key, []) + letters) != 1:
            continue
        (target,) = longer
        found = joined[key].parts
        if (target.kind, target.key) in joined and (
            company.is_shared(found, target) or _is_university(key, target, joined)
        ):
            target.parts.extend(part._replace(told=told) for part in joined.pop(key).parts)


def _is_university(short: Thing, full: Joined, joined: Mapping[Thing, Joined]) -> bool:
    """Whether a body is called for short by what names nothing but its university: "Harvard"."""
    kind, name = short
    is_its = kind == "organization" and full.key == f"{name} university"
    is_place = ("place", name) in joined or name in peoples() or name in names_of_states()
    return is_its and not is_place and name not in _general("before") | _general("words")


def _by_company(
    kind: str, name: str, found: Iterable[Part], company: _Company, *, is_taken: bool
) -> Iterator[Joined]:
    """Yield the bearers of a name: one where texts name something else in common.

    The first one has the name for its key, unless it `is_taken`.
    """
    groups: list[Joined] = []
    place: dict[Thing, int] = {}
    for part in found:
        around = company.named[part.document] - {(kind, name)}
        shared: Counter[int] = Counter()
        for each in around & place.keys():
            shared[place[each]] += company.weight_for_strangers(each)
        number = min((n for n, weight in shared.items() if weight >= ENOUGH), default=len(groups))
        if number == len(groups):
            key = f"{name} in {part.document}" if groups or is_taken else name
            groups.append(Joined(kind, key, lone=True))
        groups[number].parts.append(part)
        place.update((each, number) for each in around if each not in place)
    yield from groups


ENOUGH = 2
"""What two texts have to share: something named in full, or two other names of one word."""
COMMON = 10
"""In how many texts, or in what part of all of them, something is company to anybody."""
RARE = 3
"""In how many texts a place may be that alone is company."""
Thing = tuple[str, str]
"""Kind and key of what a text names."""


class _Company:
    """What each text names, and what the texts of each bearer name together.

    Dates, groups, countries, God, and what very many texts name are company to anybody.
    """

    def __init__(self, joined: Iterable[Joined], lone: Iterable[Part]) -> None:
        self.named: dict[str, set[Thing]] = defaultdict(set)
        self.around: dict[Thing, set[Thing]] = {}
        self.of_one_word = {(part.kind, part.key) for part in lone}
        texts: dict[Thing, set[str]] = defaultdict(set)
        everybodys = countries().keys() | names_of_one()
        for part in (*(part for one in joined for part in one.parts), *lone):
            if part.kind not in ("date", "group", "term") and part.key not in everybodys:
                texts[part.kind, part.key].add(part.document)
        most = max(COMMON, len(set().union(*texts.values())) // COMMON)
        for thing, documents in texts.items():
            for document in documents if len(documents) <= most else ():
                self.named[document].add(thing)
        places = ((thing, each) for thing, each in texts.items() if thing[0] == "place")
        self.common = {thing for thing, documents in places if len(documents) > RARE}

    def is_shared(self, parts: Sequence[Part], bearer: Joined) -> bool:
        """Whether texts with a name and those with its bearer name something else in common.

        If so, the name's company is the bearer's from now on.
        """
        whose = (bearer.kind, bearer.key)
        if whose not in self.around:
            self.around[whose] = self._in_texts(bearer.parts)
        here = self._in_texts(parts)
        shared = (here & self.around[whose]) - {whose, (parts[0].kind, parts[0].key)}
        if sum(self.weight(each) for each in shared) < ENOUGH:
            return False
        self.around[whose] |= here
        return True

    def weight(self, thing: Thing) -> int:
        """How much it says that two texts name something: a name of one word says less.

        So does a place that other texts name as well.
        """
        return 1 if thing in self.common or thing in self.of_one_word else ENOUGH

    def weight_for_strangers(self, thing: Thing) -> int:
        """How much it says that texts share something where neither knows a name's bearer in full.

        A city alone says little, and nothing where others name it as well: more than one Mary, or
        Museum, is in New York.
        """
        return self.weight(thing) - (thing[0] == "place")

    def _in_texts(self, parts: Iterable[Part]) -> set[Thing]:
        texts = {part.document for part in parts}
        return set().union(*(self.named[text] for text in texts))


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
