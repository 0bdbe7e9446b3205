"""A complete staging folder -> the public site, if it keeps its promises; else an error.

Nothing public changes before everything has been written and checked.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from ..errors import CheckError, IntegrityError
from ..stages.strip import difference, strip_markdown, strip_page
from ..store import Content, TextFile, digest, swap
from .checks import check_site
from .offline import add_worker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .state import Build

SHOWN = 10


def publish(build: Build, site: str = "", retention: Iterable[str] = ()) -> None:
    """Check the staging folder and put it in the place of the public one."""
    check_integrity(build)
    if (build.staging / "manifest.webmanifest").is_file():
        add_worker(build.staging, build.settings.output)
    if build.settings.check:
        check_promises(build, site)
    keep(build, retention)
    build.changed = swap(build.staging, build.settings.output)


def check_integrity(build: Build) -> None:
    """Raise unless every page and every Markdown file holds its text, character for character."""
    for text in build.register.texts:
        file = build.content.texts[text.slug]
        words = check_markdown(file, build.content)
        page = build.staging / "texts" / f"{text.slug}.html"
        found = strip_page(page.read_text(encoding="utf-8")).text
        if found != words:
            raise IntegrityError(
                f"the page does not hold the text: {difference(words, found)}",
                path=file.path,
                remedy="please report it: a page must never change a text",
            )


def check_markdown(file: TextFile, content: Content) -> str:
    """Return a Markdown file's text, if it is still the seed's."""
    words = strip_markdown(file.path.read_text("utf-8"))
    wanted = content.records.get(file.slug, {}).get("text_sha256")
    if wanted is not None and digest(words) != wanted:
        raise IntegrityError(
            "the words are no longer those of the seed",
            path=file.path,
            remedy="correct the seed and convert again; in this file change links and notes only",
        )
    return words


def check_promises(build: Build, site: str) -> None:
    """Raise if a link or a reference leads nowhere, or a page asks for something outside."""
    problems = check_site(build.staging, site)
    if problems:
        shown = "\n".join(f"  {problem}" for problem in problems[:SHOWN])
        raise CheckError(f"{len(problems)} broken promises, the site was not replaced:\n{shown}")


def keep(build: Build, retention: Iterable[str]) -> None:
    """Take over from the public folder what Pelican's `OUTPUT_RETENTION` names."""
    for name in retention:
        kept, staged = build.settings.output / name, build.staging / name
        if kept.is_dir() and not staged.exists():
            shutil.copytree(kept, staged)
        elif kept.is_file() and not staged.exists():
            shutil.copy2(kept, staged)
