"""The settings file and what a command says -> a converted folder, a built site, a summary.

This is what the tasks call: Pelican in this very process, its warnings taken for errors.
"""

from __future__ import annotations

import logging
import shutil
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import Pelican
from pelican import log as pelican_log
from pelican.settings import read_settings as read_pelican_settings

from ..errors import CheckError, ReaderError, SeedError
from ..store.publish import MARKER
from .convert import convert
from .first import First
from .lock import Lock
from .progress import bars, following
from .settings import ReaderSettings, read_settings
from .state import Build, build_of
from .status import in_three_lines, open_in
from .unhurried import unhurried

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..conversion import ConversionReport
    from ..executors import Ahead

FATAL = "Warning or error encountered"
"""What Pelican's logger raises after a warning, once warnings are fatal (pelican.log)."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of a build, in figures."""

    build: Build
    seconds: float
    lasting: tuple[str, ...]
    """What is true of the site as long as nothing changes, in lines."""

    def __str__(self) -> str:
        """Say what there is, how long it took, and what to open."""
        state = "" if self.build.changed else ", nothing changed"
        found, *rest = self.lasting
        return "\n".join([f"{found} in {self.seconds:.1f} s{state}", *rest])


def summary_of(build: Build, seconds: float) -> Summary:
    """Say in figures what came of a build, and what is open."""
    register = build.register
    mentions = sum(map(len, register.occurrences.values()))
    counts = f"{len(register.texts):,} texts, {mentions:,} mentions"
    lasting = (
        f"{counts}, {len(register.entries):,} entries",
        *build.cleaned,
        in_three_lines(open_in(build.read, build.settings)),
        f"Open {(build.settings.output / 'index.html').as_uri()}",
    )
    return Summary(build, seconds, lasting)


def settings_for(file: Path, overrides: Mapping[str, Any]) -> dict[str, Any]:
    """Return Pelican's settings with what a command says; a missing folder of content is made."""
    if "PATH" in overrides:
        Path(overrides["PATH"]).mkdir(parents=True, exist_ok=True)
    settings: dict[str, Any] = read_pelican_settings(str(file), override=dict(overrides))
    return settings


def reader_settings(file: Path, overrides: Mapping[str, Any]) -> ReaderSettings:
    """Return the reader's own settings as a build would have them."""
    return read_settings(settings_for(file, overrides))


def convert_seeds(
    file: Path, overrides: Mapping[str, Any], *, write: bool = True, ahead: Ahead | None = None
) -> ConversionReport:
    """Make the folder of content out of the folder of seeds; or only plan it.

    `ahead` is a process that has begun to load the language model.
    """
    chosen = reader_settings(file, overrides)
    if not chosen.seeds.is_dir():
        raise SeedError("no such folder", path=chosen.seeds, remedy="put the texts there")
    with unhurried(), Lock(chosen.cache), bars() as tell:
        return convert(chosen, tell, write=write, ahead=ahead)


def check_conversion(file: Path, overrides: Mapping[str, Any]) -> tuple[SeedError, ...]:
    """Raise if a conversion would change the folder of content; return the mistakes of seeds."""
    report = convert_seeds(file, overrides, write=False)
    plan = report.plan
    stale = [*plan.paths("write"), *plan.paths("remove"), *plan.paths("clash")]
    if stale:
        raise CheckError(
            f"{len(stale)} files of the content are not what the seeds give: {', '.join(stale)}",
            remedy="run `invoke convert` and look at what it changes",
        )
    return report.bad


def build_site(file: Path, overrides: Mapping[str, Any], first: First | None = None) -> Summary:
    """Build the site that a settings file describes, beginning with the pages that are open."""
    started = time.monotonic()
    with strict_pelican(), unhurried():
        pelican = Pelican(settings_for(file, overrides))
        build_of(pelican.settings).first = first or First()
        with bars() as tell, following(tell), build_of(pelican.settings).lock:
            build_of(pelican.settings).tell = tell
            pelican.run()
    return summary_of(build_of(pelican.settings), time.monotonic() - started)


@contextmanager
def strict_pelican() -> Iterator[None]:
    """Let Pelican speak to standard error, take its warnings for errors, spare its closing line."""
    before = pelican_log.FatalLogger.fatal_lvl, pelican_log.console.quiet
    pelican_log.init(logging.WARNING, fatal="warnings", handler=logging.StreamHandler())
    pelican_log.console.quiet = True
    # Pelican says a warning once a process; a site that is built again must hear it again.
    pelican_log.LimitFilter._raised_messages.clear()  # noqa: SLF001
    pelican_log.LimitFilter._group_count.clear()  # noqa: SLF001
    try:
        yield
    except RuntimeError as error:
        if str(error) != FATAL:
            raise
        raise ReaderError("Pelican warned (see above), the site was not replaced") from error
    except OSError as error:
        raise ReaderError(
            f"cannot be read or written: {error.strerror}",
            path=error.filename or "",
            remedy="the last good site is kept; look at permissions and at the space on the disk",
        ) from error
    finally:
        pelican_log.FatalLogger.fatal_lvl, pelican_log.console.quiet = before


def remove_site(output: Path) -> None:
    """Remove a site; a folder that is not one of ours is left alone."""
    if output.exists() and not (output / MARKER).is_file():
        raise ReaderError(
            f"is no site of ours (it has no {MARKER})", path=output, remedy="remove it yourself"
        )
    shutil.rmtree(output, ignore_errors=True)
