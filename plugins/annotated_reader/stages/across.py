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

from .people import Cluster
from .words import countries

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


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
    named = _named_in(joined.values())
    apart: dict[str, Cluster] = {}
    for cluster in lone:
        known = cluster.bearers or bearers.get(cluster.key, ())
        if len(known) == 1 and _share_company(cluster, target := joined["person", known[0]], named):
            rule = "surname of one bearer in the library, in the same company"
            target.mentions.extend(replace(m, rule=rule, confidence=0.6) for m in cluster.mentions)
            continue
        one = apart.setdefault(cluster.key, Cluster("person", cluster.key, lone=True))
        one.bearers = tuple(sorted({*one.bearers, *known}))
        one.mentions.extend(cluster.mentions)
    return [*joined.values(), *apart.values()]


def _named_in(clusters: Iterable[Cluster]) -> dict[str, set[tuple[str, str]]]:
    """What each text names, apart from dates and countries: these are company to anybody."""
    named: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for cluster in clusters:
        if cluster.kind not in ("date", "group", "term") and cluster.key not in countries():
            for mention in cluster.mentions:
                named[mention.document].add((cluster.kind, cluster.key))
    return named


def _share_company(
    lone: Cluster, bearer: Cluster, named: Mapping[str, set[tuple[str, str]]]
) -> bool:
    """Whether a text with the lone name and one with its bearer name something else in common."""
    here = set().union(*(named[mention.document] for mention in lone.mentions))
    texts = {mention.document for mention in bearer.mentions}
    return any(len(here & named[text]) > 0 for text in sorted(texts))


def _bearers(clusters: Iterable[Cluster]) -> dict[str, tuple[str, ...]]:
    """The full names of persons by their surname."""
    found: dict[str, list[str]] = defaultdict(list)
    for cluster in clusters:
        if cluster.kind == "person":
            found[cluster.key.rpartition(" ")[2]].append(cluster.key)
    return {surname: tuple(sorted(keys)) for surname, keys in found.items()}
