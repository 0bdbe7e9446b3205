from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from annotated_reader.errors import ReaderError
from annotated_reader.site.archive import archive_site


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "output"
    for name in ("reader.json", "index.html", "texts/one.html", "sw.js", "offline/files.json"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, "utf-8")
    return folder


def test_archive_holds_the_site_in_one_folder(output: Path, tmp_path: Path) -> None:
    target = tmp_path / "library.zip"
    assert archive_site(output, target) == 3
    assert zipfile.ZipFile(target).namelist() == [
        "library/index.html",
        "library/reader.json",
        "library/texts/one.html",
    ]


def test_same_site_makes_the_same_archive(output: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "a" / "x.zip", tmp_path / "b" / "x.zip"
    for target in (first, second):
        target.parent.mkdir()
        archive_site(output, target)
        (output / "index.html").touch()
    assert first.read_bytes() == second.read_bytes()


def test_folder_that_is_no_site_is_not_packed(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="there is no site"):
        archive_site(tmp_path, tmp_path / "x.zip")
    assert not (tmp_path / "x.zip").exists()
