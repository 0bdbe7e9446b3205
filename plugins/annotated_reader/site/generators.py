"""The register -> the pages that are no Markdown: glossary, search, pictures, report, 404.

One generator a kind of output; a new one is a class here and a name in `ALL`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ..export import to_json
from ..pictures.histogram import make_histogram, make_scale
from ..pictures.map import make_locator, make_map, mapped
from ..pictures.network import make_network, places_of
from ..site import lists, views
from ..store import Shelf, digest
from .drawn import map_pages, timeline_pages
from .file_generators import ExportGenerator, MentionsGenerator, SitemapGenerator
from .generator import ReaderGenerator
from .icons import icon
from .leaves import cut
from .offline import ICONS, reads_offline, web_manifest
from .provenance import provenance_of
from .redirects import redirects
from .report import ORIGINS, quality, report_on

if TYPE_CHECKING:
    from ..pictures.histogram import Scale
    from ..pictures.layout import Point
    from ..pictures.ties import Part
    from ..stages.collect import Occurrence
    from .leaves import Leaf, Leaves
    from .writer import QuietWriter


class GlossaryGenerator(ReaderGenerator):
    """The entries from A to Z, and one page an entry, or more where it has very many mentions."""

    def generate_output(self, writer: QuietWriter) -> None:
        """Write `glossary.html` and `glossary/<id>.html`."""
        register = self.register
        self.texts = {text.slug: text for text in register.texts}
        scale = make_scale(register.texts)
        before = self.build.carrier.before
        ids = {lists.mentions_address(id_, 1): id_ for id_ in register.entries}
        for first in self.build.first.before_others(ids):
            id_, second = ids[first], lists.mentions_address(ids[first], 2)
            # Whether there is a second page is known of one that says what it said.
            if second in before or not self.carried(writer, first, "entry"):
                writer.later(first, partial(self.write_entry, writer, id_, scale))
        letters = cut(views.alphabet(register.entries.values()), lists.GLOSSARY)
        self.write_leaves(writer, "glossary", letters, counts=views.counts(register))

    def write_entry(self, writer: QuietWriter, id_: str, scale: Scale) -> None:
        """Write all pages of an entry."""
        leaves = views.mentions(id_, self.register, self.texts)
        for leaf in leaves:
            self.write_leaf(writer, id_, leaves, leaf, scale)

    def write_leaf(
        self,
        writer: QuietWriter,
        id_: str,
        leaves: Leaves[Occurrence],
        leaf: Leaf[Occurrence],
        scale: Scale,
    ) -> None:
        """Write a page of an entry; all that it says of the whole entry stands on the first."""
        if leaf.number > 1:
            self.build.carrier.pages[leaf.name] = self.build.facts.further_page(id_, leaf.number)
        if self.carried(writer, leaf.name, "entry"):
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
            provenance=provenance_of(entry),
        )


class LibraryGenerator(ReaderGenerator):
    """The further pages of a library with very many texts; Pelican writes the first."""

    def generate_output(self, writer: QuietWriter) -> None:
        """Write `lists/index-2.html` and so on."""
        for leaf in self.build.library.leaves[1:]:
            self.write_page(writer, leaf.name, "index", leaf=leaf)


class RedirectGenerator(ReaderGenerator):
    """The addresses of entries that were merged or renamed."""

    def generate_output(self, writer: QuietWriter) -> None:
        """Write `glossary/<old id>.html` for every name that an entry has taken over."""
        entries = self.register.entries
        for old, id_ in redirects(entries.values(), self.build.content.entries).items():
            self.write_page(writer, f"glossary/{old}.html", "redirect", entry=entries[id_])


class PicturesGenerator(ReaderGenerator):
    """The library seen as a whole: when, where, and who with whom."""

    def generate_output(self, writer: QuietWriter) -> None:
        """Write `timeline.html`, `map.html` and `network.html`."""
        for name, drawn in timeline_pages(self.register):
            self.write_page(writer, name, "timeline", **drawn)
        shelf = Shelf(self.build.settings.cache / "kept" / "pictures")
        key = self.build.facts.said(mapped(self.register))
        for name, drawn in map_pages(shelf.value("map", key, partial(make_map, self.register))):
            self.write_page(writer, name, "map", **drawn)

        def place(part: Part, height: int) -> dict[str, Point]:
            make = partial(places_of, part, height)
            return shelf.value("network", digest(repr((part, height))), make)

        network = make_network(self.register, place)
        shelf.save()
        self.write_page(writer, "network.html", "network", network=network)


class SearchGenerator(ReaderGenerator):
    """The page to search from, the index, and the scripts that read it."""

    def generate_output(self, writer: QuietWriter) -> None:
        """Write `search.html`, `a-z.html` for who has no script; end what lies under `search/`.

        The index has been in the making since the texts are known: see `gather`.
        """
        self.write_page(writer, "search.html", "search")
        everything = views.everything(self.register)
        self.write_leaves(writer, "a-z", cut(everything, lists.EVERYTHING))
        assert self.build.search is not None  # noqa: S101  # `gather` comes first
        self.build.search.finish()


class ReportGenerator(ReaderGenerator):
    """How the library was annotated, and how good the machine is where it was measured."""

    def generate_output(self, writer: QuietWriter) -> None:
        """Write `report.html` and `report.json`."""
        report = report_on(self.register, self.build.content.left_out)
        page = {"report": report, "ORIGINS": ORIGINS, "quality": quality()}
        used = 40 * len(report.whole.rules) + 500
        leaves = cut([("", self.register.texts)], lists.REPORT, used=used)
        self.write_leaves(writer, "report", leaves, **page)
        self.write_data("report.json", to_json(report.as_data()).encode())


class OfflineGenerator(ReaderGenerator):
    """What a browser installs, and the pages about reading without a network."""

    def generate_output(self, writer: QuietWriter) -> None:
        """Write the manifest, the icons, `offline.html` and `not-saved.html`."""
        if reads_offline(self.settings):
            self.write_page(writer, "offline.html", "offline")
            self.write_page(writer, "not-saved.html", "not-saved")
            self.write_data("manifest.webmanifest", web_manifest(self.settings))
            for name, size in ICONS.items():
                if not self.build.carrier.carry(name, str(size)):
                    self.write_data(name, icon(size))
                    self.build.carrier.keep(name, str(size))


class ErrorPageGenerator(ReaderGenerator):
    """The page that a server shows for an address that does not exist."""

    def generate_output(self, writer: QuietWriter) -> None:
        """Write `404.html`."""
        # Such an address may lie at any depth, so only absolute links lead out of the page.
        relative = "://" not in self.settings["SITEURL"]
        self.build.carrier.pages["404.html"] = f"relative: {relative}"
        if self.carried(writer, "404.html", "404"):
            return
        template = self.get_template("404")
        writer.write_file(
            "404.html", template, self.context, relative_urls=relative, url="404.html"
        )


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
