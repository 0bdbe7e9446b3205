"""A small maker of e-books for tests."""

from __future__ import annotations

import zipfile
from io import BytesIO

CONTAINER = '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>'


def book_of(*pages: bytes, title: str = "A book") -> bytes:
    """Return an EPUB whose chapters are `pages`, the same bytes on every machine."""
    numbers = range(len(pages))
    items = "".join(
        f'<item id="c{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in numbers
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in numbers)
    package = (
        '<package xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata><dc:title>{title}</dc:title></metadata>"
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    files = {"META-INF/container.xml": CONTAINER.encode(), "book.opf": package.encode()}
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (files | {f"{n}.xhtml": page for n, page in enumerate(pages)}).items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return buffer.getvalue()
