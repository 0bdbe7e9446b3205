"""Pages that would say what they already say -> carried over from the public site, not made again.

A page may be carried over if all that its templates can see is in its key: the templates
themselves, the settings, and the variables whose digest the key holds. A template that sees
more (another theme's, or one that was changed to) is always rendered.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeAlias

from ..store import KnownFiles, Shelf, digest
from ..store.files import file_digest
from ..store.signature import sign_folder, signature
from .seen import common_key

if TYPE_CHECKING:
    from jinja2 import Environment

MADE = "files"

Given: TypeAlias = tuple[str, tuple[str, str] | None, tuple[str, str] | None]
"""A file of the new site: its name, what it was made for, and what is known of it."""


class Carrier:
    """What is known of the public site's files, and of those that are put into the new site."""

    def __init__(self, cache: Path, public: Path, staging: Path) -> None:
        kept = cache / "kept"
        self.shelf = Shelf(kept / "site")
        self.templates = Shelf(kept / "templates")
        self.public = KnownFiles(public, kept / "public")
        self.staging = staging
        self.before: Mapping[str, tuple[str, str]] = self.shelf.get(MADE, "") or {}
        self.made: dict[str, tuple[str, str]] = {}
        self.put_in: dict[str, tuple[str, str]] = {}
        self._given: dict[str, None] = {}
        self.folders: set[str] = set()
        self.sizes: dict[str, int] = {}
        self.pages: dict[str, str] = {}
        self.common: dict[str, str] = {}

    def carry(self, name: str, key: str) -> bool:
        """Put the public file in its place in the new site, if it was made for the same key."""
        known = self.before.get(name)
        if known is None or known[0] != key or self.public.digest(name) != known[1]:
            return False
        self.made[name] = known
        self._link(name, known[1])
        return True

    def keep(self, name: str, key: str) -> None:
        """Note what key a file in the new site was made for."""
        self.made[name] = key, self.digest(name)
        self._given[name] = None

    def given(self) -> list[Given]:
        """Return the files that were put into the new site since this was asked last."""
        names, self._given = self._given, {}
        return [(name, self.made.get(name), self.put_in.get(name)) for name in names]

    def take(self, given: Iterable[Given]) -> None:
        """Note the files that another process has put into the new site."""
        for name, made, known in given:
            if made:
                self.made[name] = made
            if known:
                self.put_in[name] = known

    def put(self, name: str, data: bytes, opened: BinaryIO | None = None) -> None:
        """Make a file of the new site: a hard link to the public one where that says the same.

        `opened` is the file itself, where it is there already, empty. It is not made a second
        time: ext4 looks long for room for a file next to one that has just been deleted.
        """
        found = digest(data)
        if self.public.digest(name) == found:
            if opened:
                opened.close()
                (self.staging / name).unlink()
            self._link(name, found)
            return
        with opened or open(self._place(name), "wb") as file:  # noqa: PTH123  # one path of many
            file.write(data)
        self.put_in[name] = found, identity(signature(self.staging / name))
        self._given[name] = None

    def digest(self, name: str) -> str:
        """Return the digest of a file in the new site, which is read if others may have had it."""
        return self._digest(name, identity(signature(self.staging / name)))

    def digests(self) -> dict[str, str]:
        """Return the digest of every file in the new site, by name, and note their sizes."""
        signed = sorted(sign_folder(self.staging).items())
        self.sizes = {name: int(line.partition(" ")[0]) for name, line in signed}
        return {name: self._digest(name, identity(line)) for name, line in signed}

    def _digest(self, name: str, now: str) -> str:
        known = self.put_in.get(name)
        if known is None or known[1] != now:
            public = self.public.signatures.get(name)
            is_linked = public is not None and identity(public) == now
            found = self.public.digest(name) if is_linked else file_digest(self.staging / name)
            known = self.put_in[name] = found, now
        return known[0]

    def save(self, digests: Mapping[str, str]) -> None:
        """Keep what is known, once the new site is public; its files' digests are given."""
        self.shelf.put(MADE, "", self.made)
        self.shelf.save()
        self.templates.save()
        self.public.renew(digests)
        self.public.save()

    def page_key(
        self, name: str, template: str, environment: Environment, context: Mapping[str, Any]
    ) -> str:
        """Return the key of a page, or nothing where it has to be rendered.

        The template is known by its name: one that renders nothing need not be compiled.
        """
        said = self.pages.get(name)
        if not said or not template:
            return ""
        if template not in self.common:
            self.common[template] = common_key(template, environment, context, self.templates)
        common = self.common[template]
        return digest(f"{common} {said}") if common else ""

    def _link(self, name: str, found: str) -> None:
        staged, public = self._place(name), f"{self.public.folder}/{name}"
        try:
            os.link(public, staged)
            now = self.public.signatures[name]
        except OSError:  # a file system without hard links
            shutil.copy2(public, staged)
            now = signature(Path(staged))
        self.put_in[name] = found, identity(now)
        self._given[name] = None

    def _place(self, name: str) -> str:
        """Make room for a file: a folder, and nothing there that shares its bytes with another."""
        folder = name.rpartition("/")[0]
        if folder not in self.folders:
            (self.staging / folder).mkdir(parents=True, exist_ok=True)
            self.folders.add(folder)
        if name in self.put_in:
            (self.staging / name).unlink(missing_ok=True)
        return f"{self.staging}/{name}"


def identity(line: str) -> str:
    """Return of a file's signature what changes when it is written to, but not when it is linked.

    That is all but the third part, the time at which anything about the file was changed.
    """
    size, written, _, number = line.split()
    return f"{size} {written} {number}"


def put(staged: Path, public: Path, data: bytes) -> None:
    """Make `staged` a file of `data`: a hard link to `public` where that holds it already."""
    staged.unlink(missing_ok=True)
    try:
        if public.stat().st_size == len(data) and public.read_bytes() == data:
            os.link(public, staged)
            return
    except OSError:  # not public yet, or a file system without hard links
        pass
    staged.write_bytes(data)
