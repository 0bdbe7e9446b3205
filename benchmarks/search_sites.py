"""A folder with an engine's index -> a site to search in: the engine's scripts and a page."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tarfile
from collections.abc import Iterable
from pathlib import Path

from jinja2 import DictLoader, Environment

from annotated_reader.search.vendor import checked, find_lunr, minify
from benchmarks.measure import ROOT

PAGES = Path(__file__).parent / "search_pages"
LIBRARIES = ROOT / ".cache" / "bench"
MINISEARCH = "minisearch@7.2.0"
MINISEARCH_SHA256 = "cb3b8126a3ea65d6b387787294f0792b0ea4a40b70f8f37688066a5638e0218a"
START = "bench-start.html"  # where visitors come from
EMPTY = "bench-empty.html"  # what any page takes to open
OWN = "bench-"  # what is the benchmark's own begins so, and is not counted

SCRIPTS = {
    "pagefind": ("pagefind/pagefind-ui.js",),
    "lunr": ("lunr.js", "index.js"),
    "minisearch": ("minisearch.js", "index.js"),
    "oracle": ("lunr.js", "index.js"),
}


def provide_minisearch() -> None:
    """Fetch MiniSearch with npm, once, and check it."""
    target = LIBRARIES / "minisearch"
    if target.exists():
        return
    LIBRARIES.mkdir(parents=True, exist_ok=True)
    command = ["npm", "pack", MINISEARCH, "--silent", "--pack-destination", str(LIBRARIES)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    archive = LIBRARIES / f"{MINISEARCH.replace('@', '-')}.tgz"
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != MINISEARCH_SHA256:
        raise SystemExit(f"{archive} is not the one we know: its sha256 is {found}")
    with tarfile.open(archive) as packed:
        packed.extractall(target, filter="data")


def minisearch_script(kind: str) -> Path:
    """Return the path of MiniSearch for node ("cjs/index.cjs") or for a page ("umd/index.js")."""
    return LIBRARIES / "minisearch" / "package" / "dist" / kind


def furnish(engine: str, folder: Path) -> None:
    """Put the engine's library and its page, `search.html`, beside its index."""
    if engine in ("lunr", "oracle"):
        library = checked(find_lunr().read_bytes()).decode()
        (folder / "lunr.js").write_bytes(minify(library))
    if engine == "minisearch":
        shutil.copy(minisearch_script("umd/index.js"), folder / "minisearch.js")
    (folder / START).write_text("<!DOCTYPE html><title>Start</title>", "utf-8")
    empty = "<!DOCTYPE html><title>Empty</title>" + _elements([_own(folder, "empty")])
    (folder / EMPTY).write_text(empty, "utf-8")
    own = [] if engine == "oracle" else [_own(folder, engine)]
    if engine == "ours":
        (folder / "search.html").write_text(_our_page(own), "utf-8")
    else:
        own += [_own(folder, "page")] if own else []
        head = "<!DOCTYPE html><html lang=en><meta charset=utf-8>"
        page = head + _elements([*SCRIPTS[engine], *own])
        (folder / "search.html").write_text(page, "utf-8")


def _own(folder: Path, name: str) -> str:
    shutil.copy(PAGES / f"{name}.js", folder / f"{OWN}{name}.js")
    return f"{OWN}{name}.js"


def _our_page(own: list[str]) -> str:
    """The theme's page, with nothing around it."""
    template = (ROOT / "theme" / "templates" / "search.html").read_text("utf-8")
    base = "<!DOCTYPE html><html lang=en><meta charset=utf-8>{% block content %}{% endblock %}"
    loader = DictLoader({"base.html": base, "search.html": template})
    page = Environment(loader=loader, autoescape=True).get_template("search.html")
    return page.render(SITEURL=".", SITENAME="") + _elements(own)


def _elements(scripts: Iterable[str]) -> str:
    return "".join(f'<script src="{script}" defer></script>' for script in scripts)
