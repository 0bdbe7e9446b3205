"""A text and what its grammar says in, the names that it says outright to be something out.

"The town of Osh", "X, a Dutch maker of toys," and "the telecommunications company X" leave no doubt
that X is a name, nor of which kind, however little what was learned makes of the word itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..definitions.noun_tells import APART
from ..definitions.relative_clauses import clause_tells
from ..words import head_of, head_words
from .phrase_kinds import is_of_kind, kind_in, tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ...model import Claim, Span

STATED = "said outright to be one"
"""The rule of a kind that a sentence states."""

_THE_ONE_OF = re.compile(r"[Tt]he (?:[a-z-]+ ){1,3}of $")
_BEGINS = re.compile(r"(?:the|an?|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)*['’]s) ", re.IGNORECASE)
_ENDS_IN_ITS_NOUN = re.compile(r"(?!.* (?:of|for|at|in) ).*\b[a-z-]+")
_WHICH_DOES = re.compile(r"which (?!(?:is|was|were|are|has been|had been|lies|lay|stands|stood)\b)")
_WITH_NOUNS = ("PERSON", "ORG", "GPE", "LOC", "FAC")
_NOUN_BEHIND = re.compile(
    r" (?:prison|jail|airport|airfield|island|peninsula|province|refugee camp)"
    r"(?=[.,;:)]|$| (?:and|or|in|on|near|at|for|after|before|where|was|is|were|had|has|by|with|to"
    r"|from|that|when|which|said|as|of|since|until)\b)"
)
"""What alone a name with it is of: "at Moabit prison"."""
_ANNUAL = re.compile(
    r"(?:an?|the) (?:annual|yearly|biennial) (?:[a-z-]+ )*(?:carnival|celebration|ceremony"
    r"|competition|conference|contest|convention|event|fair|feast|festival|gathering|holiday|meeting|parade"
    r"|pilgrimage|procession|race|tournament)\b"
)
_COLON = re.compile(r": ((?:[Tt]he|[Aa]n?|[Oo]ne of the) [^.,;:\n]*?)(?= out of |[.,;\n]|$)")
"""Behind a name that begins a line: "Marie Galante: the biggest island"."""
_BRACKETS = re.compile(r" \([Tt]he ([A-Z][a-z]+(?: (?:[A-Z][a-z]+|of|the)){1,4})\)")
"""Behind a foreign name: "Ali Qapu (the Royal Palace)"."""
_FIGURE = re.compile(r"\d")


def said_outright(
    text: str, names: Iterable[tuple[int, int, str]], claims: Iterable[Claim]
) -> dict[Span, str]:
    """Return the kind of each name, by the model's span, of which the text states one."""
    labels = {(start, end): label for start, end, label in names}
    behind = {
        span: "place"
        for span, label in labels.items()
        if label in _WITH_NOUNS and _NOUN_BEHIND.match(text, span[1])
    }
    explained = {
        span: "place"
        for span, label in labels.items()
        if label in _WITH_NOUNS and _is_house(_BRACKETS.match(text, span[1]))
    }
    listed = {
        span: kind
        for span in labels
        if (not span[0] or text[span[0] - 1] == "\n") and (said := _COLON.match(text, span[1]))
        if (kind := _kind_of_one(said[1]))
    }
    return (
        behind
        | explained
        | listed
        | {
            claim.subject: kind
            for claim in claims
            if claim.subject in labels and claim.relation in _STATED_BY
            if not _FIGURE.search(text, *claim.subject)
            if (kind := _STATED_BY[claim.relation](text, claim, labels[claim.subject]))
        }
    )


def _is_house(match: re.Match[str] | None) -> bool:
    """Tell whether brackets behind a name say in English that it is a building or the like."""
    if match is None:
        return False
    words = match[1].split()
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    return head_words().get(head) == "place"


def _by_head_noun(text: str, claim: Claim, _label: str) -> str:
    """The kind of X in "the town of X"."""
    start = claim.words[0]
    before = text[start : claim.subject[0]]
    is_called = head_of(text[slice(*claim.words)]) in tables()["called"]["words"]
    return "place" if is_called and _THE_ONE_OF.fullmatch(before) else ""


def _by_appositive(text: str, claim: Claim, label: str) -> str:
    """The kind of X in "X, a Dutch maker of toys,", unless the model takes it for a person's."""
    words = text[slice(*claim.words)]
    is_apart = APART.fullmatch(text[claim.subject[1] : claim.words[0]]) is not None
    may_be_somebody = label == "PERSON" and head_of(words).endswith(("er", "or"))
    if is_apart and _ANNUAL.match(words):
        return "event"
    return _kind_of_one(words) if is_apart and not may_be_somebody else ""


def _by_title(text: str, claim: Claim, label: str) -> str:
    """The kind of X in "the telecommunications company X"; a full name is somebody's."""
    words = text[slice(*claim.words)]
    is_full_name = label == "PERSON" and " " in text[slice(*claim.subject)]
    is_next = text[claim.words[1] : claim.subject[0]] in (" ", " the ")
    if not is_next or is_full_name or not _ENDS_IN_ITS_NOUN.fullmatch(words):
        return ""
    return "organization" if _is_one(words, "organization") else ""


def _by_clause(text: str, claim: Claim, label: str) -> str:
    """The kind of X in "X, which makes toys,", if the model takes it for a body's name."""
    words = text[slice(*claim.words)]
    is_apart = text[claim.subject[1] : claim.words[0]] == ", "
    does = label == "ORG" and is_apart and _WHICH_DOES.match(words)
    return "organization" if does and clause_tells(words, "organization") else ""


def _by_copula(text: str, claim: Claim, label: str) -> str:
    """The kind of X in "X is a city of contrasts", "X is the largest bank of Peru"."""
    words = text[slice(*claim.words)]
    is_full_name = label == "PERSON" and " " in text[slice(*claim.subject)]
    kind = _kind_of_one(words)
    return "" if kind == "organization" and is_full_name else kind


_STATED_BY: dict[str, Callable[[str, Claim, str], str]] = {
    "head noun": _by_head_noun,
    "appositive": _by_appositive,
    "title": _by_title,
    "relative clause": _by_clause,
    "copula": _by_copula,
}


def _kind_of_one(words: str) -> str:
    """The kind of what one thing is said to be: a place, an organization or nothing."""
    kinds = ("place", "organization") if _BEGINS.match(words) else ()
    return next((kind for kind in kinds if _is_one(words, kind)), "")


def _is_one(words: str, kind: str) -> bool:
    """Tell whether words say what one thing of a kind is, by a noun for that kind alone."""
    is_body_too = kind == "place" and head_of(words) in tables()["either"]["organization"]
    return kind_in(words) == kind and is_of_kind(words, kind) and not is_body_too
