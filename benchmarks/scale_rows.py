"""What `bench scale` has measured of one size of library, kept as JSON after each row.

A run that was interrupted goes on where it stood, as long as code and packages are the same.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from annotated_reader.store.files import write_if_changed
from annotated_reader.store.maker import maker
from benchmarks.measure import Cost

CONVERT, BARE, BUILD = "convert", "bare nlp.pipe", "build, cold"
UNCHANGED, CHANGED, SEARCH = "build, unchanged", "build, one text changed", "search index alone"


@dataclass(slots=True)
class Library:
    """What was measured of one size: costs by what was done, and sizes of what came of it.

    `given_up` says why what others do was not measured, by what it is.
    """

    texts: int
    words: int = 0
    pages: int = 0
    costs: dict[str, Cost] = field(default_factory=dict)
    megabytes: dict[str, float] = field(default_factory=dict)
    given_up: dict[str, str] = field(default_factory=dict)
    heaviest: tuple[str, int] = ("", 0)


def keep(library: Library, folder: Path) -> None:
    """Keep what is known so far."""
    folder.mkdir(parents=True, exist_ok=True)
    said = {"made_by": maker(), **asdict(library)}
    write_if_changed(_path(folder, library.texts), json.dumps(said, indent=1), durable=False)


def known(texts: int, folder: Path) -> Library:
    """Return what an interrupted run has measured with this very code, or an empty library."""
    try:
        said = json.loads(_path(folder, texts).read_text("utf-8"))
    except (OSError, ValueError):
        return Library(texts)
    if said.pop("made_by") != maker():
        return Library(texts)
    costs = {name: Cost(**cost) for name, cost in said.pop("costs").items()}
    return Library(**(said | {"costs": costs, "heaviest": tuple(said["heaviest"])}))


def _path(folder: Path, texts: int) -> Path:
    return folder / f"{texts}.json"
