"""Documents -> lunr's index, the list of documents and the words for completion, as plain data.

A text and a glossary entry are documents alike. The index knows a document by its number in
the list; the list is sorted by address, so the same documents give the same data in any order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from lunr.builder import Builder
from lunr.index import Index
from lunr.pipeline import Pipeline
from lunr.token_set import TokenSet

from .analysis import forms, is_stop_word, terms, words

Passage: TypeAlias = tuple[str, str]
"""An anchor in the document's page (or "") and the text that stands there."""

# How much a word counts, by where it stands.
FIELDS = {"title": 8, "names": 4, "body": 1}


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """A page that can be found.

    `ref` is its address from the site's root (`texts/osh.html`), `kind` "text" or an entry's
    kind, `names` the names and aliases it is about or mentions, `passages` what is quoted from.
    """

    ref: str
    title: str
    kind: str
    names: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()


def sorted_documents(documents: Iterable[SearchDocument]) -> tuple[SearchDocument, ...]:
    """Return the documents in the order of their addresses."""
    return tuple(sorted(documents, key=lambda document: document.ref))


def build_index(documents: Sequence[SearchDocument]) -> dict[str, Any]:
    """Return lunr's serialized index; a document's reference is its number."""
    builder = Builder()
    builder.ref("number")
    for field, boost in FIELDS.items():
        builder.field(field, boost=boost)
    for number, document in enumerate(documents):
        builder.add({"number": str(number), **_fields(document)})
    index = builder.build() if documents else Index({}, {}, TokenSet(), list(FIELDS), Pipeline())
    serialized: dict[str, Any] = index.serialize()
    return serialized


def without_postings(serialized: Mapping[str, Any]) -> dict[str, object]:
    """Return lunr's index without what the browser can tell from the rest: half its size.

    A field's vector lists the terms of a document with their scores, so the postings, which
    list the documents of a term, are made again when the index is loaded.
    """
    numbered = sorted((posting["_index"], term) for term, posting in serialized["invertedIndex"])
    return {
        "version": serialized["version"],
        "fields": serialized["fields"],
        "terms": " ".join(term for _, term in numbered),
        "vectors": serialized["fieldVectors"],
    }


def surface_words(documents: Iterable[SearchDocument]) -> list[str]:
    """Return all forms that the documents' words have, in the order of JavaScript's strings.

    The browser completes a half-typed word from them: stems do not begin as words do.
    """
    found = {
        form
        for document in documents
        for text in (document.title, *document.names, *_texts(document))
        for word in words(text)
        for form in forms(word)
    }
    kept = (form for form in found if len(form) > 1 and not is_stop_word(form))
    return sorted(kept, key=lambda form: form.encode("utf-16-be"))


def _fields(document: SearchDocument) -> dict[str, list[str]]:
    # Stop words stay in titles and names: May, Will, IT and WHO are names, too.
    return {
        "title": terms(document.title, stop_words=True),
        "names": [term for name in document.names for term in terms(name, stop_words=True)],
        "body": [term for text in _texts(document) for term in terms(text)],
    }


def _texts(document: SearchDocument) -> tuple[str, ...]:
    return tuple(text for _, text in document.passages)
