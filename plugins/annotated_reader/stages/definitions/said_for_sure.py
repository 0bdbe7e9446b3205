"""A statement of what something is goes in, and whether its text means it comes out.

"They thought that X was a painter" is an opinion, "when X was a cadet" a time of a life, and "X was
merely a foreigner" somebody's eyes. "He denied that X is a spy", "rumors that X is a murderer" and
"X was almost a champion" say what X is not, or may not be; an "accused killer" is no killer to us.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..kinds.phrase_kinds import could_be, is_listed, points_elsewhere, relational, tables

if TYPE_CHECKING:
    from .claimed import Claimed

_AS_FAR = 120  # characters looked at before a name
_OF_WHICH = re.compile(r"\b(?:which|whom|whose|where) $")
_NOT_ALWAYS = re.compile(
    r"\b(?:[Ww]hen|[Ww]hile|[Uu]ntil|till|unless|although|though) (?:the )?$"
    r"|\b[Ff]or (?:the |some |many |several )?(?:\w+ ){0,3}(?:years?|months?|weeks?|days?|time),? $"
)
_TO_SOMEBODY = re.compile(r"(?:^|[.!?”\"\n] ?)To [^.!?]{2,80}, $")
_IN_OPINION = re.compile(
    r"\b[Ii]n (?:his|her|their|my|our|your|the) (?:[a-z]+ )?(?:opinion|eyes|view|judge?ment|mind)\b"
)
_ADDRESSED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Rev|Hon|Col|Gen|Capt|Lt|St|Prof|Sen|Gov)\. $")
_NOT_SO = re.compile(
    r"\b(?:hold|holds|suppose|supposed|fancy|fancied|trust|trusted) that $"
    r"|\b(?:not|cannot|never|hardly|view|opinion|idea|notion|impression|belief|feeling)\b"
    r"[^,;.]{0,60} that $|\bas (?:the )?$"
)
_NEGATED = re.compile(
    r"\b(?:not|never|no longer|hardly|always|once more|again|merely|simply|really|but)\b"
    r"|\b(?:evidently|seemingly|by no means)\b|n['’]t\b"
)
_WORD = re.compile(r"[a-z][a-z’'-]*")
_HEDGES = re.compile(
    r"\b(?:(?:alleged|accused|suspected|presumed|supposed|purported|reputed|would-be|so-called"
    r"|self-(?:proclaimed|styled|described|declared)|aspiring|attempted|former|onetime|one-time"
    r"|acting|fictional|fake|false|unofficial|potential) )+$",
    re.IGNORECASE,
)
_NAMED = (
    r"(?:(?:Mr|Mrs|Miss|Dr|Sir|Lord|Lady|Madame)\b\.? )?[A-Z][\w-]+(?: (?:of )?[A-Z][\w-]+){0,3}"
)
_WHERE_AND_WHAT = frozenset(("where it is", "head noun"))
_TRADE = re.compile(r"the ([a-z-]+)")
_OWNED = re.compile(rf"(?:the )?{_NAMED}['’]s (?:[a-z-]+ ){{0,2}}[a-z-]+")
_OF_SOMEBODY = re.compile(rf"[Tt]he (?:[a-z-]+ ){{0,2}}[a-z-]+ (?:of|to|at) (?:the )?{_NAMED}")
_HELPED = re.compile(r"\b(?:may|might|could|would|should|shall|will|can|must)\b")


def is_said_for_sure(said: Claimed) -> bool:
    """Tell whether a copula says what its subject is: always, and not only in somebody's eyes."""
    start = said.mention.span[0]
    before = _ADDRESSED.sub("", said.text[max(0, start - _AS_FAR) : start]).rpartition(". ")[2]
    if _NOT_ALWAYS.search(before) or _TO_SOMEBODY.search(before) or _OF_WHICH.search(before):
        return False
    if _IN_OPINION.search(before):
        return False
    if said.mention.kind == "person" and _NOT_SO.search(before):
        return False
    between = said.text[said.claim.subject[1] : said.claim.words[0]]
    is_sure = not is_another_s_word(before) and not is_only_nearly(between)
    return is_sure and not _NEGATED.search(between)


def is_fact_in_speech(relation: str, words: str, kind: str) -> bool:
    """Tell whether what somebody says of a thing is no opinion: "X is Mr. Ott's secretary".

    Who knows whose kin or servant somebody is says so, and by name; and everybody knows where a
    place is, and whether that is a village.
    """
    if kind != "person":
        return kind == "place" and relation in _WHERE_AND_WHAT
    if relation not in ("appositive", "copula", "title") or points_elsewhere(words):
        return False
    trade = _TRADE.fullmatch(words) if relation == "appositive" else None
    if trade and is_listed(trade[1]) and trade[1] not in relational():
        return True  # "Mr. X, the lawyer,"
    is_owned = _OWNED.fullmatch(words) or _OF_SOMEBODY.fullmatch(words)
    return is_owned is not None and could_be(words, "person")


def hedged_from(text: str, start: int, least: int) -> int:
    """Return where a description begins with what must not be cut off: "accused doctor killer"."""
    hedges = _HEDGES.search(text, max(least, start - 40), start)
    return hedges.start() if hedges else start


def is_another_s_word(before: str) -> bool:
    """Tell whether what leads up to a name in its sentence makes the rest somebody's opinion."""
    return not frozenset(tables()["unsure"]["words"]).isdisjoint(_WORD.findall(before.casefold()))


def is_only_nearly(between: str) -> bool:
    """Tell whether what stands between a name and what it is takes that back: "was almost a"."""
    words = frozenset(_WORD.findall(between.casefold()))
    nearly = frozenset(tables()["unsure"]["between"])
    return not nearly.isdisjoint(words) or _HELPED.search(between) is not None
