"""Strip the annotations off: what compose or the Markdown extension added, taken away again.

In goes a text's Markdown or its page, out comes the text, with the spans of its blocks and
mentions. Every build compares it with the cleaned document: that is the promise of integrity.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import partial
from html import unescape
from itertools import zip_longest
from typing import TYPE_CHECKING, TypeAlias

from lxml import html

if TYPE_CHECKING:
    from ..model import BlockKind, Span

Element: TypeAlias = "html.HtmlElement"


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A block of a page's text: its id in the page, and its span in `Page.text`."""

    anchor: str
    kind: BlockKind
    level: int
    span: Span


@dataclass(frozen=True, slots=True)
class PageMention:
    """A mention found in a page: its span in `Page.text`, its entry, its id in the page."""

    span: Span
    entry: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says without its annotations, and where the annotations were."""

    text: str
    blocks: tuple[PageBlock, ...] = ()
    mentions: tuple[PageMention, ...] = ()


# One token of what `compose` writes inside a block: an escaped character (or the newline of a
# hard break), a note's marker, a link's end, its beginning, a character entity.
_MARKUP = re.compile(
    r"\\(?P<character>.)|\[\^(?P<label>[^\]\s]+)\]|\]\((?:[^()]|\([^()]*\))*\)|\["
    r"|(?P<entity>&(?:amp|lt|#\d+);)",
    re.DOTALL,
)
_OF_ANY_SIZE = html.HTMLParser(encoding="utf-8", huge_tree=True)
_HEADER = re.compile(r"---\n.*?\n---\n+", re.DOTALL)
# A note: its paragraph, and the indented ones that an editor may have put under it.
_NOTE = re.compile(
    r"^\[\^(?P<label>[^\]\s]+)\]:.*(?:\n(?!\[\^).+)*(?:\n\n+ {4}.+(?:\n.+)*)*", re.MULTILINE
)
_CODE = re.compile(r"^(`{3,})\n(.*?)\n\1$", re.MULTILINE | re.DOTALL)
_ITEM = re.compile(r"^ *- ", re.MULTILINE)
_QUOTE = re.compile(r"^> ?", re.MULTILINE)
_HEADING = re.compile(r"#+ ")
BETWEEN_BLOCKS = "\n\n"  # as in `Document.text`
AROUND = 30  # characters shown on either side of a difference


def strip_markdown(markdown: str) -> str:
    """Give back the document's text from the Markdown that `compose` wrote."""
    prose, codes = _without_code(_HEADER.sub("", markdown, count=1))
    unwrap = partial(_unwrap, frozenset(_NOTE.findall("".join(prose))))
    blocks: list[str] = []
    for part, code in zip_longest(prose, codes):
        chunks = _NOTE.sub("", part).split(BETWEEN_BLOCKS)
        written = (chunk.strip("\n") for chunk in chunks if chunk.strip("\n"))
        blocks += [_MARKUP.sub(unwrap, block) for chunk in written for block in _blocks_of(chunk)]
        blocks += [] if code is None else [code]
    return BETWEEN_BLOCKS.join(blocks)


def strip_page(page: str) -> Page:
    """Give back the text of a page, from its `div.text` or from the extension's bare HTML."""
    if "<html" in page:
        return strip_root(parse_page(page.encode()))
    return _stripped(html.fragment_fromstring(page, create_parent="div", parser=_OF_ANY_SIZE))


def strip_root(root: Element) -> Page:
    """Give back the text of a page that has been parsed; a page may have none."""
    return _stripped(next((div for div in root.iter("div") if _has_class(div, "text")), None))


def parse_page(data: bytes) -> Element:
    """Return a whole page's root element."""
    return html.document_fromstring(data, parser=_OF_ANY_SIZE)


def difference(expected: str, found: str) -> str:
    """Show where a text first differs from what it should be; "" when it does not."""
    if expected == found:
        return ""
    at = next(
        (
            place
            for place, (one, other) in enumerate(zip(expected, found, strict=False))
            if one != other
        ),
        min(len(expected), len(found)),
    )
    block = expected.count("\n\n", 0, at) + 1
    begin = max(0, at - AROUND)
    return (
        f"block {block}, character {at}: "
        f"expected {expected[begin : at + AROUND]!r}, found {found[begin : at + AROUND]!r}"
    )


def _without_code(body: str) -> tuple[list[str], list[str]]:
    """Return what stands between pieces of code, and these, word for word."""
    parts = _CODE.split(body)
    return parts[::3], parts[2::3]


def _blocks_of(chunk: str) -> list[str]:
    """Cut a chunk between blank lines into its blocks, without what marks their kind."""
    if chunk.startswith(">"):
        return _QUOTE.sub("", chunk).split("\n\n")
    if _ITEM.match(chunk):
        return [item.removesuffix("\n") for item in _ITEM.split(chunk)[1:]]
    return [_HEADING.sub("", chunk, count=1) if chunk.startswith("#") else chunk]


def _unwrap(labels: Container[str], found: re.Match[str]) -> str:
    """Say what is left of a token: nothing of links and of markers that lead to a note."""
    if found["label"]:
        return "" if found["label"] in labels else found[0]
    if found["entity"]:
        return unescape(found["entity"])
    return found["character"] or ""


def _stripped(text: Element | None) -> Page:
    """Walk through the element that holds the text."""
    builder = _Builder()
    if text is not None:
        builder.walk(text, _Place())
    builder.close()
    return builder.page()


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in a page the walk is: what a block found here would be."""

    anchor: str = ""
    kind: BlockKind = "paragraph"
    level: int = 0

    def inside(self, element: Element) -> _Place:
        """Tell the place inside a block-level element."""
        tag = element.tag
        anchor = element.get("id") or ""
        if tag in _HEADINGS:
            return _Place(anchor, "heading", _HEADINGS[tag])
        if tag == "li":
            return _Place(anchor, "item", self.level + 1)
        if tag == "pre":
            return _Place(anchor, "code")
        if tag == "blockquote":
            return _Place(anchor, "quote", self.level)
        if tag == "p" and _has_class(element, "verse"):
            return _Place(anchor, "verse" if self.kind == "paragraph" else self.kind, self.level)
        return _Place(anchor, self.kind, self.level)


_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "dd", "details", "div", "dl", "dt"),
        *("figcaption", "figure", "hr", "li", "main", "ol", "p", "pre", "section", "summary"),
        *("table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
        *_HEADINGS,
    )
)
_LEFT_OUT = frozenset(("script", "style", "template"))


class _Builder:
    """Gathers a page's blocks and mentions during one walk through its elements."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.blocks: list[PageBlock] = []
        self.mentions: list[PageMention] = []
        self.start = 0  # where in the page's text the open block begins
        self.parts: list[str] = []  # the open block's text so far
        self.length = 0
        self.place = _Place()

    def walk(self, element: Element, place: _Place) -> None:
        """Walk through an element's text and children."""
        self._add(element.text, place)
        for child in element:
            tail = child.tail
            if child.tag in _BLOCKS:
                self._block(child, place)
            elif child.tag == "br":
                self._add("\n", place)
                tail = tail.removeprefix("\n") if tail else tail
            elif isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
                self._inline(child, place)
            self._add(tail, place)

    def close(self) -> None:
        """End the open block; what was only space between blocks is forgotten."""
        text = "".join(self.parts).rstrip("\n")
        if text and not text.isspace():
            span = (self.start, self.start + len(text))
            self.blocks.append(
                PageBlock(self.place.anchor, self.place.kind, self.place.level, span)
            )
            self.texts.append(text)
            self.start = span[1] + len(BETWEEN_BLOCKS)
        self.parts = []
        self.length = 0

    def page(self) -> Page:
        """Put together what was gathered."""
        return Page(BETWEEN_BLOCKS.join(self.texts), tuple(self.blocks), tuple(self.mentions))

    def _block(self, element: Element, place: _Place) -> None:
        self.close()
        if not _has_class(element, "notes"):
            self.walk(element, place.inside(element))
            self.close()

    def _inline(self, element: Element, place: _Place) -> None:
        if element.tag == "sup" and _has_class(element, "marker"):
            return
        start = self.length
        self.walk(element, place)
        entry = element.get("data-entry")
        if entry and _has_class(element, "mention"):
            span = (self.start + start, self.start + self.length)
            self.mentions.append(PageMention(span, entry, element.get("id") or ""))

    def _add(self, text: str | None, place: _Place) -> None:
        if not text:
            return
        if not self.parts:
            self.place = place
        self.parts.append(text)
        self.length += len(text)


def _has_class(element: Element, name: str) -> bool:
    return name in (element.get("class") or "").split()
