"""Definitions of the entries that a gold set gives, judged by reading: good, partial or bad.

`definitions.<part>.jsonl` beside this module holds a judgment a line: the set, the id of the text,
the entry's name, a digest of its definition, and the judgment. So no word of the gold texts is
kept here. A definition that nobody has read yet is unjudged, and is reported as such.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation.pipeline_run import library_of
from evaluation.tables import table

if TYPE_CHECKING:
    from evaluation.gold import GoldSet

FOLDER = Path(__file__).parent
JUDGMENTS = ("good", "partial", "bad", "unjudged")
KINDS = ("person", "place", "organization")

Key = tuple[str, str, str, str]
"""Set, text, name, digest of the definition."""


@dataclass(frozen=True, slots=True)
class Defined:
    """An entry of a set's texts: its kind, its key, and whether it has a definition."""

    kind: str
    key: Key
    given: bool


def read_judgments(part: str, folder: Path = FOLDER) -> dict[Key, str]:
    """Return the judgments of a part by key; none if there is no file of them."""
    file = folder / f"definitions.{part}.jsonl"
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    rows = [json.loads(line) for line in lines]
    return {
        (row["set"], row["text"], row["name"], row["definition"]): row["judgment"] for row in rows
    }


def defined(gold_set: GoldSet) -> Iterator[Defined]:
    """Yield the persons, places and organizations that are linked in the texts of a set."""
    from annotated_reader.store import digest

    library = library_of(gold_set)
    ids = {text.document.slug: text.id for text in gold_set.texts}
    first = {m.entry: slug for slug, ms in reversed([*library.mentions.items()]) for m in ms}
    for id_, slug in sorted(first.items()):
        entry = library.entries[id_]
        if entry.kind not in KINDS or entry.candidates:
            continue
        said = entry.definition
        text = ids[said.evidence.document if said.evidence else slug]
        key = (gold_set.name, text, entry.name, digest(said.text)[:16])
        yield Defined(entry.kind, key, bool(said.text))


def definitions_table(sets: Sequence[GoldSet], judgments: Mapping[Key, str]) -> str:
    """Return how many entries of each kind have a definition, and how good these are."""
    return (
        "## Definitions\n\nEntries of each kind, how many have a definition, and how those were"
        " judged by reading them beside their texts.\n\n" + _table(sets, judgments)
    )


def judged_table(dev: Sequence[GoldSet], judgments: Mapping[Key, str]) -> str:
    """Return the same of `dev`, the texts that may be read, beside those that nobody may."""
    return (
        "## Definitions that were judged\n\nThe same on the texts for looking (`dev`): nobody reads"
        " the others, so how good the definitions are is judged here. The rules were made while"
        " reading these texts, which have a definition more often than others.\n\n"
        + _table(dev, judgments)
    )


def _table(sets: Sequence[GoldSet], judgments: Mapping[Key, str]) -> str:
    rows, all_entries = [], []
    for gold_set in sets:
        entries = list(defined(gold_set))
        all_entries += entries
        rows += [
            [gold_set.name, kind, *_figures([e for e in entries if e.kind == kind], judgments)]
            for kind in KINDS
        ]
    rows.append(["all", "all", *_figures(all_entries, judgments)])
    header = ["set", "kind", "entries", "defined", *JUDGMENTS, "good among judged"]
    return table(header, rows)


def _figures(entries: Sequence[Defined], judgments: Mapping[Key, str]) -> list[str]:
    given = [entry for entry in entries if entry.given]
    counts = Counter(_judged(given, judgments))
    read = len(given) - counts["unjudged"]
    share = f"{counts['good'] / read:.3f}" if read else "–"
    covered = f"{len(given)} ({len(given) / max(len(entries), 1):.2f})"
    return [str(len(entries)), covered, *(str(counts[each]) for each in JUDGMENTS), share]


def _judged(entries: Iterable[Defined], judgments: Mapping[Key, str]) -> Iterator[str]:
    for entry in entries:
        yield judgments.get(entry.key, "unjudged")
