"""All entries -> which of them a definition names that no text proves; pure.

An editor's words and a data set's facts stand in no text, before or after anything, but the
names in them may: a reader who wants only what she has read so far is not to meet them here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..model import Entry

FREE = ("data", "editor")
"""The origins of what no text says: it is not before or after anything in one."""

WORD = re.compile(r"\w+")


class Named:
    """The names of a library, by their first words."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self.names: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        self.known: dict[str, tuple[str, ...]] = {}
        for id_, entry in entries.items():
            for name in (entry.name, *entry.aliases):
                if first := WORD.search(name):
                    self.names[first[0]].append((name[first.start() :], id_))

    def others(self, entry: Entry) -> tuple[str, ...]:
        """Return the ids of the other entries that an unproved definition names."""
        if not is_free(entry):
            return ()
        if entry.id not in self.known:
            found = {id_ for _, id_ in self._found(entry.definition.text)} - {entry.id}
            self.known[entry.id] = tuple(sorted(found))
        return self.known[entry.id]

    def forms(self, entry: Entry) -> tuple[str, ...]:
        """Return the entry's own other names that its definition tells."""
        found = self._found(entry.definition.text)
        return tuple(sorted(name for name, id_ in found if id_ == entry.id and name != entry.name))

    def _found(self, text: str) -> set[tuple[str, str]]:
        return {
            (name, id_)
            for word in WORD.finditer(text)
            for name, id_ in self.names.get(word[0], ())
            if text.startswith(name, word.start()) and _ends(text, word.start() + len(name))
        }


def is_free(entry: Entry) -> bool:
    """Tell whether no text proves what an entry says."""
    return entry.definition.origin in FREE and entry.definition.evidence is None


def _ends(text: str, end: int) -> bool:
    return end == len(text) or not WORD.match(text[end])
