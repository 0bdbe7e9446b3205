"""What a person's name stands with and belongs to: "X of the BBC", "Canada's X", "X (guitar)".

One function a form; each takes a mention with its sentence and returns the words, or None.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..kinds.phrase_kinds import could_be, is_person, is_plural, kind_in, relational, tables
from ..places.regions import codes_of_countries, regions
from ..words import fold, head_of, honorifics, word_lists
from .around import NAME, NAMES, described_before

if TYPE_CHECKING:
    from ...model import Span
    from .around import Around

_DAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
_OF = re.compile(rf"(?: of|, of| from|, from| with) (?:the |The )?({NAMES})")
_OF_ANY = re.compile(
    rf" of (?:the |The )?((?!The )(?!{_DAYS})(?!(?:Mr|Mrs|Miss|Sir|Lady)\b){NAMES})"
    r"(?![\w’'-])(?<!['’]s)(?! ?['’])(?: ([a-z]+))?"
)
_TIME = re.compile(r" (?:days?|times?|fame|years?|memory|stock|blood|descent|origin|style)\b")
_BLAMED = re.compile(
    r"\b(?:accus|convict|acquit|clear|suspect|inform|remind|warn|assur|strip|robb?|reliev|depriv"
    r"|spoke|speak|talk|wrot|writ|hear|think|thought|complain"
    r"|notif|advis|convinc|persuad|rid|cur|tell|told|ask|deni)[a-z]* (?:[\w.’'-]+ ){0,4}$"
)
_TIMES = frozenset(("DATE", "TIME", "LAW", "EVENT", "LANGUAGE"))
_DONE_TO = re.compile(
    r"\b([Tt]he )?(killing|murder|shooting|assassination|kidnapping|abduction|execution|lynching"
    r"|beheading|poisoning|stabbing|slaying|disappearance|trial|imprisonment|arrest|extradition|detention"
    r"|deportation|impeachment|death) of (?:the late )?$"
)
_OF_ALL = ("death", "trial", "arrest")
_IN_PLACE = re.compile(rf" in ({NAMES}(?:, {NAMES})?)(?=[,;.]|$| [a-z])")
_OF_SUCH = re.compile(
    r" (?:of|from|with) ((?:the |an? )?(?:[A-Z][a-z]+ )?(?:[a-z][a-z'’-]* ){1,4}?[a-z][a-z'’-]*)"
    rf" ((?:of (?:the )?)?{NAMES})(?=[,;.)]|$| [a-z(])"
)
_OF_EXPLAINED = re.compile(
    rf" (?:of|from|with|at) ((?:the )?{NAMES}|[“\"][^“”\"]{{3,60}}[”\"]),"
    r" (?:an?|the) ([^,;.()]{4,60}?)(?=[,;.]|$| (?:that|which)\b)"
)
_PARTY = re.compile(r"(?:, | \()[RDI][-–—](?:[A-Z][a-z]+(?: [A-Z][a-z]+)?|[A-Z]{2})\b\.?\)?")
_OF_IT = re.compile(rf" (?:of|at) (?:the |The )?({NAMES})(?=[,;.]| and |$)")
_OWNER = re.compile(rf"(?:^|[ (])((?:the )?({NAMES})['’]s?|({NAMES}) ['’]s?) $")
_OWNER_OF_ALL = re.compile(
    rf"(?:^|[ (])((?:the )?({NAMES})['’]s|({NAMES}s)['’]) (?:(?:{NAME},?|and) ){{2,16}}$"
)
_AT = re.compile(rf"(At (?:the )?({NAMES}), )")
_IN_BRACKETS = re.compile(r" \(([^()@]{2,40})\)")


def of(around: Around) -> Span | None:
    """Find "X of The Globe and Mail"."""
    match = _OF.match(around.behind)
    if match and (match[1].endswith(("'s", "’s")) or _is_office(around.mention.surface)):
        return None  # "told X of the Countess's request", "acting Dean of the Red College"
    if match and " " not in around.mention.surface and _BLAMED.search(around.before):
        return None  # "spoke to X of the Princess Royal"
    if match and match[0].startswith(" with ") and match[1].isalpha() and not match[1].isupper():
        return None  # "X with Ott came": a companion
    is_told = match and (
        around.label_of(match[1]) == "ORG"
        or _is_of_country(match)
        or match[1].rstrip(".").split()[-1] in tables()["institutions"]["words"]
        or (_is_who_speaks(around) and fold(match[1]) in regions())
    )
    return (_with_noun(around), around.from_behind(match)[1]) if match and is_told else None


def _with_noun(around: Around) -> int:
    """Where a name begins with the one noun before it that says what somebody is: "ecologist X"."""
    start = around.mention.span[0]
    words = described_before(around.before.rstrip())
    is_noun = words and " " not in words and not is_plural(words) and is_person(words)
    return start - len(words) - 1 if is_noun else start


def _is_who_speaks(around: Around) -> bool:
    """Tell whether a full name begins a sentence or stands behind "said": nobody is sent there."""
    is_first = not around.before or around.before.endswith("said ")
    return is_first and " " in around.mention.surface


def of_any(around: Around) -> Span | None:
    """Find "X of Pearl Jam", "X of Wired magazine", whatever the model takes that for."""
    match = _OF_ANY.match(around.behind) if " " in around.mention.surface else None
    if not match or _BLAMED.search(around.before) or around.label_of(match[1]) in _TIMES:
        return None
    if _TIME.match(around.behind, match.end(1)):
        return None  # "X of Revolutionary days"
    if _is_office(around.mention.surface.split()[-1]):
        return None  # "Agassiz Professor of Oriental Languages"
    end = match.end(2) if kind_in(match[2] or "") == "organization" else match.end(1)
    first, _, second = match[1].partition(" and ")
    if second and around.label_of(first) == "ORG":
        end = match.start(1) + len(first)
    return _with_noun(around), around.mention.span[1] + end


def _is_office(word: str) -> bool:
    noun = word.casefold()
    return noun in honorifics() or noun in word_lists()["person"]["words"] or noun in _offices()


def _titles() -> list[str]:
    offices: dict[str, list[str]] = tables()["offices"]
    return offices["words"] + offices["ranks"]


@lru_cache(maxsize=1)
def _offices() -> frozenset[str]:
    return frozenset((*_titles(), *tables()["nouns"]["person"]))


def done_to(around: Around) -> Span | None:
    """Find "the police shooting of X in Kenosha"."""
    match = _DONE_TO.search(around.before)
    if not match:
        return None
    before = around.before[: match.start(2)]
    words = described_before(before.rstrip()) or ("the" if match[1] else "")
    where = _IN_PLACE.match(around.behind)
    is_told = where and all(map(around.is_place, where[1].split(", ")))
    if match[2] in _OF_ALL and not (is_told and " " in words):
        return None
    end = around.mention.span[1] + (where.end() if where and is_told else 0)
    start = len(before.rstrip()) - len(words) if words else len(before)
    return around.start + start, end


def _is_of_country(match: re.Match[str]) -> bool:
    return match[0].startswith((" of ", ", of ", ", from ")) and fold(match[1]) in regions()


def of_such(around: Around) -> Span | None:
    """Find "X of the victims’ group Red Fund", "X of the police of Osh"."""
    match = _OF_SUCH.match(around.behind) if " " in around.mention.surface else None
    is_told = match and could_be(match[1], "organization") and not is_plural(match[1])
    return (
        (around.mention.span[0], around.mention.span[1] + match.end(2))
        if match and is_told
        else None
    )


def of_explained(around: Around) -> Span | None:
    """Find "X of Red Marine, a firm that builds boats"."""
    match = _OF_EXPLAINED.match(around.behind) if " " in around.mention.surface else None
    is_told = match and could_be(match[2], "organization")
    return (around.mention.span[0], around.from_behind(match)[1]) if match and is_told else None


def of_party(around: Around) -> Span | None:
    """Find "Sen. X, R-Texas" and "X (D-Calif.)"."""
    match = _PARTY.match(around.behind)
    return (around.mention.span[0], around.mention.span[1] + match.end()) if match else None


def of_what(around: Around) -> Span | None:
    """Find "club owner X of Studio 54", whose "owner" alone would say too little."""
    words = described_before(around.before.rstrip())
    match = _OF_IT.match(around.behind)
    noun = head_of(words)
    is_kin = noun in tables()["relational"]["kin"]
    says_little = (noun in relational() and not is_kin) or noun.endswith("s")
    if not match or not says_little or not (is_person(words) or is_person(noun[:-1])):
        return None
    return around.mention.span[0] - len(words) - 1, around.from_behind(match)[1]


def whose(around: Around) -> Span | None:
    """Find "Canada's X" and "CNN's Ann Lee and X"."""
    match = _OWNER.search(around.before) or _OWNER_OF_ALL.search(around.before)
    name = (match[2] or match[3]) if match else ""
    labels = (around.label_of(name), around.label_of(f"{name}'"), around.label_of(f"{name}’"))
    is_told = name and (around.is_place(name) or "ORG" in labels)
    return (around.from_before(match)[0], around.mention.span[1]) if match and is_told else None


def at_whose(around: Around) -> Span | None:
    """Find "At Red Airways, X said"."""
    match = _AT.fullmatch(around.before)
    is_told = match and around.label_of(match[2]) == "ORG"
    return (around.from_before(match)[0], around.mention.span[1]) if match and is_told else None


def in_brackets(around: Around) -> Span | None:
    """Find "X (Canada)" and "X (Labour)"."""
    match = _IN_BRACKETS.match(around.behind)
    is_told = (
        match
        and match[1][0].isalpha()
        and (
            fold(match[1]) in regions()
            or match[1] in codes_of_countries()
            or around.label_of(match[1]) in ("ORG", "NORP")
        )
    )
    return (around.mention.span[0], around.from_behind(match)[1] + 1) if match and is_told else None


def part_played(around: Around) -> Span | None:
    """Find "X (guitar)"."""
    match = _IN_BRACKETS.match(around.behind)
    is_told = match and match[1] in tables()["parts_played"]["words"]
    return (around.mention.span[0], around.from_behind(match)[1] + 1) if match and is_told else None
