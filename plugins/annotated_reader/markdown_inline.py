"""A fast way past Python-Markdown's inline patterns for the blocks that need none of them.

Nearly every block of a text holds only what `compose` writes: escaped characters, links, notes'
markers, hard breaks. One regular expression reads them, where Python-Markdown tries some twenty
patterns on every piece. A block with anything else in it is left alone, and so are all blocks
where another extension brings inline patterns of its own: the result is always the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from .markdown_tree import LABEL

if TYPE_CHECKING:
    from collections.abc import Container

    from markdown import Markdown

_TAGS = frozenset(("p", "li", "h1", "h2", "h3", "h4", "h5", "h6"))
_KNOWN = (
    *("backtick", "escape", "reference", "link", "image_link", "image_reference"),
    *("short_reference", "short_image_ref", "autolink", "automail", "linebreak", "html"),
    *("entity", "em_strong", "footnote", "reader-reference", "reader-break"),
)
_ESCAPE = re.compile(r"\\(.)")
# Words in bold at the start, an escape, a hard break, a marker, a link, and what stops us.
_TOKEN = re.compile(
    r"""
    \A\*\*(?P<bold>(?:[^\s*_`\[\]<!\\\x02]|\\[^\n]|[ ](?!\*))+)\*\*(?!\*)
    | \\(?P<escaped>[^\n])
    | (?P<hard>\\\n)
    | \[\^(?P<label>[^\]\s]+)\](?!\()
    | \[(?P<words>(?:[^\n\[\]\\`*_<!\x02]|\\[^\n])+)\]\((?P<href>[^\s()<>"'\\\[\]*`&\x02]+)\)
    | (?P<stop>[`*_<\[\\\x02]|!\[|[ ][ ]\n)
    """,
    re.VERBOSE,
)


class Shortcut:
    """The plain blocks of one text: set aside before the inline patterns, put back after."""

    def __init__(self, md: Markdown, labels: Container[str]) -> None:
        self.md = md
        self.labels = labels
        self.blocks: list[tuple[Element, list[str | Element]]] = []

    def usable(self) -> bool:
        """Tell whether the inline patterns are all known here."""
        patterns = self.md.inlinePatterns
        return sum(name in patterns for name in _KNOWN) == len(patterns)


class SetAside(Treeprocessor):
    """Before the inline patterns: read what is plain, and hide it from them."""

    def __init__(self, md: Markdown, shortcut: Shortcut) -> None:
        super().__init__(md)
        self.shortcut = shortcut

    def run(self, root: Element) -> None:
        """Empty the blocks that can be read here."""
        self.shortcut.blocks = []
        if not self.shortcut.usable():
            return
        escaped = frozenset(self.md.ESCAPED_CHARS)
        for element in root.iter():
            if element.tag in _TAGS and type(element.text) is str:
                pieces = _read(element.text, self.shortcut.labels, escaped)
                if pieces is not None:
                    self.shortcut.blocks.append((element, pieces))
                    element.text = None


class PutBack(Treeprocessor):
    """After the inline patterns: give the blocks their words and elements."""

    def __init__(self, md: Markdown, shortcut: Shortcut) -> None:
        super().__init__(md)
        self.shortcut = shortcut

    def run(self, root: Element) -> None:  # noqa: ARG002 (Python-Markdown's signature)
        """Fill the blocks; what an item holds besides its text stays behind it."""
        for block, pieces in self.shortcut.blocks:
            children = []
            for piece in pieces:
                if not isinstance(piece, str):
                    children.append(piece)
                elif children:
                    children[-1].tail = (children[-1].tail or "") + piece
                else:
                    block.text = (block.text or "") + piece
            block[0:0] = children


def _read(text: str, labels: Container[str], escaped: Container[str]) -> list[str | Element] | None:
    """Read a block's text into words and elements; None where the inline patterns must."""
    pieces: list[str | Element] = []
    position = 0
    for found in _TOKEN.finditer(text):
        if found.start() > position:
            pieces.append(text[position : found.start()])
        piece = _piece(found, labels, escaped)
        if piece is None:
            return None
        pieces.append(piece)
        position = found.end()
    pieces.append(text[position:])
    return pieces


def _piece(
    found: re.Match[str], labels: Container[str], escaped: Container[str]
) -> str | Element | None:
    kind = found.lastgroup
    if kind == "escaped" and found[kind] in escaped:
        return _placeholder(found)
    if kind == "hard":
        return Element("br")
    if kind == "label" and found[kind] in labels:
        return Element("sup", {"class": "marker", LABEL: found[kind]})
    if kind == "href":
        return _element("a", found["words"], escaped, href=found[kind])
    if kind == "bold":
        return _element("strong", found[kind], escaped)
    return None


def _element(tag: str, words: str, escaped: Container[str], **attributes: str) -> Element | None:
    """Make an element of words in which only escapes mean something."""
    escapes = _ESCAPE.findall(words)
    if any(character not in escaped for character in escapes):
        return None
    element = Element(tag, attributes)
    element.text = _ESCAPE.sub(_placeholder, words) if escapes else words
    return element


def _placeholder(found: re.Match[str]) -> str:
    """Write an escaped character as Python-Markdown does until the tree is done."""
    return f"{STX}{ord(found[0][1])}{ETX}"
