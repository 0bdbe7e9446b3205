"""The words of the reader as data: seeds, documents, mentions, entities, entries and notes.

Everything here is frozen and compares by value. Spans are `(start, end)` in Unicode code
points into `Document.text`. Annotations stand off: no stage edits a text.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Span: TypeAlias = tuple[int, int]
BlockKind: TypeAlias = Literal["heading", "paragraph", "item", "quote", "verse", "code"]
Status: TypeAlias = Literal["suggested", "approved", "hidden"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entity: a row of `KINDS`.

    `mark` is the shape that tells kinds apart without colour, `labels` are the names that
    spaCy's models give to it, `tei` and `schema` the terms of TEI P5 and schema.org.
    """

    name: str
    plural: str
    mark: str
    labels: tuple[str, ...]
    tei: str
    schema: str


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("person", "people", "●", ("PERSON", "PER"), "persName", "Person"),
        Kind("place", "places", "▲", ("GPE", "LOC", "FAC"), "placeName", "Place"),
        Kind("organization", "organizations", "■", ("ORG",), "orgName", "Organization"),
        Kind("group", "groups", "◆", ("NORP",), "name", "Thing"),
        Kind("event", "events", "★", ("EVENT",), "name", "Event"),
        Kind("date", "dates", "○", (), "date", "Thing"),
        Kind("work", "works", "□", (), "title", "CreativeWork"),
        Kind("law", "laws", "§", (), "title", "Legislation"),
        Kind("ship", "ships", "▼", (), "name", "Vehicle"),
        Kind("term", "terms", "◇", (), "term", "DefinedTerm"),
    )
}


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A block of a seed before cleaning; `line` is its first line in the seed, from 1."""

    kind: BlockKind
    text: str
    line: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Seed:
    """A file as received, decoded and cut into blocks.

    `path` is relative to the seeds' folder, `fields` are the header's and the sidecar's
    entries in lower case (the sidecar wins), `cleaning` tells what decoding already changed,
    `set_aside` what an extractor found not to be part of the text.
    """

    slug: str
    path: str
    sha256: str
    encoding: str
    fields: dict[str, tuple[str, ...]]
    blocks: tuple[RawBlock, ...]
    cleaning: tuple[str, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a document's text; `level` is a heading's (2 to 6) or a list item's depth."""

    kind: BlockKind
    span: Span
    level: int = 0


@dataclass(frozen=True, slots=True)
class SetAside:
    """A line of a seed that is not its text, with the rule that took it."""

    line: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Document:
    """The cleaned text of a seed.

    `text` is the blocks joined by one blank line, without a newline at the end. `date` is an
    ISO 8601 calendar value (`2010`, `2010-06` or `2010-06-11`) or empty: never guessed.
    `made_title` is true where the title was made from the first sentence.
    """

    slug: str
    path: str
    sha256: str
    title: str
    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...] = ()
    made_title: bool = False
    date: str = ""
    author: str = ""
    language: str = "en"
    rights: str = ""
    summary: str = ""
    sources: tuple[str, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    cleaning: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """What a sentence says of a name: `words` describe `subject` by a grammatical `relation`."""

    subject: Span
    words: Span
    relation: str


@dataclass(frozen=True, slots=True)
class Parse:
    """What the language model found in one document, as plain spans: `(start, end, label)`.

    `scores`, where there are any, say of each name how likely it is a person, a place, an
    organization, or none of these.
    """

    names: tuple[tuple[int, int, str], ...]
    claims: tuple[Claim, ...] = ()
    scores: tuple[tuple[float, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a document that names an entity.

    `document` is a slug, `entry` the id of the entity once it is resolved, `rule` the rule
    that found or joined it, `confidence` 0 to 1, `creator` "machine" or "editor".
    """

    document: str
    span: Span
    surface: str
    kind: str
    rule: str
    confidence: float
    entry: str = ""
    creator: str = "machine"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a definition was quoted from: a sentence of a document and the words in it."""

    document: str
    sentence: Span
    words: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Definition:
    """What an entry says: a quotation (with evidence), a data set's fact, or an editor's words.

    `text` is plain text; quotation marks are added where it is shown. `source` names the
    data set of a fact.
    """

    text: str
    origin: Literal["quotation", "sentence", "data", "editor", "none"]
    evidence: Evidence | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, place, organization, group, event, date, work or term of the library.

    `value` is a date's ISO 8601 value (`--06-11` where the year is open). `candidates` are
    the ids that an ambiguous name may stand for.
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    mentions: Sequence[Mention]
    value: str = ""
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """The glossary's page on an entity, as its Markdown file says it.

    `body` is the Markdown below the header, `definition` its first paragraph as plain text
    without quotation marks, `placed_by` how we know the coordinates, `lines` the file's line of
    each header field, for messages; `same_as` is an address outside that is about the same thing.
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    status: Status = "suggested"
    definition: Definition = Definition("", "none")
    body: str = ""
    value: str = ""
    coordinates: tuple[float, float] | None = None
    placed_by: str = ""
    candidates: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    only_in: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    creator: str = "machine"
    lines: dict[str, int] = field(default_factory=dict, compare=False, hash=False, repr=False)


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote of a text: `number` in order of first reference, `mentions` that refer to it."""

    entry: str
    number: int
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Library:
    """All documents with their resolved mentions and the entries these lead to."""

    documents: Collection[Document]
    mentions: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    entries: Mapping[str, Entry] = field(default_factory=dict)
