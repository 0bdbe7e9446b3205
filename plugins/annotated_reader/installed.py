"""Which language models are installed here, and which texts no model reads."""

from __future__ import annotations

from collections import Counter
from functools import cache
from importlib.util import find_spec
from itertools import groupby
from typing import TYPE_CHECKING, Protocol, TypeVar

from .stages.languages import base_of, model_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@cache
def installed_model(language: str, english: str) -> str:
    """Return the package that reads a language here, or "" if there is none.

    The English one is taken for granted: without it nothing is converted.
    """
    name = model_of(language, english)
    return name if name == english or (name and find_spec(name)) else ""


class Written(Protocol):
    """Whatever is written in a language."""

    @property
    def language(self) -> str:
        """Return the language's tag."""


Text = TypeVar("Text", bound=Written)


def by_model(texts: Iterable[Text], english: str) -> Iterator[tuple[str, list[Text]]]:
    """Yield the texts that have one model in common, with its package ("": none)."""

    def model(text: Text) -> str:
        return installed_model(text.language, english)

    for name, same in groupby(sorted(texts, key=model), key=model):
        yield name, list(same)


def unread(languages: Iterable[str], english: str) -> tuple[tuple[str, int], ...]:
    """Return the `languages` of texts that no model reads here, each with how many it has."""
    alone = (language for language in languages if not installed_model(language, english))
    return tuple(sorted(Counter(map(base_of, alone)).items()))
