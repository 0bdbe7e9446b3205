"""What an entity is: its mentions and the sentences' claims go in, a definition comes out.

A definition is quoted, and is a phrase: an appositive, a title, a copula, a relative clause, what
stands in brackets or where it is; for places, a fact of GeoNames where the texts only mention
them. The best of all texts wins. None is better than a bad one; every one keeps its evidence.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from ..model import Claim, Definition, Document, Entity, Evidence, Mention, Parse
from .at_hand import at_hand
from .definitions.defining import defining_words
from .definitions.phrases import phrases
from .facts.facts import fact, fact_of_country
from .names.cast import RULE as CAST
from .names.cast import named_in_cast
from .prose import without_gaps
from .who_is_who.clusters import Mentions
from .words import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from ..model import Span
    from .places.choice import Named
    from .who_is_who.clusters import Part

    Quoted: TypeAlias = Callable[[Part], Sequence["Quotation"]]
    """What the grammar of its text says of a part."""

    _Labels = dict[str, tuple[int, str]]

COSTS = {
    CAST: -1,
    "appositive": 0,
    "copula": 5,
    "parenthesis": 8,
    "title": 12,
    "called": 14,
    "participle": 20,
    "office": 22,
    "relative clause": 25,
    "head noun": 28,
    "of": 30,
    "list": 32,
    "kin": 33,
    "whose": 34,
    "made by": 36,
    "where from": 42,
    "credit": 44,
    "first descriptive mention": 40,
    "done to": 43,
    "where it is": 45,
}
"""How much less each relation tells than the best; the cheapest claim defines."""

TELL_LITTLE = ("where it is", "whose", "credit", "list", "done to")
"""Relations that tell less than a data set does."""

COST_OF_A_FACT = 4
COST_OF_BARENESS = 19
GOOD = 20
"""With a claim that costs less, an entity needs no patterns looked for around its mentions."""

SEARCHED = 40
"""Mentions of an entity around which patterns are looked for: its first ones."""

_UNDEFINED = frozenset(("date",))
_SAID_OF_ALL = ("national", "citizen", "man", "woman")
_ARTICLES = frozenset(("the", "a", "an"))


class Quotation(NamedTuple):
    """Words of a text that define what is mentioned, and what they cost."""

    document: str
    mention: Span
    sentence: Span
    span: Span
    words: str
    relation: str
    cost: int


@dataclass(frozen=True, slots=True)
class _Candidate:
    cost: int
    order: tuple[int, int]
    definition: Definition


def describe(
    entity: Entity,
    documents: Mapping[str, Document],
    parses: Mapping[str, Parse],
    order: Mapping[str, int] | None = None,
    quoted: Quoted | None = None,
    named: Named | None = None,
) -> Definition:
    """Return the best definition that the texts (or GeoNames, for places) give of `entity`.

    `order` numbers the documents; whoever describes many entities makes it once. `quoted` may
    know what the texts say of the entity's parts; `named` which countries they name.
    """
    if entity.candidates or entity.kind in _UNDEFINED:
        return Definition("", "none")
    if country := fact_of_country(entity):
        return country
    order = order or {slug: number for number, slug in enumerate(documents)}
    names = frozenset(map(fold, (entity.name, *entity.aliases)))
    mentions = entity.mentions
    if quoted and isinstance(mentions, Mentions):
        by_part = (each for part in mentions.parts for each in quoted(part))
        said = sorted(by_part, key=lambda each: (order[each.document], each.mention))
    else:
        said = quotations(mentions, documents, parses)
    candidates = list(_candidates(said, order, names))
    if known := fact(entity, documents, named):
        candidates.append(_Candidate(COST_OF_A_FACT, (0, 0), known))
    if not any(candidate.cost < GOOD for candidate in candidates):
        around = _defining(_around(entity, documents, parses), documents)
        candidates += _candidates(around, order, names)
    best = min(candidates, key=lambda item: (item.cost, item.order), default=None)
    return best.definition if best else Definition("", "none")


def quotations(
    mentions: Iterable[Mention], documents: Mapping[str, Document], parses: Mapping[str, Parse]
) -> list[Quotation]:
    """Return what the grammar of texts says of what is mentioned in them."""
    every = tuple(mentions)
    claims = chain(_claims(every, parses), _of_cast(every, documents))
    return list(_defining(claims, documents))


def _of_cast(
    mentions: Iterable[Mention], documents: Mapping[str, Document]
) -> Iterator[tuple[Mention, Claim]]:
    """What a play's list of characters says of those whom it names."""
    for mention in mentions:
        if mention.kind == "person":
            said = named_in_cast(documents[mention.document].text).get(mention.span)
            if said:
                yield mention, Claim(mention.span, said, CAST)


def _defining(
    claims: Iterator[tuple[Mention, Claim]], documents: Mapping[str, Document]
) -> Iterator[Quotation]:
    """Each claim that defines, with what its words cost."""
    for mention, claim in claims:
        document = documents[mention.document]
        sentence = sentence_of(document, mention.span[0])
        span = defining_words(claim, mention, document.text, sentence)
        if span is not None:
            words, relation = without_gaps(document.text[slice(*span)]), claim.relation
            cost = _cost(relation, words)
            yield Quotation(document.slug, mention.span, sentence, span, words, relation, cost)


def _candidates(
    said: Iterable[Quotation], order: Mapping[str, int], names: Collection[str]
) -> Iterator[_Candidate]:
    """Each quotation as a definition; a thing's own name tells nothing."""
    for each in said:
        if fold(each.words) not in names and not _is_circular(each, names):
            evidence = Evidence(each.document, each.sentence, each.span, each.relation)
            definition = Definition(each.words, "quotation", evidence)
            yield _Candidate(each.cost, (order[each.document], each.span[0]), definition)


def _is_circular(said: Quotation, names: Collection[str]) -> bool:
    """Tell whether words tell of what bears a name of one word by that: "part of the Company"."""
    last = fold(said.words).rpartition(" ")[2]
    return said.relation == "appositive" and f"the {last}" in fold(said.words) and last in names


def _cost(relation: str, words: str) -> int:
    """Fuller descriptions go before bare ones: "the chairman", "a Saudi national"."""
    telling = [word for word in words.split() if word.lower() not in _ARTICLES]
    is_bare = len(telling) < 2 or (len(telling) < 3 and telling[-1] in _SAID_OF_ALL)
    return COSTS[relation] + (COST_OF_BARENESS if is_bare else 0)


def _claims(
    mentions: Iterable[Mention], parses: Mapping[str, Parse]
) -> Iterator[tuple[Mention, Claim]]:
    """What the grammar says of a thing, at each of its mentions."""
    for mention in mentions:
        claims = parses[mention.document].claims if mention.document in parses else ()
        start, end = mention.span
        low = bisect_right(claims, start - 8, key=lambda claim: claim.subject[0])
        for claim in claims[low:]:
            if claim.subject[0] >= end:
                break
            if claim.subject[1] > start:
                yield mention, claim


def _around(
    entity: Entity, documents: Mapping[str, Document], parses: Mapping[str, Parse]
) -> Iterator[tuple[Mention, Claim]]:
    """What stands right around an entity's mentions."""
    for mention in entity.mentions[:SEARCHED]:
        document = documents[mention.document]
        sentence = sentence_of(document, mention.span[0])
        label_of = partial(_label, document=document, parsed=parses.get(mention.document))
        for claim in phrases(mention, document.text, sentence, label_of):
            yield mention, claim


def _label(name: str, document: Document, parsed: Parse | None) -> str:
    """What the model takes a name of the document for, with its article or without."""
    if parsed is None:
        return ""
    plain, with_article = _labels(document, parsed)
    found = [plain.get(name), with_article.get(f"the {name.lower()}")]
    return min(filter(None, found), default=(0, ""))[1]


@at_hand(64)
def _labels(document: Document, parsed: Parse) -> tuple[_Labels, _Labels]:
    """The first label of each name, as it stands and in lower case, with its place.

    Of a text that names very many, the same is asked for each of them.
    """
    plain: _Labels = {}
    lower: _Labels = {}
    for number, (start, end, label) in enumerate(parsed.names):
        name = document.text[start:end]
        plain.setdefault(name, (number, label))
        lower.setdefault(name.lower(), (number, label))
    return plain, lower


def sentence_of(document: Document, position: int) -> Span:
    """Return the sentence around `position`; its block where the text has not been segmented."""
    spans = document.sentences or tuple(block.span for block in document.blocks)
    index = bisect_right(spans, position, key=lambda span: span[0]) - 1
    return spans[max(index, 0)]
