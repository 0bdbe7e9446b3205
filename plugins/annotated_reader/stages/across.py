"""Who is who across texts: the clusters of each text go in, those of the library come out.

A full name is one person, place or organization in all texts. A lone surname joins a person of
another text only where the library knows one bearer and both texts name something else in
common; otherwise it stays apart and says whom it may mean: a wrong merger costs more than a
missed one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from .clusters import Cluster
from .words import countries

if TYPE_CHECKING:
    from collections.abc import Iterable


def across_texts(clusters: Iterable[Cluster]) -> list[Cluster]:
    """Join the texts' clusters: by kind and key, then lone names by their bearers."""
    joined: dict[tuple[str, str], Cluster] = {}
    lone: list[Cluster] = []
    for cluster in clusters:
        if cluster.lone:
            lone.append(cluster)
        else:
            key = (cluster.kind, cluster.key)
            joined.setdefault(key, Cluster(*key)).mentions.extend(cluster.mentions)
    bearers = _bearers(joined.values())
    company = _Company(joined.values())
    apart: dict[str, Cluster] = {}
    may_be: dict[str, dict[int, tuple[str, ...]]] = defaultdict(dict)
    for cluster in lone:
        known = cluster.bearers or bearers.get(cluster.key, ())
        if len(known) == 1 and company.is_shared(cluster, target := joined["person", known[0]]):
            rule = "surname of one bearer in the library, in the same company"
            target.mentions.extend(replace(m, rule=rule, confidence=0.6) for m in cluster.mentions)
            continue
        one = apart.setdefault(cluster.key, Cluster("person", cluster.key, lone=True))
        may_be[cluster.key][id(known)] = known  # most share the library's
        one.mentions.extend(cluster.mentions)
    for name, found in may_be.items():
        bearers_of = {bearer for known in found.values() for bearer in known}
        apart[name].bearers = tuple(sorted(bearers_of))
    return [*joined.values(), *apart.values()]


def _named_in(clusters: Iterable[Cluster]) -> dict[str, set[tuple[str, str]]]:
    """What each text names, apart from dates and countries: these are company to anybody."""
    named: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for cluster in clusters:
        if cluster.kind not in ("date", "group", "term") and cluster.key not in countries():
            for mention in cluster.mentions:
                named[mention.document].add((cluster.kind, cluster.key))
    return named


class _Company:
    """What each text names, and what the texts of each bearer name together."""

    def __init__(self, clusters: Iterable[Cluster]) -> None:
        self.named = _named_in(clusters)
        self.around: dict[str, set[tuple[str, str]]] = {}

    def is_shared(self, lone: Cluster, bearer: Cluster) -> bool:
        """Whether a text with the lone name and one with its bearer name something in common.

        If so, the lone one's company is the bearer's from now on.
        """
        if bearer.key not in self.around:
            self.around[bearer.key] = self._in_texts(bearer)
        here = self._in_texts(lone)
        if here.isdisjoint(self.around[bearer.key]):
            return False
        self.around[bearer.key] |= here
        return True

    def _in_texts(self, cluster: Cluster) -> set[tuple[str, str]]:
        texts = {mention.document for mention in cluster.mentions}
        return set().union(*(self.named[text] for text in texts))


def _bearers(clusters: Iterable[Cluster]) -> dict[str, tuple[str, ...]]:
    """The full names of persons by their surname."""
    found: dict[str, list[str]] = defaultdict(list)
    for cluster in clusters:
        if cluster.kind == "person":
            found[cluster.key.rpartition(" ")[2]].append(cluster.key)
    return {surname: tuple(sorted(keys)) for surname, keys in found.items()}
