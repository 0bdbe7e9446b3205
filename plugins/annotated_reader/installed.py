"""Which language models are installed here, and which texts no model reads."""

from __future__ import annotations

from collections import Counter
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from .stages.languages import base_of, model_of

if TYPE_CHECKING:
    from collections.abc import Iterable


@cache
def installed_model(language: str, english: str) -> str:
    """Return the package that reads a language here, or "" if there is none.

    The English one is taken for granted: without it nothing is converted.
    """
    name = model_of(language, english)
    return name if name == english or (name and find_spec(name)) else ""


def unread(languages: Iterable[str], english: str) -> tuple[tuple[str, int], ...]:
    """Return the `languages` of texts that no model reads here, each with how many it has."""
    alone = (language for language in languages if not installed_model(language, english))
    return tuple(sorted(Counter(map(base_of, alone)).items()))
