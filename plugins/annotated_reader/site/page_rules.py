"""A page's elements -> what is wrong within it: ids, head, inline script, furniture, notes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from lxml.etree import XPath

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.html import HtmlElement

FURNITURE = {"header", "footer", "nav"}
"""Where a page speaks for the site: no link leads outside from here."""


def finder(path: str) -> Callable[[HtmlElement], list[Any]]:
    """Return what finds a page's elements or attributes; going through all takes the longest."""
    find = XPath(path, smart_strings=False)
    return lambda root: list(find(root))  # type: ignore[arg-type]  # these paths give lists


IDS, LINKS = finder("//@id"), finder("//a/@href")
OF_NOTES = finder("//*[contains(@role, 'doc-') and not(@role = 'doc-glossref')]")
INLINE = finder("//*[@*[name() = 'style' or starts-with(name(), 'on')]]")

MAY_BE_INLINE = tuple(
    re.compile(re.escape(before) + rb"(?:style|on\w+)\s*=")
    for before in (b" ", b"\n", b"\t", b"\f", b"\r", b'"', b"'", b"/")
)
"""What a page's source has somewhere if an element has such an attribute: few pages do.

One expression for each character that may stand before: it is what is looked for quickly.
"""


NOTES = re.compile(rb"doc-(?:endnotes|noteref|backlink)")
"""What a page's source has somewhere if it has notes, or what leads to or from them."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A page as its rules see it: its elements, ids, links, and what it may have at all."""

    root: HtmlElement
    ids: list[str]
    links: list[str]
    may_be_inline: bool
    has_notes: bool


def parsed(root: HtmlElement, data: bytes) -> Parsed:
    """Return a page for its rules, by its elements and its bytes."""
    lower = data.lower()
    may_be_inline = any(each.search(lower) for each in MAY_BE_INLINE)
    return Parsed(root, IDS(root), LINKS(root), may_be_inline, bool(NOTES.search(data)))


def doubled_ids(page: Parsed) -> Iterator[str]:
    """Yield the ids that two elements share."""
    if len(set(page.ids)) == len(page.ids):
        return
    counts = Counter(page.ids)
    yield from (f"id {name!r} stands {count} times" for name, count in counts.items() if count > 1)


def head(page: Parsed) -> Iterator[str]:
    """Yield what a page lacks that every page must have."""
    root = page.root
    if not root.get("lang"):
        yield "no language: <html lang> is missing or empty"
    if not (root.findtext("head/title") or "").strip():
        yield "no title"


def against_policy(page: Parsed) -> Iterator[str]:
    """Yield inline script and style in a page whose own policy keeps browsers from obeying it."""
    metas = page.root.iter("meta")
    if not any(each.get("http-equiv") == "Content-Security-Policy" for each in metas):
        return
    for element in page.root.iter("style", "script"):
        if element.tag == "style" or not element.get("src"):
            yield f"inline <{element.tag}>, which the page's Content-Security-Policy forbids"
    for element in INLINE(page.root) if page.may_be_inline else ():
        for name in map(str, element.attrib):
            if name == "style" or name.startswith("on"):
                yield (
                    f"{name}= on <{element.tag}>, which the page's Content-Security-Policy forbids"
                )


def outside_furniture(page: Parsed) -> Iterator[str]:
    """Yield links of the site's own furniture that lead outside."""
    if not any("//" in address for address in page.links):
        return
    for element in page.root.iter("a"):
        address = element.get("href") or ""
        if "//" in address and urlsplit(address).netloc and in_furniture(element):
            yield f"link of the site's furniture leads outside: {address}"


def in_furniture(element: HtmlElement) -> bool:
    """Tell whether an element stands in the site's header, footer or navigation, not in main."""
    around = [str(ancestor.tag) for ancestor in element.iterancestors()]
    return "main" not in around and bool(FURNITURE.intersection(around))


def notes(page: Parsed) -> Iterator[str]:
    """Yield references without a note, notes without a reference, missing ways back."""
    by_role: dict[str, list[HtmlElement]] = {}
    for element in OF_NOTES(page.root) if page.has_notes else ():
        for role in (element.get("role") or "").split():
            by_role.setdefault(role, []).append(element)
    items = {
        item.get("id", "")
        for section in by_role.get("doc-endnotes", [])
        for item in section.iter("li")
        if item.get("id")
    }
    references = {
        element.get("id", ""): target(element) for element in by_role.get("doc-noteref", [])
    }
    back = {target(element) for element in by_role.get("doc-backlink", [])}
    yield from (
        f"reference to a note that does not exist: {to}"
        for to in sorted(set(references.values()) - items)
    )
    yield from (
        f"note that nothing refers to: {item}" for item in sorted(items - set(references.values()))
    )
    yield from (f"reference without a way back: {name}" for name in sorted(set(references) - back))


def target(element: HtmlElement) -> str:
    """Return the fragment that a link leads to."""
    return unquote((element.get("href") or "").partition("#")[2])


RULES: tuple[Callable[[Parsed], Iterator[str]], ...] = (
    doubled_ids,
    head,
    against_policy,
    outside_furniture,
    notes,
)
"""What is looked at within one page; a new promise is one more function here."""
