"""A library of three texts, long enough to scroll, built by Pelican as any other is.

The sample of the theme's tests imitates a build; the comforts of the reading page live off what
a build puts into the page, so they are tested on a real one.
"""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path

from annotated_reader.site.run import build_site
from annotated_reader.stages.strip import strip_markdown

# ruff: noqa: E501  # Markdown has one line a paragraph

ROOT = Path(__file__).parents[2]
READING = "texts/the-crossing.html"

FILLER = " ".join(["The sea was calm that day and nothing was seen of the other shore."] * 7)
ADA = "[Ada Norberg](../glossary/ada-norberg.md)"
MARKED_ADA = f"{ADA}[^ada-norberg]"
NOTES = """
[^ada-norberg]: **Ada Norberg**, person. “a captain of the coast”. [All mentions](../glossary/ada-norberg.md)

[^lund]: **Lund**, place. A town by the sea. [All mentions](../glossary/lund.md)

[^brandt]: **Brandt**, person. May be [Ida Brandt](../glossary/ida-brandt.md) or [Olof Brandt](../glossary/olof-brandt.md). [All mentions](../glossary/brandt.md)
"""

TEXTS = {
    "the-crossing": f"""\
---
title: The crossing
date: 2011-05
lang: en
source: seeds/the-crossing.txt
summary: How a captain crossed.
---

## The harbor

{MARKED_ADA}, a captain of the coast, left [Lund](../glossary/lund.md)[^lund] by night.

{FILLER}

{FILLER} Nobody told [Brandt](../glossary/brandt.md)[^brandt] why [Captain Norberg](../glossary/ada-norberg.md) had gone.

## The open water

{FILLER}

{FILLER} Then {MARKED_ADA} turned the ship.

{FILLER}

## The other shore

{FILLER}

{FILLER} So {MARKED_ADA} came home to [Lund](../glossary/lund.md)[^lund].

{FILLER}

### What was left

{FILLER}
{NOTES}""",
    "the-society": f"""\
---
title: The society
date: 2010
lang: en
source: seeds/the-society.txt
summary: A society.
---

{MARKED_ADA} founded it in [Lund](../glossary/lund.md)[^lund].
{NOTES.partition("[^brandt]")[0]}""",
    "a-town": """\
---
title: A town
date: 2009
lang: en
source: seeds/a-town.txt
summary: A town.
---

[Lund](../glossary/lund.md)[^lund] is old. [Ida Brandt](../glossary/ida-brandt.md) lived there.

[^lund]: **Lund**, place. A town by the sea. [All mentions](../glossary/lund.md)
""",
}

ENTRIES = {
    "ada-norberg": """\
---
Title: Ada Norberg
Kind: person
Aliases: Captain Norberg
Status: suggested
Rule: appositive
From: the-crossing
---

“a captain of the coast”

> **Ada Norberg**, a captain of the coast, left Lund by night.
>
> — [The crossing](../texts/the-crossing.md)
""",
    "lund": "---\nTitle: Lund\nKind: place\nStatus: approved\n---\n\nA town by the sea.\n",
    "brandt": "---\nTitle: Brandt\nKind: person\nStatus: suggested\nMay-be: ida-brandt; olof-brandt\n---\n",
    "ida-brandt": "---\nTitle: Ida Brandt\nKind: person\nStatus: approved\n---\n\nA cook.\n",
    "olof-brandt": "---\nTitle: Olof Brandt\nKind: person\nStatus: suggested\n---\n",
}


def build(root: Path) -> Path:
    """Write the library into `root`, build its site and return the site's folder."""
    for slug, markdown in TEXTS.items():
        _write(root / "content/texts" / f"{slug}.md", markdown)
        _write(root / "content/records" / f"{slug}.json", json.dumps(_record(slug, markdown)))
    for name, entry in ENTRIES.items():
        _write(root / "content/glossary" / f"{name}.md", entry)
    paths = {"PATH": str(root / "content"), "OUTPUT_PATH": str(root / "output")}
    build_site(ROOT / "pelicanconf.py", paths)
    return root / "output"


def _record(slug: str, markdown: str) -> dict[str, object]:
    text = strip_markdown(markdown)
    mentions = [
        {
            "start": found.start(),
            "end": found.end(),
            "entry": entry,
            "rule": rule,
            "confidence": 0.9,
        }
        for words, entry, rule in (
            ("Ada Norberg", "ada-norberg", "full name"),
            ("Captain Norberg", "ada-norberg", "title and surname"),
            ("Brandt", "brandt", "surname of two people"),
        )
        for found in re.finditer(words, text)
    ]
    return {
        "path": f"seeds/{slug}.txt",
        "encoding": "utf-8",
        "cleaning": [],
        "sha256": "",
        "text_sha256": sha256(text.encode()).hexdigest(),
        "set_aside": [],
        "mentions": sorted(mentions, key=lambda mention: str(mention["start"]).zfill(6)),
    }


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
