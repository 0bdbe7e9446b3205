"""The register -> the documents that the search finds."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from ..search import SearchDocument, numbering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Entry
    from ..search import Numbering
    from ..search.document import Named
    from ..stages.collect import Register, Text


def search_documents(register: Register) -> Iterator[SearchDocument]:
    """Yield one document a text and one an entry, in the order of their numbers."""
    _, documents = numbered_documents(register)
    yield from (document for _, document in documents)


def numbered_documents(
    register: Register,
) -> tuple[Numbering, Iterator[tuple[int, SearchDocument]]]:
    """Return the numbers of all documents, and these with theirs, in that order."""
    texts = {_text_ref(text.slug): text for text in register.texts}
    entries = {_entry_ref(id_): entry for id_, entry in register.entries.items()}
    numbered = numbering(texts, entries)
    languages = Counter(text.language for text in register.texts)
    usual = max(sorted(languages), key=languages.__getitem__, default="en")
    of_text = {text.slug: text.language for text in register.texts}

    def document_of(ref: str) -> SearchDocument:
        if ref in texts:
            return text_document(texts[ref], register)
        evidence = entries[ref].definition.evidence
        language = of_text.get(evidence.document, usual) if evidence else usual
        return entry_document(entries[ref], register, language)

    return numbered, ((number, document_of(ref)) for ref, number in numbered.number_of.items())


def text_document(text: Text, register: Register) -> SearchDocument:
    """Return a text's document; it is found by all names of whom it mentions, too."""
    mentioned = dict.fromkeys(mention.entry for mention in text.mentions)
    entries = [register.entries[id_] for id_ in mentioned]
    blocks = [(block, text.page.text[slice(*block.span)]) for block in text.page.blocks]
    return SearchDocument(
        ref=_text_ref(text.slug),
        title=text.title,
        kind="text",
        names=tuple(name for entry in entries for name in (entry.name, *entry.aliases)),
        passages=tuple((block.anchor, words) for block, words in blocks),
        headings=tuple(words for block, words in blocks if block.kind == "heading"),
        entries=tuple(map(_entry_ref, mentioned)),
        language=text.language,
        date=text.date,
        named=tuple(named(text, register)),
    )


def named(text: Text, register: Register) -> Iterator[Named]:
    """Yield the entries that a text names, with the numbers of the blocks where it does.

    Dates are left out: a result shows its own.
    """
    starts = [block.span[0] for block in text.page.blocks]
    blocks: dict[str, dict[int, None]] = {}
    for mention in text.mentions:
        place = bisect_right(starts, mention.span[0]) - 1
        blocks.setdefault(mention.entry, {})[place] = None
    for id_, places in blocks.items():
        entry = register.entries[id_]
        if entry.kind != "date":
            yield entry.name, entry.kind, _entry_ref(id_), tuple(places)


def entry_document(entry: Entry, register: Register, language: str = "en") -> SearchDocument:
    """Return an entry's document, in the language of the text that its definition is from.

    Of a name that could be several, it says which.
    """
    said = entry.definition.text or may_be(entry, register)
    return SearchDocument(
        ref=_entry_ref(entry.id),
        title=entry.name,
        kind=entry.kind,
        names=(entry.name, *entry.aliases),
        passages=(("", said),) if said else (),
        language=language,
    )


def may_be(entry: Entry, register: Register) -> str:
    """Return whom a name may stand for, or nothing."""
    known = (id_ for id_ in entry.candidates if id_ in register.entries)
    names = " or ".join(register.entries[id_].name for id_ in known)
    return f"{names}: the texts do not tell which" if names else ""


def _text_ref(slug: str) -> str:
    return f"texts/{slug}.html"


def _entry_ref(id_: str) -> str:
    return f"glossary/{id_}.html"
