"""Texts in, what the language model says of each out: read by the workers of a Dask cluster.

A job is data, and so is its answer (see `executors`). Only so many jobs are out at a time that
every worker has the next one at hand, so that neither the scheduler nor this process ever holds
a large library. Jobs of a worker that dies are done by another one.

Dask's machines trust each other with pickled code: a scheduler's address is as good as a login.
docs/cluster.md says how to keep it among one's own.
"""

from __future__ import annotations

import time
from collections import deque
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING

from .errors import ReaderError
from .executors import KILLED, Failure, pack_all, split, unpack, work

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from distributed import Client, Future

    from .executors import Found
    from .stages.names.passages import Text

AHEAD = 3
"""Jobs that are out for each thread of the cluster: one under way, the next ones at hand."""

PATIENCE = 60.0
"""Seconds after which a cluster without a single worker is given up."""


def read_on_cluster(
    texts: Iterable[Text], model: str, address: str, patience: float = PATIENCE
) -> Iterator[Found]:
    """Read texts on the cluster whose scheduler has the address, in their order.

    Raises ReaderError where there is no such scheduler, where it has no workers for as long as
    `patience` seconds, and where the workers have other packages than this process.
    """
    jobs = pack_all(texts, model)
    waiting = deque(islice(jobs, 1))
    if not waiting:
        return
    with _client(address, patience) as client:
        client.wait_for_workers(1, timeout=patience)
        under_way: deque[tuple[bytes, Future]] = deque()
        while waiting or under_way:
            threads = sum(client.nthreads().values())
            while waiting and len(under_way) < AHEAD * max(threads, 1):
                job = waiting.popleft()
                under_way.append((job, client.submit(work, job, pure=False)))
                waiting.extend(islice(jobs, 1))
            yield from _answers(client, *under_way.popleft(), patience)


def _answers(client: Client, job: bytes, future: Future, patience: float) -> Iterator[Found]:
    """Wait for a job; one that ended several workers is done again, text by text."""
    from distributed import KilledWorker

    try:
        yield from unpack(_wait(client, future, patience))
    except KilledWorker:
        singles = list(split(job))
        if len(singles) == 1:
            yield Failure(KILLED)
            return
        for single in singles:
            yield from _answers(client, single, client.submit(work, single, pure=False), patience)


def _wait(client: Client, future: Future, patience: float) -> bytes:
    last_seen = time.monotonic()
    while time.monotonic() - last_seen <= patience:
        try:
            answer: bytes = future.result(timeout=patience / 10)
        except TimeoutError:
            if client.nthreads():
                last_seen = time.monotonic()
        else:
            return answer
    raise TimeoutError


@contextmanager
def _client(address: str, patience: float) -> Iterator[Client]:
    """Connect to a scheduler; say in a line what goes wrong with a cluster."""
    try:
        from distributed import Client
        from distributed.client import FutureCancelledError
    except ImportError as error:
        raise ReaderError(
            "READER_EXECUTOR names a cluster, and Dask is not installed",
            remedy="install the extra: pip install .[cluster]",
        ) from error
    try:
        with Client(address, timeout=patience, set_as_default=False) as client:
            yield client
    except TimeoutError as error:
        raise ReaderError(
            f"no worker of {address} answers", remedy="start workers with all our packages"
        ) from error
    except (FutureCancelledError, OSError) as error:
        raise ReaderError(
            f"the connection to {address} is lost, or there never was one",
            remedy="start the scheduler, and run the command again: what was read is kept",
        ) from error
    except (ModuleNotFoundError, RuntimeError) as error:  # Dask could not load what it was given
        raise ReaderError(
            f"the scheduler or a worker of {address} does not have our packages",
            remedy="install the same versions of everything on all machines: see docs/cluster.md",
        ) from error
