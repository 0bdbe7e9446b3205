"""Work in a second process: done once it is waited for, whatever becomes of that process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from annotated_reader.site.beside import CAN_FORK, Beside

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
