"""Whatever lies in the folder of seeds: read, or told with its file and what to do."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotated_reader.errors import SeedError, each_of
from annotated_reader.model import Parse
from annotated_reader.pipeline import annotate_document, compose_text, make_library, read_document
from annotated_reader.stages.editing.front_matter import parse_front_matter
from annotated_reader.store import read_seeds
from tests.hostile.folders import NAMES, READ, REFUSED, WORDS

NOBODY = 65534


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_text_of_any_name_becomes_a_file_that_says_its_name(name: str, seeds: Path) -> None:
    (seeds / NAMES[name]).write_bytes(WORDS)
    (seed,) = read_seeds(seeds)
    document = read_document(seed.path, seed.data, seed.sidecar)
    assert document.slug.isascii()
    assert not set(document.slug) & set("./\\ \n\"'<>{}?*|:#%&")
    made = make_library([document], {document.slug: Parse(())}, {})
    markdown = compose_text(annotate_document(made.library, document), made.library, {})
    source = " ".join(f"seeds/{NAMES[name]}".split())
    assert parse_front_matter(markdown).fields["source"] == (source,)


@pytest.mark.parametrize("name", REFUSED)
def test_what_must_not_be_read_is_told_with_its_file_and_a_remedy(name: str, seeds: Path) -> None:
    REFUSED[name](seeds)
    with pytest.raises(SeedError) as raised:
        read_seeds(seeds)
    for error in each_of(raised.value):
        assert Path(error.path).is_relative_to(seeds)
        assert error.remedy
        str(error).encode("utf-8", "backslashreplace")


@pytest.mark.parametrize("name", READ)
def test_what_only_looks_wrong_is_read(name: str, seeds: Path) -> None:
    READ[name](seeds)
    assert {seed.data for seed in read_seeds(seeds)} == {WORDS}


@pytest.fixture
def nobody() -> Iterator[Path]:
    """A folder of seeds; as nobody one must not read what root may."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # nobody is to get as far as the seeds
        yield Path(folder)
        if os.getuid() == 0:
            os.seteuid(0)


def as_nobody() -> None:
    if os.getuid() == 0:
        os.seteuid(NOBODY)


def test_file_that_must_not_be_read_is_told(nobody: Path) -> None:
    (nobody / "osh.txt").write_bytes(WORDS)
    (nobody / "osh.txt").chmod(0)
    as_nobody()
    with pytest.raises(SeedError, match=r"osh\.txt: cannot be read: Permission denied; "):
        read_seeds(nobody)


def test_folder_that_must_not_be_read_is_told(nobody: Path) -> None:
    (nobody / "more").mkdir()
    (nobody / "more" / "osh.txt").write_bytes(WORDS)
    (nobody / "more").chmod(0)
    as_nobody()
    with pytest.raises(SeedError, match=r"more: cannot be read: Permission denied; "):
        read_seeds(nobody)


def test_file_that_vanishes_while_it_is_read_is_told(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (seeds / "osh.txt").write_bytes(WORDS)
    walk = os.walk

    def walk_and_lose(*arguments: object, **keywords: object) -> object:
        yield from walk(*arguments, **keywords)  # type: ignore[call-overload]
        (seeds / "osh.txt").unlink()

    monkeypatch.setattr(os, "walk", walk_and_lose)
    with pytest.raises(SeedError, match=r"osh\.txt: cannot be read: No such file"):
        read_seeds(seeds)
