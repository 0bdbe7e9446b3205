"""Work that another process does at the same time, on what this one holds at that moment.

The other process is a copy of this one: it sees all objects, and gives back nothing but the files
that it writes and its answer, which is plain data. If it does not come to an end, for whatever
reason, its work is done here, so that whatever is wrong is told as if there had been no other. It
never outlives the object, nor this process.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import tempfile
import time
import warnings
import weakref
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, Generic, TypeVar

from ..store import pack, unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import IO

Item = TypeVar("Item")
Answer = TypeVar("Answer")

CAN_FORK = hasattr(os, "fork") and sys.platform != "darwin"  # whose own libraries do not bear it


MOST = 4
"""Processes that do one piece of work together: each may come to hold as much as this one."""


def spread(
    items: Sequence[Item], work: Callable[[Sequence[Item]], Answer], enough: int = 1
) -> list[Answer]:
    """Do work on many items in as many processes as there are processors; return their answers.

    Each gets at least `enough` of the items; the first answer is that of this process.
    """
    number = max(1, min(os.cpu_count() or 1, MOST, len(items) // max(1, enough)))
    parts = [items[first::number] for first in range(number)]
    others = [Beside(partial(work, part)) for part in parts[1:]]
    return [work(parts[0]), *(each.finish() for each in others)]


class Beside(Generic[Answer]):
    """A piece of work that begins at once; it must bear to be done twice."""

    def __init__(self, work: Callable[[], Answer]) -> None:
        self.work = work
        self.answer = tempfile.TemporaryFile()  # noqa: SIM115  # open until it is read
        self.process = _fork(work, self.answer) if CAN_FORK else 0
        self._end = weakref.finalize(self, _kill, self.process, self.answer)

    def finish(self) -> Answer:
        """Wait until the work is done, or do it if it was not; return its answer."""
        known = self._end.detach()
        process = self.process if known else 0
        with self.answer:
            if not process or os.waitpid(process, 0)[1]:
                return self.work()
            self.answer.seek(0)
            return unpack(self.answer.read())  # type: ignore[no-any-return]  # what was packed


def _fork(work: Callable[[], object], answer: IO[bytes]) -> int:
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
            gc.freeze()  # or looking for lost objects would have all of these copied
            answer.write(pack(work()))
            answer.flush()
            status = 0
        finally:
            os._exit(status)
    return 0


def _end_without(parent: int) -> None:
    """End this process soon after the one that began it."""
    while os.getppid() == parent:
        time.sleep(0.1)
    os._exit(1)


def _kill(process: int, answer: IO[bytes]) -> None:
    """End a process that nobody waits for any more."""
    answer.close()
    if process:
        with suppress(OSError):
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
