"""What `invoke bench scale` makes of its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.generators import HUGO, MKDOCS, PELICAN, write_markdown
from benchmarks.measure import Cost
from benchmarks.scale import BARE, BUILD, CHANGED, CONVERT, UNCHANGED, Library, report_of

if TYPE_CHECKING:
    from pathlib import Path


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
