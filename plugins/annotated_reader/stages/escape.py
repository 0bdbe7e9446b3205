"""Plain text -> Markdown that means exactly that text, and nothing else.

The one place that knows which characters Python-Markdown (with its `extra` extensions) or
GitHub's Markdown would take for markup. Ordinary prose passes unchanged, so that diffs stay
small; proven by a property test: text(convert(escape(s))) == s.

It relies on the cleaned text holding no control characters but the newline, which stands for
a line of verse and becomes a hard break.
"""

from __future__ import annotations

import re

# Characters that mean something anywhere; Python-Markdown would print a backslash before the
# last four. GitHub strikes through what stands between two `~`; a link's text that starts with
# `^` would be a note's marker.
_ANYWHERE = re.compile(r"[\\`*_{}\[\]&<~^]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", "~": "&#126;", "^": "&#94;"}

# What begins a heading, quote, list, underlined heading, definition, table or admonition.
_LINE_START = re.compile(
    r"(?P<backslash>[#>+\-]|!(?=!!))|(?P<entity>[=:|])|(?P<number>\d+)(?=[.)](?:\s|$))"
)
_LEADING_SPACE = re.compile(r"[^\S\n]")
_TRAILING_SPACE = re.compile(r"[^\S\n]\Z")
_HEADING_MARKS = re.compile(r"([#\n])")
_HEADING_ESCAPES = {"#": "\\#", "\n": "&#10;"}

_FENCES = re.compile(r"^`{3,}", re.MULTILINE)

HARD_BREAK = "\\\n"


def escape(text: str) -> str:
    """Escape a whole block of text; its newlines become hard breaks."""
    return escape_part(text, starts=True, ends=True)


def escape_part(text: str, *, starts: bool = False, ends: bool = False) -> str:
    """Escape a part of a block; say whether it starts its block, and whether it ends it."""
    first, *others = text.split("\n")
    lines = [_escape_line(first) if starts else _escape_characters(first)]
    lines += [_escape_line(line) for line in others]
    if ends:
        lines[-1] = _TRAILING_SPACE.sub(_entity, lines[-1])
    return HARD_BREAK.join(lines)


def escape_part_of_heading(text: str, *, starts: bool = False, ends: bool = False) -> str:
    """Escape a part of a heading, which is one line and loses every # at its end."""
    pieces = _HEADING_MARKS.split(text)
    last = len(pieces) - 1
    return "".join(
        _HEADING_ESCAPES.get(piece)
        or escape_part(piece, starts=starts and number == 0, ends=ends and number == last)
        for number, piece in enumerate(pieces)
    )


def fenced(code: str) -> str:
    """Write code between two fences, which say that nothing in it is markup."""
    longest = max((len(found[0]) for found in _FENCES.finditer(code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{code}\n{fence}"


def _escape_line(line: str) -> str:
    """Escape a line from its start on."""
    if _LEADING_SPACE.match(line):
        return _entity_of(line[0]) + _escape_characters(line[1:])
    found = _LINE_START.match(line)
    if not found:
        return _escape_characters(line)
    mark, rest = found[0], line[found.end() :]
    if found.lastgroup == "number":
        return f"{mark}\\{rest[0]}{_escape_characters(rest[1:])}"
    start = f"\\{mark}" if found.lastgroup == "backslash" else _entity_of(mark)
    return start + _escape_characters(rest)


def _escape_characters(text: str) -> str:
    return _ANYWHERE.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), text)


def _entity(found: re.Match[str]) -> str:
    return _entity_of(found[0])


def _entity_of(character: str) -> str:
    return f"&#{ord(character)};"
