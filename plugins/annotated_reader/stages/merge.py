"""A text's page and its record -> its mentions, each with who made it and why; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, TypedDict

from ..model import Mention

if TYPE_CHECKING:
    from .strip import Page

LONGEST_ALIGNED = 4_000  # mentions; aligning takes time that grows with their square


class RecordMention(TypedDict):
    """A mention as `content/records/<slug>.json` keeps it."""

    start: int
    end: int
    entry: str
    rule: str
    confidence: float


def merge_mentions(
    page: Page,
    record_mentions: Sequence[RecordMention],
    kinds: Mapping[str, str],
    slug: str = "",
) -> tuple[Mention, ...]:
    """Tell of each mention in a page who made it and why; `kinds` gives an entry's kind.

    What the record does not know, an editor has linked by hand. Where she has changed the
    text, so that positions moved, the machine's mentions are known by their order.
    """
    known = {(known["start"], known["end"], known["entry"]): known for known in record_mentions}
    records = [known.get((*found.span, found.entry)) for found in page.mentions]
    if None in records and len(records) <= LONGEST_ALIGNED:
        records = _aligned(page, record_mentions)
    return tuple(
        Mention(
            document=slug,
            span=found.span,
            surface=page.text[slice(*found.span)],
            kind=kinds.get(found.entry, ""),
            rule=record["rule"] if record else "by hand",
            confidence=record["confidence"] if record else 1.0,
            entry=found.entry,
            creator="editor" if record is None or record["confidence"] == 1 else "machine",
        )
        for found, record in zip(page.mentions, records, strict=True)
    )


def _aligned(page: Page, records: Sequence[RecordMention]) -> list[RecordMention | None]:
    """The record of each mention in a page, by the longest runs of entries that both have."""
    here = [found.entry for found in page.mentions]
    there = [record["entry"] for record in records]
    aligned: list[RecordMention | None] = [None] * len(here)
    matcher = SequenceMatcher(a=here, b=there, autojunk=False)
    for mine, theirs, length in matcher.get_matching_blocks():
        aligned[mine : mine + length] = records[theirs : theirs + length]
    return aligned
