"""The settings file and what a command says -> a site, or the word that there is nothing to do.

Everything heavy is imported late: a command that finds its site as it should be needs neither
Pelican nor the language model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .stamp import take_stamp
from .unhurried import unhurried

if TYPE_CHECKING:
    from .first import First
    from .stamp import Stamp

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
    from ..executors import ahead

    with unhurried():
        # The model is loaded beside all that is imported and looked up before the texts are read.
        with ahead(stamp.settings.model if stamp else "", wanted=_reads_here(stamp)) as model:
            from ..site import hooks, run  # noqa: F401  # Pelican will ask for the hooks
            from .convert import in_words, insist

            report = run.convert_seeds(file, overrides, ahead=model)
        said = in_words(report)
        yield said
        summary = run.build_site(file, {**overrides, "READER_CONVERT": False}, first)
    yield str(summary)
    insist(report.bad, summary.build.settings)
    if stamp and not report.bad:  # a seed that could not be read is tried again
        stamp.keep("\n".join([*said.split("\n")[1:], *summary.lasting]), report.plan)


def _reads_here(stamp: Stamp | None) -> bool:
    """Tell whether this machine has probably to read some texts of a known library."""
    return stamp is not None and stamp.settings.executor == "local" and stamp.has_new_texts()


def build_site(file: Path, overrides: Mapping[str, Any], first: First | None = None) -> str:
    """Build the site from the content alone; return what came of it."""
    chosen = {**overrides, "READER_CONVERT": False}
    stamp = take_stamp("build", file, chosen)
    if stamp and (known := stamp.summary()):
        return f"{UNCHANGED}\n{known}"
    from ..site import run

    summary = run.build_site(file, chosen, first)
    if stamp:
        stamp.keep("\n".join(summary.lasting))
    return str(summary)
