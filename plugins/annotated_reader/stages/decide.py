"""The editor's entries and the machine's entities go in, entities as she decided come out.

One rule covers renaming, merging, splitting and hiding: the entry that claims a name gets it.
An entry claims its title and its aliases; it takes every mention with such a surface, and an
entity whose name it claims or whose id it bears. Two entries may claim one name in different
texts (`Only-in`, `Not-in`). A decision that fits nothing is an orphan.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..errors import ContentError, raise_together
from ..model import Entity
from .names import without_honorific
from .words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..model import Entry, Mention, Span


NAMED_BY_EDITOR = "name in an editor’s entry"
"""The rule of a mention that was found by a name which an entry claims."""


@dataclass(frozen=True, slots=True)
class Decided:
    """Entities after the editor's entries were applied, and what of her entries fits nothing.

    `orphans` are the ids of entries that no text mentions any more, `idle` names an entry's other
    names that no text has, as `(id, name)`.
    """

    entities: tuple[Entity, ...]
    orphans: tuple[str, ...]
    idle: tuple[tuple[str, str], ...] = ()


def gazetteer(entries: Iterable[Entry]) -> dict[str, str]:
    """Return the names that the editor's `entries` claim, with the kind of each.

    Phrases that an entry never means have none.
    """
    named = [entry for entry in entries if entry.kind != "date"]
    never = {phrase: "" for entry in named for phrase in entry.never}
    return never | {
        name: entry.kind for entry in named for name in (entry.name, *entry.aliases) if name
    }


def decide(
    entities: Sequence[Entity], entries: Mapping[str, Entry], alone: Sequence[Entity] | None = None
) -> Decided:
    """Apply the editor's `entries` (by id) to the machine's `entities`.

    `alone` is what the machine says without the entries' names, if that is something else.
    Mentions of hidden entries disappear. Raises ContentError, of all mistakes together, where two
    entries claim a name.
    """
    raise_together(claimed_twice(entries))
    alone = entities if alone is None else alone
    machine = {entity.id: entity for entity in (*alone, *entities)}
    meant = {(m.document, m.span): entity for entity in alone for m in entity.mentions}
    claims = _Claims(entries, _by_name(entries), _names_of(alone, entries))
    taken: dict[str, list[Mention]] = defaultdict(list)
    kept: dict[str, list[Mention]] = defaultdict(list)
    for entity in entities:
        for mention in entity.mentions:
            owner = _owner(mention, entity, meant)
            target = _target(owner, mention, claims)
            if target:
                taken[target].append(_decided(mention, entries[target], entity))
            elif target is None:
                kept[owner.id].append(replace(mention, entry=owner.id, kind=owner.kind))
    left = [replace(machine[id_], mentions=tuple(found)) for id_, found in kept.items()]
    hers = [_entity(entries[id_], taken[id_], machine.get(id_)) for id_ in sorted(taken)]
    shown = [entity for entity in hers if entries[entity.id].status != "hidden"]
    merged = {entity.id for entity in entities} - {entity.id for entity in (*left, *shown)}
    everything = sorted((*left, *shown), key=lambda entity: entity.id)
    orphans = tuple(id_ for id_ in sorted(entries) if not taken[id_])
    idle = tuple(_idle({id_: entries[id_] for id_ in sorted(entries) if taken[id_]}, taken))
    return Decided(_without_candidates(everything, merged), orphans, idle)


def _owner(mention: Mention, entity: Entity, meant: Mapping[tuple[str, Span], Entity]) -> Entity:
    """Whom the machine means by a mention, if it was only found anew by an entry's name."""
    if mention.rule != NAMED_BY_EDITOR:
        return entity
    return meant.get((mention.document, mention.span), entity)


def _idle(
    entries: Mapping[str, Entry], taken: Mapping[str, Iterable[Mention]]
) -> Iterator[tuple[str, str]]:
    """Names that entries claim beside their titles, and that none of their mentions has."""
    for id_, entry in entries.items():
        surfaces = {mention.surface for mention in taken[id_]}
        seen = {
            fold(name) for surface in surfaces for name in (surface, without_honorific(surface))
        }
        if entry.kind != "date":
            yield from ((id_, name) for name in entry.aliases if fold(name) not in seen)


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
class _Claims:
    """Who claims what: the entries, their ids by folded name, and the machine's names of each."""

    entries: Mapping[str, Entry]
    by_name: Mapping[str, Sequence[str]]
    machine: Mapping[str, frozenset[str]]

    def allow(self, id_: str, mention: Mention) -> bool:
        """Whether an entry may have a mention by what it says of texts and phrases."""
        entry = self.entries[id_]
        refused = {fold(name) for name in entry.never}
        return _speaks_of(entry, mention.document) and fold(mention.surface) not in refused


def _by_name(entries: Mapping[str, Entry]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, id_, _ in _claims(entries):
        found[key].append(id_)
    return found


def _names_of(machine: Iterable[Entity], entries: Mapping[str, Entry]) -> dict[str, frozenset[str]]:
    """The folded names that the machine gives to each entity that has an entry."""
    return {
        each.id: frozenset(map(fold, (each.name, *each.aliases)))
        for each in machine
        if each.id in entries
    }


def _target(entity: Entity, mention: Mention, claims: _Claims) -> str | None:
    """The id of the entry that takes a mention; "" where its entry refuses it; None: nobody's."""
    claimants = _claimants(entity, mention, claims)
    here = [id_ for id_ in claimants if _speaks_of(claims.entries[id_], mention.document)]
    if not here:
        return "" if entity.id in claimants else None
    return here[0] if claims.allow(here[0], mention) else ""


def _claimants(entity: Entity, mention: Mention, claims: _Claims) -> Sequence[str]:
    """The entries that claim a mention by its words, else those that claim its entity.

    Whom a text means by a short name ("Paris", of Valeska Paris) is not changed by an entry that
    is called so elsewhere, and that says no more than the machine does.
    """
    surface, bare = fold(mention.surface), fold(without_honorific(mention.surface))
    by_surface = claims.by_name.get(surface) or claims.by_name.get(bare) or ()
    by_entity = claims.by_name.get(fold(entity.name)) or (
        (entity.id,) if entity.id in claims.entries else ()
    )
    new = [id_ for id_ in by_surface if not {surface, bare} & claims.machine.get(id_, frozenset())]
    if not by_surface or new or entity.id in by_surface or {*by_surface} & {*by_entity}:
        return by_surface or by_entity
    refused = by_entity and not any(claims.allow(id_, mention) for id_ in by_entity)
    return by_surface if refused else by_entity


def _decided(mention: Mention, entry: Entry, entity: Entity) -> Mention:
    """The mention under its entry; the editor is its creator where she moved or re-typed it."""
    if mention.kind == entry.kind and entity.id == entry.id:
        return replace(mention, entry=entry.id)
    return replace(
        mention,
        entry=entry.id,
        kind=entry.kind,
        rule="claimed by an editor’s entry",
        confidence=1.0,
        creator="editor",
    )


def _entity(entry: Entry, mentions: Iterable[Mention], machine: Entity | None) -> Entity:
    found = tuple(mentions)
    seen = {mention.surface for mention in found} if entry.kind != "date" else set()
    aliases = tuple(sorted({*entry.aliases, *seen} - {entry.name}))
    value = entry.value or (machine.value if machine else "")
    return Entity(entry.id, entry.name, entry.kind, aliases, found, value, entry.candidates)


def _without_candidates(entities: Iterable[Entity], gone: set[str]) -> tuple[Entity, ...]:
    """Let no ambiguous name point to an entity that has been merged or hidden away."""
    return tuple(
        replace(entity, candidates=tuple(id_ for id_ in entity.candidates if id_ not in gone))
        for entity in entities
    )
