from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotated_reader.site.settings import ReaderSettings, read_settings
from annotated_reader.site.status import Status, in_three_lines, in_words, status_of
from annotated_reader.store.files import digest
from tests.site.reviewed import make_content

SEED = b"They came to Osh in June. Osch was calm."


@pytest.fixture
def chosen(tmp_path: Path) -> ReaderSettings:
    make_content(tmp_path / "content")
    seed = tmp_path / "seeds" / "one.txt"
    seed.parent.mkdir()
    seed.write_bytes(SEED)
    record = tmp_path / "content" / "records" / "one.json"
    known = json.loads(record.read_text("utf-8")) | {"sha256": digest(SEED)}
    record.write_text(json.dumps(known), "utf-8")
    return read_settings({"PATH": str(tmp_path / "content"), "OUTPUT_PATH": str(tmp_path / "out")})


def edit(chosen: ReaderSettings, id_: str, text: str) -> None:
    (chosen.content / "glossary" / f"{id_}.md").write_text(text, "utf-8")


def test_library_that_is_up_to_date_has_no_seed_to_tell_of(chosen: ReaderSettings) -> None:
    found = status_of(chosen)
    assert (found.new, found.changed, found.removed, found.renamed) == ((), (), (), ())
    assert (found.texts, found.suggested, found.mentions) == (1, 3, 3)


def test_new_seed_is_told(chosen: ReaderSettings) -> None:
    (chosen.seeds / "two.txt").write_text("More.", "utf-8")
    assert status_of(chosen).new == ("seeds/two.txt",)


def test_changed_seed_is_told(chosen: ReaderSettings) -> None:
    (chosen.seeds / "one.txt").write_text("Other words.", "utf-8")
    assert status_of(chosen).changed == ("seeds/one.txt",)


def test_seed_that_got_a_sidecar_is_told(chosen: ReaderSettings) -> None:
    (chosen.seeds / "one.toml").write_text('title = "One"\n', "utf-8")
    assert status_of(chosen).changed == ("seeds/one.txt",)


def test_seed_that_is_gone_is_told(chosen: ReaderSettings) -> None:
    (chosen.seeds / "one.txt").unlink()
    assert status_of(chosen).removed == ("seeds/one.txt",)


def test_renamed_seed_is_known_by_its_bytes(chosen: ReaderSettings) -> None:
    (chosen.seeds / "one.txt").rename(chosen.seeds / "eins.txt")
    found = status_of(chosen)
    assert found.renamed == (("seeds/one.txt", "seeds/eins.txt"),)
    assert (found.new, found.removed) == ((), ())


def test_edited_entry_is_told(chosen: ReaderSettings) -> None:
    edit(chosen, "osh", "---\nTitle: Osh\nKind: place\n---\n\nA city.\n")
    assert status_of(chosen).edited == ("glossary/osh.md",)


def test_entry_that_no_text_mentions_is_an_orphan(chosen: ReaderSettings) -> None:
    edit(chosen, "kant", "---\nTitle: Kant\nKind: place\n---\n\nA town.\n")
    assert status_of(chosen).orphans == ("glossary/kant.md",)


def test_tombstone_is_no_orphan(chosen: ReaderSettings) -> None:
    edit(chosen, "kant", "---\nTitle: Kant\nKind: place\nStatus: hidden\n---\n")
    assert status_of(chosen).orphans == ()


def test_entry_that_is_linked_by_hand_alone_is_no_orphan(chosen: ReaderSettings) -> None:
    edit(chosen, "town", "---\nTitle: Town\nKind: place\n---\n\nA town.\n")
    text = chosen.content / "texts" / "one.md"
    linked = text.read_text("utf-8").replace("calm", "[calm](../glossary/town.md)")
    text.write_text(linked, "utf-8")
    assert status_of(chosen).orphans == ()


def test_doubtful_mentions_are_counted(chosen: ReaderSettings) -> None:
    assert status_of(chosen).doubtful == 3


def test_status_is_told_in_words_and_for_programs(chosen: ReaderSettings) -> None:
    (chosen.seeds / "one.txt").rename(chosen.seeds / "eins.txt")
    found = status_of(chosen)
    assert "renamed seed: seeds/one.txt is now seeds/eins.txt" in in_words(found)
    assert json.loads(json.dumps(found.as_data()))["renamed"] == [
        ["seeds/one.txt", "seeds/eins.txt"]
    ]


def test_of_very_many_edited_files_some_are_told_and_texts_first() -> None:
    edited = tuple(f"glossary/{number}.md" for number in range(30))
    lines = in_words(Status(texts=1, entries=30, edited=(*edited, "texts/one.md"))).split("\n")
    assert "edited by you: texts/one.md" in lines
    assert lines[-1] == "edited by you: … and 11 more (invoke status --json)"


def test_build_ends_with_three_lines() -> None:
    status = Status(2, 3, suggested=3, edited=("a", "b"), doubtful=1, mentions=9)
    assert in_three_lines(status) == (
        "entries: 3 suggested, 0 approved, 0 hidden\n"
        "mentions: 1 of 9 doubtful\n"
        "files: 2 edited by you"
    )


def test_folder_without_anything_has_a_status(tmp_path: Path) -> None:
    chosen = read_settings({"PATH": str(tmp_path / "none"), "OUTPUT_PATH": str(tmp_path / "out")})
    assert status_of(chosen).texts == 0
