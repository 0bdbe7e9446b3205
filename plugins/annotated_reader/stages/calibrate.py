"""How sure a rule may be: mentions go in with what their rules claim, and come out with what held.

A rule claims a confidence so that names can vote; whether it is right that often is another
matter. The table tells, by rule and claim, how many of its mentions were right in annotated
texts; `python -m evaluation.calibrate` learns it.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model import Mention

_QUOTED = re.compile(r"“[^”]*”")

Table = dict[str, list[tuple[float, float]]]
"""By rule: up to which claim (rising), which share is right."""


def family(rule: str) -> str:
    """Return a rule without the words that it quotes, such as “Church” in the name."""
    return _QUOTED.sub("“…”", rule)


def calibrated(mention: Mention) -> Mention:
    """Return a mention with the confidence that its rule has earned; unknown rules keep theirs."""
    for claim, share in _table().get(family(mention.rule), ()):
        if mention.confidence <= claim:
            return replace(mention, confidence=share)
    return mention


@lru_cache(maxsize=1)
def _table() -> Table:
    package = __package__.rpartition(".")[0]
    file = resources.files(package).joinpath("data/calibration.json")
    return {
        rule: [(claim, share) for claim, share in steps]
        for rule, steps in json.loads(file.read_text(encoding="utf-8")).items()
    }
