from __future__ import annotations

from pathlib import Path

import pytest

from annotated_reader.errors import SeedError
from annotated_reader.store import read_seeds


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(name.encode())


def test_seeds_come_sorted_by_path_as_bytes(tmp_path: Path) -> None:
    put(tmp_path, "osh.txt", "batken.md", "2010/june.html", "talas.HTM")
    assert [(seed.path, seed.data) for seed in read_seeds(tmp_path)] == [
        ("2010/june.html", b"2010/june.html"),
        ("batken.md", b"batken.md"),
        ("osh.txt", b"osh.txt"),
        ("talas.HTM", b"talas.HTM"),
    ]


def test_hidden_files_hidden_folders_and_other_files_are_no_seeds(tmp_path: Path) -> None:
    put(tmp_path, "osh.txt", ".osh.txt.swp", ".git/a.txt", ".hidden.md", "picture.png")
    assert [seed.path for seed in read_seeds(tmp_path)] == ["osh.txt"]


def test_a_sidecar_comes_with_its_seed(tmp_path: Path) -> None:
    put(tmp_path, "osh.txt", "batken.txt")
    (tmp_path / "osh.toml").write_text('title = "Ош"', "utf-8")
    assert {seed.path: seed.sidecar for seed in read_seeds(tmp_path)} == {
        "batken.txt": "",
        "osh.txt": 'title = "Ош"',
    }


def test_a_sidecar_without_a_seed_is_an_error(tmp_path: Path) -> None:
    put(tmp_path, "osch.toml", "osh.txt")
    with pytest.raises(SeedError, match=r"osch\.toml: the sidecar has no seed beside it"):
        read_seeds(tmp_path)


def test_a_sidecar_that_is_not_utf8_is_named_with_the_line(tmp_path: Path) -> None:
    put(tmp_path, "osh.txt")
    (tmp_path / "osh.toml").write_bytes(b'title = "a"\nauthor = "\xff"')
    with pytest.raises(SeedError, match=r"osh\.toml:2: the sidecar is not UTF-8"):
        read_seeds(tmp_path)


def test_two_seeds_that_would_become_one_page_are_both_named(tmp_path: Path) -> None:
    put(tmp_path, "Osh June.txt", "osh-june.html")
    with pytest.raises(SeedError, match=r"osh-june\.html: .* as .*Osh June\.txt"):
        read_seeds(tmp_path)


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "secret.txt", "seeds/osh.txt")
    (tmp_path / "seeds" / "link.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(SeedError, match=r"link\.txt: the link leads out of the folder"):
        read_seeds(tmp_path / "seeds")


def test_a_linked_folder_that_leads_out_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "elsewhere/secret.txt", "seeds/osh.txt")
    (tmp_path / "seeds" / "more").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(SeedError, match=r"more: the link leads out of the folder"):
        read_seeds(tmp_path / "seeds")


def test_a_seed_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    with pytest.raises(SeedError, match=r"gone\.txt: cannot be read: No such file"):
        read_seeds(tmp_path)


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SeedError, match=r"seeds: there is no such folder"):
        read_seeds(tmp_path / "seeds")


def test_seeds_are_never_written_to(tmp_path: Path) -> None:
    put(tmp_path, "osh.txt", "osh.toml")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path, *tmp_path.iterdir())}
    read_seeds(tmp_path)
    assert {path: path.stat().st_mtime_ns for path in (tmp_path, *tmp_path.iterdir())} == before
