"""A library whose entries are made -> its files, written only where they say something else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from .errors import IntegrityError
from .pipeline import annotate_document, compose_suggestion, compose_text
from .stages.languages import NO_MODEL
from .stages.later import Found
from .stages.strip import difference, strip_markdown
from .store import Draft, digest, draft

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .kept import Kept
    from .model import Document
    from .pipeline import Annotated, Made
    from .readings import Reading


class Composer:
    """Writes a library's files, or takes them from the shelves where nothing they say changed."""

    def __init__(self, made: Made, kept: Kept, titles: Mapping[str, str]) -> None:
        self.made = made
        self.library = made.library
        self.kept = kept
        self.titles = titles
        self.notes: dict[str, str] = {}

    def text(self, reading: Reading) -> tuple[Draft, Draft, int]:
        """Return a text's Markdown, once the text is known to come back from it, its record,
        and how many mentions are linked."""  # noqa: D205, D209

        def write() -> tuple[tuple[str, str], int]:
            document = reading.document
            annotated = annotate_document(self.library, document)
            markdown = compose_text(annotated, self.library, self.titles)
            _check_integrity(document, markdown)
            is_read = bool(self.kept.installed(document.language))
            sidecar = self.kept.sidecars[document.path]
            record = _record(annotated, sidecar, is_read=is_read)
            return (markdown, record), len(annotated.mentions)

        slug = reading.outline.slug
        (markdown, record), linked = self.kept.written("texts", slug, self._key(reading), write)
        return markdown, record, linked

    def glossary(self) -> dict[str, Draft]:
        """Return what the machine suggests for each entry, by id."""
        return {id_: self._suggestion(id_) for id_ in self.made.suggestions}

    def _suggestion(self, id_: str) -> Draft:
        if id_ not in self.made.kept:
            return draft(compose_suggestion(self.made, id_, self.titles))

        def write() -> tuple[tuple[str], int]:
            return (compose_suggestion(self.made, id_, self.titles),), 0

        (suggestion,), _ = self.kept.written("glossary", id_, self.kept.said[id_].key, write)
        return suggestion

    def _key(self, reading: Reading) -> str:
        found = self.library.mentions
        assert isinstance(found, Found)  # noqa: S101  # `join` makes no other
        slug = reading.outline.slug
        said = found.said(slug)
        if said is None:
            said = tuple(
                (m.span, m.entry, m.kind, m.rule, m.confidence, m.creator) for m in found[slug]
            )
        notes = [self._note(id_) for id_ in found.entries(slug)]
        return digest(repr((reading.key, said, notes)))

    def _note(self, id_: str) -> str:
        """All that the notes on an entry say, as a digest; made once for all texts."""
        if id_ not in self.notes:
            self.notes[id_] = digest(repr(self._said(id_)))
        return self.notes[id_]

    def _said(self, id_: str) -> object:
        """All that an entry says, itself, with those of the entries that it may mean."""
        entries, known = self.library.entries, self.kept.said
        if id_ in self.made.kept:
            said, source, _ = known[id_]
            named = self.made.candidates.get(id_, ())
        else:
            entry = entries.get(id_)
            evidence = entry.definition.evidence if entry else None
            said, source = digest(repr(entry)), evidence.document if evidence else ""
            named = entry.candidates if entry else ()
        others = [
            known[each].sha256 if each in self.made.kept else repr(entries.get(each))
            for each in named
        ]
        return said, self.titles.get(source, ""), others


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
