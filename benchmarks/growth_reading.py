"""How many characters regular expressions read in some work, which lines of Python do not tell.

An expression that reads a whole text is one line, however long the text is. While the work is
done, those that the package's modules hold are exchanged for such as count.
"""

from __future__ import annotations

import re
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PACKAGE = "annotated_reader"


def characters(work: Callable[[], object]) -> int:
    """Return how many characters the package's expressions read in some work."""
    counter = _Counter()
    with ExitStack() as stack:
        for module, name, value in list(_held()):
            stack.enter_context(patch.object(module, name, _counting(value, counter)))
        work()
    return counter.read


@dataclass(slots=True)
class _Counter:
    read: int = 0


def _held() -> Iterator[tuple[object, str, Any]]:
    """The expressions that modules hold, and the functions that keep what they have returned."""
    for module_name, module in list(sys.modules.items()):
        if module_name.partition(".")[0] == PACKAGE:
            for name, value in vars(module).items():
                if isinstance(value, re.Pattern) or hasattr(value, "cache_clear"):
                    yield module, name, value


def _counting(value: Any, counter: _Counter) -> Any:
    if isinstance(value, re.Pattern):
        return _Counting(value, counter)

    def kept(*arguments: Any) -> Any:
        found = value(*arguments)
        return _Counting(found, counter) if isinstance(found, re.Pattern) else found

    kept.cache_clear = value.cache_clear  # type: ignore[attr-defined]
    return kept


class _Counting:
    """An expression that counts the characters which it reads."""

    def __init__(self, pattern: re.Pattern[str], counter: _Counter) -> None:
        self._pattern = pattern
        self._counter = counter

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        found = self._pattern.search(text, start, end)
        self._counter.read += (found.end() if found else min(end, len(text))) - start
        return found

    def match(self, text: str, *bounds: int) -> re.Match[str] | None:
        return self._anchored(self._pattern.match(text, *bounds))

    def fullmatch(self, text: str, *bounds: int) -> re.Match[str] | None:
        return self._anchored(self._pattern.fullmatch(text, *bounds))

    def findall(self, text: str, start: int = 0, end: int = sys.maxsize) -> list[Any]:
        self._counter.read += min(end, len(text)) - start
        return self._pattern.findall(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Any:
        self._counter.read += min(end, len(text)) - start
        return self._pattern.finditer(text, start, end)

    def split(self, text: str, maxsplit: int = 0) -> list[Any]:
        self._counter.read += len(text)
        return self._pattern.split(text, maxsplit)

    def sub(self, new: Any, text: str, count: int = 0) -> str:
        self._counter.read += len(text)
        return self._pattern.sub(new, text, count)

    def _anchored(self, found: re.Match[str] | None) -> re.Match[str] | None:
        self._counter.read += found.end() - found.start() if found else 1
        return found
