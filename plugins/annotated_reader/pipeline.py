"""The order of the stages, on one screen: documents and parses go in, a library comes out.

No I/O, no Pelican, no language model: `conversion` reads and writes around this.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from .entry_making import Sources, entries_of, entry_of, same, surroundings
from .model import Entry, Library
from .stages.annotate import annotate
from .stages.clean import clean
from .stages.compose import compose
from .stages.compose_entry import compose_entry
from .stages.decide import decide, gazetteer
from .stages.describe import quotations
from .stages.ingest import ingest
from .stages.later import Found, Later
from .stages.names.standing import Standing
from .stages.notices import notices
from .stages.prose import prose_of, without_gaps
from .stages.recognize import recognize
from .stages.resolve import cluster_text, resolve_parts
from .stages.segment import segment
from .stages.who_is_who.gist import gist

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from .entry_making import Known
    from .errors import ContentError
    from .model import Document, Entity, Mention, Note, Parse
    from .stages.describe import Quotation, Quoted
    from .stages.resolve import Within
    from .stages.terms import Dictionary
    from .stages.who_is_who.clusters import Part
    from .stages.who_is_who.gist import Gist

    Again: TypeAlias = Callable[[str, Standing], "tuple[Mention, ...] | None"]
    """The mentions of a text with an editor's names; None where none of them stands in it."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of a library by slug, in their order, as the stages ask for them.

    What an earlier run has found is looked at only where something has changed: `gists` says
    what each text adds to the library, `within` what is joined in it, `quoted` what its grammar
    says of that, `again` what it names once an editor's names are known; `documents` and `parses`
    give the words themselves.
    """

    documents: Mapping[str, Document]
    parses: Mapping[str, Parse]
    gists: Mapping[str, Gist]
    within: Within
    quoted: Quoted
    again: Again


@dataclass(frozen=True, slots=True)
class Made:
    """What the pipeline makes: the library, the machine's own entries, decisions without use.

    `library.entries` holds the editor's entry wherever there is one; `suggestions` holds what
    the machine says by itself, of those as well, so that her own decision is never suggested
    to her. `kept` are the ids of the machine's entries that an earlier run may know, and
    `candidates` says whom those may mean that are ambiguous.
    """

    library: Library
    suggestions: Mapping[str, Entry]
    orphans: tuple[str, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)
    notices: tuple[ContentError, ...] = ()
    kept: frozenset[str] = frozenset()
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
    text = prose_of(document).text
    sentences = segment(text, document.blocks, document.language)
    return replace(document, sentences=sentences)


def make_library(
    documents: Sequence[Document],
    parses: Mapping[str, Parse],
    decisions: Mapping[str, Entry],
    *,
    dictionary: Dictionary | None = None,
) -> Made:
    """Make the library of `documents`; `parses` are by slug, `decisions` by the entry's id."""
    by_slug = {document.slug: prose_of(document) for document in documents}
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

    def quoted(part: Part) -> Sequence[Quotation]:
        return quotations(part.mentions(), documents, parses)

    gists = {slug: gist(document, alone[slug]) for slug, document in documents.items()}
    return Texts(documents, parses, gists, within, quoted, again)


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
    sources = Sources(texts.documents, texts.parses, order, texts.quoted, dictionary, known)
    machine = resolve_parts(tuple(texts.gists.values()), texts.within)
    if not decisions:
        entries, kept = entries_of(machine, sources)
        library = _library(sources, machine, entries)
        return Made(library, entries, (), texts.documents, (), kept, _candidates(machine))
    decided = decide(_with_her_names(texts, decisions), decisions, machine)
    orphans = tuple(id_ for id_ in decided.orphans if id_ not in linked)
    decided = replace(decided, orphans=orphans)
    entries, kept = entries_of(decided.entities, sources, decisions)
    around = surroundings(machine)
    hers = {e.id: entry_of(e, sources, around) for e in machine if e.id in decisions}
    suggestions = {id_: entries.later(id_) for id_ in entries if id_ not in decisions}
    suggestions |= {id_: partial(same, entry) for id_, entry in hers.items()}
    library = _library(sources, decided.entities, entries)
    names = {name for entity in machine for name in (entity.name, *entity.aliases)}
    told = notices(decisions, decided, texts.gists, names)
    candidates = _candidates(decided.entities)
    return Made(
        library, Later(suggestions), decided.orphans, texts.documents, told, kept, candidates
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


def annotate_document(library: Library, document: Document) -> Annotated:
    """Choose which mentions of a document are linked, and which carry a note."""
    mentions, notes = annotate(document, library.mentions[document.slug], library.entries)
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
    return compose_entry(entry, without_gaps(sentence), titles[evidence.document])
