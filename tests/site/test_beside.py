"""Work in a second process: done once it is waited for, whatever becomes of that process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from annotated_reader.site import beside as module
from annotated_reader.site.beside import CAN_FORK, Beside, spread

PLUGINS = Path(__file__).parents[2] / "plugins"

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="there is only one process here")


def test_work_is_done_by_another_process(tmp_path: Path) -> None:
    beside = Beside(lambda: (tmp_path / "by").write_text(str(os.getpid())))
    beside.finish()
    assert (tmp_path / "by").read_text() != str(os.getpid())


def test_work_of_a_process_that_is_killed_is_done_here(tmp_path: Path) -> None:
    here = os.getpid()

    def work() -> None:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        (tmp_path / "by").write_text("here")

    Beside(work).finish()
    assert (tmp_path / "by").read_text() == "here"


def test_failure_is_raised_where_the_work_is_waited_for() -> None:
    beside = Beside(lambda: Path("/nowhere/at/all").read_text())
    with pytest.raises(FileNotFoundError, match="nowhere"):
        beside.finish()


def test_process_that_nobody_waits_for_is_ended() -> None:
    beside = Beside(lambda: time.sleep(60))
    process = beside.process
    del beside
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_answer_of_another_process_is_returned() -> None:
    process, words = Beside(lambda: (os.getpid(), "Өзгөн \udc80")).finish()
    assert process != os.getpid()
    assert words == "Өзгөн \udc80"


@pytest.fixture
def three(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine of three processors."""
    monkeypatch.setattr(os, "cpu_count", lambda: 3)


@pytest.mark.usefixtures("three")
def test_items_are_spread_over_all_processors() -> None:
    answers = spread(range(8), lambda part: (os.getpid(), tuple(part)))
    assert sorted(item for _, part in answers for item in part) == list(range(8))
    assert len({process for process, _ in answers}) == 3
    assert answers[0][0] == os.getpid()


@pytest.mark.usefixtures("three")
def test_few_items_stay_in_this_process() -> None:
    (answer,) = spread(range(8), lambda part: (os.getpid(), tuple(part)), enough=5)
    assert answer == (os.getpid(), tuple(range(8)))


def test_no_items_are_an_answer_as_well() -> None:
    assert spread([], len) == [0]


@pytest.mark.usefixtures("three")
def test_part_of_a_process_that_is_killed_is_done_here() -> None:
    here = os.getpid()

    def work(part: list[int]) -> list[int]:
        if os.getpid() != here and 1 in part:
            os.kill(os.getpid(), signal.SIGKILL)
        return part

    answers = spread(list(range(6)), work)
    assert [list(answer) for answer in answers] == [[0, 3], [1, 4], [2, 5]]


def test_no_more_processes_than_memory_bears(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 64)
    assert len(spread(range(64), len)) == module.MOST


KILLED_PARENT = """\
import os, signal, time
from annotated_reader.site.beside import Beside

beside = Beside(lambda: time.sleep(60))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_process_ends_when_the_one_that_began_it_is_killed() -> None:
    # Its standard output ends when nobody is left who could write there.
    done = subprocess.run(
        [sys.executable, "-c", KILLED_PARENT],
        env={**os.environ, "PYTHONPATH": str(PLUGINS)},
        capture_output=True,
        check=False,
        timeout=30,
    )
    assert done.returncode == -signal.SIGKILL


def test_work_is_done_here_where_no_process_is_to_be_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> int:
        raise OSError("no more processes")

    monkeypatch.setattr(os, "fork", none)
    Beside((tmp_path / "done").touch).finish()
    assert (tmp_path / "done").exists()
