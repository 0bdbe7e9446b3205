"""HTML that Markdown made -> the same without what could run, load or hide: nh3 (ammonia) does it.

An editor's files may use Markdown and a little HTML; they may also come from a stranger. What is
not on the list goes, its text stays; what a script or a style holds goes with it.
"""

from __future__ import annotations

import nh3

TAGS = {
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
    "var",
}
ATTRIBUTES = {
    "*": {"class", "dir", "id", "lang", "role", "title"},
    "a": {"data-entry", "href"},
    "img": {"alt", "height", "src", "width"},
    "li": {"data-entry"},
    "ol": {"reversed", "start", "type"},
    "td": {"colspan", "headers", "rowspan"},
    "th": {"colspan", "headers", "rowspan", "scope"},
}
SCHEMES = {"http", "https", "mailto"}
CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    generic_attribute_prefixes={"aria-"},
    url_schemes=SCHEMES,
    link_rel=None,
)


def sanitized(html: str) -> str:
    """Return HTML with nothing but what is on the lists."""
    return CLEANER.clean(html)
