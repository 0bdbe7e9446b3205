"""A page as Pelican renders it -> a file in the staging folder, unwritten where nothing changed.

A page whose bytes are those of the page that is already public becomes a hard link to it:
nothing is written, and its time stays what it was. Pelican itself writes every page in every
build, which costs four times as much as all else in an unchanged build of a thousand texts.

What has to be made anew waits until all is known of it, and is then made by several processes at
once, each page wholly by one of them: rendered, written, and read for the checks.
"""

from __future__ import annotations

import io
import os
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeAlias

from pelican import signals
from pelican.utils import sanitised_join
from pelican.writers import Writer

from ..stages.strip import parse_page
from ..store import pack
from .beside import spread
from .check_site import key_of
from .checks import page_of, within
from .publish import check_integrity, slug_of
from .state import build_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from jinja2 import Environment, Template

    from .carry import Carrier, Given
    from .check_site import Read
    from .state import Build

    Written: TypeAlias = tuple[Sequence[Given], Mapping[str, Read], Sequence[str]]
    """What a process has put into the new site, has read of it for the check, and found sound."""

ENOUGH = 100
"""Pages that are worth a process."""


class QuietWriter(Writer):  # type: ignore[misc]  # Pelican ships no types
    """Pelican's writer, but for the pages that are public already."""

    def __init__(self, *arguments: Any, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        self.waiting: dict[str, Callable[[], object]] = {}
        self.is_writing = False
        self.build.writer = self

    @property
    def build(self) -> Build:
        """Return the build that is going on."""
        return build_of(self.settings)

    def write_file(
        self,
        name: str,
        template: Template,
        context: dict[str, Any],
        *arguments: Any,
        **variables: Any,
    ) -> None:
        """Have a page rendered, unless the public one was made of the same.

        One that Pelican cuts into several is rendered at once.
        """
        if self.carried(name, str(template.name or ""), template.environment, context, **variables):
            return
        if self.is_writing or not name or "template_name" in variables:
            self.write_at_once(name, template, context, *arguments, **variables)
            return
        # Generators go on to change what they share with their templates.
        known = context.copy()
        write = partial(self.write_at_once, name, template, known, *arguments, **variables)
        self.later(name, write)

    def later(self, name: str, write: Callable[[], object]) -> None:
        """Have a file written once all is known; at once if somebody waits for it.

        It is written with a copy of what this process knows then, maybe by another one.
        """
        first = self.waiting.pop(name, None)
        # What becomes of a second file of one name is for Pelican to say, here and now.
        is_second = first or sanitised_join(self.output_path, name) in self._written_files
        if not is_second and name not in self.build.first.names:
            self.waiting[name] = write
            return
        self.is_writing = True
        for each in (first, write):
            if each:
                each()
        self.is_writing = False

    def finish(self) -> None:
        """Write all that waits, with other processes where that pays off."""
        writes, self.waiting = list(self.waiting.values()), {}
        # Who wants to be told of each page can be told in this process alone.
        alone = bool(signals.content_written.receivers)
        write = partial(self._write, os.getpid())
        answers = [write(writes)] if alone else spread(writes, write, ENOUGH)
        for given, read, sound in answers[1:]:
            self.build.carrier.take(given)
            self.build.pages.update(read)
            self.build.sound.update(dict.fromkeys(sound))
            self._written_files |= {sanitised_join(self.output_path, name) for name, *_ in given}

    def _write(self, process: int, writes: Sequence[Callable[[], object]]) -> Written:
        """Write some of what waits; `process` is the one that may tell how far it is."""
        build, known = self.build, len(self.build.sound)
        build.carrier.given()
        self.is_writing = True
        for number, write in enumerate(writes, 1):
            write()
            if os.getpid() == process:
                build.tell("Writing pages", number, len(writes))
        self.is_writing = False
        given = build.carrier.given()
        read = {name: build.pages[name] for name, *_ in given if name in build.pages}
        return given, read, list(build.sound)[known:]

    def write_at_once(
        self,
        name: str,
        template: Template,
        context: dict[str, Any],
        *arguments: Any,
        **variables: Any,
    ) -> None:
        """Render a page, and keep what it was made for."""
        super().write_file(name, template, context, *arguments, **variables)
        build = self.build
        source = str(template.name or ""), template.environment
        if key := build.carrier.page_key(name, *source, context):
            build.carrier.keep(name, key)
        if slug_of(name or "") in build.facts.by_slug:
            variables["article"].get_content.cache.clear()  # Pelican would keep all texts' HTML
        if name in build.first.names:
            build.first.show(name, (build.staging / name).read_bytes())

    def carried(
        self,
        name: str,
        template: str,
        environment: Environment,
        context: dict[str, Any],
        **variables: Any,
    ) -> bool:
        """Carry a page over from the public site, if that was made of the same template and all."""
        carrier = self.build.carrier
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
        file: io.TextIOWrapper[io.BufferedWriter] = super()._open_w(filename, encoding, override)
        if file.name == os.devnull:
            return file
        name = Path(filename).relative_to(self.output_path).as_posix()
        return QuietFile(self.build.carrier, name, file, self._look)

    def _look(self, name: str, data: bytes) -> None:
        """Look at what can be wrong within a page, unless an earlier build did; parse it once."""
        build = self.build
        if not name.endswith(".html"):
            return
        found, data = build.carrier.digest(name), within(name, data, build.site)
        root = cache(partial(parse_page, data))
        if build.settings.check and not build.checked.holds(
            f"page {name}", key_of(build.site, found)
        ):
            build.pages[name] = found, pack(page_of(name, data, root()))
        if text := build.facts.by_slug.get(slug_of(name)):
            check_integrity(build, text, found, root)


class QuietFile(io.StringIO):
    """A text file that is written, or linked to its public twin, when it is closed.

    Its name and what it holds are then told to `told`. `opened` is the file that Pelican has
    made in its place, still empty.
    """

    def __init__(
        self,
        carrier: Carrier,
        name: str,
        opened: io.TextIOWrapper[io.BufferedWriter],
        told: Callable[[str, bytes], None],
    ) -> None:
        super().__init__(newline="")
        self.carrier = carrier
        self.name = name
        self.opened = opened
        self.told = told

    def close(self) -> None:
        """Write what has been collected, or link to the public file that says the same."""
        if not self.closed:
            data = self.getvalue().encode(self.opened.encoding)
            super().close()
            self.carrier.put(self.name, data, self.opened.detach())
            self.told(self.name, data)
