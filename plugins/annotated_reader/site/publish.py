"""A complete staging folder -> the public site, if it keeps its promises; else an error.

Nothing public changes before everything has been written and checked.
"""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

from ..errors import CheckError, IntegrityError
from ..stages.strip import difference, parse_page, strip_markdown, strip_root
from ..store import TextFile, digest, swap
from .check_site import check_site
from .offline import add_worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from lxml.html import HtmlElement

    from ..stages.collect import Text
    from ..store import Shelf
    from .state import Build

SHOWN = 10
TEXT_PAGE = re.compile(r"texts/(.*)\.html")
TAG = re.compile(r"(?<!\\)<[/!?A-Za-z]")
WITHOUT_HTML = "take the HTML out of this line, or write a backslash before each < of it"


def publish(build: Build, site: str = "", retention: Iterable[str] = ()) -> None:
    """Check the staging folder and put it in the place of the public one."""
    digests = build.carrier.digests()
    for text in build.register.texts:
        check_integrity(build, text, digests.get(page_of(text), ""))
    if "manifest.webmanifest" in digests:
        digests |= add_worker(build.carrier, digests)
    if build.settings.check:
        check_promises(build, site, digests, build.checked)
    build.checked.save()
    keep(build, retention)
    build.changed = swap(build.staging, build.settings.output)
    build.carrier.save(digests)
    build.html.save()


def page_of(text: Text) -> str:
    """Return the name of a text's page."""
    return f"texts/{text.slug}.html"


def slug_of(name: str) -> str:
    """Return the slug of the text whose page has a name; nothing if it is no such page."""
    found = TEXT_PAGE.fullmatch(name)
    return found[1] if found else ""


def check_integrity(
    build: Build, text: Text, page_digest: str, page: Callable[[], HtmlElement] | None = None
) -> None:
    """Raise unless a text's page and Markdown file hold it, character for character.

    What was found good in an earlier build is known by the digests of both files. `page` gives
    the page's root element; without it, the page is read.
    """
    file = build.content.texts[text.slug]
    wanted = build.content.records.get(file.slug, {}).get("text_sha256")
    key = f"{wanted} {page_digest} {file.digest}"
    if build.checked.holds(f"text {text.slug}", key):
        return
    if key not in build.sound:
        root = page() if page else parse_page((build.staging / page_of(text)).read_bytes())
        check_text(file, root, file.path.read_text("utf-8"), wanted)
        build.sound[key] = None
    build.checked.put(f"text {text.slug}", key, "good")


def check_text(file: TextFile, page: HtmlElement, markdown: str, wanted: object) -> None:
    """Raise unless a text's page and its Markdown file hold its words."""
    words = check_markdown(file, markdown, wanted)
    found = strip_root(page).text
    if found != words:
        line = line_of_html(file)
        raise IntegrityError(
            f"the page does not hold the text: {difference(words, found)}",
            path=file.path,
            line=line,
            remedy=WITHOUT_HTML if line else "please report it: a page must never change a text",
        )


def line_of_html(file: TextFile) -> int:
    """Return the first line of a text's file that holds HTML, which a text has none of; or 0."""
    lines = enumerate(file.body.split("\n"), start=file.body_line)
    return next((number for number, line in lines if TAG.search(line)), 0)


def check_markdown(file: TextFile, markdown: str, wanted: object) -> str:
    """Return a Markdown file's text, if it is still the seed's."""
    words = strip_markdown(markdown)
    if wanted is not None and digest(words) != wanted:
        raise IntegrityError(
            "the words are no longer those of the seed",
            path=file.path,
            remedy="correct the seed and convert again; in this file change links and notes only",
        )
    return words


def check_promises(build: Build, site: str, digests: Mapping[str, str], shelf: Shelf) -> None:
    """Raise if a link or a reference leads nowhere, or a page asks for something outside."""
    problems = check_site(build.staging, site, digests, shelf, build.pages)
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
