"""Entries in, those out that are likely one: the one that would stay, and those that join it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from ..who_is_who.name_words import name_key, name_words
from ..words import fold

if TYPE_CHECKING:
    from ...model import Entry
    from .usage import Context

Pair: TypeAlias = tuple[str, str]
Contexts: TypeAlias = "Mapping[str, Sequence[Context]]"

SHORTENED = ("person", "organization")  # kinds whose names are also said without their beginning
LONGEST_BLOCK = 30  # names that share a key; more of them are no spellings of one name
LONGEST_ACRONYM = 6
SHORTEST_MISSPELT = 5
LIST = "list"  # the rule of a definition that is said of several: "photographers such as X and Y"
TELLING = 3  # words of a definition that two persons are unlikely to share
SMALL_WORDS = ("of", "the", "and", "for", "in", "on", "at", "de")


def duplicates(
    entries: Mapping[str, Entry], contexts: Contexts, common: Collection[str] = ()
) -> dict[str, str]:
    """Return entries that are likely another one's, by id, with the id of the one that would stay.

    That is an approved one, else one that is no acronym, else the one with most mentions. `common`
    are words that the texts have in lower case: alone they are no short form of a name.
    """
    named = {
        id_: entry
        for id_, entry in entries.items()
        if entry.status != "hidden" and entry.kind not in ("date", "term") and not entry.candidates
    }
    pairs = {
        *_alike(named),
        *_shortened({id_: e for id_, e in named.items() if e.name.casefold() not in common}),
        *_acronyms(named, contexts),
        *_begun(named, contexts),
        *_defined_alike(named),
    }
    joins: dict[str, str] = {}
    for group in _groups(pairs):
        stays = max(group, key=lambda id_: (*_standing(entries[id_]), _times(id_, contexts), id_))
        joins.update({id_: stays for id_ in group if id_ != stays})
    return joins


def _standing(entry: Entry) -> tuple[bool, bool]:
    return entry.status == "approved" or entry.creator == "editor", not _is_acronym(entry.name)


def _is_acronym(name: str) -> bool:
    return len(name) <= LONGEST_ACRONYM and name.replace(".", "").isupper()


def _times(id_: str, contexts: Contexts) -> int:
    return len(contexts.get(id_, ()))


def _groups(pairs: Iterable[Pair]) -> Iterator[set[str]]:
    """Yield the sets of ids that pairs connect, in the order of their first ids."""
    group_of: dict[str, set[str]] = {}
    for one, other in sorted(pairs):
        joined = group_of.get(one, {one}) | group_of.get(other, {other})
        for id_ in joined:
            group_of[id_] = joined
    seen: set[str] = set()
    for id_ in sorted(group_of):
        if id_ not in seen:
            seen |= group_of[id_]
            yield group_of[id_]


def _pair(one: str, other: str) -> Pair:
    return min(one, other), max(one, other)


def _alike(entries: Mapping[str, Entry]) -> set[Pair]:
    """Pairs of ids whose names are spellings of one name; linear in the number of entries."""
    blocks: dict[tuple[str, str], set[str]] = defaultdict(set)
    short = set()
    for id_, entry in entries.items():
        words = name_words(entry.name) if entry.kind == "person" else entry.name.split()
        sounds = [key for key in map(name_key, words) if key]
        for key in _keys(sounds, exact=any(map(_is_acronym, entry.name.split()))):
            blocks[entry.kind, key].add(id_)
        if entry.kind == "person" and len(sounds) > 1:
            blocks["initial", f"{sounds[0][0]} {sounds[-1]}"].add(id_)
            if len(words[0].rstrip(".")) == 1:
                short.add(id_)
    return {
        pair
        for (kind, _), block in blocks.items()
        if len(block) <= LONGEST_BLOCK
        for pair in combinations(sorted(block), 2)
        if kind != "initial" or short & set(pair)
    }


def _keys(sounds: Sequence[str], *, exact: bool) -> set[str]:
    """What spellings of a name share: its sounds, also with any one of them left out."""
    whole = " ".join(sounds)
    if exact or len(whole) <= SHORTEST_MISSPELT:
        return {whole} - {""}
    return {whole, *(whole[:at] + whole[at + 1 :] for at in range(len(whole)))}


def _shortened(entries: Mapping[str, Entry]) -> set[Pair]:
    """Pairs of ids of which one's name ends the other's: “Warhol” where one Warhol has a full name.

    Where several do, it is no question of two entries. A place of two words or more is said so too.
    """
    longer: dict[tuple[str, str], list[str]] = defaultdict(list)
    named = {
        id_: entry
        for id_, entry in entries.items()
        if entry.kind in SHORTENED or (entry.kind == "place" and " " in entry.name)
    }
    for id_, entry in named.items():
        words = entry.name.split()
        for at in range(1, len(words)):
            longer[entry.kind, " ".join(words[at:])].append(id_)
    found = ((id_, longer[entry.kind, entry.name]) for id_, entry in named.items())
    return {_pair(id_, full[0]) for id_, full in found if len(full) == 1}


def _acronyms(entries: Mapping[str, Entry], contexts: Contexts) -> set[Pair]:
    """Pairs of ids of which one's name are the first letters of the other's, in one text."""
    full: dict[str, list[str]] = defaultdict(list)
    for id_, entry in entries.items():
        words = [word for word in entry.name.split() if word.casefold() not in SMALL_WORDS]
        if len(words) > 1 and entry.kind != "group":
            full["".join(word[0] for word in words).upper()].append(id_)
    return {
        _pair(id_, other)
        for id_, entry in entries.items()
        if _is_acronym(entry.name)
        for other in full.get(entry.name.replace(".", ""), ())
        if other != id_ and _share_a_text(id_, other, contexts)
    }


def _share_a_text(one: str, other: str, contexts: Contexts) -> bool:
    here = {context.text for context in contexts.get(one, ())}
    return any(context.text in here for context in contexts.get(other, ()))


def _begun(entries: Mapping[str, Entry], contexts: Contexts) -> set[Pair]:
    """Pairs of ids of which one's name begins the other's in a text: “Suffolk” the University.

    Places that a data set knows are themselves, not the organizations named after them.
    """
    kinds = ("organization", "place")
    begun: dict[str, list[str]] = defaultdict(list)
    for id_, entry in entries.items():
        if entry.kind in kinds and " " in entry.name:
            begun[entry.name.rpartition(" ")[0]].append(id_)
    return {
        _pair(id_, longer[0])
        for id_, entry in entries.items()
        if entry.kind in kinds and entry.definition.origin != "data"
        if len(longer := begun.get(entry.name, [])) == 1
        if _share_a_text(id_, longer[0], contexts)
    }


def _defined_alike(entries: Mapping[str, Entry]) -> set[Pair]:
    """Pairs of ids which one sentence defines in the same words, and not as several of a kind."""
    defined: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for id_, entry in entries.items():
        definition = entry.definition
        evidence = definition.evidence
        if evidence and evidence.rule != LIST and len(definition.text.split()) >= TELLING:
            key = (entry.kind, evidence.document, fold(definition.text))
            defined[key].append(id_)
    return {
        _pair(*pair)
        for (kind, _, _), ids in defined.items()
        if len(ids) <= LONGEST_BLOCK and kind == "person"
        for pair in combinations(ids, 2)
    }
