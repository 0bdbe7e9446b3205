"""Seeds to content: the I/O around the pipeline, with its cache and its worker processes.

`convert_folder` reads seeds and the editor's entries, asks the language model about texts it
has not seen yet, and writes what is ours in `content/`. The model is loaded only when a text
is new.
"""

from __future__ import annotations

import importlib.metadata
import json
import multiprocessing
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import chain, groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import ReaderError, SeedError, both, raise_together
from .kept import Composer, Kept
from .model import Claim, Entry, Parse
from .pipeline import Made, make_library, read_document
from .stages.languages import base_of, model_of
from .stages.parse import PARSE_VERSION, parse
from .stages.recognize import recognize
from .store import (
    Plan,
    Report,
    apply_plan,
    cache_get,
    cache_put,
    digest,
    load_manifest,
    plan_write,
    read_content,
    read_seeds,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from .kept import Read
    from .model import Document

    Progress = Callable[[str, int, int], None]

BATCH = 16
"""Documents that a worker process gets at a time."""

WORDS_WORTH_A_PROCESS = 40_000
"""Below this many new words, loading the model twice costs more than it saves."""


@dataclass(frozen=True, slots=True)
class ConversionReport:
    """What a conversion found and did; `parsed` counts the texts that the model had to read.

    `unread` names the languages that no model reads here, with the number of their texts.
    """

    texts: int
    mentions: int
    entries: int
    parsed: int
    seconds: float
    orphans: tuple[str, ...]
    notices: tuple[ReaderError, ...]
    plan: Plan
    files: Report
    unread: tuple[tuple[str, int], ...] = ()


def convert_folder(
    seeds: Path,
    content: Path,
    cache: Path,
    model: str,
    workers: int = 1,
    progress: Progress | None = None,
    *,
    write: bool = True,
) -> ConversionReport:
    """Bring `content` up to date with `seeds`; with `write` false only plan it.

    `model` is the language model's package. Raises SeedError or ContentError (all of them at
    once) before anything is written, IntegrityError where a text would not come back.
    """
    began = time.monotonic()
    kept = Kept(cache, model, installed_model)
    (known, new), decisions = both(
        lambda: _read_documents(seeds, kept, progress), lambda: _decisions(content, cache)
    )
    fresh, parsed = parse_documents(new, cache, model, workers, progress)
    for document in new:
        mentions = recognize(document, fresh[document.slug])
        known[document.path] = document, fresh[document.slug], mentions
        kept.keep_reading(known[document.path])
    reads = [known[path] for path in sorted(known)]
    documents = [document for document, _, _ in reads]
    parses = {document.slug: parse for document, parse, _ in reads}
    alone = {document.slug: mentions for document, _, mentions in reads}
    made = make_library(documents, parses, decisions, alone, kept.again)
    wanted, linked = _compose(made, kept)
    plan = plan_write(load_manifest(content), content, wanted)
    files = apply_plan(plan, content, cache) if write else Report()
    kept.save()
    return ConversionReport(
        len(documents), linked, len(made.library.entries), parsed,
        time.monotonic() - began, made.orphans, _within(content, made.notices), plan, files,
        _unread(documents, model),
    )  # fmt: skip


def _within(content: Path, errors: Sequence[ReaderError]) -> tuple[ReaderError, ...]:
    """Name the files of mistakes as an editor finds them: with the folder of content."""
    for error in errors:
        error.path = str(content / error.path)
    return tuple(errors)


def _read_documents(
    seeds: Path, kept: Kept, progress: Progress | None
) -> tuple[dict[str, Read], list[Document]]:
    """Return the texts that an earlier run has read, by path, and the documents of the others."""
    files = read_seeds(seeds)
    known: dict[str, Read] = {}
    new, errors = [], []
    for number, file in enumerate(files, 1):
        try:
            if found := kept.reading(file):
                known[file.path] = found
            else:
                new.append(read_document(file.path, file.data, file.sidecar))
        except SeedError as error:
            error.path = str(seeds / error.path) if error.path else str(seeds)
            errors.append(error)
        _tell(progress, "Reading seeds", number, len(files))
    raise_together(errors)
    return known, new


def _decisions(content: Path, cache: Path) -> dict[str, Entry]:
    """The editor's entries; a glossary file of ours that she deleted hides its entry."""
    entries = read_content(content, cache).entries if content.is_dir() else {}
    hers = {id_: entry for id_, entry in entries.items() if entry.creator == "editor"}
    for name, record in load_manifest(content).files.items():
        path = Path(name)
        is_gone = path.parent.name == "glossary" and path.stem not in entries
        if is_gone and record.sha256 and record.next != "":
            hers[path.stem] = Entry(path.stem, "", "term", status="hidden", creator="editor")
    return hers


def parse_documents(
    documents: Sequence[Document],
    cache: Path,
    model: str,
    workers: int = 1,
    progress: Progress | None = None,
) -> tuple[dict[str, Parse], int]:
    """Return what the model says of each document, by slug, and how many it was asked about."""
    models = {document.slug: installed_model(document.language, model) for document in documents}
    parses = {slug: Parse(()) for slug, name in models.items() if not name}
    keys = {d.slug: _cache_key(d, models[d.slug]) for d in documents if models[d.slug]}
    known = {slug: _restore(cache_get(cache, key)) for slug, key in keys.items()}
    parses |= {slug: found for slug, found in known.items() if found is not None}
    new = [document for document in documents if document.slug not in parses]
    new.sort(key=lambda document: models[document.slug])
    asked = chain.from_iterable(
        _ask(list(same), name, workers)
        for name, same in groupby(new, key=lambda document: models[document.slug])
    )
    for number, (document, found) in enumerate(zip(new, asked, strict=True), 1):
        parses[document.slug] = found
        cache_put(
            cache,
            keys[document.slug],
            [found.names, [_plain(c) for c in found.claims], found.scores],
        )
        _tell(progress, "Finding names", number, len(new))
    return parses, len(new)


@cache
def installed_model(language: str, english: str) -> str:
    """Return the package that reads a language here, or "" if there is none.

    The English one is taken for granted: without it nothing is converted.
    """
    name = model_of(language, english)
    return name if name == english or (name and find_spec(name)) else ""


def _unread(documents: Sequence[Document], model: str) -> tuple[tuple[str, int], ...]:
    """The languages that no model reads here, each with how many texts it has."""
    alone = (d for d in documents if not installed_model(d.language, model))
    return tuple(sorted(Counter(base_of(document.language) for document in alone).items()))


def _ask(documents: Sequence[Document], model: str, workers: int) -> Iterator[Parse]:
    if not documents:
        return
    words = sum(document.text.count(" ") for document in documents)
    processes = min(workers, words // WORDS_WORTH_A_PROCESS)
    if processes < 2:
        yield from parse(documents, model)
        return
    batches = [documents[start : start + BATCH] for start in range(0, len(documents), BATCH)]
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context) as pool:
        for found in pool.map(_parse_batch, batches, [model] * len(batches)):
            yield from found


def _parse_batch(documents: Sequence[Document], model: str) -> list[Parse]:
    return list(parse(documents, model))


def _cache_key(document: Document, model: str) -> str:
    """All that a parse depends on: text, sentences, and the versions of what reads them."""
    versions = [_version(name) for name in ("spacy", model.replace("_", "-"))]
    text = digest(json.dumps([document.text, document.sentences]))
    return " ".join([PARSE_VERSION, model, *versions, text])


@cache
def _version(package: str) -> str:
    return importlib.metadata.version(package)


def _plain(claim: Claim) -> list[Any]:
    return [claim.subject, claim.words, claim.relation]


def _restore(value: object) -> Parse | None:
    if not isinstance(value, list) or len(value) != 3:
        return None
    names, claims, scores = value
    return Parse(
        tuple((start, end, label) for start, end, label in names),
        tuple(Claim(tuple(subject), tuple(words), relation) for subject, words, relation in claims),
        tuple(tuple(score) for score in scores),
    )


def _compose(made: Made, kept: Kept) -> tuple[dict[str, tuple[str, str | None]], int]:
    """All files that we would write, by path, with their seeds; and the number of links."""
    titles = {document.slug: document.title for document in made.library.documents}
    composer = Composer(made, kept, titles)
    wanted: dict[str, tuple[str, str | None]] = {}
    linked = 0
    for document in made.library.documents:
        markdown, record, mentions = composer.text(document)
        seed = f"seeds/{document.path}"
        wanted[f"texts/{document.slug}.md"] = (markdown, seed)
        wanted[f"records/{document.slug}.json"] = (record, seed)
        linked += mentions
    for id_, markdown in composer.glossary().items():
        wanted[f"glossary/{id_}.md"] = (markdown, None)
    return wanted, linked


def _tell(progress: Progress | None, label: str, done: int, total: int) -> None:
    if progress is not None:
        progress(label, done, total)
