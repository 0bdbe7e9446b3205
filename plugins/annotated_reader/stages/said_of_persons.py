"""What stands around a person's name and says who that is: "the Dutch activist X", "X of the BBC".

One function a form; each takes a mention with its sentence and returns the words, or None.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from .around import BRACKETS, NAME, NAMES, described_before, exemplified, subject_of
from .gazetteer import regions
from .phrase_kinds import is_person, relational, tables, without_article
from .words import fold, head_of

if TYPE_CHECKING:
    from ..model import Span
    from .around import Around

_RANKS = "Former|Deputy|Vice|Acting|Interim|Executive|Managing|Chief|Senior"
_RANKED = rf"(?:(?:{_RANKS}|{_RANKS.lower()}|{NAME}) )*"
_OFFICE_BEFORE = re.compile(
    rf"((?:[Tt]he )?{_RANKED}[\w-]+ (?:of|for|at) (?:the )?{NAMES}(?:, {NAMES})?),? $"
)
_TO_THE_COMMA = re.compile(r"(?:^|[,;:] )((?:[Tt]he|[Aa]n?) [^,;:()\"“”]{6,90}), $")
_OWNERS = re.compile(rf"((?:{NAMES} ?['’]s) (?:[a-z-]+ ){{0,3}}[a-z-]+), $")
_CALLED = re.compile(
    r"(?:^|[ ,])([Aa]n? [^,;:()\"“”]{4,70}?) (?:who (?:is|was) )?(?:named|called|identified as) $"
)
_OF = re.compile(rf" (?:of|from|with) (?:the |The )?({NAMES})")
_OF_IT = re.compile(rf" (?:of|at) (?:the |The )?({NAMES})(?=[,;.]| and |$)")
_AS = re.compile(
    r",? (?:[\w,’'-]+ ){0,6}"
    r"(?:resign(?:ed|s)?|serv(?:ed|es|ing)|appointed|elected|works?) as "
    r"((?:an? |the )?(?:[\w’'./&-]+ ){0,6}?[\w’'-]+"
    rf"(?: (?:of|for|at|in) (?:the )?{NAME}(?: {NAME})*)?)"
    r"(?=[,;:.]| (?:after|in|on|from|until|when|because|and|who|since|at|by|for|to)\b|$)"
)
_LISTED = re.compile(rf" (?:{NAME}(?: {NAME})+{BRACKETS},? (?:and )?){{0,7}}$")
_OWNER = re.compile(rf"(?:^|[ (])((?:the )?({NAMES})['’]s?|({NAMES}) ['’]s?) $")
_FROM = re.compile(rf"{BRACKETS}, \d\d?, ((?:of|from) (?:the )?({NAMES}(?:, {NAMES})?))(?=[,;.]|$)")
_IN_BRACKETS = re.compile(r" \(([^()]{2,40})\)")
_FIRST_NAME = re.compile(r"(?<![.!?] )(?<!^)(?:[A-Z][\w.'’-]+ ){1,2}$")
_WITH_THEIR = re.compile(
    rf"({NAME}(?: {NAME})*(?:, \d\d?,)?,? and (?:his|her) (?:\w+ )?([\w-]+),? )$"
)
_POSSESSIVE = re.compile(r"\b(?:his|her|their|its|my|our|your) $", re.IGNORECASE)


def title(around: Around) -> Span | None:
    """Find "the Red Fund campaigner X", "France's interior minister X"."""
    before = around.before.removesuffix("[").removesuffix("] ").rstrip()
    return _title_in(around, before) or _title_in(around, _without_first_name(around))


def _title_in(around: Around, before: str) -> Span | None:
    words = described_before(before)
    start = len(before) - len(words)
    if not words or _POSSESSIVE.search(before[:start]) or not is_person(words):
        return None
    return around.start + start, around.start + len(before)


def _without_first_name(around: Around) -> str:
    """What stands before a first name that was not found to be one."""
    if " " in around.mention.surface:
        return ""
    return _FIRST_NAME.sub("", around.before).rstrip()


def honorific(around: Around) -> Span | None:
    """Find "U.S. Senator" in "U.S. Senator X", where it belongs to the mention."""
    first, space, _ = around.mention.surface.partition(" ")
    if not space or first.rstrip(".").casefold() not in tables()["offices"]["words"]:
        return None
    words = described_before(around.before.rstrip())
    is_plain = words and not _POSSESSIVE.search(around.before.rstrip().removesuffix(words))
    start = around.mention.span[0]
    return (start - len(words) - 1 if is_plain else start), start + len(first)


def office(around: Around) -> Span | None:
    """Find "CEO of the Refugee Council X"."""
    match = _OFFICE_BEFORE.search(around.before)
    return around.from_before(match) if match and is_person(match[1]) else None


def before_comma(around: Around) -> Span | None:
    """Find "the founder of the school, X," and "Ann's father, X,"."""
    match = _TO_THE_COMMA.search(around.before) or _OWNERS.search(around.before)
    is_apart = around.behind[:1] in ("", ",", ".", ";", ":")
    return around.from_before(match) if match and is_apart and is_person(match[1]) else None


def called(around: Around) -> Span | None:
    """Find "a boy named X"."""
    match = _CALLED.search(around.before)
    return around.from_before(match) if match and is_person(match[1]) else None


def of(around: Around) -> Span | None:
    """Find "X of The Globe and Mail"."""
    match = _OF.match(around.behind)
    is_told = match and (around.label_of(match[1]) == "ORG" or _is_of_country(match))
    return (around.mention.span[0], around.from_behind(match)[1]) if match and is_told else None


def _is_of_country(match: re.Match[str]) -> bool:
    return match[0].startswith(" of ") and fold(match[1]) in regions()


def of_what(around: Around) -> Span | None:
    """Find "club owner X of Studio 54", whose "owner" alone would say too little."""
    words = described_before(around.before.rstrip())
    match = _OF_IT.match(around.behind)
    noun = head_of(words)
    says_little = noun in relational() or noun.endswith("s")
    if not match or not says_little or not (is_person(words) or is_person(noun[:-1])):
        return None
    return around.mention.span[0] - len(words) - 1, around.from_behind(match)[1]


def in_office(around: Around) -> Span | None:
    """Find "X resigned as minister"."""
    match = _AS.match(around.behind)
    return around.from_behind(match) if match and is_person(match[1]) else None


def listed(around: Around) -> Span | None:
    """Find "athletes Vitas Gerulaitis (tennis) and X", "Senators Ann Lee and X"."""
    match = _LISTED.search(around.before) if " " in around.mention.surface else None
    words = described_before(around.before[: match.start()]) if match else ""
    noun = words.rpartition(" ")[2]
    is_one = noun.endswith("s") and is_person(noun[:-1]) and noun[:-1] not in relational()
    if not match or not is_one:
        return None
    return around.start + match.start() - len(words), around.mention.span[1]


def whose(around: Around) -> Span | None:
    """Find "Canada's X"."""
    match = _OWNER.search(around.before)
    name = (match[2] or match[3]) if match else ""
    is_told = name and (around.is_place(name) or around.label_of(name) == "ORG")
    return (around.from_before(match)[0], around.mention.span[1]) if match and is_told else None


def from_where(around: Around) -> Span | None:
    """Find "X, 36, from Sydney, Australia"."""
    match = _FROM.match(around.behind)
    is_told = match and any(map(around.is_place, match[2].split(", ")))
    return around.from_behind(match) if match and is_told else None


def in_brackets(around: Around) -> Span | None:
    """Find "X (Canada)"."""
    match = _IN_BRACKETS.match(around.behind)
    is_told = match and (fold(match[1]) in regions() or around.label_of(match[1]) == "ORG")
    return (around.mention.span[0], around.from_behind(match)[1] + 1) if match and is_told else None


def of_people(around: Around) -> Span | None:
    """Find "the Kenyan X"."""
    words = described_before(around.before.rstrip())
    name = without_article(words)
    is_language = around.before.removesuffix(f"{words} ").endswith(("into ", "in "))
    if is_language or " " not in around.mention.surface or around.label_of(name) != "NORP":
        return None
    return around.mention.span[0] - len(words) - 1, around.mention.span[1]


def example(around: Around) -> Span | None:
    """Find "photographers who used the camera, such as Ann Lee, X"."""
    found = exemplified(around.before) if " " in around.mention.surface else None
    if not found:
        return None
    words, start, end = found
    noun = head_of(words).removesuffix("s")
    is_one = head_of(words).endswith("s") and is_person(noun) and noun not in relational()
    return (around.start + start, around.start + end) if is_one else None


def kin(around: Around) -> Span | None:
    """Find "Thomas Sam, 42, and his wife X"."""
    match = _WITH_THEIR.search(around.before)
    if match and match[2] in relational() and around.label_of(_bare(match[1])) == "PERSON":
        return around.from_before(match)[0], around.mention.span[1]
    return None


def _bare(words: str) -> str:
    return re.split(r",| and ", words, maxsplit=1)[0]


def maker(around: Around) -> Span | None:
    """Find "the film Jules et Jim, directed by X"."""
    start = subject_of(around.before, _made_by())
    return None if start is None else (around.start + start, around.mention.span[1])


@lru_cache(maxsize=1)
def _made_by() -> re.Pattern[str]:
    verbs = "|".join(tables()["verbs"]["made_by"])
    return re.compile(rf",?(?: is| was| were| are)? (?:{verbs}) by $")
