"""Who is who across texts: the parts of each text go in, what they make together comes out.

A full name is one person, place or organization in all texts. A lone surname joins a person of
another text only where the library knows one bearer and both texts name something else in
common; otherwise it stays apart and says whom it may mean: a wrong merger costs more than a
missed one.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from .clusters import Joined
from .words import countries

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .clusters import Part


def across_texts(parts: Iterable[Part]) -> list[Joined]:
    """Join the texts' parts: by kind and key, then lone names by their bearers."""
    joined: dict[tuple[str, str], Joined] = {}
    lone: list[Part] = []
    for part in parts:
        if part.lone:
            lone.append(part)
            continue
        key = (part.kind, part.key)
        if key not in joined:
            joined[key] = Joined(*key)
        joined[key].parts.append(part)
    bearers = _bearers(joined.values())
    company = _Company(joined.values())
    apart: dict[str, Joined] = {}
    may_be: dict[str, dict[int, tuple[str, ...]]] = defaultdict(dict)
    for part in lone:
        known = part.bearers or bearers.get(part.key, ())
        if len(known) == 1 and company.is_shared(part, target := joined["person", known[0]]):
            rule = "surname of one bearer in the library, in the same company"
            target.parts.append(part._replace(told=(rule, 0.6)))
            continue
        one = apart.setdefault(part.key, Joined("person", part.key, lone=True))
        may_be[part.key][id(known)] = known  # most share the library's
        one.parts.append(part)
    for name, found in may_be.items():
        bearers_of = {bearer for known in found.values() for bearer in known}
        apart[name].bearers = tuple(sorted(bearers_of))
    return [*joined.values(), *apart.values()]


def _named_in(clusters: Iterable[Joined]) -> dict[str, set[tuple[str, str]]]:
    """What each text names, apart from dates and countries: these are company to anybody."""
    named: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for cluster in clusters:
        if cluster.kind not in ("date", "group", "term") and cluster.key not in countries():
            name = (cluster.kind, cluster.key)
            for part in cluster.parts:
                named[part.document].add(name)
    return named


class _Company:
    """What each text names, and what the texts of each bearer name together."""

    def __init__(self, clusters: Iterable[Joined]) -> None:
        self.named = _named_in(clusters)
        self.around: dict[str, set[tuple[str, str]]] = {}

    def is_shared(self, lone: Part, bearer: Joined) -> bool:
        """Whether a text with the lone name and one with its bearer name something in common.

        If so, the lone one's company is the bearer's from now on.
        """
        if bearer.key not in self.around:
            self.around[bearer.key] = self._in_texts(bearer.parts)
        here = self.named[lone.document]
        if here.isdisjoint(self.around[bearer.key]):
            return False
        self.around[bearer.key] |= here
        return True

    def _in_texts(self, parts: Iterable[Part]) -> set[tuple[str, str]]:
        texts = {part.document for part in parts}
        return set().union(*(self.named[text] for text in texts))


def _bearers(clusters: Iterable[Joined]) -> dict[str, tuple[str, ...]]:
    """The full names of persons by their surname."""
    found: dict[str, list[str]] = defaultdict(list)
    for cluster in clusters:
        if cluster.kind == "person":
            found[cluster.key.rpartition(" ")[2]].append(cluster.key)
    return {surname: tuple(sorted(keys)) for surname, keys in found.items()}
