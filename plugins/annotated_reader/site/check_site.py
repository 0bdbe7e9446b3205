"""A finished site's folder -> what is wrong in it, going only through what may have gone wrong.

Every page is read once; what it offers (ids) and what it asks for (links, files) is compared
over the whole site, and kept where all was good. A page that is the same asks for the same: it
is looked at again only if something has gone that pages asked for. Pelican finds none of this.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from ..store import Shelf, unpack
from ..store.files import file_digest, names_below
from ..store.lookalikes import lookalikes
from .checks import STYLE_URL, Page, Problem, page_problems, read_page, target_problems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    Read: TypeAlias = tuple[str, bytes]
    """The digest of a page's bytes, and the page as packed data, which takes little room."""

NAMES = "names"
NO_IDS: frozenset[str] = frozenset()


def check_site(
    output: Path,
    site: str = "",
    digests: Mapping[str, str] | None = None,
    shelf: Shelf | None = None,
    read: Mapping[str, Read] = MappingProxyType({}),
) -> tuple[Problem, ...]:
    """Return everything that is wrong in a site's folder, in order of files.

    `site` is the site's own address; where a page has to name it, that is not outside. `digests`
    are those of all files, where they are known; `shelf` keeps what was found good; `read` are
    pages that have been read already.
    """
    if digests is None:
        digests = {name: file_digest(output / name) for name in names_below(output)}
    pages = Pages(output, site, digests, shelf or Shelf(), read)
    found = [
        problem
        for file in pages.doubtful()
        for problem in page_problems(pages.page(file), pages.is_there, pages.ids)
    ]
    for file in sorted(file for file in digests if file.endswith(".css")):
        requests = STYLE_URL.findall((output / file).read_text(encoding="utf-8"))
        found += target_problems(file, requests, pages.is_there, pages.ids, "style")
    if pages.names != pages.before:
        found += [
            Problem(file, f"the same file as {other} where case or Unicode form do not count")
            for file, other in lookalikes(digests)
        ]
    return tuple(found)


def key_of(site: str, page_digest: str) -> str:
    """Return the key under which it is kept what a page offers and asks for."""
    return f"{site} {page_digest}"


class Pages:
    """What the pages of a site offer and ask for, taken from the shelf or read."""

    def __init__(
        self,
        output: Path,
        site: str,
        digests: Mapping[str, str],
        shelf: Shelf,
        read: Mapping[str, Read],
    ) -> None:
        self.output = output
        self.site = site
        self.digests = digests
        self.shelf = shelf
        self.read = read
        self.names = tuple(sorted(digests))
        self.before: tuple[str, ...] = shelf.before(NAMES) or ()
        self.keys = {
            name: key_of(site, digests[name]) for name in self.names if name.endswith(".html")
        }
        self.files = digests.keys()
        self.known_ids: dict[str, frozenset[str]] = {}
        shelf.put(NAMES, "", self.names)

    def page(self, file: str) -> Page:
        """Return what a page offers and asks for, read anew only if it is another page.

        Those of a whole library would take much room: they are unpacked when they are asked for.
        """
        page = self.shelf.value(f"page {file}", self.keys[file], lambda: self._read(file))
        self.known_ids[file] = page.ids
        return page

    def ids(self, file: str) -> frozenset[str]:
        """Return the ids of a file, if that is a page.

        They are kept by themselves: a page that is linked to is asked for nothing else.
        """
        if file not in self.keys:
            return NO_IDS
        if file not in self.known_ids:
            self.known_ids[file] = self.shelf.value(
                f"ids {file}", self.keys[file], lambda: self.page(file).ids
            )
        return self.known_ids[file]

    def is_there(self, place: str) -> bool:
        """Tell whether a place, `file` or `file#id`, is in the site."""
        file, _, id_ = place.partition("#")
        return place in self.files or (file in self.files and id_ in self.ids(file))

    def doubtful(self) -> list[str]:
        """Return the pages that are new or changed, and those that ask for what has gone."""
        gone = set(self.before).difference(self.files)
        changed = set()
        for file, key in self.keys.items():
            self.shelf.holds(f"ids {file}", key)
            if not self.shelf.holds(f"page {file}", key):
                changed.add(file)
                gone.update(self._lost(file))
        if not gone:
            return [file for file in self.keys if file in changed]
        return [
            file
            for file in self.keys
            if file in changed or not gone.isdisjoint(self.page(file).asks)
        ]

    def _lost(self, file: str) -> Iterator[str]:
        """Yield the places that a changed page had and has no more."""
        before = self.shelf.before(f"page {file}")
        if before is not None:
            yield from (f"{file}#{id_}" for id_ in before.ids - self.page(file).ids)

    def _read(self, file: str) -> Page:
        known, packed = self.read.get(file, ("", b""))
        if packed and known == self.digests[file]:
            return unpack(packed)  # type: ignore[no-any-return]  # what `pack` was given
        source = (self.output / file).read_text(encoding="utf-8")
        return read_page(file, source, self.site)
