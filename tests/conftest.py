"""What every test may use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

# A slow or busy machine is no fault of the code: nothing is asserted about time.
settings.register_profile("reader", deadline=None)
settings.register_profile("without the long tail", deadline=None, max_examples=40)

OUTCOMES = ("passed", "failed", "error", "skipped")


def pytest_configure(config: pytest.Config) -> None:
    """Have fewer examples made where the long tail is left out."""
    is_short = "not slow" in config.option.markexpr
    settings.load_profile("without the long tail" if is_short else "reader")


@pytest.fixture(autouse=True)
def _pelican_repeats_itself() -> Iterator[None]:
    """Make Pelican say a warning in every test that causes it; it says each only once a process."""
    yield
    import sys

    if log := sys.modules.get("pelican.log"):
        log.LimitFilter._raised_messages.clear()
        log.LimitFilter._group_count.clear()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one plain line what came of it, and keep that line for the end of a longer run."""
    counts = {name: len(terminalreporter.stats.get(name, ())) for name in OUTCOMES}
    failed = counts["failed"] + counts["error"]
    line = f"{counts['passed']} passed, {failed} failed, {counts['skipped']} skipped"
    terminalreporter.write_line(line)
    kept = terminalreporter.config.rootpath / ".cache" / "tests.txt"
    kept.parent.mkdir(exist_ok=True)
    kept.write_text(f"{line}\n", "utf-8")
