"""What the texts and the data sets say of a name of which an editor has said what it is.

The machine described what it took the name for. Once its kind is another one, or it is parted or
added, the same stages are asked again, on the content as it lies there, for this entry alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ...entry_making import Sources, entry_of, surroundings
from ...model import Document, Entity, Mention, Parse
from ...stages.compose_entry import compose_entry
from ...store import find_wordnet
from .reading import texts_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from ...model import Entry, Span
    from ...stages.editing.usage import ReadText
    from ...store import Content

Spans = dict[str, list["Span"]]
"""Where a name stands, by the slug of the text."""


@dataclass
class Known:
    """A folder of content, looked through once for all that is decided at one time."""

    content: Content

    def described(self, entry: Entry, slugs: Collection[str] | None = None) -> str:
        """Return an entry's Markdown with what is known of it where its texts mention it.

        `slugs` are the texts in which it is meant, if not in all that mention it or have its
        names: what has its name in the others is another one.
        """
        found = self._found(entry, slugs)
        full = replace(
            entry,
            definition=found.definition,
            coordinates=found.coordinates,
            placed_by=found.placed_by,
        )
        evidence = found.definition.evidence
        if evidence is None or evidence.document not in self._documents:
            return compose_entry(full, "", "")
        document = self._documents[evidence.document]
        return compose_entry(full, document.text[slice(*evidence.sentence)], document.title)

    def where(self, entry: Entry, slugs: Collection[str]) -> dict[str, str]:
        """Return the fields that say where a place lies, if that is clear by the texts `slugs`."""
        found = self._found(entry, slugs)
        if found.coordinates is None:
            return {}
        latitude, longitude = found.coordinates
        return {"Coordinates": f"{latitude}, {longitude}", "Placed-by": found.placed_by}

    def _found(self, entry: Entry, slugs: Collection[str] | None) -> Entry:
        own = self._mentions.get(entry.id) or _occurrences(entry, self._documents)
        kept = {slug: spans for slug, spans in own.items() if slugs is None or slug in slugs}
        others = [
            _entity(each, self._mentions.get(each.id, {}))
            for each in self.content.entries.values()
            if each.id != entry.id and (slugs is None or each.name != entry.name)
        ]
        entity = _entity(entry, kept)
        order = {slug: number for number, slug in enumerate(self._documents)}
        parses = dict.fromkeys(self._documents, Parse(()))
        sources = Sources(self._documents, parses, order, lambda _part: (), find_wordnet())
        return entry_of(entity, sources, surroundings([*others, entity]))

    @cached_property
    def _documents(self) -> dict[str, Document]:
        return {each.slug: _document(self.content, each) for each in texts_of(self.content)}

    @cached_property
    def _mentions(self) -> dict[str, Spans]:
        return _mentions(self.content)


def _document(content: Content, text: ReadText) -> Document:
    path = content.texts[text.slug].field("source") or text.slug
    return Document(text.slug, path, "", text.title, text.text, (), tuple(text.sentences))


def _mentions(content: Content) -> dict[str, Spans]:
    found: dict[str, Spans] = defaultdict(lambda: defaultdict(list))
    for slug, record in content.records.items():
        mentions = record.get("mentions", [])
        assert isinstance(mentions, list)  # noqa: S101  # written by us, checked when it was read
        for each in mentions:
            found[each["entry"]][slug].append((each["start"], each["end"]))
    return found


def _occurrences(entry: Entry, documents: Mapping[str, Document]) -> Spans:
    names = sorted((entry.name, *entry.aliases), key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
    found = {
        slug: [match.span() for match in pattern.finditer(document.text)]
        for slug, document in documents.items()
    }
    return {slug: spans for slug, spans in found.items() if spans}


def _entity(entry: Entry, spans: Mapping[str, Sequence[Span]]) -> Entity:
    mentions = tuple(
        Mention(slug, span, entry.name, entry.kind, "", 1.0, entry.id)
        for slug, each in spans.items()
        for span in each
    )
    return Entity(entry.id, entry.name, entry.kind, entry.aliases, mentions, entry.value)
