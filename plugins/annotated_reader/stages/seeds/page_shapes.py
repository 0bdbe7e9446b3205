"""An element of a page in, what it looks like out: code or verse, data or layout or a play."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4.element import Tag

from .soup import attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

CODE_CLASS = re.compile(
    r"\b(?:code|crayon|highlight|highlighter|lang|language|prettyprint|sourceCode)\b"
)
CODE_SIGN = re.compile(r"[{}<>=$\\|`_#*@\[\]]|::|\(\)|;$")
OPENING = "“‘\"'(…—–"
LABEL = re.compile(r"[A-Z][^.?!;:]{0,39}|[A-Z]\w{0,3}\.? [^.?!;:]{1,30}\.?")
HEADINGS = {f"h{level}": max(level, 2) for level in range(1, 7)}
LISTS = {"dl", "menu", "ol", "ul"}
STRUCTURE = {*HEADINGS, *LISTS, "article", "blockquote", "form", "pre", "section", "table"}
"""What a cell of data holds nothing of."""


def is_code(preformatted: Tag) -> bool:
    """Tell what is written for a machine from a poem that keeps its lines."""
    inside = preformatted.find("code")
    named = " ".join(attribute(each, "class") for each in (preformatted, inside or preformatted))
    if CODE_CLASS.search(named):
        return True
    lines = [line.strip() for line in preformatted.get_text().split("\n") if line.strip()]
    signs = sum(CODE_SIGN.search(line) is not None for line in lines)
    opened = sum(line[0].isupper() or line[0] in OPENING for line in lines)
    return inside is not None and (5 * signs > len(lines) or 2 * opened < len(lines))


def is_data(table: Tag) -> bool:
    """Tell a table of data from one that only lays out a page."""
    nested = any(isinstance(each, Tag) and each.name in STRUCTURE for each in table.descendants)
    return not nested and any(len(list(elements_in(row))) > 1 for row in table.find_all("tr"))


def is_talk(table: Tag) -> bool:
    """Tell a table of who speaks and what is said: a few names again and again, each with words."""
    rows = [[cell.get_text() for cell in elements_in(row)] for row in table.find_all("tr")]
    labels = [" ".join(cells[0].split()) for cells in rows if len(cells) == 2]
    named = [label for label in labels if label]
    is_named = all(LABEL.fullmatch(label) for label in named)
    return len(labels) == len(rows) and is_named and len(named) >= 2 * len({*named}) > 0


def elements_in(element: Tag) -> Iterator[Tag]:
    """Return the elements directly in another."""
    return (each for each in element.contents if isinstance(each, Tag))
