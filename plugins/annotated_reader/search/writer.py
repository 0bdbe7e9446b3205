"""Documents -> all files under `search/`: the index, the passages and the scripts, as bytes.

Everything is a classic script that calls into one namespace: that is the only form of data that
a browser loads on a server, under a sub-path and from `file://` alike, under a strict content
security policy.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from ..errors import ReaderError
from .index import (
    Passage,
    SearchDocument,
    build_index,
    sorted_documents,
    surface_words,
    without_postings,
)
from .vendor import VendorError, minified_lunr

CLIENT = Path(__file__).parent / "client"
GROUP_SIZE = 16_000  # characters of passages in one file


def build_search(documents: Iterable[SearchDocument]) -> dict[str, bytes]:
    """Return the search's files by their names under `search/`; same documents, same bytes."""
    ordered = sorted_documents(documents)
    groups = _group(ordered)
    return {
        "lunr.js": lunr_script(),
        **client_scripts(),
        "index.js": _index_script(ordered, groups),
        **{
            f"passages/{number}.js": _passages_script(number, group)
            for number, group in enumerate(groups)
        },
    }


def client_scripts() -> dict[str, bytes]:
    """Return our own scripts by name."""
    return {path.name: path.read_bytes() for path in sorted(CLIENT.glob("*.js"))}


def lunr_script() -> bytes:
    """Return lunr.js, minified, with its license; raise a ReaderError that tells what to do."""
    try:
        return minified_lunr()
    except VendorError as error:
        raise ReaderError(str(error), remedy=error.remedy) from error


def _group(documents: Sequence[SearchDocument]) -> list[list[tuple[int, SearchDocument]]]:
    """Put documents, numbered, into groups whose passages are fetched together."""
    groups: list[list[tuple[int, SearchDocument]]] = []
    room = 0
    for number, document in enumerate(documents):
        size = sum(len(text) for _, text in document.passages)
        if size > room or not groups:
            groups.append([])
            room = GROUP_SIZE
        groups[-1].append((number, document))
        room -= size
    return groups


def _index_script(
    documents: Sequence[SearchDocument], groups: Sequence[Sequence[tuple[int, SearchDocument]]]
) -> bytes:
    rows = [
        [document.ref, document.title, document.kind, group_number]
        for group_number, group in enumerate(groups)
        for _, document in group
    ]
    data = {
        "documents": rows,
        "words": " ".join(surface_words(documents)),
        "index": without_postings(build_index(documents)),
    }
    return f"AnnotatedReader.search.load({_script_literal(data)});\n".encode()


def _passages_script(number: int, group: Sequence[tuple[int, SearchDocument]]) -> bytes:
    passages: dict[int, tuple[Passage, ...]] = {
        number: document.passages for number, document in group
    }
    return f"AnnotatedReader.search.passages({number},{_script_literal(passages)});\n".encode()


def _script_literal(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
