"""A phrase on a person goes in, and whether it tells too little to be a definition comes out.

Of a bare title, "Judge", nobody learns who that is; "a man of genius" is praise, "the next speaker"
one's turn, and "the Earl of Elgin" in a row of names is somebody else.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..kinds.phrase_kinds import kind_in, relational, tables, without_article
from ..who_is_who.honorific import RANKS
from ..words import head_of, honorifics

_TURN = re.compile(
    r"(?:the )?(?:(?:very )?(?:first|second|third|next|last|only|other|same|latter) )[a-z-]+",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"(?:the )?(?:better|worse|best|worst|former|latter|elder|younger)$|an? (?:better|worse) |"
    r"(?:[Tt]he )?"
    r"(?:(?:older|younger|elder|taller|bigger|smaller|better) |(?:more|less) [a-z]+ |only other )"
    r"(?!.* (?:of|to) )"
)
_OF_THEM = re.compile(
    r"(?:the )?(?:eldest|youngest)"
    r"(?! .*\b(?:sisters?|brothers?|sons?|daughters?|children|family|[A-Z]\w+)).*"
)
"""Beside others who are not named: "the older craftsman", "the eldest of the four"."""
_OF_THE_HOUR = re.compile(r"\bof the (?:hour|evening|moment|occasion|number|night|day|meeting)$")
_PARTICULAR = re.compile(
    r"\d|[ -][A-Z]"
    r"|\bof (?:about |nearly |some )?(?:[a-z]+teen|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?)\b"
)
"""What a phrase on "a man" holds if it tells who: a name, a number, an age."""

_TRADES = ("the detective", "the constable", "the sheriff", "the pastor", "the deacon", "the rabbi")
"""These ranks are trades as well, by which a text knows one person."""
_ADDRESSES = (
    "Doctor",
    "Lawyer",
    "Nurse",
    "Farmer",
    "Squire",
    "Widow",
    "Cousin",
    "Master",
    "Brother",
    "Sister",
)
_AND_SOMEBODY = re.compile(r",? and (?=[A-Z]|he |she )")
_WHO = re.compile(r",? (?:of |to |with |for )?(?:who|whom|whose|that) ")
_OF_TWO_WORDS = re.compile(r"\b(?:Lord|Vice|Chief|Attorney) [A-Z][a-z]+$")
"""Offices such as "Lord Chancellor" and "Chief Justice", which say more than a rank."""
_GOES_ON = re.compile(r" (?:of|for|at|in|to|from|on|with|by|under|who|whom|whose|that) |, ")
_ACTS = re.compile(r" (?:at once|then|now|[a-z]+ed)\b.*")
"""What begins a sentence's own verb behind a title: "the King at once assumed"."""
_ADDRESSED = r"(?:Mr|Mrs|Miss|Ms|Messrs|Mme|Dr|Sir|Lord|Lady|Madame|Uncle|Aunt)\b\.?"
_ADDRESS = re.compile(
    r"(?:^|, | and )(?:the )?"
    r"(?!Lord \w+ of |Lord (?:Chancellor|President|Mayor|Justice|Lieutenant)\b)"
    rf"(?:Rev\. |Hon\. )?{_ADDRESSED} ?(?=[A-Z]|$)(?!(?:[A-Z][\w.-]+ ?)+['’]s )"
)
_PEER = re.compile(rf"(?:[Tt]he )?(?:{RANKS})(?: of [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)?")

_BETWEEN_TWO = re.compile(
    r", (?!(?:the|an?) )[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)*(?:,? and | ?, (?!an? |(?:the )[a-z]+,))"
)
"""Behind "Jan Ott, the painter", what leaves open whether the next is he: ", Asel Lee, Eve Roy"."""
_ONE_NOUN = re.compile(r"the [a-z-]+")
_AND_ANOTHER = re.compile(r",? and (?:(?:I|he|she|the|his|her|their)\b|[A-Z])")
"""Behind "X, the maid", what makes a row of it: ", and I"."""
_NAMES_GO_ON = re.compile(r"(?:, [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)+){2}|(?:, [A-Z][\w.’'-]+){3}")
_NEXT_OF_ROW = re.compile(r"(?:[A-Z][\w.’'-]+ ){2,}the [a-z]")
"""Behind a name, the next: "Jan Ott the lawyer"."""
_OF_A_ROW = re.compile(r"(?: \([^()]*\))?,? (?:and )?(?:the )?[A-Z]")
OPINION = re.compile(
    r"(?:an?|the) (?:very |most |really )?(?:(?:amazing|awesome|bad|beautiful|charming|excellent"
    r"|good|great|important|interesting|lovely|nice|terrible|useful|valuable|wonderful)"
    r"(?: and |, )?)+ "
    r"(?:(?:challenge|company|event|group|organization|organisation|place|project|team)\b"
    r"|(?:church|city|country|hotel|island|land|museum|park|region|restaurant|town|village)$)"
)
"""What somebody thinks of a thing: "an important and interesting challenge"."""


def tells_little(words: str) -> bool:
    """Tell whether a phrase on a person is a bare title, one's turn in a row, or on anybody."""
    is_bare = (
        _OF_THE_HOUR.search(words) or is_bare_title(words) or is_bare_title(_ACTS.sub("", words))
    )
    is_turn = _TURN.fullmatch(words) or _COMPARED.match(words) or _OF_THEM.fullmatch(words)
    return bool(is_bare) or is_turn is not None or _is_anybody(words) or is_abuse(words)


def _is_anybody(words: str) -> bool:
    """Tell whether a phrase is "the big leader" or "a young man", which many are."""
    *before, last = without_article(words).split() or [""]
    vague = {*tables()["offices"]["vague"], *tables()["relational"]["ranks"]}
    return last in relational() and vague.issuperset(map(str.lower, before))


def is_bare_title(words: str) -> bool:
    """Tell whether a phrase is a rank that is not said of what: "Judge", "the young Queen".

    What stands before a rank may tell more: "Iraqi General", "police Captain", "former President".
    """
    *before, last = without_article(words).split() or [""]
    if words in _ADDRESSES or words in ("senior", "junior"):
        return True
    is_title = is_rank(last) or last in _ADDRESSES
    if not is_title or _GOES_ON.search(words) or _OF_TWO_WORDS.search(words):
        return False
    if last[:1].islower():
        if words in _TRADES:
            return False
        is_the_one = bool(before) or words[:4].lower() == "the "
        return is_the_one and all(_noun(word) in tables()["offices"]["vague"] for word in before)
    others = [word for word in before if not is_rank(word)]
    return _is_half_a_clause(before) or not others or not _tells(others[-1])


def is_rank(word: str) -> bool:
    """Tell whether a word is a rank, or another title by which somebody is addressed."""
    return _noun(word) in _ranks()


def _tells(word: str) -> bool:
    noun = _noun(word)
    if noun in tables()["offices"]["vague"] or noun.isdigit():
        return False
    is_office = kind_in(noun) == "person" and not noun.endswith("er")  # "to murder Queen X"
    is_told = noun in tables()["offices"]["telling"] or is_office
    is_compound = "-" in word and not noun.endswith("s")  # "by the motor-cars Captain X had"
    return word[0].isupper() or is_compound or is_told


def _is_half_a_clause(before: list[str]) -> bool:
    """Tell whether "and" stands before a rank, but no other one before that."""
    return "and" in before and kind_in(before[before.index("and") - 1].lower()) != "person"


def _noun(word: str) -> str:
    return word.rstrip(".,").casefold().removeprefix("ex-").removeprefix("then-")


@lru_cache(maxsize=1)
def _ranks() -> frozenset[str]:
    return frozenset(tables()["offices"]["ranks"]) | honorifics()


def is_praise(words: str) -> bool:
    """Tell whether a phrase says only of what sort somebody is: "a man who hated to be beaten"."""
    is_anybody = head_of(words) in tables()["somebody"]["words"]
    return is_anybody and not _is_particular(words)


def is_looks(words: str) -> bool:
    """Tell whether a phrase says only how somebody looks: "a little man with a red beard"."""
    if head_of(words) in tables()["somebody"]["looks"]:
        return " who " not in words
    return _looks().fullmatch(words) is not None and not _is_particular(words)


def _is_particular(words: str) -> bool:
    """Tell whether a phrase on "a man" tells who by a name, a number or an age before a clause."""
    phrase = _AND_SOMEBODY.split(_WHO.split(words, maxsplit=1)[0], maxsplit=1)[0]
    return _PARTICULAR.search(phrase) is not None


@lru_cache(maxsize=1)
def _looks() -> re.Pattern[str]:
    anybody = "|".join(tables()["somebody"]["anybody"])
    return re.compile(
        rf"(?:still |quite |only )?(?:an?|one) (?:[a-z’'-]+,? )*?(?:{anybody})"
        r"(?:,? (?:with|of|and|at) [^.]*|, [^.]*)?"
    )


def is_abuse(words: str) -> bool:
    """Tell whether a phrase is what somebody is called in anger: "the traitor"."""
    return head_of(words) in tables()["somebody"]["abuse"]


def names_another(words: str) -> bool:
    """Tell whether a phrase is, or goes on with, how somebody is addressed: "Mr. Shaw"."""
    return _ADDRESS.search(words) is not None


def is_peer(words: str) -> bool:
    """Tell whether a phrase is what a peer is called, which is a name: "the Earl of Elgin"."""
    return _PEER.fullmatch(words) is not None


def is_of_somebody_else(words: str, behind: str) -> bool:
    """Tell whether words behind a person's name say too little of them, or go on a row of names."""
    is_in_row = is_peer(words) and _OF_A_ROW.match(behind)
    is_open = _BETWEEN_TWO.match(behind) or _NAMES_GO_ON.search(words)
    is_in_row = is_in_row or (words.startswith("the ") and is_open)
    is_in_row = is_in_row or (_ONE_NOUN.fullmatch(words) and _AND_ANOTHER.match(behind))
    is_in_row = is_in_row or _NEXT_OF_ROW.match(words)
    is_little = tells_little(words) or is_looks(words) or " than " in words
    return bool(is_in_row) or is_little or names_another(words)
