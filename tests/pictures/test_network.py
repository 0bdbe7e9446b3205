from __future__ import annotations

from itertools import combinations
from math import dist

import pytest
from numpy.random import RandomState

from annotated_reader.model import Entry, Mention
from annotated_reader.pictures import layout
from annotated_reader.pictures.labels import Spot, place_labels
from annotated_reader.pictures.layout import lay_out, spread_out
from annotated_reader.pictures.network import (
    MOST,
    ROWS,
    WIDEST,
    Network,
    level_of,
    make_network,
    steps_of,
)
from annotated_reader.pictures.ties import all_ties, strongest_part
from annotated_reader.stages.collect import Occurrence, Register

MENTION = Occurrence(Mention("a", (0, 1), "A", "person", "rule", 1), "a", "m", "", "", "A", "")


def make_register(number: int, kind: str = "person") -> Register:
    """Make a library in which entry n is named with 2n and 2n + 1, the first ones most often."""
    names = [f"e{index}" for index in range(1, number + 1)]
    ties = {(n, m): 1 + number // m for m in range(2, number + 1) for n in [m // 2]}
    pairs = {tuple(sorted((f"e{n}", f"e{m}"))): count for (n, m), count in ties.items()}
    return Register(
        (),
        {name: Entry(name, f"Entry {name}", kind) for name in names},
        dict.fromkeys(names, (MENTION,)),
        ties=pairs,  # type: ignore[arg-type]
    )


@pytest.fixture(scope="module")
def large() -> Network:
    return make_network(make_register(500))


def test_all_of_a_small_library_is_drawn_with_its_names() -> None:
    network = make_network(make_register(15))
    assert len(network.nodes) == 15
    assert all(node.label for node in network.nodes)


def test_best_connected_of_a_large_library_are_drawn(large: Network) -> None:
    assert len(large.nodes) == MOST
    assert {node.entry.id for node in large.nodes[:3]} == {"e1", "e2", "e3"}


def test_table_has_everything(large: Network) -> None:
    assert len(large.rows) == 500


def test_table_of_a_huge_library_lists_the_best_connected() -> None:
    network = make_network(make_register(10_000))
    assert len(network.rows) == ROWS
    assert network.entries == 10_000
    assert network.rows[0].entry.id == "e2"


@pytest.mark.parametrize(
    ("counts", "steps"),
    [([], ()), ([1], ()), ([1, 3], (2, 3)), ([9, 60], (10, 20, 50)), ([1, 900], (2, 10, 50, 500))],
)
def test_filter_offers_few_steps_between_weakest_and_strongest(
    counts: list[int], steps: tuple[int, ...]
) -> None:
    assert steps_of(counts) == steps


def test_tie_reaches_the_level_of_the_steps_that_it_is_as_strong_as() -> None:
    assert [level_of(count, (2, 5)) for count in (1, 2, 4, 5)] == [0, 1, 1, 2]


def test_no_line_is_too_wide(large: Network) -> None:
    assert max(line.width for line in large.lines) == WIDEST
    assert len({line.width for line in large.lines}) > 1


def test_marks_have_room_for_a_finger(large: Network) -> None:
    close = [
        (one.entry.id, other.entry.id)
        for one, other in combinations(large.nodes, 2)
        if (one.x - other.x) ** 2 + (one.y - other.y) ** 2 < 24**2
    ]
    assert close == []


def test_dates_are_no_company() -> None:
    assert make_network(make_register(15, "date")).nodes == ()


def test_weak_tie_that_alone_joins_two_groups_is_kept() -> None:
    ties = {("a", "b"): 9, ("a", "c"): 8, ("b", "c"): 7, ("d", "e"): 6, ("c", "d"): 1}
    part = strongest_part(ties, 5, 0.8)
    assert ("c", "d") in part.ties
    assert ("b", "c") not in part.ties


def test_tie_is_counted_once() -> None:
    assert all_ties(make_register(3)) == {("e1", "e2"): 2, ("e1", "e3"): 2}


class OtherArithmetic(RandomState):
    """First places whose last digits differ, as those of another machine's sums may."""

    def rand(self, *shape: int) -> object:  # type: ignore[override]
        """Return the same numbers, but for less than 1e-15 of each."""
        return super().rand(*shape) * (1 + 1e-15 * RandomState(2).uniform(-1, 1, shape))


def test_layout_is_the_same_every_time_and_in_whole_pixels() -> None:
    ties = {("a", "b"): 1.0, ("b", "c"): 0.5}
    laid = lay_out("abc", ties, 100, 100)
    assert laid == lay_out("abc", dict(ties), 100, 100)
    assert laid == {"a": (100, 100), "b": (25, 56), "c": (0, 0)}


def test_last_digits_of_another_machine_move_no_pixel(
    large: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "SEED", OtherArithmetic(layout.SEED))
    other = make_network(make_register(500))
    assert [(node.x, node.y) for node in other.nodes] == [(node.x, node.y) for node in large.nodes]


def test_what_is_tied_stands_nearer_than_what_is_not() -> None:
    laid = lay_out("abcd", {("a", "b"): 1.0, ("c", "d"): 1.0}, 100, 100)
    assert dist(laid["a"], laid["b"]) < min(dist(laid["a"], laid[far]) for far in "cd")


def test_layout_of_one_name_is_the_middle() -> None:
    assert lay_out("a", {}, 100, 60) == {"a": (50, 30)}


def test_marks_in_one_place_are_moved_apart() -> None:
    places = spread_out({"a": (50, 50), "b": (50, 50)}, 20, 100, 100)
    assert abs(places["a"][0] - places["b"][0]) >= 19


def test_label_never_lies_on_another() -> None:
    spots = [Spot(100, 100, 5, "One name"), Spot(130, 100, 5, "Other name")]
    first, second = place_labels(spots, 300, 200)
    assert first
    assert second
    assert (first.anchor, second.anchor) == ("end", "start")


def test_label_without_room_is_left_out() -> None:
    assert place_labels([Spot(10, 10, 5, "A name that is too long")], 60, 20) == [None]
