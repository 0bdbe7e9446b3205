"""What goes wrong in a user's files, said so that she can mend it."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Value = TypeVar("Value")
PACKAGE = Path(__file__).parent


class ReaderError(Exception):
    """Something that the user can mend: where it is, what it is, and what to do.

    `str(error)` is one line: `path:line: what happened; remedy`.
    """

    def __init__(
        self, message: str, *, path: Path | str = "", line: int = 0, remedy: str = ""
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = readable(path)
        self.line = line
        self.remedy = remedy

    def __str__(self) -> str:
        """Return the whole message on one line."""
        place = f"{self.path}:{self.line}: " if self.line else f"{self.path}: " if self.path else ""
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{place}{self.message}{remedy}"


class SeedError(ReaderError):
    """A seed that cannot be read."""


class StageError(SeedError):
    """A text that one of our own stages fails on: our mistake, which the user can only report.

    `trace` is the whole traceback. The message names where the stage was entered, which is the
    same on every machine, unlike what the exception says or how deep the stack was.
    """

    def __init__(self, path: str, failure: str, trace: str) -> None:
        super().__init__(
            failure,
            path=path,
            remedy=f"this is our mistake: please report it with {FAULTS} of the cache’s folder",
        )
        self.trace = trace


class ContentError(ReaderError):
    """A file in `content/` that cannot be understood or must not be written."""


class IntegrityError(ReaderError):
    """A text that does not come back once its annotations are stripped."""


class CheckError(ReaderError):
    """A built page that breaks a promise: a dangling link, a doubled id, an outside request."""


FAULTS = "faults.txt"
"""The file of the cache that holds the tracebacks of our own mistakes."""

SHOWN = 20
"""Mistakes that are told at once: more are of one kind, and nobody reads on."""


class SeveralErrors(ContentError, SeedError):  # noqa: N818  # they are several
    """Mistakes in several files, told together: one line each, up to a number."""

    def __init__(self, errors: Iterable[ReaderError]) -> None:
        self.errors = tuple(errors)
        lines = [str(error) for error in self.errors[:SHOWN]]
        if len(self.errors) > SHOWN:
            lines.append(f"… and {len(self.errors) - SHOWN} more")
        super().__init__("\n".join(lines))


def readable(path: Path | str) -> str:
    """Return a path for people; bytes of a name that are not UTF-8 would stop whoever prints it."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def failure_of(error: Exception) -> tuple[str, str]:
    """Return where and with what a stage failed, in words, and the traceback."""
    frames = traceback.extract_tb(error.__traceback__)
    stages = [frame for frame in frames if Path(frame.filename).parent == PACKAGE / "stages"]
    place = f"stages/{Path(stages[0].filename).name}:{stages[0].lineno}" if stages else "a stage"
    trace = "".join(traceback.format_exception(error))
    return f"the reader failed in {place} with {type(error).__name__}", trace


def each_of(error: ReaderError) -> tuple[ReaderError, ...]:
    """Return the mistakes that an error tells of: itself, or those told together."""
    return error.errors if isinstance(error, SeveralErrors) else (error,)


def besides(errors: Iterable[ReaderError], step: Callable[[], Value]) -> Value:
    """Return what a step gives; if it fails, its mistakes are raised together with `errors`."""
    try:
        return step()
    except ReaderError as error:
        raise_together((*errors, error))
        raise


def raise_together(errors: Iterable[ReaderError]) -> None:
    """Raise what was collected: nothing, the one error, or all of them as one."""
    told: list[ReaderError] = []
    for error in errors:
        told += each_of(error)
    if len(told) == 1:
        raise told[0]
    if told:
        raise SeveralErrors(told)
