"""Whatever reads the texts, and in however many processes: the same is found, and none is lost."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotated_reader import executors, parse_key
from annotated_reader.cluster import read_on_cluster
from annotated_reader.conversion import convert_folder
from annotated_reader.errors import ReaderError
from annotated_reader.executors import (
    BATCH,
    JOBS_AHEAD,
    KILLED,
    Failure,
    pack_all,
    read_ahead,
    read_here,
    read_in_processes,
    split,
    unpack,
    work,
)
from annotated_reader.model import Parse
from annotated_reader.stages.parse import load_model
from benchmarks.cluster import started
from tests import tiny_model
from tests.builders import make_document
from tests.site.conftest import contents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotated_reader.model import Document

PLUGINS = Path(__file__).parents[1] / "plugins"


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with a small language model, where all processes of a test find it."""
    folder = tmp_path / "packages"
    folder.mkdir()
    tiny_model.install(folder)
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(folder), str(PLUGINS)]))
    load_model.cache_clear()
    parse_key.made_by.cache_clear()
    yield folder
    load_model.cache_clear()
    parse_key.made_by.cache_clear()


def texts(*words: str, number: int = 40) -> list[Document]:
    """Many texts, the last ones of them with words of their own."""
    many = [f"Roza Otunbayeva came to Osh on day {day}. It was calm." for day in range(number)]
    return [make_document(text, f"text-{at}") for at, text in enumerate([*many, *words])]


@pytest.mark.usefixtures("packages")
def test_processes_find_what_one_finds() -> None:
    documents = texts("Ош was тих.")
    here = list(read_here(documents, tiny_model.NAME))
    assert here[0].names[0] == (0, 15, "PERSON")
    assert list(read_in_processes(documents, tiny_model.NAME, 2)) == here


@pytest.mark.usefixtures("packages")
def test_texts_are_asked_for_no_sooner_than_processes_need_them() -> None:
    documents = iter(texts(number=300))
    found = read_in_processes(documents, tiny_model.NAME, 1)
    next(found)
    assert len(list(documents)) >= 300 - BATCH * (JOBS_AHEAD + 1)


@pytest.mark.usefixtures("packages")
def test_text_that_fails_is_answered_with_its_failure_and_all_others_are_read() -> None:
    documents = texts("Fail here.", "Kant.", "Fail here.", "Osh.")
    found = list(read_here(documents, tiny_model.NAME))
    assert [at for at, each in enumerate(found) if isinstance(each, Failure)] == [40, 42]
    assert "ZeroDivisionError" in found[40].words
    assert "Traceback" in found[40].trace


@pytest.mark.slow
@pytest.mark.usefixtures("packages")
def test_text_longer_than_a_model_takes_is_read_to_its_end() -> None:
    words = "It was calm. " * 80_000 + "Roza Otunbayeva came to Osh."
    (found,) = read_here([make_document(words)], tiny_model.NAME)
    assert isinstance(found, Parse)
    assert [words[start:end] for start, end, _ in found.names] == ["Roza Otunbayeva", "Osh"]


@pytest.mark.slow
@pytest.mark.usefixtures("packages")
def test_text_that_ends_its_process_is_answered_with_a_failure_and_all_others_are_read() -> None:
    documents = texts("End here.", "Kant.", number=20)
    found = list(read_in_processes(documents, tiny_model.NAME, 2))
    assert [each for each in found if isinstance(each, Failure)] == [Failure(KILLED)]
    assert found[20] == Failure(KILLED)


@pytest.mark.usefixtures("packages")
def test_process_that_began_with_the_model_finds_what_this_one_finds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here = list(read_here(texts(number=3), tiny_model.NAME))
    monkeypatch.delitem(sys.modules, "spacy")
    with executors.ahead(tiny_model.NAME, wanted=True) as begun:
        assert begun is not None
        assert list(read_ahead(texts(number=3), tiny_model.NAME, begun)) == here


@pytest.mark.slow
@pytest.mark.usefixtures("packages")
def test_text_that_ends_the_process_that_began_is_answered_with_a_failure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "spacy", raising=False)
    documents = texts("End here.", "Kant.", number=1)
    with executors.ahead(tiny_model.NAME, wanted=True) as begun:
        assert begun is not None
        found = list(read_ahead(documents, tiny_model.NAME, begun))
    assert [isinstance(each, Failure) for each in found] == [False, True, False]


@pytest.mark.usefixtures("packages")
def test_no_process_begins_where_the_model_is_loaded_or_nobody_wants_it() -> None:
    load_model(tiny_model.NAME)
    with executors.ahead(tiny_model.NAME, wanted=True) as begun:
        assert begun is None
    with executors.ahead(tiny_model.NAME, wanted=False) as begun:
        assert begun is None


@pytest.mark.usefixtures("packages")
def test_job_of_many_texts_is_split_into_jobs_of_one() -> None:
    (job,) = pack_all(texts("Kant.", number=3), tiny_model.NAME)
    answers = [found for single in split(job) for found in unpack(work(single))]
    assert answers == list(unpack(work(job)))


@pytest.mark.usefixtures("packages")
def test_process_with_other_packages_refuses() -> None:
    (job,) = pack_all(texts("Kant.", number=3), tiny_model.NAME)
    other = json.dumps({**json.loads(job), "made_by": ["another"]}).encode()
    with pytest.raises(ReaderError, match=r"lacks what it needs: .* instead of"):
        list(unpack(work(other)))


@pytest.mark.usefixtures("packages")
def test_scheduler_that_is_not_there_is_told_in_a_line() -> None:
    with pytest.raises(ReaderError, match=r"^(no worker of|the connection to) tcp://127\.0\.0\.1"):
        list(read_on_cluster(texts(), tiny_model.NAME, "tcp://127.0.0.1:9", 0.5))


def convert(root: Path, seeds: Path, name: str, executor: str, kill: int = 0) -> dict[str, bytes]:
    """Convert; after some answers a process is killed."""

    def progress(label: str, done: int, _total: int) -> None:
        if kill and label == "Finding names" and done == 20:
            os.kill(kill, signal.SIGKILL)

    report = convert_folder(
        seeds, root / name, root / f"{name}-cache", tiny_model.NAME, 1, progress, executor=executor
    )
    assert report.bad == ()
    return contents(root / name)


@pytest.mark.slow
@pytest.mark.usefixtures("packages")
def test_cluster_that_loses_a_worker_makes_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for document in texts(number=120):
        (seeds / f"{document.slug}.txt").write_text(f"Title: {document.slug}\n\n{document.text}\n")
    here = convert(tmp_path, seeds, "here", "local")
    monkeypatch.setenv("TINY_MODEL_SECONDS", "0.02")
    with started(2) as (address, workers):
        elsewhere = convert(tmp_path, seeds, "elsewhere", address, workers[0].pid)
        assert workers[0].wait(10) == -signal.SIGKILL
        assert workers[1].poll() is None
    assert elsewhere == here


@pytest.mark.slow
@pytest.mark.usefixtures("packages")
def test_text_that_ends_its_workers_is_answered_with_a_failure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES", "0")
    documents = texts("End here.", "Kant.", number=20)
    with started(3) as (address, _):
        found = list(read_on_cluster(documents, tiny_model.NAME, address))
    assert [at for at, each in enumerate(found) if isinstance(each, Failure)] == [20]
    assert found[20] == Failure(KILLED)


@pytest.mark.slow
@pytest.mark.usefixtures("packages")
def test_cluster_without_workers_is_given_up() -> None:
    with (
        started(0) as (address, _),
        pytest.raises(ReaderError, match=r"no worker of .* answers; start workers"),
    ):
        list(read_on_cluster(texts(), tiny_model.NAME, address, 10))
