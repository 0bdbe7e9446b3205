"""An annotated document -> its Markdown file in `content/texts/`.

Plain, portable Markdown: a header, the blocks as in the seed, mentions as ordinary links to
their entries, the first of each section with a note, the notes at the end. Taking links and
markers away gives back the document's text (`strip_markdown`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from .editing.front_matter import write_value
from .escape import HARD_BREAK, escape, escape_part, escape_part_of_heading, fenced

if TYPE_CHECKING:
    from ..model import Block, Document, Entry, Mention, Note

END_OF_SENTENCE = (".", "!", "?", "…", ".”", "!”", "?”", "…”", ".)")


def compose(
    document: Document,
    mentions: Sequence[Mention],
    notes: Sequence[Note],
    entries: Mapping[str, Entry],
    titles: Mapping[str, str],
) -> str:
    """Write a text's whole file; `titles` names the texts that definitions are quoted from."""
    marked = {mention.span for note in notes for mention in note.mentions}
    body = _join(document.blocks, _blocks(document, mentions, marked))
    definitions = [
        compose_note(entries[note.entry], document.slug, entries, titles) for note in notes
    ]
    return "\n\n".join([compose_header(_fields(document)), body, *definitions]) + "\n"


def compose_header(fields: Iterable[tuple[str, Sequence[str]]]) -> str:
    """Write a file's header in YAML, whatever the values; empty ones are left out."""
    lines = ["---"]
    for key, values in fields:
        shown = [write_value(value) for value in (one_line(value) for value in values) if value]
        if len(shown) == 1:
            lines.append(f"{key}: {shown[0]}")
        elif shown:
            lines += [f"{key}:", *(f"  - {value}" for value in shown)]
    return "\n".join([*lines, "---"])


def compose_note(
    entry: Entry, slug: str, entries: Mapping[str, Entry], titles: Mapping[str, str]
) -> str:
    """Write an entry's note as it stands at the end of the text `slug`."""
    named = f"**{escape(one_line(entry.name))}**, {escape(entry.kind)}"
    doubt, said = _candidates(entry, entries), _definition(entry, slug, titles)
    if doubt or not said:
        words = f"{named}. {doubt}".rstrip()
    else:
        words = f"{named}: {said}" if said.endswith(END_OF_SENTENCE) else f"{named}: {said}."
    return f"[^{entry.id}]: {words} [All mentions]({entry_link(entry.id)})"


def one_line(text: str) -> str:
    """Bring a value onto one line."""
    return " ".join(text.split())


def entry_link(id_: str) -> str:
    """Give the address of an entry's file, seen from a text's."""
    return f"../glossary/{quote(id_)}.md"


def _fields(document: Document) -> list[tuple[str, Sequence[str]]]:
    return [
        ("title", [document.title]),
        ("date", [document.date]),
        ("author", [document.author]),
        ("lang", [document.language]),
        ("source", [f"seeds/{document.path}"]),
        ("origin", document.sources),
        ("rights", [document.rights]),
        ("title_made", ["yes" if document.made_title else ""]),
        ("summary", [document.summary]),
    ]


def _blocks(
    document: Document, mentions: Sequence[Mention], marked: set[tuple[int, int]]
) -> Iterator[str]:
    """Yield each block's Markdown, without what its kind puts before it."""
    number = 0
    for block in document.blocks:
        start = number
        while number < len(mentions) and mentions[number].span[1] <= block.span[1]:
            number += 1
        if block.kind == "code":
            yield fenced(document.text[slice(*block.span)])
        else:
            yield _inline(document.text, block, mentions[start:number], marked)


def _inline(
    text: str, block: Block, mentions: Sequence[Mention], marked: set[tuple[int, int]]
) -> str:
    """Link the mentions in a block's text."""
    write = escape_part_of_heading if block.kind == "heading" else escape_part
    begin, end = block.span
    position = begin
    parts: list[str] = []
    for mention in mentions:
        start, stop = mention.span
        between = _behind(parts, write(text[position:start], starts=position == begin))
        # An exclamation mark before a link would make it a picture.
        parts.append(f"{between[:-1]}\\!" if between.endswith("!") else between)
        parts.append(f"[{write(text[start:stop])}]({entry_link(mention.entry)})")
        if mention.span in marked:
            parts.append(f"[^{mention.entry}]")
        position = stop
    parts.append(_behind(parts, write(text[position:end], starts=position == begin, ends=True)))
    return "".join(parts)


def _behind(parts: Sequence[str], words: str) -> str:
    """A bracket right behind a marker would make a link of both."""
    is_link = words.startswith("(") and bool(parts) and parts[-1].startswith("[^")
    return f"\\{words}" if is_link else words


def _join(blocks: Sequence[Block], written: Iterable[str]) -> str:
    """Put the blocks under each other, each as its kind demands."""
    parts: list[str] = []
    depths: list[int] = []
    previous = ""
    for block, inline in zip(blocks, written, strict=True):
        if block.kind != "item":
            depths.clear()
        if previous:
            parts.append(_between(previous, block.kind))
        parts.append(_shape(block, inline, depths))
        previous = block.kind
    return "".join(parts)


def _between(previous: str, kind: str) -> str:
    """Say what stands between two blocks: items of a list and lines of a quote stay together."""
    return {("item", "item"): "\n", ("quote", "quote"): "\n>\n"}.get((previous, kind), "\n\n")


def _shape(block: Block, inline: str, depths: list[int]) -> str:
    """Give a block's Markdown the form of its kind; `depths` are those of the open lists."""
    if block.kind == "heading":
        return f"{'#' * min(max(block.level, 2), 6)} {inline}"
    if block.kind == "quote":
        return "> " + inline.replace(HARD_BREAK, f"{HARD_BREAK}> ")
    if block.kind == "item":
        while depths and depths[-1] >= block.level:
            depths.pop()
        depths.append(block.level)
        return f"{'    ' * (len(depths) - 1)}- {inline}"
    return inline


def _candidates(entry: Entry, entries: Mapping[str, Entry]) -> str:
    """Say whom an ambiguous name may mean."""
    links = [
        f"[{escape(one_line(entries[id_].name if id_ in entries else id_))}]({entry_link(id_)})"
        for id_ in entry.candidates
    ]
    if not links:
        return ""
    *most, last = links
    return f"May be {', '.join(most)} or {last}." if most else f"May be {last}."


def _definition(entry: Entry, slug: str, titles: Mapping[str, str]) -> str:
    """Say what an entry is, in whose words."""
    definition = entry.definition
    words = escape(one_line(definition.text))
    if not words or definition.origin == "none":
        return ""
    if definition.origin == "data":
        return f"{words} ({escape(definition.source)})" if definition.source else words
    if definition.origin == "editor":
        return words
    source = definition.evidence.document if definition.evidence else slug
    if source == slug:
        return f"“{words}”"
    title = escape(one_line(titles.get(source, source)))
    return f"“{words}” ([{title}]({quote(source)}.md))"
