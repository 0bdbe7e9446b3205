"""Decisions -> a site made anew beside them, a moment after the last one, one at a time."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

PAUSE = 1.5  # seconds of rest after a decision before the site is made


@dataclass(slots=True)
class Rebuilding:
    """Runs a command when asked, once for all decisions of a moment; counts the sites made."""

    command: Sequence[str]
    pause: float = PAUSE
    number: int = 0
    state: str = "ready"
    message: str = ""
    _timer: threading.Timer | None = None
    _running: threading.Lock = field(default_factory=threading.Lock)

    def ask(self) -> None:
        """Make the site a moment from now; asking again puts it off."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer = threading.Timer(self.pause, self.run)
        self._timer.daemon = True
        self._timer.start()
        self.state = "waiting"

    def run(self) -> None:
        """Make the site now; what the command says is kept where it failed."""
        with self._running:
            self.state = "building"
            done = subprocess.run(self.command, check=False, capture_output=True, text=True)  # noqa: S603  # our own command
            failed = done.returncode != 0
            self.message = (done.stderr.strip() or done.stdout.strip()) if failed else ""
            self.number += not failed
            self.state = "failed" if failed else "ready"
