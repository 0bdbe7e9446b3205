"""A disk that works for so many steps, and then the process ends."""

from __future__ import annotations

from pathlib import Path

from annotated_reader.store import Disk


class KilledError(BaseException):
    """The process ends here."""


class MortalDisk(Disk):
    """Writes and removes until its steps are used up."""

    def __init__(self, steps: int) -> None:
        self.steps = steps

    def write(self, path: Path, text: str, *, durable: bool = True) -> None:
        self.live()
        super().write(path, text, durable=durable)

    def remove(self, path: Path) -> None:
        self.live()
        super().remove(path)

    def live(self) -> None:
        if not self.steps:
            raise KilledError
        self.steps -= 1
