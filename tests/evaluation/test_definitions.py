from __future__ import annotations

import json
from pathlib import Path

from evaluation import definitions
from evaluation.definitions import Defined, judged_table, read_judgments


def defined(kind: str, name: str, *, given: bool = True) -> Defined:
    return Defined(kind, ("set", "text", name, "digest"), given)


def test_judgments_are_read_by_their_key(tmp_path: Path) -> None:
    row = {"set": "set", "text": "text", "name": "Osh", "definition": "digest", "judgment": "good"}
    Path(tmp_path, "definitions.dev.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    assert read_judgments("dev", tmp_path) == {("set", "text", "Osh", "digest"): "good"}


def test_part_that_nobody_has_read_has_no_judgments(tmp_path: Path) -> None:
    assert read_judgments("test", tmp_path) == {}


def test_share_of_good_ones_is_of_those_judged() -> None:
    entries = [
        defined("place", "Osh"),
        defined("place", "Talas"),
        defined("place", "Naryn"),
        defined("place", "Kant", given=False),
    ]
    judgments = {entries[0].key: "good", entries[1].key: "bad"}
    figures = definitions._figures(entries, judgments)
    assert figures == ["4", "3 (0.75)", "1", "0", "1", "1", "0.500"]


def test_judged_definitions_have_a_table_of_their_own() -> None:
    found = judged_table([], {})
    assert found.startswith("## Definitions that were judged\n")
    assert "(`dev`)" in found
    assert "| all | all | 0 | 0 (0.00) | 0 | 0 | 0 | 0 | – |" in found


def test_committed_judgments_are_many_and_hold_no_word_of_the_texts() -> None:
    rows = [
        json.loads(line)
        for line in (definitions.FOLDER / "definitions.dev.jsonl").read_text("utf-8").splitlines()
    ]
    assert len(rows) >= 150
    assert {row["judgment"] for row in rows} <= set(definitions.JUDGMENTS)
    assert all(len(row["definition"]) == 16 for row in rows)
