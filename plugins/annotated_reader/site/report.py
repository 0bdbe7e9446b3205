"""The register -> the build report: how each text was annotated, by which rules, what is open.

For the editor who wonders where the machine is weak, and for the reader who wonders how far to
trust it. Figures only; nothing in it depends on when or where the site was made.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from importlib import resources
from typing import TYPE_CHECKING

from ..stages.kinds.calibrate import family
from .status import DOUBTFUL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..model import Entry, Mention
    from ..stages.collect import Register, Text
    from ..store import LeftOut

VERSION = 1
ORIGINS = {
    "quotation": "quoted from the texts",
    "sentence": "a whole sentence of the texts",
    "data": "a fact of a data set",
    "editor": "an editor’s words",
    "none": "none",
}


@dataclass(frozen=True, slots=True)
class Figures:
    """Mentions of one text or of all: how many, by rule, how many doubtful, how many reviewed."""

    mentions: int
    rules: dict[str, int]
    doubtful: int
    reviewed: int
    set_aside: int


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of the library, of each text by its slug, and of the entries' definitions.

    `left_out` are the seeds that are no texts of it, with what is wrong.
    """

    whole: Figures
    texts: dict[str, Figures]
    origins: dict[str, int]
    open: int
    left_out: tuple[LeftOut, ...] = ()

    def as_data(self) -> dict[str, object]:
        """Return it for JSON."""
        return {
            "version": VERSION,
            "definitions": self.origins,
            "entries_open": self.open,
            "left_out": [asdict(each) for each in self.left_out],
            "library": _data(self.whole),
            "texts": {slug: _data(figures) for slug, figures in self.texts.items()},
        }


def quality() -> dict[str, float]:
    """Return how the program did on annotated texts when it was last measured; {} if it was not.

    `invoke evaluate` writes it: `texts`, and `precision` and `recall` of exact names.
    """
    package = __package__.rpartition(".")[0]
    file = resources.files(package).joinpath("data/quality.json")
    found: dict[str, float] = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    return found


def report_on(register: Register, left_out: Sequence[LeftOut] = ()) -> Report:
    """Count what was found in each text of the register, and what its entries say.

    `left_out` are the seeds that no text could be made of.
    """
    origins: Counter[str] = Counter(entry.definition.origin for entry in register.entries.values())
    return Report(
        whole=_figures(
            (mention for text in register.texts for mention in text.mentions),
            register.entries,
            sum(len(text.set_aside) for text in register.texts),
        ),
        texts={text.slug: _of_text(text, register.entries) for text in register.texts},
        origins={origin: origins[origin] for origin in ORIGINS if origins[origin]},
        open=sum(entry.status == "suggested" for entry in register.entries.values()),
        left_out=tuple(left_out),
    )


def _of_text(text: Text, entries: Mapping[str, Entry]) -> Figures:
    return _figures(text.mentions, entries, len(text.set_aside))


def _figures(mentions: Iterable[Mention], entries: Mapping[str, Entry], set_aside: int) -> Figures:
    found = list(mentions)
    rules = Counter(family(mention.rule) for mention in found)
    return Figures(
        mentions=len(found),
        rules=dict(sorted(rules.items(), key=lambda item: (-item[1], item[0]))),
        doubtful=sum(mention.confidence < DOUBTFUL for mention in found),
        reviewed=sum(entries[mention.entry].status == "approved" for mention in found),
        set_aside=set_aside,
    )


def _data(figures: Figures) -> dict[str, object]:
    return {
        "mentions": figures.mentions,
        "rules": figures.rules,
        "doubtful": figures.doubtful,
        "reviewed": figures.reviewed,
        "set_aside": figures.set_aside,
    }
