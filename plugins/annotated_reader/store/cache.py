"""Values that took long to make, kept as JSON under a key; a damaged one is as good as none.

Each file begins with the checksum of the rest and repeats its key, so that a truncated, a
changed or a misplaced file is never taken for a result.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from .files import digest, write_if_changed

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = '{"sha256": "'
_MIDDLE = '", "entry": '
_TAIL = "}\n"
_SUM = slice(len(_HEAD), len(_HEAD) + 64)
_ENTRY = slice(len(_HEAD) + 64 + len(_MIDDLE), -len(_TAIL))


def cache_get(folder: Path, key: str) -> object | None:
    """Return the value kept under the key, or None where there is none that can be trusted."""
    try:
        text = _path(folder, key).read_text("utf-8")
        if digest(text[_ENTRY]) != text[_SUM]:
            return None
        entry = json.loads(text[_ENTRY])
        return entry["value"] if entry["key"] == key else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def cache_put(folder: Path, key: str, value: object) -> None:
    """Keep a value that JSON can say under the key."""
    entry = json.dumps({"key": key, "value": value}, ensure_ascii=False, sort_keys=True)
    text = f"{_HEAD}{digest(entry)}{_MIDDLE}{entry}{_TAIL}"
    write_if_changed(_path(folder, key), text, durable=False)


def _path(folder: Path, key: str) -> Path:
    name = digest(key)
    return folder / "parse" / name[:2] / f"{name}.json"
