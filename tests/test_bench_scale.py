"""What `invoke bench scale` makes of its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks import scale, scale_report, scale_rows
from benchmarks.generators import HUGO, MKDOCS, PELICAN, write_markdown
from benchmarks.measure import Cost
from benchmarks.scale_report import report_of
from benchmarks.scale_rows import BARE, BUILD, CHANGED, CONVERT, UNCHANGED, Library, keep, known

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def library(texts: int, build: float) -> Library:
    seconds = {CONVERT: 11, BARE: 10, PELICAN: 8, MKDOCS: 9, HUGO: 3, BUILD: build}
    seconds |= {UNCHANGED: 1, CHANGED: 4}
    costs = {name: Cost(number, number * texts / 100, 100) for name, number in seconds.items()}
    return Library(texts, texts * 500, costs=costs)


def test_aims_are_judged_in_the_same_run() -> None:
    report = report_of([library(100, 8), library(1_000, 9)], [])
    assert "| convert ≤ 1.15 × bare nlp.pipe, processor seconds | 100 | 1.10 × | yes |" in report
    assert "| cold build ≤ 1.0 × plain Pelican | 100 | 1.00 × | yes |" in report
    assert "| cold build ≤ 1.0 × plain Pelican | 1,000 | 1.12 × | no |" in report
    assert "| one changed < Hugo's full build | 1,000 | 1.33 × | no |" in report


def test_growth_is_stated_as_an_exponent() -> None:
    assert "| convert | 1.00 |" in report_of([library(100, 8), library(1_000, 8)], [])


def test_others_get_every_text_and_entry_with_its_title(tmp_path: Path) -> None:
    for room, header in (
        ("texts", "title: A: text\nlang: en"),
        ("glossary", "Title: Osh\nKind: place"),
    ):
        (tmp_path / "content" / room).mkdir(parents=True)
        (tmp_path / "content" / room / "one.md").write_text(f"---\n{header}\n---\n\nWords.\n")
    assert write_markdown(tmp_path / "content", tmp_path / "markdown") == 2
    made = (tmp_path / "markdown" / "texts" / "one.md").read_text()
    assert made == '---\ntitle: "A: text"\n---\n\nWords.\n'


def test_what_an_interrupted_run_has_measured_is_known(tmp_path: Path) -> None:
    measured = library(100, 8)
    measured.heaviest, measured.given_up = ("glossary.html", 9), {HUGO: "left out"}
    keep(measured, tmp_path)
    assert known(100, tmp_path) == measured


def test_what_other_code_has_measured_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(library(100, 8), tmp_path)
    monkeypatch.setattr(scale_rows, "maker", lambda: "another")
    assert known(100, tmp_path) == Library(100)


def test_what_would_take_others_too_long_is_said_and_not_tried() -> None:
    large = Library(10_000, 5_000_000)
    scale.run(scale.Step(MKDOCS, ["false"], ours=False), large, 3_000)
    assert "- MkDocs with 10,000 texts was left out: it would take about 50 minutes." in (
        scale_report._given_up([large])
    )


def test_larger_library_is_expected_to_take_in_proportion() -> None:
    assert scale.expected(library(100, 8), CONVERT, 1_000) == 110
