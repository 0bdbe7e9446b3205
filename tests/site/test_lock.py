"""One command at a time works on a folder."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from annotated_reader.site.lock import Lock

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_second_command_waits_for_the_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entered = threading.Event()

    def second() -> None:
        with Lock(tmp_path):
            entered.set()

    with Lock(tmp_path):
        thread = threading.Thread(target=second)
        thread.start()
        assert not entered.wait(0.2)
    assert entered.wait(5)
    thread.join()
    assert "waiting for another command" in capsys.readouterr().err


def test_lock_may_be_taken_twice_by_its_holder(tmp_path: Path) -> None:
    lock = Lock(tmp_path)
    with lock, lock:
        pass
    assert lock.file is None
