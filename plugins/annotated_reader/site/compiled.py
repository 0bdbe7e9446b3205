"""Jinja's compiled templates, shared by Pelican's generators within one build.

They are code, so that none is kept in a file: what a cache holds is data, and runs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

if TYPE_CHECKING:
    from types import CodeType

    from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """The compiled templates of one build, all of whose environments have the same options."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template what was made of its source."""
        bucket.code = self.known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was made of a template's source."""
        if bucket.code is not None:
            self.known[bucket.key, bucket.checksum] = bucket.code
