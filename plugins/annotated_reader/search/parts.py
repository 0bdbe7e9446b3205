"""A file of the search that need not be made: what it is made from tells whether it is another."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Part:
    """A file by its name, with what it is made from and how; neither is asked for unless needed."""

    name: str
    raw: Callable[[], Iterable[bytes | bytearray]]
    make: Callable[[], bytes]

    def key(self) -> str:
        """Return the digest of what the file is made from."""
        return sha256(b"\0".join(self.raw())).hexdigest()


def call(name: str, *data: object) -> bytes:
    """Return a script that hands plain data to the search."""
    literals = ",".join(
        json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in data
    )
    return f"AnnotatedReader.search.{name}({literals});\n".encode()
