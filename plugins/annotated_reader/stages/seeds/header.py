"""A seed's header and sidecar in, its fields out: title, author, date, sources and the like.

A header stands at the top of the seed, between `---` lines or as plain `Key: value` lines
before a blank line; a sidecar is a TOML file of the same name beside the seed, and wins.
"""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import NamedTuple

from ...errors import SeedError
from ...model import SetAside
from .stated_date import DATE_REMEDY, read_date

KEYS = {  # what may be written -> the field
    "title": "title",
    "author": "author",
    "date": "date",
    "language": "language",
    "lang": "language",
    "source": "sources",
    "sources": "sources",
    "origin": "sources",
    "rights": "rights",
    "summary": "summary",
}
FENCE = re.compile(r"-{3,}\s*")
FIELD = re.compile(r"(?P<key>[A-Za-z][A-Za-z_-]{0,30})[ \t]*:(?:[ \t]+|$)(?P<value>.*)")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
LANGUAGE_REMEDY = 'write its code, such as "en" or "ky"'


class Header(NamedTuple):
    """The fields that a text states above itself, and how many of its lines they take."""

    fields: dict[str, tuple[str, ...]]
    lines: int
    set_aside: tuple[SetAside, ...] = ()


def read_header(path: str, text: str) -> Header:
    """Read the header at the top of a text, if it has one."""
    lines = text.split("\n")
    start = next((index for index, line in enumerate(lines) if line.strip()), 0)
    fenced = FENCE.fullmatch(lines[start]) is not None
    end = fence_end(lines, start + 1) if fenced else plain_end(lines, start)
    if end is None:
        return Header({}, 0)
    header = Collector(path)
    for index in range(start + fenced, end):
        header.read(index + 1, lines[index])
    if not header.fields:
        return Header({}, 0)
    return Header(header.fields, end + fenced, tuple(header.unknown))


def fence_end(lines: list[str], start: int) -> int | None:
    """Return the index of the closing fence, where only fields stand before it."""
    for index in range(start, min(len(lines), start + 60)):
        line = lines[index]
        if FENCE.fullmatch(line):
            return index if index > start else None
        if line.strip() and not FIELD.fullmatch(line) and not line.startswith((" ", "\t", "- ")):
            return None
    return None


def plain_end(lines: list[str], start: int) -> int | None:
    """Return the index after the last of the known fields before a blank line."""
    for index in range(start, len(lines)):
        field = FIELD.fullmatch(lines[index])
        if not lines[index].strip():
            return index if index > start else None
        known = field is not None and field["key"].lower() in KEYS
        continued = index > start and lines[index].startswith((" ", "\t"))
        if not known and not continued:
            return None
    return None


class Collector:
    """Takes a header line by line; an indented or dashed line continues the field before."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.fields: dict[str, tuple[str, ...]] = {}
        self.unknown: list[SetAside] = []
        self.key = ""

    def read(self, number: int, line: str) -> None:
        """Read one line of a header."""
        field = FIELD.fullmatch(line)
        if field and field["key"].lower() in KEYS:
            self.key = KEYS[field["key"].lower()]
            self.add(field["value"], number)
        elif self.key and not field and line.strip():
            self.add(line.strip().removeprefix("- "), number)
        elif line.strip():
            self.key = ""
            self.unknown.append(SetAside(number, line.strip(), "header: a key of other programs"))

    def add(self, value: str, number: int) -> None:
        """Add a value to the field that is being read."""
        for part in listed(value, several=self.key == "sources"):
            good = checked(self.key, " ".join(part.split()), self.path, number)
            if good:
                self.fields[self.key] = (*self.fields.get(self.key, ()), good)


def listed(value: str, *, several: bool) -> list[str]:
    """Split `[one, two]`, and `one; two` where several values may be; take quotation marks off."""
    value = value.strip()
    inside = re.fullmatch(r"\[(.*)\]", value)
    parts = inside[1].split(",") if inside else value.split("; ") if several else [value]
    return [re.sub(r"""^(["'])(.*)\1$""", r"\2", part.strip()) for part in parts]


def checked(key: str, value: str, path: str, line: int) -> str:
    """Return a field's value in its normal form, or say what is wrong with it."""
    if key == "date" and value:
        read = read_date(value)
        if not read:
            message = f'cannot read the date "{value}"'
            raise SeedError(message, path=path, line=line, remedy=DATE_REMEDY)
        return read
    if key == "language" and value and not LANGUAGE.fullmatch(value):
        message = f'"{value}" is not the code of a language'
        raise SeedError(message, path=path, line=line, remedy=LANGUAGE_REMEDY)
    return value


def read_sidecar(path: str, sidecar: str) -> dict[str, tuple[str, ...]]:
    """Read the TOML file beside the seed at `path`."""
    path = str(PurePosixPath(path).with_suffix(".toml"))
    try:
        table = tomllib.loads(sidecar)
    except tomllib.TOMLDecodeError as error:
        message, line = toml_place(str(error))
        raise SeedError(
            message, path=path, line=line, remedy='write lines such as title = "…"'
        ) from error
    fields: dict[str, tuple[str, ...]] = {}
    for key, value in table.items():
        line = line_of(key, sidecar)
        if key.lower() not in KEYS:
            raise SeedError(f'unknown key "{key}"', path=path, line=line, remedy=suggestion(key))
        name = KEYS[key.lower()]
        values = value if isinstance(value, list) else [value]
        for each in values:
            if isinstance(each, (dict, list, bool, float)):
                message = f'"{key}" must be a text or a list of texts'
                raise SeedError(message, path=path, line=line, remedy='write it in quotes: "…"')
            good = checked(name, " ".join(str(each).split()), path, line)
            fields[name] = (*fields.get(name, ()), good) if good else fields.get(name, ())
    return fields


def toml_place(message: str) -> tuple[str, int]:
    """Split tomllib's message into what is wrong and the line where."""
    found = re.fullmatch(r"(.*?) \(at line (\d+), column \d+\)", message, re.DOTALL)
    return (found[1], int(found[2])) if found else (message, 0)


def line_of(key: str, sidecar: str) -> int:
    """Return the line of a sidecar that sets a key."""
    quoted = re.escape(key)
    found = re.search(rf"""^[ \t]*\[*[ \t]*["']?{quoted}["']?[ \t]*[=.\]]""", sidecar, re.MULTILINE)
    return sidecar.count("\n", 0, found.start()) + 1 if found else 0


def suggestion(key: str) -> str:
    """Name the key that was probably meant, else all that there are."""
    close = get_close_matches(key.lower(), KEYS, n=1)
    return f'did you mean "{close[0]}"?' if close else "the keys are " + ", ".join(KEYS)
