"""Pelican's signals -> calls of the rooms that do the work, in the order of one build.

Receivers stand at module level because Pelican holds them weakly.
"""

from __future__ import annotations

import logging
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader, FileSystemLoader
from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator, Generator
from pelican.settings import DEFAULT_CONFIG

from ..errors import raise_together
from ..model import KINDS
from ..site import defaults, generators, lists, publish, views
from ..stages.reading import readings
from ..store import known_content, read_content, recover
from .assemble import assemble
from .beside import Beside
from .compiled import compiled_for
from .convert import convert
from .facts import Facts
from .finish import Finisher
from .leaves import cut
from .minify import minify_scripts
from .pages import sanitize_pages
from .reader import TextReader, Undated, read_ahead
from .search_files import write_search
from .settings import KEY, read_settings
from .state import Build, build_of
from .theme import THEME
from .unnoted import Unnoted, UnnotedWriter
from .withhold import withhold
from .writer import QuietWriter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pelican.contents import Article
    from pelican.contents import Content as PelicanContent
    from pelican.readers import Readers

    from ..store import Content


logger = logging.getLogger(__name__)

LINK_SIGNS = ("{", "|")
"""With one of these every link begins that Pelican resolves."""


def connect() -> None:
    """Connect every receiver to its signal."""
    signals.initialized.connect(prepare)
    signals.get_generators.connect(begin)
    signals.readers_init.connect(read_texts_our_way)
    signals.generator_init.connect(offer_templates)
    signals.content_object_init.connect(spare_looking_for_links)
    signals.all_generators_finalized.connect(gather)
    signals.get_writer.connect(write_quietly)
    signals.article_generator_write_article.connect(introduce)
    signals.feed_generated.connect(keep_dated)
    signals.finalized.connect(finish_build)


def prepare(pelican: Pelican) -> None:
    """Read our settings and fill in those of Pelican's that we need; once a Pelican object."""
    chosen = read_settings(pelican.settings)
    pelican.settings[KEY] = Build(chosen, compiled_for(pelican.settings))
    defaults.fill_in(pelican.settings)


def begin(pelican: Pelican) -> Iterable[type[Generator]]:
    """Convert the seeds, turn Pelican to the staging folder, and give it our generators.

    This signal, unlike `initialized`, is sent before every build of `pelican --autoreload`,
    and before the folder of content is read.
    """
    build = build_of(pelican.settings)
    build.lock.acquire()
    build.begin(pelican.settings["SITEURL"])
    recover(build.settings.output)
    if build.settings.convert and build.settings.seeds.is_dir():
        build.conversion = convert(build.settings)
    shutil.rmtree(build.staging, ignore_errors=True)
    build.files = known_content(build.settings.content, build.settings.cache)
    read_ahead(build.settings.content, build.html)
    pelican.output_path = pelican.settings["OUTPUT_PATH"] = str(build.staging)
    return generators.ALL


def read_texts_our_way(readers: Readers) -> None:
    """Have texts read by our rules."""
    readers.reader_classes["md"] = TextReader


def offer_templates(generator: Generator) -> None:
    """Put our templates after the theme's and Pelican's own, so that they never hide one."""
    loader = generator.env.loader
    assert isinstance(loader, ChoiceLoader)  # noqa: S101  # Pelican 4.12 makes one
    loader.loaders = [*loader.loaders, FileSystemLoader(THEME / "templates")]
    generator.env.bytecode_cache = build_of(generator.settings).compiled
    generator.env.auto_reload = False  # it lives no longer than a build


def spare_looking_for_links(content: PelicanContent) -> None:
    """Tell Pelican at once of content that links to no file in its own way: `{static}…`.

    It would go through each with an expression that takes as long as all else in reading it.
    """
    usual = content.settings["INTRASITE_LINK_REGEX"] == DEFAULT_CONFIG["INTRASITE_LINK_REGEX"]
    html = content._content  # noqa: SLF001  # Pelican's way
    if usual and html and not any(sign in html for sign in LINK_SIGNS):
        content.get_static_links = set


def gather(found: list[Generator]) -> None:
    """Make the register out of all texts, and finish their pages' HTML with it."""
    articles = next(generator for generator in found if isinstance(generator, ArticlesGenerator))
    build = build_of(articles.settings)
    texts = {article.slug: article for article in text_articles(articles)}
    build.read = read_content(build.settings.content, build.settings.cache, build.files)
    build.content = published(build.read, build.settings.publish)
    withheld = {id_ for id_, entry in build.content.entries.items() if entry.status == "hidden"}
    html = {
        slug: withhold(article._content, withheld)  # noqa: SLF001  # Pelican's way
        for slug, article in texts.items()
    }
    build.register = assemble(html, build.content, build.settings.cache)
    build.search = search_beside(build)
    headers = {slug: build.content.texts[slug].fields for slug in texts}
    build.facts = Facts(build.register, html, headers)
    build.neighbors = views.neighbors(build.register)
    build.readings = readings(build.register)
    build.carrier.pages = build.facts.pages(build.neighbors, build.readings)
    finisher = Finisher(build.register, build.facts.named)
    build.unnoted = UnnotedWriter(finisher)
    finish = lru_cache(maxsize=1)(finisher.finish)  # a page asks for it twice
    for slug, raw in html.items():
        texts[slug]._get_content = partial(finish, raw, slug)  # noqa: SLF001
    articles.context["register"] = build.register
    shelves = views.shelves(build.register)
    build.library = cut(shelves, lists.library(len(build.register.texts)))
    said = build.facts.said((build.facts.sizes, build.library))
    build.carrier.pages |= {leaf.name: f"{said} {leaf.number}" for leaf in build.library}
    articles.context["shelves"] = shelves
    articles.context["library"] = build.library
    articles.context["HAS_MAP"] = any(each.coordinates for each in build.register.entries.values())
    articles.context["KINDS"] = KINDS
    build.cleaned = tuple(sanitize_pages(found))


def search_beside(build: Build) -> Beside[None]:
    """Begin with the search's files, which need nothing but the register."""
    folders = build.staging / "search", build.settings.output / "search"
    return Beside(partial(write_search, build.register, build.settings.cache, *folders))


def published(content: Content, which: str) -> Content:
    """Return the content as it is shown: with `approved` the machine's suggestions are hidden."""
    if which != "approved":
        return content
    entries = {
        id_: replace(entry, status="hidden") if entry.status == "suggested" else entry
        for id_, entry in content.entries.items()
    }
    return replace(content, entries=entries)


def text_articles(articles: ArticlesGenerator) -> list[Article]:
    """Return the articles that are texts of the library; another site has others besides."""
    found = [*articles.articles, *articles.translations]
    return [article for article in found if article.relative_dir == "texts"]


def write_quietly(_pelican: Pelican) -> type[QuietWriter]:
    """Give Pelican our writer."""
    return QuietWriter


def introduce(articles: ArticlesGenerator, content: Article) -> None:
    """Give the template of a text its place in the register, its neighbors and what helps."""
    is_text = content.relative_dir == "texts"
    build = build_of(articles.settings)
    previous, text, following = build.neighbors[content.slug] if is_text else (None, None, None)
    reading = build.readings[content.slug] if is_text else None
    unnoted = Unnoted(text, content._get_content, build.unnoted) if text else None  # noqa: SLF001
    articles.context.update(
        text=text, previous=previous, next=following, reading=reading, unnoted=unnoted
    )


def keep_dated(_context: dict[str, Any], feed: Any) -> None:
    """Take texts without a date out of a feed, where every item has one."""
    feed.items = [item for item in feed.items if not isinstance(item["pubdate"], Undated)]
    if not feed.items:  # an empty feed would give the time of the build as its date
        feed.latest_post_date = lambda: datetime.fromtimestamp(0, UTC)


def finish_build(pelican: Pelican) -> None:
    """Check what was written and put it in the public place of the site."""
    build = build_of(pelican.settings)
    if build.writer:
        build.writer.finish()
    minify_scripts(build.staging / pelican.settings["THEME_STATIC_DIR"] / "js")
    publish.publish(build, pelican.settings["SITEURL"], pelican.settings["OUTPUT_RETENTION"])
    pelican.output_path = pelican.settings["OUTPUT_PATH"] = str(build.settings.output)
    build.lock.release()
    tell_left_out(build)


def tell_left_out(build: Build) -> None:
    """Warn of each seed that was left out, or fail with them, once the rest is published.

    Whoever calls warnings fatal (`pelican --fatal warnings`) is strict as well.
    """
    bad = build.conversion.bad if build.conversion else ()
    if build.settings.strict:
        raise_together(bad)
    for error in bad:
        logger.warning("left out: %s", error)
