"""A file that is public already is linked, not written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotated_reader.site.carry import put
from annotated_reader.site.writer import QuietFile

if TYPE_CHECKING:
    from pathlib import Path


def test_same_file_is_a_link_to_the_public_one(tmp_path: Path) -> None:
    public, staged = tmp_path / "public", tmp_path / "staged"
    public.write_bytes(b"same")
    put(staged, public, b"same")
    assert staged.samefile(public)


def test_other_file_of_the_same_size_is_written(tmp_path: Path) -> None:
    public, staged = tmp_path / "public", tmp_path / "staged"
    public.write_bytes(b"past")
    put(staged, public, b"next")
    assert (staged.read_bytes(), public.read_bytes()) == (b"next", b"past")


def test_new_file_is_written(tmp_path: Path) -> None:
    put(tmp_path / "staged", tmp_path / "public", b"new")
    assert (tmp_path / "staged").read_bytes() == b"new"


def test_text_is_written_when_its_file_is_closed(tmp_path: Path) -> None:
    with QuietFile(tmp_path / "staged", tmp_path / "public", "utf-8") as file:
        file.write("Өзгөн\n")
    assert (tmp_path / "staged").read_bytes() == "Өзгөн\n".encode()
