"""The seeds of one conversion, and which of them are left out: one bad text stops no other.

What a seed's own mistake is, and what is ours, is told apart: ours comes with a traceback,
kept beside the caches.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from .errors import FAULTS, IntegrityError, SeedError, StageError, failure_of, readable
from .executors import Failure
from .store import LeftOut, Prints, SeedFile, digest, read_seeds, write_if_changed
from .store.files import remove

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .executors import Found
    from .model import Parse


class Seeds:
    """A folder of seeds as one conversion reads it.

    `bad` holds the mistakes by the paths of their files, from the folder; `prints` tells whether
    seeds have changed, by path.
    """

    def __init__(self, folder: Path, prints: Prints | None = None) -> None:
        self.folder = folder
        self.known = prints
        self.bad: dict[str, SeedError] = {}
        self.prints: dict[str, str] = {}

    def read(self) -> tuple[SeedFile, ...]:
        """Read the seeds that can be read; keep the mistakes of the others."""
        errors: list[SeedError] = []
        files = read_seeds(self.folder, errors, self.known)
        for error in errors:
            self.bad[self._name(error.path)] = error
        self.prints = {file.path: fingerprint(file) for file in files}
        return files

    @contextmanager
    def sparing(self, path: str) -> Iterator[None]:
        """Do something about one seed; if it fails, the seed is left out, and that is all."""
        try:
            yield
        except SeedError as error:
            self._leave_out(path, error)
        except IntegrityError as error:
            self._leave_out(path, SeedError(error.message, path=path, remedy=error.remedy))
        except Exception as error:  # noqa: BLE001  # one text must not stop the others
            self._leave_out(path, StageError(path, *failure_of(error)))

    def _leave_out(self, path: str, error: SeedError) -> None:
        error.path = readable(self.folder / (error.path or path))
        self.bad[path] = error

    def errors(self) -> tuple[SeedError, ...]:
        """Return all mistakes, in the order of the seeds."""
        return tuple(self.bad[path] for path in sorted(self.bad))

    def left_out(self) -> tuple[LeftOut, ...]:
        """Return all mistakes as the content keeps them: the same on every machine."""
        return tuple(
            LeftOut(
                f"seeds/{self._name(error.path)}",
                error.message,
                error.remedy,
                error.line,
                self.prints.get(path, ""),
            )
            for path, error in sorted(self.bad.items())
        )

    def keep_traces(self, cache: Path) -> None:
        """Keep the tracebacks of our own mistakes beside the caches; no file if there are none."""
        traces = [
            f"{error.path}: {error.message}\n{error.trace}"
            for error in self.errors()
            if isinstance(error, StageError)
        ]
        if traces:
            write_if_changed(cache / FAULTS, "\n".join(traces), durable=False)
        else:
            remove(cache / FAULTS)

    def _name(self, path: str) -> str:
        folder, file = PurePosixPath(readable(self.folder)), PurePosixPath(path)
        return str(file.relative_to(folder)) if file.is_relative_to(folder) else path


def fingerprint(seed: SeedFile) -> str:
    """Return a digest that tells whether a seed or its sidecar has changed."""
    return digest(seed.sha256 + seed.sidecar)


def parse_or_fail(found: Found) -> Parse:
    """Return what the model says of a text; raise what it failed with."""
    if isinstance(found, Failure):
        raise StageError("", *found)
    return found
