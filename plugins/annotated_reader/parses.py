"""What the language model says of texts: from the cache, else it is asked, here or on a cluster."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

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
from .installed import installed_model
from .model import Parse
from .parse_key import made_by
from .stages.parse import parse
from .stages.prose import prose_of
from .store import cache_get, cache_put, digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from .executors import Ahead, Found
    from .model import Document

    Progress = Callable[[str, int, int], None]


class Unparsed(NamedTuple):
    """A text that is to be read: its path, what tells how, and what gives its words."""

    path: str
    language: str
    words: int
    prose: Callable[[], Document]


class Parsed(NamedTuple):
    """What the model says of a text; `anew` where it was asked in this run."""

    path: str
    found: Found
    anew: bool = False


def unparsed(document: Document, prose: Callable[[], Document] | None = None) -> Unparsed:
    """Return a document as a text that is to be read, with what gives its prose where it is kept.

    Else it is at hand for as long as the text is.
    """
    words = document.text.count(" ")
    return Unparsed(document.path, document.language, words, prose or (lambda: prose_of(document)))


def parse_texts(
    texts: Sequence[Unparsed],
    cache: Path,
    model: str,
    workers: int = 1,
    progress: Progress | None = None,
    *,
    executor: str = LOCAL,
    ahead: Ahead | None = None,
) -> Iterator[Parsed]:
    """Yield what the model says of each text, one after the other: no library is held here.

    Few texts are read by the process `ahead` if there is one, which has begun with the model.
    """
    groups: list[tuple[str, list[Unparsed], list[str]]] = []
    for package, same in _by_model(texts, model):
        new, keys = [], []
        for text in same:
            key = _cache_key(text.prose(), package) if package else ""
            known = _restore(cache_get(cache, key)) if package else Parse(())
            if known is None:
                new.append(text)
                keys.append(key)
            else:
                yield Parsed(text.path, known)
        groups.append((package, new, keys))
    done, total = 0, sum(len(new) for _, new, _ in groups)
    for package, new, keys in groups:
        answers = _ask(new, package, workers, executor, ahead) if new else ()
        for text, key, found in zip(new, keys, answers, strict=True):
            if not isinstance(found, Failure):
                cache_put(cache, key, plain(found))
            yield Parsed(text.path, found, anew=True)
            done += 1
            tell(progress, "Finding names", done, total)


def _by_model(texts: Sequence[Unparsed], english: str) -> Iterator[tuple[str, list[Unparsed]]]:
    """Yield the texts that have one model in common, with its package ("": none)."""

    def model(text: Unparsed) -> str:
        return installed_model(text.language, english)

    for name, same in groupby(sorted(texts, key=model), key=model):
        yield name, list(same)


def tell(progress: Progress | None, label: str, done: int, total: int) -> None:
    """Say how much of a piece of work is done, to whoever wants to know."""
    if progress is not None:
        progress(label, done, total)


def _ask(
    texts: Sequence[Unparsed], model: str, workers: int, executor: str, ahead: Ahead | None
) -> Iterator[Found]:
    documents: Iterable[Document] = (text.prose() for text in texts)
    if executor != LOCAL:
        return read_on_cluster(documents, model, executor)
    processes = processes_worth(sum(text.words for text in texts), workers)
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
