"""A claim on a mention goes in; where what it says of that alone begins and ends comes out.

The grammar cuts titles, and lets what is said of one run on into what is said of the next.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..dates.names import WEEKDAYS
from ..kinds.phrase_kinds import is_person
from ..places.gazetteer import is_city
from ..words import fold, peoples
from .little_told import is_rank

if TYPE_CHECKING:
    from ...model import Claim, Mention, Span

_NAME_BEFORE = re.compile(r"(?<![.’'] )\b((?:[A-Z][\w’-]*\w )+for )$")
_OWNER_BEFORE = re.compile(r"\b((?:[A-Z][\w.-]*\w )*[A-Z][\w.-]*\w['’]s? )$")
_NEXT_NAME = re.compile(r", (?=(?:and )?[A-Z]|the |an? |who\b)")
_NAME = r"[A-Z][\w.’'-]+"
_DID = r"(?:[a-z]+ed|was|were|is|are|had|has|have|said|told|won|left|made|took|met)"
_NEXT_PERSON = re.compile(
    r"—|, (?:whose |and (?=(?:[A-Z][\w.’'-]+ ){2}\()"
    r"|(?:and|or) (?=(?:[a-z]+ )?(?:[A-Z][\w.’'-]+ ){0,3}?[A-Z][\w’'-]*(?:, |$))"
    r"|and (?=(?:the|his|her|their) [a-z]+$)"
    rf"|and (?={_NAME}(?: {_NAME})+(?: of {_NAME})? {_DID}\b))"
)
"""Before what is said of another: ", and Baroni", ", and Senator X of Y won"."""
_SPOKEN_TO = re.compile(r", (?:sir|ma’am|madam|my (?:dear|lord|lady)|you (?:know|see))\b")
_AND_KIN = re.compile(r"(?:his|her|their|my|our) [a-z-]+ (?:[A-Z][\w’-]+ )+and (?=[a-z])")
"""Of another, before what a name's bearer is: "his brother Alex and girlfriend"."""
_ARTICLE = re.compile(
    r"(?<=[a-z])(?<!\bof)(?<!\bfor)(?<!\bto)(?<!\bat)(?<!\bin)(?<!half)(?<!such)(?<!quite)(?<!what)"
    r"(?<!many)(?<!rather) (?=(?:the|an?) )"
)
"""Before an article that begins a phrase anew: "later the same day the meteorologist, X"."""
_NEXT_SENTENCE = re.compile(
    r"(?=, (?:and|but) (?:\w+ ){1,4}(?:was|were|is|are|had|has|would|did|could)\b)"
)
_DATELINE = re.compile(r"((?:[A-Z]{3,} ?){1,3}) (?=[A-Z]?[a-z])")
_RANK_BEHIND = re.compile(r"(?<=[a-z]), ([A-Z][a-z]+)$")
"""How the bearer of an office is addressed: "President of the Senate, Chief"."""
_DAY = re.compile(rf"(?:\d{{1,4}}[-/.]\d\d?[-/.]\d{{1,4}}|(?<=\b[Oo]n )(?:{'|'.join(WEEKDAYS)})) ")
_DEPARTMENTS = re.compile(r"\b([Tt]he (?:[A-Z][a-z]+, )?[A-Z][a-z]+ and )$")
"""The first of the things that an office is for: "the Trade and", before "Industry Secretary"."""
_OF_GENERALS = re.compile(
    r"((?:[A-Z][\w.-]+['’]s? )?(?:[a-z]+ )?(?:attorney|consul|director|secretary|solicitor) )$"
)
"""Before "general" where that is no rank: "Spain's director"."""
_AND_NOBODY = re.compile(r",? and (?:the|a) (?:person|man|woman|one)\b(?! of)")
"""Whom only a clause would tell that is cut off: "a survivor and the person"."""
_NEXT_PHRASE = re.compile(r", and (?=(?:the|an?) )")
_LISTED = re.compile(r", (?=[A-Z][^,]*, and\b|(?:Mr|Mrs|Miss|Ms|Dr|Sir|Lord|Lady)\b)")


def whole_title(mention: Mention, text: str, span: Span, least: int) -> Span:
    """Return where a title begins and ends that the grammar cut, or let run into the name."""
    start, end = _whole_from(text, span[0], least), span[1]
    if city := _DATELINE.match(text, start, end):
        start += len(city[0]) if is_city(city[1]) else 0
    if dated := _DAY.match(text, start, end):
        start = dated.end()
    if (behind := _RANK_BEHIND.search(text, start, end)) and is_rank(behind[1]):
        end = behind.start()
    before = text[start : mention.span[0]]
    rest, _, last = text[start:end].rpartition(" ")
    is_whole = is_person(rest) and fold(rest.split()[-1].split("-")[-1]) not in peoples()
    if before.endswith(" ") and (not is_rank(last) or is_whole):
        end = min(end, start + len(before.rstrip(" ,")))
    return start, end


def _whole_from(text: str, start: int, least: int) -> int:
    """Return where a title begins whose first word is but the end of a name, or is somebody's.

    That is "Center for Health Security expert" of "Health Security expert", and "Ott's former
    party" of "former party".
    """
    before = text[max(least, start - 80) : start]
    if text[start].isupper():
        found = _NAME_BEFORE.search(before) or _DEPARTMENTS.search(before)
    else:
        is_general = text.startswith("general ", start)
        found = (is_general and _OF_GENERALS.search(before)) or _OWNER_BEFORE.search(before)
    return start - len(before) + found.start(1) if found else start


def without_others(claim: Claim, mention: Mention, text: str, span: Span) -> Span:
    """Cut off what words go on to say of others."""
    start, end = span
    if claim.relation == "appositive" and mention.kind != "person":
        end = start + len(_NEXT_NAME.split(text[start:end], maxsplit=1)[0])
    elif claim.relation == "appositive":
        end = start + len(_NEXT_PERSON.split(text[start:end], maxsplit=1)[0])
    elif claim.relation in ("relative clause", "copula"):
        if mention.kind == "person" and claim.relation == "relative clause":
            end = start + len(_NEXT_PHRASE.split(text[start:end], maxsplit=1)[0])
        end = start + len(_LISTED.split(text[start:end], maxsplit=1)[0])
        end = start + len(_NEXT_SENTENCE.split(text[start:end], maxsplit=1)[0])
    elif claim.relation == "title" and mention.kind == "person":
        start = end - len(_ARTICLE.split(text[start:end])[-1])
        if kin := _AND_KIN.match(text, start, end):
            start = kin.end()
    if mention.kind == "person" and (nobody := _AND_NOBODY.search(text, start, end)):
        end = nobody.start()
    if mention.kind == "person" and (spoken := _SPOKEN_TO.search(text, start, end)):
        end = spoken.start()
    return start, end
