"""Where a definition is from, and who answers for it, as readers are told."""

from __future__ import annotations

import pytest

from annotated_reader.model import Definition, Entry, Evidence
from annotated_reader.site.provenance import NOT_READ, WHERE, provenance_of
from annotated_reader.stages.describe import COSTS
from annotated_reader.stages.terms import ABBREVIATION_RULE


def quoted(rule: str) -> Entry:
    evidence = Evidence("a", (0, 0), (0, 0), rule)
    return Entry("osh", "Osh", "place", definition=Definition("a city", "quotation", evidence))


def test_readers_are_told_where_a_quotation_stands() -> None:
    told = f"Quoted from the texts, where it stands beside the name. {NOT_READ}"
    assert provenance_of(quoted("appositive")) == told


@pytest.mark.parametrize("rule", [*COSTS, ABBREVIATION_RULE])
def test_every_rule_has_words_for_readers(rule: str) -> None:
    assert rule in WHERE


def test_rule_of_an_editors_own_is_named() -> None:
    assert "by the rule “by &lt;hand&gt;”." in provenance_of(quoted("by <hand>"))


def test_editors_words_are_told_to_be_hers() -> None:
    entry = Entry("osh", "Osh", "place", status="approved", definition=Definition("It.", "editor"))
    assert provenance_of(entry) == "In the editor’s words. Approved by the editor."
