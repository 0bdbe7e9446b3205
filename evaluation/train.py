"""Learn from gold texts what a name is: writes the weights that `kinds.features` scores with.

`python -m evaluation.train GOLD TARGET`: a softmax regression on the `dev` parts of the sets,
each set weighing the same, by gradient descent from zero (nothing is random). Weights are
whole hundredths, as plain numbers.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from annotated_reader.stages.kinds.features import CLASSES, vector_of
from annotated_reader.stages.parse import (
    claims_of,
    load_model,
    named_with_features,
    with_sentences,
)
from evaluation.gold import GoldSet, into_gold, read_gold
from evaluation.pipeline_run import MODEL
from evaluation.spans import trim, trimmed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

ROUNDS = 200
RATE = 0.1
SLOWER_AFTER = 0.6  # of the rounds, then at a third of the rate
STRICTNESS = 3e-3
LEAST = 3  # times that a word has to be seen
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Example:
    """A name as the model found it, and what it is in the gold; where it stands."""

    words: tuple[str, ...]
    vector: NDArray[np.float32]
    truth: int
    weight: float
    place: tuple[str, int, tuple[int, int]] = ("", 0, (0, 0))


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned: the column of each word, weights of vectors, weights of words."""

    columns: dict[str, int]
    dense: NDArray[np.float32]
    sparse: NDArray[np.float32]


def examples(sets: Sequence[GoldSet]) -> list[Example]:
    """Return an example for every scored name that the model finds in the sets."""
    found = []
    for gold_set in sets:
        own = [example for text in range(len(gold_set.texts)) for example in _of(gold_set, text)]
        found += [replace(example, weight=1000 / len(own)) for example in own]
    return found


def _of(gold_set: GoldSet, number: int) -> list[Example]:
    text = gold_set.texts[number]
    nlp = load_model(MODEL)
    doc = nlp(with_sentences(nlp, text.document.text, text.document.sentences))
    places = into_gold(text.text, text.document.text)
    wanted = trimmed(text.text, text.names)
    found = []
    for name, words in named_with_features(doc, tuple(claims_of(doc))):
        if words:
            start, end = places[name.start_char], places[name.end_char - 1] + 1
            kind = _truth(trim(text.text, (start, end, "")), wanted)
            place = (gold_set.name, number, (name.start_char, name.end_char))
            found.append(Example(words, vector_of(name), CLASSES.index(kind), 1.0, place))
    return found


def _truth(name: tuple[int, int, str] | None, wanted: frozenset[tuple[int, int, str]]) -> str:
    if name is None:
        return ""
    start, end, _ = name
    same = [kind for a, b, kind in wanted if (a, b) == (start, end)]
    near = [(min(b, end) - max(a, start), kind) for a, b, kind in wanted if a < end and start < b]
    return same[0] if same else max(near)[1] if near else ""


def unseen_scores(
    found: Sequence[Example],
) -> dict[tuple[str, int], dict[tuple[int, int], tuple[float, ...]]]:
    """Return by set and text the scores of its names, learned from other texts only."""
    scores: dict[tuple[str, int], dict[tuple[int, int], tuple[float, ...]]] = defaultdict(dict)
    for fold in range(FOLDS):
        weights = _learned([each for each in found if each.place[1] % FOLDS != fold])
        for each in found:
            name, text, span = each.place
            if text % FOLDS == fold:
                scores[name, text][span] = _scored(weights, each)
    return scores


def _scored(weights: Weights, example: Example) -> tuple[float, ...]:
    columns = [weights.columns[word] for word in example.words if word in weights.columns]
    total = example.vector @ weights.dense + weights.sparse[columns].sum(axis=0)
    odds = np.exp(total - total.max())
    return tuple(round(float(value), 3) for value in odds / odds.sum())


def learn(found: Sequence[Example]) -> dict[str, object]:
    """Return the weights, in hundredths, of words and of vectors."""
    weights = _learned(found)
    rows = np.rint(weights.sparse * 100).astype(int).tolist()
    return {
        "vectors": np.rint(weights.dense * 100).astype(int).tolist(),
        "words": {word: rows[n] for word, n in weights.columns.items() if any(rows[n])},
    }


def _learned(found: Sequence[Example]) -> Weights:
    """Adam on the weighted cross-entropy with a square penalty (Kingma and Ba, 2015)."""
    seen = Counter(word for example in found for word in set(example.words))
    columns = {word: n for n, word in enumerate(sorted(w for w, c in seen.items() if c >= LEAST))}
    inputs = _Inputs.of(found, columns)
    truth = np.eye(len(CLASSES), dtype=np.float32)[[example.truth for example in found]]
    weight = np.array([[example.weight] for example in found], dtype=np.float32)
    weight /= weight.sum()
    learned = [
        np.zeros((size, len(CLASSES)), dtype=np.float32)
        for size in (inputs.dense.shape[1], len(columns))
    ]
    first, second = ([np.zeros_like(each) for each in learned] for _ in range(2))
    for step in range(1, ROUNDS + 1):
        odds = inputs.times(*learned)
        odds = np.exp(odds - odds.max(axis=1, keepdims=True))
        odds /= odds.sum(axis=1, keepdims=True)
        rate = RATE * (1 - 0.999**step) ** 0.5 / (1 - 0.9**step)
        rate /= 1 if step < ROUNDS * SLOWER_AFTER else 3
        for part, error in enumerate(inputs.slopes((odds - truth) * weight, len(columns))):
            slope = error + STRICTNESS * learned[part]
            first[part] = 0.9 * first[part] + 0.1 * slope
            second[part] = 0.999 * second[part] + 0.001 * slope**2
            learned[part] -= rate * first[part] / (second[part] ** 0.5 + 1e-8)
    return Weights(columns, learned[0], learned[1])


@dataclass(frozen=True, slots=True)
class _Inputs:
    """Vectors, and the words of all examples in a row: whose each is, which, where each begins."""

    dense: NDArray[np.float32]
    rows: NDArray[np.int64]
    words: NDArray[np.int64]
    by_word: NDArray[np.int64]

    @classmethod
    def of(cls, found: Sequence[Example], columns: dict[str, int]) -> _Inputs:
        pairs = [
            (row, columns[word])
            for row, example in enumerate(found)
            for word in sorted(set(example.words))
            if word in columns
        ]
        rows, words = (np.array(each, dtype=np.int64) for each in zip(*pairs, strict=True))
        dense = np.stack([example.vector for example in found])
        return cls(dense, rows, words, np.argsort(words, kind="stable"))

    def times(self, dense: NDArray[np.float32], sparse: NDArray[np.float32]) -> NDArray[np.float32]:
        """The inputs times weights, a row an example."""
        total = self.dense @ dense
        _add_runs(total, self.rows, sparse[self.words])
        return total

    def slopes(
        self, error: NDArray[np.float32], words: int
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """How the weights of vectors and of words bear on the error."""
        sparse = np.zeros((words, error.shape[1]), dtype=np.float32)
        _add_runs(sparse, self.words[self.by_word], error[self.rows[self.by_word]])
        return self.dense.T @ error, sparse


def _add_runs(
    total: NDArray[np.float32], places: NDArray[np.int64], values: NDArray[np.float32]
) -> None:
    """Add `values` to the rows of `total` at `places`, which are in order."""
    starts = np.nonzero(np.r_[True, places[1:] != places[:-1]])[0]
    total[places[starts]] += np.add.reduceat(values, starts, axis=0)


if __name__ == "__main__":
    learned_ = learn(examples(read_gold(Path(sys.argv[1]), "dev")))
    Path(sys.argv[2]).write_text(json.dumps(learned_, separators=(",", ":")) + "\n", "utf-8")
