"""Entries in, the texts out in which a name probably means something else than in the others.

A place lies in one country: where one text says “Cambridge, Massachusetts” and another one speaks
of England only, the two may not mean one place. So it is with names that each country has:
“Supreme Court”. What lies in several countries, or is named where no country is, stays as it is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from ..places.gazetteer import cities_named
from ..places.regions import regions
from ..words import capitals, fold

if TYPE_CHECKING:
    from ...model import Entry
    from .usage import Context, Usage

Lands: TypeAlias = frozenset[str]
"""The codes of countries."""

_CONTAINER = re.compile(r", (?:the )?([A-Z][\w.]*(?: [A-Z][\w.]*)*)")
SMALL_WORDS = frozenset(("of", "the", "and", "for", "in", "on"))


def two_things(
    entries: Mapping[str, Entry], contexts: Mapping[str, Sequence[Context]], usage: Usage
) -> dict[str, tuple[str, ...]]:
    """Return the texts (slugs) in which entries, by id, probably mean something else.

    That is not where most of the mentions are. `contexts` are by the entry's id.
    """
    named = lands_by_text(entries, contexts)
    found = {}
    for id_, entry in entries.items():
        by_text = _by_text(contexts.get(id_, ()))
        if len(by_text) > 1 and (lands := _lands_of(entry, by_text, usage, named)):
            found[id_] = _apart(lands, {text: len(each) for text, each in by_text.items()})
    return {id_: texts for id_, texts in found.items() if texts}


def lands_by_text(
    entries: Mapping[str, Entry], contexts: Mapping[str, Sequence[Context]]
) -> dict[str, Lands]:
    """Return the countries that each text names, by themselves or by a part of them."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for id_, entry in entries.items():
        if entry.kind == "place" and (lands := _lands_named(entry.name)):
            for context in contexts.get(id_, ()):
                found[context.text] |= lands
    return {text: frozenset(lands) for text, lands in found.items()}


def _lands_named(name: str) -> Lands:
    return frozenset(region.country for region in regions().get(fold(name), ()))


def _by_text(contexts: Sequence[Context]) -> dict[str, list[Context]]:
    by_text: defaultdict[str, list[Context]] = defaultdict(list)
    for context in contexts:
        by_text[context.text].append(context)
    return dict(by_text)


def _lands_of(
    entry: Entry,
    by_text: Mapping[str, Sequence[Context]],
    usage: Usage,
    named: Mapping[str, Lands],
) -> dict[str, Lands]:
    """In which countries each text's thing of that name may be; those that tell nothing are out."""
    if entry.kind == "place" and not regions().get(fold(entry.name)):
        if fold(entry.name) in capitals():
            return {}
        lands = frozenset(city.country for city in cities_named(entry.name))
        told = {
            text: _said(each) or named.get(text, frozenset()) & lands
            for text, each in by_text.items()
        }
    elif entry.kind == "organization" and _is_common(entry, usage):
        told = {text: named.get(text, frozenset()) for text in by_text}
    else:
        return {}
    return {text: lands for text, lands in told.items() if lands}


def _said(contexts: Sequence[Context]) -> Lands:
    """The countries in which a text says that the place lies: “Cambridge, Massachusetts”."""
    matches = (_CONTAINER.match(context.after) for context in contexts)
    return frozenset().union(*(_lands_named(match[1]) for match in matches if match))


def _is_common(entry: Entry, usage: Usage) -> bool:
    """Tell whether the texts have all words of a name in lower case, and no data set knows it."""
    words = [word for word in entry.name.casefold().split() if word not in SMALL_WORDS]
    is_known = entry.definition.origin == "data"
    return not is_known and len(words) > 1 and all(usage.lower.get(word) for word in words)


def _apart(lands: Mapping[str, Lands], times: Mapping[str, int]) -> tuple[str, ...]:
    """The texts that name no country of those in which it mostly is."""
    counts: Counter[str] = Counter()
    for text, each in lands.items():
        counts.update(dict.fromkeys(each, times[text]))
    texts = Counter(land for each in lands.values() for land in each)
    mostly = max(sorted(counts), key=lambda land: (counts[land], texts[land]), default="")
    return tuple(_without(lands, mostly))


def _without(lands: Mapping[str, Lands], mostly: str) -> Iterator[str]:
    with_it = frozenset().union(*(each for each in lands.values() if mostly in each))
    for text, each in sorted(lands.items()):
        if each.isdisjoint(with_it):
            yield text
