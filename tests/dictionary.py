"""A small dictionary of our own making, in the format of WordNet's database."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "  1 A dictionary made for tests, WordNet 9.9 in its form\n"
WORDS = {
    "noun": {
        "commissar": ['an officer who watches soldiers; "the commissar wrote"'],
        "bank": ["where money is", "where a river ends"],
        "hovel": ["a poor house", "a shed"],
        "yurt": ["a tent made of felt"],
    },
    "verb": {"extradite": ["to hand over to a court abroad"], "yurt": ["to camp"]},
    "adj": {"torpid": ["slow as in sleep"]},
    "adv": {"slowly": ["not fast"]},
}
NAMES = {
    "Harvard": [
        ("school", "a place of learning in Massachusetts"),
        ("giver", "who left his books"),
    ],
}
"""What a name is an instance of, and what it means, as records that point to each other."""
TAGGED = {"bank": 2, "hovel": 1}
"""Senses that are met in tagged texts; the others are met in none."""


def make_dictionary(folder: Path) -> Path:
    """Write it into `folder`, and return that."""
    folder.mkdir(parents=True, exist_ok=True)
    for part, words in WORDS.items():
        data, index = HEADER, HEADER
        for word, senses in sorted(words.items()):
            offsets = []
            for sense in senses:
                offsets.append(f"{len(data):08}")
                data += f"{offsets[-1]} 00 {part[0]} 01 {word} 0 000 | {sense}  \n"
            index += (
                f"{word} {part[0]} {len(senses)} 0 {len(senses)} {TAGGED.get(word, 0)}"
                f" {' '.join(offsets)}  \n"
            )
        if part == "noun":
            data, index = _with_names(data, index)
        (folder / f"data.{part}").write_text(data, "ascii")
        (folder / f"index.{part}").write_text(index, "ascii")
    (folder / "verb.exc").write_text("extraditen extradite\n", "ascii")
    return folder


def _with_names(data: str, index: str) -> tuple[str, str]:
    """Add names, each with the record of what it is an instance of in front of it."""
    for name, senses in NAMES.items():
        offsets = []
        for above, meaning in senses:
            kind = f"{len(data):08}"
            data += f"{kind} 00 n 01 {above} 0 000 | what a {above} is  \n"
            offsets.append(f"{len(data):08}")
            data += f"{offsets[-1]} 00 n 01 {name} 0 001 @i {kind} n 0000 | {meaning}  \n"
        line = f"{name.lower()} n {len(senses)} 1 @i {len(senses)} 0 {' '.join(offsets)}"
        header, *lines = index.splitlines()
        index = "\n".join([header, *sorted([*lines, f"{line}  "]), ""])
    return data, index
