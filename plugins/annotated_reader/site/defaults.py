"""Pelican's settings -> the same, with what the reader needs of them.

Only what is still at Pelican's own default, or would publish what must stay private, changes.
"""

from __future__ import annotations

import json
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pelican.settings import DEFAULT_CONFIG

from .state import build_of

PRIVATE = ("glossary", "records")
"""Folders of content that are no articles and no pages: the glossary has its own generator."""

READING = ("markdown_ext.py", "site/reader.py")
"""The modules that a text's cached HTML depends on."""


def fill_in(settings: dict[str, Any]) -> None:
    """Change the settings in place, as Pelican's plugins do."""
    cover_texts(settings)
    for name in ("ARTICLE_EXCLUDES", "PAGE_EXCLUDES", "STATIC_EXCLUDES"):
        settings[name] = [
            *settings[name],
            *(each for each in PRIVATE if each not in settings[name]),
        ]
    # Pelican matches these against bare file names, where its default "**/.*" never fits: a
    # hidden file of content would be published.
    if ".*" not in settings["IGNORE_FILES"]:
        settings["IGNORE_FILES"] = [*settings["IGNORE_FILES"], ".*"]
    if settings["CACHE_PATH"] == DEFAULT_CONFIG["CACHE_PATH"]:
        settings["CACHE_PATH"] = str(build_of(settings).settings.cache / "pelican")
    settings["CACHE_PATH"] = str(Path(settings["CACHE_PATH"]) / reading_key(settings))


def cover_texts(settings: dict[str, Any]) -> None:
    """Have Pelican find the texts, wherever its other articles are."""
    paths = settings["ARTICLE_PATHS"]
    if not {"", ".", "texts"} & set(paths):
        settings["ARTICLE_PATHS"] = [*paths, "texts"]


def reading_key(settings: dict[str, Any]) -> str:
    """Name what Pelican's cache of read files depends on; Pelican itself compares only files."""
    package = Path(__file__).parent.parent
    options = json.dumps(settings["MARKDOWN"], sort_keys=True, default=repr)
    parts = [options, version("markdown"), version("pelican"), settings["DEFAULT_LANG"]]
    parts += [(package / module).read_text(encoding="utf-8") for module in READING]
    return sha256("\n".join(parts).encode()).hexdigest()[:12]
