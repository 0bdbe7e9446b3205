"""What can be seen of a name in its sentence: tokens of the language model go in, features out.

Used in two places that must agree: when the weights of `data/kinds.json` are learned
(`evaluation.train`), and when a name is scored (`score`). NumPy comes with the language model
and is imported with it, when it is needed.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

from ..package_data import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Doc, Span

SCORED = ("PERSON", "GPE", "LOC", "FAC", "ORG")
"""Labels of the model whose names are scored; it is trusted about the others."""

CLASSES = ("person", "place", "organization", "")
"""What a name can be; the last one is: none of these."""

WIDTH = 300
"""Numbers in the model's vector of a word."""

NEAR = 3
"""Words on each side whose meaning counts."""


def named_features(name: Span) -> Iterator[str]:
    """Yield what is there of the name and beside it, as words."""
    doc, first, last, root = name.doc, name[0], name[-1], name.root
    before = doc[first.i - 1] if first.i else None
    after = doc[last.i + 1] if last.i + 1 < len(doc) else None
    yield f"label {name.label_}"
    yield f"label {name.label_} words {min(len(name), 4)}"
    yield f"shape {last.shape_}"
    yield f"capitals {name.text.isupper()} figures {any(c.isdigit() for c in name.text)}"
    yield f"first {first.lower_}"
    yield f"last {last.lower_}"
    yield f"ending {last.lower_[-3:]}"
    yield f"ending {last.lower_[-2:]}"
    yield f"role {root.dep_}"
    yield f"head {root.head.lower_}"
    yield f"role {root.dep_} of {root.head.lower_}"
    yield f"before {before.lower_ if before is not None else '^'}"
    yield f"after {after.lower_ if after is not None else '$'}"
    yield f"tag before {before.tag_ if before is not None else '^'}"
    yield f"tag after {after.tag_ if after is not None else '$'}"
    if first.i > 1:
        yield f"before {doc[first.i - 2].lower_} {doc[first.i - 1].lower_}"
    if last.i + 2 < len(doc):
        yield f"after {doc[last.i + 1].lower_} {doc[last.i + 2].lower_}"


def vector_of(name: Span) -> NDArray[np.float32]:
    """Return the meaning of the name, of its last word, its head and its neighbors, in a row."""
    import numpy as np

    doc, root = name.doc, name.root
    around = [*_words(doc, name.start - NEAR, name.start), *_words(doc, name.end, name.end + NEAR)]
    parts = [
        _mean([token.vector for token in name]),
        name[-1].vector,
        root.head.vector if root.head.i != root.i else np.zeros_like(root.vector),
        _mean([doc[i].vector for i in around]),
    ]
    return np.concatenate([_unit(part) for part in parts]).astype(np.float32)


def score(name: Span, words: Iterable[str]) -> tuple[float, ...]:
    """Return how likely the name is each of `CLASSES`, to three digits; they add up to one.

    `words` are all its features, those of `named_features` and of its `surroundings`.
    """
    import numpy as np

    table, matrix = _weights()
    total = vector_of(name) @ matrix
    for feature in words:
        if (row := table.get(feature)) is not None:
            total = total + row
    odds = np.exp(total - total.max())
    return tuple(round(float(value), 3) for value in odds / odds.sum())


def _words(doc: Doc, start: int, end: int) -> Iterator[int]:
    return (i for i in range(max(start, 0), min(end, len(doc))) if doc[i].is_alpha)


def _mean(vectors: list[NDArray[np.float32]]) -> NDArray[np.float32]:
    import numpy as np

    if not vectors:
        return np.zeros(WIDTH, dtype=np.float32)
    mean: NDArray[np.float32] = np.mean(vectors, axis=0)
    return mean


def _unit(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    import numpy as np

    length = float(np.linalg.norm(vector))
    return vector / length if length else vector


@lru_cache(maxsize=1)
def _weights() -> tuple[dict[str, NDArray[np.float32]], NDArray[np.float32]]:
    import numpy as np

    data = json.loads(text_of("data/kinds.json"))
    hundredth = np.float32(100)
    table = {name: np.array(row, np.float32) / hundredth for name, row in data["words"].items()}
    return table, np.array(data["vectors"], np.float32) / hundredth
