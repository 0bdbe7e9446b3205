"""Random texts that try to be taken for markup, and random mentions in them."""

from __future__ import annotations

from hypothesis import strategies as st

from annotated_reader.model import Block, Document, Mention

# What is not a control character, with what means something in Markdown or HTML more often.
CHARACTERS = st.one_of(
    st.sampled_from("#>+-=:|~`*_{}[]()<>&!\\^.\"'123 a;%$@/–’\u00a0\u2003\u3000\u2028\ufeff"),
    st.characters(exclude_categories=("Cc", "Cs")),
)
WORDS = st.sampled_from(
    [
        *("Osh", "Mr Kaptagaev", " ", "  ", "    ", "...", "a_b_c", "$x$", "\\", "![", "]("),
        *("&amp;", "&lt;", "&#60;", "<b>", "</p>", "<!--", "<http://x.org>", "http://x.org/a_b"),
        *("```", "~~~", "!!! note", "{: #x}", "{#x}", "*[HTML]: x", "[x]: y", "[TOC]", "[[x]]"),
        *("[^osh]", "[^osh]:", "***", "---", "===", "# ", "- ", "1. ", "10) ", "> ", ":   x"),
        *("| a | b", "|---|---|", "klzzwxh:0000", "wxzhdk:0"),
    ]
)
LINES = (
    st.lists(st.one_of(WORDS, st.text(CHARACTERS, min_size=1, max_size=4)), min_size=1, max_size=8)
    .map("".join)
    .filter(str.strip)
)
VERSES = st.lists(LINES, min_size=2, max_size=4).map("\n".join)
CODES = (  # without tabs, spaces at the ends of lines and blank lines around it, see `clean`
    st.lists(st.one_of(LINES, st.just(""), st.sampled_from(["    x", "~~~", "```", "- [ ] y"])))
    .map(lambda lines: "\n".join(line.rstrip() for line in lines).strip("\n"))
    .filter(str.strip)
)
# A paragraph of several lines is verse; a heading is one line.
TEXTS = {
    "heading": LINES,
    "paragraph": LINES,
    "item": st.one_of(LINES, VERSES),
    "quote": st.one_of(LINES, VERSES),
    "verse": VERSES,
    "code": CODES,
}
ENTRIES = ("osh", "manas", "bishkek-2")


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draw a document of blocks of every kind."""
    blocks: list[Block] = []
    parts: list[str] = []
    position = 0
    for kind in draw(st.lists(st.sampled_from(list(TEXTS)), min_size=1, max_size=6)):
        text = draw(TEXTS[kind])
        levels = {"heading": st.integers(2, 4), "item": st.integers(0, 4)}
        level = draw(levels.get(kind, st.just(0)))
        blocks.append(Block(kind, (position, position + len(text)), level))
        parts.append(text)
        position += len(text) + 2
    return Document("a", "a.txt", "", "A text", "\n\n".join(parts), tuple(blocks))


@st.composite
def annotated_documents(draw: st.DrawFn) -> tuple[Document, list[Mention]]:
    """Draw a document with mentions anywhere: side by side, overlapping, at a block's ends."""
    document = draw(documents())
    mentions = []
    for block in document.blocks:
        begin, end = block.span
        for _ in range(draw(st.integers(0, 0 if block.kind == "code" else 3))):
            start = draw(st.integers(begin, end - 1))
            stop = draw(st.integers(start + 1, min(end, start + 12)))
            entry = draw(st.sampled_from(ENTRIES))
            surface = document.text[start:stop]
            mentions.append(Mention("a", (start, stop), surface, "place", "a rule", 1.0, entry))
    return document, mentions
