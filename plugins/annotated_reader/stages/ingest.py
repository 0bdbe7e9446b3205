"""Bytes in, a seed out: decoded, its header read, its text cut into blocks.

Nothing here judges what a seed says. Whatever an editor drops into `seeds/` comes in as one
shape, or is refused with a sentence that tells her what to do.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from ..errors import SeedError
from ..model import RawBlock, Seed, SetAside
from .seeds.decode import decode
from .seeds.fences import with_plain_fences
from .seeds.header import read_header, read_sidecar
from .seeds.plain import plain_blocks
from .seeds.record import counted
from .seeds.stated_date import read_date
from .words import slugify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

RESERVED = re.compile(r"aux|con|nul|prn|(?:com|lpt)\d")  # no file on Windows has these names
LONGEST_SLUG = 80
DATED = re.compile(r"(\d{4}-\d\d-\d\d)(?=[-_. ]|$)")  # as static site generators name posts
BOOK = ".epub"
MARKDOWN_EXTENSIONS = ("tables", "fenced_code", "footnotes", "def_list", "sane_lists")
WORD = re.compile(r"\w+")
LINES_AHEAD = 200  # a block's line is looked for so far below the block before
HARD_BREAK = re.compile(r"(?<=[^\\\s])\\\n")


class Content(NamedTuple):
    """What a file holds: the fields it states, its blocks, the lines that are not text."""

    fields: dict[str, tuple[str, ...]]
    blocks: tuple[RawBlock, ...]
    set_aside: tuple[SetAside, ...] = ()
    cleaning: tuple[str, ...] = ()


def ingest(path: str, data: bytes, sidecar: str = "") -> Seed:
    """Read the seed at `path`; `sidecar` is the text of the TOML file beside it."""
    suffix = PurePosixPath(path).suffix.lower()
    if suffix not in (*READERS, BOOK):
        remedy = "give it a name that ends in " + ", ".join((*READERS, BOOK))
        raise SeedError(f'cannot read files that end in "{suffix}"', path=path, remedy=remedy)
    beside = read_sidecar(path, sidecar)
    cleaning: tuple[str, ...] = ()
    if suffix == BOOK:
        content, encoding = read_book(path, data), "utf-8"
    else:
        text, encoding, cleaning = decode(path, data, markup=suffix.startswith(".htm"))
        content = READERS[suffix](path, text)
    if "date" not in content.fields.keys() | beside.keys():
        content = _dated_by_its_name(content, PurePosixPath(path).stem)
    return Seed(
        slug=slug_of(PurePosixPath(path).stem),
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=encoding,
        fields={**content.fields, **beside},
        blocks=content.blocks,
        cleaning=(*cleaning, *content.cleaning),
        set_aside=content.set_aside,
    )


def _dated_by_its_name(content: Content, stem: str) -> Content:
    """Take the date of a text that states none from its file's name: "2010-06-14-osh.txt"."""
    found = DATED.match(stem)
    day = read_date(found[1]) if found else ""
    if not day:
        return content
    told = (*content.cleaning, "took the date from the name of the file")
    return content._replace(fields={**content.fields, "date": (day,)}, cleaning=told)


def slug_of(stem: str) -> str:
    """Return a file's name as an address: ASCII, lower case, never that of another file.

    Letters that ASCII cannot write are lost, so that a hash of the name stands for them; a system
    that keeps names in another Unicode form gives the same.
    """
    stem = unicodedata.normalize("NFC", stem)
    slug = slugify(stem)
    lost = slug.startswith("u-") or any(
        slugify(character).startswith("u-") for character in stem if character.isalnum()
    )
    if lost or len(slug) > LONGEST_SLUG:
        mark = hashlib.sha256(stem.encode()).hexdigest()[:8]
        start = "text" if slug.startswith("u-") else slug[:LONGEST_SLUG].strip("-")
        return f"{start}-{mark}"
    return f"{slug}-text" if RESERVED.fullmatch(slug) else slug


def read_plain(path: str, text: str) -> Content:
    """Read a plain text with its header."""
    header = read_header(path, text)
    body = "\n".join(text.split("\n")[header.lines :])
    blocks = plain_blocks(body, header.lines + 1)
    items = sum(block.kind == "item" for block in blocks)
    record = ("read " + counted(items, "line") + " with a bullet as a list",) if items else ()
    return Content(header.fields, blocks, header.set_aside, record)


def read_markdown(path: str, text: str) -> Content:
    """Read a Markdown text with its header, by way of HTML."""
    # A folder of plain texts needs neither Markdown nor HTML, which take long to import.
    from markdown import Markdown

    from .seeds.bounds import bound_links, reads_endlessly
    from .seeds.markup import markup_blocks
    from .seeds.soup import parse_markup
    from .seeds.vault_links import read_vault_links

    header = read_header(path, text)
    lines = text.split("\n")[header.lines :]
    body = HARD_BREAK.sub("  \n", with_plain_fences("\n".join(lines)))
    if reads_endlessly(body):
        remedy = "write a backslash before each <, or save it as plain text (.txt)"
        raise SeedError("thousands of HTML tags have no end", path=path, remedy=remedy)
    markdown = Markdown(extensions=MARKDOWN_EXTENSIONS)
    bound_links(markdown)
    read_vault_links(markdown)
    try:
        markup = markdown.convert(body)
    except RecursionError as error:
        remedy = "indent its lists and quotations less"
        raise SeedError("this is nested too deeply", path=path, remedy=remedy) from error
    blocks = (block for block, *_ in markup_blocks(parse_markup(markup)))
    return Content(header.fields, with_lines(blocks, lines, header.lines), header.set_aside)


def with_lines(blocks: Iterable[RawBlock], lines: list[str], offset: int) -> tuple[RawBlock, ...]:
    """Give blocks the lines of the Markdown they came from, by the words they begin with."""
    words = [WORD.findall(line) for line in lines]
    numbered, at = [], 0
    for block in blocks:
        begins = WORD.findall(block.text)[:3]
        place = line_of(begins, words, at)
        numbered.append(replace(block, line=offset + (at if place is None else place) + 1))
        at = at if place is None else place + 1
    return tuple(numbered)


def line_of(begins: list[str], words: list[list[str]], start: int) -> int | None:
    """Return the first line from `start` that holds a block's first words, or begins them."""
    for index in range(start, min(start + LINES_AHEAD, len(words))):
        near = {word for line in words[index : index + 2] for word in line}
        if begins and begins[0] in words[index] and near.issuperset(begins):
            return index
    return None


def read_html(_path: str, text: str) -> Content:
    """Read a saved web page."""
    from .seeds.article import read_article  # trafilatura takes long to import

    return Content(*read_article(text))


def read_book(path: str, data: bytes) -> Content:
    """Read an e-book."""
    from .seeds.epub import read_epub  # with all that reads web pages

    return Content(*read_epub(path, data))


READERS: dict[str, Callable[[str, str], Content]] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
}
