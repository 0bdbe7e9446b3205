"""E-books: which files are read, in what order, and what is refused."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotated_reader.errors import SeedError
from annotated_reader.pipeline import read_document
from annotated_reader.stages.ingest import ingest
from annotated_reader.stages.seeds import epub

if TYPE_CHECKING:
    from annotated_reader.model import Seed

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/content.opf"/></rootfiles></container>'
)
METADATA = (
    "<dc:title>Four  nights</dc:title><dc:title>Another title</dc:title>"
    "<dc:creator>Ann Lee</dc:creator><dc:creator>Bo Ott</dc:creator><dc:date>2014-05-25</dc:date>"
    "<dc:language>en-GB</dc:language><dc:rights>CC0</dc:rights>"
    "<dc:identifier>url:https://example.org/book</dc:identifier>"
)
ITEMS = (
    '<item id="t" href="title.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="b" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="a" href="../OEBPS/text/one.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
    '<item id="x" href="x.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="p" href="p.png" media-type="image/png"/>'
)
SPINE = (
    '<itemref idref="t"/><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/>'
    '<itemref idref="x" linear="no"/><itemref idref="p"/><itemref idref="missing"/>'
)


def package(
    metadata: str = METADATA, items: str = ITEMS, spine: str = SPINE, head: str = ""
) -> str:
    return (
        f'{head}<package xmlns="http://www.idpf.org/2007/opf"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{metadata}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )


def page(body: str, kind: str = "chapter") -> str:
    return f'<html><body><section epub:type="{kind}">{body}</section></body></html>'


FILES = {
    "META-INF/container.xml": CONTAINER,
    "OEBPS/content.opf": package(),
    "OEBPS/title.xhtml": page("<h1>Four nights</h1>", "titlepage"),
    "OEBPS/nav.xhtml": page("<p>Contents.</p>"),
    "OEBPS/x.xhtml": page("<p>Beside.</p>"),
    "OEBPS/p.png": "",
    "OEBPS/text/one.xhtml": page(
        "<hgroup><h2>I</h2><p>The town</p></hgroup>"
        '<p>Mr.\u00a0Lee <span class="pagenum">12</span>came to Osh.'
        '<a href="#n1" role="doc-backlink">↩</a></p>'
    ),
    "OEBPS/text/two b.xhtml": page("<h2>II</h2><p>It was calm.</p>"),
}


def packed(**files: str) -> bytes:
    """A book of `FILES`, some of them others (by the last part of their name, with `_` for `.`)."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in FILES.items():
            other = files.get(name.rpartition("/")[2].replace(".", "_"))
            archive.writestr(name, text if other is None else other)
        if "encryption" in files:
            archive.writestr("META-INF/encryption.xml", files["encryption"])
    return buffer.getvalue()


def read(data: bytes) -> Seed:
    return ingest("a.epub", data)


def refused(data: bytes) -> str:
    with pytest.raises(SeedError) as caught:
        read(data)
    assert caught.value.remedy
    return str(caught.value)


def test_chapters_come_in_the_order_in_which_they_are_read() -> None:
    assert [(block.kind, block.text, block.line) for block in read(packed()).blocks] == [
        ("heading", "I: The town", 2),
        ("paragraph", "Mr.\u00a0Lee came to Osh.", 2),
        ("heading", "II", 3),
        ("paragraph", "It was calm.", 3),
    ]


def test_fields_are_what_the_book_says_of_itself_and_no_date_of_its_file() -> None:
    assert read(packed()).fields == {
        "title": ("Four nights",),
        "author": ("Ann Lee, Bo Ott",),
        "language": ("en-GB",),
        "rights": ("CC0",),
        "sources": ("https://example.org/book",),
    }


def test_what_is_about_the_book_is_set_aside_and_numbers_of_pages_are_left_out() -> None:
    seed = read(packed())
    assert [(each.line, each.text, each.rule) for each in seed.set_aside] == [
        (1, "Four nights", epub.ABOUT)
    ]
    assert seed.cleaning == ("left out 1 number of printed pages",)


def test_book_becomes_one_text() -> None:
    document = read_document("a.epub", packed(), "date = 1910")
    assert (document.title, document.date) == ("Four nights", "1910")
    assert document.text.startswith("I: The town\n\nMr.\u00a0Lee came")


def test_locked_book_is_refused() -> None:
    lock = '<encryption xmlns:e="x"><e:CipherReference URI="OEBPS/text/one.xhtml"/></encryption>'
    assert "locked" in refused(packed(encryption=lock))


def test_book_with_locked_fonts_is_read() -> None:
    lock = '<encryption xmlns:e="x"><e:CipherReference URI="OEBPS/font.otf"/></encryption>'
    assert read(packed(encryption=lock)).blocks


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 and no more",
        packed(container_xml="<container/>"),
        packed(container_xml="no markup"),
        packed(content_opf=package(items="", spine="")[:-20]),
        packed(content_opf=package(items=ITEMS.replace("one.xhtml", "none.xhtml"))),
        packed()[:-40],
    ],
)
def test_broken_book_is_refused_with_a_remedy(data: bytes) -> None:
    assert "broken" in refused(data)


def test_book_of_nothing_is_no_text() -> None:
    with pytest.raises(SeedError, match="no text"):
        read_document("a.epub", packed(content_opf=package(spine="")), "")


def test_book_larger_than_any_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(epub, "LARGEST", 100_000)
    bomb = packed(one_xhtml=page("<p>" + "a" * 10_000_000 + "</p>"))
    assert len(bomb) < 100_000
    assert "larger than any book" in refused(bomb)


def test_entities_of_a_list_are_not_expanded() -> None:
    head = '<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    metadata = METADATA.replace("Four  nights", "&a;&b;Osh")
    seed = read(packed(content_opf=package(metadata, head=head)))
    assert seed.fields["title"] == ("&a;&b;Osh",)


@settings(deadline=None)
@given(st.binary(max_size=300), st.integers(0, 2_000))
def test_damaged_book_is_read_or_refused(noise: bytes, place: int) -> None:
    data = bytearray(packed())
    data[place : place + len(noise)] = noise
    with suppress(SeedError):
        read(bytes(data))
