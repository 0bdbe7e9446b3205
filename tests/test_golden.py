"""Whole seeds and what must come of them: a case is a folder, `golden/<case>/{in,expected}`.

`in` holds one seed and, if it has one, its sidecar. With `REWRITE_GOLDEN=1` in the
environment the expected files are written anew, to be read before they are committed.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotated_reader.stages.clean import clean
from annotated_reader.stages.ingest import ingest
from annotated_reader.stages.segment import segment

if TYPE_CHECKING:
    from annotated_reader.model import Document

CASES = sorted(
    path for path in (Path(__file__).parent / "golden").iterdir() if (path / "in").is_dir()
)


def document_of(case: Path) -> tuple[Document, str]:
    sidecars = list(case.glob("in/*.toml"))
    (seed,) = (path for path in case.glob("in/*") if path not in sidecars)
    read = ingest(seed.name, seed.read_bytes(), sidecars[0].read_text() if sidecars else "")
    return clean(read), read.encoding


def summary_of(document: Document, encoding: str) -> str:
    sentences = segment(document.text, document.blocks, document.language)
    facts = {
        "title": document.title + (" (made)" if document.made_title else ""),
        "encoding": encoding,
        "date": document.date,
        "author": document.author,
        "language": document.language,
        "rights": document.rights,
        "summary": document.summary,
        "sources": document.sources,
        "cleaning": document.cleaning,
        "set_aside": [f"{line.line}: {line.text} ({line.rule})" for line in document.set_aside],
        "blocks": [
            f"{block.kind} {block.level}: {opening(document, block.span)}"
            for block in document.blocks
        ],
        "sentences": [document.text[start:end] for start, end in sentences],
    }
    return json.dumps(facts, ensure_ascii=False, indent=1) + "\n"


def opening(document: Document, span: tuple[int, int]) -> str:
    return " ".join(document.text[slice(*span)].split()[:4])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_seed_becomes_the_document_expected(case: Path) -> None:
    document, encoding = document_of(case)
    found = {"text.txt": document.text + "\n", "document.json": summary_of(document, encoding)}
    for name, content in found.items():
        expected = case / "expected" / name
        if os.environ.get("REWRITE_GOLDEN"):
            expected.parent.mkdir(exist_ok=True)
            expected.write_text(content, encoding="utf-8")
        assert content == expected.read_text(encoding="utf-8")
