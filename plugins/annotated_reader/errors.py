"""What goes wrong in a user's files, said so that she can mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

One = TypeVar("One")
Other = TypeVar("Other")


class ReaderError(Exception):
    """Something that the user can mend: where it is, what it is, and what to do.

    `str(error)` is one line: `path:line: what happened; remedy`.
    """

    def __init__(
        self, message: str, *, path: Path | str = "", line: int = 0, remedy: str = ""
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = str(path)
        self.line = line
        self.remedy = remedy

    def __str__(self) -> str:
        """Return the whole message on one line."""
        place = f"{self.path}:{self.line}: " if self.line else f"{self.path}: " if self.path else ""
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{place}{self.message}{remedy}"


class SeedError(ReaderError):
    """A seed that cannot be read."""


class ContentError(ReaderError):
    """A file in `content/` that cannot be understood or must not be written."""


class IntegrityError(ReaderError):
    """A text that does not come back once its annotations are stripped."""


class CheckError(ReaderError):
    """A built page that breaks a promise: a dangling link, a doubled id, an outside request."""


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


def each_of(error: ReaderError) -> tuple[ReaderError, ...]:
    """Return the mistakes that an error tells of: itself, or those told together."""
    return error.errors if isinstance(error, SeveralErrors) else (error,)


def both(one: Callable[[], One], other: Callable[[], Other]) -> tuple[One, Other]:
    """Return what two steps give; if the first fails, the mistakes of both are raised together."""
    try:
        first = one()
    except ReaderError as error:
        try:
            other()
        except ReaderError as another:
            raise_together((error, another))
        raise
    return first, other()


def raise_together(errors: Iterable[ReaderError]) -> None:
    """Raise what was collected: nothing, the one error, or all of them as one."""
    told: list[ReaderError] = []
    for error in errors:
        told += each_of(error)
    if len(told) == 1:
        raise told[0]
    if told:
        raise SeveralErrors(told)
