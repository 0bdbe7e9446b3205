"""What the language model says of texts: from the cache, else it is asked, here or on a cluster."""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING

from .cluster import read_on_cluster
from .executors import (
    LOCAL,
    Failure,
    plain,
    processes_worth,
    read_ahead,
    read_here,
    read_in_processes,
    restored,
)
from .installed import by_model
from .model import Parse
from .parse_key import made_by
from .stages.parse import parse
from .stages.prose import prose_of
from .store import cache_get, cache_put, digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from .executors import Ahead, Found
    from .model import Document

    Progress = Callable[[str, int, int], None]


def parse_documents(
    documents: Sequence[Document],
    cache: Path,
    model: str,
    workers: int = 1,
    progress: Progress | None = None,
    *,
    executor: str = LOCAL,
    ahead: Ahead | None = None,
) -> tuple[dict[str, Found], int]:
    """Return what the model says of each document, by slug, and how many it was asked about.

    Few texts are read by the process `ahead` if there is one, which has begun with the model.
    """
    parses: dict[str, Found] = {}
    keys: dict[str, str] = {}
    new: list[tuple[str, list[Document]]] = []
    for name, same in by_model(list(map(prose_of, documents)), model):
        if not name:
            parses |= {document.slug: Parse(()) for document in same}
            continue
        keys |= {document.slug: _cache_key(document, name) for document in same}
        known = {d.slug: _restore(cache_get(cache, keys[d.slug])) for d in same}
        parses |= {slug: found for slug, found in known.items() if found is not None}
        new.append((name, [document for document in same if known[document.slug] is None]))
    asked = [document for _, same in new for document in same]
    answers = chain.from_iterable(
        _ask(same, name, workers, executor, ahead) for name, same in new if same
    )
    for number, (document, found) in enumerate(zip(asked, answers, strict=True), 1):
        parses[document.slug] = found
        if not isinstance(found, Failure):
            cache_put(cache, keys[document.slug], plain(found))
        tell(progress, "Finding names", number, len(asked))
    return parses, len(asked)


def tell(progress: Progress | None, label: str, done: int, total: int) -> None:
    """Say how much of a piece of work is done, to whoever wants to know."""
    if progress is not None:
        progress(label, done, total)


def _ask(
    documents: Sequence[Document], model: str, workers: int, executor: str, ahead: Ahead | None
) -> Iterator[Found]:
    if executor != LOCAL:
        return read_on_cluster(documents, model, executor)
    processes = processes_worth(documents, workers)
    if processes < 2 and ahead is not None:
        return read_ahead(documents, model, ahead)
    if processes < 2:
        return read_here(documents, model, parse)
    return read_in_processes(documents, model, processes)


def _cache_key(document: Document, model: str) -> str:
    """All that a parse depends on: text, sentences, and what reads them."""
    text = digest(json.dumps([document.text, document.sentences]))
    return " ".join([*made_by(model), text])


def _restore(value: object) -> Parse | None:
    if not isinstance(value, list) or len(value) != 3:
        return None
    return restored(value)
