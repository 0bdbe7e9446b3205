"""What a conversion keeps for the next one: texts as read, files as written, each under its key.

A key is the digest of all that a value was made from; the shelves themselves are under the
digest of the code. So an unchanged text costs a look-up, and what comes out is what a clean
conversion would make.
"""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from .errors import IntegrityError
from .pipeline import annotate_document, compose_glossary, compose_text
from .stages.compose_entry import compose_entry
from .stages.gazetteer import looked_up, remember
from .stages.languages import NO_MODEL, known_languages
from .stages.place_choice import SOURCE
from .stages.strip import difference, strip_markdown
from .store import Shelf, digest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from .glosses import Finder
    from .model import Document, Entry, Mention, Parse
    from .pipeline import Annotated, Made
    from .store import SeedFile

    Read = tuple[Document, Parse, tuple[Mention, ...]]
    """A text's document, what the model says of it, and its mentions without decisions."""
    Written = tuple[str, str, int]
    """A text's Markdown, its record, and how many mentions are linked."""


class Kept:
    """The shelves of one conversion; `installed` names the model that reads a language here."""

    def __init__(self, cache: Path, installed: Callable[[str], str], finder: Finder) -> None:
        self.installed = installed
        self.finder = finder
        self.models = tuple(map(installed, known_languages()))
        self.read = Shelf(cache / "kept" / "read")
        self.texts = Shelf(cache / "kept" / "texts")
        self.glossary = Shelf(cache / "kept" / "glossary")
        self.named = Shelf(cache / "kept" / "named")
        self.places = Shelf(cache / "kept" / "places")
        remember(self.places.get("cities", SOURCE) or {})
        self.keys: dict[str, str] = {}
        self.sidecars: dict[str, str] = {}

    def save(self) -> None:
        """Keep what this conversion used."""
        self.places.put("cities", SOURCE, looked_up())
        for shelf in (self.read, self.named, self.texts, self.glossary, self.places):
            shelf.save()

    def reading(self, seed: SeedFile) -> Read | None:
        """Return a seed's text as read in an earlier run, if seed and model are the same."""
        key = digest(
            repr((self.models, self.finder.key, seed.path, seed.sidecar)) + digest(seed.data)
        )
        self.keys[seed.path] = key
        self.sidecars[seed.path] = digest(seed.sidecar) if seed.sidecar else ""
        found: Read | None = self.read.get(seed.path, key)
        return found

    def keep_reading(self, read: Read) -> None:
        """Keep a text as read for the next run."""
        path = read[0].path
        self.read.put(path, self.keys[path], read)

    def again(
        self, document: Document, parsed: Parse, names: Mapping[str, str]
    ) -> tuple[Mention, ...]:
        """Return a text's mentions with the names of an editor's that stand in it."""
        key = digest(repr((self.keys[document.path], sorted(names.items()))))
        make = partial(self.finder.find, document, parsed, names)
        return self.named.value(document.slug, key, make)


class Composer:
    """Writes a library's files, or takes them from the shelves where nothing they say changed."""

    def __init__(self, made: Made, kept: Kept, titles: Mapping[str, str]) -> None:
        self.made = made
        self.library = made.library
        self.kept = kept
        self.titles = titles
        self.notes: dict[str, str] = {}

    def text(self, document: Document) -> Written:
        """Return what is to be written of a text, once it is known to come back from it."""
        sidecar = self.kept.sidecars[document.path]

        def make() -> Written:
            annotated = annotate_document(self.library, document)
            markdown = compose_text(annotated, self.library, self.titles)
            _check_integrity(document, markdown)
            is_read = bool(self.kept.installed(document.language))
            return markdown, _record(annotated, sidecar, is_read=is_read), len(annotated.mentions)

        return self.kept.texts.value(document.slug, self._key(document), make)

    def glossary(self) -> dict[str, str]:
        """Return what the machine suggests for each entry, by id."""

        def compose(entry: Entry, sentence: str, title: str) -> str:
            key = digest(repr((entry, sentence, title)))
            make = partial(compose_entry, entry, sentence, title)
            return self.kept.glossary.value(entry.id, key, make)

        return compose_glossary(self.made, self.titles, compose)

    def _key(self, document: Document) -> str:
        mentions = self.library.mentions[document.slug]
        said = [(m.span, m.entry, m.kind, m.rule, m.confidence, m.creator) for m in mentions]
        notes = [self._note(id_) for id_ in dict.fromkeys(m.entry for m in mentions)]
        return digest(repr((self.kept.keys[document.path], said, notes)))

    def _note(self, id_: str) -> str:
        """All that the notes on an entry say, as a digest; made once for all texts."""
        if id_ not in self.notes:
            entries = self.library.entries
            entry = entries.get(id_)
            candidates = [entries.get(other) for other in entry.candidates] if entry else []
            evidence = entry.definition.evidence if entry else None
            title = self.titles.get(evidence.document, "") if evidence else ""
            self.notes[id_] = digest(repr((entry, candidates, title)))
        return self.notes[id_]


def _check_integrity(document: Document, markdown: str) -> None:
    lost = difference(document.text, strip_markdown(markdown))
    if lost:
        raise IntegrityError(
            f"the text does not come back from its Markdown: {lost}",
            path=f"texts/{document.slug}.md",
            remedy="please report this text",
        )


def _record(annotated: Annotated, sidecar: str, *, is_read: bool) -> str:
    """What Markdown cannot say of a text, as JSON: see DESIGN.md, section 6."""
    document = annotated.document
    record: dict[str, object] = {
        "path": f"seeds/{document.path}",
        "sha256": document.sha256,
        **({"sidecar_sha256": sidecar} if sidecar else {}),
        "text_sha256": digest(document.text),
        "cleaning": list(document.cleaning),
        "set_aside": [
            {"line": line.line, "text": line.text, "rule": line.rule} for line in document.set_aside
        ],
        "mentions": [
            {
                "start": mention.span[0],
                "end": mention.span[1],
                "entry": mention.entry,
                "rule": mention.rule,
                "confidence": mention.confidence,
            }
            for mention in annotated.mentions
        ],
    }
    if not is_read:
        record["names_from"] = NO_MODEL
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"
