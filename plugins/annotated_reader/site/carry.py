"""Pages that would say what they already say -> carried over from the public site, not made again.

A page may be carried over if all that its templates can see is in its key: the templates
themselves, the settings, and the variables whose digest the key holds. A template that sees
more (another theme's, or one that was changed to) is always rendered.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, TemplateNotFound, meta, nodes

from ..store import Shelf, digest
from ..store.files import file_digest
from .settings import KEY

if TYPE_CHECKING:
    from jinja2 import Template

SEEN = {
    "article": {"article", "text", "previous", "next", "reading", "unnoted"},
    "entry": {
        "entry", "definition_html", "occurrences", "total", "years", "over_time", "companions",
        "candidates", "locator", "leaf", "leaves",
    },
    "glossary": {"register", "leaf", "leaves", "counts"},
    "a-z": {"register", "leaf", "leaves"},
    "map": {"map", "leaf", "leaves", "sheets", "rows", "unplaced", "unplaced_at"},
    "network": {"register", "network"},
    "search": set(),
    "offline": set(),
    "not-saved": set(),
}  # fmt: skip
"""What templates may see besides what every page sees."""

OF_THE_LIBRARY = SEEN.keys() - {"article", "entry"}
"""Templates that see only their own variables, and of the register its size and its kinds."""

EVERYWHERE = {"pages", "page", "KINDS", "output_file", "room", "picture", "parts"}
"""What every page sees besides the settings: the navigation's pages, and what templates set."""


class Carrier:
    """What is known of the public site's files: the key and the digest of each."""

    def __init__(self, cache: Path, public: Path, staging: Path) -> None:
        self.shelf = Shelf(cache / "kept" / "site")
        self.templates = Shelf(cache / "kept" / "templates")
        self.public = public
        self.staging = staging
        self.pages: dict[str, str] = {}
        self.common: dict[str, str] = {}

    def carry(self, name: str, key: str) -> bool:
        """Put the public file in its place in the new site, if it was made for the same key."""
        known = self.shelf.get(name, key)
        if known is None or file_digest(self.public / name) != known:
            return False
        staged = self.staging / name
        staged.parent.mkdir(parents=True, exist_ok=True)
        put(staged, self.public / name, (self.public / name).read_bytes())
        return True

    def keep(self, name: str, key: str) -> None:
        """Note what key a file in the new site was made for."""
        self.shelf.put(name, key, file_digest(self.staging / name))

    def save(self) -> None:
        """Keep what is known, once the new site is public."""
        self.shelf.save()
        self.templates.save()

    def page_key(self, name: str, template: Template, context: Mapping[str, Any]) -> str:
        """Return the key of a page, or nothing where it has to be rendered."""
        said = self.pages.get(name)
        if not said or not template.name:
            return ""
        if template.name not in self.common:
            self.common[template.name] = common_key(template, context, self.templates)
        common = self.common[template.name]
        return digest(f"{common} {said}") if common else ""


def common_key(template: Template, context: Mapping[str, Any], shelf: Shelf) -> str:
    """Return the digest of what all pages of a template share; nothing where it sees too much."""
    known = EVERYWHERE | SEEN.get(str(template.name).removesuffix(".html"), set())
    sources: dict[str, str] = {}
    waiting = [str(template.name)]
    while waiting:
        name = waiting.pop()
        source = source_of(template.environment, name)
        make = partial(asked_by, template.environment, source)
        asked, others = shelf.value(name, digest(source), make)
        if any(not each.isupper() and each not in known for each in asked):
            return ""
        sources[name] = source
        waiting += [other for other in others if other not in sources]
    settings = {name: value for name, value in context.items() if name.isupper() and name != KEY}
    pages = [(page.url, page.title, sorted(page.metadata.items())) for page in context["pages"]]
    return digest(json.dumps([sources, settings, pages], sort_keys=True, default=repr))


def source_of(environment: Environment, name: str) -> str:
    """Return a template's source; one that is not there says nothing."""
    assert environment.loader is not None  # noqa: S101  # Pelican's always has one
    try:
        return environment.loader.get_source(environment, name)[0]
    except TemplateNotFound:
        return ""


def asked_by(environment: Environment, source: str) -> tuple[list[str], list[str]]:
    """Return the variables that a template takes from its context, and the templates it uses.

    Jinja counts among the former what the template itself imports or sets outside its blocks.
    """
    tree = environment.parse(source)
    targets = (node.target for node in tree.find_all(nodes.Assign))
    own = {target.name for target in targets if isinstance(target, nodes.Name)}
    for node in tree.find_all(nodes.FromImport):
        own |= {name if isinstance(name, str) else name[1] for name in node.names}
    asked = meta.find_undeclared_variables(tree) - own - set(environment.globals)
    return sorted(asked), sorted({each or "" for each in meta.find_referenced_templates(tree)})


def put(staged: Path, public: Path, data: bytes) -> None:
    """Make `staged` a file of `data`: a hard link to `public` where that holds it already."""
    try:
        if public.stat().st_size == len(data) and public.read_bytes() == data:
            staged.unlink(missing_ok=True)
            os.link(public, staged)
            return
    except OSError:  # not public yet, or a file system without hard links
        pass
    staged.write_bytes(data)
