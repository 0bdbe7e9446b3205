"""A claim on a mention goes in, and the words of it that define come out, if they do.

The grammar's relations are right more often than not, and a wrong one makes a wrong definition: so
each has conditions that the words must meet, such as to say what such a kind of thing can be. None
is better than a bad one.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from .words import head_of, honorifics, kind_of_description

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..model import Claim, Mention, Span

_POINTS_ELSEWHERE = re.compile(
    r"^(?:this|that|these|those|image|photo|whose|since|in|on|at|by|for|with|when|after|before|and|or|but|very|so|such|too)\b"
    r"|^(?:an? )?(?:most|very|rather|quite) "
    r"|\b(?:his|her|their|its|my|our|your|he|she|they|we|you|i)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"(?:the |both |all )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|several|many|some|other|\d+) "
)
_DANGLING = re.compile(r"(?:,? (?:and|or|but|where|who|which|that|when|said|says))+$")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:Inc|Ltd|Co|Jr|Sr|St))\.$")
_LISTED_NUMBER = re.compile(r", \d")
_APART = re.compile(r"\s?(?:\([^()]{1,30}\))?\s?(?:,|–|—|-|\()\s?(?:aged )?(?:\d\d?, )?$")
_WHOSE = re.compile(
    r"’s\b|\s?'s\b|s' | (?:of|to|in|for|at) |\b[A-Z]{2,}\b|\b[A-Z][\w-]+ |(?<!^)\b[A-Z][a-z]+"
)
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|from|outside|around)\s$")
_AND_BEFORE = re.compile(r"(?:^| )[a-z-]+ (?:and|or) $")
_CLAUSE = re.compile(r"\b(?:came|went|was|were|is|are|had|has|said|stood|made|became)\b")
_LINK = re.compile(r"\b(?:who|whom|whose|which|that|where)\b")
_NEXT_NAME = re.compile(r", (?=[A-Z]|the )")
_NEGATED = re.compile(r"\b(?:not|never|no longer|hardly)\b|n['’]t\b")
_LEAD = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
_GOES_ON = re.compile(r" (?:of|for|at|in|to) ")


@dataclass(frozen=True, slots=True)
class _Said:
    """A claim's trimmed words, with the claim, its mention and the text."""

    words: str
    claim: Claim
    mention: Mention
    text: str

    @property
    def between(self) -> str:
        """What stands between the name and the words behind it."""
        return self.text[max(self.claim.subject[1], self.mention.span[1]) : self.claim.words[0]]

    @property
    def before(self) -> str:
        """What stands right before the words."""
        return self.text[max(0, self.claim.words[0] - 24) : self.claim.words[0]]


def defining_words(claim: Claim, mention: Mention, text: str, sentence: Span) -> Span | None:
    """Return the words of `claim` that define what `mention` names, or None."""
    start, end = _trimmed(text, claim.words)
    if claim.relation == "appositive" and mention.kind != "person":
        end = start + len(_NEXT_NAME.split(text[start:end], maxsplit=1)[0])
    words = text[start:end]
    if not sentence[0] <= start < end <= sentence[1] or len(words) < 4:
        return None
    if _is_quoted(text[sentence[0] : start]):
        return None
    said = _Said(words, claim, mention, text)
    return (start, end) if _CHECKS[claim.relation](said) else None


def _trimmed(text: str, span: Span) -> Span:
    """Cut `span` before a bracket that it does not close, a number of a list, a dangling "and"."""
    start, end = span
    words = _DANGLING.sub("", text[start:end])
    for opening, closing in ("()", "[]"):
        if words.count(opening) != words.count(closing):
            cut = words.find(opening)
            words = words[:cut].rstrip(" ,;") if cut > 0 else ""
    words = _LISTED_NUMBER.split(words, maxsplit=1)[0].partition(";")[0]
    if words.endswith(".") and not _ABBREVIATION.search(words):
        words = words[:-1]
    return start, start + len(words)


def _is_quoted(before: str) -> bool:
    """Tell whether words stand in somebody's speech, which is an opinion."""
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


# One function a relation: is it a definition?


def _appositive(said: _Said) -> bool:
    if not _APART.fullmatch(said.between) or _is_place_instead(said.text, said.mention):
        return False
    head = _head_in(said.words)
    if said.mention.kind != "person" and said.words[0].isupper():
        return False
    first = said.words.partition(" ")[0]
    if _is_clause(said.words) or first.endswith("ing") or _LINK.fullmatch(first):
        return False
    if head[:1].isupper() and not head.isupper() and not _GOES_ON.search(said.words):
        return False
    return _is_of_kind(said.words, said.mention.kind) and _is_told_whose(said.words)


def _title(said: _Said) -> bool:
    behind = max(said.claim.words[1], min(said.mention.span[0], said.claim.subject[0]))
    if said.text[said.claim.words[1] : behind].strip(" ,"):
        return False
    is_bare = " " not in said.words
    if is_bare and (said.words[0].isupper() or said.words in honorifics()):
        return False
    first, *_, last = [*said.words.split(), *said.words.split()[-1:]]
    if first.endswith("ing") and first not in tables()["participles"]["words"]:
        return False
    if _GOES_ON.search(said.words):
        if last[:1].isupper() and " " not in said.mention.surface:
            return False  # its end may be the name's beginning
    elif head_of(said.words) != last.casefold() or _AND_BEFORE.search(said.before):
        return False
    return _is_of_kind(said.words, said.mention.kind) and _is_told_whose(said.words)


def _copula(said: _Said) -> bool:
    start = said.mention.span[0]
    before = said.text[max(0, start - 120) : start].rpartition(". ")[2]
    unsure = frozenset(tables()["unsure"]["words"])
    if not unsure.isdisjoint(before.casefold().split()):
        return False
    if _NEGATED.search(said.text[said.claim.subject[1] : said.claim.words[0]]):
        return False
    return _is_of_kind(said.words, said.mention.kind) and _is_told_whose(said.words)


def _relative(said: _Said) -> bool:
    is_apart = "," in said.between and _APART.fullmatch(said.between)
    if not is_apart or _POINTS_ELSEWHERE.search(said.words):
        return False
    wanted = "who" if said.mention.kind == "person" else "which"
    return len(said.words.split()) > 3 and bool(_relative_pattern(wanted).match(said.words))


def _head_noun(said: _Said) -> bool:
    noun = head_of(said.words[: max(0, said.claim.subject[0] - said.claim.words[0])])
    called = {noun, noun.removesuffix("s"), f"{noun[:-3]}y"}
    is_the_one = said.words.startswith(("the ", "The "))
    return said.mention.kind == "place" and is_the_one and not called.isdisjoint(_called())


@lru_cache(maxsize=1)
def _called() -> frozenset[str]:
    return frozenset(tables()["called"]["words"])


def _as_found(said: _Said) -> bool:
    """What our own patterns find has met their conditions already; but "his friend" is nobody."""
    return not re.search(r"\b(?:his|her|their|its|my|our|your)\b", said.words)


_CHECKS: dict[str, Callable[[_Said], bool]] = {
    "appositive": _appositive,
    "title": _title,
    "copula": _copula,
    "relative clause": _relative,
    "head noun": _head_noun,
    "parenthesis": _as_found,
    "of": _as_found,
    "office": _as_found,
    "list": _as_found,
    "where it is": _as_found,
    "first descriptive mention": _as_found,
}


def _is_of_kind(words: str, kind: str) -> bool:
    if _POINTS_ELSEWHERE.search(words) or (kind != "group" and _SEVERAL.match(words)):
        return False
    if not any(word.islower() for word in words.split()) and kind != "person":
        return False
    if kind != "person" and _LEAD.sub("", words).count(" ") == 0:
        return False  # "the party" tells nothing
    return kind_of_description(words) == kind and (kind == "group" or not _is_plural(words))


def _is_clause(words: str) -> bool:
    """Tell whether words are a sentence of their own: "a young woman came down the street"."""
    return bool(_CLAUSE.search(_LINK.split(words, maxsplit=1)[0]))


def _is_plural(words: str) -> bool:
    """Tell whether the head is a plural, which describes a list: "publishers"."""
    head = head_of(words)
    return head.endswith("s") and not head.endswith("ss") and bool(kind_of_description(head[:-1]))


def _is_told_whose(words: str) -> bool:
    """Tell whether a word such as "brother" says whose."""
    relational = frozenset(tables()["relational"]["words"])
    return head_of(words) not in relational or bool(_WHOSE.search(words))


def _is_place_instead(text: str, mention: Mention) -> bool:
    """Tell whether what is called a person stands behind "in"."""
    before = text[max(0, mention.span[0] - 10) : mention.span[0]]
    return mention.kind == "person" and bool(_PLACE_BEFORE.search(before))


def _head_in(words: str) -> str:
    head = head_of(words)
    return next((word for word in words.split() if word.casefold().startswith(head)), head)


@lru_cache(maxsize=2)
def _relative_pattern(pronoun: str) -> re.Pattern[str]:
    verbs = "|".join(tables()["verbs"]["relative"])
    being = "|".join(tables()["verbs"]["be"])
    when = r"(?:\w+ly |also |then |now |later |once )?"
    be = rf"(?:is|was|has been|had been) {when}(?:{being})"
    return re.compile(rf"{pronoun} {when}(?:{verbs}|{be})\b")


@lru_cache(maxsize=1)
def tables() -> dict[str, Any]:
    """Return the tables of `data/definitions.toml`."""
    package = __package__.rpartition(".")[0]
    text = resources.files(package).joinpath("data/definitions.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
