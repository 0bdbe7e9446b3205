"""Persons of one document: mentions go in, clusters of mentions of one person come out.

A full name is known by its first and last word; a lone surname or first name joins the one
bearer that the text has introduced. Where it has introduced two, the name stays apart with
both as candidates: a wrong merger costs more than a missed one.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from .names import without_honorific
from .words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model import Mention


@dataclass(slots=True)
class Cluster:
    """Mentions that name one thing, while names are being joined.

    `key` is what the same thing has in other texts; `lone` marks a person known by one word
    only; `bearers` are the keys of those whom an ambiguous name may stand for.
    """

    kind: str
    key: str
    mentions: list[Mention] = field(default_factory=list)
    lone: bool = False
    bearers: tuple[str, ...] = ()


def cluster_people(mentions: Sequence[Mention]) -> list[Cluster]:
    """Return the persons whom `mentions` (of one document, in order) name."""
    clusters: dict[str, Cluster] = {}
    for mention in mentions:
        words = name_words(mention.surface)
        if len(words) > 1:
            key = _key_among(clusters, words)
            clusters.setdefault(key, Cluster("person", key)).mentions.append(mention)
    full = list(clusters.values())
    lone: dict[tuple[str, tuple[str, ...]], Cluster] = {}
    for mention in mentions:
        words = name_words(mention.surface)
        if len(words) == 1:
            _place_lone(mention, words[0], full, lone)
    return [*full, *lone.values()]


def name_words(surface: str) -> list[str]:
    """Return the words of a person's name without honorifics, initials kept: "J.", "Smith"."""
    name = without_honorific(surface)
    while (shorter := without_honorific(name)) != name:
        name = shorter
    return [word for word in name.replace("‐", "-").split() if fold(word) not in _SUFFIXES]


_SUFFIXES = frozenset(
    ("jr", "sr", "ii", "iii", "iv", "phd", "md", "frs", "obe", "mbe", "cbe", "dbe")
)


def _key_among(clusters: dict[str, Cluster], words: Sequence[str]) -> str:
    """The key of a name; "J. Smith" takes that of the one "John Smith" before it."""
    first, last = fold(words[0]), fold(words[-1])
    if len(first) == 1:
        alike = [key for key in clusters if key.startswith(first) and key.endswith(" " + last)]
        if len(alike) == 1:
            return alike[0]
    return f"{first} {last}"


def _place_lone(
    mention: Mention,
    word: str,
    full: Iterable[Cluster],
    lone: dict[tuple[str, tuple[str, ...]], Cluster],
) -> None:
    name = fold(word)
    bearers = [cluster for cluster in full if name in cluster.key.split(" ")]
    introduced = [cluster for cluster in bearers if cluster.mentions[0].span < mention.span]
    candidates = introduced or bearers
    if len(candidates) == 1:
        candidates[0].mentions.append(_joined(mention, name, candidates[0]))
        return
    keys = tuple(sorted(cluster.key for cluster in candidates))
    rule = "name of several persons" if keys else mention.rule
    confidence = 0.5 if keys else mention.confidence
    cluster = lone.setdefault((name, keys), Cluster("person", name, lone=True, bearers=keys))
    cluster.mentions.append(replace(mention, rule=rule, confidence=confidence))


def _joined(mention: Mention, name: str, cluster: Cluster) -> Mention:
    if without_honorific(mention.surface) != mention.surface:
        return replace(
            mention, rule="honorific and surname of a full name in the text", confidence=0.95
        )
    if cluster.key.endswith(" " + name):
        return replace(mention, rule="surname of a full name in the text", confidence=0.9)
    return replace(mention, rule="first name of a full name in the text", confidence=0.8)
