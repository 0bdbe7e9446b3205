"""The order of the stages, on one screen: documents and parses go in, a library comes out.

No I/O, no Pelican, no language model: `conversion` reads and writes around this.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .model import Definition, Entry, Library
from .stages.annotate import annotate
from .stages.calibrate import calibrated
from .stages.clean import clean
from .stages.compose import compose
from .stages.compose_entry import compose_entry
from .stages.decide import decide, gazetteer
from .stages.describe import describe
from .stages.facts import fact_of_city
from .stages.ingest import ingest
from .stages.notices import notices
from .stages.places import Named, named_regions, place
from .stages.recognize import recognize
from .stages.resolve import resolve
from .stages.segment import segment
from .stages.terms import define_term

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from .errors import ContentError
    from .model import Document, Entity, Mention, Note, Parse
    from .stages.terms import Dictionary


@dataclass(frozen=True, slots=True)
class Sources:
    """What entries are made from: the documents and what the model said of each, by slug."""

    documents: dict[str, Document]
    parses: Mapping[str, Parse]
    order: Mapping[str, int]
    dictionary: Dictionary | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all entities say of each: names that several bear, countries that each text names."""

    shared: frozenset[str]
    regions: Named


@dataclass(frozen=True, slots=True)
class Made:
    """What the pipeline makes: the library, the machine's own entries, decisions without use.

    `library.entries` holds the editor's entry wherever there is one; `suggestions` holds what
    the machine says by itself, of those as well, so that her own decision is never suggested
    to her.
    """

    library: Library
    suggestions: dict[str, Entry]
    orphans: tuple[str, ...] = ()
    notices: tuple[ContentError, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotated:
    """One document with the mentions that are linked and the notes that they carry."""

    document: Document
    mentions: tuple[Mention, ...]
    notes: tuple[Note, ...]


def read_document(path: str, data: bytes, sidecar: str) -> Document:
    """Return the cleaned and segmented document of one seed."""
    document = clean(ingest(path, data, sidecar))
    sentences = segment(document.text, document.blocks, document.language)
    return replace(document, sentences=sentences)


def make_library(
    documents: Sequence[Document],
    parses: Mapping[str, Parse],
    decisions: Mapping[str, Entry],
    alone: Mapping[str, tuple[Mention, ...]] | None = None,
    again: Callable[..., tuple[Mention, ...]] = recognize,
    linked: Collection[str] = (),
    *,
    dictionary: Dictionary | None = None,
) -> Made:
    """Make the library of `documents`; `parses` are by slug, `decisions` by the entry's id.

    `alone` is what `recognize` says of each document without decisions, if that is known, and
    `again` knows it with the names that decisions claim. `linked` are the ids of entries that an
    editor's own texts link to: these are no orphans. `dictionary` says what terms mean.
    """
    by_slug = {document.slug: document for document in documents}
    order = {slug: number for number, slug in enumerate(by_slug)}
    sources = Sources(by_slug, parses, order, dictionary)
    alone = alone or {slug: recognize(each, parses[slug]) for slug, each in by_slug.items()}
    machine = resolve(documents, alone)
    if not decisions:
        entries = _entries(machine, sources)
        return Made(_library(sources, machine, entries), entries)
    hers = resolve(documents, _with_her_names(sources, decisions, alone, again))
    decided = decide(hers, decisions, machine)
    orphans = tuple(id_ for id_ in decided.orphans if id_ not in linked)
    decided = replace(decided, orphans=orphans)
    entries = _entries(decided.entities, sources, decisions)
    around = _surroundings(machine)
    own = {e.id: _entry(e, sources, around) for e in machine if e.id in decisions}
    suggestions = {id_: entry for id_, entry in entries.items() if id_ not in decisions}
    library = _library(sources, decided.entities, entries)
    names = {name for entity in machine for name in (entity.name, *entity.aliases)}
    told = notices(decisions, decided, sources.documents, names)
    return Made(library, suggestions | own, decided.orphans, told)


def _with_her_names(
    sources: Sources,
    decisions: Mapping[str, Entry],
    alone: Mapping[str, tuple[Mention, ...]],
    again: Callable[..., tuple[Mention, ...]],
) -> dict[str, tuple[Mention, ...]]:
    """Recognize again where a name stands that the editor's entries claim."""
    names = gazetteer(decisions.values())
    mentions = {}
    for slug, document in sources.documents.items():
        here = {name: kind for name, kind in names.items() if name in document.text}
        mentions[slug] = again(document, sources.parses[slug], here) if here else alone[slug]
    return mentions


def _library(sources: Sources, entities: Sequence[Entity], entries: dict[str, Entry]) -> Library:
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for entity in entities:
        for mention in entity.mentions:
            mentions[mention.document].append(calibrated(mention))
    ordered = {slug: tuple(sorted(mentions[slug], key=_place)) for slug in sources.documents}
    return Library(tuple(sources.documents.values()), ordered, entries)


def _place(mention: Mention) -> tuple[int, int]:
    return mention.span


def _entries(
    entities: Sequence[Entity], sources: Sources, decisions: Mapping[str, Entry] | None = None
) -> dict[str, Entry]:
    """The entry of each entity: the editor's, where there is one, else what the texts say."""
    around = _surroundings(entities)
    return {
        entity.id: (decisions or {}).get(entity.id) or _entry(entity, sources, around)
        for entity in entities
    }


def annotate_document(library: Library, document: Document) -> Annotated:
    """Choose which mentions of a document are linked, and which carry a note."""
    mentions, notes = annotate(document, library.mentions[document.slug])
    return Annotated(document, mentions, notes)


def compose_text(annotated: Annotated, library: Library, titles: Mapping[str, str]) -> str:
    """Return a text's Markdown file."""
    return compose(annotated.document, annotated.mentions, annotated.notes, library.entries, titles)


def compose_glossary(
    made: Made, titles: Mapping[str, str], compose: Callable[[Entry, str, str], str] = compose_entry
) -> dict[str, str]:
    """Return the Markdown that the machine suggests for each entry, by id."""
    texts = {document.slug: document.text for document in made.library.documents}
    return {
        id_: compose(entry, *_evidence(entry.definition, texts, titles))
        for id_, entry in made.suggestions.items()
    }


def _evidence(
    definition: Definition, texts: Mapping[str, str], titles: Mapping[str, str]
) -> tuple[str, str]:
    """The sentence that a definition was quoted from, and the title of its text."""
    evidence = definition.evidence
    if evidence is None:
        return "", ""
    return texts[evidence.document][slice(*evidence.sentence)], titles[evidence.document]


def _entry(entity: Entity, sources: Sources, around: Surroundings) -> Entry:
    definition = _definition(entity, sources)
    own = [name for name in (entity.name, *entity.aliases) if name not in around.shared]
    placed = place(entity, own, definition, sources.documents, around.regions)
    if placed and _tells_less_than_a_fact(definition):
        definition = fact_of_city(placed.city)
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


def _definition(entity: Entity, sources: Sources) -> Definition:
    if entity.kind == "term":
        return define_term(entity, sources.documents, sources.dictionary)
    return describe(entity, sources.documents, sources.parses, sources.order)


def _tells_less_than_a_fact(definition: Definition) -> bool:
    evidence = definition.evidence
    return definition.origin == "none" or bool(evidence and evidence.rule == "where it is")


def _surroundings(entities: Sequence[Entity]) -> Surroundings:
    return Surroundings(frozenset(_shared_names(entities)), named_regions(entities))


def _shared_names(entities: Sequence[Entity]) -> set[str]:
    """Surfaces that lead to several entities: no entry may claim such a name by listing it."""
    counts = Counter(name for entity in entities for name in {entity.name, *entity.aliases})
    return {name for name, count in counts.items() if count > 1}
