"""A saved web page in, its article out: fields, blocks, and the lines that are not part of it.

The blocks are our own; trafilatura only judges which of them belong to the article. So no
word of a block is lost, and what was left out can be shown line by line.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from trafilatura import bare_extraction

from ...model import RawBlock, SetAside
from .furniture import UNNAMED
from .gutenberg import is_edge
from .markup import markup_blocks
from .metadata import page_fields
from .overlap import Judged
from .page_date import date_of_byline
from .page_shapes import LABEL
from .plain import SENTENCE_END
from .record import counted
from .soup import attribute, is_deeper, parse_markup

if TYPE_CHECKING:
    from bs4.element import Tag

    from .markup import Found

BESIDE = {"aside", "figure", "footer", "form", "nav"}
PAGE_NUMBERS = {"pagenum", "pageno", "pagenumber", "page-number", "pgnum"}
"""Classes of what stands in the middle of a word as well."""
MUCH_LESS = 0.7  # of what the generous extraction finds
OFTEN = 3  # a label of who speaks
DEEPEST = 256  # elements in one another: of more, trafilatura takes minutes


class Article(NamedTuple):
    """What a saved page or an e-book holds."""

    fields: dict[str, tuple[str, ...]]
    blocks: tuple[RawBlock, ...]
    set_aside: tuple[SetAside, ...]
    cleaning: tuple[str, ...]


def read_article(text: str) -> Article:
    """Read a saved web page."""
    root = parse_markup(text)
    if root is None:
        return Article({}, (), (), ())
    pages = without_page_numbers(root)
    if pages:
        text = str(root)
    found = markup_blocks(root)
    fields = page_fields(root)
    kept = chosen(found, [] if is_deeper(root, DEEPEST) else judged_lines(text))
    title = " ".join(fields.get("title", ()))
    if "date" not in fields and (day := date_of_byline(zip(found, kept, strict=True), title)):
        fields["date"] = (day,)
    aside = tuple(
        SetAside(block.line, line, UNNAMED)
        for (block, *_), keep in zip(found, kept, strict=True)
        for line in block.text.split("\n")
        if not keep and line.casefold() != title.casefold()
    )
    blocks = tuple(block for (block, *_), keep in zip(found, kept, strict=True) if keep)
    told = (f"left out {counted(pages, 'number')} of printed pages",) if pages else ()
    return Article(fields, blocks, aside, told)


def without_page_numbers(root: Tag | None) -> int:
    """Take out what shows the numbers of printed pages, as in books on the web; count them."""
    numbers = [
        each
        for each in (root.find_all("span") if root is not None else ())
        if not PAGE_NUMBERS.isdisjoint(attribute(each, "class").casefold().split())
    ]
    for element in numbers:
        element.extract()
    return len(numbers)


def judged_lines(text: str) -> list[str]:
    """Return the article's blocks as trafilatura sees them: strictly, unless that loses much."""
    strict, generous = extracted(text, precise=True), extracted(text, precise=False)
    length, full = (sum(map(len, lines)) for lines in (strict, generous))
    return generous if length < full * MUCH_LESS else strict


def extracted(text: str, *, precise: bool) -> list[str]:
    """Return the lines of one extraction, without their spaces."""
    document = bare_extraction(
        text, favor_precision=precise, favor_recall=not precise, include_comments=False
    )
    lines = str(document.text or "").split("\n") if document else []
    return [squeezed(line.removeprefix("- ")) for line in lines if line.strip()]


def squeezed(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())


def chosen(found: list[Found], lines: list[str]) -> list[bool]:
    """Tell for each block whether it belongs to the article; all do where nothing was found."""
    judged = Judged(lines)
    kept = [judged.holds(squeezed(each.block.text)) or is_edge(each.block.text) for each in found]
    if not any(kept):
        return [True] * len(found)
    inside = range(kept.index(True), len(kept) - kept[::-1].index(True))
    labels = speakers(found, kept, inside)
    homes = {id(each.home) for each, keep in zip(found, kept, strict=True) if keep}
    safe = [
        keep
        or each.block.text in labels
        or is_safe(each, at_home=id(each.home) in homes, inside=index in inside)
        for index, (each, keep) in enumerate(zip(found, kept, strict=True))
    ]
    plays = {id(each.talk) for each, keep in zip(found, safe, strict=True) if keep and each.talk}
    return [keep or id(each.talk) in plays for each, keep in zip(found, safe, strict=True)]


def speakers(found: list[Found], kept: list[bool], inside: range) -> set[str]:
    """Return the labels of who speaks, as in a play: few of them, again and again, before words."""
    texts = [found[at].block.text for at in inside[:-1] if not kept[at] and kept[at + 1]]
    counts = Counter(text for text in texts if LABEL.fullmatch(text))
    labels = {text for text, times in counts.items() if times >= OFTEN}
    if len(labels) < 2:
        return set()
    in_capitals = 2 * sum(map(str.isupper, labels)) > len(labels)  # so are those who speak once
    return labels | {text for text in counts if in_capitals and text.isupper()}


def is_safe(found: Found, *, at_home: bool, inside: bool) -> bool:
    """Tell whether a block that the extraction lacks is better kept.

    That is prose beside the article's own or among it, code, and there, too, its headings and
    lists of anything but links.
    """
    block = found.block
    if block.kind == "code":
        return at_home or inside
    if len(block.text.split()) >= 5 and SENTENCE_END.search(block.text):
        outer = (found.home, *found.home.parents)
        return at_home or (inside and not any(each.name in BESIDE for each in outer))
    return (
        at_home
        and not found.linked
        and (block.kind == "item" or (inside and block.kind == "heading"))
    )
