"""Processes that do a part of the work: begun anew, for a copy of this one may hold its locks."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from threading import Thread


def pool_of(processes: int) -> ProcessPoolExecutor:
    """Return processes that end with this one, however it ends."""
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(processes, mp_context=context, initializer=end_with_parent)


def end_with_parent() -> None:
    """Have this process end when the one that began it is killed: nobody else would end it."""
    parent = multiprocessing.parent_process()
    assert parent is not None  # noqa: S101  # a pool's process has one

    def end() -> None:
        parent.join()
        os._exit(1)

    Thread(target=end, daemon=True).start()
