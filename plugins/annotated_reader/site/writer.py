"""A page as Pelican renders it -> a file in the staging folder, unwritten where nothing changed.

A page whose bytes are those of the page that is already public becomes a hard link to it:
nothing is written, and its time stays what it was. Pelican itself writes every page in every
build, which costs four times as much as all else in an unchanged build of a thousand texts.
"""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import TextIO

from pelican.writers import Writer

from .state import build_of


class QuietWriter(Writer):  # type: ignore[misc]  # Pelican ships no types
    """Pelican's writer, but for the pages that are public already."""

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> TextIO:  # noqa: FBT001, FBT002  # Pelican's signature
        file: TextIO = super()._open_w(filename, encoding, override)
        if file.name == os.devnull:
            return file
        file.close()
        staged = Path(filename)
        relative = staged.relative_to(self.output_path)
        return QuietFile(staged, build_of(self.settings).settings.output / relative, encoding)


class QuietFile(io.StringIO):
    """A text file that is written, or linked to its public twin, when it is closed."""

    def __init__(self, staged: Path, public: Path, encoding: str) -> None:
        super().__init__(newline="")
        self.staged = staged
        self.public = public
        self.charset = encoding

    def close(self) -> None:
        """Write what has been collected, or link to the public file that says the same."""
        if not self.closed:
            data = self.getvalue().encode(self.charset)
            super().close()
            put(self.staged, self.public, data)


def put(staged: Path, public: Path, data: bytes) -> None:
    """Make `staged` a file of `data`: a hard link to `public` where that holds it already."""
    try:
        if public.stat().st_size == len(data) and public.read_bytes() == data:
            staged.unlink(missing_ok=True)
            os.link(public, staged)
            return
    except OSError:  # not public yet, or a file system without hard links
        pass
    staged.write_bytes(data)
