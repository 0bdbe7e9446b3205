"""The settings file and what a command says -> a site, or the word that there is nothing to do.

Everything heavy is imported late: a command that finds its site as it should be needs neither
Pelican nor the language model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .stamp import take_stamp

if TYPE_CHECKING:
    from .first import First

UNCHANGED = "nothing has changed since the site was made"


def make_site(
    file: Path, overrides: Mapping[str, Any], first: First | None = None
) -> Iterator[str]:
    """Convert the seeds and build the site; yield what came of each.

    The pages of `first` are shown to who waits for them before the rest is there.
    """
    stamp = take_stamp("site", file, overrides)
    if stamp and (known := stamp.summary()):
        yield f"{UNCHANGED}\n{known}"
        return
    from . import run
    from .convert import in_words, insist

    report = run.convert_seeds(file, overrides)
    said = in_words(report)
    yield said
    summary = run.build_site(file, {**overrides, "READER_CONVERT": False}, first)
    yield str(summary)
    insist(report.bad, summary.build.settings)
    if stamp and not report.bad:  # a seed that could not be read is tried again
        stamp.keep("\n".join([*said.split("\n")[1:], *summary.lasting]), report.plan)


def build_site(file: Path, overrides: Mapping[str, Any], first: First | None = None) -> str:
    """Build the site from the content alone; return what came of it."""
    chosen = {**overrides, "READER_CONVERT": False}
    stamp = take_stamp("build", file, chosen)
    if stamp and (known := stamp.summary()):
        return f"{UNCHANGED}\n{known}"
    from . import run

    summary = run.build_site(file, chosen, first)
    if stamp:
        stamp.keep("\n".join(summary.lasting))
    return str(summary)
