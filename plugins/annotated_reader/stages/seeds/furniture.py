"""Blocks in, the same blocks without the furniture of saved web pages out, and what was taken.

The rules are data (`data/furniture.toml`). A line goes only if one matches all of it; rules
that could match a line of a text work above the first and below the last prose alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from ...model import RawBlock, SetAside
from ..package_data import tables_of
from .plain import SENTENCE_END

if TYPE_CHECKING:
    from collections.abc import Sequence

ZONES = {
    "anywhere": {"start", "middle", "end"},
    "edges": {"start", "end"},
    "start": {"start"},
    "end": {"end"},
}
UNNAMED = "html: not part of the article"
LONGEST = 220  # characters: no line of furniture that the rules know is longer


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of `furniture.toml`."""

    name: str
    where: Literal["anywhere", "edges", "start", "end"]
    pattern: re.Pattern[str]
    example: str
    not_example: str = ""
    rights: bool = False
    opens: bool = False


class Line(NamedTuple):
    """A line that may be furniture: the index of its block, its place there, its words."""

    block: int
    number: int
    text: str


class Sorted(NamedTuple):
    """What is left of the blocks, what was set aside, and the rights that it stated."""

    blocks: tuple[RawBlock, ...]
    set_aside: tuple[SetAside, ...]
    rights: str


@lru_cache(maxsize=1)
def furniture_rules() -> tuple[Rule, ...]:
    """Return the rules of `data/furniture.toml`."""
    return tuple(
        Rule(
            name=row["name"],
            where=row["where"],
            pattern=re.compile(row["pattern"], re.IGNORECASE),
            example=row["example"],
            not_example=row.get("not", ""),
            rights=row.get("rights", False),
            opens=row.get("opens", False),
        )
        for row in tables_of("furniture")["rule"]
    )


def without_furniture(blocks: Sequence[RawBlock], dropped: Sequence[SetAside] = ()) -> Sorted:
    """Set furniture aside; `dropped` lines, which an extractor left out, are named by its rules."""
    lines = [line for index, block in enumerate(blocks) for line in lines_of(index, block)]
    rules = matched_rules(lines)
    taken = {(line.block, line.number) for line, rule in zip(lines, rules, strict=True) if rule}
    aside = [
        SetAside(blocks[line.block].line + line.number, line.text, rule.name)
        for line, rule in zip(lines, rules, strict=True)
        if rule
    ]
    named = [
        (each, rule_for(each.text, "end") if each.rule == UNNAMED else None) for each in dropped
    ]
    aside += [replace(each, rule=rule.name) if rule else each for each, rule in named]
    rights = [each.text for each, rule in named if rule and rule.rights]
    rights += [line.text for line, rule in zip(lines, rules, strict=True) if rule and rule.rights]
    left = (remaining(index, block, taken) for index, block in enumerate(blocks))
    return Sorted(
        tuple(block for block in left if block is not None),
        tuple(sorted(aside, key=lambda each: each.line)),
        " ".join(dict.fromkeys(rights)),
    )


def lines_of(index: int, block: RawBlock) -> list[Line]:
    """Return a block's lines: verse may be anything, code is none of ours, all else is a line."""
    if block.kind == "code":
        return []
    parts = block.text.split("\n") if block.kind == "verse" else [block.text]
    return [Line(index, number, " ".join(part.split())) for number, part in enumerate(parts)]


def matched_rules(lines: Sequence[Line]) -> list[Rule | None]:
    """Return the rule that takes each line, if any does."""
    prose = [index for index, line in enumerate(lines) if is_prose(line.text)]
    first, last = (prose[0], prose[-1]) if prose else (0, len(lines))
    rules: list[Rule | None] = []
    opened: Rule | None = None
    for index, line in enumerate(lines):
        zone = "start" if index < first else "end" if index > last else "middle"
        rule = rule_for(line.text, zone)
        if rule is None and opened and not SENTENCE_END.search(line.text):
            rule = opened
        elif rule and rule.opens:
            opened = rule
        rules.append(rule)
    return rules


def is_prose(text: str) -> bool:
    """Tell a line that only a text can hold: long, or a whole sentence, and no furniture."""
    words = len(text.split())
    sentence = words >= 12 or (words >= 5 and SENTENCE_END.search(text) is not None)
    return sentence and not any(rule_for(text, zone) for zone in ("start", "end"))


def rule_for(text: str, zone: str) -> Rule | None:
    """Return the first rule that takes a line in a zone."""
    if len(text) > LONGEST:
        return None
    for rule in furniture_rules():
        if zone in ZONES[rule.where] and rule.pattern.fullmatch(text):
            return rule
    return None


def remaining(index: int, block: RawBlock, taken: set[tuple[int, int]]) -> RawBlock | None:
    """Return a block without the lines that were taken, or None where none is left."""
    if block.kind != "verse":
        return None if (index, 0) in taken else block
    lines = block.text.split("\n")
    left = [line for number, line in enumerate(lines) if (index, number) not in taken]
    if len(left) < 2 and len(lines) > 1:
        return replace(block, kind="paragraph", text=left[0]) if left else None
    return replace(block, text="\n".join(left)) if left else None
