"""The order of the stages, on one screen: documents and parses go in, a library comes out.

No I/O, no Pelican, no language model: `conversion` reads and writes around this.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from .model import Definition, Entry, Library
from .stages.annotate import annotate
from .stages.clean import clean
from .stages.clusters import Mentions
from .stages.compose import compose
from .stages.compose_entry import compose_entry
from .stages.decide import decide, gazetteer
from .stages.describe import TELL_LITTLE, describe
from .stages.facts import fact_of_city, fact_of_its_texts
from .stages.gist import gist
from .stages.ingest import ingest
from .stages.known import known
from .stages.later import Found, Later
from .stages.notices import notices
from .stages.places import named_regions, place
from .stages.recognize import recognize
from .stages.resolve import cluster_text, resolve_parts
from .stages.segment import segment
from .stages.standing import Standing
from .stages.terms import define_term

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from .errors import ContentError
    from .model import Document, Entity, Mention, Note, Parse
    from .stages.clusters import Part
    from .stages.gist import Gist
    from .stages.place_choice import Named, Placed
    from .stages.resolve import Within
    from .stages.terms import Dictionary

    Known: TypeAlias = Callable[[str, str, Callable[[], Entry]], Callable[[], Entry]]
    """Given a name, a key of all that an entry depends on, and how it is made: the entry."""
    Again: TypeAlias = Callable[[str, Standing], "tuple[Mention, ...] | None"]
    """The mentions of a text with an editor's names; None where none of them stands in it."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of a library by slug, in their order, as the stages ask for them.

    What an earlier run has found is looked at only where something has changed: `gists` says
    what each text adds to the library, `within` what is joined in it, `again` what it names once
    an editor's names are known; `documents` and `parses` give the words themselves.
    """

    documents: Mapping[str, Document]
    parses: Mapping[str, Parse]
    gists: Mapping[str, Gist]
    within: Within
    again: Again


@dataclass(frozen=True, slots=True)
class Sources:
    """What entries are made from: the documents and what the model said of each, by slug.

    `known` may have an entry from an earlier run, `dictionary` says what terms mean.
    """

    documents: Mapping[str, Document]
    parses: Mapping[str, Parse]
    order: Mapping[str, int]
    dictionary: Dictionary | None = None
    known: Known | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all entities say of each: names that several bear, countries that each text names."""

    shared: frozenset[str]
    regions: Named
    texts: dict[str, str] = field(default_factory=dict)

    def said(self, slug: str) -> str:
        """Return what entities say of a text, in words; made once for all that it names."""
        if slug not in self.texts:
            regions = self.regions.regions.get(slug, {}).items()
            themes = self.regions.themes.get(slug, {}).items()
            self.texts[slug] = repr((sorted(map(repr, regions)), sorted(themes)))
        return self.texts[slug]


@dataclass(frozen=True, slots=True)
class Made:
    """What the pipeline makes: the library, the machine's own entries, decisions without use.

    `library.entries` holds the editor's entry wherever there is one; `suggestions` holds what
    the machine says by itself, of those as well, so that her own decision is never suggested
    to her. `keys` name all that an entry of the machine's depends on, for those that are kept, and
    `candidates` says whom those may mean that are ambiguous.
    """

    library: Library
    suggestions: Mapping[str, Entry]
    orphans: tuple[str, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)
    notices: tuple[ContentError, ...] = ()
    keys: Mapping[str, str] = field(default_factory=dict)
    candidates: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


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
    *,
    dictionary: Dictionary | None = None,
) -> Made:
    """Make the library of `documents`; `parses` are by slug, `decisions` by the entry's id."""
    by_slug = {document.slug: document for document in documents}
    return join(texts_of(by_slug, parses), decisions, dictionary=dictionary)


def texts_of(documents: Mapping[str, Document], parses: Mapping[str, Parse]) -> Texts:
    """Return texts of which nothing is known from before."""
    alone = {slug: recognize(document, parses[slug]) for slug, document in documents.items()}

    def within(text: Gist, kinds: Mapping[str, str], acronyms: Mapping[str, str]) -> Sequence[Part]:
        slug = text.document
        return cluster_text(documents[slug], alone[slug], kinds, acronyms)

    def again(slug: str, names: Standing) -> tuple[Mention, ...] | None:
        here = names.within(documents[slug].text)
        return recognize(documents[slug], parses[slug], here) if here else None

    gists = {slug: gist(document, alone[slug]) for slug, document in documents.items()}
    return Texts(documents, parses, gists, within, again)


def join(
    texts: Texts,
    decisions: Mapping[str, Entry],
    linked: Collection[str] = (),
    *,
    dictionary: Dictionary | None = None,
    known: Known | None = None,
) -> Made:
    """Make the library of `texts`; `decisions` are by the entry's id.

    `linked` are the ids of entries that an editor's own texts link to: these are no orphans.
    `dictionary` says what terms mean; `known` may have entries from an earlier run.
    """
    order = {slug: number for number, slug in enumerate(texts.gists)}
    sources = Sources(texts.documents, texts.parses, order, dictionary, known)
    machine = resolve_parts(tuple(texts.gists.values()), texts.within)
    if not decisions:
        entries, keys = _entries(machine, sources)
        library = _library(sources, machine, entries)
        return Made(library, entries, (), texts.documents, (), keys, _candidates(machine))
    decided = decide(_with_her_names(texts, decisions), decisions, machine)
    orphans = tuple(id_ for id_ in decided.orphans if id_ not in linked)
    decided = replace(decided, orphans=orphans)
    entries, keys = _entries(decided.entities, sources, decisions)
    around = _surroundings(machine)
    hers = {e.id: _entry(e, sources, around) for e in machine if e.id in decisions}
    suggestions = {id_: entries.later(id_) for id_ in entries if id_ not in decisions}
    suggestions |= {id_: partial(_same, entry) for id_, entry in hers.items()}
    library = _library(sources, decided.entities, entries)
    names = {name for entity in machine for name in (entity.name, *entity.aliases)}
    told = notices(decisions, decided, texts.gists, names)
    candidates = _candidates(decided.entities)
    return Made(
        library, Later(suggestions), decided.orphans, texts.documents, told, keys, candidates
    )


def _candidates(entities: Iterable[Entity]) -> dict[str, tuple[str, ...]]:
    return {entity.id: entity.candidates for entity in entities if entity.candidates}


def _with_her_names(texts: Texts, decisions: Mapping[str, Entry]) -> tuple[Entity, ...]:
    """Who is who where the names are known that the editor's entries claim."""
    names = Standing(gazetteer(decisions.values()))
    found = {
        slug: mentions for slug in texts.gists if (mentions := texts.again(slug, names)) is not None
    }

    def within(text: Gist, kinds: Mapping[str, str], acronyms: Mapping[str, str]) -> Iterable[Part]:
        slug = text.document
        if slug not in found:
            return texts.within(text, kinds, acronyms)
        return cluster_text(texts.documents[slug], found[slug], kinds, acronyms)

    gists = [
        gist(texts.documents[slug], found[slug]) if slug in found else each
        for slug, each in texts.gists.items()
    ]
    return resolve_parts(gists, within)


def _library(sources: Sources, entities: Sequence[Entity], entries: Mapping[str, Entry]) -> Library:
    found = Found(sources.order, entities)
    return Library(sources.documents.values(), found, entries)


def _entries(
    entities: Sequence[Entity], sources: Sources, decisions: Mapping[str, Entry] | None = None
) -> tuple[Later[Entry], dict[str, str]]:
    """The entry of each entity: the editor's, where there is one, else what the texts say."""
    around = _surroundings(entities)
    entries: dict[str, Callable[[], Entry]] = {}
    keys: dict[str, str] = {}
    for entity in entities:
        if decisions and entity.id in decisions:
            entries[entity.id] = partial(_same, decisions[entity.id])
            continue
        make = partial(_entry, entity, sources, around)
        key = _key(entity, around) if sources.known else ""
        if sources.known and key:
            keys[entity.id] = key
            entries[entity.id] = sources.known(entity.id, key, make)
        else:
            entries[entity.id] = partial(_same, make())
    return Later(entries), keys


def _same(entry: Entry) -> Entry:
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
        [around.said(slug) for slug in {part.document: None for part in mentions.parts}],
    )  # fmt: skip
    return repr(said)


def annotate_document(library: Library, document: Document) -> Annotated:
    """Choose which mentions of a document are linked, and which carry a note."""
    mentions, notes = annotate(document, library.mentions[document.slug])
    return Annotated(document, mentions, notes)


def compose_text(annotated: Annotated, library: Library, titles: Mapping[str, str]) -> str:
    """Return a text's Markdown file."""
    return compose(annotated.document, annotated.mentions, annotated.notes, library.entries, titles)


def compose_suggestion(made: Made, id_: str, titles: Mapping[str, str]) -> str:
    """Return the Markdown that the machine suggests for an entry."""
    entry = made.suggestions[id_]
    evidence = entry.definition.evidence
    if evidence is None:
        return compose_entry(entry, "", "")
    sentence = made.documents[evidence.document].text[slice(*evidence.sentence)]
    return compose_entry(entry, sentence, titles[evidence.document])


def _entry(entity: Entity, sources: Sources, around: Surroundings) -> Entry:
    definition = _definition(entity, sources)
    own = [name for name in (entity.name, *entity.aliases) if name not in around.shared]
    placed = place(entity, own, definition, sources.documents, around.regions)
    if _tells_less_than_a_fact(definition):
        fact = _fact(entity, own, placed, sources, around)
        definition = fact or definition
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


def _fact(
    entity: Entity,
    own: Sequence[str],
    placed: Placed | None,
    sources: Sources,
    around: Surroundings,
) -> Definition | None:
    """What a data set says of an entity of which the texts say little: GeoNames, or WordNet."""
    if placed:
        return fact_of_city(placed.city)
    if entity.candidates:
        return None
    found = fact_of_its_texts(entity, sources.documents, around.regions)
    if found or sources.dictionary is None:
        return found
    return known(entity, own, sources.documents, around.regions, sources.dictionary)


def _tells_less_than_a_fact(definition: Definition) -> bool:
    evidence = definition.evidence
    return definition.origin == "none" or bool(evidence and evidence.rule in TELL_LITTLE)


def _surroundings(entities: Sequence[Entity]) -> Surroundings:
    return Surroundings(frozenset(_shared_names(entities)), named_regions(entities))


def _shared_names(entities: Sequence[Entity]) -> set[str]:
    """Surfaces that lead to several entities: no entry may claim such a name by listing it."""
    counts = Counter(name for entity in entities for name in {entity.name, *entity.aliases})
    return {name for name, count in counts.items() if count > 1}
