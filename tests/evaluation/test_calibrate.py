from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation import calibrate
from evaluation.calibrate import learned_table, reliability
from evaluation.pipeline_run import Judged
from evaluation.report import table

if TYPE_CHECKING:
    import pytest


def judged(rule: str, confidence: float, *, right: int, wrong: int) -> list[Judged]:
    return [Judged(rule, confidence, number < right) for number in range(right + wrong)]


def test_bins_go_by_confidence() -> None:
    found = reliability([*judged("a", 0.95, right=1, wrong=1), *judged("a", 0.5, right=1, wrong=0)])
    assert [(each.least, each.number, each.share) for each in found if each.number] == [
        (0.9, 2, 0.5),
        (0.5, 1, 1.0),
    ]


def test_share_that_held_takes_the_place_of_the_claim() -> None:
    assert learned_table(judged("a", 0.9, right=95, wrong=95)) == {"a: person": [(0.9, 0.52)]}


def test_few_mentions_are_drawn_towards_the_claim() -> None:
    assert learned_table(judged("a", 0.9, right=0, wrong=10)) == {"a: person": [(0.9, 0.45)]}


def test_rule_with_too_few_mentions_keeps_its_claim() -> None:
    assert learned_table(judged("a", 0.9, right=0, wrong=9)) == {}


def test_surer_claim_never_ranks_below_a_lesser_one() -> None:
    found = [*judged("a", 0.6, right=90, wrong=0), *judged("a", 0.9, right=0, wrong=90)]
    steps = learned_table(found)["a: person"]
    assert steps[0][1] == steps[1][1]


def test_doubt_about_who_is_meant_is_not_judged_by_what_is_meant() -> None:
    assert learned_table(judged("name of several persons", 0.5, right=90, wrong=0)) == {}


def test_rules_that_quote_words_are_one_family() -> None:
    found = judged("“Church” in the name", 0.9, right=5, wrong=0)
    found += judged("“School” in the name", 0.9, right=5, wrong=0)
    assert list(learned_table(found)) == ["“…” in the name: person"]


def test_learning_writes_a_table_that_the_pipeline_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "calibration.json"
    monkeypatch.setattr(calibrate, "TABLE", target)
    monkeypatch.setattr(calibrate, "read_gold", lambda *_: ["a set"])
    monkeypatch.setattr(calibrate, "examples", lambda _: [])
    monkeypatch.setattr(calibrate, "unseen_scores", lambda _: {})
    found = judged("a", 0.9, right=10, wrong=5)
    monkeypatch.setattr(calibrate, "judged_mentions", lambda *_: found)
    calibrate.main(tmp_path)
    assert json.loads(target.read_text("utf-8")) == {"a: person": [[0.9, 0.76]]}


def test_table_is_markdown() -> None:
    assert table(["a", "b"], [["1", "2"]]) == "| a | b |\n| --- | --- |\n| 1 | 2 |"


def test_rule_that_failed_in_one_set_is_not_called_sure() -> None:
    found = [Judged("a", 0.95, right=True, kind="person", source="one")] * 400
    found += [Judged("a", 0.95, number > 3, "person", "two") for number in range(20)]
    assert learned_table(found)["a: person"][0][1] < 0.9


def test_rule_that_held_in_all_sets_is_called_sure() -> None:
    found = [
        Judged("a", 0.95, right=True, kind="person", source=name) for name in ("one", "two")
    ] * 100
    assert learned_table(found)["a: person"][0][1] >= 0.9


def test_rule_that_held_a_few_times_is_not_called_sure() -> None:
    assert learned_table(judged("a", 0.9, right=12, wrong=1))["a: person"][0][1] < 0.9


def test_rule_is_judged_by_kind() -> None:
    found = judged("a", 0.9, right=90, wrong=10)
    found += [Judged("a", 0.9, right=False, kind="place")] * 30
    assert set(learned_table(found)) == {"a: person", "a: place"}
