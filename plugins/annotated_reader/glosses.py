"""What a dictionary gives here: the one that is installed, or what content remembers of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from math import log10
from typing import TYPE_CHECKING

from .stages.definitions.speakers import SPEAKERS
from .stages.facts.facts import GEONAMES, WORLD_REGIONS
from .stages.facts.known import Sense, above_kind
from .stages.facts.known_bodies import OUR_LIST
from .stages.facts.known_persons import LIST_OF_PERSONS
from .stages.facts.known_places import LIST_OF_PLACES
from .stages.facts.known_works import LIST_OF_WORKS
from .stages.prose import prose_of
from .stages.recognize import recognize
from .stages.terms import DICTIONARY_RULE, Glosses, Meaning, with_terms
from .store import digest, find_wordnet

if TYPE_CHECKING:
    from collections.abc import Callable

    from .model import Document, Entry, Mention, Parse

NO_DICTIONARY = (
    "no dictionary: hard words get no new notes (install WordNet, as with apt install wordnet-base,"
    " or set READER_TERMS to 0)"
)


OWN_SOURCES = (
    GEONAMES,
    WORLD_REGIONS,
    OUR_LIST,
    LIST_OF_PERSONS,
    LIST_OF_PLACES,
    LIST_OF_WORKS,
    SPEAKERS,
)
"""What is at hand on every machine, and so need not be remembered."""


class Remembered:
    """The meanings that content holds, for a machine without the dictionary that gave them.

    A text chooses the same words from them as from the whole dictionary, as all that it chose
    are among them: what one machine made, another one does not unmake.
    """

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        given = [e for e in entries.values() if e.definition.origin == "data"]
        known = [entry for entry in given if entry.kind == "term"]
        self.senses = {
            name: (_remembered(e),)
            for e in given
            if e.kind != "term" and e.definition.source not in OWN_SOURCES
            for name in (*e.aliases, e.name)
        }
        self.meanings = {e.name: Meaning(e.definition.text, e.definition.source) for e in known}
        self.lemmas = {form: e.name for e in known for form in (*e.aliases, e.name)}
        senses = sorted(
            (name, sense.text, sense.source, sorted(sense.over))
            for name, (sense,) in self.senses.items()
        )
        said = (sorted(self.meanings.items()), sorted(self.lemmas.items()), senses)
        self.key = digest(repr(said))

    def named(self, name: str) -> tuple[Sense, ...]:
        """Return what `name` stands for."""
        return self.senses.get(name, ())

    def lemma(self, word: str) -> str:
        """Return the word's own form, or an empty string."""
        return self.lemmas.get(word, "")

    def meaning(self, lemma: str) -> Meaning | None:
        """Return what a lemma means."""
        return self.meanings.get(lemma)


def _remembered(entry: Entry) -> Sense:
    said = entry.definition
    return Sense(said.text, said.source, above_kind(entry.kind), entry.kind != "group")


class Finder:
    """Finds the mentions of a text, its terms among them; `most` hard words a text, 0 for none.

    `key` names all that this depends on beside the text, `names_key` all that the dictionary says
    of names as well, `told` what an editor should know, `rarities` how frequent the words are that
    were looked up: who knows them from an earlier run may put them there.
    """

    def __init__(self, most: int, entries: Callable[[], Mapping[str, Entry]]) -> None:
        found = find_wordnet()
        self.told = (NO_DICTIONARY,) if most and not found else ()
        self.dictionary = found or Remembered(entries())
        self.rarities: dict[str, float] = {}
        rarity = _rarity(self.rarities)
        self.glosses = Glosses(most, self.dictionary, rarity) if most else None
        self.key = f"{DICTIONARY_RULE} {most} {self.dictionary.key if most else ''}"
        self.names_key = f"{most} {self.dictionary.key}"

    def find(
        self, document: Document, parsed: Parse, names: Mapping[str, str] | None = None
    ) -> tuple[Mention, ...]:
        """Return the mentions of a document, with the `names` that an editor claims."""
        prose = prose_of(document)
        return with_terms(prose, recognize(prose, parsed, names), self.glosses)


def _rarity(known: dict[str, float]) -> Callable[[str], float]:
    """How frequent a word of English is, on the Zipf scale.

    The list of all words takes a third of a second to load, which most changes of a text need not
    wait for: what is found in it is noted in `known`.
    """

    @cache
    def frequencies() -> dict[str, float]:
        found: dict[str, float] = import_module("wordfreq").get_frequency_dict("en", "large")
        return found

    def rarity(word: str) -> float:
        if word not in known:
            frequency = frequencies().get(word, 0.0)
            known[word] = round(log10(frequency) + 9, 2) if frequency else 0.0
        return known[word]

    return rarity
