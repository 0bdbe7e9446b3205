"""Values kept from run to run: found by name and key, never taken from a damaged shelf."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotated_reader.model import Mention
from annotated_reader.store import Shelf, digest
from annotated_reader.store.maker import maker
from annotated_reader.store.packing import pack

MENTION = Mention("one", (0, 3), "Osh", "place", "rule", 0.9)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A shelf that holds a mention."""
    path = tmp_path / "shelf"
    shelf = Shelf(path)
    shelf.put("one", "key", (MENTION,))
    shelf.save()
    return path


def test_value_comes_back_equal(path: Path) -> None:
    assert Shelf(path).get("one", "key") == (MENTION,)


def test_value_for_another_key_is_made_anew(path: Path) -> None:
    assert Shelf(path).value("one", "other key", lambda: "new") == "new"


def test_kept_value_is_not_made(path: Path) -> None:
    made: list[str] = []
    Shelf(path).value("one", "key", lambda: made.append("again"))
    assert made == []


def test_what_nobody_asked_for_is_not_kept(path: Path) -> None:
    shelf = Shelf(path)
    shelf.put("two", "key", "text")
    shelf.save()
    assert Shelf(path).get("one", "key") is None


def test_unchanged_shelf_is_not_written(path: Path) -> None:
    before = path.stat().st_mtime_ns
    shelf = Shelf(path)
    shelf.get("one", "key")
    shelf.save()
    assert path.stat().st_mtime_ns == before


@pytest.mark.parametrize("data", [b"", b"{", b"\x00" * 99], ids=["empty", "short", "zeros"])
def test_damaged_shelf_is_empty(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    assert Shelf(path).get("one", "key") is None


def test_shelf_with_a_changed_byte_is_empty(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    assert Shelf(path).get("one", "key") is None


def write(path: Path, made_by: str, value: bytes) -> None:
    data = pack((made_by, {"one": ("key", value)}))
    path.write_bytes(digest(data).encode() + data)


def test_shelf_of_other_code_is_empty(path: Path) -> None:
    write(path, "another version", pack("old"))
    assert Shelf(path).get("one", "key") is None


def test_value_that_is_damaged_is_made_anew(path: Path) -> None:
    write(path, maker(), b"\xc1")
    assert Shelf(path).value("one", "key", lambda: "new") == "new"


def test_shelf_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    shelf = Shelf(tmp_path / "file" / "shelf")
    shelf.put("one", "key", 1)
    shelf.save()
    assert Shelf(tmp_path / "file" / "shelf").get("one", "key") is None


def test_shelf_without_a_place_keeps_nothing() -> None:
    shelf = Shelf()
    assert shelf.value("one", "key", lambda: 1) == 1
    shelf.save()
