"""What templates see -> the key that all pages of a template share.

A template that sees more than is known of ours (another theme's, or one that was changed to) has
none: its pages are always rendered.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from typing import Any

from jinja2 import Environment, TemplateNotFound, meta, nodes

from ..store import Shelf, digest
from .settings import KEY
from .theme import THEME

SEEN = {
    "article": {"article", "text", "previous", "next", "reading", "unnoted"},
    "entry": {
        "entry", "definition_html", "occurrences", "total", "years", "over_time", "companions",
        "candidates", "locator", "leaf", "leaves", "provenance",
    },
    "index": {"register", "shelves", "library", "leaf"},
    "glossary": {"register", "leaf", "leaves", "counts"},
    "a-z": {"register", "leaf", "leaves"},
    "map": {"map", "leaf", "leaves", "sheets", "rows", "unplaced", "unplaced_at"},
    "network": {"register", "network", "leaf", "leaves"},
    "timeline": {"timeline", "leaf", "leaves", "undated", "dates", "labels"},
    "report": {"register", "report", "quality", "leaf", "leaves"},
    "redirect": {"entry"},
    "404": set(),
    "search": set(),
    "offline": set(),
    "not-saved": set(),
}  # fmt: skip
"""What templates may see besides what every page sees."""

LISTS = SEEN.keys() - {"article", "entry"}
"""Templates that list texts or entries, or show none."""

OF_THE_LIBRARY = LISTS - {"index"}
"""Templates that see only their own variables, and of the register its size and its kinds.

Of a text in a list they see, and `index` does, what its header says and how many names it has;
another theme's may see more of it, and are always rendered.
"""

EVERYWHERE = {"pages", "page", "KINDS", "output_file", "room", "picture", "parts", "heading"}
"""What every page sees besides the settings: the navigation's pages, and what templates set."""

OF_CONVERSION = {
    "READER_CACHE", "READER_CHECK", "READER_CONVERT", "READER_EXECUTOR", "READER_SEEDS",
    "READER_STRICT", "READER_WORKERS",
}  # fmt: skip
"""Settings that change no page, unless its template asks for them."""


def common_key(
    template: str, environment: Environment, context: Mapping[str, Any], shelf: Shelf
) -> str:
    """Return the digest of what all pages of a template share; nothing where it sees too much."""
    known = EVERYWHERE | SEEN.get(template.removesuffix(".html"), set())
    sources: dict[str, str] = {}
    unseen = {KEY, *OF_CONVERSION}
    waiting = [template]
    while waiting:
        name = waiting.pop()
        source = source_of(environment, name)
        if name == template and not source:  # it has another name than we thought
            return ""
        make = partial(asked_by, environment, source)
        asked, others = shelf.value(name, digest(source), make)
        if any(not each.isupper() and each not in known for each in asked):
            return ""
        if template.removesuffix(".html") in LISTS and source != own_source(name):
            return ""
        sources[name] = source
        unseen.difference_update(asked)
        waiting += [other for other in others if other not in sources]
    settings = {name: context[name] for name in context if name.isupper() and name not in unseen}
    pages = [(page.url, page.title, sorted(page.metadata.items())) for page in context["pages"]]
    return digest(json.dumps([sources, settings, pages], sort_keys=True, default=repr))


def source_of(environment: Environment, name: str) -> str:
    """Return a template's source; one that is not there says nothing."""
    assert environment.loader is not None  # noqa: S101  # Pelican's always has one
    try:
        return environment.loader.get_source(environment, name)[0]
    except TemplateNotFound:
        return ""


def own_source(name: str) -> str:
    """Return the source of a template of our theme's; nothing where it has none of that name."""
    own = THEME / "templates" / name
    return own.read_text("utf-8") if own.is_file() else ""


def asked_by(environment: Environment, source: str) -> tuple[list[str], list[str]]:
    """Return the variables that a template takes from its context, and the templates it uses.

    Jinja counts among the former what the template itself imports, defines or sets outside its
    blocks.
    """
    tree = environment.parse(source)
    targets = (node.target for node in tree.find_all(nodes.Assign))
    own = {target.name for target in targets if isinstance(target, nodes.Name)}
    own |= {macro.name for macro in tree.find_all(nodes.Macro)}
    for node in tree.find_all(nodes.FromImport):
        own |= {name if isinstance(name, str) else name[1] for name in node.names}
    asked = meta.find_undeclared_variables(tree) - own - set(environment.globals)
    return sorted(asked), sorted({each or "" for each in meta.find_referenced_templates(tree)})
