"""In what company texts name things: parts and what they are joined to go in, a judge comes out.

Two texts that name but one thing alike may mean two; those that name something else in common
speak of the same.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from ..words import countries
from .address import first_names
from .name_words import name_key
from .people import names_of_one

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from .clusters import Joined, Part

ENOUGH = 2
"""What two texts have to share: something named in full, or two other names of one word."""
OF_AN_ARTICLE = 100
"""So many things an article names at most; books name some in common, whatever they are on."""
OF_SO_MANY = 6
"""Of so many more that the shorter of two books names, one more has to be shared."""
COMMON = 10
"""In how many texts, or in what part of all of them, something is company to anybody."""
RARE = 3
"""In how many texts a place, or a surname, may be that alone is company."""
Thing = tuple[str, str]
"""Kind and key of what a text names."""


class Company:
    """What each text names, and what the texts of each bearer name together.

    Dates, groups, countries, God, and what very many texts name are company to anybody.
    """

    def __init__(self, joined: Iterable[Joined], lone: Iterable[Part]) -> None:
        self.named: dict[str, set[Thing]] = defaultdict(set)
        self.around: dict[Thing, set[Thing]] = {}
        self.of_one_word = {(part.kind, part.key) for part in lone}
        texts: dict[Thing, set[str]] = defaultdict(set)
        everybodys = countries().keys() | names_of_one()
        for part in (*(part for one in joined for part in one.parts), *lone):
            if part.kind not in ("date", "group", "term") and part.key not in everybodys:
                texts[part.kind, part.key].add(part.document)
        most = max(COMMON, len(set().union(*texts.values())) // COMMON)
        for thing, documents in texts.items():
            for document in documents if len(documents) <= most else ():
                self.named[document].add(thing)
        places = ((thing, each) for thing, each in texts.items() if thing[0] == "place")
        self.common = {thing for thing, documents in places if len(documents) > RARE}
        self.of_one_word -= {thing for thing in self.of_one_word if _is_rare(thing, texts)}

    def is_shared(self, parts: Sequence[Part], bearer: Joined) -> bool:
        """Whether texts with a name and those with its bearer name something else in common.

        If so, the name's company is the bearer's from now on.
        """
        whose = (bearer.kind, bearer.key)
        if whose not in self.around:
            self.around[whose] = self._in_texts(bearer.parts)
        here = self._in_texts(parts)
        shared = (here & self.around[whose]) - {whose, (parts[0].kind, parts[0].key)}
        if sum(self.weight(each) for each in shared) < enough(here, self.around[whose]):
            return False
        self.around[whose] |= here
        return True

    def weight(self, thing: Thing) -> int:
        """How much it says that two texts name something: a name of one word says less.

        So does a place that other texts name as well; not a surname that hardly any other text has.
        """
        return 1 if thing in self.common or thing in self.of_one_word else ENOUGH

    def weight_for_strangers(self, thing: Thing) -> int:
        """How much it says that texts share something where neither knows a name's bearer in full.

        A city alone says little, and nothing where others name it as well: more than one Mary, or
        Museum, is in New York.
        """
        return self.weight(thing) - (thing[0] == "place")

    def _in_texts(self, parts: Iterable[Part]) -> set[Thing]:
        texts = {part.document for part in parts}
        return set().union(*(self.named[text] for text in texts))


def enough(one: Collection[Thing], other: Collection[Thing]) -> int:
    """Return how much two that name so many things have to share."""
    return ENOUGH + max(0, min(len(one), len(other)) - OF_AN_ARTICLE) // OF_SO_MANY


def _is_rare(thing: Thing, texts: Mapping[Thing, set[str]]) -> bool:
    """Whether hardly any text has a name of one word, and it is nobody's first name."""
    return len(texts.get(thing, ())) <= RARE and thing[1] not in _first_names()


@lru_cache(maxsize=1)
def _first_names() -> frozenset[str]:
    return frozenset(name_key(name) for name in first_names())
