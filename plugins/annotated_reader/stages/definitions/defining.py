"""A claim on a mention goes in, and the words of it that define come out, if they do.

The grammar's relations are right more often than not, and a wrong one makes a wrong definition: so
each has conditions that the words must meet, such as to say what such a kind of thing can be. None
is better than a bad one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..kinds.phrase_kinds import ONLY, is_told_whose, points_elsewhere, tables
from ..names.cast import RULE as CAST
from ..places.gazetteer import METROPOLIS, cities_named
from ..words import head_of, word_lists
from .claim_edges import whole_title, without_others
from .claimed import Claimed
from .little_told import is_looks, tells_little
from .noun_tells import APART, appositive_tells, copula_tells
from .relative_clauses import clause_tells
from .said_for_sure import hedged_from, is_fact_in_speech
from .speakers import is_speaker
from .title_tells import title_tells
from .trim import trimmed

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...model import Claim, Mention, Span

_BEFORE_A_NAME = re.compile(
    r"\b(?:of|the|to|by|and|for)"
    r" (?:Hon|Rev|Mr|Mrs|Messrs|Dr|St|Col|Gen|Capt|Maj|Lt|Prof|Gov|Sen|Sir"
    r"|Monsieur|Madame|Signor|Herr|Miss)\.?$"
)
"""A quotation that ends where a name should follow: "the daughter of the Hon"."""
_NOUN = re.compile(r" [a-z]+[.,;:!?]")
"""Behind "the son of the town": " drunkard,"."""
_OPEN = re.compile(r" (?:of|in|to|for|at|by|with|from|on|the|an?|and)$")
_GOES_ON = re.compile(r" [a-z]+ing\b(?! (?:the|an?|in|at|on|for|with|to|from|as)\b)")
"""Behind "the father of sledge": " travelling"."""
_NAMING = ("parenthesis", "whose", "of", "where it is")
"""Relations whose words are a name, or begin with the name itself: nothing is hedged in them."""
_CUT = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|lat|long)\.?$")
_OF_OLD = re.compile(r" of (?:ancient|old|modern|new|medieval)(?= [A-Z])")
"""Before a name that words are cut off from: "the site of ancient"."""
_CONDITION = re.compile(r"\b(?:[Ii]f|[Uu]nless) [^,;.]{0,40}$")
_WHO_CUT = re.compile(
    r" (?:who|which|that)\b"
    r"|(?<=[a-z]) [a-z]{2,}ing (?=(?:the|an?|his|her|its|their|in|for|at|with)\b)"
)
_WHO_IS_ONE = re.compile(r"(?:who|which) (?:is|was|has been) (?:the|an?) ")
_SINGLE_OPENS = re.compile(r"(?:^|[\s(—])['‘](?=[A-Z])")
_SINGLE_CLOSES = re.compile(r"(?<=[\w,.!?…—])['’](?=[\s,.;:!?)—]|$)")
"""A quotation mark that is no apostrophe within a word; one at its end may be either."""
_SHORTEST = 4  # letters of what defines
_OWNS = re.compile(r" ?['’]s\b")
_PART_OF = re.compile(r"\b(?:the|an?) (?:[a-z]+ ){1,3}of (?:the )?$")
_ONE = re.compile(
    r"[Oo]ne (?:case|city|company|country|example|group|man|nation|party|person|place|state|town"
    r"|woman)"
)
"""What tells nothing: "One nation, the Soviet Union,"."""
_SUCH = re.compile(r"(?:[Aa]ll|[Aa]ny|[Nn]o|[Oo]ne|[Ss]everal|[Ss]ome) such ")
"""What points back: "One such regiment"."""
_DATED = re.compile(r"(?:the )?(?:[A-Z][a-z]+ )?(?:1\d|20)\d\d ")
"""The next of a row of events: "the 1955 election"."""
_MOST_NAMED = 2
"""Others that may stand in a list before who is told of."""
_ANYBODY = re.compile(
    r"(?:(?:different|famous|many|notable|other|several|some|three|two|various|well-known) )*"
    r"(?:artists|celebrities|contributors|figures|groups|guests|institutions|members|names"
    r"|organi[sz]ations|panelists|participants|people|performers|personalities|persons|stars)",
    re.IGNORECASE,
)
_ONE_OF_ITS = re.compile(r"[Tt]he (?:most [a-z]+|[a-z]+est) ")
"""What is in a place, and not the place: "the most beautiful city of Sicily"."""
_PRONOUN = re.compile(r"(?:He|I|It|She|That|There|They|This|We|You)(?:['’][a-z]+)?\b")
"""With which no words begin that tell something: "They're owned by X"."""


def defining_words(claim: Claim, mention: Mention, text: str, sentence: Span) -> Span | None:
    """Return the words of `claim` that define what `mention` names, or None."""
    start, end = claim.words if claim.relation == "kin" else trimmed(text, claim.words)
    if text[start - 1 : start].isalnum() or text[start - 1 : start] == "-":
        return None
    if claim.relation == "title":
        start, end = whole_title(mention, text, (start, end), sentence[0])
    if claim.relation not in _NAMING:
        start = hedged_from(text, start, sentence[0])
    start, end = without_others(claim, mention, text, (start, end))
    words = text[start:end]
    is_within = sentence[0] <= start < end <= sentence[1]
    if not is_within or _is_no_phrase(claim, mention, text, (start, end)):
        return None
    is_speech = _is_quoted(text[sentence[0] : start])
    if is_speech and not is_fact_in_speech(claim.relation, words, mention.kind):
        return None
    check = _CHECKS[claim.relation]
    if check(Claimed(words, claim, mention, text)):
        return start, end
    short = words if ONLY.match(words) else _WHO_CUT.split(words, maxsplit=1)[0].rstrip(", ")
    is_phrase = " " in short and not _OPEN.search(short)
    if claim.relation == "appositive" and is_phrase and short != words:
        return (start, start + len(short)) if check(Claimed(short, claim, mention, text)) else None
    return None


def _is_no_phrase(claim: Claim, mention: Mention, text: str, span: Span) -> bool:
    """Tell whether words are too short or a speaker’s, or a heading or half a phrase on a person.

    Such is "X, who was head of last year" before "'s meeting".
    """
    is_nothing = _ONE.fullmatch(text, *span) or _SUCH.match(text, *span) or text[span[0]] in "@#"
    is_nothing = is_nothing or (mention.kind == "event" and _DATED.match(text, *span) is not None)
    if is_nothing or is_speaker(mention, text) or _is_in_a_longer_name(claim, mention, text):
        return True
    if any(match.end() == span[1] for match in _OF_OLD.finditer(text, span[0], span[1] + 2)):
        return True
    if mention.kind != "person" or span[1] - span[0] < _SHORTEST:
        return span[1] - span[0] < _SHORTEST
    is_behind = claim.words[0] > claim.subject[0]
    if any(mark in mention.surface for mark in "“”"):
        return True  # a name that the model cut wrongly
    if is_behind and claim.relation == "appositive" and text.startswith(")", mention.span[1]):
        return True  # of a row: "a doctor (X), a cook (Y)"
    is_half = is_behind and _OWNS.match(text, span[1]) is not None
    is_half = is_half or _BEFORE_A_NAME.search(text[slice(*span)]) is not None
    is_half = is_half or (claim.relation == "appositive" and bool(_NOUN.match(text, span[1])))
    is_half = is_half or (claim.relation == "copula" and bool(_GOES_ON.match(text, span[1])))
    return is_half or _is_heading(text, *span)


def _is_in_a_longer_name(claim: Claim, mention: Mention, text: str) -> bool:
    """Tell whether a claim is on a longer name that a thing's begins: "the Arctic Tern, which"."""
    rest = text[mention.span[1] : claim.subject[1]]
    return mention.kind != "person" and any(word[0].isupper() for word in rest.split())


def _is_heading(text: str, start: int, end: int) -> bool:
    """Tell whether words are a heading, in capitals or alone in a line: "St. Ott's Parsonage"."""
    words = text[start:end]
    is_line = text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\n")
    return is_line or (words.isupper() and " " in words)


def _is_quoted(before: str) -> bool:
    """Tell whether words stand in somebody's speech, which is an opinion."""
    if before.count('"') % 2 == 1 or before.count("“") > before.count("”"):
        return True
    opened = max((each.end() for each in _SINGLE_OPENS.finditer(before)), default=0)
    return opened > 0 and _SINGLE_CLOSES.search(before, opened) is None


# One function a relation: is it a definition?


def _relative(said: Claimed) -> bool:
    is_apart = "," in said.between and APART.fullmatch(said.between) is not None
    start = said.mention.span[0]
    if said.mention.kind != "person" and _PART_OF.search(said.text[max(0, start - 60) : start]):
        return False  # "the church of X, which"
    is_full = said.mention.kind == "person" and " " in said.mention.surface
    is_one = is_full or _WHO_IS_ONE.match(said.words) is not None
    is_it = is_apart or (said.between == " " and is_one)
    return is_it and clause_tells(said.words, said.mention.kind)


def _head_noun(said: Claimed) -> bool:
    noun = head_of(said.words[: max(0, said.claim.subject[0] - said.claim.words[0])])
    called = {noun, noun.removesuffix("s"), f"{noun[:-3]}y"}
    is_the_one = said.words.startswith(("the ", "The ")) and not _ONE_OF_ITS.match(said.words)
    if said.mention.kind != "place" or not is_the_one or called.isdisjoint(_called()):
        return False
    if noun.endswith("s") and " and " not in said.words:
        return False  # "the islands of the Pacific"
    if not called.isdisjoint(tables()["called"]["names"]):
        return True  # not "the suburb of Los Angeles"
    return all(city.population < METROPOLIS for city in cities_named(said.mention.surface))


@lru_cache(maxsize=1)
def _called() -> frozenset[str]:
    return frozenset(tables()["called"]["words"])


def _as_found(said: Claimed) -> bool:
    """What our own patterns find has met their conditions already; but "his friend" is nobody."""
    start = said.mention.span[0]
    if _CONDITION.search(said.text[max(0, start - 60) : start]):
        return False
    if "--" in said.words or _CUT.search(said.words) or _PRONOUN.match(said.words):
        return False
    return not re.search(r"\b(?:his|her|their|its|my|our|your|I(?!\.)|we)\b", said.words)


def _tells_nothing_of_one(words: str) -> bool:
    """Tell whether what is said of several is on anybody, or names too many of them."""
    is_long = words.count(",") > _MOST_NAMED
    return is_long or _ANYBODY.fullmatch(words) is not None or words in _parties()


@lru_cache(maxsize=1)
def _parties() -> frozenset[str]:
    """What tells little by itself: "liberals", "conservatives"."""
    return frozenset(word_lists()["creeds"]["of_parties"])


def _is_anybody(words: str) -> bool:
    return tells_little(words) or is_looks(words) or points_elsewhere(words)


_CHECKS: dict[str, Callable[[Claimed], bool]] = {
    "appositive": appositive_tells,
    "title": title_tells,
    "copula": copula_tells,
    "relative clause": _relative,
    "head noun": _head_noun,
    "parenthesis": _as_found,
    "of": _as_found,
    "office": _as_found,
    "list": lambda said: _as_found(said) and not _tells_nothing_of_one(said.words),
    "called": lambda said: (
        _as_found(said)
        and (said.words.count(" ") > 1 or is_told_whose(said.words))
        and not (said.mention.kind == "person" and _is_anybody(said.words))
    ),
    "participle": _as_found,
    "where from": _as_found,
    "kin": lambda _said: True,
    "whose": _as_found,
    "done to": _as_found,
    "made by": _as_found,
    "credit": lambda _said: True,
    CAST: lambda _said: True,
    "where it is": _as_found,
    "first descriptive mention": _as_found,
}
