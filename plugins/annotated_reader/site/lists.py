"""The lists of the site, and how each is cut where it is long: a row here is a list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from .leaves import Listing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..model import Entry
    from ..stages.collect import Occurrence, Text
    from .views import Listed

FOLDER = "lists"
"""Where further pages of the site's lists are; an entry's own are in a folder of its name."""

WORD = 0.5
"""Compressed bytes of a letter in running text, more or less."""

BRIEF = 200
"""Texts of a library from which on their summaries are left out of the list."""


def further(stem: str, number: int) -> str:
    """Return the address of a list's page."""
    return f"{stem}.html" if number == 1 else f"{FOLDER}/{stem}-{number}.html"


def mentions_address(id_: str, number: int) -> str:
    """Return the address of a page of an entry's mentions; the first is the entry's own."""
    return f"glossary/{id_}.html" if number == 1 else f"glossary/{id_}/{number}.html"


def library(texts: int) -> Listing[Text]:
    """Return how the list of `texts` texts is cut."""
    weigh = _text if texts <= BRIEF else _brief_text
    return Listing(partial(further, "index"), weigh, _when)


def mentions(id_: str, texts: Mapping[str, Text]) -> Listing[Occurrence]:
    """Return how an entry's mentions are cut, which stand by text; `texts` are by slug."""
    address = partial(mentions_address, id_)
    return Listing(address, _occurrence, lambda found: _when(texts[found.text]), heading=170)


def _text(text: Text) -> int:
    return _brief_text(text) + round(WORD * len(text.summary))


def _brief_text(text: Text) -> int:
    return 55 + round(WORD * (len(text.title) + len(text.author) + len(text.slug)))


def _when(text: Text) -> str:
    return text.date or text.title


def _entry(entry: Entry) -> int:
    return 55 + round(WORD * (2 * len(entry.name) + len(entry.definition.text)))


def _named(listed: Entry | Listed) -> str:
    return listed.name


def _listed(listed: Listed) -> int:
    return 20 + round(WORD * 2 * len(listed.name))


def _occurrence(found: Occurrence) -> int:
    return 60 + round(WORD * (len(found.before) + 2 * len(found.surface) + len(found.after)))


def _reported(text: Text) -> int:
    return 30 + round(WORD * (len(text.title) + len(text.slug)))


def _titled(text: Text) -> str:
    return text.title


GLOSSARY: Listing[Entry] = Listing(partial(further, "glossary"), _entry, _named)
EVERYTHING: Listing[Listed] = Listing(partial(further, "a-z"), _listed, _named)
REPORT: Listing[Text] = Listing(partial(further, "report"), _reported, _titled)
