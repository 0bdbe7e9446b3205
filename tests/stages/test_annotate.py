from __future__ import annotations

from dataclasses import replace

from annotated_reader.model import Definition, Document, Entry, Mention
from annotated_reader.stages.annotate import annotate
from annotated_reader.stages.definitions.speakers import SPEAKERS
from tests.builders import make_document

TEXT = make_document("The Osh State University in Osh.\n\n## Later\n\nOsh and Manas and Osh.")
TOLD = Definition("said of it in the texts", "quotation")
ENTRIES = {
    id_: Entry(id_, id_, "place", definition=TOLD)
    for id_ in ("manas", "osh", "osh-region", "state", "university")
}


def mention(surface: str, entry: str, nth: int = 1, confidence: float = 0.5) -> Mention:
    start = -1
    for _ in range(nth):
        start = TEXT.text.index(surface, start + 1)
    span = (start, start + len(surface))
    return Mention(TEXT.slug, span, surface, "place", "a rule", confidence, entry)


def linked(*mentions: Mention, document: Document = TEXT) -> list[tuple[str, str]]:
    return [(found.surface, found.entry) for found in annotate(document, mentions, ENTRIES)[0]]


def test_mentions_come_in_the_order_of_the_text() -> None:
    assert linked(mention("Manas", "manas"), mention("Osh", "osh", 2)) == [
        ("Osh", "osh"),
        ("Manas", "manas"),
    ]


def test_longest_of_overlapping_mentions_wins() -> None:
    short = mention("Osh", "osh", confidence=1.0)
    assert linked(short, mention("Osh State University", "university")) == [
        ("Osh State University", "university")
    ]


def test_surest_of_equally_long_mentions_wins() -> None:
    unsure, sure = mention("Osh", "osh"), mention("Osh", "osh-region", confidence=0.9)
    assert linked(unsure, sure) == linked(sure, unsure) == [("Osh", "osh-region")]


def test_mention_beside_another_is_kept() -> None:
    assert linked(
        mention("The Osh", "osh"), mention(" State", "state"), mention(" University", "university")
    ) == [("The Osh", "osh"), (" State", "state"), (" University", "university")]


def test_mention_without_an_entry_is_not_linked() -> None:
    assert linked(mention("Osh", "")) == []


def test_mention_across_blocks_is_not_linked() -> None:
    start = TEXT.text.index("Osh.\n")
    across = replace(mention("Osh", "osh"), span=(start, start + 8))
    assert linked(across) == []


def test_first_mention_of_each_section_carries_a_marker() -> None:
    all_osh = [mention("Osh", "osh", number) for number in (1, 2, 3, 4)]
    _, (note,) = annotate(TEXT, all_osh, ENTRIES)
    assert note.mentions == (all_osh[0], all_osh[2])


def test_notes_are_numbered_by_their_first_reference() -> None:
    _, notes = annotate(TEXT, [mention("Manas", "manas"), mention("Osh", "osh", 3)], ENTRIES)
    assert [(note.number, note.entry) for note in notes] == [(1, "osh"), (2, "manas")]


def noted(surface: str, entry: Entry) -> bool:
    _, notes = annotate(TEXT, [mention(surface, entry.id)], {entry.id: entry})
    return bool(notes)


def test_note_that_would_only_repeat_the_name_does_not_stand() -> None:
    assert not noted("Osh", Entry("osh", "Osh", "place"))


def test_mention_without_a_note_is_linked() -> None:
    alone = mention("Osh", "osh")
    assert annotate(TEXT, [alone], {"osh": Entry("osh", "Osh", "place")}) == ((alone,), ())


def test_note_stands_that_gives_a_fuller_name() -> None:
    assert noted("Osh State", Entry("osh", "Osh State University", "organization"))


def test_name_in_other_words_order_is_no_fuller() -> None:
    assert not noted("Osh State University", Entry("osh", "University, Osh State", "organization"))


def test_note_stands_that_says_whom_a_name_may_mean() -> None:
    assert noted("Osh", Entry("osh", "Osh", "place", candidates=("a", "b")))


def test_number_stands_at_the_first_mention_of_a_section_that_needs_it() -> None:
    full, short = mention("Osh State University", "osh"), mention("Osh", "osh", 2)
    entries = {"osh": Entry("osh", "Osh State University", "organization")}
    _, (note,) = annotate(TEXT, [full, short], entries)
    assert note.mentions == (short,)


def quoted(words: str) -> dict[str, Entry]:
    told = Definition(words, "quotation")
    return {"osh": Entry("osh", "Osh", "place", definition=told)}


def test_sentence_that_says_what_a_definition_quotes_needs_no_note() -> None:
    first, later = mention("Osh", "osh", 2), mention("Osh", "osh", 3)
    _, (note,) = annotate(TEXT, [first, later], quoted("State University"))
    assert note.mentions == (later,)


def test_definition_that_stands_elsewhere_is_noted() -> None:
    _, notes = annotate(TEXT, [mention("Osh", "osh")], quoted("a city in the south"))
    assert notes


def test_year_of_our_era_is_no_fuller_than_its_number() -> None:
    assert not noted("Osh", Entry("osh", "AD Osh", "date"))


def test_note_that_says_but_that_somebody_speaks_has_no_number() -> None:
    speaks = Definition("Speaks in “A text”", "data", source=SPEAKERS)
    told = replace(ENTRIES["osh"], name="Osh", definition=speaks)
    assert annotate(TEXT, [mention("Osh", "osh", 2)], {"osh": told})[1] == ()
