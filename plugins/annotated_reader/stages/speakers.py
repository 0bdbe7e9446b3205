"""Who speaks in a transcript: "Ann Lee: Are they late?" says nothing of Ann Lee."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model import Mention

_LABEL = re.compile(r"^(?:\[[\d:]+\] )?([A-Z][^:\n]{0,40}):(?= |$)", re.MULTILINE)
_OFTEN = 2
"""How often a label begins a paragraph for it to be a speaker's."""


def is_speaker(mention: Mention, text: str) -> bool:
    """Tell whether a mention is the label of what somebody says, as often in the text."""
    return text.startswith(":", mention.span[1]) and mention.surface in _speakers(text)


@lru_cache(maxsize=8)
def _speakers(text: str) -> frozenset[str]:
    labels = Counter(found[1] for found in _LABEL.finditer(text))
    return frozenset(name for name, times in labels.items() if times >= _OFTEN)
