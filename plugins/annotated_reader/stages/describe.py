"""What an entity is: its mentions and the sentences' claims go in, a definition comes out.

A definition is quoted: an appositive, a title, a copula or a relative clause that says what
such a kind of thing can be; for countries and capitals, a fact of GeoNames where the texts
only mention them; failing that, the sentence that tells most. Every one keeps its evidence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import Claim, Definition, Document, Entity, Evidence, Mention, Parse
from .words import Country, capitals, countries, fold, kind_of_description

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

GEONAMES = "GeoNames"
"""The data set of countries and capitals, as its facts name it."""

_RANK = {"appositive": 0, "copula": 1, "title": 2, "relative clause": 4, "head noun": 5}
_FACT_RANK = 3
_RELATIVE = re.compile(r"^(?:who|which|where|whose|whom)\b")
_POINTS_ELSEWHERE = re.compile(
    r"^(?:this|that|these|those|image|photo|whose|since|in|on|at|by|for|with|when|after|before)\b|\b(?:his|her|their|its|my|our|your)\b",
    re.IGNORECASE,
)


_SEVERAL = re.compile(
    r"(?:the |both |all )?(?:two|three|four|five|six|seven|eight|nine|ten|several|many|some|\d+) "
)
_DANGLING = re.compile(r"(?:,? (?:and|or|but|where|who|which|that|when))+$")
_LISTED_NUMBER = re.compile(r", \d")


@dataclass(frozen=True, slots=True)
class _Candidate:
    rank: int
    order: tuple[int, int]
    definition: Definition


def describe(
    entity: Entity,
    documents: Mapping[str, Document],
    parses: Mapping[str, Parse],
    order: Mapping[str, int] | None = None,
) -> Definition:
    """Return the best definition that the texts (or GeoNames, for countries) give of `entity`.

    `order` numbers the documents; whoever describes many entities makes it once.
    """
    if entity.candidates:
        return Definition("", "none")
    order = order or {slug: number for number, slug in enumerate(documents)}
    candidates = [
        _Candidate(_rank(claim, definition), (order[mention.document], claim.words[0]), definition)
        for mention, claim in _claims_on(entity, parses)
        if (definition := _quoted(entity, mention, claim, documents[mention.document]))
    ]
    if fact := _fact(entity):
        candidates.append(_Candidate(10 * _FACT_RANK, (0, 0), fact))
    if candidates:
        return min(candidates, key=lambda item: (item.rank, item.order)).definition
    return _telling_sentence(entity, documents, order)


def _claims_on(entity: Entity, parses: Mapping[str, Parse]) -> Iterator[tuple[Mention, Claim]]:
    if entity.kind == "date":
        return
    for mention in entity.mentions:
        for claim in _by_start(parses, mention):
            yield mention, claim


def _by_start(parses: Mapping[str, Parse], mention: Mention) -> Iterator[Claim]:
    claims = parses[mention.document].claims if mention.document in parses else ()
    start, end = mention.span
    low = bisect_right(claims, start - 8, key=lambda claim: claim.subject[0])
    for claim in claims[low:]:
        if claim.subject[0] >= end:
            break
        if claim.subject[1] > start:
            yield claim


def _rank(claim: Claim, definition: Definition) -> int:
    """Put fuller descriptions first within a relation: "the chairman" tells little."""
    words = definition.text.split()
    bare = len(words) - (words[0].lower() in ("the", "a", "an")) < 2
    return 10 * _RANK[claim.relation] + (8 if bare else 0)


def _quoted(
    entity: Entity, mention: Mention, claim: Claim, document: Document
) -> Definition | None:
    start, end = _trimmed(document.text, claim.words)
    words = document.text[start:end]
    if not _defines(entity.kind, words, claim, document.text):
        return None
    sentence = _sentence_of(document, mention.span[0])
    if not sentence[0] <= start < end <= sentence[1]:
        return None
    evidence = Evidence(document.slug, sentence, (start, end), claim.relation)
    return Definition(words, "quotation", evidence)


def _trimmed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Cut `span` before a bracket that it does not close, a number of a list, a dangling "and"."""
    start, end = span
    words = _DANGLING.sub("", text[start:end])
    for opening, closing in ("()", "[]"):
        if words.count(opening) != words.count(closing):
            cut = words.find(opening)
            words = words[:cut].rstrip(" ,;") if cut > 0 else ""
    words = _LISTED_NUMBER.split(words)[0]
    return start, start + len(words)


def _defines(kind: str, words: str, claim: Claim, text: str) -> bool:
    if len(words) < 4 or _POINTS_ELSEWHERE.search(words):
        return False
    if claim.relation == "relative clause":
        between = text[claim.subject[1] : claim.words[0]]
        wanted = words.startswith("who") == (kind == "person")
        return bool(_RELATIVE.match(words)) and "," in between and wanted and len(words.split()) > 3
    if claim.relation == "head noun":
        head = words[: max(0, claim.subject[0] - claim.words[0])].partition(" of")[0]
        return kind_of_description(head) == kind and kind == "place"
    if not any(word.islower() for word in words.split()) and claim.relation != "title":
        return False
    return kind_of_description(words) == kind and (kind == "group" or not _SEVERAL.match(words))


def _fact(entity: Entity) -> Definition | None:
    if entity.kind != "place":
        return None
    for name in (entity.name, *entity.aliases):
        if country := countries().get(fold(name)):
            return Definition(_country_fact(country), "data", source=GEONAMES)
    if country := capitals().get(fold(entity.name)):
        return Definition(f"Capital of {country.phrase}", "data", source=GEONAMES)
    return None


def _country_fact(country: Country) -> str:
    where = f"Country in {country.continent}" if country.continent else "Country"
    return f"{where}; capital {country.capital}" if country.capital else where


def _telling_sentence(
    entity: Entity, documents: Mapping[str, Document], order: Mapping[str, int]
) -> Definition:
    """The sentence in which the entity acts: near its head, full name, of a readable length."""
    best: tuple[tuple[int, int, int], Mention, tuple[int, int]] | None = None
    for mention in entity.mentions:
        document = documents[mention.document]
        sentence = _sentence_of(document, mention.span[0])
        score = -_telling(mention, sentence, entity, document)
        ranked = ((score, order[mention.document], mention.span[0]), mention, sentence)
        if best is None or ranked[0] < best[0]:
            best = ranked
    if best is None:
        return Definition("", "none")
    _, mention, sentence = best
    document = documents[mention.document]
    evidence = Evidence(document.slug, sentence, sentence, "telling sentence")
    return Definition(document.text[slice(*sentence)], "sentence", evidence)


def _telling(
    mention: Mention, sentence: tuple[int, int], entity: Entity, document: Document
) -> int:
    length = sentence[1] - sentence[0]
    readable = 3 if 60 <= length <= 260 else 0
    acts = 2 if mention.span[0] - sentence[0] < 40 else 0
    whole = 1 if entity.name in mention.surface else 0
    quoted = -3 if any(mark in document.text[slice(*sentence)] for mark in '“”"') else 0
    heading = -4 if document.text[slice(*sentence)][-1:].isalnum() else 0
    return readable + acts + whole + quoted + heading


def _sentence_of(document: Document, position: int) -> tuple[int, int]:
    """The sentence around `position`; its block where the text has not been segmented."""
    spans = document.sentences or tuple(block.span for block in document.blocks)
    index = bisect_right(spans, position, key=lambda span: span[0]) - 1
    return spans[max(index, 0)]
