"""The register -> the documents that the search finds, and the files made of them.

Making the index takes as long as all else in an unchanged build, so it is kept with what it
was made from and by.
"""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from ..search import SearchDocument, build_search
from ..store import cache_get, cache_put, digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Entry
    from ..stages.collect import Register, Text


CACHE_KEY = "search"


def search_documents(register: Register) -> Iterator[SearchDocument]:
    """Yield a document for each text, by paragraph, and one for each entry."""
    yield from (text_document(text, register) for text in register.texts)
    yield from (entry_document(entry) for entry in register.entries.values())


def text_document(text: Text, register: Register) -> SearchDocument:
    """Return a text's document; it is found by the names it mentions, too."""
    mentioned = dict.fromkeys(mention.entry for mention in text.mentions)
    return SearchDocument(
        ref=f"texts/{text.slug}.html",
        title=text.title,
        kind="text",
        names=tuple(register.entries[id_].name for id_ in mentioned),
        passages=tuple(
            (block.anchor, text.page.text[slice(*block.span)]) for block in text.page.blocks
        ),
    )


def entry_document(entry: Entry) -> SearchDocument:
    """Return an entry's document."""
    return SearchDocument(
        ref=f"glossary/{entry.id}.html",
        title=entry.name,
        kind=entry.kind,
        names=(entry.name, *entry.aliases),
        passages=(("", entry.definition.text),) if entry.definition.text else (),
    )


def search_files(documents: tuple[SearchDocument, ...], cache: Path) -> dict[str, bytes]:
    """Return the search's files by name, made anew only for other documents or other code."""
    key = digest(repr(documents) + sources())
    kept = cache_get(cache, CACHE_KEY)
    if isinstance(kept, dict) and kept.get("key") == key:
        return {name: text.encode() for name, text in kept["files"].items()}
    files = build_search(documents)
    texts = {name: data.decode() for name, data in files.items()}
    cache_put(cache, CACHE_KEY, {"key": key, "files": texts})
    return files


def sources() -> str:
    """Return the code that makes the search's files, and the version of what it stands on."""
    folder = Path(__file__).parent.parent / "search"
    modules = (path for path in sorted(folder.rglob("*")) if path.suffix in (".py", ".js"))
    return version("lunr") + "".join(path.read_text(encoding="utf-8") for path in modules)
