"""The register -> the pages and files that are no Markdown: glossary, search, exports, 404.

One generator a kind of output; a new one is a class here and a name in `ALL`.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.generators import Generator

from ..export import to_json
from ..export.annotations import to_annotations
from ..export.plain_text import to_plain_text
from ..export.reader_json import to_reader_json
from ..pictures.histogram import make_histogram, make_scale
from ..pictures.map import make_locator
from ..pictures.network import make_network, places_of
from ..store import Shelf, digest
from . import lists, views
from .carry import OF_THE_LIBRARY, put
from .drawn import map_pages, timeline_pages
from .leaves import cut
from .mention_files import FOLDER, entries_of_several_texts, mention_file
from .offline import installation_files, reads_offline
from .redirects import redirects
from .report import ORIGINS, quality, report_on
from .search_files import write_search
from .sitemap import robots, sitemaps
from .state import Build, build_of

if TYPE_CHECKING:
    from pelican.writers import Writer

    from ..pictures.histogram import Scale
    from ..pictures.layout import Point
    from ..pictures.ties import Part
    from ..stages.collect import Occurrence, Register
    from .leaves import Leaf, Leaves


class ReaderGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """A generator that makes its output from the register."""

    @property
    def build(self) -> Build:
        """Return the build that is going on."""
        return build_of(self.settings)

    @property
    def register(self) -> Register:
        """Return the register, filled once all articles have been read."""
        return self.build.register

    def write_page(self, writer: Writer, name: str, template: str, **variables: Any) -> None:
        """Write a page made from one of the theme's templates, or of ours where it has none."""
        if template in OF_THE_LIBRARY:
            self.build.carrier.pages.setdefault(name, self.said(variables))
        writer.write_file(
            name,
            self.get_template(template),
            self.context,
            relative_urls=self.settings["RELATIVE_URLS"],
            url=name,
            page_name=name.removesuffix(".html"),
            **variables,
        )

    def write_leaves(
        self, writer: Writer, template: str, leaves: Leaves[Any], **variables: Any
    ) -> None:
        """Write all pages of a list."""
        said = self.said((leaves, variables)) if template in OF_THE_LIBRARY else ""
        for leaf in leaves:
            if said:
                self.build.carrier.pages[leaf.name] = f"{said} {leaf.number}"
            self.write_page(writer, leaf.name, template, leaves=leaves, leaf=leaf, **variables)

    def said(self, variables: object) -> str:
        """Return the digest of what a page on the library says, made of data alone."""
        return digest(repr((self.build.facts.sizes, variables)))

    def write_data(self, name: str, data: bytes) -> None:
        """Write a file that is not a page."""
        staged = Path(self.output_path) / name
        staged.parent.mkdir(parents=True, exist_ok=True)
        put(staged, self.build.settings.output / name, data)


class GlossaryGenerator(ReaderGenerator):
    """The entries from A to Z, and one page an entry, or more where it has very many mentions."""

    def generate_output(self, writer: Writer) -> None:
        """Write `glossary.html` and `glossary/<id>.html`."""
        register = self.register
        letters = cut(views.alphabet(register.entries.values()), lists.GLOSSARY)
        self.write_leaves(writer, "glossary", letters, counts=views.counts(register))
        self.texts = {text.slug: text for text in register.texts}
        scale = make_scale(register.texts)
        for id_ in register.entries:
            leaves = views.mentions(id_, register, self.texts)
            for leaf in leaves:
                self.write_entry(writer, id_, leaves, leaf, scale)

    def write_entry(
        self,
        writer: Writer,
        id_: str,
        leaves: Leaves[Occurrence],
        leaf: Leaf[Occurrence],
        scale: Scale,
    ) -> None:
        """Write a page of an entry; all that it says of the whole entry stands on the first."""
        if leaf.number > 1:
            self.build.carrier.pages[leaf.name] = self.build.facts.further_page(id_, leaf.number)
        if writer.carried(leaf.name, self.get_template("entry"), self.context):
            return
        register, entry = self.register, self.register.entries[id_]
        occurrences = views.sections(leaf.groups, self.texts)
        self.write_page(
            writer,
            leaf.name,
            "entry",
            entry=entry,
            leaves=leaves,
            leaf=leaf,
            occurrences=occurrences,
            total=leaves.total,
            years=views.years(text for text, _ in occurrences),
            companions=views.companions(id_, register),
            candidates=views.candidates(entry, register),
            over_time=make_histogram(id_, register, scale) if leaf.number == 1 else None,
            locator=make_locator(entry) if leaf.number == 1 else None,
            definition_html=views.Definition(entry),
        )


class LibraryGenerator(ReaderGenerator):
    """The further pages of a library with very many texts; Pelican writes the first."""

    def generate_output(self, writer: Writer) -> None:
        """Write `lists/index-2.html` and so on."""
        for leaf in self.build.library.leaves[1:]:
            self.write_page(writer, leaf.name, "index", leaf=leaf)


class MentionsGenerator(ReaderGenerator):
    """What the panel of mentions loads of other texts."""

    def generate_output(self, writer: Writer) -> None:  # noqa: ARG002  # Pelican's signature
        """Write `mentions/<id>.js` for every entry that several texts name."""
        texts = {text.slug: text for text in self.register.texts}
        for id_ in entries_of_several_texts(self.register):
            name, key = f"{FOLDER}/{id_}.js", self.build.facts.entry_page(id_)
            if not self.build.carrier.carry(name, key):
                self.write_data(name, mention_file(id_, self.register, texts))
                self.build.carrier.keep(name, key)


class RedirectGenerator(ReaderGenerator):
    """The addresses of entries that were merged or renamed."""

    def generate_output(self, writer: Writer) -> None:
        """Write `glossary/<old id>.html` for every name that an entry has taken over."""
        entries = self.register.entries
        for old, id_ in redirects(entries.values(), self.build.content.entries).items():
            self.write_page(writer, f"glossary/{old}.html", "redirect", entry=entries[id_])


class PicturesGenerator(ReaderGenerator):
    """The library seen as a whole: when, where, and who with whom."""

    def generate_output(self, writer: Writer) -> None:
        """Write `timeline.html`, `map.html` and `network.html`."""
        for name, drawn in timeline_pages(self.register):
            self.write_page(writer, name, "timeline", **drawn)
        for name, drawn in map_pages(self.register):
            self.write_page(writer, name, "map", **drawn)
        shelf = Shelf(self.build.settings.cache / "kept" / "pictures")

        def place(part: Part, height: int) -> dict[str, Point]:
            make = partial(places_of, part, height)
            return shelf.value("network", digest(repr((part, height))), make)

        network = make_network(self.register, place)
        shelf.save()
        self.write_page(writer, "network.html", "network", network=network)


class SearchGenerator(ReaderGenerator):
    """The page to search from, the index, and the scripts that read it."""

    def generate_output(self, writer: Writer) -> None:
        """Write `search.html`, `a-z.html` for who has no script, and what lies under `search/`."""
        self.write_page(writer, "search.html", "search")
        everything = views.everything(self.register)
        self.write_leaves(writer, "a-z", cut(everything, lists.EVERYTHING))
        settings = self.build.settings
        staged = Path(self.output_path) / "search"
        write_search(self.register, settings.cache, staged, settings.output / "search")


class ExportGenerator(ReaderGenerator):
    """What other programs read: `reader.json`, the plain texts, the annotations."""

    def generate_output(self, writer: Writer) -> None:  # noqa: ARG002  # Pelican's signature
        """Write every export of the library and of its texts."""
        site = self.settings["SITEURL"] if "://" in self.settings["SITEURL"] else ""
        self.write_data("reader.json", to_json(to_reader_json(self.register)).encode())
        for text in self.register.texts:
            name = f"texts/{text.slug}"
            base = f"{site}/{name}.annotations.json" if site else ""
            key = digest(base + self.build.facts.annotations(text.slug))
            if not self.build.carrier.carry(f"{name}.annotations.json", key):
                annotations = to_annotations(text, self.register.entries, base)
                self.write_data(f"{name}.annotations.json", to_json(annotations).encode())
                self.build.carrier.keep(f"{name}.annotations.json", key)
            self.write_data(f"{name}.txt", to_plain_text(text).encode())


class ReportGenerator(ReaderGenerator):
    """How the library was annotated, and how good the machine is where it was measured."""

    def generate_output(self, writer: Writer) -> None:
        """Write `report.html` and `report.json`."""
        report = report_on(self.register, self.build.content.left_out)
        page = {"report": report, "ORIGINS": ORIGINS, "quality": quality()}
        used = 40 * len(report.whole.rules) + 500
        leaves = cut([("", self.register.texts)], lists.REPORT, used=used)
        self.write_leaves(writer, "report", leaves, **page)
        self.write_data("report.json", to_json(report.as_data()).encode())


class OfflineGenerator(ReaderGenerator):
    """What a browser installs, and the pages about reading without a network."""

    def generate_output(self, writer: Writer) -> None:
        """Write the manifest, the icons, `offline.html` and `not-saved.html`."""
        if reads_offline(self.settings):
            self.write_page(writer, "offline.html", "offline")
            self.write_page(writer, "not-saved.html", "not-saved")
            for name, data in installation_files(self.settings).items():
                self.write_data(name, data)


class ErrorPageGenerator(ReaderGenerator):
    """The page that a server shows for an address that does not exist."""

    def generate_output(self, writer: Writer) -> None:
        """Write `404.html`."""
        # Such an address may lie at any depth, so only absolute links lead out of the page.
        relative = "://" not in self.settings["SITEURL"]
        template = self.get_template("404")
        writer.write_file(
            "404.html", template, self.context, relative_urls=relative, url="404.html"
        )


class SitemapGenerator(ReaderGenerator):
    """The list of pages for search engines, which must name them absolutely, and where it is."""

    def generate_output(self, writer: Writer) -> None:  # noqa: ARG002  # Pelican's signature
        """Write `sitemap.xml` and `robots.txt` where the site's own address is known."""
        if "://" in self.settings["SITEURL"]:
            pages = self.build.staging.rglob("*.html")
            entries = self.register.entries
            led_on = redirects(entries.values(), self.build.content.entries)
            unlisted = {f"glossary/{old}.html" for old in led_on}
            names = {page.relative_to(self.build.staging).as_posix() for page in pages}
            listed = sitemaps(self.settings["SITEURL"], names - unlisted)
            for name, data in listed.items():
                self.write_data(name, data)
            self.write_data("robots.txt", robots(self.settings["SITEURL"]))


ALL: tuple[type[ReaderGenerator], ...] = (
    LibraryGenerator,
    GlossaryGenerator,
    MentionsGenerator,
    RedirectGenerator,
    PicturesGenerator,
    SearchGenerator,
    ExportGenerator,
    ReportGenerator,
    OfflineGenerator,
    ErrorPageGenerator,
    SitemapGenerator,
)
"""In the order in which they run: the sitemap lists what the others have written."""
