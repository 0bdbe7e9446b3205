"""Numbers in, words out: the short sentences of a cleaning record."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """Return "1 line", "2 lines"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
