from __future__ import annotations

from annotated_reader.model import Mention
from annotated_reader.stages.kinds.calibrate import calibrated, family


def mention(rule: str, confidence: float, kind: str = "place") -> Mention:
    return Mention("one", (0, 3), "Osh", kind, rule, confidence)


def test_rule_that_errs_often_is_less_sure_than_it_claims() -> None:
    assert calibrated(mention("“Church” in the name", 0.85)).confidence < 0.8


def test_rule_that_is_not_in_the_table_keeps_its_claim() -> None:
    assert calibrated(mention("by hand", 1.0)).confidence == 1.0


def test_words_that_a_rule_quotes_do_not_matter() -> None:
    assert family("“Church” in the name") == family("“School” in the name")


def test_name_by_a_rule_that_nothing_has_proven_is_not_called_sure() -> None:
    assert calibrated(mention("a new rule", 0.95)).confidence < 0.9


def test_date_keeps_the_claim_of_its_rule() -> None:
    assert calibrated(mention("date in full", 0.98, "date")).confidence == 0.98
