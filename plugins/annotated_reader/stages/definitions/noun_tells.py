"""Nouns said of a name, beside it or by "is" -> whether they tell what it is.

"X, a painter from Osh," and "X is a painter" do; "X, the Ata Club," goes on a list.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..kinds.phrase_kinds import (
    GOES_ON,
    head_in,
    is_listed,
    is_of_kind,
    is_plural,
    is_told_whose,
    kind_in,
    points_elsewhere,
    tables,
    without_adjectives,
)
from ..words import head_of
from .little_told import OPINION, is_of_somebody_else, is_peer, is_praise, tells_little
from .said_for_sure import is_said_for_sure
from .trim import ADVERBS

if TYPE_CHECKING:
    from ...model import Mention
    from .claimed import Claimed

APART = re.compile(
    r"\)?\s?(?:\([^()]{1,30}\))?\s?(?:,|–|—|-|\()\s?(?:aged )?(?:\d\d?, )?"
    rf"(?:(?:{ADVERBS}) )?$"
)
_QUOTE = re.compile(r"[”\"]")
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|from|outside|around)\s$")
_CLAUSE = re.compile(
    r"\b(?:came|went|was|were|is|are|had|has|said|stood|made|became|would|will|could|should)\b"
)
_NO_BEGINNING = frozenset((
    "though", "although", "like", "unlike", "including", "despite", "not", "nor", "or", "even",
    "across", "along", "around", "into", "over", "since", "through", "throughout", "towards",
    "to", "while", "whereas", "as", "become", "half", "told", "said", "says", "added", "asked",
))  # fmt: skip
_DOUBTED = re.compile(r"(?:perhaps|(?:possib|probab|apparent|supposed|nominal|theoretical)ly)\b")
_NAMED_IN_BRACKETS = re.compile(r" \((?:the )?([A-Z][^()]*)\)", re.IGNORECASE)
_BEFORE_HEAD = re.compile(r" [A-Z][\w’'-]+$")
_A_NAME = re.compile(r"(?:[A-Z][\w’'-]*(?: (?:de |del |la |al-)?[A-Z][\w’'-]*){0,2})(?: and .*)?")
_CLOSES_AN_ASIDE = frozenset(",;)—–")
_FRONTED = re.compile(
    r"(?:^|[\n—“]|[.!?] )(?:(?:But|And|Again|Then|Thus|Now),? )?"
    r"(?:Above|Across|After|Along|Around|As|At|Before|Behind|Below|Beside|Between|Beyond|By|Close|From"
    r"|In|Near|On|Over|To|Towards?|Under|When|Within|Without|above|at|from|in|near|on|within|without"
    r"|[A-Z][a-z]+ing)\b[^,;.\n]*$"
)
"""A sentence that begins with where or when, or with what is done: "Sallying from Megara"."""
_AS_FAR = 120  # characters looked at before a name or behind a phrase
_TWO = re.compile(r"the [A-Za-z-]+ and the [A-Za-z-]+")
_GROUPS = re.compile(r"[Tt]he [A-Z][\w’'& -]* and the [A-Z].*")
"""The last of a row of bodies: "X, the Red group and the Tata group"."""
_THERE_WERE = re.compile(r"\b(?:[Tt]here (?:were|are)|(?:consist|compos)(?:ing|ed|s)? of) $")
"""Before a row: "There were X, the engineer, Y, and Z"."""
_BARE = re.compile(r"the [a-z-]+")
_THE_ONE_OF = re.compile(r"the [a-z-]+ of ")
_OF_WHOM = re.compile(r"\bthe [a-z-]+ of (?:[A-Z][a-z]+\.? )?$")
_ONE = re.compile(r"(?:an?|the|one of the) (?:\S+ ){2,}")
_NO_MORE = re.compile(r"(?:no|only|the (?:very )?same) ", re.IGNORECASE)
LINK = re.compile(r"\b(?:who|whom|whose|which|that|where)\b")


def appositive_tells(said: Claimed) -> bool:
    """Tell whether a noun phrase beside a name says what it names."""
    between = said.between
    if said.mention.kind == "work":
        between = _QUOTE.sub("", between)  # "“X,” a comedy"; but “I saw X,” the driver said
    if not APART.fullmatch(between) or _is_place_instead(said.text, said.mention):
        return False
    is_person = said.mention.kind == "person"
    if is_person and is_of_somebody_else(said.words, _behind(said)):
        return False
    if (_is_parallel(said) or _is_of_namesake(said)) if is_person else OPINION.match(said.words):
        return False
    if _is_in_row(said) or (said.mention.kind == "place" and _is_subject(said)):
        return False
    begins = _begins_otherwise(said.words.partition(" ")[0])
    if begins or _is_clause(said.words) or _is_a_name(said, head_in(said.words)):
        return False
    is_it = is_of_kind(without_adjectives(said.words), said.mention.kind) or _is_misread(said)
    is_near = said.words.startswith(("the ", "a ")) and _is_near(said)
    is_it = is_it or (is_near and (_begins_a_sentence(said) or said.mention.kind == "place"))
    return is_it and is_told_whose(without_adjectives(said.words))


def _is_in_row(said: Claimed) -> bool:
    """Tell whether words are the next of a row: "the Duke of X, Lord Chancellor, Y and Z"."""
    is_next = is_peer(said.mention.surface) and said.words[0].isupper()
    is_next = is_next and not said.words.startswith("The ")
    start = said.mention.span[0]
    is_listed = _THERE_WERE.search(said.text, max(0, start - _AS_FAR), start) is not None
    is_group = said.mention.kind == "organization" and _GROUPS.fullmatch(said.words) is not None
    return is_next or is_listed or is_group or " as well as " in said.words


def _is_subject(said: Claimed) -> bool:
    """Tell whether words only begin what is said: "In Europe, the largest glacier is met with"."""
    end = said.claim.words[0] + len(said.words)
    before = said.text[max(0, said.mention.span[0] - _AS_FAR) : said.mention.span[0]]
    is_closed = said.text[end : end + 1] in _CLOSES_AN_ASIDE
    return not is_closed and _FRONTED.search(before) is not None


def _is_parallel(said: Claimed) -> bool:
    """Tell whether words are on another, as "the N of Y" in "the friend of X, the N of Y"."""
    start = said.mention.span[0]
    before = said.text[max(0, start - _AS_FAR) : start]
    return _THE_ONE_OF.match(said.words) is not None and _OF_WHOM.search(before) is not None


def _is_of_namesake(said: Claimed) -> bool:
    """Tell whether words are on two, or on whose name is the same: "young X, son of X"."""
    last = said.mention.surface.rpartition(" ")[2]
    return said.words.endswith(f" of {last}") or _TWO.fullmatch(said.words) is not None


def _behind(said: Claimed) -> str:
    """What stands behind the words in their line."""
    return said.text[said.claim.words[0] + len(said.words) :][:_AS_FAR].partition("\n")[0]


def _begins_otherwise(first: str) -> bool:
    """Tell whether no noun phrase begins so: "though a bachelor", "known as"."""
    if first in _NO_BEGINNING or _DOUBTED.match(first) or LINK.fullmatch(first) or _is_doing(first):
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
    if (head[:1].isupper() and not head.isupper()) or _names_the_next(said, head):
        return True
    named = _NAMED_IN_BRACKETS.search(said.text, said.claim.words[0], said.claim.words[1] + 80)
    is_told = named and named.start() <= said.claim.words[0] + len(said.words)
    if named and is_told and not named[1].isupper():
        return True
    owner = _BEFORE_HEAD.search(said.words.partition(f" {head}")[0])
    return owner is not None and head in tables()["of_nature"]["owned"]


def _names_the_next(said: Claimed, head: str) -> bool:
    """Tell whether words name the next of a row of places: "X, the oil port of Brega, and"."""
    end = said.words.rpartition(f" {head} of ")[2]
    is_called = said.words.startswith("the ") and head in tables()["called"]["names"]
    return is_called and end != said.words and _A_NAME.fullmatch(end) is not None


def _is_doing(word: str) -> bool:
    """Tell whether a word says what somebody does: "smiling", but not "managing director"."""
    return word.endswith("ing") and word not in tables()["participles"]["words"]


def _is_office(first: str, head: str) -> bool:
    """Tell whether a capitalized head is no surname: "the Defence Secretary", "a Navy Captain"."""
    noun = head.casefold()
    is_one = first in ("the", "a", "an") and kind_in(noun) == "person"
    return is_one or noun in tables()["offices"]["no_surnames"]


def copula_tells(said: Claimed) -> bool:
    """Tell whether what a name is said to be says what it names."""
    if said.mention.kind == "person" and _is_no_more(said):
        return False
    is_opinion = said.mention.kind != "person" and OPINION.match(said.words)
    if is_opinion or not is_said_for_sure(said):
        return False
    is_it = is_of_kind(said.words, said.mention.kind) or _is_misread(said)
    is_it = is_it or (_begins_a_sentence(said) and _is_another(said))
    return is_it and is_told_whose(said.words)


def _is_no_more(said: Claimed) -> bool:
    """Tell whether a copula says of a person but praise, "no reader", or the name again.

    "X was judge" tells a part that X had for once.
    """
    last = said.mention.surface.rpartition(" ")[2]
    is_again = _NO_MORE.match(said.words) or said.words.endswith(f" {last}")
    is_part_played = " " not in said.words and said.between.endswith("was ")
    is_bare = _BARE.fullmatch(said.words) and not is_listed(said.words.rpartition(" ")[2])
    is_part_played = is_part_played or bool(is_bare)
    return bool(is_again) or is_part_played or is_praise(said.words) or tells_little(said.words)


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


def _is_clause(words: str) -> bool:
    """Tell whether words are a sentence of their own: "a young woman came down the street"."""
    return bool(_CLAUSE.search(LINK.split(words, maxsplit=1)[0]))


def _is_place_instead(text: str, mention: Mention) -> bool:
    """Tell whether what is called a person stands behind "in"."""
    before = text[max(0, mention.span[0] - 10) : mention.span[0]]
    return mention.kind == "person" and bool(_PLACE_BEFORE.search(before))


_NEAR = {"place": ("organization",), "organization": ("place",)}
