"""A file that is public already is linked, not written."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from annotated_reader.site.carry import Carrier
from annotated_reader.site.writer import QuietFile
from annotated_reader.store import digest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def carrier(tmp_path: Path) -> Carrier:
    """What puts files into a new site; a public one says `same` and `past`."""
    for folder in ("public", "staged"):
        (tmp_path / folder).mkdir()
    for word in ("same", "past"):
        (tmp_path / "public" / word).write_text(word)
    return Carrier(tmp_path / "cache", tmp_path / "public", tmp_path / "staged")


def test_same_file_is_a_link_to_the_public_one(carrier: Carrier, tmp_path: Path) -> None:
    carrier.put("same", b"same")
    assert (tmp_path / "staged" / "same").samefile(tmp_path / "public" / "same")


def test_other_file_of_the_same_size_is_written(carrier: Carrier, tmp_path: Path) -> None:
    carrier.put("past", b"next")
    assert (tmp_path / "staged" / "past").read_bytes() == b"next"
    assert (tmp_path / "public" / "past").read_bytes() == b"past"


def test_file_that_is_put_again_leaves_the_public_one_alone(
    carrier: Carrier, tmp_path: Path
) -> None:
    carrier.put("same", b"same")
    carrier.put("same", b"next")
    assert (tmp_path / "staged" / "same").read_bytes() == b"next"
    assert (tmp_path / "public" / "same").read_bytes() == b"same"


def test_new_file_is_written(carrier: Carrier, tmp_path: Path) -> None:
    carrier.put("deep/down", b"new")
    assert (tmp_path / "staged" / "deep" / "down").read_bytes() == b"new"


def test_file_is_copied_where_there_are_no_hard_links(
    carrier: Carrier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", _no_links)
    carrier.put("same", b"same")
    assert (tmp_path / "staged" / "same").read_bytes() == b"same"
    assert (tmp_path / "public" / "same").stat().st_nlink == 1


def test_digest_of_a_file_that_somebody_else_changed_is_that_of_its_bytes(
    carrier: Carrier, tmp_path: Path
) -> None:
    carrier.put("new", b"new")
    (tmp_path / "staged" / "new").write_bytes(b"changed")
    assert carrier.digest("new") == digest(b"changed")


def test_text_is_written_when_its_file_is_closed(carrier: Carrier, tmp_path: Path) -> None:
    told: list[tuple[str, bytes]] = []
    opened = (tmp_path / "staged" / "staged").open("w", encoding="utf-8")
    with QuietFile(carrier, "staged", opened, lambda *what: told.append(what)) as file:
        file.write("Өзгөн\n")
    assert told == [("staged", "Өзгөн\n".encode())]
    assert (tmp_path / "staged" / "staged").read_bytes() == "Өзгөн\n".encode()


def test_text_that_is_public_already_takes_the_place_of_its_file(
    carrier: Carrier, tmp_path: Path
) -> None:
    opened = (tmp_path / "staged" / "same").open("w", encoding="utf-8")
    with QuietFile(carrier, "same", opened, lambda *_: None) as file:
        file.write("same")
    assert (tmp_path / "staged" / "same").samefile(tmp_path / "public" / "same")
    assert (tmp_path / "public" / "same").read_bytes() == b"same"


def _no_links(*_paths: object) -> None:
    raise OSError(1, "Operation not permitted")
