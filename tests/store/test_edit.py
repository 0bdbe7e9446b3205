from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.errors import ContentError
from annotated_reader.stages.editing.front_matter import parse_front_matter
from annotated_reader.store.edit import change, read_entry, undo, with_body, with_fields

FILE = "---\nTitle: Osh\nKind: place\nStatus: suggested\n---\n\nA city.\n\n> Osh is a city.\n"
NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)


def test_field_gets_its_value_in_place() -> None:
    assert with_fields(FILE, {"Status": "approved"}) == FILE.replace("suggested", "approved")


def test_new_field_comes_last() -> None:
    changed = with_fields(FILE, {"Aliases": "Osch"})
    assert changed == FILE.replace("suggested\n", "suggested\nAliases: Osch\n")


def test_empty_value_takes_the_field_out() -> None:
    assert with_fields(FILE, {"Status": ""}) == FILE.replace("Status: suggested\n", "")


def test_field_of_several_lines_is_replaced_whole() -> None:
    several = FILE.replace("Status: suggested\n", "Aliases:\n- Osch\n- Ush\nStatus: suggested\n")
    changed = with_fields(several, {"Aliases": "Osch"})
    assert changed == FILE.replace("Status: suggested\n", "Aliases: Osch\nStatus: suggested\n")


def test_file_without_fences_keeps_its_form() -> None:
    assert with_fields("Title: Osh\n\nA city.\n", {"Status": "approved"}) == (
        "Title: Osh\nStatus: approved\n\nA city.\n"
    )


def test_body_is_replaced_and_the_header_kept() -> None:
    assert (
        with_body(FILE, "The second city.") == FILE.partition("A city.")[0] + "The second city.\n"
    )


@given(NAMES)
def test_any_name_reads_back_and_nothing_else_changes(name: str) -> None:
    before = parse_front_matter(FILE)
    after = parse_front_matter(with_fields(FILE, {"Title": name}))
    assert after.fields == before.fields | {"title": (name,)}
    assert after.body == before.body


def test_undo_gives_the_bytes_back(tmp_path: Path) -> None:
    path = tmp_path / "osh.md"
    path.write_bytes(b"Title: Osh\r\nKind: place\r\n")
    undo([change(path, FILE)])
    assert path.read_bytes() == b"Title: Osh\r\nKind: place\r\n"


def test_undo_removes_what_was_not_there(tmp_path: Path) -> None:
    path = tmp_path / "osh.md"
    undo([change(path, FILE)])
    assert not path.exists()


def test_undo_leaves_what_was_changed_since(tmp_path: Path) -> None:
    path = tmp_path / "osh.md"
    done = change(path, FILE)
    path.write_text("hers", "utf-8")
    with pytest.raises(ContentError, match="changed since"):
        undo([done])
    assert path.read_text("utf-8") == "hers"


def test_undo_of_several_leaves_all_where_one_was_changed_since(tmp_path: Path) -> None:
    one, other = tmp_path / "osh.md", tmp_path / "kant.md"
    done = [change(one, FILE), change(other, FILE)]
    other.write_text("hers", "utf-8")
    with pytest.raises(ContentError, match="changed since"):
        undo(done)
    assert one.read_text("utf-8") == FILE


def test_undo_brings_back_what_was_removed(tmp_path: Path) -> None:
    path = tmp_path / "osh.md"
    path.write_text(FILE, "utf-8")
    removed = change(path, None)
    assert not path.exists()
    undo([removed])
    assert path.read_text("utf-8") == FILE


@pytest.mark.parametrize("name", ["nobody", "../texts/one", ""])
def test_only_an_entry_of_the_glossary_can_be_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "glossary").mkdir()
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "one.md").write_text("x", "utf-8")
    with pytest.raises(ContentError, match="no such entry"):
        read_entry(tmp_path, name)
