"""What the credits of texts and pictures say of a name: "Image: X", "Editing by X".

One function a form; each takes a mention with its sentence and returns the words, or None.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .around import NAME

if TYPE_CHECKING:
    from ...model import Span
    from .around import Around

_OTHERS = rf"(?:(?:{NAME}|&|and|in),? ){{0,16}}"
_WORK = r"Credit|Image|Photo|Photograph|Picture|Video|Illustration|Graphic|Map|Audio|Translation"
_DOING = (
    r"(?:[Aa]dditional )?(?:[Rr]eporting|[Ee]diting|[Ww]riting|[Pp]hotography|[Tt]ranslation)"
    r"|illustrated|[Cc]ompiled|[Ww]ritten|[Ee]dited|[Tt]ranslated|[Pp]hoto(?:graph)?s?|[Ii]mages?|[Vv]ideo"
)
_CREDIT = re.compile(
    rf"(?:^|[.!?:] |[(;\[] ?|[-–—] )((?:{_WORK}|image|photo): {_OTHERS}|(?:{_DOING}) by {_OTHERS})$"
)
_ASKED = re.compile(
    r"\b(?:contact|reach|write to) the ((?:reporter|editor|author|writer)s?\b[^:.]{0,40}): "
    rf"{_OTHERS}$"
)
_CONTRIBUTED = re.compile(
    rf"(?:(?:,|,? and) (?:{NAME} ?){{1,3}}){{0,8}} (contributed (?:reporting )?to (?:this|the) "
    r"(?:report|article|story))\b"
)
_TITLE = re.compile(r"(?:^|[ (])([“\"](?![a-z])[^“”\"]{3,80}[”\"],? by )$")


def credited(around: Around) -> Span | None:
    """Find "Image: X", "(Reporting by Ann Lee; Editing by X)"."""
    match = _CREDIT.search(around.before)
    if not match or (match[0].startswith("[") and match[1].startswith("Illustration: ")):
        return None  # whom a picture of an old book shows
    return around.from_before(match)[0], around.mention.span[1]


def asked(around: Around) -> Span | None:
    """Find "To contact the reporter on this story: X"."""
    match = _ASKED.search(around.before)
    return around.from_before(match) if match else None


def contributor(around: Around) -> Span | None:
    """Find "X and Ann Lee contributed to this report"."""
    match = _CONTRIBUTED.match(around.behind)
    return around.from_behind(match) if match else None


def author(around: Around) -> Span | None:
    """Find "“Old Couple” by X"."""
    match = _TITLE.search(around.before)
    return (around.from_before(match)[0], around.mention.span[1]) if match else None
