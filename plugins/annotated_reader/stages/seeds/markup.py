"""HTML in, blocks out: headings, paragraphs, items, quotes, verse, code, no visible word lost.

It serves saved web pages and, through Python-Markdown, Markdown seeds alike. Each block
comes with the element that holds it, by which an article is told from what surrounds it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bs4.element import NavigableString, PreformattedString, Tag

from ...model import BlockKind, RawBlock
from .page_shapes import HEADINGS, LISTS, STRUCTURE, elements_in, is_code, is_data, is_talk
from .plain import LONG_LINE
from .soup import attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4.element import PageElement

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
_NOTE = re.compile(r"[A-Z]?\d{1,3}(?:[.-]\d{1,3})?|[A-Za-z*†‡]|[ivxlc]{1,6}")
"""What a note is called, where a link says that it refers to one: "A11.15", "b", "iv"."""
SPACE = re.compile(r"[ \t\n\r\f]+")
CELL_GAP = "; "
LABEL_GAP = ": "
"""Between who speaks and what is said, in a play that is set as a table."""


class Found(NamedTuple):
    """A block, the element that holds it (of a list item, all the list), if it begins as a link.

    `talk` is the table of who speaks and what is said of which it is a line.
    """

    block: RawBlock
    home: Tag
    linked: bool
    talk: Tag | None = None


@dataclass(slots=True)
class Place:
    """What the text in an open element becomes; elements that add nothing share one."""

    tag: str
    kind: BlockKind = "paragraph"
    level: int = 0
    gap: str = CELL_GAP
    talk: Tag | None = None


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
            is_cell = tag in {"td", "th"} or place.kind == "heading"
            cell = is_cell and self.begun_in is not None
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
            self.found.append(Found(block, *home, place.talk))
            if kind == "item":  # only the first block in a list item is the item
                place.kind = "paragraph"


def is_unseen(element: Tag) -> bool:
    """Tell whether a browser would show nothing of an element, or no text."""
    if element.name in UNSEEN or element.has_attr("hidden"):
        return True
    backlink = "footnote-backref" in attribute(element, "class")
    backlink = backlink or attribute(element, "role") == "doc-backlink"
    return backlink or HIDDEN_STYLE.search(attribute(element, "style")) is not None


def note_number(element: Tag) -> str:
    """Return the number of the note that a link leads to: "[1]", apart from the word.

    The link is raised, or says itself that it refers to a note, as e-books have it.
    """
    is_raised = element.name == "sup" and element.find("a", href=True) is not None
    refers = "noteref" in attribute(element, "epub:type") + attribute(element, "role")
    if not is_raised and not (element.name == "a" and refers):
        return ""
    number = "".join(element.get_text().split())
    is_number = number.isdecimal() or (refers and _NOTE.fullmatch(number) is not None)
    return f"[{number}]" if is_number else ""


def place_of(element: Tag, outer: Place) -> Place:
    """Tell what text in a block element becomes inside the place around it."""
    tag = element.name
    if tag in {"thead", "tbody", "tfoot"} or (outer.tag == "li" and tag in TRANSPARENT):
        return outer
    if tag == "tr" and outer.tag == "data":
        return Place("row", "item", 1)
    if tag == "tr" and outer.talk is not None:
        return Place("row", gap=LABEL_GAP, talk=outer.talk)
    return place_by_tag(element) or flowing(element, outer)


def place_by_tag(element: Tag) -> Place | None:
    """Tell what the text in an element becomes wherever it stands, if its tag alone says so."""
    tag = element.name
    if tag in HEADINGS:
        return Place(tag, "heading", HEADINGS[tag])
    if tag == "hgroup":  # "I" and "Our Society" are one heading
        levels = [HEADINGS[each.name] for each in element.find_all(list(HEADINGS))]
        return Place("row", "heading", min(levels, default=2), LABEL_GAP)
    if tag in ITEMS:
        depth = sum(parent.name in LISTS for parent in element.parents)
        return Place("li", "item", max(1, depth) + (tag == "dd"))
    is_outer = tag == "pre" and element.find_parent("pre") is None
    return Place(tag, "code") if is_outer and is_code(element) else None


def flowing(element: Tag, outer: Place) -> Place:
    """Tell what running text becomes: a quotation, or what it is around the element."""
    tag = element.name
    inherited = outer.kind if outer.kind in {"heading", "quote"} else "paragraph"
    kind: BlockKind = "quote" if tag == "blockquote" else inherited
    if tag == "table" and is_data(element):
        is_play = is_talk(element)
        return Place("talk" if is_play else "data", kind, talk=element if is_play else None)
    return Place(tag, kind)


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
