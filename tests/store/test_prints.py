"""Digests of files: read once, and again as soon as anybody has touched them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from annotated_reader.errors import ContentError
from annotated_reader.store import Prints, digest, read_hers

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.library import Library

LONG_AGO = 1_000_000_000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "osh.md"
    path.write_text("one")
    return path


def unread() -> bytes:
    raise AssertionError("nobody was to read it")


def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the clock stand long after whatever was done to files."""
    monkeypatch.setattr("annotated_reader.store.prints.time.time_ns", lambda: 4 * 10**18)


def test_an_untouched_file_is_read_once(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled(monkeypatch)
    before = Prints(tmp_path)
    before.of(str(file), file.read_bytes)
    before.save()
    assert Prints(tmp_path).of(str(file), unread) == digest("one")


def test_a_changed_file_is_read_again(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled(monkeypatch)
    prints = Prints(tmp_path)
    prints.of(str(file), file.read_bytes)
    file.write_text("two")
    os.utime(file, (LONG_AGO, LONG_AGO))
    assert prints.of(str(file), file.read_bytes) == digest("two")


def test_a_file_that_was_touched_just_now_is_not_believed(file: Path, tmp_path: Path) -> None:
    prints = Prints(tmp_path)
    os.utime(file)
    prints.of(str(file), lambda: b"one")
    assert prints.of(str(file), lambda: b"two") == digest("two")


def test_a_file_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert Prints(tmp_path).of_content(tmp_path / "none.md") == ""


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "osh.md").mkdir()
    with pytest.raises(ContentError, match="cannot be read"):
        Prints(tmp_path).of_content(tmp_path / "osh.md")


def test_of_content_only_what_the_editor_changed_is_read(library: Library) -> None:
    library.convert(
        {"texts/osh.md": "---\ntitle: Osh\n---\nOsh", "glossary/osh.md": "Title: Osh\n"}
    )
    library.edit("glossary/osh.md", "Title: Osh city\nKind: place\n")
    library.edit("glossary/roza.md", "Title: Roza\nKind: person\n")
    hers = read_hers(library.content, library.cache, Prints())
    assert (sorted(hers.entries), hers.texts) == (["osh", "roza"], {})


def test_an_entry_that_she_threw_away_is_told(library: Library) -> None:
    library.convert({"glossary/osh.md": "Title: Osh\n"})
    library.delete("glossary/osh.md")
    assert read_hers(library.content, library.cache, Prints()).deleted == {"osh"}


def test_all_mistakes_in_her_files_are_told_together(library: Library) -> None:
    for name in ("osh", "roza"):
        library.edit(f"glossary/{name}.md", "Title: Osh\nKind: plaze\n")
    with pytest.raises(ContentError, match=r"(?s)osh\.md.*roza\.md"):
        read_hers(library.content, library.cache, Prints())
