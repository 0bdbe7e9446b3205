"""On which side of its text's date an expression lies: its sentence goes in, a tense comes out.

"The airline will fly daily, it announced Friday" tells of a Friday gone by, "it said that it will
fly on Friday" of one to come, "it would fly on Friday" of neither.
"""

from __future__ import annotations

import re

from .base import AHEAD, GONE, MAYBE, UNTOLD
from .names import WEEKDAYS

_SENTENCE = re.compile(
    r"(?<!\b[A-Za-z])(?<!\b[MD]r)(?<!\bMrs)(?<!\bSen)(?<!\bGen)(?<!\bRep)(?<!\bGov)(?<!\bSt)"
    r"[.!?]\s(?=[^a-z\d])|[,.!?][”\"]\s|\n"
)
"""Where a sentence ends, or a speech in it: what was said tells no tense of who says it."""
_SENTENCE_BEFORE, _CLAUSE_AFTER = 200, 150  # characters that are looked at

_IS_DUE = (
    r"(?:scheduled|due(?! to (?:an?|the)\b)|set (?:to|for)|expected|anticipated|supposed|slated"
    r"|forecast)"
)
_FINITE = "".join(
    rf"(?<!\b{word} )"
    for word in ("to", "would", "could", "might", "in", "of", "the", "a", "its", "his", "their")
)
_BEGINS_TO = (
    r"(?:starts?|begins?|opens?|resumes?|takes? place|meets?|leaves?|arrives?|expires?|returns?"
    r"|votes?|faces?)"
)
_AHEAD = re.compile(
    r"\b(?:will|shall|won[’']t|is to|are to|going to|there is|plans? to|plann?ing|upcoming"
    r"|predicts?|forecasts|(?:expects?|hopes?|intends?|aims?) to"
    r"|(?<!had )planned to|would be [a-z]+ing"
    rf"|(?<!was )(?<!were )(?<!had been )(?<!-)(?:{_IS_DUE}|to be)"
    r"|(?:is|are) (?:likely|payable))\b|[’']ll\b|\blook(?:s|ing)? forward to\b"
    r"|\b(?:has|have)\b[^,;.]* until(?: [\w.’']+){0,3} $"
    r"|\b(?:when|if|once|until)\b[^,;.]* (?:is|are) [a-z]+(?:ed|rd|ld|en|wn) (?:on|in) $"
    r"|(?<!had been )\b(?:postponed|delayed|extended|adjourned)\b[^,;]*\buntil(?: [\w.’']+){0,3} $"
    r"|(?<!from )\bas (?:early|late|soon) as $|\b(?:effective(?: on)?|coming) $"
    rf"|{_FINITE}\b{_BEGINS_TO}(?: [a-z]+ly)?(?: on| at the (?:end|start|beginning) of)? $",
    re.IGNORECASE,
)
"""Words after which a day or a month lies ahead of the text's date."""
_OPEN = re.compile(
    r"\b(?:would|might|should|was to|were to|planned|every)\b"
    r"|\b(?:before(?! \d)|until|till)(?: [\w.’']+){0,3} $|\binto (?:early |late |mid-)?$"
    r"|\b(?:instructed|ordered|urged|directed)\b[^,]* to [a-z]+\b"
    rf"|\b(?:was|were|had been) {_IS_DUE}\b"
    r"|\b(?:an?|one|each|any|some|the (?:previous|preceding|following)) $",
    re.IGNORECASE,
)
"""Words after which it may lie on either side, or a weekday is no day of its week."""
_REPORTED = re.compile(
    r"(?<!\bbe )(?<!\bbeen )(?<!\bbeing )(?<!ly )\b(?:said|told|announced|reported|added|predicted"
    r"|declared|warned|confirmed|acknowledged|stated|wrote|claimed|disclosed|revealed|testified"
    r"|insisted|argued|denied|signed|ruled|refused|voted|agreed|ordered|decided|approved|rejected"
    r"|arrested)\b"
)
"""What was done by the time of the text, whatever lies ahead by the words before it."""
_AT_ONCE = re.compile(r" (?:[a-z]+ly |here |on |late |early )*")
_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)}),?\s$")
_GONE = re.compile(
    r"\b(?:[Ll]ast|[Pp]ast|[Ss]ince(?: (?:shortly|soon|just))?(?: (?:after|before))?(?: the)?"
    r"|not until|[Uu]p until) $"
)
_UNTIL = re.compile(r"\A(?:.* )?Until $")
_HAD = re.compile(r",[^;]* had\b")
"""Of "Until Thursday, they had not spoken" the day is gone by."""
_DECIDED = re.compile(r"(?:decided|agreed|voted|ordered)\Z")
_TO_DO = re.compile(r" to [a-z]+ ")
"""What was decided, and what is still to be done: "has agreed to leave in March"."""

_WILL = re.compile(r"\b(?:will|(?:is|are) (?:to|due|expected|scheduled|set) |plans? to)\b|[’']ll\b")
_WAS = re.compile(r"\b(?:was|were|had|has|have|did|said|told|that|[a-z]+ed)\b")
_DONE_ON = re.compile(
    rf"(?<!\bbe )(?<!\bbeen )(?<!\bbeing )(?<!ly )\b(?!{_IS_DUE}|planned|need|indeed)"
    r"(?:[a-z]+ed|began|died|left|met|held|seen|shot|born|won|came|went|took|lost|fell|rose|broke"
    r"|struck|ran|sent|hit|set(?= on))(?: on)? $"
)
"""What was done on a date that follows it at once: "it began December 17"."""
_WAS_DONE = re.compile(
    r"\b(?:since|after|when|where|because) (?:\w+ ){1,3}(?:was|were) "
    r"(?:[a-z]+ed|shot|found|born|held|seen|taken|given)\b"
)
"""What had been done, whatever lies ahead by the words before: "since he was rescued"."""
_THAT_NIGHT = re.compile(r"\bon the (?:night|morning|evening|afternoon|day) of $")
"""A day so told of is gone by, unless its sentence says that it will come."""
_GOES_ON = re.compile(r"(?: [\w’']+){0,3} (?:will|(?:is|are) (?:to|due|scheduled))\b")
_WON = re.compile(r"\b(?:(?!need|indeed)[a-z]+ed|said|told|was|were|had|met|left|began|won|made)\b")
_OF_A_DEED = re.compile(
    r"\s?[’']s (?:[\w-]+ ){0,2}?(?:accident|announcement|arrests?|assault|attacks?|blasts?|blaze"
    r"|bombings?|crash|deaths?|decision|defeat|earthquake|explosions?|incident|killings?|loss|murders?"
    r"|quake|raids?|rampage|remarks|riots?|ruling|shootings?|statement|tragedy|verdict|victory|violence"
    r"|win)\b"
)
"""Behind the day of what is over: "get around Wednesday’s ruling"."""
_BEGINS = re.compile(r"(?:(?:On|By|This|Next) |)")


def before(match: re.Match[str]) -> str:
    """Return what stands before a match in its sentence."""
    start = max(0, match.start() - _SENTENCE_BEFORE)
    return _SENTENCE.split(match.string[start : match.start()])[-1]


def weekday_before(match: re.Match[str]) -> str:
    """Return the weekday just before a day ("Saturday, April 25"); "" if there is none."""
    weekday = _WEEKDAY.search(match.string, max(0, match.start() - 12), match.start())
    return weekday[1] if weekday else ""


def after(match: re.Match[str]) -> str:
    """Return what stands behind a match in its sentence."""
    return _SENTENCE.split(match.string[match.end() : match.end() + _CLAUSE_AFTER])[0]


def is_told_ahead(match: re.Match[str]) -> bool:
    """Whether a sentence that begins with a day goes on with what will be: "On Sunday they will".

    What was said or done before its "will" is of a day gone by.
    """
    if not _BEGINS.fullmatch(before(match)):
        return False
    words = after(match)
    ahead = _WILL.search(words)
    return ahead is not None and not _WAS.search(words, 0, ahead.start())


def is_told_gone(match: re.Match[str]) -> bool:
    """Whether a sentence that begins with a day goes on with what was: "This Sunday, he won"."""
    begins = _BEGINS.fullmatch(before(match)) is not None
    return begins and not is_told_ahead(match) and _WON.search(after(match)) is not None


def lies_ahead(words: str) -> bool:
    """Whether what stands before a date in its sentence tells that it is still to come."""
    reported = _last_reported(words)
    rest = words[reported.end() :] if reported else words
    if reported and _DECIDED.search(reported[0]) and _TO_DO.match(rest):
        return True
    done = max(_WAS_DONE.finditer(rest), key=lambda match: match.start(), default=None)
    return _AHEAD.search(rest, done.end() if done else 0) is not None


def tense_of(match: re.Match[str]) -> int:
    """On which side of the text's date a date lies by its sentence: one of the four."""
    words = before(match)
    if _GONE.search(words) or _DONE_ON.search(words):
        return GONE
    if lies_ahead(words) or _GOES_ON.match(after(match)):
        return AHEAD
    if _OPEN.search(_unreported(words)):
        return MAYBE
    return GONE if _THAT_NIGHT.search(words) else UNTOLD


def is_open(match: re.Match[str]) -> bool:
    """Whether a date may lie on either side by its sentence: "they were to come by Monday"."""
    return not is_done(match) and _OPEN.search(_unreported(before(match))) is not None


def is_reported(match: re.Match[str]) -> bool:
    """Whether a date is that of a report or a deed, by the word before it: "he said Friday"."""
    reported = _last_reported(before(match))
    return reported is not None and _AT_ONCE.fullmatch(before(match), reported.end()) is not None


def is_done(match: re.Match[str]) -> bool:
    """Whether a date is gone by: "a court Thursday refused to hear it", "since Thursday"."""
    words = before(match)
    is_since = _GONE.search(words) is not None or _DONE_ON.search(words) is not None
    is_until = _UNTIL.match(words) is not None and _HAD.match(after(match)) is not None
    is_of_a_deed = _OF_A_DEED.match(match.string, match.end()) is not None
    return is_since or is_until or is_of_a_deed or _WON.match(after(match).lstrip()) is not None


def _unreported(words: str) -> str:
    reported = _last_reported(words)
    return words[reported.end() :] if reported else words


def _last_reported(words: str) -> re.Match[str] | None:
    return max(_REPORTED.finditer(words), key=lambda match: match.start(), default=None)
