"""A file of `content/` in, its header as fields and its body out; what is wrong has its line.

The header is the part of YAML that people write by hand, so that code hosts and note-taking
tools read it too: `Key: value` between two lines of `---`, a value in quotation marks where
it needs them, a list as lines with a hyphen. Lines indented by four spaces continue a field,
as in Python-Markdown's `meta`. What cannot be understood is said with its line.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from ...errors import ContentError, raise_together

FENCE = re.compile(r"-{3}\s*$")
END = re.compile(r"(-{3}|\.{3})\s*$")
FIELD = re.compile(r" {0,3}(?P<key>[A-Za-z0-9_-]+):\s*(?P<value>.*)$")
MORE = re.compile(r"(?: {4,}| *- +)(?P<value>.*\S.*)$")
PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`](?:[^:#]|:(?=\S)|(?<=\S)#)*")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A file's fields by lower-case key, the line of each, and the body with its first line."""

    fields: dict[str, tuple[str, ...]]
    lines: dict[str, int]
    body: str
    body_line: int


def parse_front_matter(markdown: str, path: str = "") -> FrontMatter:
    """Cut a file into header and body; a file without a header is all body."""
    lines = markdown.removeprefix("\ufeff").split("\n")
    fenced = FENCE.match(lines[0]) is not None
    reading = _Reading(path)
    number = int(fenced)
    if fenced or FIELD.match(lines[0]):
        while number < len(lines) and not END.match(lines[number]):
            if not reading.take(lines[number], number + 1):
                if not fenced:
                    break
                reading.errors.append(_stray(lines[number], path, number + 1))
            number += 1
        if fenced and number == len(lines):
            raise _endless(path)
        number += number < len(lines) and END.match(lines[number]) is not None
    raise_together(reading.errors)
    while number < len(lines) and not lines[number].strip():
        number += 1
    body = "\n".join(lines[number:]).rstrip()
    return FrontMatter(reading.fields, reading.lines, body, number + 1)


def write_value(value: str) -> str:
    """Write a value of one line so that YAML reads it back: in quotation marks if it must be."""
    return value if PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def read_value(written: str) -> str:
    """Read a value as YAML would: a scalar that is plain, or in single or double marks."""
    text = written.strip()
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    if len(text) > 1 and text[0] == text[-1] == '"':
        try:
            return str(json.loads(text))
        except json.JSONDecodeError:
            return text
    return text


class _Reading:
    """The fields read so far, and what was wrong with them."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.fields: dict[str, tuple[str, ...]] = {}
        self.lines: dict[str, int] = {}
        self.errors: list[ContentError] = []
        self.key = ""

    def take(self, line: str, number: int) -> bool:
        """Take a line if it is one of the header's."""
        if field := FIELD.match(line):
            self.key = field["key"].lower()
            if self.key in self.lines:
                self.errors.append(_twice(field["key"], self.lines[self.key], self.path, number))
            self.lines.setdefault(self.key, number)
            self.fields.setdefault(self.key, (read_value(field["value"]),))
            return True
        if self.key and (more := MORE.match(line)):
            values = self.fields[self.key]
            self.fields[self.key] = (*filter(None, values), read_value(more["value"]))
            return True
        return False


def _endless(path: str) -> ContentError:
    return ContentError(
        "the header that begins here has no end",
        path=path,
        line=1,
        remedy="put --- on a line of its own below its last field",
    )


def _twice(key: str, first: int, path: str, line: int) -> ContentError:
    return ContentError(
        f"“{key}” stands here for the second time (first on line {first})",
        path=path,
        line=line,
        remedy="keep one of them; further values go on lines with a hyphen in front",
    )


def _stray(line: str, path: str, number: int) -> ContentError:
    if not line.strip():
        return ContentError(
            "a blank line inside the header would end it",
            path=path,
            line=number,
            remedy="remove the line, or close the header with --- above it",
        )
    return ContentError(
        f"“{line.strip()[:40]}” in the header is not a field",
        path=path,
        line=number,
        remedy="write “Key: value”, or put a hyphen in front if it is one more value of the field",
    )
