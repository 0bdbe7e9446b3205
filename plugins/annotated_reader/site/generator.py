"""What our generators share: the build that is going on, and how pages and files are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pelican.generators import Generator

from .seen import OF_THE_LIBRARY
from .state import Build, build_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..stages.collect import Register
    from .leaves import Leaves
    from .writer import QuietWriter


class ReaderGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """A generator that makes its output from the register."""

    @property
    def build(self) -> Build:
        """Return the build that is going on."""
        return build_of(self.settings)

    @property
    def register(self) -> Register:
        """Return the register, filled once all articles have been read."""
        return self.build.register

    def write_page(self, writer: QuietWriter, name: str, template: str, **variables: Any) -> None:
        """Write a page made from one of the theme's templates, or of ours where it has none."""
        if template in OF_THE_LIBRARY:
            self.build.carrier.pages.setdefault(name, self.said(variables))
        if not self.carried(writer, name, template, **variables):
            writer.write_file(
                name,
                self.get_template(template),
                self.context,
                relative_urls=self.settings["RELATIVE_URLS"],
                url=name,
                page_name=name.removesuffix(".html"),
                **variables,
            )

    def carried(self, writer: QuietWriter, name: str, template: str, **variables: Any) -> bool:
        """Carry a page over if its template would make the same of it, which is not read then."""
        source = f"{template}.html"
        return bool(writer.carried(name, source, self.env, self.context, **variables))

    def write_leaves(
        self, writer: QuietWriter, template: str, leaves: Leaves[Any], **variables: Any
    ) -> None:
        """Write all pages of a list."""
        said = self.said((leaves, variables)) if template in OF_THE_LIBRARY else ""
        for leaf in leaves:
            if said:
                self.build.carrier.pages[leaf.name] = f"{said} {leaf.number}"
            self.write_page(writer, leaf.name, template, leaves=leaves, leaf=leaf, **variables)

    def said(self, variables: object) -> str:
        """Return the digest of what a page on the library says."""
        return self.build.facts.said((self.build.facts.sizes, variables))

    def write_later(
        self, writer: QuietWriter, name: str, key: str, make: Callable[[], bytes]
    ) -> None:
        """Have a file made that is not a page, unless the public one was made for the same key."""

        def write() -> None:
            self.write_data(name, make())
            self.build.carrier.keep(name, key)

        if not self.build.carrier.carry(name, key):
            writer.later(name, write)

    def write_data(self, name: str, data: bytes) -> None:
        """Write a file that is not a page."""
        self.build.carrier.put(name, data)
