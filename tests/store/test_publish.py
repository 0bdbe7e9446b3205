from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from annotated_reader.errors import ReaderError
from annotated_reader.store import recover, swap

OLD = {"reader.json": "1", "index.html": "old", "texts/osh.html": "same", "gone.html": "gone"}
NEW = {"reader.json": "2", "index.html": "new", "texts/osh.html": "same", "new/a.html": "added"}


class KilledError(BaseException):
    """The process ends here."""


def put(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def output(tmp_path: Path) -> Path:
    swap(put(tmp_path / "first", OLD), tmp_path / "output")
    return tmp_path / "output"


@pytest.fixture
def staging(tmp_path: Path) -> Path:
    return put(tmp_path / "staging", NEW)


def test_a_complete_site_becomes_the_output(staging: Path, output: Path) -> None:
    assert swap(staging, output)
    assert files(output) == NEW


def test_nothing_is_left_beside_the_output(staging: Path, output: Path) -> None:
    swap(staging, output)
    assert {path.name for path in output.parent.iterdir()} == {"output"}


def test_an_empty_folder_may_become_the_output(staging: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    swap(staging, tmp_path / "empty")
    assert files(tmp_path / "empty") == NEW


def test_an_unchanged_site_is_left_untouched(output: Path, tmp_path: Path) -> None:
    before = output.stat().st_ino
    assert not swap(put(tmp_path / "again", OLD), output)
    assert output.stat().st_ino == before


def test_a_file_that_did_not_change_keeps_its_time(staging: Path, output: Path) -> None:
    os.utime(output / "texts" / "osh.html", (1, 1))
    swap(staging, output)
    assert (output / "texts" / "osh.html").stat().st_mtime == 1


def test_writing_in_the_staging_folder_does_not_touch_the_public_site(
    staging: Path, output: Path
) -> None:
    swap(staging, output)
    put(staging, dict.fromkeys(NEW, "next build"))
    assert files(output) == NEW


def test_a_link_as_output_folder_stays_a_link(staging: Path, output: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(output)
    swap(staging, tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert files(output) == NEW


def test_half_written_files_are_not_published(staging: Path, output: Path) -> None:
    (staging / ".writing-0123").touch()
    swap(staging, output)
    assert files(output) == NEW


def test_somebody_elses_folder_is_refused_and_left_alone(staging: Path, tmp_path: Path) -> None:
    other = put(tmp_path / "other", {"thesis.doc": "years of work"})
    with pytest.raises(ReaderError, match=r"other: is not a site of ours .*choose another"):
        swap(staging, other)
    assert files(other) == {"thesis.doc": "years of work"}


@pytest.mark.parametrize("name", ["output.new", "output.old"])
def test_somebody_elses_folder_beside_the_output_is_left_alone(
    staging: Path, output: Path, name: str
) -> None:
    other = put(output.with_name(name), {"thesis.doc": "years of work"})
    with pytest.raises(ReaderError, match="is not a site of ours"):
        swap(staging, output)
    assert files(other) == {"thesis.doc": "years of work"}
    assert files(output) == OLD


def test_an_incomplete_site_is_not_published(staging: Path, output: Path) -> None:
    (staging / "reader.json").unlink()
    with pytest.raises(ReaderError, match="is not a complete site"):
        swap(staging, output)
    assert files(output) == OLD


@pytest.mark.parametrize("where", ["staging", "staging/texts", "."])
def test_the_output_must_not_hold_the_staging_folder(staging: Path, where: str) -> None:
    with pytest.raises(ReaderError, match="cannot be the output folder"):
        swap(staging, staging.parent / where)
    assert files(staging) == NEW


def test_files_are_copied_from_another_disk(
    staging: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.utime(output / "texts" / "osh.html", (1, 1))
    monkeypatch.setattr(Path, "rename", _other_disk(staging))
    swap(staging, output)
    assert files(output) == NEW
    assert not staging.exists()
    assert (output / "texts" / "osh.html").stat().st_mtime == 1


def test_a_failing_swap_keeps_the_site_and_says_so(
    staging: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "rename", _other_disk(staging))
    monkeypatch.setattr(shutil, "copy2", _full_disk)
    with pytest.raises(ReaderError, match=r"No space left on device; the last good site is kept"):
        swap(staging, output)
    assert files(output) == OLD


CALLS = [
    (os, "link"), (shutil, "copy2"), (Path, "mkdir"), (Path, "rename"), (Path, "unlink"),
    (Path, "rmdir"), (shutil, "rmtree"),
]  # fmt: skip
STEPS = 8


@pytest.fixture
def mortal(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Let the process end before a step that changes the disk."""

    def kill_after(steps: int) -> list[int]:
        left = [steps]
        for owner, name in CALLS:
            monkeypatch.setattr(owner, name, _mortal(getattr(owner, name), left))
        return left

    return kill_after


@pytest.mark.parametrize("steps", range(STEPS))
def test_a_whole_site_is_there_after_a_kill_at_any_step(
    staging: Path, output: Path, mortal: Any, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    mortal(steps)
    with pytest.raises(KilledError):
        swap(staging, output)
    monkeypatch.undo()
    recover(output)
    assert files(output) in (OLD, NEW)
    assert {path.name for path in output.parent.iterdir()} - {"staging"} == {"output"}


@pytest.mark.parametrize("steps", range(STEPS))
def test_the_next_build_publishes_after_a_kill_at_any_step(
    staging: Path, output: Path, mortal: Any, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    mortal(steps)
    with pytest.raises(KilledError):
        swap(staging, output)
    monkeypatch.undo()
    swap(put(staging, NEW), output)
    assert files(output) == NEW
    assert {path.name for path in output.parent.iterdir()} - {"staging"} == {"output"}


def test_a_swap_takes_the_number_of_steps_that_are_tried_above(
    staging: Path, output: Path, mortal: Any
) -> None:
    left = mortal(STEPS)
    swap(staging, output)
    assert left == [0]


def _mortal(call: Any, left: list[int]) -> Any:
    def step(*args: Any, **options: Any) -> Any:
        if not left[0]:
            raise KilledError
        left[0] -= 1
        return call(*args, **options)

    return step


def _other_disk(staging: Path) -> Any:
    """A rename that cannot move the staging folder."""
    rename = Path.rename

    def renamed(path: Path, target: Path) -> Path:
        if path == staging:
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        return rename(path, target)

    return renamed


def _full_disk(*_paths: object) -> None:
    raise OSError(28, "No space left on device")
