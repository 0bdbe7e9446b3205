"""The register in the order in which the templates show it."""

from __future__ import annotations

from annotated_reader.model import Entry, Mention
from annotated_reader.site.views import (
    alphabet,
    entry_html,
    everything,
    mentions,
    sections,
    shelves,
    years,
)
from annotated_reader.stages.collect import Occurrence, Register, Text
from annotated_reader.stages.strip import Page


def entry(id_: str, name: str, value: str = "") -> Entry:
    return Entry(id_, name, "date" if value else "place", value=value)


def text(slug: str, date: str = "") -> Text:
    return Text(slug, slug, Page(""), date=date)


def test_accents_and_case_do_not_matter_to_the_alphabet() -> None:
    entries = [entry("a", "Osh"), entry("b", "Élysée"), entry("c", "eBay")]
    assert [letter for letter, _ in alphabet(entries)] == ["E", "O"]


def test_entries_of_a_letter_are_sorted() -> None:
    entries = [entry("a", "Osh"), entry("b", "Özgön")]
    assert [each.name for each in alphabet(entries)[0][1]] == ["Osh", "Özgön"]


def test_leading_signs_do_not_matter_to_the_alphabet() -> None:
    assert alphabet([entry("a", "“Ala-Too”")])[0][0] == "A"


def test_dates_come_last_and_by_the_calendar() -> None:
    dates = [
        entry("a", "11 June 2010", "2010-06-11"),
        entry("b", "about 9 April 2010", "2010-04-09~"),
        entry("c", "April 2010", "2010-04"),
    ]
    letters = alphabet([*dates, entry("d", "Osh"), entry("e", "7th of April")])
    assert [letter for letter, _ in letters] == ["O", "0–9", "Dates"]
    assert [each.id for each in letters[2][1]] == ["c", "b", "a"]


def test_texts_and_entries_stand_in_one_alphabet() -> None:
    entries = {each.id: each for each in (entry("b", "Osh"), entry("c", "2010", "2010"))}
    letters = everything(Register(texts=(text("Over there"), text("a")), entries=entries))
    lines = [(letter, [line.name for line in lines]) for letter, lines in letters]
    assert lines == [("A", ["a"]), ("O", ["Osh", "Over there"]), ("Dates", ["2010"])]


def test_newest_year_stands_first_and_undated_texts_last() -> None:
    texts = (text("a", "2009"), text("b", "2010-06-11"), text("c"))
    labels = [label for label, _ in shelves(Register(texts))]
    assert labels == ["2010", "2009", "Without a date"]


def test_library_without_any_date_has_one_shelf_without_a_name() -> None:
    assert shelves(Register((text("a"),))) == [("", [text("a")])]


def test_links_of_an_entry_lead_to_pages() -> None:
    html = entry_html(Entry("osh", "Osh", "place", body="See [Bishkek](bishkek.md)."))
    assert html == '<p>See <a href="bishkek.html">Bishkek</a>.</p>'


def test_occurrences_stand_by_text_and_under_their_headings_in_turn() -> None:
    texts = (text("a", "2010"), text("b"))
    places = [("a", ""), ("a", "May"), ("a", "May"), ("a", ""), ("b", "May")]
    mention = Mention("", (0, 3), "Osh", "place", "full name", 0.9, "osh")
    found = tuple(Occurrence(mention, slug, "m", head, "", "Osh", "") for slug, head in places)
    by_slug = {each.slug: each for each in texts}
    leaf, *_ = mentions("osh", Register(texts, {}, {"osh": found}), by_slug)
    result = sections(leaf.groups, by_slug)
    assert [
        (each.slug, [(heading, len(held)) for heading, held in parts]) for each, parts in result
    ] == [("a", [("", 1), ("May", 2), ("", 1)]), ("b", [("May", 1)])]


def test_years_are_named_once_and_texts_without_one_last() -> None:
    texts = (text("a", "2010-06"), text("b", "2010"), text("c", "2011"), text("d"))
    assert years(texts) == ["2010", "2011", ""]
