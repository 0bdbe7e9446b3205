from __future__ import annotations

from dataclasses import replace

import numpy as np

from evaluation.train import Example, learn, unseen_scores

RIGHT = np.array([1, 0], dtype=np.float32)
LEFT = np.array([0, 1], dtype=np.float32)


def sample() -> list[Example]:
    persons = [Example(("after said",), RIGHT, 0, 1.0) for _ in range(5)]
    return persons + [Example(("before in",), LEFT, 1, 1.0) for _ in range(5)]


def test_word_that_stands_by_persons_speaks_for_a_person() -> None:
    words = learn(sample())["words"]
    assert isinstance(words, dict)
    assert words["after said"][0] > 0 > words["after said"][1]


def test_rare_word_is_not_learned() -> None:
    rare = Example(("once",), RIGHT, 0, 1.0)
    words = learn([*sample(), rare])["words"]
    assert isinstance(words, dict)
    assert "once" not in words


def test_learning_again_gives_the_same_numbers() -> None:
    assert learn(sample()) == learn(sample())


def test_text_is_scored_by_weights_that_others_taught() -> None:
    own = [replace(each, place=("set", n, (0, 1))) for n, each in enumerate(sample())]
    odd = replace(own[0], truth=2, words=("odd",), place=("set", 10, (3, 5)))
    scores = unseen_scores([*own, odd])
    assert scores["set", 10][3, 5][2] < 0.2
    assert scores["set", 1][0, 1][0] > 0.5
