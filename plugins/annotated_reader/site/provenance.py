"""An entry -> where its definition is from, and who answers for it, in words for readers.

The stages name their rules as grammars do; a reader is told where she would find the words.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model import Entry

NOT_READ = "Suggested by the machine; no editor has read it yet."
APPROVED = "Approved by the editor."
CHANGED = "Written or changed by the editor, who has not approved it yet."

WHERE = {
    "abbreviation explained in the text": "they explain the short form",
    "appositive": "it stands beside the name",
    "called": "they say what it is called",
    "copula": "they say what the name is or was",
    "credit": "they credit or quote somebody",
    "done to": "they say what happened to somebody",
    "first descriptive mention": "they describe the name first",
    "head noun": "a noun goes with the name",
    "kin": "they say whose kin somebody is",
    "list": "the name is an example, or one of a list",
    "list of characters": "a list of characters says it",
    "made by": "they say who made something",
    "of": "they say of what somebody or something is",
    "office": "they name an office",
    "parenthesis": "it stands in brackets beside the name",
    "participle": "they say what somebody or something did",
    "relative clause": "it stands behind “who” or “which”",
    "title": "it stands before the name",
    "where from": "they say where somebody is from",
    "where it is": "they say where it is",
    "whose": "they say whose it is",
}
"""Where a definition stands in the texts, by the rule that found it."""


def provenance_of(entry: Entry) -> str:
    """Say where a definition was taken from, and who answers for it, as HTML."""
    approved = entry.status == "approved"
    hers = CHANGED if entry.creator == "editor" else NOT_READ
    return " ".join(filter(None, (_origin_of(entry), APPROVED if approved else hers)))


def _origin_of(entry: Entry) -> str:
    definition = entry.definition
    return {
        "quotation": _quoted(definition.evidence.rule if definition.evidence else ""),
        "sentence": "The most telling sentence of the texts.",
        "data": f"From the data set {escape(definition.source, quote=False)}.",
        "editor": "In the editor’s words.",
    }.get(definition.origin, "")


def _quoted(rule: str) -> str:
    """An editor's own rule, which no table has, is named as she does."""
    if not rule:
        return "Quoted from the texts."
    where = WHERE.get(rule)
    by = f", where {where}" if where else f" by the rule “{escape(rule, quote=False)}”"
    return f"Quoted from the texts{by}."
