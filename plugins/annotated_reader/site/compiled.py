"""Jinja's compiled templates, kept from build to build, and shared by Pelican's generators.

Jinja's own cache in files trusts what it finds; a shelf checks it, and a full disk is no error.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import BytecodeCache

from ..store import Shelf, digest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """The compiled templates of one site; `options` are those of Jinja's environment."""

    def __init__(self, cache: Path, options: Mapping[str, Any]) -> None:
        self.shelf = Shelf(cache / "kept" / "compiled")
        self.options = json.dumps(options, sort_keys=True, default=repr)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template what was made of its source."""
        known = self.shelf.get(bucket.key, self._key(bucket))
        if known is not None:
            bucket.bytecode_from_string(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was made of a template's source."""
        self.shelf.put(bucket.key, self._key(bucket), bucket.bytecode_to_string())

    def _key(self, bucket: Bucket) -> str:
        return digest(f"{self.options} {bucket.checksum}")
