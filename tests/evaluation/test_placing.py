from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation.placing import LIST, PlaceScore, read_judgments, score_places

if TYPE_CHECKING:
    from evaluation.placing import Judgments

OSH, PARIS = ("a set", "a text", "Osh"), ("a set", "a text", "Paris")
JUDGED: Judgments = {OSH: (40.53, 72.80), PARIS: None}


def test_place_near_its_judgment_is_right() -> None:
    assert score_places({OSH: (40.5, 72.9), PARIS: None}, JUDGED) == PlaceScore(1, 1, 1, 0)


def test_place_elsewhere_is_wrong() -> None:
    score = score_places({OSH: (48.85, 2.35)}, JUDGED)
    assert (score.precision, score.recall) == (0, 0)


def test_place_that_is_no_city_is_wrong_wherever_it_is_put() -> None:
    assert score_places({PARIS: (48.85, 2.35)}, JUDGED).precision == 0


def test_place_without_a_judgment_is_counted_once() -> None:
    rome = ((*OSH[:2], "Rome"), (*OSH[:2], "Roma"))
    assert score_places(dict.fromkeys(rome, (41.9, 12.5)), JUDGED).unjudged == 1


def test_judgments_of_the_list_lie_on_the_globe() -> None:
    found = [where for where in read_judgments(LIST).values() if where]
    assert len(found) > 100
    assert all(abs(latitude) <= 90 and abs(longitude) <= 180 for latitude, longitude in found)
