"""Persons of one document: mentions go in, clusters of mentions of one person come out.

A full name is known by its first and last word; a lone surname or first name joins the one
bearer that the text has introduced. Where it has introduced two, the name stays apart with
both as candidates: a wrong merger costs more than a missed one.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import replace
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from .clusters import Cluster
from .known_as import with_other_names
from .names import without_honorific
from .persons import Persons
from .words import countries, fold, honorifics, kind_of_description, word_lists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model import Mention


def cluster_people(mentions: Sequence[Mention], text: str = "") -> list[Cluster]:
    """Return the persons whom `mentions` (of one document, in order) name.

    Where `text` says that two full names are one person's ("better known as"), they are one.
    """
    clusters: dict[str, Cluster] = {}
    families: dict[str, dict[str, set[str]]] = defaultdict(dict)
    for mention in mentions:
        words = name_words(mention.surface)
        if len(words) > 1 and not _only_title(words):
            family = families[name_key(words[-1])]
            key = _key_among(family, words)
            family.setdefault(key, set()).update(_first_key(word) for word in words[:-1])
            clusters.setdefault(key, Cluster("person", key)).mentions.append(mention)
    full = Persons(with_other_names(list(clusters.values()), text))
    subject = next((each for each in full.clusters if mentions[0] in each.mentions), None)
    lone: dict[tuple[str, tuple[str, ...]], Cluster] = {}
    for mention in mentions:
        words = name_words(mention.surface)
        if (len(words) == 1 or _only_title(words)) and not _place_title(mention, full):
            _place_lone(mention, words, full, lone, subject)
    return [*full.clusters, *lone.values()]


def name_words(surface: str) -> list[str]:
    """Return the words of a person's name without honorifics, initials kept: "J.", "Smith"."""
    name = without_honorific(surface)
    while (shorter := without_honorific(name)) != name:
        name = shorter
    every = name.replace("‐", "-").split()
    words = [word for word in every if fold(word) not in _SUFFIXES] or every
    return words[_title(words) :]


def _title(words: Sequence[str]) -> int:
    """How many words of a title stand before a full or last name: "Home Secretary", "US"."""
    count = next((n for n, word in enumerate(words) if not _in_title(word)), 0)
    holy = _tables()["title_words"]["before_a_first_name"]
    office = _tables()["title_words"]["before_a_surname"]
    alone = len(words) == 2 and fold(words[0].rstrip(".")) in (*holy, *office)
    return count if count > 1 or len(words) - count > 1 or alone else 0


def _in_title(word: str) -> bool:
    key = fold(word)
    if key in _tables()["title_words"]["words"] or without_honorific(f"{word} x") == "x":
        return True
    return key in countries() or (len(key) > 4 and kind_of_description(key) == "person")


def _only_title(words: Sequence[str]) -> bool:
    """Whether several words are an office without a name: "Prime Minister"."""
    inside = _tables()["title_words"]["words"]
    begins, noun = fold(words[0]) in inside, fold(words[-1])
    holds = noun in word_lists()["person"]["words"]  # "Peter" ends like one, but is none
    return begins and len(words) > 1 and holds and all(_in_title(word) for word in words)


_SUFFIXES = frozenset(
    (
        "jr",
        "sr",
        "ii",
        "iii",
        "iv",
        "phd",
        "md",
        "frs",
        "obe",
        "mbe",
        "cbe",
        "dbe",
        "ra",
        "mp",
        "qc",
    )
)


def name_key(word: str) -> str:
    """Return what the spellings of a name share: "Bakiev" and "Bakiyev", "Maxim" and "Maksim"."""
    key = fold(word)
    for spelling, sound in _tables()["transliteration"]["pairs"]:
        key = key.replace(spelling, sound)
    return key


def _first_key(word: str) -> str:
    nicknames: dict[str, str] = _tables()["nicknames"]
    return name_key(nicknames.get(fold(word), word))


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, Any]]:
    package = __package__.rpartition(".")[0]
    file = resources.files(package).joinpath("data/person_names.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _key_among(family: dict[str, set[str]], words: Sequence[str]) -> str:
    """The key of a name among those of its family before it, each with its first names.

    "J. Smith" takes that of the one "John Smith", "Otto Jespersen" that of the one "Jens Otto
    Harry Jespersen", "Kristin Wilkins" that of the one "Kristen Wilkins".
    """
    first, last = _first_key(words[0]), name_key(words[-1])
    firsts = {_first_key(word) for word in words[:-1]}
    if f"{first} {last}" in family:
        return f"{first} {last}"
    for is_alike in (
        lambda key: len(first) == 1 and key.startswith(first),
        lambda key: firsts < family[key] or family[key] < firsts,
        lambda key: _differ_in_a_vowel(first, key.partition(" ")[0]),
    ):
        alike = [key for key in family if is_alike(key)]
        if len(alike) == 1:
            return alike[0]
    return f"{first} {last}"


def _differ_in_a_vowel(first: str, other: str) -> bool:
    """Whether two first names are spellings of one: "Kristen", "Kristin"; not "Daniela"."""
    apart = [place for place, (a, b) in enumerate(zip(first, other, strict=False)) if a != b]
    return (
        len(first) == len(other) > 4
        and len(apart) == 1
        and 0 < apart[0] < len(first) - 1
        and {first[apart[0]], other[apart[0]]} <= set("aeiou")
    )


def _place_title(mention: Mention, full: Persons) -> bool:
    """Join a title that stands alone to the one person whom the text has called by it before."""
    title = fold(mention.surface)
    if not all(_in_title(word) or word in honorifics() for word in title.split()):
        return False
    titled = full.titled(title, mention)
    if len(titled) == 1:
        rule = "title of a full name in the text"
        full.join(titled[0], replace(mention, rule=rule, confidence=0.7))
    return len(titled) == 1


def _place_lone(
    mention: Mention,
    words: Sequence[str],
    full: Persons,
    lone: dict[tuple[str, tuple[str, ...]], Cluster],
    subject: Cluster | None,
) -> None:
    if len(words) > 1:  # an office has another holder in another text
        office = f"{fold(mention.surface)} in {mention.document}"
        cluster = lone.setdefault((office, ()), Cluster("person", office, lone=True))
        cluster.mentions.append(mention)
        return
    name, first = name_key(words[0]), _first_key(words[0])
    bearers = full.bearers(name, first)
    introduced = [cluster for cluster in bearers if cluster.mentions[0].span < mention.span]
    candidates = _leading(full, introduced, mention, subject) or introduced or bearers
    if len(candidates) == 1:
        full.join(candidates[0], _joined(mention, name, candidates[0]))
        return
    keys = tuple(sorted(cluster.key for cluster in candidates))
    rule = "name of several persons" if keys else mention.rule
    confidence = 0.5 if keys else mention.confidence
    cluster = lone.setdefault((name, keys), Cluster("person", name, lone=True, bearers=keys))
    cluster.mentions.append(replace(mention, rule=rule, confidence=confidence))


_LED_BY = 4  # mentions of the one whom a text is about, where another is named once in passing
_NEAR = 300  # characters within which the one named in passing may still be meant
_BESIDE = 100  # characters within which another than the one whom the text begins with is meant


def _leading(
    full: Persons, bearers: Sequence[Cluster], mention: Mention, subject: Cluster | None
) -> list[Cluster]:
    """The one bearer whom the text is about, where the others lie back.

    The one with whose name the text begins leads where it is named twice as often as any other;
    anybody else only where each other is named once, in passing.
    """
    before = [full.seen(bearer, mention) for bearer in bearers]
    for number, (bearer, (seen, _)) in enumerate(zip(bearers, before, strict=True)):
        begun = bearer is subject
        if seen < (2 if begun else _LED_BY):
            continue
        others = before[:number] + before[number + 1 :]
        far = _BESIDE if begun else _NEAR
        often = seen // 2 if begun else 1
        if others and all(
            count <= often and mention.span[0] - last.span[1] >= far for count, last in others
        ):
            return [bearer]
    return []


def _joined(mention: Mention, name: str, cluster: Cluster) -> Mention:
    if without_honorific(mention.surface) != mention.surface:
        return replace(
            mention, rule="honorific and surname of a full name in the text", confidence=0.95
        )
    if cluster.key.endswith(" " + name):
        return replace(mention, rule="surname of a full name in the text", confidence=0.9)
    return replace(mention, rule="first name of a full name in the text", confidence=0.8)
