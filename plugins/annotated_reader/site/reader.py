"""A text's Markdown file -> Pelican's content and metadata, by our own rules for texts alone.

Files under `texts/` are read with our Markdown extension and nothing else, because the
promise that a page holds the seed's text was proven for exactly that; their HTML is kept for the
next build. Every other Markdown file is read as the site's `MARKDOWN` setting says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from markdown import Markdown
from pelican.readers import MarkdownReader

from ..errors import ReaderError
from ..markdown_ext import ReaderExtension
from ..stages.editing.front_matter import parse_front_matter
from ..store.files import file_digest, read_text, visible
from .beside import spread
from .sanitize import sanitized
from .state import build_of

if TYPE_CHECKING:
    from ..store import Shelf

ENOUGH = 50
"""Texts that are worth a process."""

DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


class Undated(datetime):
    """The date of a text that states none: Pelican wants one of every article, and shows it.

    It sorts before all others, and every theme finds nothing to print.
    """

    def isoformat(self, sep: str = "T", timespec: str = "auto") -> str:  # noqa: ARG002
        """Return nothing, whatever form is asked for."""
        return ""

    def strftime(self, format: str) -> str:  # noqa: A002, ARG002
        """Return nothing, whatever form is asked for."""
        return ""


# Two days above the least date, because time zones are added and taken away.
UNDATED = Undated(1, 1, 3, tzinfo=UTC)


class TextReader(MarkdownReader):  # type: ignore[misc]  # Pelican ships no types
    """Pelican's reader of Markdown, but for the files of `texts/`."""

    def read(self, source_path: str) -> tuple[str, dict[str, object]]:
        """Return a file's HTML and metadata."""
        path = Path(source_path)
        if path.parent != Path(self.settings["PATH"]) / "texts":
            content, metadata = super().read(source_path)
            return content, metadata
        build = build_of(self.settings)
        found = build.files.digest(f"texts/{path.name}")
        html, fields = build.html.value(path.stem, found, partial(read_text_file, path))
        return html, self.text_metadata(path.stem, fields)

    def text_metadata(self, slug: str, header: Mapping[str, Sequence[str]]) -> dict[str, object]:
        """Return what Pelican has to know of a text: addresses are fixed, no date is guessed.

        A draft is left out of the site: Pelican would publish it at an unlisted address.
        """
        fields = {name: " ".join(lines).strip() for name, lines in header.items()}
        metadata = {
            name: self.process_metadata(name, value)
            for name, value in fields.items()
            if name in ("author", "tags", "category", "status", "template")
        }
        if fields.get("status") == "draft":
            metadata["status"] = "skip"
        return metadata | {
            "title": escape(fields.get("title", slug), quote=False),
            "summary": escape(fields.get("summary", ""), quote=False),
            "date": first_day(fields.get("date", "")),
            "lang": fields.get("lang", self.settings["DEFAULT_LANG"]),
            "slug": slug,
            "url": f"texts/{slug}.html",
            "save_as": f"texts/{slug}.html",
        }


def read_ahead(folder: Path, shelf: Shelf) -> None:
    """Read the texts of a new library before Pelican asks for one after the other.

    Of very many a part is read by other processes. What cannot be read is left to Pelican.
    """
    new = [path for path in visible(folder / "texts", ".md") if path.stem not in shelf.kept]
    if len(new) < 2 * ENOUGH:
        return
    for answer in spread(new, _read_some, ENOUGH):
        for name, key, html, fields in answer:
            shelf.put(name, key, (html, fields))


def _read_some(paths: Sequence[Path]) -> list[tuple[str, str, str, dict[str, tuple[str, ...]]]]:
    found = []
    for path in paths:
        with suppress(ReaderError, OSError):
            found.append((path.stem, file_digest(path), *read_text_file(path)))
    return found


def read_text_file(path: Path) -> tuple[str, dict[str, tuple[str, ...]]]:
    """Return the HTML and the header of a text's file."""
    file = parse_front_matter(read_text(path), str(path))
    markdown = Markdown(extensions=[ReaderExtension()], output_format="html")
    return sanitized(markdown.convert(file.body)), file.fields


def first_day(date: str) -> datetime:
    """Return the first day of a calendar value such as `2010-06`, `UNDATED` where there is none.

    Pelican's own parser would fill the month and the day in from the day of the build.
    """
    found = DATE.fullmatch(date)
    if not found:
        return UNDATED
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        return datetime(year, month, day)  # noqa: DTZ001  # Pelican adds the zone
    except ValueError:
        return UNDATED
