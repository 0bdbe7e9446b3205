"""The theme's scripts in a staged site -> the same without comments and layout.

Who wants to read them finds them in the theme; who reads the site on a phone pays by the byte.
A script that another theme brings is left as it is.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rjsmin import jsmin

from .theme import THEME

if TYPE_CHECKING:
    from collections.abc import Iterator

SCRIPTS = Path("static") / "js"


def minify_scripts(staged: Path) -> None:
    """Minify those scripts in the folder `staged` that are our theme's own."""
    for script, source in _ours(staged):
        script.unlink()  # it may share its bytes with the public one
        script.write_text(jsmin(source) + "\n", encoding="utf-8", newline="\n")


def _ours(staged: Path) -> Iterator[tuple[Path, str]]:
    for original in sorted((THEME / SCRIPTS).glob("*.js")):
        script = staged / original.name
        source = original.read_text(encoding="utf-8")
        if script.is_file() and script.read_text(encoding="utf-8") == source:
            yield script, source
