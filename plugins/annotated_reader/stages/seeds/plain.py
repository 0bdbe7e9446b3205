"""Plain text in, blocks out: paragraphs, headings, verse, lists, told by line breaks alone.

The hard question is what a single line break means: the edge of somebody's screen, or the
end of a line of verse, of an address, of a paragraph. It is answered by the width to which
the whole file was wrapped, and where that tells nothing, breaks are kept.
"""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

from ...model import RawBlock
from ..prose import NUMBER_OF_NOTE
from .stated_date import read_date

SHORT, CAPITALS = 8, 12  # words of a lone line that may be a heading; of one all in capitals
MANY_SHORT = 4  # lone short lines in a row are an infobox or a menu, not headings
LONG_LINE = 120  # characters: nobody wraps to more
BULLET = re.compile(r"\s*[-*•]\s+(?=\S)")
SENTENCE_END = re.compile(rf"[.!?…][\"'”’»)\]]*(?: ?\[{NUMBER_OF_NOTE}\])*$")
"""At the end of a sentence, with the numbers of its notes: "so it was.[2]"."""
YEARS = re.compile(r"[12]\d{3}(?:\s?[-–]\s?\d{2,4})?")
BYLINE = re.compile(r"(?:By|Von|Par) [A-Z]\S*(?: \S+){0,4}")
NO_HEADING_END = (".", "!", "?", ":", ";", ",", "…", '"', "”", "'", "’", "»", "-", "–", "—")
NO_HEADING = re.compile(r"[@©|]|https?:|www\.")


class Group(NamedTuple):
    """Lines without a blank one between them, and the number of the first."""

    line: int
    lines: list[str]

    @property
    def breaks(self) -> list[tuple[str, str]]:
        """The pairs of lines around each line break."""
        return list(pairwise(self.lines))

    def part(self, start: int, end: int) -> Group:
        """Return some of its lines."""
        return Group(self.line + start, self.lines[start:end])


def plain_blocks(text: str, line: int = 1) -> tuple[RawBlock, ...]:
    """Cut a plain text into blocks; `line` is the number of its first line in the seed."""
    groups = split_at_blanks(text, line)
    width = wrap_width(groups)
    blocks: list[RawBlock] = []
    for group in groups:
        blocks += group_blocks(group, width, alone=len(groups) == 1)
    return with_headings(blocks)


def split_at_blanks(text: str, line: int) -> list[Group]:
    """Return the groups of lines between blank ones."""
    numbered = enumerate((part.rstrip() for part in text.split("\n")), start=line)
    groups = []
    for blank, lines in groupby(numbered, key=lambda pair: not pair[1].strip()):
        if not blank:
            pairs = list(lines)
            groups.append(Group(pairs[0][0], [part for _, part in pairs]))
    return groups


def wrap_width(groups: list[Group]) -> int:
    """Return the width to which the file was wrapped by hand or machine, or 0.

    In wrapped prose the next line's first word never had room on the line before, and most
    lines begin within a sentence, but for those with which a paragraph may begin. The longest lines
    in a hundred may be addresses of pages.
    """
    groups = [group for group in groups if len(group.lines) > 1]
    breaks = [pair for group in groups for pair in group.breaks if not is_between_sentences(pair)]
    if len(breaks) < 3:
        return 0
    lengths = sorted(len(line.strip()) for group in groups for line in group.lines)
    width = lengths[int(len(lengths) * 0.98) - 1]
    full = sum(is_full(pair, width - width // 10) for pair in breaks)
    capitals = sum(begins_capital(after) for _, after in breaks)
    wrapped = full >= len(breaks) * 0.7 and capitals < len(breaks) * 0.6
    return width if wrapped and 40 <= width <= LONG_LINE else 0


def is_between_sentences(pair: tuple[str, str]) -> bool:
    """Tell whether a line break stands between two sentences."""
    before, after = pair
    return SENTENCE_END.search(before) is not None and begins_capital(after)


def is_full(pair: tuple[str, str], width: int) -> bool:
    """Tell whether a line had no room for the next one's first word."""
    before, after = pair
    return len(before.strip()) + 1 + len(after.split()[0]) > width


def begins_capital(line: str) -> bool:
    """Tell whether the first letter of a line is a capital."""
    first = next((character for character in line if character.isalnum()), "")
    return first.isupper()


def group_blocks(group: Group, width: int, *, alone: bool) -> list[RawBlock]:
    """Return the blocks that a group of lines makes."""
    items = list_items(group)
    if items:
        return [block("item", item, level=1) for item in items]
    if len(group.lines) == 1:
        return [block("paragraph", group)]
    if is_wrapped(group, width):
        parts = (each for part in split_at_indents(group) for each in split_at_room(part, width))
        return [block("paragraph", part) for part in parts]
    if is_line_per_paragraph(group, alone=alone):
        return [block("paragraph", group.part(i, i + 1)) for i in range(len(group.lines))]
    return [block("verse", group)]


def block(kind: str, group: Group, level: int = 0) -> RawBlock:
    """Make a block of lines, their breaks kept for the cleaning."""
    text = "\n".join(line.strip(" \t") for line in group.lines)
    if kind == "item":
        return RawBlock("item", BULLET.sub("", text, count=1), group.line, level)
    return RawBlock("verse" if kind == "verse" else "paragraph", text, group.line, level)


def list_items(group: Group) -> list[Group]:
    """Split lines at their bullets, where there are two or more and nothing else."""
    starts = [index for index, line in enumerate(group.lines) if BULLET.match(line)]
    rest = [line for line in group.lines if not BULLET.match(line)]
    if len(starts) < 2 or starts[0] != 0 or not all(line[0].isspace() for line in rest):
        return []
    return [group.part(a, b) for a, b in pairwise([*starts, len(group.lines)])]


def is_wrapped(group: Group, width: int) -> bool:
    """Tell whether a group's line breaks mean nothing."""
    if not width:
        continued = all(after.lstrip()[0].islower() for _, after in group.breaks)
        long_enough = all(40 <= len(before) <= LONG_LINE for before, _ in group.breaks)
        return continued and long_enough
    within = [pair for pair in group.breaks if not is_between_sentences(pair)]
    full = sum(is_full(pair, width - width // 10) for pair in within)
    return full > 0 and full >= len(within) * 0.6


def split_at_indents(group: Group) -> list[Group]:
    """Split wrapped lines where a paragraph begins with an indent, as in printed books."""
    indents = [i for i, line in enumerate(group.lines) if re.match(r"\t|[ \xa0]{2,}", line)]
    if len(indents) * 2 > len(group.lines):
        return [group]
    edges = sorted({0, *indents, len(group.lines)})
    return [group.part(a, b) for a, b in pairwise(edges)]


def split_at_room(group: Group, width: int) -> list[Group]:
    """Split wrapped lines where a sentence ends and the next word had room, as without blanks."""
    if not width:
        return [group]
    ends = [
        index
        for index, pair in enumerate(group.breaks, 1)
        if is_between_sentences(pair) and not is_full(pair, width - width // 10)
    ]
    return [group.part(a, b) for a, b in pairwise([0, *ends, len(group.lines)])]


def is_line_per_paragraph(group: Group, *, alone: bool) -> bool:
    """Tell whether each line is a paragraph of its own."""
    lengths = [len(line) for line in group.lines]
    if max(lengths) > LONG_LINE or median(lengths) >= 80:
        return True
    ended = sum(bool(SENTENCE_END.search(line)) for line in group.lines)
    return alone and len(lengths) >= 5 and ended >= len(lengths) * 0.6


def with_headings(blocks: list[RawBlock]) -> tuple[RawBlock, ...]:
    """Turn lone short lines that stand above a paragraph into headings.

    In a row of such lines only the shortest are headings, and in a long row, which is an
    infobox, none. The text's first line again (a picture's caption) is no heading either.
    """
    found: set[int] = set()
    for short, indexes in groupby(range(len(blocks)), key=lambda i: is_short(blocks[i])):
        row = list(indexes)
        if not short or len(row) >= MANY_SHORT or row[-1] == len(blocks) - 1:
            continue
        for index in row:
            lone = len(row) == 1 or index == 0 or len(blocks[index].text.split()) <= 3
            again = index > 0 and blocks[index].text == blocks[0].text
            if lone and not again and is_heading_line(blocks[index].text):
                found.add(index)
    return tuple(
        RawBlock("heading", each.text, each.line, 2) if index in found else each
        for index, each in enumerate(blocks)
    )


def is_short(raw: RawBlock) -> bool:
    """Tell a lone short line, whatever it is, from prose."""
    words = len(raw.text.split())
    limit = CAPITALS if raw.text.isupper() else SHORT
    return (
        raw.kind == "paragraph"
        and "\n" not in raw.text
        and words <= limit
        and not (SENTENCE_END.search(raw.text) and words > 3)
    )


def is_heading_line(text: str) -> bool:
    """Tell whether a line reads like a heading: a capital first, no full stop last."""
    if YEARS.fullmatch(text):
        return True
    begins = text[0].isupper() or (text[0] in "“\"'‘" and begins_capital(text))
    ends = not text.endswith(NO_HEADING_END)
    other = NO_HEADING.search(text) or BYLINE.fullmatch(text) or read_date(text)
    return begins and ends and not other
