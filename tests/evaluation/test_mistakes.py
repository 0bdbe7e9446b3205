from __future__ import annotations

from evaluation.mistakes import NOTHING, confusion, most_frequent

TEXT = "Osh and Ada"
WANTED = frozenset(((0, 3, "place"), (8, 11, "person")))
FOUND = frozenset(((0, 3, "person"), (4, 11, "person")))


def test_kinds_are_counted_by_what_was_found() -> None:
    rows = {row[0]: row[1:] for row in confusion([(TEXT, WANTED, FOUND)])}
    assert rows["place"] == ["1", "0", "0", "0"]
    assert rows["person"] == ["0", "0", "0", "1"]
    assert rows[NOTHING] == ["1", "0", "0", "0"]


def test_commonest_mistake_comes_first() -> None:
    once = ("Paris", frozenset(((0, 5, "place"),)), frozenset(((0, 5, "person"),)))
    rows = most_frequent([once, *[(TEXT, WANTED, FOUND)] * 2], most=1)
    assert rows == [["Ada", "person", NOTHING, "2"]]


def test_what_is_right_is_no_mistake() -> None:
    assert most_frequent([(TEXT, WANTED, WANTED)]) == []
