"""A build's settings -> the conversion of its seeds, and its report in words."""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import TYPE_CHECKING

from ..errors import SHOWN, ReaderError
from ..stages.languages import NO_MODEL
from .notes import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..conversion import ConversionReport
    from ..errors import SeedError
    from ..executors import Ahead
    from ..store import LeftOut
    from .progress import Tell
    from .settings import ReaderSettings


def convert(
    settings: ReaderSettings,
    tell: Tell | None = None,
    *,
    write: bool = True,
    ahead: Ahead | None = None,
) -> ConversionReport:
    """Convert the seeds; imports late, so that a build needs no language model."""
    for package in ("spacy", settings.model):
        if find_spec(package) is None:
            raise ReaderError(
                f"the package {package} is not installed, which finds the names in the texts",
                remedy="install it, or set READER_MODEL; to build from the content alone, set "
                "READER_CONVERT to False (invoke build)",
            )
    from ..conversion import convert_folder

    return convert_folder(
        settings.seeds,
        settings.content,
        settings.cache,
        settings.model,
        settings.workers or os.cpu_count() or 1,
        tell,
        executor=settings.executor,
        write=write,
        terms=settings.terms,
        notify=_warn,
        ahead=ahead,
    )


def _warn(notices: Sequence[ReaderError]) -> None:
    """Say which decisions fit nothing, while nothing is written yet."""
    for notice in notices:
        print(f"your decision fits nothing: {notice}", flush=True)  # noqa: T201


def insist(bad: Sequence[SeedError], settings: ReaderSettings) -> None:
    """Raise if a seed was left out, where the settings are strict; which, was told before."""
    if bad and settings.strict:
        number = f"{len(bad):,} seeds were" if len(bad) > 1 else "a seed was"
        raise ReaderError(f"{number} left out (see above), all else is done")


def left_out_in_words(bad: Sequence[SeedError] | Sequence[LeftOut]) -> list[str]:
    """Say which seeds were left out and why, a line each, up to a number."""
    lines = [f"left out: {each}" for each in bad[:SHOWN]]
    if len(bad) > SHOWN:
        lines.append(f"left out: … and {len(bad) - SHOWN:,} more (invoke status)")
    return lines


def in_words(report: ConversionReport) -> str:
    """Say what a conversion found and did, and what is left to the editor."""
    files = report.files
    found = f"{report.texts:,} seeds, {report.mentions:,} mentions, {report.entries:,} entries"
    done = f"{report.parsed:,} read anew, {len(files.written):,} files written"
    lines = [f"{found} in {report.seconds:.1f} s ({done}, {len(files.removed):,} removed)"]
    lines += left_out_in_words(report.bad)
    lines += [
        f"no language model reads {code} here ({counted(number, 'text')}): names come from"
        f" {NO_MODEL} (see README, Languages)"
        for code, number in report.unread
    ]
    lines += report.told
    lines += [f"a suggestion waits: {name} (invoke diff {name})" for name in files.fresh[:SHOWN]]
    if len(files.fresh) > SHOWN:
        lines.append(f"suggestions wait: … and {len(files.fresh) - SHOWN:,} more (invoke status)")
    lines += [f"kept, but its seed is gone: {name}" for name in files.orphans]
    lines += [f"changed while we wrote, left alone: {name}" for name in files.skipped]
    return "\n".join(lines)
