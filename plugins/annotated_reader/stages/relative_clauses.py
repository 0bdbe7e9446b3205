"""A clause such as "who led the commission" goes in, and whether it tells who that is comes out.

Most of what is said of somebody in passing tells nothing ("who declined to say more"): so only
some verbs do, and only some nouns behind "whose".
"""

from __future__ import annotations

import re
from functools import lru_cache

from .little_told import is_praise
from .phrase_kinds import is_of_kind, points_elsewhere, relational, tables

SHORTEST = 4  # words of a clause
_BORN_THEN = re.compile(r"who (?:is|was) born (?:in|on) (?:[A-Z0-9][\w,]* ?){1,3}")
_LOOKS = (
    "mind|look|face|air|way|manner|manners|taste|voice|eyes?|heart|temper|passion|gift|habit|smile"
)
_SOMEWHERE = re.compile(
    rf"who (?:(?:is|was|has been|had been) (?:(?:\w+ly|still|then|now|also|only|just) )?"
    r"(?:in|on|at|among|aboard|from) (?!charge\b)[^A-Z]*"
    r"|(?:is|was) (?:now|still) (?:in|on|at|with|among) .*"
    r"|(?:is|was) (?:now |still |then )?in [A-Z][\w’'-]+"
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
_WHO_IS = re.compile(
    r"who (?:is|was|has been|had been) ((?:[\w’'-]+ ){1,5}?[\w’'-]+)"
    r"(?= (?:until|from|of|in|at|for|when|before|after|between|since|during|and|to|by|on)\b|$)"
)


_OF_THE_BODY = ("head", "figure", "character", "person")


def clause_tells(words: str, kind: str) -> bool:
    """Tell whether a clause behind a name says who or what of a `kind` bears it."""
    if words.startswith("whose "):
        return kind == "person" and _is_of_whom(words)
    if kind == "person" and (_SOMEWHERE.fullmatch(words) or _FOR_ONCE.match(words)):
        return False
    if points_elsewhere(words) or (_BORN_THEN.fullmatch(words) and words[-1].isdigit()):
        return False
    if kind == "person" and (match := _WHO_IS.match(words)) and is_of_kind(match[1], "person"):
        return not is_praise(words[match.start(1) :])
    wanted = _pattern("who" if kind == "person" else "which")
    return len(words.split()) >= SHORTEST and wanted.match(words) is not None


def _is_of_whom(words: str) -> bool:
    """Tell whether a clause says who or what is somebody's: "whose mother was on the plane"."""
    noun, *rest = words.removeprefix("whose ").split()
    is_kin = noun in relational() and noun not in _OF_THE_BODY
    is_near = is_kin or noun in tables()["owned"]["words"]
    is_of_another = rest[:1] and rest[0][0].isupper()  # "whose works Beethoven esteemed"
    return is_near and len(rest) >= SHORTEST - 1 and not is_of_another


@lru_cache(maxsize=2)
def _pattern(pronoun: str) -> re.Pattern[str]:
    verbs = "|".join(tables()["verbs"]["relative"])
    being = "|".join(tables()["verbs"]["be"])
    when = r"(?:\w+ly |also |then |now |later |once |often |still |usually )?"
    be = rf"(?:is|was|has been|had been) {when}(?:{being})"
    nothing = "|".join(tables()["verbs"]["no_doing"])
    done = "|".join(tables()["verbs"]["was_doing"])
    doing = rf"(?:is|has been) {when}(?!(?:{nothing})\b)[a-z]{{2,}}ing|was {when}(?:{done})"
    never = "|".join(tables()["verbs"]["never"])
    habit = rf"(?!(?:{never})\b)[a-z]{{3,}}s(?= )"
    return re.compile(rf"{pronoun} {when}(?:{verbs}|{be}|{doing}|{habit})\b")
