"""What a note says more of its entry, in the page's own HTML."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotated_reader.model import Definition, Entry, Evidence, Mention
from annotated_reader.site.evidence import Evidence as Blocks
from annotated_reader.site.finish import Finisher, reason
from annotated_reader.site.named import Named
from annotated_reader.site.notes import NoteWriter, evidence_of, listed, roughly
from annotated_reader.stages.collect import Occurrence, Register, Text
from annotated_reader.stages.strip import Page

QUOTED = Entry(
    "osh",
    "Osh",
    "place",
    definition=Definition("a city", "quotation", Evidence("a", (0, 0), (0, 0), "appositive")),
    body="“a city”\n\n> **Osh**, a <city>, lay\n> still.\n>\n> — [A](../texts/a.md)\n",
)


def register(*slugs: str, mentions: int = 1) -> Register:
    mention = Mention("", (0, 3), "Osh", "place", "rule", 0.9, "osh")
    found = tuple(
        Occurrence(mention, slug, f"m-osh-{slug}", "", "", "Osh", "")
        for slug in slugs
        for _ in range(mentions)
    )
    texts = tuple(Text(slug, f"Text {slug}", Page("")) for slug in slugs)
    return Register(texts, {"osh": QUOTED}, {"osh": found}, {"osh": ()}, {"osh": slugs})


def test_evidence_is_the_sentence_without_its_source() -> None:
    assert evidence_of(QUOTED) == "Osh, a , lay still."


def test_entry_without_a_quotation_has_no_evidence() -> None:
    assert evidence_of(Entry("osh", "Osh", "place", body="A city.")) == ""


def test_evidence_of_another_text_names_it() -> None:
    assert '” — <a href="a.html">Text a</a></p>' in NoteWriter(register("a", "b")).more("osh", "b")


def test_evidence_of_the_same_text_does_not() -> None:
    assert "Text a" not in NoteWriter(register("a")).more("osh", "a")


HERS = replace(QUOTED, definition=Definition("An old city.", "editor"))


def hers(*slugs: str) -> Register:
    return replace(register(*slugs), entries={"osh": HERS})


def test_evidence_below_an_editors_words_names_the_text_that_she_names() -> None:
    assert '” — <a href="a.html">Text a</a></p>' in NoteWriter(hers("a", "b")).more("osh", "b")


def test_evidence_below_an_editors_words_is_told_with_its_own_block() -> None:
    library = hers("a")
    block = '<p id="p-3"><a data-entry="osh">Osh</a>, a <i>city</i>, lay still.</p>'
    entry = replace(HERS, body="An old city.\n\n> **Osh**, a city, lay still.\n")
    library = replace(library, entries={"osh": entry})
    named = Named(library.entries)
    note = '<li data-entry="osh" id="note-osh"><p>Osh, place. An old city.</p></li>'
    told = Finisher(library, named).with_more(note, Blocks(block, "a", named))
    assert '<p class="evidence" data-evidence="p-3">“Osh, a city, lay still.”</p>' in told


def test_note_leads_to_the_first_mention_in_other_texts() -> None:
    more = NoteWriter(register("a", "b")).more("osh", "a")
    assert 'Also in <a href="b.html#m-osh-b">Text b</a> (1).' in more


def test_note_names_five_other_texts_and_counts_the_rest() -> None:
    more = NoteWriter(register(*"abcdefgh")).more("osh", "a")
    assert more.count(".html#m-osh-") == 5
    assert '<a href="../glossary/osh.html">2 more texts</a>' in more


def test_note_on_a_name_of_very_many_mentions_counts_them_in_no_text() -> None:
    assert "Text b</a>." in NoteWriter(register("a", "b", mentions=51)).more("osh", "a")


def test_few_are_told_exactly() -> None:
    assert roughly(99, "text") == "99 texts"


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (100, "100 texts"),
        (101, "over 100 texts"),
        (200, "over 100 texts"),
        (201, "over 200 texts"),
        (999, "over 500 texts"),
        (1_000, "over 500 texts"),
        (1_001, "over 1,000 texts"),
        (24_999, "over 20,000 texts"),
    ],
)
def test_many_are_told_by_what_there_is_more_of(number: int, told: str) -> None:
    assert roughly(number, "text") == told


def counted(library: Register, slug: str) -> str:
    note = '<a class="all" href="../glossary/osh.html">All mentions</a>'
    return Finisher(library, Named(library.entries)).with_counts(note, slug)


def test_count_of_a_note_begins_like_a_sentence() -> None:
    library = register("a", "b", mentions=1249)
    assert ">Over 2,000 mentions in 2 texts</a>" in counted(library, "a")


def test_note_on_a_name_of_one_mention_says_so() -> None:
    assert ">Named only here</a>" in counted(register("a"), "a")


def test_note_on_a_name_of_one_text_says_so() -> None:
    assert ">3 mentions, all here</a>" in counted(register("a", mentions=3), "a")


def test_note_on_a_name_that_only_another_text_links_counts_it_there() -> None:
    assert ">1 mention in 1 text</a>" in counted(register("b"), "a")


def test_note_on_no_entry_says_no_more() -> None:
    assert NoteWriter(register("a")).more("unknown", "a") == ""


def test_reason_names_rule_confidence_and_machine() -> None:
    mention = Mention("a", (0, 3), "Osh", "place", "full name", 0.85, "osh")
    assert reason(mention) == "full name; 85 % sure; the machine"


def test_reason_names_the_editor() -> None:
    mention = Mention("a", (0, 3), "Osh", "place", "by hand", 1.0, "osh", creator="editor")
    assert reason(mention) == "the editor’s hand"


def test_list_reads_as_in_a_sentence() -> None:
    assert listed(["a", "b", "c"]) == "a, b and c"
