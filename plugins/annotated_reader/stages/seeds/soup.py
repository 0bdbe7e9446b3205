"""The source of a page in, its tree out: the one place where Beautiful Soup is set up.

Every element knows the line that it begins on, so that what is set aside can be shown where
it stood.
"""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup, Tag
from bs4.builder._lxml import LXMLTreeBuilder

from .decode import CONTROLS

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST = 2048  # elements in one another: as many as libxml2 allows in a tree of its own


def parse_markup(text: str) -> Tag | None:
    """Parse a page; None where there is nothing in it."""
    builder = LineBuilder(huge_tree=True, multi_valued_attributes=None, string_containers={})
    # Of a lone word without a line break Beautiful Soup warns that it may name a file.
    root = BeautifulSoup(text if "<" in text else f"{text}\n", builder=builder).html
    return None if root is None else root.extract()


def attribute(element: Tag, name: str) -> str:
    """Return an attribute's value, or nothing."""
    return str(element.get(name) or "")


def is_deeper(root: Tag, most: int) -> bool:
    """Tell whether more than so many elements are nested in one another."""
    depths = {id(root): 1}
    for element in root.descendants:
        if isinstance(element, Tag):
            depths[id(element)] = depths[id(element.parent)] + 1
            if depths[id(element)] > most:
                return True
    return False


class LineBuilder(LXMLTreeBuilder):
    """Builds the tree of a page that is decoded already, and tells elements their lines.

    Beautiful Soup's builder counts no lines, so that the source is fed line by line. Tags
    nested beyond reason are passed over and only their text is kept, lest a page take minutes.
    """

    line = depth = breaks = 0
    fed = ""

    def prepare_markup(
        self, markup: Any, *_encodings: Any, **_more: Any
    ) -> Iterator[tuple[Any, str, None, bool]]:
        """Offer the source as it is: no charset that it states is to be believed now."""
        yield markup, "utf-8", None, False

    def feed(self, markup: Any) -> None:
        """Parse the source."""
        self.parser = self.parser_for("utf-8")
        for self.line, self.fed in enumerate(StringIO(markup), start=1):
            self.parser.feed(self.fed.encode())
        self.parser.close()

    def start(self, tag: Any, attrib: Any, nsmap: Any = None) -> None:
        """Open an element, whose tag ends in the line that was fed last."""
        self.depth += 1
        if self.depth > DEEPEST:
            return
        seen: dict[Any, Any] = {name: CONTROLS.sub("", value) for name, value in attrib.items()}
        super().start(tag, seen, nsmap or {})
        if self.soup is not None and self.soup.currentTag is not None:
            self.soup.currentTag.sourceline = self.line
        self.breaks = 0

    def data(self, data: Any) -> None:
        """Add text; an element that the page left out is opened late, but begins with its text."""
        data = CONTROLS.sub("", data)  # a file sheds them when it is decoded, but "&#2;" is one
        super().data(data)
        element = self.soup.currentTag if self.soup is not None else None
        if element is None or element.contents or not element.sourceline:
            return
        self.breaks += data.count("\n")
        whole = data.endswith("\n") and (data.endswith(self.fed) or self.fed.endswith(data))
        element.sourceline = min(element.sourceline, self.line + whole - self.breaks)

    def end(self, tag: Any) -> None:
        """Close an element."""
        if self.depth <= DEEPEST:
            super().end(tag)
        self.depth -= 1
