"""A seeded library of any size: the demo's texts with variations go in, seeds come out.

Each text takes the paragraphs of one of the demo's, some of them and in another order, and
gives most people another name, so that names, entries and links grow with the library.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

from annotated_reader.pipeline import read_document
from annotated_reader.store import read_seeds

_FULL_NAME = re.compile(r"\b([A-Z][a-zü]+) ([A-Z][a-zü]+(?:yev|yeva|ev|ov|uz|en|ak))\b")
_SYLLABLES = ("ba", "dar", "el", "ka", "mir", "nur", "or", "sa", "ta", "ul", "ya", "zhan")
_ENDINGS = ("yev", "ov", "bekov", "alin", "uulu")


def write_library(
    seeds: Path, target: Path, texts: int, seed: int = 1, paragraphs: int | None = None
) -> int:
    """Write `texts` variations of the documents in `seeds` into `target`; return their words.

    Each has so many `paragraphs`, if that is told.
    """
    documents = [read_document(file.path, file.data, file.sidecar) for file in read_seeds(seeds)]
    chance = random.Random(seed)  # noqa: S311  # repeatable on purpose
    target.mkdir(parents=True, exist_ok=True)
    words = 0
    for number in range(texts):
        text = _variation(documents[number % len(documents)].text, chance, paragraphs)
        words += len(text.split())
        header = f"Title: Variation {number + 1:04}\nDate: {2000 + number % 25}\n\n"
        (target / f"variation-{number + 1:04}.txt").write_text(header + text + "\n", "utf-8")
    return words


def _variation(text: str, chance: random.Random, number: int | None) -> str:
    paragraphs = [block for block in text.split("\n\n") if len(block.split()) > 8]
    chance.shuffle(paragraphs)
    kept = paragraphs[: number or max(3, len(paragraphs) - chance.randrange(3))]
    varied = "\n\n".join(kept)
    for first, last in sorted(set(_FULL_NAME.findall(varied))):
        if chance.random() < 0.7:
            other = _name(chance) + chance.choice(_ENDINGS)
            varied = re.sub(rf"\b{first} {last}\b", f"{_name(chance)} {other}", varied)
            varied = re.sub(rf"\b{last}\b", other, varied)
    return varied


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=2)).capitalize()
