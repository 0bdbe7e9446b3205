"""A glossary file's Markdown in, the entry that it says out, or every mistake with its line.

The machine and the editor write the same files, so this is where an editor's typing errors
meet the reader: each message says where, what, and what was probably meant.
"""

from __future__ import annotations

import difflib
import html
import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import get_args

from ...errors import ContentError, raise_together
from ...model import KINDS, Definition, Entry, Evidence, Status
from .front_matter import FrontMatter, parse_front_matter

DATA_RULE = "data set"
# The rule of a definition that is a whole sentence because nothing shorter was found.
SENTENCE_RULE = "telling sentence"
STATUSES: tuple[Status, ...] = get_args(Status)
# ISO 8601 to the day, with `-` for an open year or one BC, `~` for about, and intervals of these;
# months 21 to 24 are the seasons from spring on (ISO 8601-2).
DATE = r"(?:-?\d{4}(?:-\d\d(?:-\d\d)?)?~?|--\d\d(?:-\d\d)?)"
LEAP_YEAR = 2000
MONTHS = tuple(f"{month:02}" for month in range(1, 13))
SEASONS = ("21", "22", "23", "24")
VALUE = re.compile(rf"{DATE}(?:/{DATE})?")
ADDRESS = re.compile(r"https?://[^\s/<>\"'\\]+(?:/[^\s<>\"'\\]*)?")
INLINE = re.compile(
    r"""\\(?P<escaped>[\\`*_{}\[\]()>\#+.!|~=:-])
      | (?P<note>\[\^[^\]]+\])
      | !?\[(?P<link>(?:\\.|[^\]\\])*)\]\([^)]*\)
      | `(?P<code>[^`]+)`
      | <(?P<address>https?://[^>\s]+)>
      | (?P<tag></?[A-Za-z][^>]*>)
      | (?P<entity>&\#?\w+;)
      | (?P<break>\\?\n)
      | (?P<emphasis>\*+(?=\S)|(?<=\S)\*+|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w))""",
    re.VERBOSE,
)


def parse_entry(name: str, markdown: str, path: str = "") -> Entry:
    """Read the entry whose id is `name`; its mistakes are raised together."""
    header = parse_front_matter(markdown, path)
    errors: list[ContentError] = []
    entry = Entry(name, "", "", status="approved", body=header.body)
    for key, values in header.fields.items():
        wrong = partial(_wrong, errors, path, header.lines[key])
        if key in FIELDS:
            entry = FIELDS[key](entry, values, wrong)
        else:
            wrong(f"“{key}” is not a field of an entry", _choices(key, KEYS.values()))
    for key in ("title", "kind"):
        if not any(header.fields.get(key, ())):
            line = header.lines.get(key, 1)
            _wrong(errors, path, line, f"{KEYS[key]} is missing", f"add “{KEYS[key]}: …”")
    raise_together(errors)
    return replace(entry, definition=_definition(header), lines=header.lines)


def text_of(markdown: str) -> str:
    """Return a piece of Markdown as plain text on one line."""
    text = INLINE.sub(_plain_inline, re.sub(r"^(?:[>#\s]+|[-*+]\s+)", "", markdown))
    return " ".join(text.split())


Wrong = Callable[[str, str], None]
Field = Callable[[Entry, tuple[str, ...], Wrong], Entry]


def _title(entry: Entry, values: tuple[str, ...], _wrong: Wrong) -> Entry:
    return replace(entry, name=" ".join(values).strip())


def _kind(entry: Entry, values: tuple[str, ...], wrong: Wrong) -> Entry:
    kind = values[0].lower()
    if kind and kind not in KINDS:
        wrong(f"“{kind}” is not a kind", _choices(kind, KINDS))
    return replace(entry, kind=kind)


def _status(entry: Entry, values: tuple[str, ...], wrong: Wrong) -> Entry:
    for status in STATUSES:
        if values[0].lower() == status:
            return replace(entry, status=status)
    wrong(f"“{values[0]}” is not a status", _choices(values[0], STATUSES))
    return entry


def _value(entry: Entry, values: tuple[str, ...], wrong: Wrong) -> Entry:
    dates = values[0].split("/")
    if values[0] and not (VALUE.fullmatch(values[0]) and all(map(_is_in_the_calendar, dates))):
        wrong(f"“{values[0]}” is not a date", "write it like 2010, 2010-06, 2010-06-11 or --06-11")
    return replace(entry, value=values[0])


def _is_in_the_calendar(date: str) -> bool:
    """Whether there is such a month or season, and such a day of it, be it in a leap year."""
    year, month, day = (*re.findall(r"\d+", date.replace("--", f"{LEAP_YEAR}-")), "", "")[:3]
    if not month or (month in SEASONS and not day):
        return True
    return month in MONTHS and 1 <= int(day or 1) <= monthrange(max(1, int(year)), int(month))[1]


def _coordinates(entry: Entry, values: tuple[str, ...], wrong: Wrong) -> Entry:
    if not values[0]:
        return entry
    try:
        latitude, longitude = (float(number) for number in values[0].split(","))
    except ValueError:
        latitude = longitude = float("nan")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        wrong(
            f"“{values[0]}” is not a place on the earth",
            "write latitude and longitude in degrees, like 40.51, 72.80",
        )
        return entry
    return replace(entry, coordinates=(latitude, longitude))


def _placed_by(entry: Entry, values: tuple[str, ...], _wrong: Wrong) -> Entry:
    return replace(entry, placed_by=" ".join(values).strip())


def _aliases(entry: Entry, values: tuple[str, ...], _wrong: Wrong) -> Entry:
    return replace(entry, aliases=_list(values))


def _candidates(entry: Entry, values: tuple[str, ...], _wrong: Wrong) -> Entry:
    return replace(entry, candidates=_list(values))


def _never(entry: Entry, values: tuple[str, ...], _wrong: Wrong) -> Entry:
    return replace(entry, never=_list(values))


def _only_in(entry: Entry, values: tuple[str, ...], _wrong: Wrong) -> Entry:
    return replace(entry, only_in=_list(values))


def _not_in(entry: Entry, values: tuple[str, ...], _wrong: Wrong) -> Entry:
    return replace(entry, not_in=_list(values))


def _same_as(entry: Entry, values: tuple[str, ...], wrong: Wrong) -> Entry:
    addresses = tuple(address for value in values for address in value.split())
    for address in addresses:
        if not ADDRESS.fullmatch(address):
            wrong(
                f"“{address}” is not an address of the web",
                "write it like https://www.wikidata.org/wiki/Q170172",
            )
    return replace(entry, same_as=addresses)


def _of_the_definition(entry: Entry, _values: tuple[str, ...], _wrong: Wrong) -> Entry:
    return entry


# Every field of a glossary file: how it is spelt, and what it says of the entry.
SPELLINGS: dict[str, Field] = {
    "Title": _title,
    "Kind": _kind,
    "Aliases": _aliases,
    "Status": _status,
    "Value": _value,
    "Coordinates": _coordinates,
    "Placed-by": _placed_by,
    "May-be": _candidates,
    "Rule": _of_the_definition,
    "From": _of_the_definition,
    "Never": _never,
    "Only-in": _only_in,
    "Not-in": _not_in,
    "Same-as": _same_as,
}
FIELDS = {spelling.lower(): field for spelling, field in SPELLINGS.items()}
KEYS = {spelling.lower(): spelling for spelling in SPELLINGS}


def _wrong(errors: list[ContentError], path: str, line: int, message: str, remedy: str) -> None:
    errors.append(ContentError(message, path=path, line=line, remedy=remedy))


def _choices(word: str, choices: Iterable[str]) -> str:
    """Say what was probably meant, or else what there is."""
    names = {choice.lower(): choice for choice in choices}
    close = difflib.get_close_matches(word.lower(), names, n=1)
    return f"did you mean “{names[close[0]]}”?" if close else f"one of {', '.join(names.values())}"


def _list(values: Iterable[str]) -> tuple[str, ...]:
    """Split at semicolons; every name once, in the order given."""
    names = (name.strip() for value in values for name in value.split(";"))
    return tuple(dict.fromkeys(filter(None, names)))


def _definition(header: FrontMatter) -> Definition:
    """Take the first paragraph; it is a quotation only if marks and evidence both say so."""
    rule, source = (" ".join(header.fields.get(key, ())) for key in ("rule", "from"))
    paragraphs = re.split(r"\n\s*\n", header.body)
    text = "" if paragraphs[0].startswith(">") else text_of(paragraphs[0])
    if not text:
        return Definition("", "none")
    if rule == DATA_RULE:
        return Definition(text, "data", source=source)
    if rule and source and _is_quoted(text, _evidence(header.body)):
        evidence = Evidence(source, (0, 0), (0, 0), rule)
        whole = rule == SENTENCE_RULE
        return Definition(text[1:-1], "sentence" if whole else "quotation", evidence)
    return Definition(text, "editor")


def _evidence(body: str) -> str:
    """Return the text of the block quotes, as plain text."""
    quotes = (line.lstrip("> ") for line in body.split("\n") if line.startswith(">"))
    return text_of("\n".join(quotes))


def _is_quoted(text: str, evidence: str) -> bool:
    """Tell whether a text is in quotation marks and, apart from omissions, in the evidence."""
    parts = re.split(r"\[…\]|…", text[1:-1])
    marked = len(text) > 2 and text.startswith("“") and text.endswith("”")
    return marked and all(part.strip() in evidence for part in parts)


def _plain_inline(match: re.Match[str]) -> str:
    if match["link"] is not None:
        return text_of(match["link"])
    if match["entity"]:
        return html.unescape(match["entity"])
    return match["escaped"] or match["code"] or match["address"] or (" " if match["break"] else "")
