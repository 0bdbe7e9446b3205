from __future__ import annotations

import json
from typing import TYPE_CHECKING

from annotated_reader.model import Definition, Entry, Mention, SetAside
from annotated_reader.site.report import quality, report_on
from annotated_reader.stages.collect import Text, collect
from annotated_reader.stages.strip import Page, PageMention

if TYPE_CHECKING:
    from .conftest import Site

OSH = Entry("osh", "Osh", "place", definition=Definition("A city.", "editor"), status="approved")
KANT = Entry("kant", "Kant", "person")


def mention(start: int, entry: str, rule: str, confidence: float) -> Mention:
    return Mention("one", (start, start + 3), "Osh", "place", rule, confidence, entry)


def text(*mentions: Mention) -> Text:
    page = Page("Osh Kan Osh", (), tuple(PageMention(m.span, m.entry, "a") for m in mentions))
    aside = (SetAside(3, "Share", "share"),)
    return Text("one", "One", page, mentions=mentions, set_aside=aside)


def test_mentions_are_counted_by_rule_without_the_words_it_quotes() -> None:
    one = text(
        mention(0, "osh", "“in” before the name", 0.9),
        mention(4, "kant", "“at” before the name", 0.5),
        mention(8, "osh", "a rule", 0.9),
    )
    report = report_on(collect([one], {"osh": OSH, "kant": KANT}))
    assert report.whole.rules == {"“…” before the name": 2, "a rule": 1}
    assert (report.whole.mentions, report.whole.doubtful, report.whole.reviewed) == (3, 1, 2)
    assert report.texts["one"].set_aside == 1


def test_definitions_are_counted_by_origin_and_open_entries_told() -> None:
    report = report_on(collect([], {"osh": OSH, "kant": KANT}))
    assert report.origins == {"editor": 1, "none": 1}
    assert report.open == 1


def test_site_has_the_report_as_a_page_and_for_programs(built: Site) -> None:
    assert "How the notes were made" in built.read("report.html")
    data = json.loads(built.read("report.json"))
    assert data["library"]["mentions"] == 5
    assert set(data["texts"]) == {"denial", "undated"}


def test_every_page_leads_to_the_report(built: Site) -> None:
    assert 'href="../report.html"' in built.read("texts/denial.html")


def test_what_was_measured_is_a_share_of_texts_that_are_counted() -> None:
    found = quality()
    assert 0 < found["recall"] < 1
    assert 0 < found["precision"] < 1
    assert found["texts"] > 0


def test_page_says_plainly_that_nothing_is_approved(site: Site) -> None:
    approved = site.content / "glossary" / "osh.md"
    approved.write_text(approved.read_text("utf-8").replace("approved", "suggested"), "utf-8")
    site.build()
    assert "No editor has approved an entry yet." in site.read("report.html")
