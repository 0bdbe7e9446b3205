"""A mention and its sentence go in; claims that no grammar is needed for come out.

Patterns right before and right behind the name: "CEO of the Refugee Council X", "X, an Ottawa MP,",
"FT (Financial Times)", "the X party", "X in Houston, Texas", "X was founded by". They work on the
mention's own edges, which are better than those of the names that the model's grammar hangs on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ..model import Claim
from .defining import tables
from .gazetteer import regions
from .place_context import region_behind
from .words import fold, kind_of_description, word_lists

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..model import Mention, Span

    LabelOf = Callable[[str], str]

PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
BEFORE, BEHIND = 140, 220  # characters looked at

_NAME = r"[A-Z][\w&.’'-]*"
_NAMES = rf"{_NAME}(?: (?:of |the |and |for |de |& )?{_NAME})*"
_BRACKETS = r"(?: \([^()]{1,20}\))?"
_RANKS = "Former|Deputy|Vice|Acting|Interim|Executive|Managing|Chief|Senior"
_RANKED = rf"(?:(?:{_RANKS}|{_RANKS.lower()}|{_NAME}) )*"

_BEHIND_COMMA = re.compile(
    rf"{_BRACKETS}, (?:aged )?(?:\d\d?, )?"
    r"((?:an? |the )?(?:[\w’'./&-]+ ){0,14}?[\w’'./&-]+(?: \([^()]{1,40}\))?)"
    r"(?=[,;:]|\.(?: |$)|$| said\b)"
)
_IN_BRACKETS = re.compile(r" \(([^()]{4,90})\)")
_OFFICE_BEFORE = re.compile(
    rf"((?:[Tt]he )?{_RANKED}[\w-]+ (?:of|for|at) (?:the )?{_NAMES}(?:, {_NAMES})?),? $"
)
_TO_THE_COMMA = re.compile(r"(?:^|[,;:] )((?:[Tt]he|[Aa]n?) [^,;:()\"“”]{6,90}), $")
_OF = re.compile(rf" of (?:the |The )?({_NAMES})")
_AS = re.compile(
    r",? (?:[\w,’'-]+ ){0,6}"
    r"(?:resign(?:ed|s)?|serv(?:ed|es|ing)|appointed|elected) as "
    r"((?:an? |the )?(?:[\w’'./&-]+ ){0,6}?[\w’'-]+"
    rf"(?: (?:of|for|at|in) (?:the )?{_NAME}(?: {_NAME})*)?)"
    r"(?=[,;:.]| (?:after|in|on|from|until|when|because|and|who|since|at|by|for|to)\b|$)"
)
_LISTED = re.compile(
    rf"(([a-z-]+s)(?:,? (?:such as|including|like))? (?:{_NAME}(?: {_NAME})+{_BRACKETS}, ){{0,6}}"
    rf"(?:{_NAME}(?: {_NAME})+{_BRACKETS},? )?(?:and )?)$"
)
_WHERE = re.compile(
    rf"{_BRACKETS},? ((?:which is |located |based |headquartered |situated )?"
    rf"(?:in|near|at|of) (?:the )?({_NAMES}(?:, {_NAMES})*))"
)
_DIRECTION = re.compile(r"(?:North|South|East|West|New|Central)(?:ern)? ")
_NOUN_BEHIND = re.compile(r" ([a-z]+)\b")
_ARTICLE = re.compile(r"(?:[Tt]he |[Aa]n? )$")
_LEAD = re.compile(r"^(?:[Tt]he|[Aa]n?) ")


@dataclass(frozen=True, slots=True)
class _Around:
    """A mention, what its sentence holds before and behind it, and what a name is taken for."""

    mention: Mention
    before: str
    behind: str
    label_of: LabelOf

    def from_before(self, match: re.Match[str]) -> Span:
        start = self.mention.span[0] - len(self.before)
        return start + match.start(1), start + match.end(1)

    def from_behind(self, match: re.Match[str]) -> Span:
        end = self.mention.span[1]
        return end + match.start(1), end + match.end(1)


def phrases(mention: Mention, text: str, sentence: Span, label_of: LabelOf) -> Iterator[Claim]:
    """Yield what stands around a mention; `label_of` tells what the model takes a name for."""
    start, end = mention.span
    before = text[max(sentence[0], start - BEFORE) : start]
    around = _Around(mention, before, text[end : min(sentence[1], end + BEHIND)], label_of)
    for relation, kinds, find in _PATTERNS:
        if mention.kind in kinds and (words := find(around)):
            yield Claim(mention.span, words, relation)


def _office(around: _Around) -> Span | None:
    """Find "CEO of the Refugee Council X"."""
    match = _OFFICE_BEFORE.search(around.before)
    return around.from_before(match) if match and _is_person(match[1]) else None


def _title(around: _Around) -> Span | None:
    """Find "the founder of the school, X,"."""
    match = _TO_THE_COMMA.search(around.before)
    return around.from_before(match) if match and _is_person(match[1]) else None


def _appositive(around: _Around) -> Span | None:
    match = _BEHIND_COMMA.match(around.behind)
    return around.from_behind(match) if match else None


def _parenthesis(around: _Around) -> Span | None:
    """Find "X (head of the fund)" and "FT (Financial Times)"."""
    match = _IN_BRACKETS.match(around.behind)
    if not match:
        return None
    is_person = around.mention.kind == "person" and match[1][0].islower() and _is_person(match[1])
    is_told = is_person or _expands(around.mention.surface, match[1])
    return around.from_behind(match) if is_told else None


def _of(around: _Around) -> Span | None:
    """Find "X of The Globe and Mail"."""
    match = _OF.match(around.behind)
    if match and around.label_of(match[1]) == "ORG":
        return around.mention.span[0], around.from_behind(match)[1]
    return None


def _as(around: _Around) -> Span | None:
    """Find "X resigned as minister"."""
    match = _AS.match(around.behind)
    return around.from_behind(match) if match and _is_person(match[1]) else None


def _listed(around: _Around) -> Span | None:
    """Find "athletes Vitas Gerulaitis (tennis) and X"."""
    match = _LISTED.search(around.before) if " " in around.mention.surface else None
    noun = match[2].removesuffix("s") if match else ""
    if match and noun not in tables()["relational"]["words"] and _is_person(noun):
        return around.from_before(match)[0], around.mention.span[1]
    return None


def _with_its_noun(around: _Around) -> Span | None:
    """Find "the Ata-Meken party", "the Osh region"."""
    noun, article = _NOUN_BEHIND.match(around.behind), _ARTICLE.search(around.before)
    nouns = word_lists()["followers"].get(around.mention.kind, ())
    if noun and article and noun[1] in nouns:
        return around.mention.span[0] - len(article[0]), around.from_behind(noun)[1]
    return None


def _in_its_region(around: _Around) -> Span | None:
    """Find "Irving, Texas"."""
    start, end = around.mention.span
    found = region_behind(around.behind)
    if found is None or not around.behind.startswith(", "):
        return None
    if _DIRECTION.match(around.mention.surface) or fold(around.mention.surface) in regions():
        return None
    return start, end + len(", ") + len(found[0])


def _where(around: _Around) -> Span | None:
    """Find "Skidmore College in Saratoga Springs, New York"."""
    institutions = frozenset(tables()["institutions"]["words"])
    if institutions.isdisjoint(around.mention.surface.split()):
        return None
    match = _WHERE.match(around.behind)
    names = match[2].rstrip(".").split(", ") if match else []
    if match and any(
        around.label_of(name) in PLACE_LABELS or fold(name) in regions() for name in names
    ):
        return around.from_behind(match)
    return None


def _predicate(around: _Around) -> Span | None:
    """What a sentence that begins with the name says of it, if that describes it."""
    if around.before not in ("", "The ", "the ") or len(around.behind) >= BEHIND:
        return None
    match = _predicates(_VERBS.get(around.mention.kind, "predicate")).match(around.behind)
    if not match or match[1][-1] not in ".!":
        return None
    start, end = around.from_behind(match)
    return start, end - 1


_THINGS = frozenset(("place", "organization", "group", "event", "work"))
_PERSONS = frozenset(("person",))

_PATTERNS: tuple[tuple[str, frozenset[str], Callable[[_Around], Span | None]], ...] = (
    ("title", _PERSONS, _office),
    ("title", _PERSONS, _title),
    ("appositive", _PERSONS | _THINGS, _appositive),
    ("parenthesis", _PERSONS | _THINGS, _parenthesis),
    ("office", _PERSONS, _as),
    ("of", _PERSONS, _of),
    ("of", _THINGS, _with_its_noun),
    ("list", _PERSONS, _listed),
    ("where it is", frozenset(("place",)), _in_its_region),
    ("where it is", _THINGS, _where),
    ("first descriptive mention", _PERSONS | _THINGS, _predicate),
)


_VERBS = {"person": "predicate_of_persons"}


@lru_cache(maxsize=2)
def _predicates(table: str) -> re.Pattern[str]:
    verbs = "|".join(tables()["verbs"][table])
    return re.compile(rf"(?: \([^()]{{1,60}}\))? ((?:{verbs})\b .{{12,}})$", re.DOTALL)


def _is_person(words: str) -> bool:
    return kind_of_description(_LEAD.sub("", words)) == "person"


def _expands(short: str, words: str) -> bool:
    """Tell whether the capitals of `words` are the letters of an acronym."""
    letters = [char for char in short if char.isalpha()]
    capitals = [word[0] for word in re.split(r"[\s-]+", words) if word[:1].isupper()]
    return len(letters) > 1 and short.isupper() and capitals == letters
