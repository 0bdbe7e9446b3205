"""Words that describe a name go in, and come out without what does not belong to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...model import Span

ADVERBS = "also|himself|herself|itself"
"""What may stand before a description behind a comma: "X, also a poet,"."""

_DANGLING = re.compile(
    r"(?:,? (?:and (?:Mr|Mrs|Miss|Ms|Dr)"
    r"|(?:who|which|that) (?:had|has|was|were|is|are)(?: [a-z]+ing)?|(?<=,) who had [a-z]+ed"
    r"|and|or|but|where|who|which|that|when|said|says|as|than|while|because"
    r"|of|in|to|for|at|by|with|from|the|an?))+$"
)
_CUT_OFF = re.compile(r"\s?(?:[—–]|--)\s?(?:the|an?|and|or|but)$")
_DOING = re.compile(r", [a-z]+ing$")
_LEADING = re.compile(
    rf"(?:{ADVERBS}|even|[Ff]ellow(?= [a-z]+ )|\d+[.–-]\d+(?= [A-Z])"
    r"|[Aa]nother|as(?= (?:an? |the )?[a-z]+ of )) "
)
_PAGE = re.compile(r"(?<=[a-z]) \d{1,3}$")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|St|Gov|Sen|Rep|Gen|Lt|Col|Capt|Sgt"
    r"|Ala|Ariz|Ark|Calif|Colo|Conn|Fla|Ill|Ind|Kan|Mass|Mich|Minn|Miss|Mont|Neb|Nev|Okla|Ore|Tenn"
    r"|Tex|Wash|Wis|Wyo))\.$"
)
_LISTED_NUMBER = re.compile(r", \d(?![\d,.]* (?:miles|mi|kilometers|kilometres|km)\b)")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY = re.compile(rf",?(?: \w+ed)?(?: on| in)?(?: [A-Z][a-z]+day,)? (?:{_MONTHS})(?: \d\d?)?$")


def trimmed(text: str, span: Span) -> Span:
    """Cut `span` before a bracket or quotation that it does not close, or a dangling "and".

    At its beginning "also" and "another" go: they tell of others. So do the numbers of lists,
    pictures and pages.
    """
    start, end = span
    if leading := _LEADING.match(text, start, end):
        start = leading.end()
    words = _DOING.sub("", _DANGLING.sub("", text[start:end]))
    if words.count("_") % 2 and text[start + len(words) : start + len(words) + 1] != "_":
        words = _DANGLING.sub("", words[: words.rfind("_")].rstrip(" ,;"))
    if text[end : end + 1] in ("", "\n"):  # a line of a table of contents
        words = _PAGE.sub("", words)
    for opening, closing in ("()", "[]"):
        if words.count(opening) != words.count(closing):
            cut = words.find(opening)
            words = words[:cut].rstrip(" ,;") if cut > 0 else ""
    listed = _LISTED_NUMBER.split(words, maxsplit=1)
    words = (listed[0] if len(listed) == 1 else _DAY.sub("", listed[0])).partition(";")[0]
    if words.count('"') % 2 or words.count("“") > words.count("”"):
        words = _DANGLING.sub("", words[: max(words.rfind('"'), words.rfind("“"))].rstrip(" ,;"))
    words = _CUT_OFF.sub("", words).rstrip(", ")
    if words.endswith(".") and not _ABBREVIATION.search(words):
        words = words[:-1]
    return start, start + len(words)
