"""A built site's folder -> one page of each kind, for whoever looks at or measures them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import ReaderError

if TYPE_CHECKING:
    from pathlib import Path


def kinds_of_pages(output: Path) -> tuple[str, ...]:
    """Return the site's single pages, its longest text, and its longest and shortest entry.

    Names are relative to `output`. Raise where no site has been built.
    """
    texts, entries = (_by_size(output / folder) for folder in ("texts", "glossary"))
    if not (texts and (output / "index.html").exists()):
        raise ReaderError("there is no site", path=output, remedy="build it: invoke site")
    single = sorted(output.glob("*.html"), key=lambda page: (page.stem != "index", page.name))
    chosen = [*single, texts[-1], *dict.fromkeys((*entries[-1:], *entries[:1]))]
    return tuple(page.relative_to(output).as_posix() for page in chosen)


def _by_size(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.html"), key=lambda page: (page.stat().st_size, page.name))
