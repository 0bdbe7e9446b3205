"""A folder's files -> their digests; a file that nobody has touched is not read again.

What is known of a file is kept with its signature (see signature.py), as git's index does.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from .files import file_digest
from .shelf import Shelf
from .signature import sign_folder

VALUE = "files"


class KnownFiles:
    """The digests of the files below `folder`; what is known is kept in the file `kept`."""

    def __init__(self, folder: Path, kept: Path | None = None) -> None:
        self.folder = folder
        self.shelf = Shelf(kept)
        self.signatures = sign_folder(folder)
        before: Mapping[str, tuple[str, str]] = self.shelf.get(VALUE, "") or {}
        self.digests = {
            name: known
            for name, (signature, known) in before.items()
            if self.signatures.get(name) == signature
        }

    def digest(self, name: str) -> str:
        """Return the digest of a file by its path from the folder; nothing where there is none."""
        known = self.digests.get(name, "")
        if not known and name in self.signatures:
            known = self.digests[name] = file_digest(self.folder / name)
        return known

    def digest_of(self, path: Path) -> str:
        """Return the digest of a file below the folder by its whole path."""
        return self.digest(str(path)[len(str(self.folder)) + 1 :].replace(os.sep, "/"))

    def renew(self, digests: Mapping[str, str]) -> None:
        """Take `digests` for those of the files that are there now."""
        self.signatures = sign_folder(self.folder)
        self.digests = dict(digests)

    def save(self) -> None:
        """Keep what is known for the next time."""
        known = {
            name: (self.signatures[name], found)
            for name, found in self.digests.items()
            if name in self.signatures
        }
        self.shelf.put(VALUE, "", known)
        self.shelf.save()
