"""Pelican's settings -> the same, with what the reader needs of them.

Only what is still at Pelican's own default, or would publish what must stay private, changes.
"""

from __future__ import annotations

import logging
from typing import Any

logger = logging.getLogger(__name__)

PRIVATE = ("glossary", "records")
"""Folders of content that are no articles and no pages: the glossary has its own generator."""

PICKLES = ("CACHE_CONTENT", "LOAD_CONTENT_CACHE")
"""Pelican's cache of what it has read: a pickle, which may run anything when it is loaded."""


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
    keep_no_pickle(settings)


def cover_texts(settings: dict[str, Any]) -> None:
    """Have Pelican find the texts, wherever its other articles are."""
    paths = settings["ARTICLE_PATHS"]
    if not {"", ".", "texts"} & set(paths):
        settings["ARTICLE_PATHS"] = [*paths, "texts"]


def keep_no_pickle(settings: dict[str, Any]) -> None:
    """Turn Pelican's own cache off: what we keep from build to build is data, and verified."""
    if asked := [name for name in PICKLES if settings[name]]:
        logger.warning(
            "%s: turned off, for what Pelican keeps can run code when it is loaded; take it out of "
            "the settings, the texts are kept without it",
            ", ".join(asked),
        )
    settings.update(dict.fromkeys(PICKLES, False))
