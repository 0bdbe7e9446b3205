"""A mention with the words around it in its sentence, and how names and descriptions look there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ..dates.names import WEEKDAYS
from ..kinds.phrase_kinds import are_offices, kind_in, tables, without_article
from ..places.regions import divisions, regions
from ..words import capitals, fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...model import Mention, Span

    LabelOf = Callable[[str], str]

BEFORE, BEHIND = 140, 220  # characters looked at

NAME = r"[A-Z][\w&.’'-]*"
NAMES = rf"{NAME}(?: (?:of |the |and |for |de |& )?{NAME})*"
BRACKETS = r"(?: \([^()]{1,20}\))?"
LISTED = rf"(?:(?:{NAME}|of|the|and|or|\d\d|\d\d-year-old){BRACKETS},? ){{0,30}}"
"""Names in a row, word by word: a pattern of whole names takes time that doubles with each."""

PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
_SUCH_AS = re.compile(rf",? (?:such as|including|like) {LISTED}$")
_COUNTED = re.compile(
    r"(?:^|[ (])((?:[Tt]wo|[Tt]hree|[Ff]our|five|six|seven|eight|nine|ten|[Bb]oth|[Ss]everal)"
    rf" (?:[\w’'-]+ ){{0,4}}?[a-z-]+s(?: (?:of|for|on|at|from|in) (?:the )?{NAMES})?)(?:,|:| [–—-])"
    rf" {LISTED}$"
)
_AND_OTHERS = re.compile(
    rf"{BRACKETS},? (?:and|or)"
    r" (?:(?:several|many|some|various|two|three|four|five|dozens of|a number of) )?"
    r"other ((?:[\w’'-]+ ){0,4}?[A-Za-z-]+s)(?= (?!of\b)[a-z]|[,.;:]|$)"
)
_WHO = re.compile(r" who [^,;:]{4,60}$")
_IN_BRACKETS = re.compile(r" \([^()]{1,60}\)$")
_CAPITAL = re.compile(r"\b[A-Z]")
_GOES_BEFORE = frozenset(("in", "on", "at", "to", "by", "from", "with", "about", "as"))
_OWNED_OR_COUNTED = frozenset((
    "his", "her", "their", "its", "my", "our", "your", "two", "three", "four", "five", "six",
))  # fmt: skip
_IS_NAME = re.compile(r"[A-Z][\w’-]*|.*[”\"’]")
_PART_OF = re.compile(
    r"\b(?:wing|part|half|most|some|many|majority|rest|faction|group|section|members?|number|ranks?)"
    r" of $"
)
"""Of what leads only a part: "the right wing of the Reds, led by X"."""
_OWNER = re.compile(r"(?:['’]s|s['’])$")
_WORD = re.compile(r"\S+")
_ACRONYM = re.compile(r"\([A-Z][A-Za-z]*[A-Z]\)")


@dataclass(frozen=True, slots=True)
class Around:
    """A mention, what its sentence holds before and behind it, and what a name is taken for."""

    mention: Mention
    before: str
    behind: str
    label_of: LabelOf

    @property
    def start(self) -> int:
        """Where `before` begins in the text."""
        return self.mention.span[0] - len(self.before)

    def from_before(self, match: re.Match[str]) -> Span:
        """Return where the first group of a match in `before` stands in the text."""
        return self.start + match.start(1), self.start + match.end(1)

    def from_behind(self, match: re.Match[str], group: int = 1) -> Span:
        """Return where a `group` of a match in `behind` stands in the text."""
        end = self.mention.span[1]
        return end + match.start(group), end + match.end(group)

    def is_place(self, name: str) -> bool:
        """Tell whether a name is a place's by the model, or that of a country, state or capital.

        Of what the model says nothing, it may be that of any division of a country as well.
        """
        label, key = self.label_of(name), fold(name)
        is_known = key in regions() or (not label and (key in capitals() or key in divisions()))
        return label in PLACE_LABELS or is_known


def described_before(before: str) -> str:
    """Return the noun phrase that words end in: "the Dutch news agency", "CEO of the Red Fund".

    It begins behind the last word that cannot be of it; what is a name is taken whole.
    """
    words = list(_WORD.finditer(before))
    if words and words[-1][0].lower() in (*_JOINING, *_ARTICLES):
        return ""
    start, following = len(before), ""
    for index in range(len(words) - 1, -1, -1):
        word = words[index][0]
        last = words[index - 1][0] if index else ""
        if _AGE.fullmatch(following) and word not in _BEFORE_AGES:
            break  # "to return 6-year-old X"
        if (word in WEEKDAYS and following not in _PAPERS) or word in ("And", "But"):
            break  # "This Wednesday Greek minister X"
        is_cut = word == "and" and not last.islower() and not are_offices(last, following)
        if is_cut or not _may_describe(word, following):
            break
        start = words[index].start()
        if word.lower() in _ARTICLES and not (last in ("of", "for") and following[:1].isupper()):
            break
        following = word
    return _without_small(before[start:])


def exemplified(before: str) -> tuple[str, int, int] | None:
    """Return what the names that words end in are examples of, with where its phrase stands.

    The phrase of "many painters who met here, such as Ann Lee and " is "painters who met here".
    """
    if counted := _COUNTED.search(before):
        return counted[1], *counted.span(1)
    match = _SUCH_AS.search(before)
    if not match:
        return None
    rest = before[: match.start()]
    clause = _WHO.search(rest)
    words = described_before(rest[: clause.start()] if clause else rest)
    start = len(rest) - (len(clause[0]) if clause else 0) - len(words)
    return words, start, len(rest)


def and_others(behind: str) -> tuple[str, int] | None:
    """Return what the words behind a name say it is one of, and where its phrase ends.

    "X and several other opposition MPs" says that X is one of the "opposition MPs".
    """
    match = _AND_OTHERS.match(behind)
    return (match[1], match.end()) if match else None


def subject_of(before: str, verb: re.Pattern[str]) -> int | None:
    """Return where the phrase begins that a verb behind it, at the end of the words, is said of.

    That is "the film Jules et Jim (1962), directed by "; None if nothing with a name is.
    """
    match = verb.search(before)
    if not match:
        return None
    rest = _IN_BRACKETS.sub("", before[: match.start()])
    words = described_before(rest)
    start = len(rest) - len(words)
    last = before[:start].rstrip().rpartition(" ")[2]
    is_half = not words.lower().startswith(("the ", "a ", "an ")) and _IS_NAME.fullmatch(last)
    is_cut = (
        last in (*_GOES_BEFORE, *_OWNED_OR_COUNTED) or is_half or _PART_OF.search(before[:start])
    )
    return None if is_cut or not _CAPITAL.search(without_article(words)) else start


def _may_describe(word: str, following: str) -> bool:
    if word in _JOINING:
        return word != "and" or following[:1].islower() or kind_in(following.lower()) == "person"
    if _OWNER.search(word) or word in ("'", "’"):
        return True
    if _ACRONYM.fullmatch(word):
        return True  # "Red Fund (RF) director"
    plain = word.replace("-", "").replace("’", "").replace("'", "").replace("&", "").rstrip(".")
    if not plain.isalnum() or (word.endswith(".") and "." not in word[:-1]):
        return False
    if word[0].isupper():
        is_acronym = word.isupper() and len(word) > 1  # "WHO director-general"
        return is_acronym or word.lower() not in tables()["not_described_by"]["words"]
    return word in _ARTICLES or not _is_verb(word)


def _without_small(words: str) -> str:
    """Cut what cannot begin a phrase: "of the Fund director" begins with "director"'s own words."""
    first, _, rest = words.partition(" ")
    while rest and (first in _JOINING or first in ("'s", "’s", "'", "’")):
        words = rest
        first, _, rest = words.partition(" ")
    return words


_AGE = re.compile(r"\d+-year-old")
_PAPERS = frozenset(
    ("Times", "Telegraph", "Mirror", "Herald", "Express", "Mail", "Post", "Business")
)
"""What stands behind "Sunday" in the name of a newspaper."""
_BEFORE_AGES = frozenset(("the", "a", "an", "then", "now", "late"))
_ARTICLES = frozenset(("the", "a", "an"))
_JOINING = frozenset(("of", "for", "and"))


@lru_cache(maxsize=4096)
def _is_verb(word: str) -> bool:
    """Tell whether a lower-case word is a verb, or another that stands in no phrase."""
    table = tables()["not_described_by"]
    is_form = word.endswith(tuple(table["endings"])) and "-" not in word
    return word in table["words"] or (is_form and word not in table["describing"])
