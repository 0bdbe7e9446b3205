"""Small makers of documents and mentions for the tests of the stages."""

from __future__ import annotations

from annotated_reader.model import Block, Document, Mention, Parse
from annotated_reader.stages.segment import segment


def make_document(text: str, slug: str = "text", date: str = "", title: str = "A text") -> Document:
    """Make a document of blocks divided by blank lines; one that begins with ## is a heading."""
    blocks = []
    position = 0
    parts = []
    for part in text.split("\n\n"):
        heading = part.startswith("## ")
        words = part.removeprefix("## ")
        span = (position, position + len(words))
        blocks.append(Block("heading" if heading else "paragraph", span, 2 if heading else 0))
        parts.append(words)
        position = span[1] + 2
    whole = "\n\n".join(parts)
    return Document(
        slug=slug,
        path=f"{slug}.txt",
        sha256="0" * 64,
        title=title,
        text=whole,
        blocks=tuple(blocks),
        sentences=segment(whole, tuple(blocks)),
        date=date,
    )


def make_parse(document: Document, *names: tuple[str, str]) -> Parse:
    """Make a parse in which each `(surface, label)` is found wherever it stands, in turn."""
    found = []
    position = 0
    for surface, label in names:
        start = document.text.index(surface, position)
        found.append((start, start + len(surface), label))
        position = start + len(surface)
    return Parse(tuple(found))


def make_mentions(document: Document, *names: tuple[str, str]) -> list[Mention]:
    """Make a mention of each `(surface, kind)`, in the order of the text."""
    mentions = []
    position = 0
    for surface, kind in names:
        start = document.text.index(surface, position)
        position = start + len(surface)
        mentions.append(
            Mention(document.slug, (start, position), surface, kind, "language model", 0.7)
        )
    return mentions
