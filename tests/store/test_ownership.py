"""Who owns a file of `content/`, case by case (DESIGN, section 6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotated_reader.errors import ContentError
from annotated_reader.store import Manifest, Record, digest, load_manifest, plan, plan_write

if TYPE_CHECKING:
    from tests.store.library import Library

OSH = "texts/osh.md"
RECORD = "records/osh.json"
ENTRY = "glossary/osh.md"


def test_a_file_that_is_not_there_is_written(library: Library) -> None:
    report = library.convert({OSH: "one"})
    assert library.read(OSH) == "one"
    assert report.written == (OSH,)


def test_a_file_of_ours_is_rewritten_when_the_suggestion_changes(library: Library) -> None:
    library.convert({OSH: "one"})
    library.convert({OSH: "two"})
    assert library.read(OSH) == "two"


def test_nothing_is_written_when_nothing_changes(library: Library) -> None:
    library.convert({OSH: "one", ENTRY: "entry"})
    before = {path: path.stat().st_mtime_ns for path in library.content.rglob("*")}
    report = library.convert({OSH: "one", ENTRY: "entry"})
    assert {path: path.stat().st_mtime_ns for path in library.content.rglob("*")} == before
    assert (report.written, report.unchanged) == ((), 2)


def test_a_file_that_the_editor_changed_is_never_written_again(library: Library) -> None:
    library.convert({OSH: "one"})
    library.edit(OSH, "hers")
    report = library.convert({OSH: "two"})
    assert library.read(OSH) == "hers"
    assert report.kept == report.waiting == report.fresh == (OSH,)


def test_a_suggestion_is_reported_as_fresh_only_once(library: Library) -> None:
    library.convert({OSH: "one"})
    library.edit(OSH, "hers")
    library.convert({OSH: "two"})
    report = library.convert({OSH: "two"})
    assert (report.waiting, report.fresh) == ((OSH,), ())


def test_nothing_waits_while_the_machine_says_what_the_editor_started_from(
    library: Library,
) -> None:
    library.convert({OSH: "one"})
    library.edit(OSH, "hers")
    report = library.convert({OSH: "one"})
    assert (report.kept, report.waiting) == ((OSH,), ())


def test_nothing_waits_while_the_machine_agrees_with_the_editor(library: Library) -> None:
    library.convert({OSH: "one"})
    library.edit(OSH, "hers")
    report = library.convert({OSH: "hers"})
    assert (report.kept, report.waiting) == ((OSH,), ())


def test_an_edit_stays_hers_when_the_machine_comes_to_agree_and_then_changes_its_mind(
    library: Library,
) -> None:
    library.convert({OSH: "one"})
    library.edit(OSH, "hers")
    library.convert({OSH: "hers"})
    library.convert({OSH: "three"})
    assert library.read(OSH) == "hers"


def test_an_edit_that_was_taken_back_makes_the_file_ours_again(library: Library) -> None:
    library.convert({OSH: "one"})
    library.edit(OSH, "hers")
    library.convert({OSH: "one"})
    library.edit(OSH, "one")
    library.convert({OSH: "two"})
    assert library.read(OSH) == "two"


def test_a_text_by_hand_where_a_seed_wants_to_be_is_an_error_that_names_both(
    library: Library,
) -> None:
    library.edit(OSH, "by hand")
    with pytest.raises(ContentError, match=r"texts/osh\.md: .*seeds/osh\.txt would become"):
        library.convert({OSH: "one"})


def test_a_clash_keeps_everything_as_it_is(library: Library) -> None:
    library.edit(OSH, "by hand")
    before = library.files()
    with pytest.raises(ContentError):
        library.convert({OSH: "one", "texts/batken.md": "other"})
    assert library.files() == before


def test_all_clashes_are_told_at_once(library: Library) -> None:
    library.edit(OSH, "by hand")
    library.edit("texts/batken.md", "by hand")
    with pytest.raises(ContentError, match=r"batken\.md: .*\n.*osh\.md: "):
        library.convert({OSH: "one", "texts/batken.md": "other"})


def test_an_entry_by_hand_is_the_editors(library: Library) -> None:
    library.edit(ENTRY, "by hand")
    report = library.convert({ENTRY: "suggested"})
    assert library.read(ENTRY) == "by hand"
    assert report.waiting == (ENTRY,)


def test_files_just_as_the_machine_writes_them_are_ours_when_the_manifest_got_lost(
    library: Library,
) -> None:
    library.convert({OSH: "one"})
    library.delete("manifest.json")
    library.convert({OSH: "one"})
    library.convert({OSH: "two"})
    assert library.read(OSH) == "two"


def test_a_file_that_the_editor_deleted_stays_deleted(library: Library) -> None:
    library.convert({OSH: "one"})
    library.delete(OSH)
    library.convert({OSH: "one"})
    report = library.convert({OSH: "two"})
    assert not library.holds(OSH)
    assert report.deleted == (OSH,)


def test_a_deleted_file_that_the_editor_writes_anew_is_hers(library: Library) -> None:
    library.convert({OSH: "one"})
    library.delete(OSH)
    library.convert({OSH: "one"})
    library.edit(OSH, "anew")
    library.convert({OSH: "two"})
    assert library.read(OSH) == "anew"


def test_our_text_goes_with_its_seed(library: Library) -> None:
    library.convert({OSH: "one"})
    report = library.convert({})
    assert not library.holds(OSH)
    assert report.removed == (OSH,)
    assert not load_manifest(library.content).files


def test_the_editors_text_stays_when_its_seed_goes_and_is_reported(library: Library) -> None:
    library.convert({OSH: "one"})
    library.edit(OSH, "hers")
    library.convert({})
    report = library.convert({})
    assert library.read(OSH) == "hers"
    assert report.orphans == (OSH,)


def test_a_seed_that_comes_back_finds_the_editors_text_hers(library: Library) -> None:
    library.convert({OSH: "one"})
    library.edit(OSH, "hers")
    library.convert({})
    report = library.convert({OSH: "two"})
    assert library.read(OSH) == "hers"
    assert report.waiting == (OSH,)


def test_a_seed_that_comes_back_after_its_text_was_removed_is_converted(library: Library) -> None:
    library.convert({OSH: "one"})
    library.convert({})
    library.convert({OSH: "one"})
    assert library.read(OSH) == "one"


def test_a_text_deleted_with_its_seed_is_forgotten(library: Library) -> None:
    library.convert({OSH: "one"})
    library.delete(OSH)
    library.convert({})
    library.convert({OSH: "one"})
    assert library.read(OSH) == "one"


def test_an_entry_that_the_editor_deleted_does_not_come_back_with_its_name(
    library: Library,
) -> None:
    library.convert({ENTRY: "one"})
    library.delete(ENTRY)
    library.convert({})
    library.convert({ENTRY: "one"})
    assert not library.holds(ENTRY)


def test_a_record_is_rewritten_with_its_text(library: Library) -> None:
    library.convert({OSH: "one", RECORD: "1"})
    library.convert({OSH: "two", RECORD: "2"})
    assert library.read(RECORD) == "2"


def test_a_record_that_somebody_damaged_is_made_again(library: Library) -> None:
    library.convert({OSH: "one", RECORD: "1"})
    library.edit(RECORD, "<<<<<<<")
    library.convert({OSH: "one", RECORD: "1"})
    assert library.read(RECORD) == "1"


def test_the_record_of_an_edited_text_goes_on_describing_it(library: Library) -> None:
    library.convert({OSH: "one", RECORD: "1"})
    library.edit(OSH, "hers")
    library.convert({OSH: "two", RECORD: "2"})
    assert library.read(RECORD) == "1"


def test_the_record_of_a_removed_text_is_removed(library: Library) -> None:
    library.convert({OSH: "one", RECORD: "1"})
    library.convert({})
    assert not library.holds(RECORD)


def test_the_record_of_a_deleted_text_is_removed(library: Library) -> None:
    library.convert({OSH: "one", RECORD: "1"})
    library.delete(OSH)
    library.convert({OSH: "one", RECORD: "1"})
    assert not library.holds(RECORD)


def test_the_manifest_keeps_hash_seed_and_state(library: Library) -> None:
    library.convert({OSH: "one"})
    assert library.read("manifest.json") == (
        '{\n "files": {\n  "texts/osh.md": {\n   "seed": "seeds/osh.txt",\n'
        f'   "sha256": "{digest("one")}",\n   "state": "written"\n  }}\n }},\n "version": 1\n}}\n'
    )


def test_a_plan_needs_no_disk() -> None:
    manifest = Manifest({OSH: Record(digest("one"), "seeds/osh.txt")})
    made = plan(manifest, {OSH: digest("hers"), RECORD: ""}, {OSH: ("two", "seeds/osh.txt")})
    assert [(step.path, step.action, step.waits) for step in made.steps] == [(OSH, "keep", True)]


@pytest.mark.parametrize(
    "name", ["../osh.md", "/etc/osh.md", "texts/../../osh.md", "texts\\osh.md"]
)
def test_no_plan_leads_out_of_the_folder(library: Library, name: str) -> None:
    with pytest.raises(ValueError, match="leads out of the folder"):
        plan_write(Manifest(), library.content, {name: ("text", None)})


def test_a_manifest_that_leads_out_of_the_folder_is_refused(library: Library) -> None:
    library.convert({OSH: "one"})
    library.edit("manifest.json", library.read("manifest.json").replace(OSH, "../osh.md"))
    with pytest.raises(ContentError, match=r"manifest\.json: .* leads out of the folder"):
        load_manifest(library.content)


def test_a_manifest_with_conflict_marks_is_named_with_the_line(library: Library) -> None:
    library.convert({OSH: "one"})
    library.edit("manifest.json", "{\n<<<<<<< HEAD\n")
    with pytest.raises(ContentError, match=r"manifest\.json:2: is not JSON .*version control"):
        load_manifest(library.content)


def test_a_manifest_of_another_version_is_refused(library: Library) -> None:
    library.edit("manifest.json", '{"version": 2, "files": {}}')
    with pytest.raises(ContentError, match=r"manifest\.json: has version 2, not 1"):
        load_manifest(library.content)
