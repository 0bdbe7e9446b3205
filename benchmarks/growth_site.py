"""Work on the site of a library that might grow with the square of its size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotated_reader.model import Entry, Mention
from annotated_reader.pictures.map import make_map
from annotated_reader.pictures.ties import strongest_part
from annotated_reader.site import views
from annotated_reader.site.finish import Finisher
from annotated_reader.site.named import Named
from annotated_reader.site.unnoted import Unnoted, UnnotedWriter
from annotated_reader.stages.collect import Register, Text, collect
from annotated_reader.stages.reading import readings
from annotated_reader.stages.strip import Page, PageBlock, PageMention

if TYPE_CHECKING:
    from collections.abc import Callable

    Work = Callable[[], object]


def _text(slug: str, names: list[str], *, each_apart: bool) -> tuple[Text, list[Entry]]:
    """A text as built that names entries, in one sentence or each in its own block."""
    text = ("\n\n" if each_apart else " ").join(names)
    spans, position = [], 0
    for name in names:
        spans.append((position, position + len(name)))
        position += len(name) + (2 if each_apart else 1)
    whole = spans if each_apart else [(0, len(text))]
    blocks = tuple(PageBlock(f"p-{n}", "paragraph", 0, span) for n, span in enumerate(whole))
    found = tuple(
        PageMention(span, name, f"m-{name}-{n}")
        for n, (name, span) in enumerate(zip(names, spans, strict=True))
    )
    mentions = tuple(
        Mention(slug, span, name, "person", "full name", 0.9, name)
        for name, span in zip(names, spans, strict=True)
    )
    page = Page(text, blocks, found)
    entries = [Entry(name, name, "person") for name in dict.fromkeys(names)]
    return Text(slug, slug, page, sentences=tuple(whole), mentions=mentions), entries


def crowd(size: int) -> Work:
    """One sentence that names very many, each of whom is company to the others."""
    text, entries = _text("text", [f"name-{number}" for number in range(size)], each_apart=False)
    known = {entry.id: entry for entry in entries}
    return lambda: collect([text], known)


def _register(size: int) -> Register:
    made = [_text(f"text-{n}", ["osh", f"name-{n // 2}"], each_apart=True) for n in range(size)]
    return collect(
        [text for text, _ in made], {entry.id: entry for _, found in made for entry in found}
    )


def kin(size: int) -> Work:
    """Many texts that share one name with all others, and one with one other."""
    register = _register(size)
    return lambda: readings(register)


def ties(size: int) -> Work:
    """Many who are each named with the next, of whom a picture shows the strongest."""
    found = {(f"name-{n:06}", f"name-{n + 1:06}"): 1 + n % 7 for n in range(size)}
    return lambda: strongest_part(found, 72, 1.5)


def mentions_of_an_entry(size: int) -> Work:
    """One entry that many texts name, on its pages."""
    register = _register(size)
    texts = {text.slug: text for text in register.texts}

    def work() -> list[object]:
        leaves = views.mentions("osh", register, texts)
        return [views.sections(leaf.groups, texts) for leaf in leaves]

    return work


def notes_that_texts_lack(size: int) -> Work:
    """Many texts that name two entries each without a note on them."""
    register = _register(size)

    def work() -> list[str]:
        writer = UnnotedWriter(Finisher(register, Named(register.entries)))
        element = '<div class="text"></div>'
        return [str(Unnoted(text, lambda: element, writer)) for text in register.texts]

    return work


def places(size: int) -> Work:
    """Very many places on the map, all over the globe."""
    entries = {
        str(n): Entry(
            str(n),
            str(n),
            "place",
            coordinates=(n * 7 % 140 - 70 + n % 97 / 97, n * 13 % 360 - 180.0),
        )
        for n in range(size)
    }
    register = Register((), entries)
    return lambda: make_map(register)
