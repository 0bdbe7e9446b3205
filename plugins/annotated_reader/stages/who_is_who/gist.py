"""What a library asks of each text's mentions: these go in, a gist comes out; gists, what they say.

Which kind a name has in most texts and what acronyms stand for depends on all texts, and on no
more of each than its gist, so that of thousands of texts only the changed ones are looked at.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ..facts.known_bodies import stands_for_another
from ..kinds.votes import PART_OF_A_NAME, WEIGHT
from ..names.abbreviations import IN_BRACKETS
from ..places.regions import regions
from ..words import fold, word_lists
from .honorific import without_honorific
from .keys import ACRONYM, KEYED, initials_of, key_of, key_of_body

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ...model import Document, Mention


ELSEWHERE = 0.75
"""How sure the surname of somebody in one text makes us of the same word in others."""


class Gist(NamedTuple):
    """What a text adds to the library, and what of the library it depends on.

    `votes` say how much a folded name is of a kind, `shorts` are the acronyms in it, `explained`
    and `initials` pairs of an acronym and the key of a name that it may stand for.
    """

    document: str
    votes: tuple[tuple[str, str, int], ...] = ()
    shorts: tuple[str, ...] = ()
    explained: tuple[tuple[str, str], ...] = ()
    initials: tuple[tuple[str, str], ...] = ()


def gist(document: Document, mentions: Sequence[Mention]) -> Gist:
    """Return the gist of a document's mentions."""
    votes: Counter[tuple[str, str]] = Counter()
    somebody: dict[str, int] = {}
    explained, initials = set(), set()
    for mention in mentions:
        if mention.kind in KEYED:
            continue
        weight = round(1000 * mention.confidence**WEIGHT)
        name = fold(without_honorific(mention.surface))
        if mention.rule == PART_OF_A_NAME:  # whose surname it is here tells little of other texts
            somebody[name] = round(1000 * ELSEWHERE**WEIGHT)
        else:
            votes[name, mention.kind] += weight
        if mention.kind == "person" or " " not in mention.surface:
            continue
        if match := IN_BRACKETS.match(document.text, mention.span[1]):
            explained.add((fold(match[1]), _key_explained(mention, match[1])))
        if len(letters := initials_of(mention.surface)) > 2:
            initials.add((letters, key_of(mention)))
    for name, weight in somebody.items():
        votes[name, "person"] += weight
    return Gist(
        document.slug,
        tuple((name, kind, weight) for (name, kind), weight in sorted(votes.items())),
        tuple(sorted({fold(m.surface) for m in mentions if ACRONYM.match(m.surface)})),
        tuple(sorted(explained)),
        tuple(sorted(initials)),
    )


def _key_explained(mention: Mention, short: str) -> str:
    """The key of what letters behind a name stand for: of "Parliament of New South Wales (NSW)".

    That is the place at its end, if the letters are the place's and not the whole name's.
    """
    _, of, place = mention.surface.rpartition(" of ")
    is_of_place = of and fold(place) in regions() and initials_of(place) == fold(short)
    return fold(place) if is_of_place else key_of(mention)


def library_kinds(gists: Iterable[Gist]) -> dict[str, str]:
    """Return the kind that each name has most often, in all texts."""
    votes: dict[str, dict[str, int]] = {}
    for each in gists:
        for name, kind, weight in each.votes:
            known = votes.setdefault(name, {})
            known[kind] = known.get(kind, 0) + weight
    return {
        name: next(iter(kinds)) if len(kinds) == 1 else max(sorted(kinds), key=kinds.__getitem__)
        for name, kinds in votes.items()
    }


def library_acronyms(gists: Iterable[Gist]) -> dict[str, str]:
    """Return what acronyms stand for, as folded names: given in brackets, else by initials.

    By initials only where a text names both: "CDC" of one text is not Control Data of another; and
    never for other words than those of a well-known body: NBC is no National Bank of Canada.
    """
    given: dict[str, set[str]] = defaultdict(set)
    initials: dict[str, set[str]] = defaultdict(set)
    for each in gists:
        for short, name in each.explained:
            given[short].add(name)
        for short, name in each.initials:
            if short in each.shorts and not stands_for_another(short.upper(), name):
                initials[short].add(name)
    known = {fold(short): {key_of_body(name)} for short, name in word_lists()["acronyms"].items()}
    chosen = {**initials, **known}
    for short, names in given.items():
        spelled = {name for name in names if initials_of(name) == short}
        chosen[short] = spelled or names
    return {acronym: next(iter(names)) for acronym, names in chosen.items() if len(names) == 1}
