"""The persons of one document who are named in full: found by name, title and place, not by search.

A text may name thousands, each thousands of times; whatever is asked here is answered without
going through them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from ..words import fold
from .address import MAN, WIFE, are_two
from .kin_apart import is_another
from .offices import means_anybody

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...model import Mention, Span
    from .clusters import Cluster


class Persons:
    """Clusters of full names in the order of the text; later mentions are joined in that order.

    `addresses` tell of some whether they are men or women; `shared` are the names that a man and
    a woman of the text, or a wife and a daughter, both bear; `called` gives for a name of one word
    that by which its bearer is called most.
    """

    def __init__(
        self, clusters: Sequence[Cluster], addresses: Mapping[str, str], text: str = ""
    ) -> None:
        self.clusters = list(clusters)
        self.text = text
        self.addresses = addresses
        self.shared: set[str] = set()
        self.called: dict[str, str] = {}
        self.of_husbands: set[str] = set()
        self.last: dict[str, str] = {}
        self.apart: dict[str, Cluster] = {}
        self.order = {cluster.key: number for number, cluster in enumerate(clusters)}
        self.spans = {each.key: [mention.span for mention in each.mentions] for each in clusters}
        self.names = {each.key: {mention.surface for mention in each.mentions} for each in clusters}
        self.by_name: dict[str, dict[str, Cluster]] = defaultdict(dict)
        self.holders: dict[str, dict[str, Span]] = defaultdict(dict)
        self.by_title: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        self.of = {mention.span: cluster for cluster in clusters for mention in cluster.mentions}
        for cluster in clusters:
            for key in (cluster.key, *cluster.shorts):
                given, family = key.partition(" ")[0], key.rpartition(" ")[2] if " " in key else ""
                self.by_name[f"{given} "][cluster.key] = cluster
                self.by_name[f" {family}"][cluster.key] = cluster
            for mention in cluster.mentions:
                self._note_title(cluster, mention)

    def _note_title(self, cluster: Cluster, mention: Mention) -> None:
        """Note under whatever a name begins with where it stands first."""
        words = fold(mention.surface).split(" ")
        for count in range(1, len(words)):
            self.entitle(" ".join(words[:count]), cluster, mention)

    def entitle(self, title: str, cluster: Cluster, mention: Mention) -> None:
        """Note that a person is called by a title; the first two of a title are enough to know."""
        holders = self.holders[title]
        holders[cluster.key] = min(mention.span, holders.get(cluster.key, mention.span))
        first = [key for _, key in self.by_title[title]]
        self.by_title[title] = sorted((holders[key], key) for key in {*first, cluster.key})[:2]

    def register(self, cluster: Cluster) -> None:
        """Know one who is named by one word only, so that a title may mean that person."""
        if cluster.key not in self.order:
            self.order[cluster.key] = len(self.clusters)
            self.spans[cluster.key] = []
            self.clusters.append(cluster)

    def join(self, cluster: Cluster, mention: Mention) -> None:
        """Add a mention to a person; all that were joined before stand before it."""
        cluster.mentions.append(mention)
        self.of[mention.span] = cluster
        self._note_title(cluster, mention)

    def bearers(self, last: str, first: str, address: str = "") -> list[Cluster]:
        """Return those of a family name or of a first name, both as keys, who may be addressed so.

        Of those who share a name, only they may of whom the text tells it; "" is nobody's name.
        """
        found = {**self._named(f" {last}"), **self._named(f"{first} ")}
        ordered = sorted(found.values(), key=lambda cluster: self.order[cluster.key])
        known = [(cluster, self.addresses.get(cluster.key, "")) for cluster in ordered]
        unsure = last not in self.shared or not address
        return [one for one, own in known if not are_two(own, address) and (own or unsure)]

    def _named(self, name: str) -> dict[str, Cluster]:
        return self.by_name.get(name, {}) if name != " " else {}

    def share(self, name: str, said: set[str]) -> None:
        """Note that a name is shared, if the addresses of its bearers cannot be one person's."""
        said = said | {self.addresses.get(each.key, "") for each in self.bearers(name, name)}
        if any(are_two(one, other) for one in said for other in said):
            self.shared.add(name)
            self.last[name] = MAN
            if WIFE in said:
                self.of_husbands.add(name)

    def address(self, name: str, said: str) -> str:
        """Return whom a name means that is shared: who is addressed so, else who was last named.

        Where a text has a "Mrs. Verloc", her husband is who it calls "Verloc".
        """
        if name in self.shared and said:
            self.last[name] = said
        if said or name not in self.shared:
            return said
        return MAN if name in self.of_husbands else self.last[name]

    def address_at(self, mention: Mention) -> str:
        """Return what is known of whom a full name means."""
        return self.addresses.get(self.of[mention.span].key, "")

    def others(self, mention: Mention, bearers: Sequence[Cluster], beside: Span) -> list[Cluster]:
        """Return those bearers whom a mention can mean, `beside` which another of them is named."""
        there = self.of.get(beside)
        return [
            one
            for one in bearers
            if one is not there and not is_another(mention.surface, self.names.get(one.key, ()))
        ]

    def titled(self, title: str, mention: Mention, subject: Cluster | None) -> list[Cluster]:
        """Return those called by a title before a mention; of several two, and the `subject`."""
        if means_anybody(self.text, mention.span):
            return []
        first = [key for span, key in self.by_title.get(title, ()) if span < mention.span]
        found = [self.clusters[self.order[key]] for key in first]
        if subject and subject not in found:
            span = self.holders[title].get(subject.key)
            found += [subject] if span and span < mention.span else []
        return found

    def seen(self, cluster: Cluster, mention: Mention) -> tuple[int, Mention]:
        """Return how often a person is named before a mention, and the last of these."""
        spans = self.spans[cluster.key]
        joined = len(cluster.mentions) - len(spans)
        full = bisect_left(spans, mention.span)
        last = cluster.mentions[-1] if joined else cluster.mentions[full - 1]
        return full + joined, last
