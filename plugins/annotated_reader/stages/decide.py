"""The editor's entries and the machine's entities go in, entities as she decided come out.

One rule covers renaming, merging, splitting and hiding: the entry that claims a name gets it.
An entry claims its title and its aliases; it takes every mention with such a surface, and an
entity whose name it claims or whose id it bears. A decision that fits nothing is an orphan.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..errors import ContentError, raise_together
from ..model import Entity
from .clusters import surfaces_of
from .names import without_honorific
from .words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..model import Entry, Mention


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
    """Return the names that the editor's `entries` claim, with the kind of each."""
    return {
        name: entry.kind
        for entry in entries
        if entry.kind != "date"
        for name in (entry.name, *entry.aliases)
        if name
    }


def decide(entities: Sequence[Entity], entries: Mapping[str, Entry]) -> Decided:
    """Apply the editor's `entries` (by id) to the machine's `entities`.

    Mentions of hidden entries disappear. Raises ContentError, of all mistakes together, where two
    entries claim a name.
    """
    raise_together(claimed_twice(entries))
    claims = {key: id_ for key, id_, _ in _claims(entries)}
    taken: dict[str, list[Mention]] = defaultdict(list)
    left: list[Entity] = []
    for entity in entities:
        if not _is_touched(entity, claims, entries):
            left.append(entity)
            continue
        kept = []
        for mention in entity.mentions:
            target = _target(entity, mention, claims, entries)
            if target:
                taken[target].append(_decided(mention, entries[target], entity))
            elif target is None:
                kept.append(mention)
        if kept:
            left.append(replace(entity, mentions=tuple(kept)))
    machine = {entity.id: entity for entity in entities}
    hers = [_entity(entries[id_], taken[id_], machine.get(id_)) for id_ in sorted(taken)]
    shown = [entity for entity in hers if entries[entity.id].status != "hidden"]
    merged = {entity.id for entity in entities} - {entity.id for entity in (*left, *shown)}
    everything = sorted((*left, *shown), key=lambda entity: entity.id)
    orphans = tuple(id_ for id_ in sorted(entries) if not taken[id_])
    idle = tuple(_idle({id_: entries[id_] for id_ in sorted(entries) if taken[id_]}, taken))
    return Decided(_without_candidates(everything, merged), orphans, idle)


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
    """Yield a mistake for each name of the `entries` (by id) that an earlier one claims as well."""
    first: dict[str, str] = {}
    for key, id_, name in _claims(entries):
        other = first.setdefault(key, id_)
        if other != id_:
            place = f"glossary/{other}.md"
            if line := _line(entries[other], key):
                place += f", line {line},"
            yield ContentError(
                f"“{name}” is claimed by {place} as well",
                path=f"glossary/{id_}.md",
                line=_line(entries[id_], key),
                remedy="take the name out of one of the two",
            )


def _claims(entries: Mapping[str, Entry]) -> Iterator[tuple[str, str, str]]:
    """Every name that an entry claims: folded, the entry's id, as it is written."""
    for id_, entry in sorted(entries.items()):
        for name in (entry.name, *entry.aliases):
            if key := fold(name):
                yield key, id_, name


def _line(entry: Entry, name: str) -> int:
    """The line of an entry's file that claims a folded name."""
    return entry.lines.get("title" if fold(entry.name) == name else "aliases", 0)


def _is_touched(entity: Entity, claims: Mapping[str, str], entries: Mapping[str, Entry]) -> bool:
    """Tell whether any of the editor's entries has a claim on an entity or a mention of it."""
    if entity.id in entries or fold(entity.name) in claims:
        return True
    surfaces = surfaces_of(entity.mentions)
    return any(
        fold(name) in claims
        for surface in surfaces
        for name in (surface, without_honorific(surface))
    )


def _target(
    entity: Entity, mention: Mention, claims: Mapping[str, str], entries: Mapping[str, Entry]
) -> str | None:
    """The id of the entry that takes a mention; "" where its entry refuses it; None: nobody's."""
    id_ = (
        claims.get(fold(mention.surface))
        or claims.get(fold(without_honorific(mention.surface)))
        or claims.get(fold(entity.name))
        or (entity.id if entity.id in entries else None)
    )
    if id_ is None:
        return None
    entry = entries[id_]
    elsewhere = bool(entry.only_in) and mention.document not in entry.only_in
    if elsewhere or mention.document in entry.not_in:
        return None if entity.id != id_ else ""
    refused = {fold(name) for name in entry.never}
    return "" if fold(mention.surface) in refused else id_


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
