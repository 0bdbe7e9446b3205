"""What stands around a person's name and says who that is: "the Dutch activist X", "X of the BBC".

One function a form; each takes a mention with its sentence and returns the words, or None.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..kinds.phrase_kinds import (
    is_person,
    is_plural,
    is_told_whose,
    relational,
    tables,
)
from ..words import head_of
from .around import (
    BRACKETS,
    LISTED,
    NAME,
    NAMES,
    and_others,
    described_before,
    exemplified,
    subject_of,
)
from .little_told import is_bare_title
from .said_of_offices import POSSESSIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model import Span
    from .around import Around

_TO_THE_COMMA = re.compile(r"(?:^|[,;:] )((?:[Tt]he|[Aa]n?|[Oo]ne of) [^,;:()\"“”]{6,90}), $")
_NEAREST = re.compile(
    r"(?<!\b(?:wife|aide|head) of )(?<!\bfriend of )(?<!\b(?:mother|father|sister|member) of )"
    rf"\b(the (?:[a-z-]+ |{NAME} ){{0,4}}?[a-z-]+"
    rf"(?: (?:of|for|at) (?:the )?(?:{NAMES}|(?:[a-z-]+ ){{0,4}}?[a-z-]+))?), $"
)
_OWNERS = re.compile(rf"((?:{NAMES} ?['’]s) (?:[a-z-]+ ){{0,3}}[a-z-]+), $")
_ANOTHER = re.compile(
    r"(?:^|[,;:] | (?:of|by|with|and|for|from|to|told|said) )[Aa]nother ([^,;:()\"“”]{4,60}), $"
)
_SAID_TO = re.compile(r"\b(?:by|told|to|with|said|says|from|[“\"]) ?$")
_INVERTED = re.compile(r"((?:The|A|An) [^,;:()\"“”]{4,80}) (?:is|was) $")
_OWNS = re.compile(r" ?['’]s\b")
_IDENTIFIED = re.compile(
    r"(?:^|[,;:] )((?:[Tt]he|[Aa]n?|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive) [^,;:()\"“”]{4,60}?),?"
    r"(?: (?:is|was|were|are|has been|have been))?(?: [a-z]+ly| later| only)? (?:identified|named)"
    rf"(?: by [^,;:]{{3,40}}?)?(?: only)? as {LISTED}$"
)
_CALLED = re.compile(
    r"(?:^|[ ,])([Aa]n? [^,;:()\"“”]{4,70}?) (?:who (?:is|was) )?(?:named|called|identified as) $"
)
_NAMES_ANOTHER = re.compile(r" (?:named|called) ")
_LISTED = re.compile(rf"(?! and\b)(?: (?:{NAME}|and|\d\d|\d\d-year-old){BRACKETS},?){{0,24}} $")
_NOT = re.compile(r"\b(?:not|no|never|than) [^,.;]*$")
_WORD = re.compile(r"\S+")
_SO_MANY = re.compile(
    r"(?:many|several|some|various|numerous|countless|certain|a few|other|such) \S+|the usual .*",
    re.IGNORECASE,
)
"""A noun that nothing but a number of them is told of: "various benefactors"."""
_FIRST_NAME = re.compile(r"(?<![.!?] )(?<!^)(?:[A-Z][\w.'’-]+ ){1,2}$")
_WITH_THEIR = re.compile(
    rf"({NAME}(?: {NAME})*(?:, \d\d?,)?,? and (?:his|her) (?:\w+ )?([\w-]+),? )$"
)
_OF_SUBJECT = re.compile(
    rf"^({NAME}(?: {NAME})*)(?: [a-z’'][^\s,;]*){{1,10}}?"
    r" (?:his|her) (?:[\w-]+ ){0,2}([\w-]+),? $"
)
_ALSO_OF = re.compile(r"\b(?:his|her|their|my|our) (?:[a-z]+ )?[a-z-]+ $", re.IGNORECASE)
_WRITTEN = re.compile(r"\b(?:letters?|notes?|message|speech|reply|answer|words)\b", re.IGNORECASE)
_FOR = re.compile(
    rf"{BRACKETS}, ((?:(?:speaking|appearing|acting) (?:for|on behalf of)"
    r"|(?:writing|reporting|working|playing|competing) for|representing)"
    r" (?:the |[A-Z])[^,;:()“”\"]{3,80}?)(?=[,;]|\.(?: |$)|$)"
)


def title(around: Around) -> Span | None:
    """Find "the Red Fund campaigner X", "France's interior minister X"."""
    bare = around.before.removesuffix("[")
    before = bare.removesuffix("] ").rstrip()
    if bare.endswith("] "):  # "the [former museum director] X"
        return _title_in(around, before.rpartition("[")[2], before)
    return _title_in(around, before) or _title_in(around, _without_first_name(around))


def _title_in(around: Around, before: str, whole: str = "") -> Span | None:
    words = described_before(before)
    before = whole or before
    nearest = words.rpartition(" of ")[2]
    if nearest[:1].islower() and is_person(nearest):
        words = nearest  # "father of jazz musician X"
    start = len(before) - len(words)
    if not words or POSSESSIVE.search(before[:start]) or not is_person(words):
        return None
    return around.start + start, around.start + len(before)


def _without_first_name(around: Around) -> str:
    """What stands before a first name that was not found to be one."""
    if " " in around.mention.surface:
        return ""
    return _FIRST_NAME.sub("", around.before).rstrip()


def before_comma(around: Around) -> Span | None:
    """Find "the founder of the school, X,", "Ann's father, X," and "Another victim, X,"."""
    if around.behind[:1] not in ("", ",", ".", ";", ":"):
        return None
    match = _TO_THE_COMMA.search(around.before) or _OWNERS.search(around.before)
    if match and is_person(match[1]):
        return around.from_before(match)
    match = _ANOTHER.search(around.before) or _NEAREST.search(around.before)
    if match and is_person(match[1]):
        return around.from_before(match)
    return _described_before_comma(around)


def _described_before_comma(around: Around) -> Span | None:
    """Find "Red Fund expert and former official, X," at a sentence’s beginning or behind a verb."""
    before = around.before.removesuffix(", ")
    words = described_before(before) if before != around.before else ""
    start = len(before) - len(words)
    begins = not before[:start] or _SAID_TO.search(before[:start])
    is_apart = around.behind.startswith(",") and " " in around.mention.surface
    last = words.rpartition(" ")[2]
    is_noun = last.islower() or last.lower() in tables()["offices"]["no_surnames"]
    is_it = begins and is_apart and " " in words and is_noun and is_person(words)
    return (around.start + start, around.start + len(before)) if is_it else None


def inverted(around: Around) -> Span | None:
    """Find "The co-pilot was X"."""
    match = _INVERTED.fullmatch(around.before)
    if match and (_OWNS.match(around.behind) or match[1].endswith(" whose name")):
        return None  # "The bearer of this is X's son"
    return around.from_before(match) if match and is_person(match[1]) else None


def identified(around: Around) -> Span | None:
    """Find "The dead were identified as Ann Lee and X", "the suspect, identified as X,"."""
    match = _IDENTIFIED.search(around.before)
    return around.from_before(match) if match and is_person(match[1]) else None


def called(around: Around) -> Span | None:
    """Find "a boy named X"."""
    match = _CALLED.search(around.before)
    is_one = match and is_person(match[1]) and not _NAMES_ANOTHER.search(match[1])
    return around.from_before(match) if match and is_one else None


def listed(around: Around) -> Span | None:
    """Find "athletes Vitas Gerulaitis (tennis) and X", "Senators Ann Lee and X"."""
    match = _LISTED.search(around.before) if " " in around.mention.surface else None
    if not match:
        return None
    for end in (match.start(), *_ends_of_titles(match)):
        words = described_before(around.before[:end])
        nearest = words.rpartition(" of ")[2]
        if not (is_plural(words) and is_person(words)):
            words = nearest  # "works of philosophers X and Ann Lee"
        is_office = end > match.start()
        one = _of_one(words)
        is_told = (is_office or is_told_whose(one)) and not is_bare_title(one)
        if is_told and is_plural(words) and is_person(words):
            has_ages = any(map(str.isdigit, match[0]))
            till = around.start + end if has_ages else around.mention.span[1]
            return around.start + end - len(words), till
    return None


def _of_one(words: str) -> str:
    """What a phrase on several says of each: "member of the House" of "members of the House"."""
    noun = head_of(words)
    return re.sub(rf"\b{re.escape(noun)}\b", noun.removesuffix("s"), words, flags=re.IGNORECASE)


def _ends_of_titles(names: re.Match[str]) -> Iterator[int]:
    """Where capitalized titles of several persons end among `names`: "Senators"."""
    for word in _WORD.finditer(names[0]):
        noun, table = word[0].casefold().removesuffix("s"), tables()["offices"]
        offices = (*table["words"], *table["ranks"], *table["no_surnames"])
        if noun != word[0].casefold() and noun in offices:
            yield names.start() + word.end()


def example(around: Around) -> Span | None:
    """Find "photographers who used the camera, such as Ann Lee, X"."""
    found = exemplified(around.before) if " " in around.mention.surface else None
    if not found:
        return None
    words, start, end = found
    if _NOT.search(around.before[:start]) or " other " in words:
        return None  # "not wire-pullers like Ann Lee", "together with two other painters, Ann Lee"
    noun = head_of(words)
    is_one = noun.endswith("s") and is_person(words) and noun[:-1] not in relational()
    is_one = is_one and not _SO_MANY.fullmatch(words)
    return (around.start + start, around.start + end) if is_one else None


def among(around: Around) -> Span | None:
    """Find "X and several other opposition MPs"."""
    found = and_others(around.behind) if " " in around.mention.surface else None
    if not found or " " not in found[0] or not is_person(found[0]):
        return None
    is_told = head_of(found[0])[:-1] not in relational()
    return (around.mention.span[0], around.mention.span[1] + found[1]) if is_told else None


def kin(around: Around) -> Span | None:
    """Find "Thomas Sam, 42, and his wife X" and "Sam praised his wife X"."""
    match = _WITH_THEIR.search(around.before) or _OF_SUBJECT.match(around.before)
    if match and match[0].endswith(", ") and around.behind[:1] not in ("", ",", ".", ";"):
        return None
    if _OWNS.match(around.behind):
        return None  # "took his sister X's part"
    if match and _ALSO_OF.search(around.before[: match.start()]):
        return None  # "her uncle John Todd, and her grandfather X"
    if match and match[2] in relational() and _is_person_of_text(around, _bare(match[1])):
        return around.from_before(match)[0], around.mention.span[1]
    return None


def _is_person_of_text(around: Around, name: str) -> bool:
    """Tell whether the model takes a name for a person's, with a title before it or without."""
    words = name.split()
    return any(around.label_of(" ".join(words[n:])) == "PERSON" for n in range(len(words)))


def _bare(words: str) -> str:
    return re.split(r",| and ", words, maxsplit=1)[0]


def speaking_for(around: Around) -> Span | None:
    """Find "X, speaking for the Health Ministry,"."""
    match = _FOR.match(around.behind)
    return around.from_behind(match) if match else None


def maker(around: Around) -> Span | None:
    """Find "the film Jules et Jim, directed by X"."""
    start = subject_of(around.before, _made_by())
    if start is not None and _WRITTEN.search(around.before, start):
        return None
    return None if start is None else (around.start + start, around.mention.span[1])


@lru_cache(maxsize=1)
def _made_by() -> re.Pattern[str]:
    verbs = "|".join(tables()["verbs"]["made_by"])
    of = "|".join(tables()["verbs"]["made_of"])
    others = rf"(?:(?:{NAME}|and),? ){{0,15}}"
    made = rf",?(?: is| was| were| are)?(?: \w+ly)? (?:(?:co-)?(?:{verbs}) by|{of})"
    return re.compile(rf"{made} {others}$")
