"""Python-Markdown kept within bounds: what takes it quadratic time is cut short or told before.

For every opening bracket it reads on to the matching one, and for every address to its closing
parenthesis, if need be to the end of the block: a page of brackets takes minutes. No link's
words hold brackets in brackets many times over, and no address is longer than browsers take.
For every tag that is not closed, Python's parser of HTML reads on to the end of the text.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from markdown.inlinepatterns import LinkInlineProcessor

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown import Markdown

    Link = tuple[str, str | None, int, bool]

DEEPEST = 32
LONGEST = 2_000
BRACKET = re.compile(r"[\[\]]")
UNCLOSED_TAG = re.compile(r"<[/A-Za-z][^<>]*(?=<|\Z)")
MOST_READING = 2_000_000_000  # characters that unclosed tags may have read: some ten seconds


def bound_links(md: Markdown) -> None:
    """Have the patterns for links and pictures give up on what is long beyond reason."""
    for pattern in md.inlinePatterns:
        if isinstance(pattern, LinkInlineProcessor):
            pattern.getText = bracketed  # type: ignore[method-assign]
            pattern.getLink = partial(addressed, pattern.getLink)  # type: ignore[method-assign]


def bracketed(data: str, index: int) -> tuple[str, int, bool]:
    """Return the text from `index` to its closing bracket, where that ends, and if there is one."""
    depth = 1
    for found in BRACKET.finditer(data, index):
        depth += 1 if found[0] == "[" else -1
        if depth == 0:
            return data[index : found.start()], found.end(), True
        if depth > DEEPEST:
            break
    return "", len(data), False


def addressed(read: Callable[[str, int], Link], data: str, index: int) -> Link:
    """Return the address and the title at `index`, where they end, and if they are there.

    Of an open title (`("t"(`) Python-Markdown says that it ends before it begins, and would lose
    the words behind it: that is no link.
    """
    address, title, end, found = read(data[index : index + LONGEST], 0)
    return address, title, index + end, found and end > 0


def reads_endlessly(markdown: str) -> bool:
    """Tell whether a text has so many tags without an end that reading it takes minutes."""
    unclosed = sum(1 for _ in UNCLOSED_TAG.finditer(markdown))
    return unclosed * len(markdown) > MOST_READING
