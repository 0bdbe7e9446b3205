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
    texts = _by_size(output / "texts")
    entries = [page for page in _by_size(output / "glossary") if not _leads_on(page)]
    if not (texts and (output / "index.html").exists()):
        raise ReaderError("there is no site", path=output, remedy="build it: invoke site")
    single = sorted(output.glob("*.html"), key=lambda page: (page.stem != "index", page.name))
    chosen = [*single, texts[-1], *dict.fromkeys((*entries[-1:], *entries[:1]))]
    return tuple(page.relative_to(output).as_posix() for page in chosen)


def _leads_on(page: Path) -> bool:
    """Tell whether a page is but the way to another one."""
    return 'http-equiv="refresh"' in page.read_text(encoding="utf-8")


def _by_size(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.html"), key=lambda page: (page.stat().st_size, page.name))
