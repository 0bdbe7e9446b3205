from __future__ import annotations

from dataclasses import replace

import pytest

from annotated_reader.model import Definition, Entry, Evidence
from annotated_reader.stages.compose_entry import compose_entry
from annotated_reader.stages.editing.entries import parse_entry

SENTENCE = "Emilbek Kaptagaev, chief of staff in the interim government, denied the allegations."
WORDS = "chief of staff in the interim government"
QUOTATION = Definition(WORDS, "quotation", Evidence("a-text", (0, 84), (19, 59), "appositive"))
KAPTAGAEV = Entry(
    "emilbek-kaptagaev",
    "Emilbek Kaptagaev",
    "person",
    ("Mr Kaptagaev", "Kaptagaev"),
    definition=QUOTATION,
)


def body(entry: Entry, sentence: str = SENTENCE, title: str = "A text") -> str:
    return compose_entry(entry, sentence, title).split("---\n", 2)[2].strip("\n")


def test_entry_has_header_definition_and_evidence() -> None:
    assert compose_entry(KAPTAGAEV, SENTENCE, "A *text*") == (
        "---\n"
        "Title: Emilbek Kaptagaev\n"
        "Kind: person\n"
        "Aliases: Mr Kaptagaev; Kaptagaev\n"
        "Status: suggested\n"
        "Rule: appositive\n"
        "From: a-text\n"
        "---\n"
        "\n"
        "“chief of staff in the interim government”\n"
        "\n"
        "> **Emilbek Kaptagaev**, chief of staff in the interim government,"
        " denied the allegations.\n"
        ">\n"
        "> — [A \\*text\\*](../texts/a-text.md)\n"
    )


def test_another_name_is_bold_where_the_first_is_not_in_the_evidence() -> None:
    assert "> Today **Mr Kaptagaev** spoke." in body(KAPTAGAEV, "Today Mr Kaptagaev spoke.")


def test_name_inside_a_word_is_not_bold() -> None:
    osh = replace(KAPTAGAEV, name="Osh", aliases=())
    assert "> Oshan and KaraOsh and **Osh**." in body(osh, "Oshan and KaraOsh and Osh.")


def test_evidence_is_escaped() -> None:
    assert "> \\# 1: a\\_b & c".replace("&", "&amp;") in body(KAPTAGAEV, "# 1: a_b & c")


def test_fact_of_a_data_set_names_it() -> None:
    fact = Definition("country in Asia", "data", source="GeoNames")
    composed = compose_entry(replace(KAPTAGAEV, definition=fact), "", "")
    assert composed.endswith("Rule: data set\nFrom: GeoNames\n---\n\ncountry in Asia\n")


def test_entry_without_a_definition_is_a_header() -> None:
    composed = compose_entry(replace(KAPTAGAEV, definition=Definition("", "none")), "", "")
    assert composed.endswith("Status: suggested\n---\n")


@pytest.mark.parametrize(
    "entry",
    [
        KAPTAGAEV,
        replace(KAPTAGAEV, value="2010-06-11", kind="date"),
        replace(KAPTAGAEV, coordinates=(40.51, -72.8), kind="place"),
        replace(KAPTAGAEV, candidates=("a", "b"), definition=Definition("", "none")),
        replace(KAPTAGAEV, never=("Mr K.",), only_in=("a-text",), not_in=("b-text",)),
        replace(KAPTAGAEV, definition=Definition("country: in *Asia*", "data", source="GeoNames")),
        replace(KAPTAGAEV, definition=Definition("1. He *is* here", "editor")),
        replace(
            KAPTAGAEV,
            definition=replace(
                QUOTATION,
                text=SENTENCE,
                origin="sentence",
                evidence=Evidence("a-text", (0, 0), (0, 0), "telling sentence"),
            ),
        ),
    ],
)
def test_what_is_written_is_read_back(entry: Entry) -> None:
    sentence = SENTENCE if entry.definition.evidence else ""
    read = parse_entry(entry.id, compose_entry(entry, sentence, "A text"))
    evidence = entry.definition.evidence
    expected = replace(evidence, sentence=(0, 0), words=(0, 0)) if evidence else None
    definition = replace(entry.definition, evidence=expected)
    assert replace(read, body="") == replace(entry, definition=definition, creator=read.creator)


def test_coordinates_and_how_we_know_them_come_back_from_the_file() -> None:
    entry = Entry(
        "perth", "Perth", "place", coordinates=(-31.95, 115.86),
        placed_by="“Perth, Australia” in the texts, GeoNames",
    )  # fmt: skip
    found = parse_entry("perth", compose_entry(entry, "", ""))
    assert (found.coordinates, found.placed_by) == (entry.coordinates, entry.placed_by)
