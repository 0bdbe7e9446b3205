"""Processes that do a part of the work: none outlives the one that began it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

PLUGINS = Path(__file__).parents[1] / "plugins"

KILLED_PARENT = """\
import os, signal
from annotated_reader.processes import pool_of

if __name__ == "__main__":
    pool = pool_of(1)
    print(pool.submit(os.getpid).result(), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_process_ends_when_the_one_that_began_it_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(KILLED_PARENT)
    # Its standard output ends when nobody is left who could write there.
    done = subprocess.run(
        [sys.executable, script],
        env={**os.environ, "PYTHONPATH": str(PLUGINS)},
        capture_output=True,
        check=False,
        timeout=30,
    )
    assert done.returncode == -signal.SIGKILL
    assert int(done.stdout)
