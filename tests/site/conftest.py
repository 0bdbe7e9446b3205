"""A small library in a temporary folder, written by hand, and a real Pelican to build it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

from annotated_reader.site.run import Summary, build_site

ROOT = Path(__file__).parents[2]

# ruff: noqa: E501  # Markdown has one line a paragraph

TEXTS = {
    "denial": """\
---
title: Government denies < & "allegations"
date: 2010-06
author: A. Reporter
lang: en
source: seeds/denial.txt
rights: © 2010 A newspaper
summary: The government denied it.
---

[Emilbek Kaptagaev](../glossary/emilbek-kaptagaev.md)[^emilbek-kaptagaev], chief of staff, spoke in [Osh](../glossary/osh.md)[^osh].

[Mr Kaptagaev](../glossary/emilbek-kaptagaev.md) denied it. So did others in [Osh](../glossary/osh.md).

[^emilbek-kaptagaev]: **Emilbek Kaptagaev**, person. “chief of staff”. [All mentions](../glossary/emilbek-kaptagaev.md)

[^osh]: **Osh**, place. [All mentions](../glossary/osh.md)
""",
    "undated": """\
---
title: A text without a date
lang: en
source: seeds/undated.txt
title_made: yes
summary: Nobody knows when.
---

Nobody knows when [Osh](../glossary/osh.md)[^osh] was founded.

[^osh]: **Osh**, place. [All mentions](../glossary/osh.md)
""",
}

STRIPPED = {
    "denial": "Emilbek Kaptagaev, chief of staff, spoke in Osh.\n\n"
    "Mr Kaptagaev denied it. So did others in Osh.",
    "undated": "Nobody knows when Osh was founded.",
}

ENTRIES = {
    "emilbek-kaptagaev": """\
---
Title: Emilbek Kaptagaev
Kind: person
Aliases: Mr Kaptagaev
Status: suggested
Rule: appositive
From: denial
---

“chief of staff”

> **Emilbek Kaptagaev**, chief of staff, spoke in Osh.
>
> — [Government denies](../texts/denial.md)
""",
    "osh": "---\nTitle: Osh\nKind: place\nStatus: approved\n---\n\nA city in the south.\n",
}

ABOUT = "Title: About\n\nHow to read this.\n"

RECORD = {"path": "seeds/denial.txt", "encoding": "utf-8", "cleaning": [], "sha256": ""}
SET_ASIDE = [{"line": 9, "text": "Follow the topics", "rule": "related links"}]
MENTIONS = [
    {"start": 0, "end": 17, "entry": "emilbek-kaptagaev", "rule": "model", "confidence": 0.9},
]


@dataclass(frozen=True)
class Site:
    """A folder with content, and where its site goes."""

    root: Path

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def output(self) -> Path:
        return self.root / "output"

    def write(self, name: str, text: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def read(self, name: str) -> str:
        return (self.output / name).read_text(encoding="utf-8")

    def build(self, **settings: object) -> Summary:
        paths = {"PATH": str(self.content), "OUTPUT_PATH": str(self.output)}
        return build_site(ROOT / "pelicanconf.py", {**paths, **settings})

    def files(self) -> dict[str, bytes]:
        """Return the site's files with their bytes."""
        return contents(self.output)

    def times(self) -> dict[str, int]:
        """Return when each file of the site was written, its folders included."""
        paths = [self.output, *self.output.rglob("*")]
        return {str(path): path.stat().st_mtime_ns for path in paths}


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def site(tmp_path: Path) -> Site:
    site = Site(tmp_path)
    write_library(site)
    return site


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A built site that a module's tests only read."""
    site = Site(tmp_path_factory.mktemp("built"))
    write_library(site)
    site.build()
    return site


def write_library(site: Site) -> None:
    for slug, text in TEXTS.items():
        site.write(f"content/texts/{slug}.md", text)
        record = {**RECORD, "text_sha256": sha256(STRIPPED[slug].encode()).hexdigest()}
        record |= {"set_aside": SET_ASIDE, "mentions": MENTIONS if slug == "denial" else []}
        site.write(f"content/records/{slug}.json", json.dumps(record))
    for name, entry in ENTRIES.items():
        site.write(f"content/glossary/{name}.md", entry)
    site.write("content/pages/about.md", ABOUT)
