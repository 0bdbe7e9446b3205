"""HTML in, blocks out: headings, paragraphs, items, quotes, verse, code, no visible word lost.

It serves saved web pages and, through Python-Markdown, Markdown seeds alike. Each block
comes with the element that holds it, by which an article is told from what surrounds it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from bs4.element import NavigableString, PreformattedString, Tag

from ..model import BlockKind, RawBlock
from .plain import LONG_LINE
from .soup import attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4.element import PageElement

HEADINGS = {f"h{level}": max(level, 2) for level in range(1, 7)}
LISTS = {"dl", "menu", "ol", "ul"}
STRUCTURE = {*HEADINGS, *LISTS, "article", "blockquote", "form", "pre", "section", "table"}
BLOCKS = {
    "address", "aside", "body", "caption", "center", "dd", "details", "dialog", "div", "dt",
    "fieldset", "figcaption", "figure", "footer", "header", "hgroup", "hr", "html", "legend",
    "li", "main", "nav", "option", "p", "search", "select", "summary", "tbody", "td", "tfoot",
    "th", "thead", "tr", *STRUCTURE,
}  # fmt: skip
ITEMS = {"dd", "dt", "li"}
TRANSPARENT = BLOCKS - ITEMS - STRUCTURE  # of a list item they change nothing
UNSEEN = {
    "audio", "canvas", "datalist", "embed", "head", "iframe", "img", "input", "math", "noembed",
    "noframes", "noscript", "object", "script", "style", "svg", "template", "textarea", "title",
    "video",
}  # fmt: skip
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
SPACE = re.compile(r"[ \t\n\r\f]+")
CODE_CLASS = re.compile(
    r"\b(?:code|crayon|highlight|highlighter|lang|language|prettyprint|sourceCode)\b"
)
CODE_SIGN = re.compile(r"[{}<>=$\\|`_#*@\[\]]|::|\(\)|;$")
OPENING = "“‘\"'(…—–"
CELL_GAP = "; "
LABEL_GAP = ": "
"""Between who speaks and what is said, in a play that is set as a table."""
LABEL = re.compile(r"[A-Z][^.?!;:]{0,39}|[A-Z]\w{0,3}\.? [^.?!;:]{1,30}\.?")


class Found(NamedTuple):
    """A block, the element that holds it (of a list item, all the list), if it begins as a link."""

    block: RawBlock
    home: Tag
    linked: bool


@dataclass(slots=True)
class Place:
    """What the text in an open element becomes; elements that add nothing share one."""

    tag: str
    kind: BlockKind = "paragraph"
    level: int = 0
    gap: str = CELL_GAP


ROWS = {"data": Place("row", "item", 1), "talk": Place("row", gap=LABEL_GAP)}


def markup_blocks(root: Tag | None) -> list[Found]:
    """Return the visible blocks of a page in their order."""
    return [] if root is None or is_unseen(root) else Walker().walk(root)


class Walker:
    """Walks a page once, without recursion (pages nest deeper than Python's stack)."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self.places = [Place("")]
        self.words: list[str] = []
        self.begun_in: Tag | None = None

    def walk(self, root: Tag) -> list[Found]:
        """Return the blocks of the page."""
        self.open(root)
        entered: list[tuple[Tag, Iterator[PageElement]]] = [(root, iter(root.contents))]
        while entered:
            parent, children = entered[-1]
            child = next(children, None)
            if child is None:
                self.close(parent)
                entered.pop()
            elif isinstance(child, Tag):
                if self.enters(child):
                    entered.append((child, iter(child.contents)))
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                self.add(child, parent)
        self.flush()
        return self.found

    def enters(self, element: Tag) -> bool:
        """Open an element, unless it shows nothing or is the marker of a note."""
        number = note_number(element)
        if number:
            self.add(number, element)
        if number or is_unseen(element):
            return False
        self.open(element)
        return True

    def open(self, element: Tag) -> None:
        """Enter an element; the cells of a row of data share one block."""
        tag, place = element.name, self.places[-1]
        if tag == "br":
            self.words.append("\n")
        elif tag in BLOCKS and place.tag == "row":
            cell = tag in {"td", "th"} and self.begun_in is not None
            self.words = ["".join(self.words).rstrip(), place.gap if cell else " "]
            self.places.append(place)
        elif tag in BLOCKS:
            self.flush()
            self.places.append(place_of(element, place))

    def close(self, element: Tag) -> None:
        """Leave an element."""
        if element.name not in BLOCKS:
            return
        if self.places[-1].tag == "row" and self.places[-2] is self.places[-1]:
            self.words.append(" ")
        else:
            self.flush()
        self.places.pop()

    def add(self, text: str, element: Tag) -> None:
        """Add text to the block that is being read."""
        self.words.append(text if self.places[-1].tag == "pre" else SPACE.sub(" ", text))
        if self.begun_in is None and text.strip():
            self.begun_in = element

    def flush(self) -> None:
        """End the block that is being read."""
        text, element = "".join(self.words), self.begun_in
        self.words, self.begun_in = [], None
        if element is None:
            return
        place, home = self.places[-1], home_of(element)
        for lines in paragraphs(text, place.kind):
            is_verse = "\n" in lines and place.kind != "code"
            kind: BlockKind = "verse" if is_verse else place.kind
            level = place.level if kind in {"heading", "item"} else 0
            block = RawBlock(kind, lines, element.sourceline or 0, level)
            self.found.append(Found(block, *home))
            if kind == "item":  # only the first block in a list item is the item
                place.kind = "paragraph"


def is_unseen(element: Tag) -> bool:
    """Tell whether a browser would show nothing of an element, or no text."""
    if element.name in UNSEEN or element.has_attr("hidden"):
        return True
    backlink = "footnote-backref" in attribute(element, "class")
    return backlink or HIDDEN_STYLE.search(attribute(element, "style")) is not None


def note_number(element: Tag) -> str:
    """Return the number of the note that a raised link leads to: "[1]", apart from the word."""
    if element.name != "sup" or element.find("a", href=True) is None:
        return ""
    number = "".join(element.get_text().split())
    return f"[{number}]" if number.isdecimal() else ""


def place_of(element: Tag, outer: Place) -> Place:
    """Tell what text in a block element becomes inside the place around it."""
    tag = element.name
    if tag in {"thead", "tbody", "tfoot"} or (outer.tag == "li" and tag in TRANSPARENT):
        return outer
    if tag in HEADINGS:
        return Place(tag, "heading", HEADINGS[tag])
    if tag in ITEMS:
        depth = sum(parent.name in LISTS for parent in element.parents)
        return Place("li", "item", max(1, depth) + (tag == "dd"))
    if tag == "tr" and outer.tag in ROWS:
        return replace(ROWS[outer.tag])
    if tag == "pre" and is_code(element):
        return Place(tag, "code")
    inherited = outer.kind if outer.kind in {"heading", "quote"} else "paragraph"
    kind: BlockKind = "quote" if tag == "blockquote" else inherited
    if tag == "table" and is_data(element):
        tag = "talk" if is_talk(element) else "data"
    return Place(tag, kind)


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


def paragraphs(text: str, kind: BlockKind) -> list[str]:
    """Split at doubled line breaks, and at single ones between lines too long for verse."""
    if kind == "code":
        return [text]
    lines = [SPACE.sub(" ", line).rstrip().lstrip(" ") for line in text.split("\n")]
    if kind in {"heading", "item"}:
        return [" ".join(filter(None, lines))]
    if max(map(len, lines)) > LONG_LINE:
        return list(filter(None, lines))
    return re.split(r"\n{2,}", "\n".join(lines).strip("\n"))


def home_of(element: Tag) -> tuple[Tag, bool]:
    """Return the element that holds a block which begins in `element`, and if a link does."""
    holder, linked = element, False
    while holder.name not in BLOCKS and holder.parent is not None:
        linked = linked or holder.name == "a"
        holder = holder.parent
    if holder.name == "div" and any(each.name in BLOCKS for each in elements_in(holder)):
        return holder, linked
    while holder.parent is not None:
        holder = holder.parent
        if holder.name not in LISTS | ITEMS:
            break
    return holder, linked


def elements_in(element: Tag) -> Iterator[Tag]:
    """Return the elements directly in another."""
    return (each for each in element.contents if isinstance(each, Tag))
