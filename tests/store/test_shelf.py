"""Values kept from run to run: found by name and key, never taken from a damaged shelf."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotated_reader.model import Mention
from annotated_reader.store import Shelf, digest
from annotated_reader.store import shelf as shelves
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
    data = pack((made_by, 0, {"one": ("key", value)}))
    path.write_bytes(digest(data).encode() + data)


def test_shelf_of_other_code_is_empty(path: Path) -> None:
    write(path, "another version", pack("old"))
    assert Shelf(path).get("one", "key") is None


def test_value_that_is_damaged_is_made_anew(path: Path) -> None:
    write(path, maker(), b"\xc1")
    assert Shelf(path).value("one", "key", lambda: "new") == "new"


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A shelf that holds two values too large for its list."""
    path = tmp_path / "large"
    shelf = Shelf(path)
    for name in ("one", "two"):
        shelf.put(name, "key", name * 1000)
    shelf.save()
    return path


def values(path: Path) -> list[Path]:
    return sorted(path.parent.glob(f"{path.name}.*"))


def test_large_value_comes_back_equal(large: Path) -> None:
    assert Shelf(large).get("two", "key") == "two" * 1000


def test_large_value_is_added_without_writing_the_others_again(large: Path) -> None:
    (file,) = values(large)
    before = file.read_bytes()
    shelf = Shelf(large)
    assert shelf.holds("one", "key")
    assert shelf.holds("two", "key")
    shelf.put("three", "key", "3" * 1000)
    shelf.save()
    assert file.read_bytes().startswith(before)
    assert [Shelf(large).get(name, "key") for name in ("one", "three")] == [
        "one" * 1000,
        "3" * 1000,
    ]


def test_values_that_nobody_wants_do_not_fill_the_disk(large: Path) -> None:
    for number in range(20):
        shelf = Shelf(large)
        assert shelf.holds("two", "key")
        shelf.put("one", f"{number}", f"{number}" * 1000)
        shelf.save()
    assert Shelf(large).get("two", "key") == "two" * 1000
    assert sum(file.stat().st_size for file in values(large)) < 10_000


def test_large_value_that_is_damaged_is_made_anew(large: Path) -> None:
    (file,) = values(large)
    file.write_bytes(file.read_bytes().replace(b"one", b"ono"))
    assert Shelf(large).value("one", "key", lambda: "new") == "new"
    assert Shelf(large).get("two", "key") == "two" * 1000


def test_shelf_whose_values_were_cut_off_is_empty(large: Path) -> None:
    (file,) = values(large)
    file.write_bytes(file.read_bytes()[:-1])
    assert not Shelf(large).holds("one", "key")


def test_shelf_whose_values_are_gone_is_empty(large: Path) -> None:
    values(large)[0].unlink()
    assert not Shelf(large).holds("one", "key")


def test_value_that_is_put_again_is_not_written_again(large: Path) -> None:
    before = large.stat().st_mtime_ns
    shelf = Shelf(large)
    for name in ("one", "two"):
        shelf.put(name, "key", name * 1000)
    shelf.save()
    assert large.stat().st_mtime_ns == before


def test_killed_run_that_has_added_a_value_leaves_the_others(large: Path) -> None:
    (file,) = values(large)
    file.write_bytes(file.read_bytes() + b"half a val")
    shelf = Shelf(large)
    assert shelf.get("one", "key") == "one" * 1000
    shelf.put("two", "other key", "2" * 1000)
    shelf.save()
    assert Shelf(large).get("two", "other key") == "2" * 1000


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


@pytest.fixture
def laid_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """A shelf that holds more than stays in memory."""
    monkeypatch.setattr(shelves, "MOST_AT_HAND", 5_000)
    shelf = Shelf(tmp_path / "aside")
    for name in NUMBERS:
        shelf.put(name, "key", name * 1000)
    return shelf


NUMBERS = ("one", "two", "three", "four")


def test_large_new_values_do_not_fill_the_memory(laid_aside: Shelf) -> None:
    held = (found for _, found in laid_aside.used.values() if isinstance(found, bytes))
    assert sum(map(len, held)) <= 5_000


def test_value_that_was_laid_aside_comes_back_before_and_after_it_is_saved(
    laid_aside: Shelf,
) -> None:
    assert [laid_aside.get(name, "key") for name in NUMBERS] == [name * 1000 for name in NUMBERS]
    laid_aside.save()
    again = Shelf(laid_aside.path)
    assert [again.get(name, "key") for name in NUMBERS] == [name * 1000 for name in NUMBERS]


def test_nothing_is_seen_of_values_laid_aside_until_they_are_saved(laid_aside: Shelf) -> None:
    assert laid_aside.path is not None
    assert list(laid_aside.path.parent.iterdir()) == []


def test_value_is_put_in_the_place_of_one_that_waits(laid_aside: Shelf) -> None:
    laid_aside.put("four", "key", "short")
    laid_aside.put("one", "key", "new" * 2000)
    laid_aside.put("three", "other key", "3" * 1000)
    laid_aside.save()
    again = Shelf(laid_aside.path)
    assert again.get("four", "key") == "short"
    assert again.get("one", "key") == "new" * 2000
    assert again.get("three", "other key") == "3" * 1000


def test_values_stay_in_memory_where_there_is_no_room_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelves, "MOST_AT_HAND", 1_000)
    monkeypatch.setattr(shelves.os, "write", lambda _, data: len(data) // 2)
    shelf = Shelf(tmp_path / "full")
    for name in NUMBERS:
        shelf.put(name, "key", name * 1000)
    assert [shelf.get(name, "key") for name in NUMBERS] == [name * 1000 for name in NUMBERS]


def test_value_that_is_damaged_is_not_whole_and_not_held_any_more(large: Path) -> None:
    (file,) = values(large)
    file.write_bytes(file.read_bytes().replace(b"one", b"ono"))
    shelf = Shelf(large)
    assert shelf.is_whole("two", "key")
    assert shelf.holds("one", "key")
    assert not shelf.is_whole("one", "key")
    assert not shelf.holds("one", "key")
