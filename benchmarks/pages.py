"""The pages that every engine indexes, in a file with a line of JSON for each.

Needs nothing but what reads it, so that an engine's process has little memory of other things.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotated_reader.search import SearchDocument


@dataclass(frozen=True, slots=True)
class Text:
    """A page of the corpus: `kind` is "text", or of an entry "person"."""

    ref: str
    title: str
    kind: str
    names: tuple[str, ...]
    paragraphs: tuple[str, ...]

    @property
    def body(self) -> str:
        """The paragraphs in one."""
        return "\n".join(self.paragraphs)

    def for_search(self) -> SearchDocument:
        """Return the page as the site gives it to the search."""
        from annotated_reader.search import SearchDocument

        passages = tuple((f"p-{place}", text) for place, text in enumerate(self.paragraphs))
        return SearchDocument(self.ref, self.title, self.kind, self.names, passages)


def write_pages(pages: Iterable[Text], target: Path) -> None:
    """Write the pages, each a line."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("w", encoding="utf-8") as file:
        for page in pages:
            row = [page.ref, page.title, page.kind, page.names, page.paragraphs]
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def read_pages(source: Path) -> Iterator[Text]:
    """Yield the pages of a corpus, one at a time."""
    with source.open(encoding="utf-8") as file:
        for line in file:
            ref, title, kind, names, paragraphs = json.loads(line)
            yield Text(ref, title, kind, tuple(names), tuple(paragraphs))
