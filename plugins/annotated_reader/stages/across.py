"""Who is who across texts: the clusters of each text go in, those of the library come out.

A full name is one person, place or organization in all texts. A lone surname joins a person of
another text only where the library knows one bearer and both texts name something else in
common; otherwise it stays apart and says whom it may mean: a wrong merger costs more than a
missed one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from .clusters import Cluster
from .short_forms import usual_shorts
from .words import countries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def across_texts(clusters: Iterable[Cluster]) -> list[Cluster]:
    """Join the texts' clusters: by kind and key, then short forms, then lone names by bearers."""
    joined: dict[tuple[str, str], Cluster] = {}
    lone: list[Cluster] = []
    for cluster in clusters:
        if cluster.lone:
            lone.append(cluster)
            continue
        one = joined.setdefault((cluster.kind, cluster.key), Cluster(cluster.kind, cluster.key))
        one.mentions.extend(cluster.mentions)
        one.shorts |= cluster.shorts
    company = _Company([*joined.values(), *lone])
    _join_shorts(joined, company)
    bearers = _bearers(joined.values())
    apart: dict[str, list[Cluster]] = defaultdict(list)
    may_be: dict[str, Cluster] = {}
    for cluster in lone:
        known = cluster.bearers or bearers.get(cluster.key, ())
        if len(known) == 1 and company.is_shared(cluster, target := joined["person", known[0]]):
            _take(target, cluster, "surname of one bearer in the library, in the same company")
        elif known:
            one = may_be.setdefault(cluster.key, Cluster("person", cluster.key, lone=True))
            one.bearers = tuple(sorted({*one.bearers, *known}))
            one.mentions.extend(cluster.mentions)
        else:
            apart[cluster.key].append(cluster)
    strangers = [one for found in apart.values() for one in _by_company(found, company)]
    return [*joined.values(), *may_be.values(), *strangers]


def _take(target: Cluster, cluster: Cluster, rule: str) -> None:
    target.mentions.extend(replace(m, rule=rule, confidence=0.6) for m in cluster.mentions)


def _join_shorts(joined: dict[tuple[str, str], Cluster], company: _Company) -> None:
    """Join what is a short or another form of one name where both are named in one company."""
    full: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
    for cluster in joined.values():
        if cluster.kind in ("organization", "place", "person"):
            for short in usual_shorts(cluster):
                full[cluster.kind, short].append(cluster)
    for key in [key for key in joined if len(full.get(key, ())) == 1]:
        (target,) = full[key]
        if (target.kind, target.key) in joined and company.is_shared(joined[key], target):
            _take(target, joined.pop(key), "other form of one name in the library")


def _by_company(found: Iterable[Cluster], company: _Company) -> Iterator[Cluster]:
    """Yield one name's lone clusters: one person where texts name something else in common."""
    groups: list[Cluster] = []
    place: dict[tuple[str, str], int] = {}
    for cluster in found:
        around = company.of(cluster) - {("person", cluster.key)}
        shared: Counter[int] = Counter()
        for each in around & place.keys():
            shared[place[each]] += company.weight(each)
        number = min((n for n, weight in shared.items() if weight >= ENOUGH), default=len(groups))
        if number == len(groups):
            key = f"{cluster.key} in {cluster.mentions[0].document}" if groups else cluster.key
            groups.append(Cluster("person", key, lone=True))
        groups[number].mentions.extend(cluster.mentions)
        place.update((each, number) for each in around if each not in place)
    yield from groups


ENOUGH = 2
"""What two texts have to share: something named in full, or two other names of one word."""
COMMON = 10
"""In how many texts, or in what part of all of them, something is company to anybody."""


class _Company:
    """What each text names, and what the texts of each bearer name together.

    Dates, groups, countries and what very many texts name are company to anybody.
    """

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        self.named: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self.around: dict[tuple[str, str], set[tuple[str, str]]] = {}
        self.of_one_word = {(each.kind, each.key) for each in clusters if each.lone}
        texts: dict[tuple[str, str], set[str]] = defaultdict(set)
        for cluster in clusters:
            if cluster.kind not in ("date", "group", "term") and cluster.key not in countries():
                texts[cluster.kind, cluster.key] |= {m.document for m in cluster.mentions}
        most = max(COMMON, len(set().union(*texts.values())) // COMMON)
        for thing, named_in in texts.items():
            for text in named_in if len(named_in) <= most else ():
                self.named[text].add(thing)

    def is_shared(self, cluster: Cluster, bearer: Cluster) -> bool:
        """Whether a text with a name and one with its bearer name something else in common.

        If so, the name's company is the bearer's from now on.
        """
        whose = (bearer.kind, bearer.key)
        if whose not in self.around:
            self.around[whose] = self.of(bearer)
        here = self.of(cluster)
        shared = (here & self.around[whose]) - {whose, (cluster.kind, cluster.key)}
        if sum(self.weight(each) for each in shared) < ENOUGH:
            return False
        self.around[whose] |= here
        return True

    def weight(self, thing: tuple[str, str]) -> int:
        """How much it says that two texts name something: a name of one word says less."""
        return 1 if thing in self.of_one_word else ENOUGH

    def of(self, cluster: Cluster) -> set[tuple[str, str]]:
        """Return what the texts of a cluster name."""
        texts = {mention.document for mention in cluster.mentions}
        return set().union(*(self.named[text] for text in texts))


def _bearers(clusters: Iterable[Cluster]) -> dict[str, tuple[str, ...]]:
    """The full names of persons by their surnames."""
    found: dict[str, set[str]] = defaultdict(set)
    for cluster in clusters:
        if cluster.kind == "person":
            for name in (cluster.key, *cluster.shorts):
                found[name.rpartition(" ")[2]].add(cluster.key)
    return {surname: tuple(sorted(keys)) for surname, keys in found.items()}
