"""A page as Pelican renders it -> a file in the staging folder, unwritten where nothing changed.

A page whose bytes are those of the page that is already public becomes a hard link to it:
nothing is written, and its time stays what it was. Pelican itself writes every page in every
build, which costs four times as much as all else in an unchanged build of a thousand texts.
"""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from pelican import signals
from pelican.utils import sanitised_join
from pelican.writers import Writer

from .publish import show_if_open
from .state import build_of

if TYPE_CHECKING:
    from jinja2 import Environment, Template

    from .carry import Carrier


class QuietWriter(Writer):  # type: ignore[misc]  # Pelican ships no types
    """Pelican's writer, but for the pages that are public already."""

    def write_file(
        self,
        name: str,
        template: Template,
        context: dict[str, Any],
        *arguments: Any,
        **variables: Any,
    ) -> None:
        """Render a page, unless the public one was made of the same."""
        source = str(template.name or ""), template.environment
        if self.carried(name, *source, context, **variables):
            return
        super().write_file(name, template, context, *arguments, **variables)
        build = build_of(self.settings)
        if key := build.carrier.page_key(name, *source, context):
            build.carrier.keep(name, key)
        if build.settings.check and name.endswith(".html"):
            build.pages.add(name)
        show_if_open(build, name)

    def carried(
        self,
        name: str,
        template: str,
        environment: Environment,
        context: dict[str, Any],
        **variables: Any,
    ) -> bool:
        """Carry a page over from the public site, if that was made of the same template and all."""
        carrier = build_of(self.settings).carrier
        key = carrier.page_key(name, template, environment, context)
        path = sanitised_join(self.output_path, name) if key else ""
        # A second file of one name must fail in Pelican's way, not be written through a link.
        if not key or path in self._written_files or not carrier.carry(name, key):
            return False
        self._written_files.add(path)
        if signals.content_written.receivers:
            signals.content_written.send(path, context={**context, **variables})
        return True

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> TextIO:  # noqa: FBT001, FBT002  # Pelican's signature
        if override:  # it may share its bytes with the public one
            Path(filename).unlink(missing_ok=True)
        file: TextIO = super()._open_w(filename, encoding, override)
        if file.name == os.devnull:
            return file
        file.close()
        Path(filename).unlink()
        name = Path(filename).relative_to(self.output_path).as_posix()
        return QuietFile(build_of(self.settings).carrier, name, encoding)


class QuietFile(io.StringIO):
    """A text file that is written, or linked to its public twin, when it is closed."""

    def __init__(self, carrier: Carrier, name: str, encoding: str) -> None:
        super().__init__(newline="")
        self.carrier = carrier
        self.name = name
        self.charset = encoding

    def close(self) -> None:
        """Write what has been collected, or link to the public file that says the same."""
        if not self.closed:
            data = self.getvalue().encode(self.charset)
            super().close()
            self.carrier.put(self.name, data)
