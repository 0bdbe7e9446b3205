"""The texts' HTML, their headers and their records -> the register, with integrity checked.

What Markdown cannot say (what was set aside, which rule found a mention) stands in the
records; an editor's own text has none, and then everything on its page is hers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..model import Block, SetAside
from ..stages.collect import Register, Text, collect, merge_mentions
from ..stages.segment import segment
from ..stages.strip import Page, strip_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..store import Content, TextFile


def assemble(html: Mapping[str, str], content: Content) -> Register:
    """Gather the texts whose HTML is given, by slug, into the register of the library."""
    kinds = {id_: entry.kind for id_, entry in content.entries.items()}
    texts = [
        make_text(content.texts[slug], strip_page(html[slug]), content.records.get(slug, {}), kinds)
        for slug in sorted(html)
    ]
    return collect(texts, content.entries)


def make_text(
    file: TextFile, page: Page, record: Mapping[str, Any], kinds: Mapping[str, str]
) -> Text:
    """Put together what header, page and record say of one text."""
    language = file.field("lang") or "en"
    blocks = [Block(block.kind, block.span, block.level) for block in page.blocks]
    return Text(
        slug=file.slug,
        title=file.field("title") or file.slug,
        page=page,
        title_made=file.field("title_made") == "yes",
        date=file.field("date"),
        author=file.field("author"),
        language=language,
        rights=file.field("rights"),
        summary=file.field("summary"),
        sources=file.fields.get("origin", ()),
        path=file.field("source"),
        sentences=segment(page.text, blocks, language),
        set_aside=tuple(SetAside(**line) for line in record.get("set_aside", ())),
        cleaning=tuple(record.get("cleaning", ())),
        mentions=merge_mentions(page, record.get("mentions", ()), kinds, file.slug),
    )
