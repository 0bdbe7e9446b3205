"""An entry -> its Markdown file in `content/glossary/`: a header, the definition, the evidence.

What stands here is read back by `entries.parse_entry` and corrected by an editor, so it says
nothing that the header and two paragraphs cannot say plainly.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from .compose import compose_header, one_line
from .editing.entries import DATA_RULE
from .escape import escape, escape_part

if TYPE_CHECKING:
    from ..model import Entry


def compose_entry(entry: Entry, evidence_text: str, title: str) -> str:
    """Write an entry's file; `evidence_text` is the sentence quoted, `title` that of its text."""
    parts = [
        compose_header(_fields(entry)),
        _definition(entry),
        _evidence(entry, evidence_text, title),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _fields(entry: Entry) -> list[tuple[str, Sequence[str]]]:
    rule, source = _origin(entry)
    return [
        ("Title", [entry.name]),
        ("Kind", [entry.kind]),
        ("Aliases", ["; ".join(entry.aliases)]),
        ("Status", [entry.status]),
        ("Value", [entry.value]),
        ("Coordinates", [", ".join(map(str, entry.coordinates or ()))]),
        ("Placed-by", [entry.placed_by]),
        ("May-be", ["; ".join(entry.candidates)]),
        ("Rule", [rule]),
        ("From", [source]),
        ("Never", ["; ".join(entry.never)]),
        ("Only-in", ["; ".join(entry.only_in)]),
        ("Not-in", ["; ".join(entry.not_in)]),
        ("Same-as", [" ".join(entry.same_as)]),
    ]


def _origin(entry: Entry) -> tuple[str, str]:
    """Name the rule that found the definition, and where."""
    definition = entry.definition
    if definition.origin == "data":
        return DATA_RULE, definition.source
    if definition.evidence:
        return definition.evidence.rule, definition.evidence.document
    return "", ""


def _definition(entry: Entry) -> str:
    definition = entry.definition
    words = one_line(definition.text)
    if definition.origin in ("quotation", "sentence"):
        return f"“{escape(words)}”"
    return escape(words)


def _evidence(entry: Entry, sentence: str, title: str) -> str:
    """Quote the sentence, and name the text that it stands in."""
    evidence = entry.definition.evidence
    if not evidence or not sentence:
        return ""
    source = f"[{escape(one_line(title))}](../texts/{quote(evidence.document)}.md)"
    return f"> {_with_bold_name(one_line(sentence), entry)}\n>\n> — {source}"


def _with_bold_name(sentence: str, entry: Entry) -> str:
    """Set the first occurrence of the name in bold, or else that of the longest other name."""
    for name in (entry.name, *sorted(entry.aliases, key=lambda alias: (-len(alias), alias))):
        found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", sentence)
        if name.strip() and found:
            start, end = found.span()
            before = escape_part(sentence[:start], starts=True)
            after = escape_part(sentence[end:], ends=True)
            return f"{before}**{escape_part(name)}**{after}"
    return escape(sentence)
