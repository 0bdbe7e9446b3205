"""What a text calls a body, a place or a program for short: clusters of one text go in and out.

"Harrow" is "Harrow School", "the Church" is "Church of Scientology", "Coons" is "Coons
Pharmaceuticals"; a name that may be short for two of them stays apart.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from ..facts.known_bodies import said_of_body
from ..facts.known_works import short_names_of_work
from ..words import countries, fold, head_words, word_lists
from .keys import ACRONYM, initials_of
from .name_words import first_key, name_words
from .national import body_of, is_national
from .whose import is_general

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from .clusters import Cluster, Joined

LEADS = 3
"""How many times as often a text has to name what "the University" means as any other one."""
_SHORTENED = ("organization", "place", "work")


def with_short_forms(clusters: list[Cluster]) -> list[Cluster]:
    """Join short forms of organizations and places to the one full name in the text that has it."""
    joined: set[tuple[str, str]] = set()
    places = frozenset(cluster.key for cluster in clusters if cluster.kind == "place")
    for kind in _SHORTENED:
        named = [cluster for cluster in clusters if cluster.kind == kind]
        longer: dict[str, list[Cluster]] = defaultdict(list)
        for cluster in named:
            for short in _possible_shorts(cluster.key):
                longer[short].append(cluster)
        for cluster in named:
            apart = [each for each in longer[cluster.key] if (kind, each.key) not in joined]
            candidates = [each for each in apart if _is_short(cluster, each, places)]
            if full := _only_one(cluster, candidates):
                rule = "short form of a full name in the text"
                full.mentions += [
                    replace(mention, rule=rule, confidence=min(mention.confidence, 0.8))
                    for mention in cluster.mentions
                ]
                full.shorts.add(cluster.key)
                joined.add((kind, cluster.key))
    return [cluster for cluster in clusters if (cluster.kind, cluster.key) not in joined]


def _possible_shorts(full: str) -> set[str]:
    """What a name may be called for short: words that it begins or ends with, and its letters."""
    words = full.split(" ")
    begun = {" ".join(words[:count]) for count in range(1, len(words))}
    ended = {" ".join(words[count:]) for count in range(1, len(words))}
    return begun | ended | ({initials_of(full), _in_the_plural(full)} if begun else set())


def _in_the_plural(full: str) -> str:
    """What islands or mountains are called for short: "Chathams", "Rockies"; or ""."""
    name, _, last = full.rpartition(" ")
    if last not in ("islands", "isles", "mountains"):
        return ""
    return f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"


def usual_shorts(cluster: Joined, places: Container[str] = ()) -> set[str]:
    """Return what a name may be called for short in any text; "the University" is not among it.

    A team is called without its city, if that is one of the `places`: "Colts".
    """
    words = cluster.key.split(" ")
    shorts = set(cluster.shorts)
    if cluster.kind == "person":
        shorts |= _with_an_initial(cluster)
    elif cluster.kind == "place" and words[-1] in _folded("short_of_place"):
        shorts.add(" ".join(words[:-1]))
    elif cluster.kind == "work":
        surfaces = {surface for part in cluster.parts for surface, _ in part.surfaces}
        shorts |= {fold(short) for each in surfaces for short in short_names_of_work(each)}
    elif cluster.kind == "organization":
        cities = (n for n in range(1, len(words)) if " ".join(words[:n]) in places)
        shorts |= {" ".join(words[n:]) for n in cities if words[-1].endswith(("s", "sox"))}
        tails = enumerate(reversed(words))
        count = next((n for n, word in tails if not _is_left_out(word)), 0)
        lands = (n for n in range(1, len(words) - 1) if " ".join(words[:n]) in countries())
        shorts |= {" ".join(words[n:]) for n in lands}
        shorts |= {" ".join(words[:-n]) for n in range(1, count + 1)}
    heads, named = _folded("heads"), countries()  # far more than a name has short forms
    return {short for short in shorts if short not in heads and short not in named}


def _is_left_out(word: str) -> bool:
    """Whether a word at a name's end may be left out: "School", "Football"."""
    return word in _folded("heads") or word in _folded("short_of")


def _with_an_initial(person: Joined) -> set[str]:
    """The keys that a person has by the first name's initial, or without it: "W. Mark Felt"."""
    first, _, last = person.key.partition(" ")
    shorts = {f"{first[0]} {last}"} if len(first) > 1 else set()
    shorts |= {f"{first} {last.rpartition(' ')[2]}"}  # of "george w bush"
    surfaces = {surface for part in person.parts for surface, _ in part.surfaces}
    for surface in surfaces:
        words = name_words(surface) if surface.count(" ") > 1 else []
        if len(words) > 2 and len(fold(words[0])) == 1 < len(fold(words[1])):
            shorts.add(f"{first_key(words[1])} {last}")
    return shorts - {person.key}


def letters_of(cluster: Joined) -> str:
    """Return the letters that a body may stand under in any text, in capitals; or ""."""
    letters = initials_of(cluster.key) if cluster.kind != "person" else ""
    return letters.upper() if len(letters) > 2 else ""


def is_letters(cluster: Joined) -> bool:
    """Whether all texts write a name as letters: "OPEC"."""
    return all(ACRONYM.match(surface) for part in cluster.parts for surface, _ in part.surfaces)


def is_clipped(short: str, full: str) -> bool:
    """Whether a name leaves out what a body does: "Major League" of baseball; both are keys."""
    rest = full.removeprefix(f"{short} ")
    return rest != full and _folded("short_of").issuperset(rest.split(" "))


def _only_one(short: Cluster, full: Sequence[Cluster]) -> Cluster | None:
    """The one full name; of several with one head word that which a text names far more often.

    Letters stand for what a text has named before.
    """
    if len(full) > 1 and short.key in _folded("heads"):
        first, second, *_ = sorted(full, key=lambda cluster: -len(cluster.mentions))
        return first if len(first.mentions) >= LEADS * len(second.mentions) else None
    if len(full) != 1 or (
        short.key == initials_of(full[0].key) and not _comes_first(full[0], short)
    ):
        return None
    return full[0]


def _is_short(short: Cluster, full: Cluster, places: frozenset[str]) -> bool:
    """Whether one name may be short for another: by the words that it leaves out."""
    if short.kind == "place":
        return _is_short_of_place(short.key, full.key)
    if short.kind == "work":
        return short.key in map(fold, short_names_of_work(full.mentions[0].surface))
    if short.key == initials_of(full.key):
        return all(ACRONYM.match(mention.surface) for mention in short.mentions)
    if full.key.startswith(f"{short.key} "):
        return _is_begun(short, full) and not is_division(short.mentions[0].surface, full.key)
    return full.key.endswith(f" {short.key}") and _is_end(short, full, places)


def _is_begun(short: Cluster, full: Cluster) -> bool:
    """Whether one name is short for another that begins with it."""
    rest = full.key[len(short.key) + 1 :].split()
    names = _folded("heads") | _folded("short_of")
    return (
        rest[0] in ("of", "for")
        or all(word in names or word in countries() for word in rest)
        or _is_introduced(short, full)
    )


def _is_end(short: Cluster, full: Cluster, places: frozenset[str]) -> bool:
    """Whether one name is short for another that ends with it."""
    rest = full.key[: -len(short.key) - 1].split()
    is_head = short.key in _folded("heads")
    if rest[-1] == "of":  # not "Congress" for "Library of Congress"
        is_letters = any(ACRONYM.match(mention.surface) for mention in short.mentions)
        return " " not in short.key and not is_head and not is_letters
    its_country = is_national(short.key) and body_of(full.key)[1]
    is_land = " ".join(rest) in countries() and " " in short.key  # "U.S. Justice Department"
    return is_head or " ".join(rest) in places or is_land or bool(its_country)


def is_division(name: str, full: str) -> bool:
    """Whether a longer name (its key) is of a part of a well-known body: "Google News"."""
    said = said_of_body(name)
    heads = tuple(word_lists()["divisions"]["of_broadcasters"])
    ends = full.rpartition(" ")[2] in _folded("divisions")
    return bool(said) and not said.startswith(heads) and ends


def _is_short_of_place(short: str, full: str) -> bool:
    if short == _in_the_plural(full):
        return True
    if full.startswith(f"{short} "):
        rest = full[len(short) + 1 :].split()
        is_whose = rest[0] == "of" and is_general("place", short)
        is_park = rest == ["national", "park"]
        return is_park or is_whose or _folded("short_of_place").issuperset(rest)
    if not full.endswith(f" {short}"):
        return False
    rest = full[: -len(short) - 1].split()
    is_building = short.rpartition(" ")[2] in _folded("heads") and " " in short
    return is_building and not _PARTS_OF_PLACES.intersection(rest)


def _is_introduced(short: Cluster, full: Cluster) -> bool:
    """Whether a text has the full name before it calls it by its first word."""
    return " " not in short.key and _comes_first(full, short)


def _comes_first(full: Cluster, short: Cluster) -> bool:
    return full.mentions[0].span < short.mentions[0].span


_PARTS_OF_PLACES = frozenset(
    ("new", "old", "north", "south", "east", "west", "upper", "lower", "of")
)


@lru_cache(maxsize=4)
def _folded(table: str) -> frozenset[str]:
    if table == "heads":
        return frozenset(fold(word) for word in head_words())
    return frozenset(fold(word) for word in word_lists()[table]["words"])
