"""Names beside their points: none on another, as many as there is room for."""

from __future__ import annotations

from annotated_reader.pictures.labels import Area, Label, Spot, place_labels

WIDTH, HEIGHT = 300, 60


def placed(*things: Spot | Area) -> list[Label | None]:
    return place_labels(things, WIDTH, HEIGHT)


def test_name_stands_at_the_right_where_it_can() -> None:
    (label,) = placed(Spot(20, 30, 5, "Osh"))
    assert label
    assert label.anchor == "start"


def test_first_name_gives_way_to_one_that_has_no_other_place() -> None:
    first, second = placed(Spot(140, 30, 5, "Bishkek"), Spot(215, 30, 5, "A long name"))
    assert first
    assert second


def test_name_without_any_room_has_no_label() -> None:
    assert placed(Spot(150, 30, 5, "A name that is longer than the whole sheet is wide")) == [None]


def test_no_name_of_a_point_gives_way_to_that_of_an_area() -> None:
    alone = placed(Spot(20, 30, 5, "Osh"))
    assert placed(Spot(20, 30, 5, "Osh"), Area(((45, 30),), "Kyrgyzstan"))[:1] == alone
