"""A claim on a mention goes in, and the words of it that define come out, if they do.

The grammar's relations are right more often than not, and a wrong one makes a wrong definition: so
each has conditions that the words must meet, such as to say what such a kind of thing can be. None
is better than a bad one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from .claimed import Claimed
from .hedged import hedged_from
from .little_told import is_of_somebody_else, is_praise, tells_little
from .phrase_kinds import (
    GOES_ON,
    ONLY,
    head_in,
    is_of_kind,
    is_plural,
    is_told_whose,
    kind_in,
    points_elsewhere,
    tables,
)
from .relative_clauses import clause_tells
from .said_for_sure import is_said_for_sure
from .title_tells import title_tells
from .trim import ADVERBS, trimmed
from .words import head_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..model import Claim, Mention, Span

_APART = re.compile(
    r"\)?\s?(?:\([^()]{1,30}\))?\s?(?:,|–|—|-|\()\s?(?:aged )?(?:\d\d?, )?"
    rf"(?:(?:{ADVERBS}) )?$"
)
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|from|outside|around)\s$")
_CLAUSE = re.compile(
    r"\b(?:came|went|was|were|is|are|had|has|said|stood|made|became|would|will|could|should)\b"
)
_LINK = re.compile(r"\b(?:who|whom|whose|which|that|where)\b")
_NO_BEGINNING = frozenset((
    "though", "although", "like", "unlike", "including", "despite", "not", "nor", "or", "even",
    "while", "whereas", "as", "become", "half",
))  # fmt: skip
_DOUBTED = re.compile(
    r"(?:perhaps|possibly|probably|apparently|supposedly|nominally|theoretically)\b"
)
_CUT = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St)\.?$")
_CONDITION = re.compile(r"\b(?:[Ii]f|[Uu]nless) [^,;.]{0,40}$")
_WHO_CUT = re.compile(
    r" (?:who|which|that)\b"
    r"|(?<=[a-z]) [a-z]{2,}ing (?=(?:the|an?|his|her|its|their|in|for|at|with)\b)"
)
_WHO_IS_ONE = re.compile(r"(?:who|which) (?:is|was|has been) (?:the|an?) ")
_NEXT_NAME = re.compile(r", (?=[A-Z]|the |an? |who\b)")
_NEXT_SENTENCE = re.compile(
    r"(?=, (?:and|but) (?:\w+ ){1,4}(?:was|were|is|are|had|has|would|did|could)\b)"
)
_NAMED_IN_BRACKETS = re.compile(r" \((?:the )?([A-Z][^()]*)\)", re.IGNORECASE)
_BEFORE_HEAD = re.compile(r" [A-Z][\w’'-]+$")
_PART_OF = re.compile(r"\b(?:the|an?) (?:[a-z]+ ){1,3}of (?:the )?$")
_LISTED = re.compile(r", (?=[A-Z][^,]*, and\b|(?:Mr|Mrs|Miss|Ms|Dr|Sir|Lord|Lady)\b)")
_AS_FAR = 120  # characters looked at behind a phrase
_ONE = re.compile(r"(?:an?|the|one of the) (?:\S+ ){2,}")


def defining_words(claim: Claim, mention: Mention, text: str, sentence: Span) -> Span | None:
    """Return the words of `claim` that define what `mention` names, or None."""
    start, end = claim.words if claim.relation == "kin" else trimmed(text, claim.words)
    if text[start - 1 : start].isalnum() or text[start - 1 : start] == "-":
        return None
    start = hedged_from(text, start, sentence[0])
    if claim.relation == "appositive" and mention.kind != "person":
        end = start + len(_NEXT_NAME.split(text[start:end], maxsplit=1)[0])
    elif claim.relation == "appositive":
        end = start + len(text[start:end].partition(", whose ")[0])
    elif claim.relation in ("relative clause", "copula"):
        end = start + len(_LISTED.split(text[start:end], maxsplit=1)[0])
        end = start + len(_NEXT_SENTENCE.split(text[start:end], maxsplit=1)[0])
    words = text[start:end]
    if not sentence[0] <= start < end <= sentence[1] or len(words) < 4:
        return None
    is_heading = mention.kind == "person" and _is_heading(text, start, end)
    if is_heading or _is_quoted(text[sentence[0] : start]):
        return None
    check = _CHECKS[claim.relation]
    if check(Claimed(words, claim, mention, text)):
        return start, end
    short = words if ONLY.match(words) else _WHO_CUT.split(words, maxsplit=1)[0]
    if claim.relation == "appositive" and " " in short and short != words:
        return (start, start + len(short)) if check(Claimed(short, claim, mention, text)) else None
    return None


def _is_heading(text: str, start: int, end: int) -> bool:
    """Tell whether words are a heading, in capitals or alone in a line: "St. Ott's Parsonage"."""
    words = text[start:end]
    is_line = text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\n")
    return is_line or (words.isupper() and " " in words)


def _is_quoted(before: str) -> bool:
    """Tell whether words stand in somebody's speech, which is an opinion."""
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


# One function a relation: is it a definition?


def _appositive(said: Claimed) -> bool:
    if not _APART.fullmatch(said.between) or _is_place_instead(said.text, said.mention):
        return False
    if said.mention.kind == "person" and is_of_somebody_else(said.words, _behind(said)):
        return False
    begins = _begins_otherwise(said.words.partition(" ")[0])
    if begins or _is_clause(said.words) or _is_a_name(said, head_in(said.words)):
        return False
    is_it = is_of_kind(said.words, said.mention.kind) or _is_misread(said)
    is_near = said.words.startswith(("the ", "a ")) and _is_near(said)
    is_it = is_it or (is_near and (_begins_a_sentence(said) or said.mention.kind == "place"))
    return is_it and is_told_whose(said.words)


def _behind(said: Claimed) -> str:
    """What stands behind the words in their line."""
    return said.text[said.claim.words[0] + len(said.words) :][:_AS_FAR].partition("\n")[0]


def _begins_otherwise(first: str) -> bool:
    """Tell whether no noun phrase begins so: "though a bachelor", "known as"."""
    if (
        first in _NO_BEGINNING
        or _DOUBTED.match(first)
        or _LINK.fullmatch(first)
        or _is_doing(first)
    ):
        return True
    return first.endswith("ed") and first not in tables()["not_described_by"]["describing"]


def _is_a_name(said: Claimed, head: str) -> bool:
    """Tell whether words are a name as well, so that they go on a list: "X, the Ata Club"."""
    if said.mention.kind != "person":
        is_one = said.words[0].isupper() or said.mention.surface in said.words
        return is_one or _is_of_another(said, head)
    first = said.words.partition(" ")[0]
    is_name = head[:1].isupper() and not head.isupper() and not _is_office(first, head)
    return is_name and not GOES_ON.match(said.words.partition(head)[2])


def _is_of_another(said: Claimed, head: str) -> bool:
    """Tell whether words are another thing's name, or that stands in brackets behind them.

    Such are "the Chicago Club in Chicago", "the Mandovi river" and "a famous museum (The Louvre)"
    in a row of things.
    """
    if head[:1].isupper() and not head.isupper():
        return True
    named = _NAMED_IN_BRACKETS.search(said.text, said.claim.words[0], said.claim.words[1] + 80)
    is_told = named and named.start() <= said.claim.words[0] + len(said.words)
    if named and is_told and not named[1].isupper():
        return True
    owner = _BEFORE_HEAD.search(said.words.partition(f" {head}")[0])
    return owner is not None and head in tables()["of_nature"]["owned"]


def _is_doing(word: str) -> bool:
    """Tell whether a word says what somebody does: "smiling", but not "managing director"."""
    return word.endswith("ing") and word not in tables()["participles"]["words"]


def _is_office(first: str, head: str) -> bool:
    """Tell whether a capitalized head is no surname: "the Defence Secretary", "a Navy Captain"."""
    noun = head.casefold()
    is_one = first in ("the", "a", "an") and kind_in(noun) == "person"
    return is_one or noun in tables()["offices"]["no_surnames"]


def _copula(said: Claimed) -> bool:
    if said.mention.kind == "person" and _is_no_more(said):
        return False
    if not is_said_for_sure(said):
        return False
    is_it = is_of_kind(said.words, said.mention.kind) or _is_misread(said)
    is_it = is_it or (_begins_a_sentence(said) and _is_another(said))
    return is_it and is_told_whose(said.words)


def _is_no_more(said: Claimed) -> bool:
    """Tell whether a copula says of a person but praise, "no reader", or the name again."""
    last = said.mention.surface.rpartition(" ")[2]
    is_again = said.words.lower().startswith("no ") or said.words.endswith(f" {last}")
    return is_again or is_praise(said.words) or tells_little(said.words)


def _begins_a_sentence(said: Claimed) -> bool:
    before = said.text[: said.mention.span[0]].rpartition("\n")[2].removesuffix("The ")
    return not before or before.endswith((". ", "! ", "? ", ".” ", '." '))


def _is_another(said: Claimed) -> bool:
    """Tell whether words say what a thing is by a noun for none of our kinds, or for a near one.

    What a sentence says of the name it begins with is of that name, whatever its kind.
    """
    words, kind = said.words, said.mention.kind
    if kind in ("person", "group") or not _ONE.match(words):
        return False
    if points_elsewhere(words) or is_plural(words) or head_of(words) in tables()["vague"]["words"]:
        return False
    return kind_in(words) in ("", *_NEAR.get(kind, ()))


def _is_misread(said: Claimed) -> bool:
    """Tell whether what was read as a person's name is said to be a body's: "X, a Dutch firm,"."""
    is_said = said.mention.kind == "person" and said.words.startswith(("a ", "an "))
    return is_said and is_of_kind(said.words, "organization")


def _is_near(said: Claimed) -> bool:
    return kind_in(said.words) in _NEAR.get(said.mention.kind, ()) and _is_another(said)


_NEAR = {"place": ("organization",), "organization": ("place",)}


def _relative(said: Claimed) -> bool:
    is_apart = "," in said.between and _APART.fullmatch(said.between) is not None
    start = said.mention.span[0]
    if said.mention.kind != "person" and _PART_OF.search(said.text[max(0, start - 60) : start]):
        return False  # "the church of X, which"
    is_full = said.mention.kind == "person" and " " in said.mention.surface
    is_one = is_full or _WHO_IS_ONE.match(said.words) is not None
    is_it = is_apart or (said.between == " " and is_one)
    return is_it and clause_tells(said.words, said.mention.kind)


def _head_noun(said: Claimed) -> bool:
    noun = head_of(said.words[: max(0, said.claim.subject[0] - said.claim.words[0])])
    called = {noun, noun.removesuffix("s"), f"{noun[:-3]}y"}
    is_the_one = said.words.startswith(("the ", "The "))
    return said.mention.kind == "place" and is_the_one and not called.isdisjoint(_called())


@lru_cache(maxsize=1)
def _called() -> frozenset[str]:
    return frozenset(tables()["called"]["words"])


def _as_found(said: Claimed) -> bool:
    """What our own patterns find has met their conditions already; but "his friend" is nobody."""
    start = said.mention.span[0]
    if _CONDITION.search(said.text[max(0, start - 60) : start]):
        return False
    if "--" in said.words or _CUT.search(said.words):
        return False
    return not re.search(r"\b(?:his|her|their|its|my|our|your|I(?!\.)|we)\b", said.words)


_CHECKS: dict[str, Callable[[Claimed], bool]] = {
    "appositive": _appositive,
    "title": title_tells,
    "copula": _copula,
    "relative clause": _relative,
    "head noun": _head_noun,
    "parenthesis": _as_found,
    "of": _as_found,
    "office": _as_found,
    "list": _as_found,
    "called": lambda said: (
        _as_found(said)
        and (said.words.count(" ") > 1 or is_told_whose(said.words))
        and not (said.mention.kind == "person" and tells_little(said.words))
    ),
    "participle": _as_found,
    "where from": _as_found,
    "kin": lambda _said: True,
    "whose": _as_found,
    "done to": _as_found,
    "made by": _as_found,
    "credit": lambda _said: True,
    "where it is": _as_found,
    "first descriptive mention": _as_found,
}


def _is_clause(words: str) -> bool:
    """Tell whether words are a sentence of their own: "a young woman came down the street"."""
    return bool(_CLAUSE.search(_LINK.split(words, maxsplit=1)[0]))


def _is_place_instead(text: str, mention: Mention) -> bool:
    """Tell whether what is called a person stands behind "in"."""
    before = text[max(0, mention.span[0] - 10) : mention.span[0]]
    return mention.kind == "person" and bool(_PLACE_BEFORE.search(before))
