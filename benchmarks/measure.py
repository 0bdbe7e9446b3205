"""What a command costs: seconds, processor seconds and peak memory, and the report of them.

Linux counts a parent's memory as its child's peak: `python -m benchmarks.measure <command>` is a
parent that has little, and prints the cost as JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall and processor seconds, and the largest process's peak memory in MiB."""

    wall: float
    processor: float
    memory: float


def cost_of(command: Sequence[str]) -> Cost:
    """Run `command` in the project's root and return what it cost; raise if it fails."""
    began = time.monotonic()
    process = subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise subprocess.CalledProcessError(os.waitstatus_to_exitcode(status), command)
    return Cost(time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def cost_apart(command: Sequence[str]) -> Cost:
    """Return what a command costs that a small process starts, whatever this one holds."""
    launch = python("-m", "benchmarks.measure", *command)
    done = subprocess.run(launch, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, check=True)
    return Cost(**json.loads(done.stdout))


def environment() -> dict[str, str]:
    """Return that of who uses a command, whose Python keeps what it compiles."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}"}


def python(*arguments: str) -> list[str]:
    """Return the command that runs this Python with `arguments`."""
    return [sys.executable, *arguments]


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


if __name__ == "__main__":
    print(json.dumps(asdict(cost_of(sys.argv[1:]))))
