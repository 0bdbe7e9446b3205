"""What a file is to hold: its digest, and the text itself for whoever asks, as few files change."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from .files import digest


class Draft(NamedTuple):
    """A file's text: its SHA-256, and what gives the text itself."""

    sha256: str
    text: Callable[[], str]


Drafted: TypeAlias = str | Draft
"""A file's text, at hand or not."""


def draft(text: Drafted) -> Draft:
    """Return a text as a draft."""
    return text if isinstance(text, Draft) else Draft(digest(text), lambda: text)
