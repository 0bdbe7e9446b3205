"""A conversion may be killed between any two steps; the next one ends where it would have."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from annotated_reader.store import apply_plan, load_manifest, plan_write
from annotated_reader.store.files import MANY
from tests.store.library import Library, with_seeds
from tests.store.mortal import KilledError, MortalDisk

if TYPE_CHECKING:
    from pathlib import Path

FIRST = {
    "texts/changed.md": "a1",
    "records/changed.json": "r1",
    "texts/gone.md": "b1",
    "records/gone.json": "r1",
    "texts/same.md": "c1",
    "glossary/changed.md": "x1",
    "glossary/gone.md": "y1",
}
SECOND = {
    "texts/changed.md": "a2",
    "records/changed.json": "r2",
    "texts/same.md": "c1",
    "texts/new.md": "d1",
    "records/new.json": "r1",
    "glossary/changed.md": "x2",
    "glossary/new.md": "z1",
}
STEPS = 11  # the intentions, six files written, three removed, what has been done


@pytest.fixture
def expected(tmp_path: Path) -> dict[str, str]:
    library = Library(tmp_path / "other" / "content", tmp_path / "other" / "cache")
    library.convert(FIRST)
    library.convert(SECOND)
    return library.files()


def killed(library: Library, steps: int) -> Library:
    library.convert(FIRST)
    with pytest.raises(KilledError):
        library.convert(SECOND, MortalDisk(steps))
    return library


def test_a_conversion_takes_the_number_of_steps_that_are_tried_below(library: Library) -> None:
    library.convert(FIRST)
    disk = MortalDisk(STEPS)
    library.convert(SECOND, disk)
    assert disk.steps == 0


@pytest.mark.parametrize("steps", range(STEPS))
def test_the_run_after_a_killed_one_repairs_everything(
    library: Library, expected: dict[str, str], steps: int
) -> None:
    killed(library, steps).convert(SECOND)
    assert library.files() == expected


@pytest.mark.parametrize("steps", range(STEPS))
def test_the_run_after_two_killed_ones_repairs_everything(
    library: Library, expected: dict[str, str], steps: int
) -> None:
    killed(library, steps)
    with pytest.raises(KilledError):
        library.convert(SECOND, MortalDisk(0))
    library.convert(SECOND)
    assert library.files() == expected


@pytest.mark.parametrize("steps", range(STEPS))
def test_a_killed_run_is_repaired_when_the_suggestions_have_moved_on(
    library: Library, steps: int
) -> None:
    killed(library, steps).convert({"texts/changed.md": "a3", "texts/gone.md": "b3"})
    files = library.files()
    del files["manifest.json"]
    assert files == {"texts/changed.md": "a3", "texts/gone.md": "b3"}


@pytest.mark.parametrize("steps", range(STEPS))
def test_what_a_killed_run_wrote_stays_ours_when_the_next_is_killed_before_it_writes(
    library: Library, steps: int
) -> None:
    moved_on = {"texts/changed.md": "a3", "texts/gone.md": "b3"}
    killed(library, steps)
    with pytest.raises(KilledError):
        library.convert(moved_on, MortalDisk(1))
    library.convert(moved_on)
    files = library.files()
    del files["manifest.json"]
    assert files == moved_on


def test_a_file_that_the_power_cut_left_empty_is_written_again(
    library: Library, expected: dict[str, str]
) -> None:
    killed(library, STEPS - 1).edit("texts/changed.md", "")
    library.edit("texts/new.md", "")
    library.edit("records/new.json", "")
    library.convert(SECOND)
    assert library.files() == expected


def test_a_file_that_the_editor_emptied_is_hers(library: Library) -> None:
    library.convert(FIRST)
    library.edit("texts/changed.md", "")
    library.convert(SECOND)
    assert library.read("texts/changed.md") == ""


def test_many_files_are_written_like_few(library: Library) -> None:
    wanted = {f"texts/{number}.md": f"{number}" for number in range(MANY + 1)}
    assert len(library.convert(wanted).written) == MANY + 1
    assert library.convert(wanted).written == ()


@pytest.mark.parametrize("steps", range(STEPS))
def test_an_edit_after_a_killed_run_is_kept(library: Library, steps: int) -> None:
    killed(library, steps).edit("texts/changed.md", "hers")
    library.convert(SECOND)
    library.convert({"texts/changed.md": "a3"})
    assert library.read("texts/changed.md") == "hers"


@pytest.mark.parametrize("steps", range(STEPS))
def test_an_edit_of_what_was_to_be_removed_is_kept(library: Library, steps: int) -> None:
    killed(library, steps).edit("texts/gone.md", "hers")
    library.convert(SECOND)
    assert library.read("texts/gone.md") == "hers"


@pytest.mark.parametrize("steps", range(STEPS))
def test_a_file_deleted_after_a_killed_run_stays_deleted(library: Library, steps: int) -> None:
    killed(library, steps).delete("texts/changed.md")
    library.convert(SECOND)
    assert not library.holds("texts/changed.md")


@pytest.mark.parametrize("steps", range(STEPS))
def test_a_first_conversion_that_was_killed_is_done_by_the_next(
    library: Library, steps: int
) -> None:
    with pytest.raises(KilledError):
        library.convert(FIRST, MortalDisk(min(steps, len(FIRST) + 1)))
    library.convert(FIRST)
    files = library.files()
    del files["manifest.json"]
    assert files == FIRST


def test_an_edit_between_plan_and_writing_is_kept(library: Library) -> None:
    library.convert(FIRST)
    plan = plan_write(load_manifest(library.content), library.content, with_seeds(SECOND))
    library.edit("texts/changed.md", "hers")
    report = apply_plan(plan, library.content, library.cache)
    assert library.read("texts/changed.md") == "hers"
    assert library.read("records/changed.json") == "r1"
    assert report.skipped == ("records/changed.json", "texts/changed.md")


def test_an_edit_between_plan_and_writing_is_hers_in_the_next_run(library: Library) -> None:
    library.convert(FIRST)
    plan = plan_write(load_manifest(library.content), library.content, with_seeds(SECOND))
    library.edit("texts/changed.md", "hers")
    apply_plan(plan, library.content, library.cache)
    report = library.convert(SECOND)
    assert library.read("texts/changed.md") == "hers"
    assert report.waiting == ("texts/changed.md",)


def test_a_cache_that_was_thrown_away_is_filled_again(library: Library, tmp_path: Path) -> None:
    library.convert(FIRST)
    library.edit("texts/changed.md", "hers")
    library.convert(SECOND)
    report = replace(library, cache=tmp_path / "empty").convert(SECOND)
    assert report.fresh == ("texts/changed.md",)
