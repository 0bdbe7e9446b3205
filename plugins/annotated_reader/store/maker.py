"""What makes our caches, in one digest: our own code, the interpreter, the installed packages.

Whatever is kept for the next run is kept under this digest as well, so that an upgrade of any
of them makes everything anew.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from .files import digest

if TYPE_CHECKING:
    from collections.abc import Iterable

PACKAGE = Path(__file__).parent.parent


@cache
def maker() -> str:
    """Return the digest; read once a process, whose code does not change."""
    return digest("\n".join([*versions(), *_sources()]))


def versions() -> list[str]:
    """Name the interpreter and every installed package with its version."""
    folders = [path for path in sys.path if path.endswith("-packages") and Path(path).is_dir()]
    packages = (entry.name for folder in folders for entry in os.scandir(folder))
    return [sys.version, *sorted(name for name in packages if name.endswith("-info"))]


def _sources() -> list[str]:
    files = (path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return sorted(f"{path.relative_to(PACKAGE)} {digest(path.read_bytes())}" for path in files)


def sources_digest(names: Iterable[str]) -> str:
    """Return the digest of some of our files, named by their paths in the package."""
    return digest("\n".join(digest((PACKAGE / name).read_bytes()) for name in names))
