from __future__ import annotations

import json
from typing import TYPE_CHECKING

from annotated_reader.store import wordnet
from evaluation import terms

if TYPE_CHECKING:
    import pytest


def test_committed_judgments_are_of_words_right_or_wrong() -> None:
    file = terms.FOLDER / "terms.dev.jsonl"
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert len(rows) >= 100
    assert {row["judgment"] for row in rows} == {"right", "wrong"}
    assert all(len(row["meaning"]) == 16 for row in rows)


def test_without_the_dictionary_terms_are_not_scored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WNSEARCHDIR", raising=False)
    monkeypatch.setattr(wordnet, "FOLDERS", ())
    assert "Not scored" in terms.terms_table([], "dev")
