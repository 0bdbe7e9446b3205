"""Learn from gold texts what a name is: writes the weights that `stages.features` scores with.

`python -m evaluation.train GOLD TARGET`: a softmax regression on the `dev` parts of the sets,
each set weighing the same, by gradient descent from zero (nothing is random). Weights are
whole hundredths, as plain numbers.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from annotated_reader.stages.features import CLASSES, SCORED, named_features, vector_of
from annotated_reader.stages.parse import load_model, with_sentences
from evaluation.gold import GoldSet, into_gold, read_gold
from evaluation.pipeline_run import MODEL
from evaluation.spans import trim, trimmed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

ROUNDS = 400
RATE = 0.05
STRICTNESS = 3e-3
LEAST = 3  # times that a word has to be seen


@dataclass(frozen=True, slots=True)
class Example:
    """A name as the model found it, and what it is in the gold."""

    words: tuple[str, ...]
    vector: NDArray[np.float32]
    truth: int
    weight: float


def examples(sets: Sequence[GoldSet]) -> list[Example]:
    """Return an example for every scored name that the model finds in the sets."""
    found = []
    for gold_set in sets:
        own = [example for text in range(len(gold_set.texts)) for example in _of(gold_set, text)]
        found += [Example(e.words, e.vector, e.truth, 1000 / len(own)) for e in own]
    return found


def _of(gold_set: GoldSet, number: int) -> list[Example]:
    text = gold_set.texts[number]
    nlp = load_model(MODEL)
    doc = nlp(with_sentences(nlp, text.document.text, text.document.sentences))
    places = into_gold(text.text, text.document.text)
    wanted = trimmed(text.text, text.names)
    found = []
    for name in doc.ents:
        if name.label_ in SCORED:
            start, end = places[name.start_char], places[name.end_char - 1] + 1
            kind = _truth(trim(text.text, (start, end, "")), wanted)
            words = tuple(named_features(name))
            found.append(Example(words, vector_of(name), CLASSES.index(kind), 1.0))
    return found


def _truth(name: tuple[int, int, str] | None, wanted: frozenset[tuple[int, int, str]]) -> str:
    if name is None:
        return ""
    start, end, _ = name
    same = [kind for a, b, kind in wanted if (a, b) == (start, end)]
    near = [(min(b, end) - max(a, start), kind) for a, b, kind in wanted if a < end and start < b]
    return same[0] if same else max(near)[1] if near else ""


def learn(found: Sequence[Example], rounds: int = ROUNDS) -> dict[str, object]:
    """Return the weights, in hundredths, of words and of vectors."""
    seen = Counter(word for example in found for word in set(example.words))
    words = sorted(word for word, count in seen.items() if count >= LEAST)
    column = {word: number for number, word in enumerate(words)}
    dense = np.stack([example.vector for example in found])
    sparse = np.zeros((len(found), len(words)), dtype=np.float32)
    for row, example in enumerate(found):
        sparse[row, [column[word] for word in example.words if word in column]] = 1
    inputs = np.hstack([dense, sparse])
    truth = np.eye(len(CLASSES), dtype=np.float32)[[e.truth for e in found]]
    weight = np.array([[e.weight] for e in found], dtype=np.float32)
    weight /= weight.sum()
    weights = _descend(inputs, truth, weight, rounds)
    hundredths = np.rint(weights * 100).astype(int)
    size = dense.shape[1]
    rows = zip(words, hundredths[size:].tolist(), strict=True)
    return {
        "vectors": hundredths[:size].tolist(),
        "words": {word: row for word, row in rows if any(row)},
    }


def _descend(
    inputs: NDArray[np.float32],
    truth: NDArray[np.float32],
    weight: NDArray[np.float32],
    rounds: int,
) -> NDArray[np.float32]:
    """Adam on the weighted cross-entropy with a square penalty (Kingma and Ba, 2015)."""
    weights = np.zeros((inputs.shape[1], truth.shape[1]), dtype=np.float32)
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, rounds + 1):
        odds = inputs @ weights
        odds = np.exp(odds - odds.max(axis=1, keepdims=True))
        odds /= odds.sum(axis=1, keepdims=True)
        slope = inputs.T @ ((odds - truth) * weight) + STRICTNESS * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        rate = RATE * (1 - 0.999**step) ** 0.5 / (1 - 0.9**step)
        weights -= rate * first / (second**0.5 + 1e-8)
    return weights


if __name__ == "__main__":
    learned = learn(examples(read_gold(Path(sys.argv[1]), "dev")))
    Path(sys.argv[2]).write_text(json.dumps(learned, separators=(",", ":")) + "\n", "utf-8")
