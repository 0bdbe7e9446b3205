"""A web page in, the day on which it says that it was published out.

It may say so to programs (`<meta>` elements, JSON-LD, microdata, the classes of microformats,
`<time>`) or to readers: in the line between its title and its first paragraph. Nothing is
guessed from addresses, copyright lines or prose, and the day of a change is none.
"""

from __future__ import annotations

import json
import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from bs4.element import Tag

from .soup import attribute
from .stated_date import DAY, read_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .markup import Found

STATED = (  # the names under which `<meta>` elements state it, the best first
    "article:published_time", "og:article:published_time", "og:published_time", "dc.date",
    "dc.date.issued", "dcterms.date", "dcterms.issued", "dcterms.created",
    "citation_publication_date", "citation_date", "date", "pubdate", "publication_date",
    "publish-date", "publish_date", "publishdate", "item-publish-date", "article_date_original",
    "parsely-pub-date", "sailthru.date",
)  # fmt: skip
CLASSES = {"published", "dt-published", "entry-date"}  # https://microformats.org/wiki/h-entry
PUBLISHED = re.compile(r"(?:first )?(?:published|posted)\b", re.IGNORECASE)
CHANGED = re.compile(r"\b(?:updated?|modified|changed|edited|revised|reviewed)\b", re.IGNORECASE)
ALL_OF_A_BYLINE = 25  # words; what is longer is prose
SIBLINGS = 3  # that are looked at before an element, for what it is called


def date_of_page(root: Tag, stated: str) -> str:
    """Return the day that a page states to programs; `stated` is what its head says."""
    return read_date(stated) or _marked(root) or _only(root) or _of_statistics(root)


def date_of_byline(found: Iterable[tuple[Found, bool]], title: str) -> str:
    """Return the only day named between the heading that is the title and the article's text.

    `found` are the blocks of the page, and whether each belongs to the article.
    """
    below = False
    days: set[str] = set()
    for (block, *_), kept in found:
        if block.text.casefold() == title.casefold():
            below, days = True, set()
        elif below and kept and block.kind != "heading":
            break
        elif len(block.text.split()) <= ALL_OF_A_BYLINE:
            days |= set(_days(block.text))
    return days.pop() if below and len(days) == 1 else ""


def _days(line: str) -> Iterator[str]:
    """Yield the days in a line that are not those of a change."""
    for day in DAY.finditer(line):
        if not CHANGED.search(line[: day.start()]) and (read := read_date(day[0])):
            yield read


def _of_statistics(root: Tag) -> str:
    """What a page tells parse.ly, which counts its readers: JSON in a `<meta>` element."""
    for element in root.find_all("meta", attrs={"name": "parsely-page"}):
        try:
            said = json.loads(attribute(element, "content"))
        except (ValueError, RecursionError):
            continue
        if isinstance(said, dict):
            return read_date(str(said.get("pub_date", "")))
    return ""


def _marked(root: Tag) -> str:
    """The day of the first element that is marked as the time of publication, or called so."""
    for element in root.find_all():
        marked = (
            element.has_attr("pubdate")
            or element.get("itemprop") == "datePublished"
            or CLASSES.intersection(attribute(element, "class").split())
        )
        called = element.name == "time" and PUBLISHED.match(_around(element))
        if (marked or called) and (day := _day_of(element)):
            return day
    return ""


def _only(root: Tag) -> str:
    """The day of all `<time>` elements, if it is one; none may be called that of a change."""
    times = [each for each in root.find_all("time") if not CHANGED.search(_around(each))]
    days = {_day_of(each) for each in times}
    return days.pop() if len(days) == 1 else ""


def _day_of(element: Tag) -> str:
    said = (attribute(element, key) for key in ("datetime", "content", "title"))
    return next(filter(None, map(read_date, (*said, element.get_text()))), "")


def _around(element: Tag) -> str:
    """The words that stand before an element in the one around it, up to the time before."""
    before = islice(element.previous_siblings, SIBLINGS)
    told = takewhile(lambda each: not (isinstance(each, Tag) and each.name == "time"), before)
    return " ".join(" ".join(each.get_text() for each in [*told][::-1]).split())
