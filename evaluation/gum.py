"""GUM's own files: a folder of CoNLL-U goes in, who is who and what is dated comes out.

The corpus (amir-zeldes/gum, folder `dep/`) is fetched by whoever measures; it is no part of
the project. Its `Entity` brackets tell which mentions are the same thing, its `<date when>`
the value of a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_BRACKETS = re.compile(r"\(([^()]+)\)|\(([^()]+)|([^()]+)\)")
_DATE = re.compile(r'<date\b[^>]*?\bwhen:::"([^"]+)"[^>]*>|</date>|<date\b[^>]*>')
_CREATED = re.compile(r"# meta::dateCreated = (\d{4}-\d\d-\d\d)")
_KINDS = frozenset(("person", "place", "organization"))


@dataclass(frozen=True, slots=True)
class Named:
    """A mention headed by a proper noun, and the number of what it names in its text."""

    start: int
    end: int
    kind: str
    thing: str


@dataclass(frozen=True, slots=True)
class GumText:
    """A text with its date, its named mentions and its dated expressions (start, end, value)."""

    id: str
    text: str
    date: str
    names: tuple[Named, ...]
    dates: tuple[tuple[int, int, str], ...]


@dataclass(slots=True)
class _Reading:
    """What has been read of a text so far."""

    text: str = ""
    opened: list[tuple[str, str, int]] = field(default_factory=list)
    names: list[Named] = field(default_factory=list)
    dates: list[tuple[int, int, str]] = field(default_factory=list)
    since: tuple[int, str] | None = None
    heads: list[tuple[bool, int]] = field(default_factory=list)
    joined: set[int] = field(default_factory=set)
    inner: list[tuple[int, int]] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)


def read_gum(folder: Path, ids: Sequence[str]) -> Iterator[GumText]:
    """Return the texts of `ids` that are in `folder`; those that are not are left out."""
    for name in ids:
        file = folder / f"{name}.conllu"
        if file.is_file():
            yield _read(name, file.read_text(encoding="utf-8"))


def _read(name: str, source: str) -> GumText:
    reading = _Reading()
    for block in source.split("\n\n"):
        if reading.text and block.strip():
            separator = "\n\n" if re.search(r"^# newpar\b", block, re.MULTILINE) else " "
            reading.text = reading.text.rstrip() + separator
        rows = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
        _read_sentence(reading, [row for row in rows if row[0].isdigit()])
    created = _CREATED.search(source)
    named = tuple(sorted(reading.names, key=lambda item: (item.start, item.end)))
    date = created[1] if created else ""
    return GumText(name, reading.text.rstrip(), date, named, tuple(reading.dates))


def _read_sentence(reading: _Reading, rows: list[list[str]]) -> None:
    first = len(reading.spans)
    for row in rows:
        misc = dict(item.partition("=")[::2] for item in row[9].split("|"))
        start = len(reading.text)
        reading.text += row[1]
        reading.spans.append((start, len(reading.text)))
        head = int(row[6]) - 1 + first if row[6] != "0" else -1
        reading.heads.append((row[4].startswith("NNP"), head))
        if row[7] == "conj":
            reading.joined.add(len(reading.heads) - 1)
        _read_dates(reading, misc.get("XML", ""))
        _read_brackets(reading, misc.get("Entity", ""))
        reading.text += "" if misc.get("SpaceAfter") == "No" else " "


def _read_dates(reading: _Reading, marks: str) -> None:
    start, end = reading.spans[-1]
    for mark in _DATE.finditer(marks):
        if mark[0] != "</date>":
            reading.since = (start, mark[1] or "")
        elif reading.since is not None:
            if reading.since[1]:
                reading.dates.append((reading.since[0], end, reading.since[1]))
            reading.since = None


def _read_brackets(reading: _Reading, marks: str) -> None:
    token = len(reading.spans) - 1
    for mark in _BRACKETS.finditer(marks):
        whole, opening, closing = mark.groups()
        parts = (whole or opening or closing).split("-")
        if whole:
            _close(reading, (parts[0], parts[1], token), token)
        elif opening:
            reading.opened.append((parts[0], parts[1], token))
        else:
            found = next((item for item in reversed(reading.opened) if item[0] == parts[0]), None)
            if found is not None:
                reading.opened.remove(found)
                _close(reading, found, token)


def _through_of(reading: _Reading, end: int, last: int) -> int:
    """The last token of an organization's name that goes on with "of": "Church of Scientology"."""
    word = [reading.text[slice(*span)] for span in reading.spans[end + 1 : last + 1]]
    skip = 1 + (word[1:2] == ["the"])
    if word[:1] not in (["of"], ["for"]) or len(word) <= skip:
        return end
    further = end + skip
    while further < last and reading.heads[further + 1][0]:
        further += 1
    return further if further > end + skip else end


def _names_several(reading: _Reading, head: int, first: int, last: int) -> bool:
    """Whether a mention is of several things: "Ann and Tom Reed", around "Ann"."""
    conjuncts = [n for n in range(head + 1, last + 1) if n in reading.joined]
    return any(
        reading.heads[n][1] == head and any(first <= a <= head <= b < n for a, b in reading.inner)
        for n in conjuncts
    )


def _close(reading: _Reading, item: tuple[str, str, int], last: int) -> None:
    """Keep a mention headed by a proper noun: the proper nouns around its head."""
    thing, kind, first = item
    inside = range(first, last + 1)
    head = next((n for n in inside if reading.heads[n][1] not in inside), first)
    others = {n for a, b in reading.inner if first <= a <= b < head for n in range(a, b + 1)}
    several = _names_several(reading, head, first, last)
    reading.inner.append((first, last))
    if kind not in _KINDS or not reading.heads[head][0] or several:
        return
    start = end = head
    while start > first and start - 1 not in others:
        linked = reading.text[slice(*reading.spans[start - 1])] in ("and", "&")
        before = start - 1 - linked
        if before < first or not reading.heads[before][0] or before in others:
            break
        start = before
    while end < last and reading.heads[end + 1][0]:
        end += 1
    if kind == "organization":
        end = _through_of(reading, end, last)
    span = (reading.spans[start][0], reading.spans[end][1])
    reading.names.append(Named(*span, kind, thing))
