"""Work on one text's Markdown or page that might grow with the square of its length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown import Markdown

from annotated_reader.markdown_ext import ReaderExtension
from annotated_reader.site.evidence import Evidence
from annotated_reader.site.named import Named
from annotated_reader.stages.dates.dates import find_dates
from annotated_reader.stages.seeds.article import chosen
from annotated_reader.stages.seeds.markup import markup_blocks
from annotated_reader.stages.seeds.soup import parse_markup
from annotated_reader.stages.strip import strip_markdown
from benchmarks.growth_library import name_of

if TYPE_CHECKING:
    from collections.abc import Callable

    Work = Callable[[], object]


def _markdown(text: str) -> Work:
    return lambda: Markdown(extensions=[ReaderExtension()], output_format="html").convert(text)


def references(size: int) -> Work:
    """Many references to one note, a paragraph each."""
    paragraph = "[Osh](../glossary/osh.md)[^osh] was calm.\n\n"
    return _markdown(f"{paragraph * size}[^osh]: **Osh**, place.\n")


def references_in_one_paragraph(size: int) -> Work:
    """Many references to one note in one paragraph."""
    return _markdown(f"{'Osh[^osh] was calm. ' * size}\n\n[^osh]: **Osh**, place.\n")


def links_in_one_paragraph(size: int) -> Work:
    """Many links in one paragraph."""
    return _markdown("[Osh](../glossary/osh.md) was calm. " * size)


def notes(size: int) -> Work:
    """Many notes of one text."""
    names = [f"name-{number}" for number in range(size)]
    text = "".join(f"[{name}](../glossary/{name}.md)[^{name}] came.\n\n" for name in names)
    return _markdown(text + "".join(f"[^{name}]: **{name}**, person.\n\n" for name in names))


def stripped(size: int) -> Work:
    """A long text's Markdown, its annotations taken away."""
    text = "[Osh](../glossary/osh.md)[^osh] was calm.\n\n" * size + "[^osh]: **Osh**, place.\n"
    return lambda: strip_markdown(text)


def evidence(size: int) -> Work:
    """One text whose notes each quote a sentence of it."""
    sentences = [f"The {number}th of the witnesses came late" for number in range(size)]
    html = "".join(f'<p id="p-{n}">{sentence}.</p>' for n, sentence in enumerate(sentences))

    def work() -> list[str]:
        found = Evidence(html, "text", Named({}))
        return [found.block_of(sentence) for sentence in sentences]

    return work


def dates(size: int) -> Work:
    """One text of news with many dates of several sorts, in paragraphs of one or all in one."""
    told = "On Tuesday they came. Two days later, on 6 April 2010, they went. In May it rained."
    text = "\n\n".join([told] * size + [" ".join([told] * size)])
    return lambda: find_dates(text, "2010-06-25")


def saved_page(size: int) -> Work:
    """A saved page of many blocks, of whose lines the article's judge has changed a word."""
    words = [" ".join(name_of(1000 * part + number) for part in range(4)) for number in range(size)]
    page = "".join(f"<p>{names} came first.</p>" for names in words)
    found = markup_blocks(parse_markup(f"<html><body>{page}</body></html>"))
    lines_ = [f"{names} came second.".replace(" ", "") for names in words]
    return lambda: chosen(found, lines_)
