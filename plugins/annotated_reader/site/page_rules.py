"""One page of a finished site -> what is wrong within it; a new promise is a new row of `RULES`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from lxml.etree import XPath

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.html import HtmlElement


def finder(path: str) -> Callable[[HtmlElement], list[Any]]:
    """Return what finds a page's elements or attributes; going through all takes the longest."""
    find = XPath(path, smart_strings=False)
    return lambda root: list(find(root))  # type: ignore[arg-type]  # these paths give lists


IDS, WITH_ROLE = finder("//@id"), finder("//*[@role]")
INLINE = finder("//style | //script | //*[@*[name() = 'style' or starts-with(name(), 'on')]]")

FURNITURE = {"header", "footer", "nav"}
"""Where a page speaks for the site: no link leads outside from here."""


def doubled_ids(root: HtmlElement) -> Iterator[str]:
    """Yield the ids that two elements share."""
    counts = Counter(IDS(root))
    yield from (f"id {name!r} stands {count} times" for name, count in counts.items() if count > 1)


def head(root: HtmlElement) -> Iterator[str]:
    """Yield what a page lacks that every page must have."""
    if not root.get("lang"):
        yield "no language: <html lang> is missing or empty"
    if not (root.findtext("head/title") or "").strip():
        yield "no title"


def against_policy(root: HtmlElement) -> Iterator[str]:
    """Yield inline script and style in a page whose own policy keeps browsers from obeying it."""
    if not any(each.get("http-equiv") == "Content-Security-Policy" for each in root.iter("meta")):
        return
    for element in INLINE(root):
        if element.tag == "style" or (element.tag == "script" and not element.get("src")):
            yield f"inline <{element.tag}>, which the page's Content-Security-Policy forbids"
        for name in map(str, element.attrib):
            if name == "style" or name.startswith("on"):
                yield (
                    f"{name}= on <{element.tag}>, which the page's Content-Security-Policy forbids"
                )


def outside_furniture(root: HtmlElement) -> Iterator[str]:
    """Yield links of the site's own furniture that lead outside."""
    for element in root.iter("a"):
        address = element.get("href") or ""
        if "//" in address and urlsplit(address).netloc and in_furniture(element):
            yield f"link of the site's furniture leads outside: {address}"


def in_furniture(element: HtmlElement) -> bool:
    """Tell whether an element stands in the site's header, footer or navigation, not in main."""
    around = [str(ancestor.tag) for ancestor in element.iterancestors()]
    return "main" not in around and bool(FURNITURE.intersection(around))


def notes(root: HtmlElement) -> Iterator[str]:
    """Yield references without a note, notes without a reference, missing ways back."""
    by_role: dict[str, list[HtmlElement]] = {}
    for element in WITH_ROLE(root):
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


RULES: tuple[Callable[[HtmlElement], Iterator[str]], ...] = (
    doubled_ids,
    head,
    against_policy,
    outside_furniture,
    notes,
)
"""What is looked at within one page; a new promise is one more function here."""
