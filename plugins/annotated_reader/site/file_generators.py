"""The register -> the files that are no pages: mentions for the panel, exports, the sitemap."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ..export import to_json
from ..export.annotations import to_annotations
from ..export.plain_text import to_plain_text
from ..export.reader_json import to_reader_json
from ..store import digest
from .generator import ReaderGenerator
from .mention_files import FOLDER, entries_of_several_texts, mention_file
from .redirects import redirects
from .sitemap import robots, sitemaps

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..model import Entry
    from ..stages.collect import Text
    from .writer import QuietWriter


class MentionsGenerator(ReaderGenerator):
    """What the panel of mentions loads of other texts."""

    def generate_output(self, writer: QuietWriter) -> None:
        """Write `mentions/<id>.js` for every entry that several texts name."""
        texts = {text.slug: text for text in self.register.texts}
        for id_ in entries_of_several_texts(self.register):
            name, key = f"{FOLDER}/{id_}.js", self.build.facts.entry_page(id_)
            make = partial(mention_file, id_, self.register, texts)
            self.write_later(writer, name, key, make)


class ExportGenerator(ReaderGenerator):
    """What other programs read: `reader.json`, the plain texts, the annotations."""

    def generate_output(self, writer: QuietWriter) -> None:
        """Write every export of the library and of its texts."""
        site = self.settings["SITEURL"] if "://" in self.settings["SITEURL"] else ""
        self.write_data("reader.json", to_json(to_reader_json(self.register)).encode())
        for text in self.register.texts:
            name = f"texts/{text.slug}"
            base = f"{site}/{name}.annotations.json" if site else ""
            key = digest(base + self.build.facts.annotations(text.slug))
            annotations = partial(annotations_of, text, self.register.entries, base)
            self.write_later(writer, f"{name}.annotations.json", key, annotations)
            words = partial(plain_text_of, text)
            self.write_later(writer, f"{name}.txt", self.build.facts.texts[text.slug], words)


def annotations_of(text: Text, entries: Mapping[str, Entry], base: str) -> bytes:
    """Return the file of a text's annotations."""
    return to_json(to_annotations(text, entries, base)).encode()


def plain_text_of(text: Text) -> bytes:
    """Return the file of a text's words alone."""
    return to_plain_text(text).encode()


class SitemapGenerator(ReaderGenerator):
    """The list of pages for search engines, which must name them absolutely, and where it is."""

    def generate_output(self, writer: QuietWriter) -> None:
        """Write `sitemap.xml` and `robots.txt` where the site's own address is known."""
        if "://" in self.settings["SITEURL"]:
            writer.finish()
            pages = self.build.staging.rglob("*.html")
            entries = self.register.entries
            led_on = redirects(entries.values(), self.build.content.entries)
            unlisted = {f"glossary/{old}.html" for old in led_on}
            names = {page.relative_to(self.build.staging).as_posix() for page in pages}
            listed = sitemaps(self.settings["SITEURL"], names - unlisted)
            for name, data in listed.items():
                self.write_data(name, data)
            self.write_data("robots.txt", robots(self.settings["SITEURL"]))
