from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotated_reader.errors import ContentError, SeveralErrors
from annotated_reader.store import read_content
from tests.store.mortal import KilledError, MortalDisk

if TYPE_CHECKING:
    from tests.store.library import Library

TEXT = """---
title: Osh in June
origin: first
    second
---

A paragraph.
"""
ENTRY = """---
Title: Osh
Kind: place
Status: suggested
---

“a city”
"""


def test_a_text_comes_with_header_body_and_the_bodys_line(library: Library) -> None:
    library.edit("texts/osh.md", TEXT)
    text = read_content(library.content).texts["osh"]
    assert (text.slug, text.path) == ("osh", library.content / "texts" / "osh.md")
    assert text.fields == {"title": ("Osh in June",), "origin": ("first", "second")}
    assert (text.body, text.body_line) == ("A paragraph.", 7)


def test_a_field_that_a_text_lacks_is_empty(library: Library) -> None:
    library.edit("texts/osh.md", TEXT)
    text = read_content(library.content).texts["osh"]
    assert (text.field("title"), text.field("date")) == ("Osh in June", "")


def test_entries_come_by_id(library: Library) -> None:
    library.edit("glossary/osh.md", ENTRY)
    assert read_content(library.content).entries["osh"].name == "Osh"


def test_an_entry_as_we_wrote_it_is_the_machines(library: Library) -> None:
    library.convert({"glossary/osh.md": ENTRY})
    assert read_content(library.content).entries["osh"].creator == "machine"


def test_an_entry_that_was_changed_is_the_editors(library: Library) -> None:
    library.convert({"glossary/osh.md": ENTRY})
    library.edit("glossary/osh.md", ENTRY.replace("suggested", "approved"))
    assert read_content(library.content).entries["osh"].creator == "editor"


@pytest.mark.parametrize(
    ("coordinates", "placed_by"),
    [("40.53, 72.8", "Kyrgyzstan named in the same texts, GeoNames"), ("40.5, 72.7", "")],
)
def test_an_entry_says_what_placed_it_only_where_that_is_so(
    library: Library, coordinates: str, placed_by: str
) -> None:
    why = "Kyrgyzstan named in the same texts, GeoNames"
    placed = f"Status: approved\nCoordinates: {coordinates}\nPlaced-by: {why}"
    library.edit("glossary/osh.md", ENTRY.replace("Status: suggested", placed))
    assert read_content(library.content).entries["osh"].placed_by == placed_by


def test_an_entry_by_hand_is_the_editors(library: Library) -> None:
    library.edit("glossary/osh.md", ENTRY)
    assert read_content(library.content).entries["osh"].creator == "editor"


def test_an_entry_that_the_editor_threw_away_is_known(library: Library) -> None:
    library.convert({"glossary/osh.md": ENTRY})
    library.delete("glossary/osh.md")
    assert read_content(library.content).deleted == {"osh"}


def test_an_entry_that_we_removed_was_not_thrown_away(library: Library) -> None:
    library.convert({"glossary/osh.md": ENTRY})
    library.convert({})
    assert read_content(library.content).deleted == frozenset()


def test_an_entry_that_a_killed_run_removed_was_not_thrown_away(library: Library) -> None:
    library.convert({"glossary/osh.md": ENTRY})
    with pytest.raises(KilledError):
        library.convert({}, MortalDisk(2))
    assert not library.holds("glossary/osh.md")
    assert read_content(library.content).deleted == frozenset()


def test_records_come_by_slug(library: Library) -> None:
    library.edit("records/osh.json", '{"mentions": []}')
    assert read_content(library.content).records == {"osh": {"mentions": []}}


def test_a_content_folder_that_is_not_there_is_empty(library: Library) -> None:
    content = read_content(library.content)
    assert (content.texts, content.entries, content.records) == ({}, {}, {})


def test_a_broken_record_is_named_with_line_and_remedy(library: Library) -> None:
    library.edit("records/osh.json", '{\n"mentions": [\n')
    with pytest.raises(ContentError, match=r"records/osh\.json:3: is not JSON .*convert again"):
        read_content(library.content)


def test_a_record_that_is_no_object_is_refused(library: Library) -> None:
    library.edit("records/osh.json", "[]")
    with pytest.raises(ContentError, match=r"records/osh\.json: does not hold a record"):
        read_content(library.content)


def test_the_mistakes_of_all_files_are_told_together_a_line_each(library: Library) -> None:
    library.edit("texts/osh.md", "---\ntitle: Osh\n\ntext")
    library.edit("glossary/a.md", "---\nTitle: A\nKind: perso\nStatus: aproved\n---\n")
    library.edit("records/osh.json", "")
    with pytest.raises(SeveralErrors) as caught:
        read_content(library.content)
    lines = str(caught.value).splitlines()
    assert [line.removeprefix(f"{library.content}/").split(": ")[0] for line in lines] == [
        "texts/osh.md:1", "glossary/a.md:3", "glossary/a.md:4", "records/osh.json:1",
    ]  # fmt: skip


def test_more_mistakes_than_anybody_reads_are_only_counted(library: Library) -> None:
    for number in range(25):
        library.edit(f"records/{number}.json", "")
    with pytest.raises(SeveralErrors) as caught:
        read_content(library.content)
    assert len(caught.value.errors) == 25
    assert str(caught.value).splitlines()[20:] == ["… and 5 more"]
