"""A web page in, the fields it states about itself out: title, author, date, source, rights.

Only what a page says in so many words counts: its `<meta>` elements, its JSON-LD, the
time of publication. Nothing is guessed from addresses, copyright lines or prose.
"""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING

from .header import LANGUAGE
from .page_date import STATED, date_of_page
from .soup import attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4.element import Tag

META = {  # a field -> the names under which pages state it, the best first
    "title": ("og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title"),
    "author": ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author"),
    "date": STATED,
    "rights": ("copyright", "dc.rights", "dcterms.rights", "rights"),
    "site": ("og:site_name", "application-name", "dc.publisher", "citation_journal_title"),
    "address": ("og:url",),
}  # fmt: skip
LINKED = {
    "title": "headline",
    "name": "name",
    "author": "author",
    "date": "datePublished",
    "site": "publisher",
}
ARTICLE = re.compile(r"Article|Posting|Report|Blog|Page")
SITE_SUFFIX = re.compile(r"(.{15,}?)\s+[|\-–—·•»:]+\s+[^|–—·•»]{2,40}")


def page_fields(root: Tag) -> dict[str, tuple[str, ...]]:
    """Return the fields that a page states."""
    stated = {**linked_fields(root), **meta_fields(root)}
    source = ", ".join(filter(None, (stated.get("site"), stated.get("address") or canonical(root))))
    fields = {
        "title": title_of(root, stated),
        "author": stated.get("author") or author_of(root),
        "date": date_of_page(root, stated.get("date", "")),
        "language": language_of(root),
        "sources": source,
        "rights": stated.get("rights", ""),
    }
    return {key: (value,) for key, value in fields.items() if value}


def meta_fields(root: Tag) -> dict[str, str]:
    """Return what the `<meta>` elements say; addresses in the place of a name do not count."""
    stated: dict[str, str] = {}
    for element in root.find_all("meta"):
        keys = (attribute(element, key) for key in ("property", "name", "itemprop"))
        name = next(filter(None, keys), "")
        value = clean_value(unescape(attribute(element, "content")))  # many escape it twice
        if value and not (value.startswith("http") and name.lower() != "og:url"):
            stated.setdefault(name.lower(), value)
    found = {}
    for field, names in META.items():
        value = next((stated[name] for name in names if name in stated), "")
        if value:
            found[field] = value
    return found


def linked_fields(root: Tag) -> dict[str, str]:
    """Return what the page's JSON-LD says of its article."""
    found: dict[str, str] = {}
    for element in root.find_all("script"):
        if "ld+json" not in attribute(element, "type"):
            continue
        try:
            data = json.loads(element.get_text())
        except (ValueError, RecursionError):
            continue
        for node in nodes(data):
            if ARTICLE.search(str(node.get("@type", ""))):
                for field, key in LINKED.items():
                    value = name_of(node.get(key))
                    if value:
                        found.setdefault(field, value)
    return found


def nodes(data: object) -> Iterator[dict[str, object]]:
    """Return the objects at the top of a JSON-LD document."""
    if isinstance(data, list):
        for each in data:
            yield from nodes(each)
    elif isinstance(data, dict):
        yield data
        yield from nodes(data.get("@graph", []))


def name_of(value: object) -> str:
    """Return a JSON-LD value as text: a string, the name of an object, or several names."""
    if isinstance(value, str):
        return clean_value(unescape(value))
    if isinstance(value, dict):
        return name_of(value.get("name"))
    if isinstance(value, list):
        return ", ".join(
            filter(None, (name_of(each) for each in value if not isinstance(each, list)))
        )
    return ""


def clean_value(value: str) -> str:
    """Return an attribute's value on one line."""
    return " ".join(value.split())


def title_of(root: Tag, stated: dict[str, str]) -> str:
    """Return the stated title, the only first-level heading, or `<title>` without the site."""
    headings = [clean_value(each.get_text()) for each in root.find_all("h1")]
    headings = list(filter(None, headings))
    if stated.get("title"):
        names = {stated[key].casefold() for key in ("title", "name") if stated.get(key)}
        same = (each for each in headings if each.casefold() in names)
        return next(same, without_site(stated["title"], stated.get("site", "")))
    if len(headings) == 1:
        return headings[0]
    title = clean_value(next((each.get_text() for each in root.find_all("title")), ""))
    return without_site(title, stated.get("site", ""))


def without_site(title: str, site: str) -> str:
    """Return a page's title without the name of its site at the end."""
    found = SITE_SUFFIX.fullmatch(title)
    if not found or (site and not title.casefold().endswith(site.casefold())):
        return title
    return found[1]


def author_of(root: Tag) -> str:
    """Return the text of the element that is marked as the author."""
    element = root.find(lambda tag: "author" in (tag.get("itemprop"), tag.get("rel")))
    return clean_value(element.get_text()) if element else ""


def language_of(root: Tag) -> str:
    """Return the page's language, where it is a well-formed code."""
    language = clean_value(attribute(root, "lang"))
    return language if LANGUAGE.fullmatch(language) else ""


def canonical(root: Tag) -> str:
    """Return the page's own address."""
    for element in root.find_all("link"):
        address = clean_value(attribute(element, "href"))
        if element.get("rel") == "canonical" and address.startswith("http"):
            return address
    return ""
