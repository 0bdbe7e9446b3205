"""Where our templates and their files are: in the wheel's package, or in the source tree."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent.parent
THEME = next(
    folder
    for folder in (PACKAGE / "theme", PACKAGE.parent.parent / "theme")
    if (folder / "templates").is_dir()
)
