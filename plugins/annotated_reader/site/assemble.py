"""The texts' HTML, their headers and their records -> the register, with integrity checked.

What Markdown cannot say (what was set aside, which rule found a mention) stands in the
records; an editor's own text has none, and then everything on its page is hers.
"""

from __future__ import annotations

from functools import partial
from itertools import starmap
from typing import TYPE_CHECKING, Any

from ..model import Block, SetAside
from ..stages.collect import Register, Text, collect
from ..stages.merge import merge_mentions
from ..stages.segment import segment
from ..stages.strip import Page, PageBlock, PageMention, strip_page
from ..store import Shelf, digest
from ..store.packing import rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ..model import Span
    from ..store import Content, TextFile


def assemble(html: Mapping[str, str], content: Content, cache: Path | None = None) -> Register:
    """Gather the texts whose HTML is given, by slug, into the register of the library.

    Pages taken apart are kept below `cache` for the next build.
    """
    kinds = {id_: entry.kind for id_, entry in content.entries.items()}
    shelf = Shelf(cache / "kept" / "pages") if cache else Shelf()
    texts = []
    for slug in sorted(html):
        file = content.texts[slug]
        take_apart = partial(_kept, html[slug], language_of(file))
        key = digest(f"{language_of(file)} {html[slug]}")
        words, blocks, mentions, sentences = shelf.value(slug, key, take_apart)
        page = Page(words, tuple(starmap(PageBlock, blocks)), tuple(starmap(PageMention, mentions)))
        texts.append(make_text(file, page, sentences, content.records.get(slug, {}), kinds))
    shelf.save()
    return collect(texts, content.entries)


def language_of(file: TextFile) -> str:
    """Return a text's language: English where its file says nothing."""
    return file.field("lang") or "en"


def parted(html: str, language: str) -> tuple[Page, tuple[Span, ...]]:
    """Return a text's page without its annotations, and the spans of its sentences."""
    page = strip_page(html)
    blocks = [Block(block.kind, block.span, block.level) for block in page.blocks]
    return page, segment(page.text, blocks, language)


def _kept(html: str, language: str) -> tuple[Any, ...]:
    """Return what is kept of a page that was taken apart, as plain data."""
    page, sentences = parted(html, language)
    blocks, mentions = rows(PageBlock, page.blocks), rows(PageMention, page.mentions)
    return page.text, blocks, mentions, sentences


def make_text(
    file: TextFile,
    page: Page,
    sentences: tuple[Span, ...],
    record: Mapping[str, Any],
    kinds: Mapping[str, str],
) -> Text:
    """Put together what header, page and record say of one text."""
    return Text(
        slug=file.slug,
        title=file.field("title") or file.slug,
        page=page,
        title_made=file.field("title_made") == "yes",
        date=file.field("date"),
        author=file.field("author"),
        language=language_of(file),
        rights=file.field("rights"),
        summary=file.field("summary"),
        sources=file.fields.get("origin", ()),
        path=file.field("source"),
        sentences=sentences,
        set_aside=tuple(SetAside(**line) for line in record.get("set_aside", ())),
        cleaning=tuple(record.get("cleaning", ())),
        names_from=str(record.get("names_from", "")),
        mentions=merge_mentions(page, record.get("mentions", ()), kinds, file.slug),
    )
