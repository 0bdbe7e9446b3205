"""A site of one text, made and thrown away: what the first edit needs is loaded after that.

The language model, the tables of places and words, the theme's templates and much of our own
code are loaded when they are first asked for, which takes longer than all that an edit costs.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

TEXT = """\
Title: A rehearsal
Date: 12 June 2010

The Ministry of Health said on Monday that Dr Aizada Nurbekova, a physician from Osh, had left for
Geneva. The World Health Organization (WHO), an agency of the United Nations, denied it.

“Nurbekova is incorrigible,” said her brother, a lawyer in Bishkek. The Uzbeks of the valley, three
weeks later, called his perfunctory apology a subterfuge. WHO did not answer.
"""

ENTRY = """\
---
Title: Osh
Kind: place
---

A city in the south.
"""


def rehearse(file: Path, overrides: Mapping[str, Any]) -> None:
    """Make a site of one text with a site's settings, among its caches, and remove it."""
    from .run import reader_settings

    with suppress(Exception), quiet():  # what is wrong, the site itself tells
        folder = reader_settings(file, overrides).cache / "rehearsal"
        shutil.rmtree(folder, ignore_errors=True)
        try:
            make_small_site(file, overrides, folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def make_small_site(file: Path, overrides: Mapping[str, Any], folder: Path) -> None:
    """Convert one text and build its site, all below `folder`."""
    from .run import build_site, convert_seeds

    for name, text in (("seeds/text.txt", TEXT), ("content/glossary/osh.md", ENTRY)):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(text, "utf-8")
    chosen = {
        **overrides,
        "READER_SEEDS": str(folder / "seeds"),
        "READER_CACHE": str(folder / "cache"),
        "READER_EXECUTOR": "local",
        "PATH": str(folder / "content"),
        "OUTPUT_PATH": str(folder / "output"),
    }
    convert_seeds(file, chosen)
    build_site(file, {**chosen, "READER_CONVERT": False})


@contextmanager
def quiet() -> Iterator[None]:
    """Keep what is logged from being shown."""
    before = logging.root.manager.disable
    logging.disable()
    try:
        yield
    finally:
        logging.disable(before)
