"""What the machine says of each entity: entities and their texts go in, entries come out.

An entry is made when it is looked at, and taken from an earlier run where all that it depends on
is the same: its key names that.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from .model import Definition, Entry
from .stages.definitions.speakers import fact_of_speaker
from .stages.describe import describe
from .stages.facts.bodies_of_countries import fact_of_national_body
from .stages.facts.body_facts import fact_of_body, fact_of_sort_of_body
from .stages.facts.fact_or_quotation import (
    is_bare_title,
    tells_less_than_a_fact,
    tells_more,
    tells_only_where,
)
from .stages.facts.facts import GEONAMES, fact_of_city
from .stages.facts.facts_by_texts import fact_of_its_texts
from .stages.facts.former_lands import fact_of_former_land
from .stages.facts.known import known
from .stages.facts.known_bodies import fact_of_known_body
from .stages.facts.known_persons import fact_of_known_person
from .stages.facts.known_places import fact_of_known_place
from .stages.facts.known_works import fact_of_known_work
from .stages.facts.parts import fact_of_part
from .stages.later import Later
from .stages.names.ships import fact_of_ship
from .stages.places.lone_cities import lone_city
from .stages.places.places import may_be_several, place
from .stages.places.themes import named_regions
from .stages.terms import define_term
from .stages.who_is_who.clusters import Mentions

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from .model import Document, Entity, Parse
    from .stages.describe import Quoted
    from .stages.places.choice import Named, Placed
    from .stages.terms import Dictionary

    Known: TypeAlias = Callable[[str, str, Callable[[], Entry]], Callable[[], Entry]]
    """Given a name, a key of all that an entry depends on, and how it is made: the entry."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What entries are made from: the documents and what the model said of each, by slug.

    `quoted` gives what the grammar of a text says of what it names, `known` may have an entry from
    an earlier run, `dictionary` says what terms mean.
    """

    documents: Mapping[str, Document]
    parses: Mapping[str, Parse]
    order: Mapping[str, int]
    quoted: Quoted
    dictionary: Dictionary | None = None
    known: Known | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all entities say of each: names that several bear, countries that each text names.

    `shared_places` are the names that several places bear.
    """

    shared: frozenset[str]
    shared_places: frozenset[str]
    regions: Named
    texts: dict[str, str] = field(default_factory=dict)

    def said(self, slug: str) -> str:
        """Return what entities say of a text, in words; made once for all that it names."""
        if slug not in self.texts:
            regions = self.regions.regions.get(slug, {}).items()
            themes = self.regions.themes.get(slug, {}).items()
            self.texts[slug] = repr((sorted(map(repr, regions)), sorted(themes)))
        return self.texts[slug]


def entries_of(
    entities: Sequence[Entity], sources: Sources, decisions: Mapping[str, Entry] | None = None
) -> tuple[Later[Entry], frozenset[str]]:
    """The entry of each entity: the editor's, where there is one, else what the texts say.

    Besides, the ids of those that `sources.known` knows.
    """
    around = surroundings(entities)
    entries: dict[str, Callable[[], Entry]] = {}
    kept: set[str] = set()
    for entity in entities:
        if decisions and entity.id in decisions:
            entries[entity.id] = partial(same, decisions[entity.id])
            continue
        make = partial(entry_of, entity, sources, around)
        key = _key(entity, around) if sources.known else ""
        if sources.known and key:
            kept.add(entity.id)
            entries[entity.id] = sources.known(entity.id, key, make)
        else:
            entries[entity.id] = partial(same, make())
    return Later(entries), frozenset(kept)


def same(entry: Entry) -> Entry:
    """Return an entry that is there already, where others are made when they are looked at."""
    return entry


def _key(entity: Entity, around: Surroundings) -> str:
    """All that the machine's entry on an entity depends on; nothing if that cannot be told."""
    mentions = entity.mentions
    if not isinstance(mentions, Mentions) or not all(part.kept for part in mentions.parts):
        return ""
    names = (entity.name, *entity.aliases)
    said = (
        entity.id, entity.kind, names, entity.value, entity.candidates,
        [(part.kept, part.told) for part in mentions.parts],
        [name for name in names if name in around.shared],
        _own_names(entity, around),
        [around.said(slug) for slug in {part.document: None for part in mentions.parts}],
    )  # fmt: skip
    return repr(said)


def entry_of(entity: Entity, sources: Sources, around: Surroundings) -> Entry:
    """Return what the machine says of an entity."""
    definition = _definition(entity, sources, around)
    own = _own_names(entity, around)
    placed = place(entity, own, definition, sources.documents, around.regions)
    if work := fact_of_known_work(entity, own):
        definition = work
    elif tells_less_than_a_fact(definition) or is_bare_title(definition):
        fact = _fact(entity, own, placed, sources, around)
        definition = fact if fact and tells_more(fact, definition) else definition
    if placed and placed.city.is_town and definition.source not in ("", GEONAMES):
        placed = None  # a cape, and not the town behind it
    if not placed and tells_only_where(definition) and may_be_several(entity, sources.documents):
        definition = Definition("", "none")
    return Entry(
        entity.id,
        entity.name,
        entity.kind,
        tuple(alias for alias in entity.aliases if alias not in around.shared),
        definition=definition,
        value=entity.value,
        coordinates=placed.coordinates if placed else None,
        placed_by=placed.why if placed else "",
        candidates=entity.candidates,
    )


def _definition(entity: Entity, sources: Sources, around: Surroundings) -> Definition:
    if entity.kind == "term":
        return define_term(entity, sources.documents, sources.dictionary)
    documents, parses = sources.documents, sources.parses
    return describe(entity, documents, parses, sources.order, sources.quoted, around.regions)


def _fact(
    entity: Entity,
    own: Sequence[str],
    placed: Placed | None,
    sources: Sources,
    around: Surroundings,
) -> Definition | None:
    """What a data set says of an entity of which the texts say little: GeoNames, or WordNet."""
    if placed and not placed.city.is_town:
        return fact_of_city(placed.city)
    if entity.candidates:
        return None
    documents, named, dictionary = sources.documents, around.regions, sources.dictionary
    found = fact_of_its_texts(entity, documents, named)
    found = found or fact_of_former_land(entity, own, documents)
    if found is None and dictionary is not None:
        found = known(entity, own, documents, named, dictionary)
    found = found or _fact_of_name(entity, own, documents, named)
    return fact_of_city(placed.city) if placed and not found else found


def _fact_of_name(
    entity: Entity, own: Sequence[str], documents: Mapping[str, Document], named: Named
) -> Definition | None:
    """What an entity is by its name alone, where its texts do not speak against it."""
    found = (
        fact_of_known_person(entity, own, named)
        or fact_of_ship(entity, own)
        or fact_of_known_place(entity, own, documents, named)
        or fact_of_part(entity, own, named)
    )
    if found:
        return found
    if city := lone_city(entity, own, documents, named):
        return fact_of_city(city)
    return (
        fact_of_body(entity, own, named)
        or fact_of_known_body(entity, own, documents, named)
        or fact_of_sort_of_body(entity, own, named)
        or fact_of_national_body(entity, own, documents, named)
        or fact_of_speaker(entity, documents)
    )


def surroundings(entities: Sequence[Entity]) -> Surroundings:
    """Return what all entities say of each."""
    places = [entity for entity in entities if entity.kind == "place"]
    return Surroundings(
        frozenset(_shared_names(entities)),
        frozenset(_shared_names(places)),
        named_regions(entities),
    )


def _own_names(entity: Entity, around: Surroundings) -> list[str]:
    """The names that are an entity's alone; a place's may be somebody's, too: "Paris".

    Places of one name have that in common: by where the texts put them they are apart.
    """
    is_place = entity.kind == "place"
    shared = around.shared_places - {entity.name} if is_place else around.shared
    return [name for name in (entity.name, *entity.aliases) if name not in shared]


def _shared_names(entities: Sequence[Entity]) -> set[str]:
    """Surfaces that lead to several entities: no entry may claim such a name by listing it."""
    counts = Counter(name for entity in entities for name in {entity.name, *entity.aliases})
    return {name for name, count in counts.items() if count > 1}
