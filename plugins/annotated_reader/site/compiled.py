"""Jinja's compiled templates, shared by Pelican's generators and by the builds of one process.

They are code, so that none is kept in a file: what a cache holds is data, and runs nothing.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

from .settings import KEY, PREFIX

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import CodeType

    from jinja2.bccache import Bucket


FOLDERS = {"PATH", "OUTPUT_PATH", KEY}
"""Settings that say where a site is; like the reader's own, no environment is made of them."""


class Compiled(BytecodeCache):
    """The compiled templates of builds with the same settings, whose environments are alike."""

    def __init__(self, settings: Mapping[str, object] | None = None) -> None:
        self.settings = settings
        self.known: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template what was made of its source."""
        checksum, code = self.known.get(bucket.key, ("", None))
        bucket.code = code if checksum == bucket.checksum else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was made of a template's source, in place of what was made of an older one."""
        if bucket.code is not None:
            self.known[bucket.key] = bucket.checksum, bucket.code


_last = Compiled()


def compiled_for(settings: Mapping[str, object]) -> Compiled:
    """Return the last build's templates if its settings were the same, else none yet.

    Functions among the settings are the same only if nobody has defined them anew.
    """
    global _last  # noqa: PLW0603  # what a process knows for as long as it runs
    plain = {
        # Pelican adds to its lists and tables as it builds.
        name: copy(value) if isinstance(value, dict | list) else value
        for name, value in settings.items()
        if name not in FOLDERS and not name.startswith(PREFIX)
    }
    if _last.settings != plain:
        _last = Compiled(plain)
    return _last
