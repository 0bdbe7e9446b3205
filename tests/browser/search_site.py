"""The library of the reading tests with more texts in it, built by Pelican, to search in."""

from __future__ import annotations

from pathlib import Path
from unittest import mock

from tests.browser import reading_site

IDA = """\
---
title: A letter
date: 1999
lang: en
source: seeds/a-letter.txt
summary: A letter.
---

[Ida Brandt](../glossary/ida-brandt.md)[^ida-brandt] wrote home. The home that she wrote of was old.

[^ida-brandt]: **Ida Brandt**, person. [All mentions](../glossary/ida-brandt.md)
"""
MORE = {"a-letter": IDA} | {
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
