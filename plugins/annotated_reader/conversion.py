"""Seeds to content: the I/O around the pipeline, with its cache and its worker processes.

`convert_folder` reads seeds and the editor's entries, asks the language model about texts it
has not seen yet, and writes what is ours in `content/`. The model is loaded only when a text
is new.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from .composing import Composer
from .errors import ReaderError, SeedError, besides, raise_together
from .executors import LOCAL
from .glosses import Finder
from .installed import installed_model, unread
from .kept import Kept
from .left_out import Seeds, parse_or_fail
from .model import Entry
from .parses import parse_texts, tell, unparsed
from .pipeline import Made, Texts, join, read_document
from .stages.later import LookedUp
from .store import (
    Content,
    Plan,
    Prints,
    Report,
    apply_plan,
    digest,
    load_manifest,
    plan_write,
    read_content,
    read_hers,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from .executors import Ahead
    from .parses import Progress, Unparsed
    from .readings import Reading
    from .store import Drafted


@dataclass(frozen=True, slots=True)
class ConversionReport:
    """What a conversion found and did; `parsed` counts the texts that the model had to read.

    `bad` are the mistakes of seeds that are left out, `unread` names the languages that no model
    reads here, with the number of their texts; `told` is what else an editor should know.
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
    bad: tuple[SeedError, ...] = ()
    unread: tuple[tuple[str, int], ...] = ()
    told: tuple[str, ...] = ()


def convert_folder(  # noqa: PLR0913  # each is a setting of its own
    seeds: Path,
    content: Path,
    cache: Path,
    model: str,
    workers: int = 1,
    progress: Progress | None = None,
    *,
    executor: str = LOCAL,
    write: bool = True,
    terms: int = 0,
    notify: Callable[[Sequence[ReaderError]], None] | None = None,
    ahead: Ahead | None = None,
) -> ConversionReport:
    """Bring `content` up to date with `seeds`; with `write` false only plan it.

    `model` is the language model's package, `terms` how many hard words a text may have notes on
    at most; texts are read by `workers` processes of this machine, or by the Dask cluster whose
    scheduler's address `executor` is, few of them by the process `ahead` that has begun to load
    the model. A seed that cannot be read, or that a stage fails on, is left out and reported.
    What of the editor's decisions fits nothing is given to `notify` before anything is written.
    Raises ContentError (of all mistakes at once) before anything is written, and SeedError where
    no seed is any good.
    """
    began = time.monotonic()
    prints = Prints(cache)
    library, held = Seeds(seeds, prints), _held(content, cache, prints)
    finder = Finder(terms, partial(_all_entries, content, cache))
    kept = Kept(cache, partial(installed_model, english=model), finder)
    known, new = _read_documents(library, kept, progress)
    decisions, by_hand = besides(library.errors(), lambda: _decisions(held))
    asked = 0
    for path, found, anew in parse_texts(
        new, cache, model, workers, progress, executor=executor, ahead=ahead
    ):
        asked += anew
        with library.sparing(path):
            known[path] = kept.read(path, parse_or_fail(found))
    if library.bad and not known:
        library.keep_traces(cache)
        raise_together(library.errors())
    made, wanted, linked = _compose_all(known, decisions, by_hand, kept, library)
    notices = _within(content, made.notices)
    if notify:
        notify(notices)
    plan = plan_write(load_manifest(content), content, wanted, library.left_out(), prints)
    files = apply_plan(plan, content, cache) if write else Report()
    kept.save()
    prints.save()
    library.keep_traces(cache)
    return ConversionReport(
        len(made.library.mentions), linked, len(made.library.entries), asked,
        time.monotonic() - began, made.orphans, notices, plan, files,
        library.errors(), unread(_languages(made, known), model), finder.told,
    )  # fmt: skip


def _languages(made: Made, known: Mapping[str, Reading]) -> list[str]:
    outlines = [each.outline for each in known.values()]
    return [each.language for each in outlines if each.slug in made.library.mentions]


def _within(content: Path, errors: Sequence[ReaderError]) -> tuple[ReaderError, ...]:
    """Name the files of mistakes as an editor finds them: with the folder of content."""
    for error in errors:
        error.path = str(content / error.path)
    return tuple(errors)


def _read_documents(
    library: Seeds, kept: Kept, progress: Progress | None
) -> tuple[dict[str, Reading], list[Unparsed]]:
    """Return the texts that an earlier run has read, by path, and the others, to be read."""
    files = library.read()
    known: dict[str, Reading] = {}
    new = []
    for number, file in enumerate(files, 1):
        with library.sparing(file.path):
            if found := kept.reading(file):
                known[file.path] = found
            else:
                data = file.data
                kept.note(file, digest(data))  # it may have changed since
                document = read_document(file.path, data, file.sidecar)
                new.append(unparsed(document, kept.take(document)))
        tell(progress, "Reading seeds", number, len(files))
    return known, new


def _held(folder: Path, cache: Path, prints: Prints) -> Content | ReaderError:
    """What of the content is the editor's, or the mistakes in it, to be told with the seeds'."""
    try:
        return read_hers(folder, cache, prints) if folder.is_dir() else Content()
    except ReaderError as error:
        return error


def _all_entries(folder: Path, cache: Path) -> dict[str, Entry]:
    """The entries of the content, for a machine whose only dictionary they are."""
    held = read_content(folder, cache) if folder.is_dir() else Content()
    return held.entries


def _decisions(content: Content | ReaderError) -> tuple[dict[str, Entry], set[str]]:
    """The editor's entries, and the ids of those that her own texts link to.

    An entry that she threw away hides what it was on.
    """
    if isinstance(content, ReaderError):
        raise content
    hidden = (Entry(id_, "", "term", status="hidden", creator="editor") for id_ in content.deleted)
    hers = content.entries | {entry.id: entry for entry in hidden}
    linked = {id_ for file in content.texts.values() for id_ in file.links()}
    return dict(sorted(hers.items())), linked if hers else set()


def _compose_all(
    reads: dict[str, Reading],
    decisions: Mapping[str, Entry],
    by_hand: set[str],
    kept: Kept,
    library: Seeds,
) -> tuple[Made, dict[str, tuple[Drafted, str | None]], int]:
    """Make the library of the texts, by path, and all files that we would write.

    A text that cannot be written is left out as if its seed had been: what the others say of
    their names must not depend on it.
    """
    while True:
        ordered = [reads[path] for path in sorted(reads)]
        made = join(
            _texts(ordered, kept), decisions, by_hand,
            dictionary=kept.finder.dictionary, known=kept.known,
        )  # fmt: skip
        wanted, linked = _compose(made, ordered, kept, library)
        failed = reads.keys() & library.bad.keys()
        if not failed:
            return made, wanted, linked
        reads = {path: read for path, read in reads.items() if path not in failed}


def _texts(readings: Sequence[Reading], kept: Kept) -> Texts:
    """The texts as the pipeline asks for them."""
    by_slug = {reading.outline.slug: reading for reading in readings}
    return Texts(
        LookedUp({slug: partial(getattr, each, "prose") for slug, each in by_slug.items()}),
        LookedUp({slug: partial(getattr, each, "parse") for slug, each in by_slug.items()}),
        {slug: reading.outline.gist for slug, reading in by_slug.items()},
        lambda text, kinds, acronyms: kept.within(by_slug[text.document], kinds, acronyms),
        lambda part: kept.quoted(by_slug[part.document], part),
        lambda slug, names: kept.again(by_slug[slug], names),
    )


def _compose(
    made: Made, readings: Sequence[Reading], kept: Kept, library: Seeds
) -> tuple[dict[str, tuple[Drafted, str | None]], int]:
    """All files that we would write, by path, with their seeds; and the number of links."""
    outlines = [reading.outline for reading in readings]
    composer = Composer(made, kept, {each.slug: each.title for each in outlines})
    wanted: dict[str, tuple[Drafted, str | None]] = {}
    linked = 0
    for reading in readings:
        slug, path = reading.outline.slug, reading.outline.path
        with library.sparing(path):
            markdown, record, mentions = composer.text(reading)
            seed = f"seeds/{path}"
            wanted[f"texts/{slug}.md"] = (markdown, seed)
            wanted[f"records/{slug}.json"] = (record, seed)
            linked += mentions
    for id_, suggestion in composer.glossary().items():
        wanted[f"glossary/{id_}.md"] = (suggestion, None)
    return wanted, linked
