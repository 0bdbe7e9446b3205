"""Our own lists, as they are packed with the code: `data/<name>.toml` -> its tables."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def tables_of(name: str) -> dict[str, Any]:
    """Return the tables of a list; whoever gets them changes nothing in them."""
    return tomllib.loads(text_of(f"data/{name}.toml"))


def text_of(name: str) -> str:
    """Return what a file of the package says, such as `data/<name>.json`."""
    package = __package__.rpartition(".")[0]
    return resources.files(package).joinpath(name).read_text(encoding="utf-8")
