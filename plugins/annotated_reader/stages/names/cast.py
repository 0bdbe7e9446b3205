"""A play in, its list of characters out: each name with what is said of it there.

"Dramatis Personae" and the like stand above lines such as "Lane, Manservant" or "MERCUTIO, kinsman
to the Prince". A line that names several, or nobody ("Lords, Ladies"), is passed over.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...model import Span

RULE = "list of characters"

_HEADING = re.compile(
    r"^(?:dramatis person(?:ae|æ)|(?:the )?(?:persons|characters)(?: (?:represented|of|in)"
    r"(?: the (?:play|drama|scene))?)?|cast(?: of characters)?)[.:]?$",
    re.IGNORECASE | re.MULTILINE,
)
_LINE = re.compile(r"[^\n]+")
_ROW = re.compile(
    r"((?:(?:Mr|Mrs|Ms|Dr|Rev|Hon|St)\. )?[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|de|of|von|the))*)"
    r", (?!(?:and|or)\b)([^.\n]{3,90}?)\.?"
)
_SEVERAL = re.compile(
    r"(?:Attendants|Citizens|Gentlemen|Guards|Guests|Ladies|Lords|Men|Messengers|Musicians|Nobles"
    r"|Officers|Others|Pages|People|Players|Sailors|Senators|Servants|Soldiers|Women)"
)
_LONGEST = 120  # characters of a line
_MISSED = 3  # lines in a row that are no characters: the play has begun
_ENOUGH = 3  # characters of a list


@lru_cache(maxsize=8)
def named_in_cast(text: str) -> Mapping[Span, Span]:
    """Return where the names of a play's list of characters stand, and what it says of each.

    There are none where a text has no such list.
    """
    heading = _HEADING.search(text)
    if heading is None:
        return {}
    found: dict[Span, Span] = {}
    missed = 0
    for line in _LINE.finditer(text, heading.end()):
        row = _ROW.fullmatch(line[0]) if len(line[0]) <= _LONGEST else None
        missed = 0 if row else missed + 1
        if missed > _MISSED:
            break
        if row and not _SEVERAL.fullmatch(row[1]):
            at = line.start()
            name = (at + row.start(1), at + row.end(1))
            found[name] = (at + row.start(2), at + row.end(2))
    return found if len(found) >= _ENOUGH else {}
