"""A seed in, a document out: furniture set aside, white space in order, title and rights found.

Whatever is changed here is on record in `Document.cleaning` and `Document.set_aside`, so that
a reader can be told how the text before her differs from the file that came in.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from ..errors import SeedError
from ..model import Block, Document, RawBlock, Seed
from .seeds.furniture import without_furniture
from .seeds.gutenberg import without_frame
from .seeds.plain import SENTENCE_END
from .seeds.record import counted
from .seeds.stated_date import DATE_REMEDY, read_date
from .seeds.titles import is_caption, is_title_line, made_summary, made_title
from .segment import segment

# Spaces that mean something where they stand alone: no-break, narrow, figure, thin, ideographic.
SPACE_RUN = re.compile(r"\s{2,}|[^\S \xa0\u202f\u2007\u2009\u3000]")
HYPHEN = re.compile(r"\w[-\u2010]$")
REFERENCES = re.compile(r"(?: ?\[\w{1,4}\])+$")
CAPTION = re.compile(r"\b(?:Audio|Credit|Image|Photo|Photograph|Picture|Video): [^.]{2,40}\.?$")
SUSPENDED = re.compile(r"(?:and|or|und|oder|et|ou|y|o|to)\b")


class Tidied(NamedTuple):
    """Blocks with their white space in order, and how often what was done."""

    blocks: tuple[RawBlock, ...]
    record: tuple[str, ...]


class Titled(NamedTuple):
    """A title, whether it was made, the blocks below it, and where it came from."""

    title: str
    made: bool
    blocks: tuple[RawBlock, ...]
    record: tuple[str, ...]


def clean(seed: Seed) -> Document:
    """Return the document that a seed holds."""
    seed = without_frame(seed)
    left = without_furniture(seed.blocks, seed.set_aside)
    tidied = tidy(left.blocks)
    if not tidied.blocks:
        remedy = "take it out of the seeds' folder, or put the text into it"
        raise SeedError("there is no text in this file", path=seed.path, remedy=remedy)
    language = field(seed, "language") or "en"
    titled = with_title(field(seed, "title"), tidied.blocks, language)
    text, blocks = joined(without_empty_headings(titled.blocks))
    return Document(
        slug=seed.slug,
        path=seed.path,
        sha256=seed.sha256,
        title=titled.title,
        text=text,
        blocks=blocks,
        made_title=titled.made,
        date=date_of(seed),
        author=field(seed, "author"),
        language=language,
        rights=field(seed, "rights") or left.rights,
        summary=field(seed, "summary") or made_summary(first_sentences(titled.blocks, language)),
        sources=seed.fields.get("sources", ()),
        set_aside=left.set_aside,
        cleaning=(*seed.cleaning, *tidied.record, *titled.record),
    )


def field(seed: Seed, key: str) -> str:
    """Return a field of the header or the sidecar on one line."""
    return " ".join(" ".join(seed.fields.get(key, ())).split())


def date_of(seed: Seed) -> str:
    """Return the stated date; none is ever taken from anywhere else."""
    stated = field(seed, "date")
    date = read_date(stated)
    if stated and not date:
        raise SeedError(f'cannot read the date "{stated}"', path=seed.path, remedy=DATE_REMEDY)
    return date


def tidy(blocks: tuple[RawBlock, ...]) -> Tidied:
    """Unwrap paragraphs, collapse runs of spaces, drop blocks that hold nothing."""
    unwrapped = runs = leading = 0
    tidied = []
    for block in blocks:
        if block.kind == "code":
            tidied += kept_code(block)
            continue
        lines = block.text.split("\n")
        leading += sum(line.strip(" \t").startswith("\xa0") for line in lines)
        lines = list(filter(None, map(str.strip, lines)))
        collapsed = [SPACE_RUN.subn(" ", line) for line in lines]
        runs += sum(number for _, number in collapsed)
        texts = [text for text, _ in collapsed]
        if block.kind != "verse":
            unwrapped += max(len(texts) - 1, 0)
            texts = [unwrap(texts)] if texts else []
        kind = "paragraph" if block.kind == "verse" and len(texts) == 1 else block.kind
        if texts:
            tidied.append(replace(block, kind=kind, text="\n".join(texts)))
    record = (
        ("unwrapped " + counted(unwrapped, "line"), unwrapped),
        ("collapsed " + counted(runs, "run") + " of spaces", runs),
        ("dropped " + counted(leading, "no-break space") + " at the start of lines", leading),
    )
    return Tidied(tuple(tidied), tuple(sentence for sentence, number in record if number))


def kept_code(block: RawBlock) -> list[RawBlock]:
    """Return code with its lines and their indentation, or nothing where it holds none."""
    lines = [line.rstrip() for line in block.text.expandtabs(4).split("\n")]
    text = "\n".join(lines).strip("\n")
    return [replace(block, text=text)] if text else []


def unwrap(lines: list[str]) -> str:
    """Join the lines of a paragraph; a word that was broken at its hyphen comes together."""
    text = lines[0]
    for before, after in pairwise(lines):
        whole = HYPHEN.search(before) and after[0].islower() and not SUSPENDED.match(after)
        text += after if whole else f" {after}"
    return text


def with_title(stated: str, blocks: tuple[RawBlock, ...], language: str) -> Titled:
    """Find the title: as stated, or the first line, or made; it is not said twice."""
    first, rest = blocks[0], blocks[1:]
    if stated:
        again = bool(rest) and first.text.casefold() == stated.casefold()
        record = ("left out the title, which the text repeats in its first line",) if again else ()
        return Titled(stated, made=False, blocks=rest if again else blocks, record=record)
    is_line = rest and first.kind in {"heading", "paragraph"} and is_title_line(first.text)
    if is_line and is_caption(first.text, rest[0].text):
        blocks = (replace(first, kind="paragraph", level=0), *rest)
    elif is_line:
        record = ("took the first line as the title",)
        return Titled(first.text, made=False, blocks=rest, record=record)
    sentences = first_sentences(blocks, language) or [first.text.split("\n")[0]]
    record = ("made a title from the first sentence",)
    return Titled(made_title(sentences[0]), made=True, blocks=blocks, record=record)


def first_sentences(blocks: tuple[RawBlock, ...], language: str) -> list[str]:
    """Return the sentences of the first block of prose; failing that, of the first block."""
    block = next(filter(is_lead, blocks), blocks[0])
    text = block.text.replace("\n", " ")
    return [text[a:b] for a, b in segment(text, [Block("paragraph", (0, len(text)))], language)]


def is_lead(block: RawBlock) -> bool:
    """Tell a paragraph that a text may begin with from a caption, a date line, a heading."""
    words = len(block.text.split())
    ends = SENTENCE_END.search(REFERENCES.sub("", block.text)) is not None
    prose = words >= 25 or (words >= 10 and ends)
    return block.kind in {"paragraph", "quote"} and prose and not CAPTION.search(block.text)


def without_empty_headings(blocks: tuple[RawBlock, ...]) -> tuple[RawBlock, ...]:
    """Make headings at the end, which stand above nothing, paragraphs."""
    filled = max((i for i, block in enumerate(blocks) if block.kind != "heading"), default=-1) + 1
    ends = (replace(block, kind="paragraph", level=0) for block in blocks[filled:])
    return (*blocks[:filled], *ends)


def joined(blocks: tuple[RawBlock, ...]) -> tuple[str, tuple[Block, ...]]:
    """Join blocks to a text, one blank line between them."""
    spans, at = [], 0
    for block in blocks:
        spans.append(Block(block.kind, (at, at + len(block.text)), block.level))
        at += len(block.text) + 2
    return "\n\n".join(block.text for block in blocks), tuple(spans)
