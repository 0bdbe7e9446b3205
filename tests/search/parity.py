"""The same queries to lunr, with one whole index by lunr.py, and to the search: do they differ?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotated_reader.search import SearchDocument, build_search
from tests.search.oracle import ASK_LUNR, ASK_US, lunr_index, lunr_script

if TYPE_CHECKING:
    from playwright.sync_api import Page

CLOSE = 1e-9  # how far apart two sums of the same numbers may lie


def ask_both(
    page: Page, folder: Path, documents: Sequence[SearchDocument], queries: list[Any], best: int
) -> dict[str, Any]:
    """Return what lunr and the search answer, and the `best` of what the search answers.

    Queries are those of `oracle.clauses`.
    """
    for name, data in build_search(documents):
        path = folder / "search" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (folder / "lunr.js").write_bytes(lunr_script())
    (folder / "whole.js").write_text(f"window.whole = {lunr_index(documents)};", "utf-8")
    page.goto(page_of(folder, "ours.html", ["search/find.js"]))
    ours = page.evaluate(ASK_US, [queries, None])
    first = page.evaluate(ASK_US, [queries, best])
    page.goto(page_of(folder, "lunr.html", ("lunr.js", "whole.js")))
    lunr = [each["results"] for each in page.evaluate(ASK_LUNR, [queries, None])]
    return {"lunr": lunr, "ours": ours, "best": first}


def differences(answers: dict[str, Any]) -> list[int]:
    """Return the numbers of the queries whose documents, scores or best ones differ."""
    rows = zip(answers["lunr"], answers["ours"], answers["best"], strict=True)
    return [number for number, row in enumerate(rows) if not _same(*row)]


def page_of(folder: Path, name: str, scripts: Iterable[str]) -> str:
    """Write a page of scripts, and return its address."""
    elements = "".join(f'<script src="{script}"></script>' for script in scripts)
    (folder / name).write_text(f"<!DOCTYPE html><meta charset=utf-8>{elements}", "utf-8")
    return (folder / name).as_uri()


def _same(lunr: list[Any], ours: dict[str, Any], best: dict[str, Any]) -> bool:
    scores, found = dict(lunr), dict(ours["results"])
    first = [score for _, score in best["results"]]
    return (
        scores.keys() == found.keys()
        and _close(scores.values(), (found[ref] for ref in scores))
        and _close((score for _, score in lunr), (score for _, score in ours["results"]))
        and _close((score for _, score in lunr[: len(first)]), first)
        and best["total"] == len(lunr)
    )


def _close(one: Iterable[float], other: Iterable[float]) -> bool:
    return all(abs(a - b) <= CLOSE for a, b in zip(one, other, strict=True))
