"""Two full names of one person: clusters and the text go in, clusters joined by its words come out.

"Jenna Nicole Mourey (born 1986), better known as Jenna Marbles", "George Orwell, born Eric Blair".
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model import Mention
    from .clusters import Cluster

_FARTHEST = 120  # characters between the two names
_SAID = re.compile(
    r"\bknown (?:(?:professionally|online|publicly|simply) )?(?:as|under|by)"
    r"(?: (?:his|her|their|the))?(?: (?:pseudonym|stage name|pen name|nickname|name))?(?: of)? $"
    r"|(?:\(|, |; )(?:born|née|né|a\.?k\.?a\.?|alias) $"
    r"|\bunder the (?:pseudonym|pen name|stage name|name)(?: of)? $",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"[.!?] (?![^()]*\))|\n")


def with_other_names(full: Sequence[Cluster], text: str) -> list[Cluster]:
    """Join two clusters of full names where `text` says that both are one person's."""
    joined: dict[str, Cluster] = {cluster.key: cluster for cluster in full}
    mentions = sorted(
        ((mention, cluster.key) for cluster in full for mention in cluster.mentions),
        key=lambda item: item[0].span,
    )
    for (before, key), (after, other) in pairwise(mentions):
        one, two = joined[key], joined[other]
        if one is not two and _is_said(text, before, after):
            most, least = (one, two) if len(one.mentions) >= len(two.mentions) else (two, one)
            rule = "other name that the text gives"
            least_named = [replace(m, rule=rule, confidence=0.8) for m in least.mentions]
            most.mentions = sorted([*most.mentions, *least_named], key=lambda m: m.span)
            joined = {k: most if each is least else each for k, each in joined.items()}
    return list({id(cluster): cluster for cluster in joined.values()}.values())


def _is_said(text: str, before: Mention, after: Mention) -> bool:
    between = text[before.span[1] : after.span[0]].rstrip("“\"‘'")
    return (
        0 < len(between) <= _FARTHEST
        and _SAID.search(between) is not None
        and _SENTENCE_ENDS.search(between) is None
    )
