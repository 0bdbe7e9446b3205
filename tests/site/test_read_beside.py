"""Pages read by a second process for the check: what it has not read is read by the check."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotated_reader.site import check_site as module
from annotated_reader.site import read_beside
from annotated_reader.site.check_site import check_site
from annotated_reader.site.read_beside import PagesBeside
from annotated_reader.store.files import digest

if TYPE_CHECKING:
    from pathlib import Path

PAGE = '<!DOCTYPE html><html lang="en"><head><title>A</title></head><body>{}</body></html>'


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PagesBeside:
    """A site of two pages that link to each other, which are enough for a process."""
    monkeypatch.setattr(read_beside, "MANY", 2)
    write(tmp_path, "a.html", '<a href="b.html#x">b</a>')
    write(tmp_path, "b.html", '<p id="x">b</p>')
    beside = PagesBeside(tmp_path, processors=2)
    beside.add("a.html")
    beside.add("b.html")
    return beside


def write(site: Path, name: str, body: str) -> None:
    (site / name).write_text(PAGE.format(body))


def test_pages_are_told_with_the_bytes_that_were_read(two: PagesBeside) -> None:
    read = two.take()
    assert {name: known for name, (known, _) in read.items()} == {
        name: digest((two.folder / name).read_bytes()) for name in ("a.html", "b.html")
    }
    assert read["b.html"][1].ids == {"x"}


def test_check_reads_no_page_that_has_been_read(
    two: PagesBeside, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(module, "read_page")
    assert check_site(two.folder, read=two.take()) == ()


def test_page_that_was_written_again_is_read_again(two: PagesBeside) -> None:
    read = two.take()
    write(two.folder, "b.html", "<p>b</p>")
    (problem,) = check_site(two.folder, read=read)
    assert str(problem) == "a.html: link to a place that does not exist: b.html#x"


def test_page_that_has_gone_before_it_is_read_is_left_out(two: PagesBeside) -> None:
    two.take()
    (two.folder / "b.html").unlink()
    assert read_beside.read_all(two.folder, ["a.html", "b.html"], "").keys() == {"a.html"}


def test_process_that_has_ended_has_read_nothing(two: PagesBeside) -> None:
    assert two._pool is not None
    for process in list(two._pool._processes.values()):
        process.kill()
    two.add("a.html")
    two.add("b.html")
    assert two.take() == {}


def test_few_pages_begin_no_process(tmp_path: Path) -> None:
    write(tmp_path, "a.html", "a")
    beside = PagesBeside(tmp_path, processors=2)
    beside.add("a.html")
    assert beside._pool is None
    assert beside.take() == {}


def test_one_processor_begins_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_beside, "MANY", 1)
    beside = PagesBeside(tmp_path, processors=1)
    beside.add("a.html")
    assert beside.take() == {}
