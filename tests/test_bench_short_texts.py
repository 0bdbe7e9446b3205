"""What `invoke bench short-texts` makes of its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotated_reader.pipeline import read_document
from annotated_reader.store import read_seeds
from benchmarks.library import write_library
from benchmarks.measure import ROOT, Cost
from benchmarks.scale_rows import BARE, CONVERT, SEARCH, Library
from benchmarks.short_texts import CHANGED, UNCHANGED, report_of

if TYPE_CHECKING:
    from pathlib import Path


def library(texts: int) -> Library:
    seconds = {BARE: 10, CONVERT: 11, UNCHANGED: 1, CHANGED: 2, SEARCH: 3}
    costs = {name: Cost(n, n * texts / 100, 100 + texts / 1024) for name, n in seconds.items()}
    return Library(texts, texts * 70, costs=costs)


def test_what_grows_with_the_number_of_texts_is_told() -> None:
    report = report_of([library(1_000), library(10_000)])
    assert "1.10 × with 1,000, 1.10 × with 10,000" in report
    assert "1.0 kB for each text more" in report
    assert "convert 1.00" in report


def test_short_texts_are_of_one_paragraph(tmp_path: Path) -> None:
    write_library(ROOT / "seeds", tmp_path, 3, paragraphs=1)
    documents = [read_document(file.path, file.data, file.sidecar) for file in read_seeds(tmp_path)]
    assert [document.text.count("\n\n") for document in documents] == [0, 0, 0]
