from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from annotated_reader.errors import ContentError, ReaderError
from annotated_reader.store.files import read_text, sweep, visible, write_if_changed


def test_a_file_is_written_as_utf8_with_plain_newlines(tmp_path: Path) -> None:
    assert write_if_changed(tmp_path / "deep" / "a.md", "Жогорку\nКеңеш\n")
    assert (tmp_path / "deep" / "a.md").read_bytes() == "Жогорку\nКеңеш\n".encode()


def test_identical_bytes_leave_the_file_and_its_time_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("same")
    os.utime(path, (1, 1))
    assert not write_if_changed(path, "same")
    assert path.stat().st_mtime == 1


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    path.write_text("old")
    monkeypatch.setattr(os, "fsync", _full_disk)
    with pytest.raises(ReaderError, match="No space left on device"):
        write_if_changed(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_gets_the_permissions_that_the_user_asks_for(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    write_if_changed(tmp_path / "a.md", "text")
    assert (tmp_path / "a.md").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_windows_line_ends_and_a_byte_order_mark_are_read_as_plain_text(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbfone\r\ntwo\r\n")
    assert read_text(tmp_path / "a.md") == "one\ntwo\n"


def test_a_file_that_is_not_utf8_is_named_with_the_line(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"one\ntwo \xff\n")
    with pytest.raises(ContentError, match=r"a\.md:2: the file is not UTF-8; save it again"):
        read_text(tmp_path / "a.md")


def test_hidden_files_and_other_kinds_of_files_are_not_listed(tmp_path: Path) -> None:
    for name in ("b.md", "a.md", ".hidden.md", "notes.txt"):
        (tmp_path / name).touch()
    (tmp_path / "folder.md").mkdir()
    assert [path.name for path in visible(tmp_path, ".md")] == ["a.md", "b.md"]


def test_what_a_killed_process_left_is_swept_away(tmp_path: Path) -> None:
    left = tmp_path / "texts" / ".writing-0123"
    left.parent.mkdir()
    left.touch()
    os.utime(left, (time.time() - 3600,) * 2)
    sweep(tmp_path)
    assert not left.exists()


def test_what_another_process_is_writing_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".writing-0123").touch()
    sweep(tmp_path)
    assert (tmp_path / ".writing-0123").exists()


def _full_disk(_descriptor: int) -> None:
    raise OSError(28, "No space left on device")
