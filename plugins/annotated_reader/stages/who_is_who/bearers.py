"""Whom a lone name may mean: the persons of all texts go in; who bears a surname comes out."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ..facts.known_persons import said_of_person
from ..words import fold, person_tables
from .address import address_of_names, are_two, common_address, is_of_ruler, of_shared_key
from .kin_apart import is_another

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from .clusters import Joined, Part


class Bearers:
    """The full names of persons by their surnames."""

    def __init__(self, clusters: Iterable[Joined]) -> None:
        found: dict[str, set[str]] = defaultdict(set)
        self.people = {each.key: each for each in clusters if each.kind == "person"}
        self.now = {
            part.key: each.key
            for each in self.people.values()
            for part in each.parts
            if not part.lone
        }
        # Whom a text names in full, by surname: from these it has told a lone name apart.
        self.in_full: dict[tuple[str, str], set[str]] = defaultdict(set)
        for cluster in self.people.values():
            surnames = {name.rpartition(" ")[2] for name in (cluster.key, *cluster.shorts)}
            for surname in surnames:
                found[surname].add(cluster.key)
                for part in cluster.parts:
                    if not part.lone:
                        self.in_full[part.document, surname].add(cluster.key)
        self.by_name = {surname: tuple(sorted(keys)) for surname, keys in found.items()}
        self.addresses: dict[str, str] = {}
        self.offices: dict[str, frozenset[str]] = {}
        self.known: dict[Hashable, tuple[str, ...]] = {}

    def of(self, part: Part) -> tuple[str, ...]:
        """Return whom a lone name may mean: those of its text, else of the library.

        Where it has an office, those whom any text calls by that, if there are any; none who is
        addressed in another way; where a text has two of a name, none of whom it is unknown; no
        namesake of a ruler, who is called by his first name.
        """
        shared, name = of_shared_key(part.key)
        address = shared or address_of_part(part)
        held = _offices(surface for surface, _ in part.surfaces)
        if not part.bearers and any(is_of_ruler(surface) for surface, _ in part.surfaces):
            return ()
        titled = _titled(surface for surface, _ in part.surfaces)
        asked = (part.bearers or name, address, shared, held, titled)
        if asked not in self.known:
            keys = self._now(part.bearers) or self.by_name.get(name, ())
            keys = tuple(key for key in keys if not self._is_another(titled, key))
            known = self._addressed(keys, address, is_shared=bool(shared))
            in_office = tuple(key for key in known if held & self._offices_of(key))
            self.known[asked] = in_office or known
        known = self.known[asked]
        here = () if part.bearers else self.in_full.get((part.document, name), ())
        return tuple(key for key in known if key not in here) if here else known

    def is_well_known(self, part: Part, key: str) -> bool:
        """Tell whether all texts know by a lone name who that is, and it is this bearer."""
        said = said_of_person(_titled(surface for surface, _ in part.surfaces))
        parts = self.people[key].parts
        return bool(said) and any(
            said_of_person(surface) == said for each in parts for surface, _ in each.surfaces
        )

    def _is_another(self, titled: str, key: str) -> bool:
        if not titled:
            return False
        parts = self.people[key].parts
        return is_another(titled, (surface for part in parts for surface, _ in part.surfaces))

    def _now(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        """Return the keys of those whom a text knows by `keys`: "F. Lee" may be Fay Lee by now."""
        return tuple(dict.fromkeys(self.now.get(key, key) for key in keys))

    def _offices_of(self, key: str) -> frozenset[str]:
        if key not in self.offices:
            parts = self.people[key].parts
            self.offices[key] = _offices(each for part in parts for each, _ in part.surfaces)
        return self.offices[key]

    def _addressed(
        self, keys: tuple[str, ...], address: str, *, is_shared: bool
    ) -> tuple[str, ...]:
        if not address:
            return keys
        told = [(key, self._address_of(key)) for key in keys]
        return tuple(
            key for key, own in told if not are_two(own, address) and (own or not is_shared)
        )

    def _address_of(self, key: str) -> str:
        if key not in self.addresses:
            surfaces = [each for part in self.people[key].parts for each, _ in part.surfaces]
            self.addresses[key] = address_of_names(surfaces)
        return self.addresses[key]


def address_of_part(part: Part) -> str:
    """Return how a person is addressed in a text, where its part in the library tells."""
    return of_shared_key(part.key)[0] or common_address(surface for surface, _ in part.surfaces)


def _titled(surfaces: Iterable[str]) -> str:
    """The one of a person's names by which all texts know who that is: "President Obama"."""
    return next((each for each in sorted(surfaces) if " " in each and said_of_person(each)), "")


def _offices(surfaces: Iterable[str]) -> frozenset[str]:
    few = person_tables()["title_words"]["of_few"]
    words = (fold(word) for surface in surfaces for word in surface.split()[:-1])
    return frozenset(word for word in words if word in few)
