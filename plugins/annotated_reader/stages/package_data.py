"""Our own lists, as they are packed with the code: `data/<name>.toml` -> its tables."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def tables_of(name: str) -> dict[str, Any]:
    """Return the tables of a list; whoever gets them changes nothing in them."""
    package = __package__.rpartition(".")[0]
    text = resources.files(package).joinpath(f"data/{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
