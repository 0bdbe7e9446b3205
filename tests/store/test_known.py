from __future__ import annotations

from pathlib import Path

import pytest

from annotated_reader.store import KnownFiles, digest


def known(folder: Path) -> KnownFiles:
    return KnownFiles(folder / "files", folder / "kept")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file whose digest is known."""
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "a").write_text("one")
    files = known(tmp_path)
    files.digest("a")
    files.save()
    return tmp_path


def test_file_that_nobody_touched_is_not_read_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = known(folder)
    monkeypatch.setattr("annotated_reader.store.known.file_digest", None)
    assert files.digest("a") == digest("one")


def test_file_that_was_written_is_read(folder: Path) -> None:
    (folder / "files" / "a").write_text("other")
    assert known(folder).digest("a") == digest("other")


def test_file_that_is_not_there_has_no_digest(folder: Path) -> None:
    assert known(folder).digest("b") == ""
