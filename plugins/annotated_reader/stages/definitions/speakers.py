"""Who speaks in a transcript: "Ann Lee: Are they late?" says nothing of Ann Lee."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from ...model import Definition

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...model import Document, Entity, Mention

SPEAKERS = "labels before what is said"
"""What such a fact names as its source."""

_LABEL = re.compile(r"^(?:\[[\d:]+\] )?([A-Z][^:\n]{0,40}):(?= |$)", re.MULTILINE)
_OFTEN = 2
"""How often a label begins a paragraph for it to be a speaker's."""


def is_speaker(mention: Mention, text: str) -> bool:
    """Tell whether a mention is the label of what somebody says, as often in the text."""
    return text.startswith(":", mention.span[1]) and mention.surface in _speakers(text)


@lru_cache(maxsize=8)
def _speakers(text: str) -> frozenset[str]:
    labels = Counter(found[1] for found in _LABEL.finditer(text))
    return frozenset(name for name, times in labels.items() if times >= _OFTEN)


def fact_of_speaker(entity: Entity, documents: Mapping[str, Document]) -> Definition | None:
    """Return in how many texts a person speaks, whose label stands there before what is said."""
    if entity.kind != "person":
        return None
    said: Counter[str] = Counter(
        mention.document
        for mention in entity.mentions
        if is_speaker(mention, documents[mention.document].text)
    )
    texts = [documents[slug] for slug, times in said.items() if times >= _OFTEN]
    if not texts:
        return None
    words = f"Speaks in {len(texts)} of the texts"
    if len(texts) == 1:
        words = (
            "Speaks in one of the texts" if texts[0].made_title else f"Speaks in “{texts[0].title}”"
        )
    return Definition(words, "data", source=SPEAKERS)
