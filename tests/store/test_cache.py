from __future__ import annotations

from pathlib import Path

import pytest

from annotated_reader.store import cache_get, cache_put

VALUE = {"names": [[0, 3, "GPE"]], "text": "Ош"}


def kept(folder: Path) -> Path:
    (path,) = folder.glob("parse/??/*.json")
    return path


def test_a_value_comes_back_under_its_key(tmp_path: Path) -> None:
    cache_put(tmp_path, "key", VALUE)
    assert cache_get(tmp_path, "key") == VALUE


def test_an_unknown_key_has_no_value(tmp_path: Path) -> None:
    assert cache_get(tmp_path, "key") is None


@pytest.mark.parametrize("length", [0, 1, 50, 100, 150])
def test_a_truncated_entry_is_ignored(tmp_path: Path, length: int) -> None:
    cache_put(tmp_path, "key", VALUE)
    kept(tmp_path).write_bytes(kept(tmp_path).read_bytes()[:length])
    assert cache_get(tmp_path, "key") is None


def test_a_changed_entry_is_ignored(tmp_path: Path) -> None:
    cache_put(tmp_path, "key", VALUE)
    kept(tmp_path).write_text(kept(tmp_path).read_text("utf-8").replace("GPE", "ORG"), "utf-8")
    assert cache_get(tmp_path, "key") is None


def test_an_entry_in_the_place_of_another_is_ignored(tmp_path: Path) -> None:
    cache_put(tmp_path, "other", VALUE)
    other = kept(tmp_path)
    cache_put(tmp_path, "key", {})
    (mine,) = set(tmp_path.glob("parse/??/*.json")) - {other}
    mine.write_bytes(other.read_bytes())
    assert cache_get(tmp_path, "key") is None


def test_a_bad_entry_is_made_again(tmp_path: Path) -> None:
    cache_put(tmp_path, "key", VALUE)
    kept(tmp_path).write_bytes(b"\xff\xfe")
    assert cache_get(tmp_path, "key") is None
    cache_put(tmp_path, "key", VALUE)
    assert cache_get(tmp_path, "key") == VALUE
