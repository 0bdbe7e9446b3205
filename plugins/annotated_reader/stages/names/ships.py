"""A text goes in, the names of ships in it come out: "H.M.S. Beagle", "the brig Adventure".

The model takes them for persons and places. The letters before a name tell one, a noun of ships, or
what only a ship does or has: "they went aboard the Terra Nova", "the Terra Nova sailed". What is
one somewhere in a text is one wherever "the" stands before it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from ...model import Definition
from ..places.regions import regions
from ..words import countries, fold, head_words, honorifics, peoples, word_lists
from .occurrences import occurrences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ...model import Entity, Span

BY_LETTERS, BY_NOUN = "letters before the name of a ship", "noun of ships before the name"
AGAIN = "“the” before what is a ship by its text"

OUR_LETTERS = "our list of letters before ships’ names"
"""What such a fact names as its source."""
_WORDS = r"[A-Z][\w’'-]*\w(?: (?:of |the |de )?[A-Z][\w’'-]*\w){0,2}"
_NAME = f"(?P<name>{_WORDS})"
_OPENS = r"[“\"]?"
_SEA = re.compile(
    r"\b(?:ships?|sail(?:s|ed|ing)?|crew|decks?|harbou?r|anchor(?:s|ed|age)?|vessels?|seas?|voyage"
    r"|steam(?:er|ship|ed)|ashore|aboard|on board|ocean|boats?|masts?|fleet|navy|port)\b"
)
_OFTEN = 4
"""Words on the sea in a text in which something may be a ship by what it does."""
_HAS = (
    r"(?:[Aa]board|[Oo]n board(?: of)?|[Cc]rew of|[Pp]assengers (?:of|on)|[Dd]ecks? of|[Hh]ull of"
    r"|[Ss]inking of|[Ww]reck of|[Vv]oyages? of|[Cc]ruise of|[Ss]ail(?:ed|ing) (?:in|on)"
    r"|[Ee]mbarked (?:in|on)|[Cc]aptain of|[Cc]ommander of|[Ss]urgeon of|[Oo]fficers of"
    r"|[Cc]ommand(?:ed|ing| of)|[Ww]recked in)"
)
_DOES = (
    r"(?:,? (?:had |has |then |soon |finally )?(?:sailed|sank|set sail|foundered|anchored|steamed"
    r"|capsized|ran aground|put to sea|weighed anchor|dropped anchor|cast anchor|hove to"
    r"|lay at anchor|was (?:wrecked|torpedoed|sunk|scuttled|moored|driven ashore))"
    r"|[’']s (?:captain|crew|decks?|hold|bows?|stern|masts?|rigging|boats|keel|engine room"
    r"|commander|passengers|stokehold|figurehead|quarterdeck))\b"
)
_CONTEXT = re.compile(
    rf"\b{_HAS} the {_OPENS}{_NAME}|\b[Tt]he {_OPENS}(?P<doing>{_WORDS}){_OPENS}{_DOES}"
)
_THE = re.compile(r"\b[Tt]he [“\"]?$")
_MORE_NAME = re.compile(r"[”\"]? [A-Z]|-\w")
_IN_A_NAME = re.compile(r"[A-Z][\w.’'-]* (?:of |de |von )?$")
_JOINED = re.compile(r"-[a-z]{3}")  # "an HMS Racing-prepared Giulietta"
_SURE = 2  # contexts that tell a ship


def ships(text: str) -> Iterator[tuple[Span, str]]:
    """Yield where the name of a ship stands, with the letters before it, and the rule."""
    if not _signs().search(text):
        return
    no_names = word_lists()["ships"]["no_first_words"]
    found = _by_letters().finditer(text)
    lettered = [
        match
        for match in found
        if match["name"].split()[0] not in no_names and not _JOINED.search(match["name"])
    ]
    of_noun = [match for match in _of_noun().finditer(text) if not _is_no_ship(match["name"])]
    sure = {match["name"] for match in lettered}
    by_context = _by_context(text)
    spans = defaultdict(list)
    for span, name in occurrences(text, {*sure, *by_context, *(m["name"] for m in of_noun)}):
        spans[name].append(span)
    of_noun = [match for match in of_noun if not _is_somebody(text, spans[match["name"]])]
    told = {match.span("whole"): BY_LETTERS for match in lettered}
    told |= {match.span("name"): BY_NOUN for match in of_noun}
    yield from told.items()
    taken = {place for span in told for place in range(*span)}
    for name in sorted({*sure, *by_context, *(match["name"] for match in of_noun)}):
        for start, end in spans[name]:
            is_one = name in sure and not _IN_A_NAME.search(text, max(0, start - 20), start)
            is_one = is_one or _has_article(text, (start, end))
            if is_one and start not in taken and not _MORE_NAME.match(text, end):
                yield (start, end), AGAIN


def fact_of_ship(entity: Entity, names: Iterable[str]) -> Definition | None:
    """Return what the letters before one of a ship's `names` say of her."""
    for name in names if entity.kind == "ship" else ():
        if match := _letters_first().match(name):
            letters = match[1].replace(".", "")
            key = letters if letters.startswith("Space") else letters.replace(" ", "")
            said: str = word_lists()["ships"]["said"][key]
            return Definition(said, "data", source=OUR_LETTERS)
    return None


def without_letters(name: str) -> str:
    """Return a ship's folded name without what stands for "Her Majesty's Ship"."""
    return _folded_letters().sub("", name)


def _by_context(text: str) -> set[str]:
    """The names that do or have, often enough, what only ships do or have."""
    if len(_SEA.findall(text)) < _OFTEN:
        return set()
    counts = Counter(match["name"] or match["doing"] for match in _CONTEXT.finditer(text))
    return {
        name
        for name, count in counts.items()
        if count >= _SURE and not _is_no_ship(name) and not _are_many(name)
        if fold(name) not in regions()
    }


def _is_no_ship(name: str) -> bool:
    """Tell whether a name is a title, a day, a land or a building: "the ship Captain"."""
    words = name.split()
    first, last = words[0], words[-1]
    return (
        first.casefold() in honorifics()
        or first in word_lists()["ships"]["no_first_words"]
        or last in word_lists()["ships"]["no_last_words"]
        or (len(words) > 1 and last in head_words())
        or fold(name) in countries()
    )


def _is_somebody(text: str, spans: Sequence[Span]) -> bool:
    """Tell whether a name mostly has no article in a text: "on the ship Wilson was the chief"."""
    bare = sum(not _has_article(text, span) for span in spans)
    return bare > len(spans) - bare + 1


def _has_article(text: str, span: Span) -> bool:
    return _THE.search(text, max(0, span[0] - 6), span[0]) is not None


def _are_many(name: str) -> bool:
    """Tell whether a name is that of a people or of a crowd: "the Dutch sailed"."""
    key = fold(name)
    return key in peoples() or key.removesuffix("s") in peoples() or name.endswith(("s", "men"))


@lru_cache(maxsize=1)
def _letters() -> str:
    """A pattern of the letters before ships' names: "HMS", "H.M.S.", "H. M. S."."""
    table = word_lists()["ships"]
    dotted = (r"\s?".join(rf"{letter}\." for letter in letters) for letters in table["dotted"])
    return f"(?:{'|'.join((*dotted, *table['said']))})"


@lru_cache(maxsize=1)
def _by_letters() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<whole>{_letters()} {_OPENS}{_NAME})")


@lru_cache(maxsize=1)
def _letters_first() -> re.Pattern[str]:
    return re.compile(f"({_letters()}) ")


@lru_cache(maxsize=1)
def _folded_letters() -> re.Pattern[str]:
    table = word_lists()["ships"]
    spaced = (" ?".join(letters.lower()) for letters in table["dotted"])
    return re.compile(rf"^(?:{'|'.join((*spaced, *map(fold, table['said'])))}) (?=\w)")


@lru_cache(maxsize=1)
def _of_noun() -> re.Pattern[str]:
    nouns = "|".join(word_lists()["ships"]["nouns"])
    between = r",? (?:named|called|christened)|,? the|s? (?:like|such as) the"
    return re.compile(rf"\b(?:{nouns})(?:{between})? {_OPENS}{_NAME}(?![’'-]\w{{2}}|\.\w)")


@lru_cache(maxsize=1)
def _signs() -> re.Pattern[str]:
    """What every text with a ship in it has: spares the rest in most."""
    nouns = "|".join(word_lists()["ships"]["nouns"])
    return re.compile(
        rf"\b(?:{_letters()}|(?:{nouns}) |{_HAS} the |[Tt]he {_OPENS}[A-Z]\w+{_DOES})"
    )
