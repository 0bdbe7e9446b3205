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

from ..errors import raise_together
from ..model import Entity
from .editing.claims import Claims, claimed_twice, claims_of, is_touched, target_of
from .who_is_who.honorific import without_honorific
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
    claims = claims_of(entries, alone)
    meant = _meant(alone, claims)
    taken: dict[str, list[Mention]] = defaultdict(list)
    kept: dict[str, list[Mention]] = defaultdict(list)
    whole: dict[str, Entity] = {}
    for entity in entities:
        if not is_touched(entity, claims):
            whole[entity.id] = entity
            continue
        for mention in entity.mentions:
            owner = _owner(mention, entity, meant)
            target = target_of(owner, mention, claims)
            if target:
                taken[target].append(_decided(mention, entries[target], entity))
            elif target is None:
                kept[owner.id].append(replace(mention, entry=owner.id, kind=owner.kind))
    left = [*_left(whole, kept, machine)]
    hers = [_entity(entries[id_], taken[id_], machine.get(id_)) for id_ in sorted(taken)]
    shown = [entity for entity in hers if entries[entity.id].status != "hidden"]
    merged = {entity.id for entity in entities} - {entity.id for entity in (*left, *shown)}
    everything = sorted((*left, *shown), key=lambda entity: entity.id)
    orphans = tuple(id_ for id_ in sorted(entries) if not taken[id_])
    idle = tuple(_idle({id_: entries[id_] for id_ in sorted(entries) if taken[id_]}, taken))
    return Decided(_without_candidates(everything, merged), orphans, idle)


def _meant(alone: Iterable[Entity], claims: Claims) -> dict[tuple[str, Span], Entity]:
    """Whom the machine alone means, by text and place, where an entry has a claim."""
    touched = (entity for entity in alone if is_touched(entity, claims))
    return {(each.document, each.span): entity for entity in touched for each in entity.mentions}


def _owner(mention: Mention, entity: Entity, meant: Mapping[tuple[str, Span], Entity]) -> Entity:
    """Whom the machine means by a mention, if it was only found anew by an entry's name."""
    if mention.rule != NAMED_BY_EDITOR:
        return entity
    return meant.get((mention.document, mention.span), entity)


def _left(
    whole: Mapping[str, Entity], kept: Mapping[str, list[Mention]], machine: Mapping[str, Entity]
) -> Iterator[Entity]:
    """The entities that no entry took, with the mentions that these left to them."""
    for id_ in dict.fromkeys((*whole, *kept)):
        if id_ not in kept:
            yield whole[id_]
        else:
            before = whole[id_].mentions if id_ in whole else ()
            yield replace(machine[id_], mentions=(*before, *kept[id_]))


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
