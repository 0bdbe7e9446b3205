"""How far a command is, shown as bars where somebody looks: on a terminal, after a moment."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pelican import signals
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from .state import build_of

if TYPE_CHECKING:
    from pelican.generators import Generator

Tell = Callable[[str, int, int], None]
"""Says of a piece of work how much is done, out of how much."""

PATIENCE = 1.0
"""Seconds that a piece of work may take before it gets a bar."""


@contextmanager
def bars() -> Iterator[Tell]:
    """Offer a function that shows a bar for each piece of work, while the context lasts."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    started: dict[str, float] = {}
    tasks: dict[str, TaskID] = {}
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as shown:

        def tell(label: str, done: int, total: int) -> None:
            now = time.monotonic()
            if now - started.setdefault(label, now) < PATIENCE:
                return
            if label not in tasks:
                tasks[label] = shown.add_task(label, total=total)
            shown.update(tasks[label], completed=done, total=total)

        yield tell


@contextmanager
def following(tell: Tell) -> Iterator[None]:
    """Tell how many texts Pelican has read."""
    counts = {"texts": 0, "read": 0}

    def read(generator: Generator, **_keywords: object) -> None:
        counts["read"] += 1
        if not counts["texts"]:
            texts = build_of(generator.settings).settings.content / "texts"
            counts["texts"] = sum(1 for _ in texts.glob("*.md"))
        tell("Reading texts", counts["read"], counts["texts"])

    with signals.article_generator_preread.connected_to(read):
        yield
