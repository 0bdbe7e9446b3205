"""What is asked of every engine, made from the corpus itself: everyday queries and known items.

A known item is a text that somebody has in mind and looks for by what she remembers: words,
a word mistyped, a name in another spelling, part of a name, a phrase. As far as whole words go,
no other page has all that she remembers.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.pages import Text, read_pages

EVERYDAY = 30
OF_A_SORT = 20
TRIES = 200
COMMON = 11_000  # pages: a word that more have tells nothing, and would cost much memory
_WORD = re.compile(r"[^\W\d_]+")
# How other alphabets' and languages' romanizations write the same name.
SPELLINGS = (
    ("dzh", "j"), ("zh", "j"), ("kh", "h"), ("sh", "sch"), ("ch", "tch"), ("yev", "iev"),
    ("ya", "ia"), ("ks", "x"), ("ov", "ow"), ("iy", "ij"), ("u", "ou"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class KnownItem:
    """A text, and what is typed by somebody who looks for it."""

    sort: str
    query: str
    ref: str


@dataclass(frozen=True, slots=True)
class Questions:
    """What is asked: for the times and sizes, and for what is found."""

    everyday: list[str]
    known: list[KnownItem]


def questions(source: Path, texts: int) -> Questions:
    """Make the queries from the pages in `source`, of which `texts` are texts."""
    chance = random.Random(14)  # noqa: S311  # repeatable on purpose
    chosen = set(chance.sample(range(texts), min(texts, 2 * EVERYDAY + 5 * OF_A_SORT)))
    pages = (page for page in read_pages(source) if page.kind == "text")
    targets = [page for place, page in enumerate(pages) if place in chosen]
    chance.shuffle(targets)
    memory = _Memory(targets, _having(source, targets), chance)
    everyday = [_everyday(targets[n % len(targets)], chance) for n in range(EVERYDAY)]
    return Questions(everyday, list(memory.known_items()))


def _having(source: Path, targets: list[Text]) -> dict[str, set[int]]:
    """For every longer word of the targets, the pages that have it; none for a common word."""
    wanted = {word for page in targets for word in _words(_all_of(page)) if len(word) > 3}
    having: defaultdict[str, set[int]] = defaultdict(set)
    for number, page in enumerate(read_pages(source)):
        for word in wanted.intersection(_words(_all_of(page))):
            having[word].add(number)
            if len(having[word]) > COMMON:
                wanted.remove(word)
                del having[word]
    return having


def _all_of(page: Text) -> str:
    return f"{page.title} {page.body}"


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _everyday(page: Text, chance: random.Random) -> str:
    words = [word for word in _words(page.body) if len(word) > 3]
    return " ".join(chance.sample(words, chance.choice((1, 2, 2, 3))))


class _Memory:
    """What people remember of the targets."""

    def __init__(
        self, targets: list[Text], having: dict[str, set[int]], chance: random.Random
    ) -> None:
        self.targets = targets
        self.having = having
        self.chance = chance
        self.rare = max(2, max(map(max, having.values())) // 20)

    def known_items(self) -> Iterator[KnownItem]:
        """Yield as many known items of each sort; a text that gives none is passed over."""
        sorts: dict[str, Callable[[Text], str]] = {
            "plain words": self._plain,
            "a typo": self._typo,
            "a name spelt otherwise": self._variant,
            "part of a name": self._partial,
            "a phrase": self._phrase,
        }
        place = 0
        for sort, make in sorts.items():
            found = 0
            while found < OF_A_SORT:
                page = self.targets[place % len(self.targets)]
                place += 1
                if query := self._tried(make, page):
                    found += 1
                    yield KnownItem(sort, query, page.ref)

    def _tried(self, make: Callable[[Text], str], page: Text) -> str:
        return next(filter(None, (make(page) for _ in range(TRIES))), "")

    def _alone(self, words: list[str]) -> bool:
        pages = [self.having[word] for word in words if word in self.having]
        return bool(pages) and len(set.intersection(*pages)) == 1

    def _remembered(self, page: Text, count: int) -> list[str]:
        words = sorted({word for word in _words(page.body) if len(word) > 4})
        return self.chance.sample([word for word in words if self._is_rare(word)], count)

    def _is_rare(self, word: str) -> bool:
        return word in self.having and len(self.having[word]) <= self.rare

    def _plain(self, page: Text) -> str:
        words = self._remembered(page, 2)
        return " ".join(words) if self._alone(words) else ""

    def _typo(self, page: Text) -> str:
        words = self._remembered(page, 2)
        if not self._alone(words) or len(words[0]) < 6:
            return ""
        mistyped = _mistyped(words[0], self.chance)
        return f"{mistyped} {words[1]}" if mistyped not in self.having else ""

    def _name_and_word(self, page: Text) -> tuple[str, str]:
        """A last name that stands in the text, and another word, or nothing."""
        names = [name.split()[1].lower() for name in page.names if name in page.body]
        if not names:
            return "", ""
        name, (word,) = self.chance.choice(names), self._remembered(page, 1)
        return (name, word) if word != name and self._alone([name, word]) else ("", "")

    def _variant(self, page: Text) -> str:
        name, word = self._name_and_word(page)
        usual, other = self.chance.choice(SPELLINGS)
        return f"{name.replace(usual, other, 1)} {word}" if usual in name else ""

    def _partial(self, page: Text) -> str:
        name, word = self._name_and_word(page)
        if not name or self.chance.random() < 0.5:
            return f"{name} {word}".strip()
        return f"{word} {name[: max(4, len(name) - 3)]}"

    def _phrase(self, page: Text) -> str:
        words = self.chance.choice(page.paragraphs).split()
        start = self.chance.randrange(max(1, len(words) - 4))
        phrase = words[start : start + 4]
        plain = all(map(str.isalpha, phrase))
        return f'"{" ".join(phrase)}"' if plain and self._alone(_words(" ".join(phrase))) else ""


def _mistyped(word: str, chance: random.Random) -> str:
    place = chance.randrange(1, len(word) - 1)
    before, letter, after = word[:place], word[place], word[place + 1 :]
    slips = (
        before + after,
        before + letter + letter + after,
        before + after[0] + letter + after[1:],
        before + chance.choice("aeinorst") + after,
    )
    return chance.choice(slips)
