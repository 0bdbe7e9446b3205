"""The oracle: the same documents in one whole index by lunr.py, for lunr.js.

lunr.js comes from the mkdocs package, which alone on PyPI holds it, and is checked by its hash.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lunr.builder import Builder

from annotated_reader.search.analysis import fold, raw_words
from annotated_reader.search.document import FIELDS
from annotated_reader.search.encoding import rounded
from annotated_reader.search.languages import Language, all_forms
from annotated_reader.search.writer import in_order

if TYPE_CHECKING:
    from annotated_reader.search import SearchDocument

LUNR_JS = "mkdocs/contrib/search/templates/search/lunr.js"
SHA256 = "c1a28d9e95163292fbcc07ff794f1f0e1ade8741c513afe96d5b1046a18110bc"

# Both take [queries, how many results of each] and give the total and the best ones.
ASK_LUNR = """([queries, most]) => {
    const index = lunr.Index.load(window.whole);
    const { presence } = lunr.Query;
    return queries.map((clauses) => index.query((query) => clauses.forEach((asked) => {
        const clause = { term: asked.term, usePipeline: false, boost: asked.boost || 1 };
        if (asked.fields) clause.fields = asked.fields;
        if (asked.edits) clause.editDistance = asked.edits;
        if (asked.prefix) clause.wildcard = lunr.Query.wildcard.TRAILING;
        if (asked.presence) clause.presence = presence[asked.presence.toUpperCase()];
        query.clause(clause);
    }))).map((found) => ({
        total: found.length,
        results: found.slice(0, most || Infinity).map(({ ref, score }) => [ref, score]),
    }));
}"""
ASK_US = """([queries, most]) => Promise.all(queries.map((clauses) =>
    AnnotatedReader.search.query(clauses, most || Infinity).then(({ total, results }) =>
        ({ total, results: results.map(({ ref, score }) => [ref, score]) }))))"""


def lunr_script() -> bytes:
    """Return lunr.js 2.3.9."""
    script = Path(str(metadata.distribution("mkdocs").locate_file(LUNR_JS))).read_bytes()
    assert hashlib.sha256(script).hexdigest() == SHA256
    return script


class RoundingBuilder(Builder):  # type: ignore[misc]
    """lunr.py's own, given the lengths of fields as the search keeps them: rounded to a sign."""

    def _create_field_vectors(self) -> None:
        self.field_lengths = {ref: rounded(long) for ref, long in self.field_lengths.items()}
        super()._create_field_vectors()


def lunr_index(documents: Sequence[SearchDocument]) -> str:
    """Return lunr.py's serialized index; a document's reference is its number."""
    builder = RoundingBuilder()
    builder.ref("number")
    for field, boost in FIELDS.items():
        builder.field(field, boost=boost)
    ordered, numbered = in_order(documents)
    for document in ordered:
        number = str(numbered.number_of[document.ref])
        builder.add({"number": number, **lunr_fields(document)})
    return json.dumps(builder.build().serialize())


def lunr_fields(document: SearchDocument) -> dict[str, list[str]]:
    """Return the terms of a document by field."""

    language = Language(document.language)

    def stemmed(texts: Sequence[str], *, running: bool = False) -> list[str]:
        left_out = language.stop_words if running else frozenset()
        return [
            term
            for text in texts
            for raw in language.raw_words(text)
            for term, form in language.pairs(raw)
            if form not in left_out
        ]

    return {
        "body": stemmed([text for _, text in document.passages], running=True),
        "title": stemmed([document.title]),
        "headings": stemmed(document.headings),
        "names": [
            form
            for name in document.names
            for raw in raw_words(fold(name))
            for form in all_forms(raw)
        ],
    }


def clauses(documents: Sequence[SearchDocument], count: int, seed: int = 5) -> list[list[Any]]:
    """Return queries of every sort, made from the documents' own terms."""
    chance = random.Random(seed)  # noqa: S311  # repeatable on purpose
    fields = {name: lunr_fields(document) for name, document in enumerate(documents)}
    terms = sorted({term for each in fields.values() for found in each.values() for term in found})

    def one(sort: str) -> list[dict[str, object]]:
        words = chance.sample(terms, 3)
        place = chance.randrange(len(words[0]))
        mistyped = words[0][:place] + chance.choice("aeinrst") + words[0][place + 1 :]
        by_sort: dict[str, list[dict[str, object]]] = {
            "plain": [{"term": word} for word in words],
            "prefix": [{"term": words[0][: chance.randint(1, 4)], "prefix": True}],
            "fuzzy": [{"term": mistyped, "edits": chance.choice([1, 1, 2])}],
            "boolean": [{"term": words[0], "presence": "required"}, {"term": words[1], "boost": 3}],
            "negated": [{"term": words[0]}, {"term": words[1], "presence": "prohibited"}],
            "field": [{"term": word, "fields": [chance.choice(list(FIELDS))]} for word in words],
            "nothing but negated": [{"term": words[0], "presence": "prohibited"}],
        }
        return by_sort[sort]

    sorts = ("plain", "prefix", "fuzzy", "boolean", "negated", "field", "nothing but negated")
    return [one(sorts[number % len(sorts)]) for number in range(count)]
