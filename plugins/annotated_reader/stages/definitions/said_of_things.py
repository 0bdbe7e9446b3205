"""What stands around a name of a place, an organization or such and says what that is.

"the Dutch airline X", "Mecca's X", "X in Saratoga Springs, New York". One function a form; each
takes a mention with its sentence and returns the words, or None.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..kinds.phrase_kinds import could_be, is_of_kind, is_plural, kind_in, tables, without_article
from ..places.context import region_behind
from ..words import fold, head_of, head_words, word_lists
from .around import BRACKETS, NAME, NAMES, and_others, described_before, exemplified, subject_of

if TYPE_CHECKING:
    from ...model import Span
    from .around import Around

_NEXT_WORD = re.compile(r" ([a-z-]+)")
_WORDS_BEHIND = re.compile(r"(?: [a-z-]+){1,3}")
_SORT = re.compile(
    r" ((?:(?:news|fashion|music|business|science|trade) )?(?:magazine|newspaper|journal|tabloid)"
    r"|news agency|airlines?|supermarkets?"
    r"|(?:football|soccer|basketball|baseball|hockey|rugby|cricket|volleyball) (?:team|club))\b"
    r"(?! [a-z]+(?:er|or|ist|ian|man|woman|chief)\b)"
)
_PLURAL = re.compile(r"[a-z]{3,}[^su]s")  # "the Baltimore street lamps"
_ARTICLE = re.compile(r"(?:[Tt]he |[Aa]n? )$")
_OWNED = re.compile(rf"(?:^|[ (])((?:the )?({NAMES}) ?['’]s?) (?:[a-z-]+ ){{0,2}}$")
_TO_THE_COMMA = re.compile(
    r"(?:^|[,;:] | (?:of|by|with|and|for|from|to|at|in) )"
    rf"((?:[Tt]he|[Aa]n?|{NAMES} ?['’]s?) [^,;:()\"“”]{{6,90}}), (?:the )?$"
)
_PARTICIPLE = re.compile(
    rf"(?: (?P<noun>[a-z]+))?{BRACKETS}, (?P<what>"
    r"(?:based|headquartered|located|situated|founded|established|formed|created|owned|run|led"
    r"|headed|chaired|launched|built|opened)"
    r" (?:in|by|on|near|as|at) [^,;:()\[]{3,90}?)(?=[,;]|(?<! [A-Z])\.(?:\s|$)|$)"
)
_WHOM_ONE_SPEAKS_FOR = ("community", "people", "family")
"""Nouns behind which another thing is named: "the voice of the local community, the X"."""
_NUMBER = re.compile(
    r"^(?:two|three|four|five|six|seven|eight|nine|ten|both|several) ", re.IGNORECASE
)
_HEADED = re.compile(r"(?:led|headed|chaired|run) by ")  # what happens at a place, not the place
_CALLED = re.compile(
    r"(?:.*[ ,]|^)([Aa]n? [^,;:()\"“”]{4,70}?),? (?:(?:that|which) is )?"
    r"(?:named|called|known as) (?:the )?$"
)
_WHEN = re.compile(r" in (?:[A-Z][a-z]+ )?\d{4}$")
_BASED = re.compile(
    rf"\b((?:[Tt]he )?(?:(?:{NAME}(?: {NAME})?, )?{NAME}(?: {NAME}){{0,2}}-based"
    r"|(?:[Ss]tate|[Gg]overnment|[Ff]amily|[Pp]rivately)-(?:run|owned|funded|held|controlled)) "
    r"(?:[a-z-]+ )?|[Tt]he ruling )$"
)
_SPELLED = re.compile(rf"({NAMES}) \($")
_AMONG = re.compile(r"\b(?:his|her|their|its|my|our|your)\b", re.IGNORECASE)


def title(around: Around) -> Span | None:
    """Find "the Dutch airline X", "the short film “X”"."""
    before = _before(around)
    words = described_before(before)
    if not is_of_kind(words, around.mention.kind) or " " not in without_article(words):
        return None
    start = len(before) - len(words)
    return None if _AMONG.search(before[:start][-6:]) else _in_text(around, start, before)


def kind_before(around: Around) -> Span | None:
    """Find "the journal X", whose noun alone would say too little."""
    before = _before(around)
    words = described_before(before)
    noun = without_article(words)
    is_told = " " not in noun and noun.islower() and kind_in(noun) == around.mention.kind
    if not is_told or noun in tables()["parts"]["words"]:
        return None
    return around.start + len(before) - len(words), around.mention.span[1]


def _before(around: Around) -> str:
    """What stands before a name, or before the quotation mark before a title."""
    before = around.before.rstrip()
    return before.rstrip('“"').rstrip() if around.mention.kind == "work" else before


def _in_text(around: Around, start: int, before: str) -> Span:
    return around.start + start, around.start + len(before)


def before_comma(around: Around) -> Span | None:
    """Find "the club's affiliate, the X"."""
    match = _TO_THE_COMMA.search(around.before)
    is_apart = around.behind[:1] in ("", ",", ".", ";", ":")
    if match and head_of(match[1]) in _WHOM_ONE_SPEAKS_FOR:
        return None
    if match and is_apart and is_of_kind(match[1], around.mention.kind):
        return around.from_before(match)
    return None


def with_its_noun(around: Around) -> Span | None:
    """Find "the Ata-Meken party", "the Osh region", "the Hells Angels biker gang"."""
    behind, article = _WORDS_BEHIND.match(around.behind), _ARTICLE.search(around.before)
    is_people = around.label_of(around.mention.surface) == "NORP"
    if around.mention.surface in tables()["parts"]["owners"]:
        return None
    words = behind[0].split() if behind and article and not is_people else []
    for number in range(1, len(words) + 1):
        following = words[number] if number < len(words) else ""
        goes_on = _PLURAL.fullmatch(following) or kind_in(following) == "person"
        if _is_its_noun(words[:number], around.mention.kind) and article and not goes_on:
            end = around.mention.span[1] + len(" ".join(["", *words[:number]]))
            return around.mention.span[0] - len(article[0]), end
    return None


def with_its_sort(around: Around) -> Span | None:
    """Find "X magazine" and "X football team"."""
    match = _SORT.match(around.behind)
    return (around.mention.span[0], around.from_behind(match)[1]) if match else None


def _is_its_noun(words: list[str], kind: str) -> bool:
    """Tell whether words behind a name say what bears it: "party", "biker gang"."""
    if len(words) == 1:
        return words[0] in word_lists()["followers"].get(kind, ())
    stops = tables()["not_described_by"]["words"]
    is_part = words[-1] in tables()["parts"]["words"]
    is_part = is_part and " ".join(words[-2:]) not in tables()["parts"]["wholes"]
    if is_part or is_plural(" ".join(words)) or any(w in stops or w == "and" for w in words):
        return False
    is_noun = (kind == "organization" and kind_in(words[-1]) == kind) or (
        kind == "place" and words[-1] in tables()["of_nature"]["words"]
    )
    return is_noun and not any(word.endswith(("ed", "ly")) for word in words)


def whose(around: Around) -> Span | None:
    """Find "Saudi Arabia's Civil Defense Authority"."""
    match = _OWNED.search(around.before)
    if not match or fold(match[2]) == fold(around.mention.surface):
        return None
    *inside, last = around.mention.surface.split()
    is_part = last in head_words()
    is_owner = around.is_place(match[2]) or (is_part and around.label_of(match[2]) == "ORG")
    is_plain = last.casefold() not in tables()["called"]["words"]
    is_told = inside or (is_plain and around.mention.kind == "place" and around.is_place(match[2]))
    return (around.from_before(match)[0], around.mention.span[1]) if is_owner and is_told else None


def based(around: Around) -> Span | None:
    """Find "Virginia-based X", "the state-run X", "the ruling X"."""
    match = _BASED.search(around.before)
    if not match or (match[1].lower() == "the ruling " and around.mention.surface.isupper()):
        return None  # "the ruling SPA" tells nothing
    return around.from_before(match)[0], around.mention.span[1]


def called(around: Around) -> Span | None:
    """Find "an umbrella group called the X"."""
    match = _CALLED.search(around.before)
    if not match or not is_of_kind(match[1], around.mention.kind):
        return None
    start, end = around.from_before(match)
    when = _WHEN.search(match[1])
    is_more = not when or " " in without_article(match[1][: when.start()])
    return (start, end - (len(when[0]) if when else 0)) if is_more else None


def founded(around: Around) -> Span | None:
    """Find "X, based in Osh,"."""
    match = _PARTICIPLE.match(around.behind)
    if not match or (around.mention.kind == "place" and _HEADED.match(match["what"])):
        return None
    if match["noun"] and not could_be(match["noun"], around.mention.kind):
        return None  # "a dealer of X rank, located in Osh"
    start, end = around.from_behind(match, 2)
    region = region_behind(around.behind[match.end("what") :])
    return start, end + (len(", ") + len(region[0]) if region else 0)


def spelled_out(around: Around) -> Span | None:
    """Find "Johnson Space Center (JSC)"."""
    match = _SPELLED.search(around.before) if around.behind.startswith(")") else None
    if not match:
        return None
    words = match[1].split()
    for start in range(len(words)):
        long = " ".join(words[start:])
        if long[0].isupper() and expands(around.mention.surface, long):
            end = around.from_before(match)[1]
            return end - len(long), end
    return None


def example(around: Around) -> Span | None:
    """Find "newspapers such as The Times and X"."""
    found = exemplified(around.before)
    if not found:
        return None
    words, start, end = found
    is_one = head_of(words).endswith("s") and could_be(words, around.mention.kind)
    said = _NUMBER.sub("", words)
    return (around.start + start, around.start + end) if is_one and " " in said else None


def among(around: Around) -> Span | None:
    """Find "X and other oil companies"."""
    found = and_others(around.behind)
    is_one = found and " " in found[0] and could_be(found[0], around.mention.kind)
    is_one = is_one and found and head_of(found[0]).endswith("s")
    return (around.mention.span[0], around.mention.span[1] + found[1]) if found and is_one else None


def maker(around: Around) -> Span | None:
    """Find "an early network operated by X"."""
    start = subject_of(around.before, _run_by())
    goes_on = _NEXT_WORD.match(around.behind)
    is_of_another = (
        goes_on and kind_in(goes_on[1]) == "person"
    )  # "designed by Red House architect X"
    return (
        None if start is None or is_of_another else (around.start + start, around.mention.span[1])
    )


@lru_cache(maxsize=1)
def _run_by() -> re.Pattern[str]:
    verbs = "|".join(tables()["verbs"]["run_by"])
    return re.compile(rf",?(?: is| was| were| are)?(?: \w+ly)? (?:co-)?(?:{verbs}) by (?:the )?$")


def expands(short: str, words: str) -> bool:
    """Tell whether the capitals of `words` are the letters of an acronym."""
    letters = [char for char in short if char.isalpha()]
    capitals = [word[0] for word in re.split(r"[\s-]+", words) if word[:1].isupper()]
    return len(letters) > 1 and short.isupper() and capitals == letters
