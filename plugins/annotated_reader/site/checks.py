"""A page of a finished site -> what it offers, what it asks for, and what is wrong with it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import unquote, urlsplit

from lxml import html
from lxml.etree import XPath

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.html import HtmlElement

IsThere: TypeAlias = "Callable[[str], bool]"
IdsOf: TypeAlias = "Callable[[str], frozenset[str]]"

REQUESTS = {
    "audio": ("src",), "embed": ("src",), "form": ("action",), "iframe": ("src",),
    "image": ("href", "{http://www.w3.org/1999/xlink}href"), "img": ("src", "srcset"),
    "input": ("src",), "link": ("href",), "object": ("data",), "script": ("src",),
    "source": ("src", "srcset"), "track": ("src",), "use": ("href",), "video": ("src", "poster"),
}  # fmt: skip
"""Attributes that make a browser fetch something, by element (HTML Living Standard, 2.5.2)."""

NOT_FETCHED = {"canonical", "alternate", "license", "author", "prev", "next"}
"""Values of `rel` by which a `<link>` only says something."""

STYLE_URL = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s;]+)""")


def finder(path: str) -> Callable[[HtmlElement], list[Any]]:
    """Return what finds a page's elements or attributes; going through all takes the longest."""
    find = XPath(path, smart_strings=False)
    return lambda root: list(find(root))  # type: ignore[arg-type]  # these paths give lists


IDS, LINKS, WITH_ROLE = finder("//@id"), finder("//a/@href"), finder("//*[@role]")
STYLED = finder("//*[@style]")
INLINE = finder("//*[@*[name() = 'style' or starts-with(name(), 'on')]]")

MAY_BE_INLINE = re.compile(r"""[\s"'/](?:style|on\w+)\s*=""", re.IGNORECASE)
"""What a page's source has somewhere if an element has such an attribute: few pages do."""

FURNITURE = {"header", "footer", "nav"}
"""Where a page speaks for the site: no link leads outside from here."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A broken promise: the file it was found in and what is wrong."""

    file: str
    message: str

    def __str__(self) -> str:
        """Say both in a line."""
        return f"{self.file}: {self.message}"


@dataclass(frozen=True, slots=True)
class Parsed:
    """A page as its rules see it: its elements, its ids in order, and what it may have at all."""

    root: HtmlElement
    ids: list[str]
    may_be_inline: bool
    has_notes: bool


@dataclass(frozen=True, slots=True)
class Page:
    """What one page offers and asks for; addresses as they are written.

    `asks` are the places in the site that they lead to: `file` or `file#id`.
    """

    file: str
    ids: frozenset[str]
    links: tuple[str, ...]
    requests: tuple[str, ...]
    problems: tuple[Problem, ...]
    asks: frozenset[str]


def read_page(file: str, source: str, site: str = "") -> Page:
    """Return what a page offers and asks for, and what is wrong within it."""
    if "://" in site:
        source = source.replace(f'"{site}/', f'"{"../" * file.count("/") or "./"}')
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    root = html.document_fromstring(source.encode(), parser=parser)
    page = Parsed(root, IDS(root), bool(MAY_BE_INLINE.search(source)), "doc-" in source)
    problems = [Problem(file, message) for rule in RULES for message in rule(page)]
    links = dict.fromkeys(LINKS(root))
    requests = dict.fromkeys(request for each in fetching(page) for request in requests_of(each))
    folder = dirname(file)
    places = (place_of(folder, one) for one in (*links, *requests))
    return Page(
        file=file,
        ids=frozenset(page.ids),
        links=tuple(links),
        requests=tuple(requests),
        problems=tuple(problems),
        asks=frozenset(
            (file + place).rstrip("#") if place[0] == "#" else place for place in places if place
        ),
    )


@lru_cache(maxsize=1 << 16)
def place_of(folder: str, address: str) -> str:
    """Return the place in the site that an address in a folder's page leads to.

    Nothing if that is outside; only its fragment (or `#`) if it is in the page itself.
    """
    parts = split(address)
    if parts.scheme or parts.netloc:
        return ""
    target = resolve(folder, unquote(parts.path)) if parts.path else ""
    return f"{target}#{unquote(parts.fragment)}" if parts.fragment or not target else target


def fetching(page: Parsed) -> Iterator[HtmlElement]:
    """Yield the elements that may make a browser fetch something."""
    yield from page.root.iter(*REQUESTS, "style")
    if page.may_be_inline:
        yield from STYLED(page.root)


def requests_of(element: HtmlElement) -> Iterator[str]:
    """Yield the addresses that a browser fetches because of an element."""
    if element.tag == "link" and set((element.get("rel") or "").lower().split()) <= NOT_FETCHED:
        return
    for attribute in REQUESTS.get(str(element.tag), ()):
        value = element.get(attribute)
        if value and attribute == "srcset":
            yield from (candidate.split()[0] for candidate in value.split(",") if candidate.strip())
        elif value:
            yield value
    yield from STYLE_URL.findall(element.get("style") or "")
    if element.tag == "style":
        yield from STYLE_URL.findall(element.text or "")


def page_problems(page: Page, is_there: IsThere, ids: IdsOf) -> Iterator[Problem]:
    """Yield what is wrong in and between pages, as far as `page` shows it.

    A page whose places are all there, and that asks for nothing outside, need not be gone through.
    """
    yield from page.problems
    if all(map(is_there, page.asks)) and not any(map(is_outside, page.requests)):
        return
    yield from target_problems(page.file, page.links, is_there, ids, "link")
    yield from target_problems(page.file, page.requests, is_there, ids, "request")


def target_problems(
    file: str, addresses: Iterable[str], is_there: IsThere, ids: IdsOf, what: str
) -> Iterator[Problem]:
    """Yield the addresses that lead nowhere, and the requests that leave the site."""
    folder = dirname(file)
    for address in addresses:
        parts = split(address)
        if parts.scheme == "data" and what != "link":
            continue
        if parts.scheme or parts.netloc:
            if what != "link":
                yield Problem(file, f"outside {what} {address}")
            continue
        target = resolve(folder, unquote(parts.path)) if parts.path else file
        if not is_there(target):
            yield Problem(file, f"{what} to a file that does not exist: {address}")
        elif parts.fragment and unquote(parts.fragment) not in ids(target):
            yield Problem(file, f"{what} to a place that does not exist: {address}")


split = lru_cache(maxsize=1 << 16)(urlsplit)
"""Most addresses of a site stand on many of its pages."""


def is_outside(address: str) -> bool:
    """Tell whether an address has to be looked at because it names a scheme or a server."""
    parts = split(address)
    return bool(parts.scheme or parts.netloc)


@cache
def resolve(folder: str, path: str) -> str:
    """Return the file that a relative address written in a folder's page leads to."""
    return normpath(join(folder, path))


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
    for element in WITH_ROLE(page.root) if page.has_notes else ():
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
