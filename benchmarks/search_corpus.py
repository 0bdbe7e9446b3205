"""A seeded corpus of any size to search in: the demo's sentences with other words and names.

Every text recombines sentences of the demo's, exchanges some of their words for invented ones
and names people, both as often as Zipf's law has it, so that the vocabulary grows with the
number of texts as a real one does. To ten texts comes an entry of a name.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path

from annotated_reader.pipeline import read_document
from annotated_reader.store import read_seeds
from benchmarks.pages import Text

WORDS = 500  # of a text
EXCHANGED = 0.2  # of the longer words
INVENTED = 60_000  # words
TEXTS_A_NAME = 10
_LONGER = re.compile(r"\b[a-z]{5,}\b")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_ONSETS = "b br c ch cl d dr f g gr h k l m n p pl pr r s sh st t th tr v w".split()
_CORES = "a a a e e e i i o o u ea ou".split()
_CODAS = ["", "", "", "", "l", "m", "n", "n", "nd", "r", "r", "s", "st", "t"]
_FINALS = ["", "", "er", "ing", "ion", "ed", "al", "ment", "ness", "ly", "ous", "able"]
_FIRST = (
    "Aibek Aigul Akmat Almaz Aziz Bakyt Bermet Chinara Daniyar Elmira Erkin Gulnara Iskender "
    "Jamilya Jyrgal Kanat Khadija Kubat Mairam Maksim Meerim Mikhail Nurlan Omurbek Rustam Sabira "
    "Tatyana Timur Tolgonay Ulan Yevgeniya Zamira Zhanar"
).split()
_SYLLABLES = (
    "ab ai akh al ash bek chol dar dzha el iz jum kad kai kel khan kul kur lar mam mir mos nur or "
    "osh ra rys sar shai shar sul tash tok tur tyn ul us yr za zhap zhum"
).split()
_ENDINGS = "ov ev yev ova eva yeva bayev bekov kulov aliyev anov iyev ayeva".split()


class Zipf:
    """Takes items by chance, the first ones most often."""

    def __init__(self, items: list[str], flat: float = 3.0) -> None:
        self.items = items
        self._weights = list(accumulate(1 / (rank + flat) for rank in range(len(items))))

    def take(self, chance: random.Random, count: int) -> list[str]:
        """Return so many items."""
        return chance.choices(self.items, cum_weights=self._weights, k=count)


class Corpus:
    """All that texts are made from."""

    def __init__(self, seeds: Path, texts: int) -> None:
        chance = random.Random(11)  # noqa: S311  # repeatable on purpose
        self.sentences = list(_sentences(seeds))
        self.words = Zipf(_distinct(lambda: _word(chance), INVENTED))
        self.people = _distinct(lambda: _person(chance), max(40, texts // TEXTS_A_NAME))
        self.names = Zipf(self.people)
        self.texts = texts

    def pages(self) -> Iterator[Text]:
        """Yield the entries and then the texts, by their addresses."""
        for number, name in enumerate(self.people[: max(1, self.texts // TEXTS_A_NAME)]):
            yield self._entry(number, name)
        for number in range(self.texts):
            yield self._text(number)

    def _entry(self, number: int, name: str) -> Text:
        chance = random.Random(f"entry {number}")  # noqa: S311
        told = self._sentence(chance).rstrip(".")
        body = f"{name} is named where it says: “{told}.”"
        return Text(f"glossary/{number:06}.html", name, "person", (name,), (body,))

    def _text(self, number: int) -> Text:
        chance = random.Random(f"text {number}")  # noqa: S311
        people = list(dict.fromkeys(self.names.take(chance, chance.randint(2, 6))))
        paragraphs, words = [], 0
        while words < WORDS:
            sentences = [self._sentence(chance) for _ in range(chance.randint(2, 5))]
            if chance.random() < 0.7:
                sentences.append(self._naming(chance, chance.choice(people)))
            paragraphs.append(" ".join(sentences))
            words += len(paragraphs[-1].split())
        title = " ".join(self.words.take(chance, 3)).capitalize()
        return Text(f"texts/{number:06}.html", title, "text", tuple(people), tuple(paragraphs))

    def _sentence(self, chance: random.Random) -> str:
        def other(found: re.Match[str]) -> str:
            return self.words.take(chance, 1)[0] if chance.random() < EXCHANGED else found[0]

        return _LONGER.sub(other, chance.choice(self.sentences))

    def _naming(self, chance: random.Random, name: str) -> str:
        one, two, three = self.words.take(chance, 3)
        return f"{name} spoke of the {one} and the {two} before the {three}."


def _sentences(seeds: Path) -> Iterator[str]:
    for file in read_seeds(seeds):
        text = read_document(file.path, file.data, file.sidecar).text
        for paragraph in text.split("\n\n"):
            yield from (each for each in _SENTENCE.split(paragraph) if len(each.split()) > 5)


def _distinct(make: Callable[[], str], count: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        found[make()] = None
    return list(found)


def _word(chance: random.Random) -> str:
    syllables = [
        chance.choice(_ONSETS) + chance.choice(_CORES) + chance.choice(_CODAS)
        for _ in range(chance.choice((1, 2, 2, 2, 3)))
    ]
    return "".join(syllables) + chance.choice(_FINALS)


def _person(chance: random.Random) -> str:
    last = "".join(chance.choices(_SYLLABLES, k=chance.choice((1, 2, 2, 3))))
    return f"{chance.choice(_FIRST)} {(last + chance.choice(_ENDINGS)).capitalize()}"
