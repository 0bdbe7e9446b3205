"""Work that another process does at the same time, on what this one holds at that moment.

The other process is a copy of this one: it sees all objects, and gives back nothing but the files
that it writes. If it does not come to an end, for whatever reason, its work is done here, so that
whatever is wrong is told as if there had been no other. It never outlives the object, nor this
process.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
import warnings
import weakref
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

CAN_FORK = hasattr(os, "fork") and sys.platform != "darwin"  # whose own libraries do not bear it


class Beside:
    """A piece of work that begins at once; it must bear to be done twice."""

    def __init__(self, work: Callable[[], object]) -> None:
        self.work = work
        self.process = _fork(work) if CAN_FORK else 0
        self._end = weakref.finalize(self, _kill, self.process)

    def finish(self) -> None:
        """Wait until the work is done; do it if it was not."""
        known = self._end.detach()
        process = self.process if known else 0
        if not process or os.waitpid(process, 0)[1]:
            self.work()


def _fork(work: Callable[[], object]) -> int:
    """Return the number of a process that does the work; 0 if there is none to be had."""
    with warnings.catch_warnings(), suppress(OSError):
        # Python 3.12 warns of other threads: that of a bar, whose locks the work does not need.
        warnings.simplefilter("ignore", DeprecationWarning)
        parent, process = os.getpid(), os.fork()
        if process:
            return process
        status = 1
        try:
            Thread(target=_end_without, args=(parent,), daemon=True).start()
            gc.disable()  # which would have every object copied
            work()
            status = 0
        finally:
            os._exit(status)
    return 0


def _end_without(parent: int) -> None:
    """End this process soon after the one that began it."""
    while os.getppid() == parent:
        time.sleep(0.1)
    os._exit(1)


def _kill(process: int) -> None:
    """End a process that nobody waits for any more."""
    if process:
        with suppress(OSError):
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
