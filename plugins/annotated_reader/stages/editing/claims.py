"""Entries in, who claims which name out: of two that claim one, and who gets a mention.

An entry claims its title and its aliases. Whom a text means by a short name is another matter: see
`_claimants`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...errors import ContentError
from ..who_is_who.clusters import surfaces_of
from ..who_is_who.honorific import without_honorific
from ..words import fold

if TYPE_CHECKING:
    from ...model import Entity, Entry, Mention


def claimed_twice(entries: Mapping[str, Entry]) -> Iterator[ContentError]:
    """Yield a mistake for each name of the `entries` (by id) that an earlier one claims as well.

    Entries whose texts are kept apart by `Only-in` and `Not-in` may share a name.
    """
    before: dict[str, list[str]] = defaultdict(list)
    for key, id_, name in _claims(entries):
        others = (other for other in before[key] if other != id_)
        other = next((other for other in others if _meet(entries[other], entries[id_])), None)
        before[key].append(id_)
        if other is not None:
            place = f"glossary/{other}.md"
            if line := _line(entries[other], key):
                place += f", line {line},"
            yield ContentError(
                f"“{name}” is claimed by {place} as well",
                path=f"glossary/{id_}.md",
                line=_line(entries[id_], key),
                remedy="take the name out of one of the two, or part their texts by Only-in",
            )


def _meet(one: Entry, other: Entry) -> bool:
    """Whether there may be a text that both entries speak of."""
    limited = one.only_in or other.only_in
    return not limited or any(_speaks_of(one, slug) and _speaks_of(other, slug) for slug in limited)


def _speaks_of(entry: Entry, slug: str) -> bool:
    """Whether an entry's limits let it take the names of a text."""
    return slug not in entry.not_in and (not entry.only_in or slug in entry.only_in)


def _claims(entries: Mapping[str, Entry]) -> Iterator[tuple[str, str, str]]:
    """Every name that an entry claims: folded, the entry's id, as it is written."""
    for id_, entry in sorted(entries.items()):
        for name in (entry.name, *entry.aliases):
            if key := fold(name):
                yield key, id_, name


def _line(entry: Entry, name: str) -> int:
    """The line of an entry's file that claims a folded name."""
    return entry.lines.get("title" if fold(entry.name) == name else "aliases", 0)


@dataclass(frozen=True, slots=True)
class Claims:
    """Who claims what: the entries, their ids by folded name, and the machine's names of each."""

    entries: Mapping[str, Entry]
    by_name: Mapping[str, Sequence[str]]
    machine: Mapping[str, frozenset[str]]

    def allow(self, id_: str, mention: Mention) -> bool:
        """Whether an entry may have a mention by what it says of texts and phrases."""
        entry = self.entries[id_]
        refused = {fold(name) for name in entry.never}
        return _speaks_of(entry, mention.document) and fold(mention.surface) not in refused


def claims_of(entries: Mapping[str, Entry], machine: Iterable[Entity]) -> Claims:
    """Return what `entries` (by id) claim; `machine` is what the machine says by itself."""
    return Claims(entries, _by_name(entries), _names_of(machine, entries))


def _by_name(entries: Mapping[str, Entry]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, id_, _ in _claims(entries):
        found[key].append(id_)
    return found


def _names_of(machine: Iterable[Entity], entries: Mapping[str, Entry]) -> dict[str, frozenset[str]]:
    """The folded names that the machine gives to each entity that has an entry."""
    known = (each for each in machine if each.id in entries)
    return {each.id: frozenset(map(fold, (each.name, *each.aliases))) for each in known}


def is_touched(entity: Entity, claims: Claims) -> bool:
    """Tell whether any of the editor's entries has a claim on an entity or a mention of it."""
    if entity.id in claims.entries or fold(entity.name) in claims.by_name:
        return True
    return any(
        fold(name) in claims.by_name
        for surface in surfaces_of(entity.mentions)
        for name in (surface, without_honorific(surface))
    )


def target_of(entity: Entity, mention: Mention, claims: Claims) -> str | None:
    """The id of the entry that takes a mention; "" where its entry refuses it; None: nobody's."""
    claimants = _claimants(entity, mention, claims)
    here = [id_ for id_ in claimants if _speaks_of(claims.entries[id_], mention.document)]
    if not here:
        return "" if entity.id in claimants else None
    return here[0] if claims.allow(here[0], mention) else ""


def _claimants(entity: Entity, mention: Mention, claims: Claims) -> Sequence[str]:
    """The entries that claim a mention by its words, else those that claim its entity.

    Whom a text means by a short name ("Paris", of Valeska Paris) is not changed by an entry that
    is called so elsewhere, and that says no more than the machine does.
    """
    surface, bare = fold(mention.surface), fold(without_honorific(mention.surface))
    by_surface = claims.by_name.get(surface) or claims.by_name.get(bare) or ()
    by_entity = claims.by_name.get(fold(entity.name)) or (
        (entity.id,) if entity.id in claims.entries else ()
    )
    known = all({surface, bare} & claims.machine.get(id_, frozenset()) for id_ in by_surface)
    short = fold(without_honorific(entity.name)) not in {surface, bare}
    apart = entity.id not in by_surface and not {*by_surface} & {*by_entity}
    if not (by_surface and known and short and apart):
        return by_surface or by_entity
    refused = by_entity and not any(claims.allow(id_, mention) for id_ in by_entity)
    return by_surface if refused else by_entity
