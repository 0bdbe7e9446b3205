"""Texts in, what the language model says of each out: in this process, or in several.

Work goes to another process as data, and comes back as data: JSON, whose bytes are the same
wherever it is made. A text that a stage fails on is answered with the failure, and the others
are read all the same. Loading the model takes longer than reading a text, so a process may begin
with that before anybody knows what it is to read.
"""

from __future__ import annotations

import json
import sys
from collections import deque
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from .errors import ReaderError, failure_of
from .model import Claim, Parse
from .parse_key import made_by
from .processes import pool_of
from .stages.parse import load_model, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import ProcessPoolExecutor

    from .stages.names.passages import Text

    Reading = Callable[[Iterable[Text], str], Iterator[Parse]]

LOCAL = "local"
"""The executor that is this machine."""

BATCH = 16
"""Texts that a process gets at a time."""

JOBS_AHEAD = 3
"""Jobs that are out for each process: one under way, the next ones at hand."""

WORDS_WORTH_A_PROCESS = 40_000
"""Below this many new words, loading the model twice costs more than it saves."""

ONE_AT_A_TIME = Lock()
"""The language model is read by one thread of a process."""

KILLED = "the process that read it was ended, as by a lack of memory"


class Failure(NamedTuple):
    """What a text was answered with that could not be read, and the traceback."""

    words: str
    trace: str = ""


class Passage(NamedTuple):
    """All of a document that the language model reads."""

    text: str
    sentences: tuple[tuple[int, int], ...]


Found: TypeAlias = Parse | Failure
Ahead: TypeAlias = "ProcessPoolExecutor"
"""A process that loads the model, or has done so."""


def read_here(texts: Iterable[Text], model: str, reading: Reading = parse) -> Iterator[Found]:
    """Read texts in this process; a failing one is found by reading them one by one."""
    for documents in _batches(texts):
        yield from _read_batch(documents, model, reading)


def _batches(texts: Iterable[Text]) -> Iterator[list[Text]]:
    """Yield as many texts as a process gets at a time, for as long as there are some."""
    left = iter(texts)
    while batch := list(islice(left, BATCH)):
        yield batch


def _read_batch(documents: Sequence[Text], model: str, reading: Reading) -> Iterator[Found]:
    at = 0
    while at < len(documents):
        try:
            for found in reading(documents[at:], model):
                yield found
                at += 1
        except ReaderError:  # the model itself cannot be loaded
            raise
        except Exception:  # noqa: BLE001  # whatever it is, the other texts shall be read
            failed = False
            while not failed and at < len(documents):
                alone = _read_alone(documents[at], model, reading)
                yield alone
                at += 1
                failed = isinstance(alone, Failure)


def _read_alone(document: Text, model: str, reading: Reading) -> Found:
    try:
        return next(iter(reading([document], model)))
    except Exception as error:  # noqa: BLE001  # this text's failure is its answer
        return Failure(*failure_of(error))


def processes_worth(words: int, workers: int) -> int:
    """Return how many processes pay off for so many words."""
    return max(1, min(workers, words // WORDS_WORTH_A_PROCESS))


@contextmanager
def ahead(model: str, *, wanted: bool) -> Iterator[Ahead | None]:
    """Begin to load a model in a process of its own, if it is wanted and not loaded here already.

    Nobody waits for that process: it ends by itself once there is nothing more to read.
    """
    if not wanted or "spacy" in sys.modules:
        yield None
        return
    pool = pool_of(1)
    try:
        pool.submit(load, model)
        yield pool
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def load(model: str) -> None:
    """Load a model; if that fails, it fails again with the first text, and is told then."""
    with ONE_AT_A_TIME:
        load_model(model)


def read_ahead(texts: Iterable[Text], model: str, pool: Ahead) -> Iterator[Found]:
    """Read a few texts in a process that was begun before; if it has ended, in another one."""
    documents = list(texts)
    try:
        answers = [pool.submit(work, job) for job in pack_all(documents, model)]
        found = [each for answer in answers for each in unpack(answer.result())]
    except BrokenProcessPool:
        yield from read_in_processes(documents, model, 1)
    else:
        yield from found


def read_in_processes(texts: Iterable[Text], model: str, processes: int) -> Iterator[Found]:
    """Read texts in several processes of this machine, in their order.

    Only so many jobs are out at a time that every process has the next one at hand. Where a process
    is ended from outside, the texts are read anew; one that ends its process by itself as well is
    answered with a failure.
    """
    jobs = pack_all(texts, model)
    out: deque[bytes] = deque(islice(jobs, JOBS_AHEAD * processes))
    while out:
        try:
            with pool_of(processes) as pool:
                answers = deque(pool.submit(work, job) for job in out)
                while out:
                    answer = answers.popleft().result()
                    out.popleft()
                    yield from unpack(answer)
                    for job in islice(jobs, 1):
                        out.append(job)
                        answers.append(pool.submit(work, job))
        except BrokenProcessPool:
            yield from _one_by_one(out.popleft())
            out.extend(islice(jobs, 1))


def _one_by_one(job: bytes) -> Iterator[Found]:
    singles = deque(split(job))
    while singles:
        try:
            with pool_of(1) as pool:
                while singles:
                    found = list(unpack(pool.submit(work, singles[0]).result()))
                    singles.popleft()
                    yield from found
        except BrokenProcessPool:
            singles.popleft()
            yield Failure(KILLED)


def pack_all(texts: Iterable[Text], model: str) -> Iterator[bytes]:
    """Yield texts as jobs for `work`, some in each."""
    for batch in _batches(texts):
        yield _job(model, made_by(model), [[text.text, text.sentences] for text in batch])


def split(job: bytes) -> Iterator[bytes]:
    """Return a job of several texts as jobs of one."""
    told = json.loads(job)
    for text in told["texts"]:
        yield _job(told["model"], told["made_by"], [text])


def _job(model: str, versions: Sequence[str], texts: list[Any]) -> bytes:
    job = {"model": model, "made_by": list(versions), "texts": texts}
    return json.dumps(job, ensure_ascii=False).encode()


def work(job: bytes) -> bytes:
    """Do a job, in whatever process: its texts are read, and the answer holds what was found.

    A process that would find something else than the one that asks refuses.
    """
    told = json.loads(job)
    try:
        versions = list(made_by(told["model"]))
        if versions != told["made_by"]:
            return json.dumps({"refused": f"{versions} instead of {told['made_by']}"}).encode()
        passages = [Passage(text, tuple(map(tuple, spans))) for text, spans in told["texts"]]
        with ONE_AT_A_TIME:
            found = [_as_data(each) for each in read_here(passages, told["model"])]
    except (ReaderError, PackageNotFoundError) as error:
        return json.dumps({"refused": str(error)}).encode()
    return json.dumps({"found": found}).encode()


def unpack(answer: bytes) -> Iterator[Found]:
    """Return what an answer holds for each text of its job."""
    told = json.loads(answer)
    if "refused" in told:
        raise ReaderError(
            f"a process that reads texts lacks what it needs: {told['refused']}",
            remedy="install the same versions of everything wherever texts are read",
        )
    for value in told["found"]:
        yield Failure(*value["failed"]) if isinstance(value, dict) else restored(value)


def plain(parsed: Parse) -> list[Any]:
    """Return a parse as JSON says it."""
    claims = [[claim.subject, claim.words, claim.relation] for claim in parsed.claims]
    return [parsed.names, claims, parsed.scores]


def restored(value: Any) -> Parse:
    """Return the parse that `plain` has made data of; raises ValueError if this is none."""
    names, claims, scores = value
    return Parse(
        tuple((start, end, label) for start, end, label in names),
        tuple(Claim(tuple(subject), tuple(words), relation) for subject, words, relation in claims),
        tuple(tuple(score) for score in scores),
    )


def _as_data(found: Found) -> Any:
    return {"failed": list(found)} if isinstance(found, Failure) else plain(found)
