"""An e-book in, its text out: EPUB 2 and 3, their chapters in the order in which they are read.

An EPUB is a zip archive of web pages: one file says where the list of them is, that list what the
book is called and in what order it goes (EPUB 3.3, sections 4.2 and 5). Nothing is unpacked to the
disk, nothing is fetched, and what would be larger than any book is refused before it is read.
"""

from __future__ import annotations

import lzma
import re
import struct
import zipfile
import zlib
from dataclasses import replace
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree

from ...errors import SeedError
from ...model import RawBlock, SetAside
from .article import Article, without_page_numbers
from .decode import decode
from .header import LANGUAGE
from .markup import markup_blocks
from .record import counted
from .soup import attribute, parse_markup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4.element import Tag

CONTAINER = "META-INF/container.xml"
LOCKS = "META-INF/encryption.xml"
PAGES = ("application/xhtml+xml", "text/html")
LARGEST = 100_000_000
"""Bytes of all that is read of a book; the Bible has some five million."""

NOT_READ = {
    "colophon", "copyright-page", "cover", "halftitlepage", "imprint", "landmarks", "loi", "lot",
    "page-list", "titlepage", "toc",
}  # fmt: skip
"""Parts that are about the book, not of it (EPUB 3 Structural Semantics Vocabulary)."""

BROKEN = (
    EOFError, KeyError, NotImplementedError, OSError, OverflowError, RuntimeError, ValueError,
    etree.XMLSyntaxError, lzma.LZMAError, struct.error, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
"""What zipfile, the decompressors that it calls and the reader of XML raise."""

ABOUT = "e-book: about the book"
AGAIN = "open it in a program for e-books and save it again, or save it as a web page"
FIELDS = {"title": "title", "creator": "author", "language": "language", "rights": "rights"}
ADDRESS = re.compile(r"https?://\S+")


def read_epub(path: str, data: bytes) -> Article:
    """Read an e-book; the line of a block is the number of its chapter.

    Raises SeedError where it is no EPUB, is locked, or larger than any book.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _Reader(path, archive).read()
    except BROKEN as error:
        raise SeedError(f"this e-book is broken ({error})", path=path, remedy=AGAIN) from error


class _Reader:
    """Reads an archive, and counts what it has read."""

    def __init__(self, path: str, archive: zipfile.ZipFile) -> None:
        self.path = path
        self.archive = archive
        self.left = LARGEST

    def read(self) -> Article:
        package = self._list_of_pages()
        root = self._xml(package)
        locked = self._locked()
        blocks: list[RawBlock] = []
        aside: list[SetAside] = []
        numbers = 0
        for chapter, name in enumerate(_spine(root, dirname(package)), start=1):
            if name in locked:
                remedy = "use a copy that is not locked"
                raise SeedError("this e-book is locked", path=self.path, remedy=remedy)
            page = parse_markup(self._page(name))
            numbers += without_page_numbers(page)
            found = [replace(each.block, line=chapter) for each in markup_blocks(page)]
            if page is not None and _is_about(page):
                aside += [SetAside(chapter, each.text, ABOUT) for each in found]
            else:
                blocks += found
        told = f"left out {counted(numbers, 'number')} of printed pages"
        return Article(_fields(root), tuple(blocks), tuple(aside), (told,) if numbers else ())

    def _list_of_pages(self) -> str:
        """The file that lists a book's pages."""
        places = self._xml(CONTAINER).iter("{*}rootfile")
        return next((place.get("full-path") or "" for place in places), "")

    def _locked(self) -> frozenset[str]:
        """The files that only a shop's own program can read; fonts are often among them."""
        if LOCKS not in self.archive.namelist():
            return frozenset()
        places = self._xml(LOCKS).iter("{*}CipherReference")
        return frozenset(unquote(place.get("URI") or "") for place in places)

    def _page(self, name: str) -> str:
        return decode(f"{self.path}: {name}", self._bytes(name), markup=True).text

    def _xml(self, name: str) -> etree._Element:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        return etree.fromstring(self._bytes(name), parser)

    def _bytes(self, name: str) -> bytes:
        with self.archive.open(name) as file:
            data: bytes = file.read(self.left + 1)
        self.left -= len(data)
        if self.left < 0:
            raise SeedError("this e-book is larger than any book", path=self.path, remedy=AGAIN)
        return data


def _spine(root: etree._Element, folder: str) -> Iterator[str]:
    """Yield the files of a book in the order in which it is read."""
    pages = {
        item.get("id"): normpath(join(folder, unquote(item.get("href") or "")))
        for item in root.iter("{*}item")
        if item.get("media-type") in PAGES and "nav" not in (item.get("properties") or "").split()
    }
    for place in root.iter("{*}itemref"):
        if place.get("linear") != "no" and place.get("idref") in pages:
            yield pages[place.get("idref")]


def _fields(root: etree._Element) -> dict[str, tuple[str, ...]]:
    """The fields that a book states; when a file was made is no date of its text."""
    found: dict[str, list[str]] = {}
    for element in root.iter("{http://purl.org/dc/elements/1.1/}*"):
        name = etree.QName(element).localname
        words = " ".join("".join(map(str, element.itertext())).split())
        if name in FIELDS and words:
            found.setdefault(FIELDS[name], []).append(words)
        elif name in ("identifier", "source") and (address := ADDRESS.search(words)):
            found.setdefault("sources", []).append(address[0])
    fields: dict[str, tuple[str, ...]] = {key: (values[0],) for key, values in found.items()}
    if "author" in found:
        fields["author"] = (", ".join(dict.fromkeys(found["author"])),)
    if "sources" in found:
        fields["sources"] = tuple(dict.fromkeys(found["sources"]))
    if not LANGUAGE.fullmatch(fields.get("language", ("",))[0]):
        fields.pop("language", None)
    return fields


def _is_about(page: Tag) -> bool:
    """Tell whether a page is a title page and the like, as its body or its one part says."""
    body = page.find("body")
    first = body.find(name=True) if body else None
    parts = filter(None, (page, body, first))
    said = {word for part in parts for word in attribute(part, "epub:type").split()}
    return not NOT_READ.isdisjoint(said)
