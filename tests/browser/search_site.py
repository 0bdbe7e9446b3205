"""The library of the reading tests with more texts in it, built by Pelican, to search in."""

from __future__ import annotations

from pathlib import Path
from unittest import mock

from tests.browser import reading_site

MORE = {
    f"watch-{number}": f"""\
---
title: Watch {number}
lang: en
source: seeds/watch-{number}.txt
summary: A watch.
---

The sailors kept watch number {number} and saw nothing but the sea.

{reading_site.FILLER}
"""
    for number in range(1, 13)
}


def build(root: Path) -> Path:
    """Write the library into `root`, build its site and return the site's folder."""
    with mock.patch.dict(reading_site.TEXTS, MORE):
        return reading_site.build(root)
