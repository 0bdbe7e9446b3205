from __future__ import annotations

from annotated_reader.model import Mention
from annotated_reader.stages.calibrate import calibrated, family


def mention(rule: str, confidence: float) -> Mention:
    return Mention("one", (0, 3), "Osh", "place", rule, confidence)


def test_rule_that_errs_often_is_less_sure_than_it_claims() -> None:
    assert calibrated(mention("“party” after the name", 0.85)).confidence < 0.7


def test_rule_that_is_not_in_the_table_keeps_its_claim() -> None:
    assert calibrated(mention("by hand", 1.0)).confidence == 1.0


def test_words_that_a_rule_quotes_do_not_matter() -> None:
    assert family("“Church” in the name") == family("“School” in the name")
