"""Markdown in, the same out with code in list items as Python-Markdown reads it: indented.

CommonMark (section 4.5) lets a fence stand within a list item, and up to three spaces in; Python-
Markdown knows fences at the beginning of a line alone.
"""

from __future__ import annotations

import re

_OPENS = re.compile(r"(?P<indent> {0,16})(?P<fence>`{3,}|~{3,})[^`]*")
_ITEM = re.compile(r" *(?:[-*+]|\d{1,9}[.)])[ \t]")
_STEP = 4  # spaces by which Python-Markdown asks the content of an item to be indented


def with_plain_fences(markdown: str) -> str:
    """Return Markdown whose indented fences are indented code, or fences at the line's beginning.

    A fence that is never closed is left as it is, with all that follows it.
    """
    lines = markdown.split("\n")
    written: list[str] = []
    is_in_item = False
    at = 0
    while at < len(lines):
        line = lines[at]
        opened = _OPENS.fullmatch(line)
        if opened is None:
            if line.strip() and not line.startswith(" "):
                is_in_item = False
            is_in_item = is_in_item or _ITEM.match(line) is not None
            written.append(line)
            at += 1
            continue
        end = _closing(lines, at + 1, opened["fence"])
        if end == len(lines):
            break
        written += _rewritten(lines[at : end + 1], len(opened["indent"]), is_in_item=is_in_item)
        at = end + 1
    return "\n".join([*written, *lines[at:]])


def _closing(lines: list[str], at: int, fence: str) -> int:
    """The number of the line that closes a fence; that behind the last one where none does."""
    while at < len(lines):
        line = lines[at].strip(" ")
        if line.startswith(fence) and not line.strip(fence[0]):
            break
        at += 1
    return at


def _rewritten(lines: list[str], indent: int, *, is_in_item: bool) -> list[str]:
    """The lines of a fence as Python-Markdown reads them."""
    if not indent or (indent >= _STEP and not is_in_item):  # the latter is code that shows one
        return lines
    code = [_without(indent, line) for line in lines]
    if not is_in_item:
        return code
    within = " " * (-(-indent // _STEP) * _STEP + _STEP)
    return ["", *(f"{within}{line}" if line.strip() else "" for line in code[1:-1]), ""]


def _without(indent: int, line: str) -> str:
    """A line of code without the spaces that its fence has before it."""
    return line[min(indent, len(line) - len(line.lstrip(" "))) :]
