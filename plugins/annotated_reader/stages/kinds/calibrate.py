"""How sure a rule may be: mentions go in with what their rules claim, and come out with what held.

A rule claims a confidence so that names can vote; whether it is right that often is another
matter. The table tells, by rule, kind and claim, how many of its mentions were right in annotated
texts; `python -m evaluation.calibrate` learns it.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from ..package_data import text_of

if TYPE_CHECKING:
    from ...model import Mention

_QUOTED = re.compile(r"“[^”]*”")

SCORED = ("person", "place", "organization")
"""Kinds that the annotated texts tell of."""

UNPROVEN = 0.89
"""How sure a rule may be of such a kind where too few texts have shown it to be right."""

Table = dict[str, list[tuple[float, float]]]
"""By rule and kind: up to which claim (rising), which share is right."""


def family(rule: str) -> str:
    """Return a rule without the words that it quotes, such as “Church” in the name."""
    return _QUOTED.sub("“…”", rule)


def account(rule: str, kind: str) -> str:
    """Return under which name the table holds what a rule says of a kind."""
    return f"{family(rule)}: {kind}"


def calibrated(mention: Mention) -> Mention:
    """Return a mention with the confidence that its rule has earned.

    A rule that is not in the table keeps its claim; of a name, which annotated texts could have
    shown to be right, it is never surer than `UNPROVEN`. What an editor says (1) stands.
    """
    for claim, share in _table().get(account(mention.rule, mention.kind), ()):
        if mention.confidence <= claim:
            return replace(mention, confidence=share)
    if mention.kind in SCORED and UNPROVEN < mention.confidence < 1:
        return replace(mention, confidence=UNPROVEN)
    return mention


@lru_cache(maxsize=1)
def _table() -> Table:
    return {
        rule: [(claim, share) for claim, share in steps]
        for rule, steps in json.loads(text_of("data/calibration.json")).items()
    }
