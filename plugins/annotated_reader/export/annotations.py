"""A text in, its mentions out as a W3C Web Annotation collection (JSON-LD).

One annotation a mention: its target is a place in `<slug>.txt`, by position and by quotation,
its bodies are the entry and what it is the same as (identifying), and the kind (classifying).
What the vocabulary has no word for, the rule and the confidence, stands under a prefix of our own.

See https://www.w3.org/TR/annotation-model/ (4.2.4, 4.2.5: selectors; 5: collections).
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..model import Entry, Mention
    from ..stages.collect import Text

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
PREFIXES = {"reader": "urn:annotated-reader:"}
CREATORS = {
    "machine": {"type": "Software", "name": "annotated reader"},
    "editor": {"type": "Person", "name": "editor"},
}
QUOTED_AROUND = 32


def to_annotations(text: Text, entries: Mapping[str, Entry], base: str = "") -> dict[str, object]:
    """Return the collection of a text's annotations, in the order of the text.

    Addresses are relative to the file itself; `base` is its absolute address, if it has one.
    """
    mentions = sorted(text.mentions, key=lambda mention: mention.span)
    file = f"{quote(text.slug)}.annotations.json"
    return {
        "@context": [CONTEXT, {"@base": base, **PREFIXES} if base else PREFIXES],
        "id": file,
        "type": "AnnotationCollection",
        "label": text.title,
        "total": len(mentions),
        "first": {
            "id": "#page",
            "type": "AnnotationPage",
            "partOf": file,
            "startIndex": 0,
            "items": [
                _annotation(number, mention, text, entries)
                for number, mention in enumerate(mentions, start=1)
            ],
        },
    }


def _annotation(
    number: int, mention: Mention, text: Text, entries: Mapping[str, Entry]
) -> dict[str, object]:
    entry = entries.get(mention.entry)
    return {
        "id": f"#a{number}",
        "type": "Annotation",
        "motivation": "identifying",
        "creator": CREATORS[mention.creator],
        "body": [
            {
                "type": "SpecificResource",
                "source": f"../glossary/{quote(mention.entry)}.html",
                "purpose": "identifying",
            },
            *_same_as(entry),
            {
                "type": "TextualBody",
                "value": entry.kind if entry else mention.kind,
                "format": "text/plain",
                "language": "en",
                "purpose": "classifying",
            },
        ],
        "target": {
            "type": "SpecificResource",
            "source": f"{quote(text.slug)}.txt",
            "selector": _selectors(mention, text.page.text),
        },
        "reader:rule": mention.rule,
        "reader:confidence": mention.confidence,
    }


def _same_as(entry: Entry | None) -> Iterator[dict[str, object]]:
    """Yield the addresses outside at which the same thing is known."""
    for address in entry.same_as if entry else ():
        yield {"type": "SpecificResource", "source": address, "purpose": "identifying"}


def _selectors(mention: Mention, text: str) -> list[dict[str, object]]:
    """Say where a mention is: by code points, and in words for a text that has moved on."""
    start, end = mention.span
    return [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - QUOTED_AROUND) : start],
            "suffix": text[end : end + QUOTED_AROUND],
        },
    ]
