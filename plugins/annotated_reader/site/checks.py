"""A page of a finished site -> what it offers, what it asks for, and what is wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import unquote, urlsplit

from ..stages.strip import parse_page
from .page_rules import RULES, Parsed, finder, parsed

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

STYLED = finder("//*[@style]")
STYLE_URL = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s;]+)""")


@dataclass(frozen=True, slots=True)
class Problem:
    """A broken promise: the file it was found in and what is wrong."""

    file: str
    message: str

    def __str__(self) -> str:
        """Say both in a line."""
        return f"{self.file}: {self.message}"


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
    data = within(file, source.encode(), site)
    return page_of(file, data, parse_page(data))


def within(file: str, data: bytes, site: str) -> bytes:
    """Return a page's bytes with relative addresses for those that begin with the site's own."""
    if "://" not in site:
        return data
    to_root = "../" * file.count("/") or "./"
    return data.replace(f'"{site}/'.encode(), f'"{to_root}'.encode())


def page_of(file: str, data: bytes, root: HtmlElement) -> Page:
    """Return what a page offers and asks for, by its bytes and its root element."""
    page = parsed(root, data)
    problems = [Problem(file, message) for rule in RULES for message in rule(page)]
    links = dict.fromkeys(page.links)
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
