"""A clause such as "who led the commission" goes in, and whether it tells who that is comes out.

Most of what is said of somebody in passing tells nothing ("who declined to say more"): so only
some verbs do, and only some nouns behind "whose".
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..kinds.phrase_kinds import is_of_kind, is_told_whose, points_elsewhere, relational, tables
from ..words import head_of
from .little_told import is_looks, is_praise, tells_little
from .moments import is_a_moment, is_particular

SHORTEST = 4  # words of a clause
_BORN_THEN = re.compile(r"who (?:is|was) born (?:in|on) (?:[A-Z0-9][\w,]* ?){1,3}")
_LOOKS = (
    "mind|look|face|air|way|manner|manners|taste|voice|eyes?|heart|temper|passion|gift|habit|smile"
)
_SOMEWHERE = re.compile(
    rf"who (?:(?:is|was|has been|had been) (?:(?:\w+ly|still|then|now|also|only|just) )?"
    r"(?:at (?:that|the|this) time )?"
    r"(?:in|on|at|among|aboard|from) (?!charge\b)[^A-Z]*"
    r"|(?:is|was) (?:now|still) (?:in|on|at|with|among) .*"
    r"|(?:is|was) (?:now |still |then |at (?:that|the|this) time )?in (?:the )?[A-Z][\w’'-]+"
    r"|(?:is|was) born [^A-Z0-9]*"
    r"|(?:lives|lived|had lived|was living) [^A-Z]*"
    rf"|has (?:an? )?(?:[\w’'-]+ ){{0,3}}(?:{_LOOKS})\b.*"
    r"|had (?:an?|no)\b.*|.* (?:me|us|him|them|you)\b.*)"
)
"""Where somebody is for a moment, or what is at hand: "who was still in funds", "who had a car"."""
_FOR_ONCE = re.compile(
    r"who (?:is|was|has been|had been) (?:one of th[eo]se\b.*|one of the number"
    r"|the (?:most|least) [a-z]+ of\b.*"
    r"|the (?:same|next)\b.*"
    r"|the (?:first|last|only)(?: one| person| man| woman)? to\b[^A-Z]*$)"
    r"|who had been an? [^A-Z]*$"
)
"""What somebody was at one moment: "who had been an amused listener", "who was the first to go"."""
_FOR_SOMEBODY = re.compile(r"which (?:\w+ ){1,3}(?:me|my|us|our|him|her|them|I|we|he|she)\b")
"""What a whole sentence did to somebody: "which makes me willing"."""
_THEN = re.compile(
    r"which (?:is|was|were) [a-z]+ .*\b(?:later|earlier|before|afterwards|ago|then)$"
)
"""What happened to something at some moment of a story: "which was elected ten days later"."""
_EVENT = re.compile(
    r"which (?:has )?(?:began|caused|earned|led to|lost|sparked|started|won|killed"
    r"|injured|wounded|survived|escaped|(?:is|was) [a-z]+ing"
    r"|t(?:akes|ook) place|(?:is|was|will be) held)\b"
    r"|which (?:is|was) (?:an?|the) (?:[\w-]+ ){0,3}"
    r"(?:concert|conference|congress|convention|course|event|festival|game|meeting|match|party|race"
    r"|show|tour|tournament|trip|visit)\b"
)
"""What something that happened at a place did: "the crash near X, which killed fifty people"."""
_OF_SEVERAL = re.compile(r"who (?:both|all|are|serve|have|work|live|run|lead)\b")
"""What is said of several: "X and Y, who serve as chairmen"."""
_TRIES = re.compile(
    r"(?:which|that) (?:is|was|are|were|has been|have been) (?:\w+ly |now |still )?\w+ing to\b"
)
"""What a body is about to do: "which is attempting to find out"."""
_WHEN = r"(?:\w+ly |also |then |now |later |once |often |still |usually )?"
_BEING = re.compile(rf"^who {_WHEN}")
_NOUN_ENDS = (
    r"(?= (?:until|from|of|in|at|for|when|before|after|between|since|during|and|to|by|on)\b|$)"
)
_WHO_IS_ONE = re.compile(
    r"who (?:is|was|has been|had been) (?:\w+ly |then |now |always |only |once |also |still )*"
    rf"((?:an?|the|one of)(?: [\w’'-]+){{1,5}}?){_NOUN_ENDS}"
)
_WHO_IS = re.compile(
    rf"who (?:is|was|has been|had been) ((?:[\w’'-]+ ){{1,5}}?[\w’'-]+){_NOUN_ENDS}"
)


_TO_WHOM = frozenset(("me", "us", "him", "her", "them", "you", "he", "she", "they", "we", "i"))
_BY_THEMSELVES = (
    "widow",
    "widower",
    "twin",
    "veteran",
    "prisoner",
    "proprietor",
    "landlord",
    "landlady",
)
_OF_THE_BODY = ("head", "figure", "character", "person")


def clause_tells(words: str, kind: str) -> bool:
    """Tell whether a clause behind a name says who or what of a `kind` bears it."""
    if words.startswith("whose "):
        return kind == "person" and _is_of_whom(words)
    if kind == "person" and any(
        (_SOMEWHERE.fullmatch(words), _FOR_ONCE.match(words), _OF_SEVERAL.match(words))
    ):
        return False
    if kind != "person" and (
        _THEN.match(words)
        or _FOR_SOMEBODY.match(words)
        or _TRIES.match(words)
        or (kind in ("place", "event") and _EVENT.match(words))
    ):
        return False
    if points_elsewhere(words) or (_BORN_THEN.fullmatch(words) and words[-1].isdigit()):
        return False
    if kind == "person" and (is_told := _is_person_told(words)) is not None:
        return is_told
    wanted = _pattern("who" if kind == "person" else "which")
    return len(words.split()) >= SHORTEST and wanted.match(words) is not None


def _is_person_told(words: str) -> bool | None:
    """Tell whether a clause says of a noun for persons that somebody is that; None if of none."""
    if match := _WHO_IS_ONE.match(words):
        return _is_who(words[match.start(1) :], match[1])
    match = _WHO_IS.match(words)
    if match and is_of_kind(match[1], "person"):
        return _is_who(words[match.start(1) :], match[1])
    doing = _doing().match(words)
    is_vague = doing and not is_particular(words, doing.end())
    return False if is_vague or is_a_moment(_BEING.sub("", words)) else None


def _is_who(words: str, noun: str) -> bool:
    """Tell whether what somebody is said to be tells who that is, and not only of what sort."""
    if not is_of_kind(noun, "person"):
        return False
    if head_of(noun) in _BY_THEMSELVES:
        return True
    is_little = is_praise(words) or is_looks(words) or tells_little(words)
    return is_told_whose(words) and not is_little


def _is_of_whom(words: str) -> bool:
    """Tell whether a clause says who or what is somebody's: "whose mother was on the plane"."""
    noun, *rest = words.removeprefix("whose ").split()
    is_kin = noun in relational() and noun not in _OF_THE_BODY
    is_near = is_kin or noun in tables()["owned"]["words"]
    is_of_another = rest[:1] and rest[0][0].isupper()  # "whose works Beethoven esteemed"
    is_of_another = is_of_another or not _TO_WHOM.isdisjoint(rest)
    if rest[-2:-1] in (["is"], ["was"], ["were"]) and rest[-1] in ("done", "finished", "over"):
        return False
    return is_near and len(rest) >= SHORTEST - 1 and not is_of_another


@lru_cache(maxsize=2)
def _pattern(pronoun: str) -> re.Pattern[str]:
    verbs = "|".join(tables()["verbs"]["relative"])
    being = "|".join(tables()["verbs"]["be"])
    be = rf"(?:is|was|has been|had been) {_WHEN}(?:{being})"
    return re.compile(rf"{pronoun} {_WHEN}(?:{verbs}|{be}|{_doings()})\b")


@lru_cache(maxsize=1)
def _doing() -> re.Pattern[str]:
    verbs = "|".join(tables()["verbs"]["relative"])
    return re.compile(rf"who {_WHEN}(?!(?:{verbs})\b)(?:{_doings()})\b")


def _doings() -> str:
    """What somebody or something does as a rule, or was doing: "studies", "was serving"."""
    nothing = "|".join(tables()["verbs"]["no_doing"])
    done = "|".join(tables()["verbs"]["was_doing"])
    doing = rf"(?:is|has been) {_WHEN}(?!(?:{nothing})\b)[a-z]{{2,}}ing|was {_WHEN}(?:{done})"
    never = "|".join(tables()["verbs"]["never"])
    return rf"{doing}|(?!(?:{never})\b)[a-z]{{3,}}s(?= )"
