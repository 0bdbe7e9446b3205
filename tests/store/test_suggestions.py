from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotated_reader.errors import ContentError
from annotated_reader.store import (
    Record,
    adopt,
    deleted,
    diff,
    digest,
    keep,
    load_manifest,
    restore,
    waiting,
)
from annotated_reader.store import suggestions as room
from tests.store.mortal import KilledError, MortalDisk

if TYPE_CHECKING:
    from tests.store.library import Library

OSH = "texts/osh.md"
RECORD = "records/osh.json"
ENTRY = "glossary/osh.md"


@pytest.fixture
def edited(library: Library) -> Library:
    library.convert({OSH: "one\nsame\n", RECORD: "1"})
    library.edit(OSH, "hers\nsame\n")
    library.convert({OSH: "two\nsame\n", RECORD: "2"})
    return library


def test_edited_files_with_a_new_suggestion_wait(edited: Library) -> None:
    assert waiting(edited.cache) == (OSH,)


def test_the_difference_reads_from_hers_to_the_suggestion(edited: Library) -> None:
    assert diff(edited.content, edited.cache, OSH) == (
        "--- texts/osh.md (yours)\n+++ texts/osh.md (suggested)\n"
        "@@ -1,2 +1,2 @@\n-hers\n+two\n same\n"
    )


def test_adopting_takes_the_suggestion_and_its_record(edited: Library) -> None:
    adopt(edited.content, edited.cache, OSH)
    assert (edited.read(OSH), edited.read(RECORD)) == ("two\nsame\n", "2")


def test_an_adopted_file_is_ours_again(edited: Library) -> None:
    adopt(edited.content, edited.cache, OSH)
    edited.convert({OSH: "three\n", RECORD: "3"})
    assert (edited.read(OSH), edited.read(RECORD)) == ("three\n", "3")


@pytest.mark.parametrize("steps", range(4))
def test_adopting_that_was_killed_leaves_hers_or_ours_and_nothing_else(
    edited: Library, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    monkeypatch.setattr(room, "write_if_changed", MortalDisk(steps).write)
    with pytest.raises(KilledError):
        adopt(edited.content, edited.cache, OSH)
    monkeypatch.undo()
    taken = edited.read(OSH) == "two\nsame\n"
    edited.convert({OSH: "three\n", RECORD: "3"})
    hers = ("hers\nsame\n", "1")
    assert (edited.read(OSH), edited.read(RECORD)) == (("three\n", "3") if taken else hers)


def test_the_manifest_says_no_more_than_that_an_adopted_file_is_ours(edited: Library) -> None:
    adopt(edited.content, edited.cache, OSH)
    record = load_manifest(edited.content).files[OSH]
    assert record == Record(digest("two\nsame\n"), "seeds/osh.txt")


def test_an_adopted_suggestion_no_longer_waits(edited: Library) -> None:
    adopt(edited.content, edited.cache, OSH)
    assert waiting(edited.cache) == ()


def test_a_suggestion_that_the_machine_takes_back_no_longer_waits(edited: Library) -> None:
    edited.convert({OSH: "one\nsame\n", RECORD: "1"})
    assert waiting(edited.cache) == ()


@pytest.mark.parametrize("name", [OSH, "content/texts/osh.md", "osh"])
def test_a_waiting_file_is_found_by_path_or_name(edited: Library, name: str) -> None:
    assert diff(edited.content, edited.cache, name).startswith("--- texts/osh.md")


def test_a_name_that_several_files_have_must_be_told_more_exactly(edited: Library) -> None:
    edited.edit(ENTRY, "by hand")
    edited.convert({OSH: "two\n", RECORD: "2", ENTRY: "entry"})
    with pytest.raises(ContentError, match=r"say which: glossary/osh\.md or texts/osh\.md"):
        diff(edited.content, edited.cache, "osh")


def test_a_name_that_nothing_waits_for_is_answered_with_the_nearest(edited: Library) -> None:
    with pytest.raises(ContentError, match=r"osch: nothing waits .*did you mean “osh”\?"):
        adopt(edited.content, edited.cache, "osch")


@pytest.fixture
def two_waiting(edited: Library) -> Library:
    edited.edit(ENTRY, "by hand")
    edited.convert({OSH: "two\n", RECORD: "2", ENTRY: "entry"})
    return edited


@pytest.mark.parametrize(
    ("pattern", "taken"),
    [("*", (ENTRY, OSH)), ("content/glossary/*", (ENTRY,)), ("text?/osh.md", (OSH,))],
)
def test_a_pattern_adopts_all_that_it_names(
    two_waiting: Library, pattern: str, taken: tuple[str, ...]
) -> None:
    assert adopt(two_waiting.content, two_waiting.cache, pattern) == taken
    assert not set(taken) & set(waiting(two_waiting.cache))


def test_a_pattern_shows_all_differences(two_waiting: Library) -> None:
    shown = diff(two_waiting.content, two_waiting.cache, "*")
    assert [line for line in shown.splitlines() if line.startswith("+++")] == [
        f"+++ {name} (suggested)" for name in (ENTRY, OSH)
    ]


def test_a_pattern_that_names_nothing_is_answered_with_what_waits(edited: Library) -> None:
    with pytest.raises(ContentError, match=r"nothing that waits is called so.*texts/osh\.md"):
        adopt(edited.content, edited.cache, "glossary/*")


def test_a_deleted_file_can_be_restored_with_its_record(library: Library) -> None:
    library.convert({OSH: "one", RECORD: "1"})
    library.delete(OSH)
    library.convert({OSH: "two", RECORD: "2"})
    assert deleted(library.cache) == (OSH,)
    restore(library.content, library.cache, "osh")
    assert (library.read(OSH), library.read(RECORD)) == ("two", "2")


def test_a_restored_file_is_ours_again(library: Library) -> None:
    library.convert({ENTRY: "one"})
    library.delete(ENTRY)
    library.convert({ENTRY: "one"})
    restore(library.content, library.cache, ENTRY)
    library.convert({ENTRY: "two"})
    assert library.read(ENTRY) == "two"
    assert deleted(library.cache) == ()


def test_a_file_that_came_back_meanwhile_is_not_overwritten_by_restoring(library: Library) -> None:
    library.convert({ENTRY: "one"})
    library.delete(ENTRY)
    library.convert({ENTRY: "one"})
    library.edit(ENTRY, "hers")
    with pytest.raises(ContentError, match="is there again"):
        restore(library.content, library.cache, ENTRY)
    assert library.read(ENTRY) == "hers"


def test_a_file_without_a_newline_at_its_end_has_a_readable_difference(library: Library) -> None:
    library.edit(ENTRY, "hers")
    library.convert({ENTRY: "suggested"})
    assert diff(library.content, library.cache, ENTRY).endswith("-hers\n+suggested\n")


@pytest.fixture
def hers(library: Library) -> Library:
    library.convert({ENTRY: "one"})
    library.edit(ENTRY, "hers")
    library.convert({ENTRY: "two"})
    return library


def test_an_entry_that_is_kept_stays_hers_and_the_same_suggestion_waits_no_more(
    hers: Library,
) -> None:
    keep(hers.content, hers.cache, "osh")
    hers.convert({ENTRY: "two"})
    assert (hers.read(ENTRY), waiting(hers.cache)) == ("hers", ())


def test_a_newer_suggestion_waits_for_an_entry_that_was_kept(hers: Library) -> None:
    keep(hers.content, hers.cache, "osh")
    hers.convert({ENTRY: "three"})
    assert (hers.read(ENTRY), waiting(hers.cache)) == ("hers", (ENTRY,))


def test_a_text_is_not_kept_against_its_seed(edited: Library) -> None:
    with pytest.raises(ContentError, match=r"osh\.md: is a text, and its seed has changed"):
        keep(edited.content, edited.cache, OSH)
