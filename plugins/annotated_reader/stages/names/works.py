"""A text goes in, the titles of works in it come out: “The novel Pride and Prejudice”.

What stands in quotation marks may be speech, a nickname or irony as well. So a title is one only
where the words around it say so: a noun of works before it or in what is said of it, or a verb of
those who make works.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..words import word_lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model import Span

_SMALL = "(?:of|the|and|in|on|at|to|for|a|an|as|de|la|le|les|du|des|von|van|und|der|die|das)"
_IN_QUOTES = f"(?:{_SMALL}|with|from|by|or|but|nor|into|over|v|vs)"
"""Small words of a title; without quotation marks, what stands behind "with" is no part of it."""
_WORD = r"[A-Z0-9][\w’'&/+-]*\.?"
_TITLE = rf"(?:{_WORD}(?:[:,;]? (?:{_IN_QUOTES} )*{_WORD}){{0,12}}[!?]?)"
_OPENING, _CLOSING = r"[“\"]", r"[,.]?[”\"]"
_QUOTED = rf"{_OPENING}(?P<title>{_TITLE}){_CLOSING}"
_PLAIN = r"(?:(?:Mr|Mrs|Dr|St)\.|[A-Z0-9][\w’'-]*|&)"
_RUN = rf"(?P<title>(?:The |An? )?(?=[A-Z]){_PLAIN}(?:[:,]? (?:{_SMALL} )*{_PLAIN}){{0,8}}[!?]?)"
_WHOSE = (
    r"(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?|[Ii]ts|[Oo]ur|[Mm]y|\d{4}|\w+['’]s?|own|first|second|third|last|latest"
    r"|new|debut|next|hit|famous|classic|popular|final|early|later|recent|best-selling|bestselling|award-winning)"
)
_SHOWN = r"(?:performances?|stagings?|adaptations?|premi[eè]res?|renditions?|translations?)"
_SHOWN_RUN = rf"(?P<title>(?=[A-Z]){_PLAIN}(?: (?:(?:of|the|and|a|de|la) )*{_PLAIN}){{0,6}})"
_OF_WHOSE = r"(?:(?:[A-Z][\w.-]*|de|von|van) ?){1,4}['’]s?"
_FOREIGN = re.compile(
    r" (?!(?:is|was|were|has|had|and|or|but|in|by|with|for|from|as|at|on|to|of|the|about|which|that"
    r"|where|when|while|after|before|since|because|alongside|featuring|starring|won|came|opened"
    r"|made|tells|told)\b)[a-z]"
)
"""One great word before a small one of no English sentence: "the film Touchez pas au grisbi"."""
_NO_RELATIVE = r"(?:(?!(?:who|whom|which|that|of|in|on|about|for|with|from|by|to)\b)[\w’'-]+ )"
_MADE = re.compile(
    r" (?:had |has )?(?:made|wrote|directed|did|shot|produced|released|published|recorded)\b"
    r"|['’]s? "
)


def works(text: str) -> Iterator[tuple[Span, str]]:
    """Yield where the title of a work stands, without its quotation marks, and the rule."""
    for pattern, rule in _patterns():
        for match in pattern.finditer(text):
            start, end = match.span("title")
            in_quotes = text[start - 1 : start] in ("“", '"')
            is_cut = " " not in match["title"] and _FOREIGN.match(text, end)
            is_other = not in_quotes and (is_who_made_it(text, end) or is_cut)
            if not is_other:
                yield (start, end - text.endswith(".", start, end)), rule


def is_who_made_it(text: str, end: int) -> bool:
    """Tell whether a name is no title but that of who made it: "the film Ann Lee made"."""
    return _MADE.match(text, end) is not None


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """How a text says that something is a work, with the rule that says so."""
    table = word_lists()["titled"]
    nouns, only, verbs = ("|".join(table[key]) for key in ("nouns", "only_nouns", "verbs"))
    said = r",? (?:\(\d{4}\),? )?(?:(?:is|was|were) )?(?:an?|the|his|her|their|its|one of \w+)"
    return (
        (
            re.compile(rf"\b(?:{nouns})(?:,? (?:called|named|titled|entitled))?,? {_QUOTED}"),
            "noun of a work before the title",
        ),
        (
            re.compile(rf"{_QUOTED}{said} {_NO_RELATIVE}{{0,4}}(?:{nouns})\b"),
            "called a work behind the title",
        ),
        (re.compile(rf"\b(?:{verbs}) {_QUOTED}"), "verb of who makes works"),
        (re.compile(rf"\b{_SHOWN} of {_OF_WHOSE} {_SHOWN_RUN}"), "what is performed"),
        (
            re.compile(
                rf"\b{_WHOSE} (?:[a-z-]+ )?(?:{only})(?: (?:called|titled|entitled))? {_RUN}"
            ),
            "noun of a work before the title",
        ),
    )
