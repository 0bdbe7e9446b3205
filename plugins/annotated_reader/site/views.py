"""The register -> what the templates show, in the order in which they show it; pure."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from markdown import Markdown

from ..markdown_ext import ReaderExtension
from ..site import lists
from ..stages.dates.names import order_of
from .leaves import cut
from .sanitize import sanitized

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from markdown.extensions import Extension

    from ..model import Entry
    from ..stages.collect import Occurrence, Register, Text
    from .leaves import Leaves

Section = tuple[str, list["Occurrence"]]
"""A heading, or nothing before the first one, and the occurrences under it."""

NUMBERS, DATES = "0–9", "Dates"
LAST = (NUMBERS, DATES)
"""Headings that stand behind the letters, in their order."""
UNDATED = "Without a date"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list of everything: a text, or an entry with its kind."""

    name: str
    kind: str
    href: str
    language: str = ""


def alphabet(entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """Return the entries under their first letters, accents aside; then numbers, then dates."""
    ordered = sorted(entries, key=sorting_key)
    letters = groupby(ordered, key=lambda entry: sorting_key(entry)[0])
    return letters_first([(letter, list(group)) for letter, group in letters])


def everything(register: Register) -> list[tuple[str, list[Listed]]]:
    """Return all texts and entries under their first letters, as `alphabet` does."""
    listed = [
        (sorting_key(entry), Listed(entry.name, entry.kind, f"glossary/{entry.id}.html"))
        for entry in register.entries.values()
    ] + [
        (
            (first_letter(text.title), plain(text.title), text.slug),
            Listed(text.title, "text", f"texts/{text.slug}.html", text.language),
        )
        for text in register.texts
    ]
    listed.sort(key=lambda pair: (pair[0], pair[1].href))
    letters = groupby(listed, key=lambda pair: pair[0][0])
    return letters_first([(letter, [item for _, item in group]) for letter, group in letters])


def letters_first(groups: list[tuple[str, T]]) -> list[tuple[str, T]]:
    """Move numbers and dates behind the letters."""
    return sorted(groups, key=lambda pair: LAST.index(pair[0]) if pair[0] in LAST else -1)


def sorting_key(entry: Entry) -> tuple[str, str, str]:
    """Order names as a reader looks them up: no case, no accents; dates as the calendar does."""
    if entry.kind == "date":
        return DATES, order_of(entry.value) or plain(entry.name), entry.id
    return first_letter(entry.name), plain(entry.name), entry.id


def first_letter(name: str) -> str:
    """Return the letter that a name is found under."""
    letter = next((sign for sign in plain(name) if sign.isalnum()), NUMBERS)
    return NUMBERS if letter.isdigit() else letter.upper()


def plain(name: str) -> str:
    """Return a name without accents and in one case."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).casefold()


def shelves(register: Register) -> list[tuple[str, list[Text]]]:
    """Return the texts by year, the newest year first; those that state no date come last."""
    by_year = [
        (year, list(texts))
        for year, texts in groupby(register.texts, key=lambda text: text.date[:4])
    ]
    dated = [shelf for shelf in by_year if shelf[0]]
    undated = [(UNDATED if dated else "", texts) for year, texts in by_year if not year]
    return dated[::-1] + undated


def neighbors(register: Register) -> dict[str, tuple[Text | None, Text, Text | None]]:
    """Return each text, by slug, between the one before and the one after it."""
    around = (None, *register.texts, None)
    triples = zip(around, register.texts, around[2:], strict=False)
    return {text.slug: (previous, text, following) for previous, text, following in triples}


def counts(register: Register) -> dict[str, tuple[int, int]]:
    """Return how many mentions each entry has, and in how many texts."""
    return {
        id_: (len(register.occurrences.get(id_, ())), len(register.texts_of.get(id_, ())))
        for id_ in register.entries
    }


def mentions(id_: str, register: Register, texts: Mapping[str, Text]) -> Leaves[Occurrence]:
    """Return the pages of an entry's occurrences, which stand by text; `texts` are by slug."""
    occurrences = register.occurrences.get(id_, ())
    by_text = groupby(occurrences, key=lambda each: each.text)
    return cut([(slug, list(found)) for slug, found in by_text], lists.mentions(id_, texts))


def by_text(
    occurrences: Iterable[Occurrence], texts: Mapping[str, Text]
) -> list[tuple[Text, list[Section]]]:
    """Return occurrences by text, and in each by the heading that they stand under."""
    return sections(groupby(occurrences, key=lambda each: each.text), texts)


def sections(
    groups: Iterable[tuple[str, Iterable[Occurrence]]], texts: Mapping[str, Text]
) -> list[tuple[Text, list[Section]]]:
    """Return occurrences that are grouped by text also by the heading that they stand under."""
    return [
        (texts[slug], [(heading, list(held)) for heading, held in groupby(found, key=_section)])
        for slug, found in groups
    ]


def _section(occurrence: Occurrence) -> str:
    return occurrence.section


def years(texts: Iterable[Text]) -> list[str]:
    """Return the years that texts are of, in their order; "" for those that state none."""
    return list(dict.fromkeys(text.date[:4] for text in texts))


def companions(id_: str, register: Register) -> list[tuple[Entry, int]]:
    """Return the entries that an entry shares sentences with, and in how many."""
    return [(register.entries[other], count) for other, count in register.companions.get(id_, ())]


def candidates(entry: Entry, register: Register) -> list[tuple[str, str]]:
    """Return the ids and names of those that an ambiguous name may stand for."""
    known = register.entries
    return [(id_, known[id_].name) for id_ in entry.candidates if id_ in known]


class Definition:
    """The HTML of what an entry's file says, made when a template asks for it."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry

    def __str__(self) -> str:
        """Return the HTML."""
        return self.html

    def __bool__(self) -> bool:
        """Tell whether there is anything to say."""
        return bool(self.html)

    @cached_property
    def html(self) -> str:
        """The HTML, made once."""
        return entry_html(self.entry)


def entry_html(entry: Entry) -> str:
    """Return the HTML of what an entry's file says; links to Markdown files lead to pages."""
    return sanitized(entry_markdown().reset().convert(entry.body))


@cache
def entry_markdown() -> Markdown:
    """Return the converter of entries; making one takes longer than converting an entry."""
    extensions: list[str | Extension] = ["extra", "sane_lists", ReaderExtension(text=False)]
    return Markdown(extensions=extensions, output_format="html")
