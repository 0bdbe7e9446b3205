"""A seed from Project Gutenberg in, the book alone out: its frame set aside, its header read.

Such a file says where its book begins and ends ("*** START OF THE PROJECT GUTENBERG EBOOK …").
What stands around is about the file: its title and author become the text's, the rest is kept on
record. https://www.gutenberg.org/policy/license.html
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from ...model import SetAside
from .record import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ...model import RawBlock, Seed

RULE = "frame of Project Gutenberg"

_NAME = re.compile(r"Project Gutenberg", re.IGNORECASE)
_START = re.compile(
    r"^(?:\*{2,}\s?START OF (?:THE|THIS) PROJECT GUTENBERG|\*+END[\s*]{0,3}THE SMALL PRINT).*",
    re.IGNORECASE | re.MULTILINE,
)
_END = re.compile(
    r"^(?:\*{2,}\s?END OF (?:THE|THIS) PROJECT GUTENBERG"
    r"|\**\s?(?:This is the )?End of (?:the |this )?Project Gutenberg)",
    re.IGNORECASE | re.MULTILINE,
)
_CALLED = re.compile(
    r"Project Gutenberg(?:['’]s)? E-?(?:text|book)(?: of)?:? "
    r"(?P<title>.+?), by (?P<author>[^*\n]+)",
    re.IGNORECASE,
)
_MAKERS = re.compile(
    r"\[?(?:Produced|Transcribed|Prepared|Scanned|Proofed|Digitized) (?:by|from)\b"
    r"|HTML version by\b|Credits:|E-?text (?:prepared|scanned|produced|transcribed)"
    r"|This e-?(?:text|book) was\b"
    r"|\(?This (?:file|book) was produced from images|\[?Transcriber['’]s notes?\b"
    r"|Note: (?:Project Gutenberg|Images of the original)",
    re.IGNORECASE,
)
_FIELD = re.compile(r"(Title|Author|Language|[A-Z][a-z]+(?: [A-Za-z]+){0,3}): +(.*)")
_NUMBER = re.compile(r"\be-?(?:book|text) ?#(\d+)", re.IGNORECASE)
_EMPTY_PICTURE = re.compile(r"\[Illustration\]")
_ITALICS = re.compile(r"(?<![\w_])_(?=[^\s_])([^_]{1,400}?)(?<=[^\s_])_(?![\w_])")
HEAD = 120
"""Blocks among which the book begins, if the file has a frame."""


def without_frame(seed: Seed) -> Seed:
    """Return the seed without the frame of Project Gutenberg, if it has one."""
    head, book, tail = _parts(seed.blocks)
    makers = _of_makers(book)
    plain, told = _plain(book[makers:])
    if not head or not plain:
        return seed
    return replace(
        seed,
        fields=_fields(seed.fields, _header(head, seed.set_aside)),
        blocks=tuple(plain),
        cleaning=(*seed.cleaning, *told),
        set_aside=(*seed.set_aside, *_lines((*head, *book[:makers], *tail))),
    )


def is_edge(text: str) -> bool:
    """Tell whether a block says where the book begins or ends."""
    return _START.search(text) is not None or _END.search(text) is not None


def _parts(blocks: Sequence[RawBlock]) -> tuple[list[RawBlock], ...]:
    """The blocks before, in and behind the book; none before it without a frame."""
    begins = [*_where(_START, blocks[:HEAD])]
    if not begins:
        return [], [*blocks], []
    start, line = begins[-1]
    head, book = _cut(blocks, start, line.end())
    if end := next(_where(_END, book), None):
        return head, *_cut(book, end[0], end[1].start())
    return head, book, []


def _where(
    pattern: re.Pattern[str], blocks: Iterable[RawBlock]
) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the numbers of the blocks in which a pattern is found, and where."""
    for number, block in enumerate(blocks):
        if found := pattern.search(block.text):
            yield number, found


def _cut(blocks: Sequence[RawBlock], at: int, place: int) -> tuple[list[RawBlock], list[RawBlock]]:
    """The blocks up to a place in the one `at` that number, and those behind it."""
    block = blocks[at]
    before, behind = block.text[:place].strip("\n"), block.text[place:].lstrip("\n")
    line = block.line + block.text.count("\n", 0, len(block.text) - len(behind))
    first = [replace(block, text=before)] if before else []
    second = [replace(block, text=behind, line=line)] if behind else []
    return [*blocks[:at], *first], [*second, *blocks[at + 1 :]]


def _of_makers(book: Sequence[RawBlock]) -> int:
    """How many blocks at the beginning of a book say who made the file."""
    makers = [n for n, each in enumerate(book[:4]) if _MAKERS.match(each.text)]
    return makers[-1] + 1 if makers else 0


def _header(head: Iterable[RawBlock], aside: Iterable[SetAside]) -> dict[str, str]:
    """What the frame says of the book, by the names of its fields in small letters.

    Of a page, some of it has been set aside already.
    """
    found: dict[str, str] = {}
    names: dict[str, str] = {}
    parts = ["\n".join(each.text for each in of) for _, of in groupby(aside, attrgetter("line"))]
    for name, line in _named_lines([*(each.text for each in head), *parts]):
        if name == "title" and name in found:
            found[name] += f" {line}"
        elif name:
            found.setdefault(name, line)
        if number := _NUMBER.search(line):
            found.setdefault("number", number[1])
        if called := _CALLED.search(line):
            names |= {key: value.strip(" .*") for key, value in called.groupdict().items()}
    return names | found


def _named_lines(parts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each line with the name of the field that it belongs to, if it is of one."""
    for part in parts:
        name = ""
        for line in map(str.strip, part.split("\n")):
            field = _FIELD.fullmatch(line)
            name = field[1].casefold() if field else name
            yield name, field[2] if field else line


def _fields(
    stated: Mapping[str, tuple[str, ...]], said: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """The fields of the seed, with those of the frame where it states none of its own."""
    language = _codes().get(said.get("language", "").casefold(), "")
    source = f"Project Gutenberg, eBook {said['number']}" if "number" in said else ""
    ours = {
        "title": said.get("title", ""),
        "author": said.get("author", ""),
        "language": language,
        "sources": source,
    }
    known = {key: value for key, value in stated.items() if not _NAME.search(" ".join(value))}
    title = " ".join(known.get("title", ())).casefold()
    if ours["title"] and title.startswith(ours["title"].casefold()):
        del known["title"]  # "Emma, by Jane Austen" or "EMMA", as pages are called
    return {key: (value,) for key, value in ours.items() if value} | known


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    """The codes of languages by their English names."""
    from babel import Locale  # most seeds have no such frame

    return {str(name).casefold(): code for code, name in Locale("en").languages.items()}


def _plain(book: Sequence[RawBlock]) -> tuple[list[RawBlock], list[str]]:
    """The blocks without signs for what plain text cannot show, and what was done."""
    italics, left = 0, []
    for block in book:
        text, number = _ITALICS.subn(r"\1", block.text)
        italics += number
        if not _EMPTY_PICTURE.fullmatch(text.strip()):
            left.append(replace(block, text=text))
    pictures = len(book) - len(left)
    told = [
        (italics, f"took out the signs of {counted(italics, 'passage')} in italics"),
        (pictures, f"left out {counted(pictures, 'sign')} of a picture"),
    ]
    return left, [words for number, words in told if number]


def _lines(blocks: Iterable[RawBlock]) -> Iterator[SetAside]:
    """Yield what the blocks say, line by line."""
    for block in blocks:
        for number, line in enumerate(filter(None, map(str.strip, block.text.split("\n")))):
            yield SetAside(block.line + number, line, RULE)
