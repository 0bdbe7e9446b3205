"""lunr.js and our own scripts -> the files that a page loads, without comments and needless space.

Each script under `client/` says which it needs before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rjsmin import jsmin

from ..errors import ReaderError
from .vendor import VendorError, minified_lunr

CLIENT = Path(__file__).parent / "client"
APART = ("analysis", "marks", "shortcut")  # loaded by other pages
JOINED = {
    "find": (
        *("analysis", "coding", "shards", "spelling", "score", "clauses", "query", "phrase"),
        *("suggest", "narrow", "plan", "engine", "early", "rehearsal"),
    ),
    "page": (
        *("marks", "excerpt", "make", "result", "entity", "refine", "advice", "missing"),
        *("message", "address", "combobox", "search"),
    ),
}
"""The scripts of the search page: what finds, and what shows. Each needs those before it."""


def client_scripts() -> dict[str, bytes]:
    """Return lunr.js and our own scripts by name.

    Those of the search page are joined: they compress better, and load faster from a folder.
    """
    try:
        lunr = minified_lunr()
    except VendorError as error:
        raise ReaderError(str(error), remedy=error.remedy) from error
    ours = {f"{name}.js": _script([name]) for name in APART}
    joined = {f"{name}.js": _script(parts) for name, parts in JOINED.items()}
    return {"lunr.js": lunr, **ours, **joined}


def _script(names: Iterable[str]) -> bytes:
    sources = ((CLIENT / f"{name}.js").read_text(encoding="utf-8") for name in names)
    return "".join(f"{jsmin(source)}\n" for source in sources).encode()
