from __future__ import annotations

from itertools import combinations

import pytest

from annotated_reader.model import Entry, Mention
from annotated_reader.pictures.labels import Spot, place_labels
from annotated_reader.pictures.layout import lay_out, spread_out
from annotated_reader.pictures.network import MOST, Network, make_network
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


def test_layout_is_the_same_every_time() -> None:
    ties = {("a", "b"): 1.0, ("b", "c"): 0.5}
    laid = lay_out("abc", ties, 100, 100)
    assert laid == lay_out("abc", dict(ties), 100, 100)
    assert [round(number, 1) for number in laid["a"]] == [100.0, 46.1]


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
