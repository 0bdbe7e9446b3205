"""What wants an editor's decision: entries and their mentions go in, ranked questions come out.

A question is worth what a decision settles: its mentions, weighed by how doubtful they are. The
same entry is asked about once, by its gravest doubt; a likely duplicate is asked about as a pair.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, Literal, TypeAlias

from .entries import SENTENCE_RULE
from .people import name_key, name_words

if TYPE_CHECKING:
    from ..model import Entry, Span

Doubt: TypeAlias = Literal["duplicate", "ambiguous", "kind", "definition", "approval"]

MOST_CONTEXTS = 12  # sentences that a question shows
UNSURE = 0.7  # the mean confidence below which a kind is in doubt
GRAVITY = {"duplicate": 0.7, "ambiguous": 0.9, "no definition": 0.15, "poor definition": 0.2}
SHORTENED = ("person", "organization")  # kinds whose names are also said without their beginning
LONGEST_BLOCK = 30  # names that share a key; more of them are no spellings of one name


@dataclass(frozen=True, slots=True)
class Context:
    """A mention in its sentence, where it stands, and how it was found.

    `text` is a slug, `sentence` and `span` are positions in that text.
    """

    text: str
    title: str
    sentence: Span
    span: Span
    before: str
    surface: str
    after: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Question:
    """Something to decide on an entry: what is in doubt, how much it settles, in which sentences.

    `others` are the entries that it may be one with, or may mean.
    """

    doubt: Doubt
    entry: str
    name: str
    kind: str
    definition: str
    aliases: tuple[str, ...]
    settles: int
    worth: float
    contexts: tuple[Context, ...] = ()
    others: tuple[tuple[str, str], ...] = field(default=())


def questions(
    entries: Mapping[str, Entry], contexts: Mapping[str, Sequence[Context]]
) -> tuple[Question, ...]:
    """Rank what is open in `entries` (by id); `contexts` are their mentions, by the entry's id.

    Only what the machine suggests is asked about: what an editor has decided is decided.
    """
    asked = [
        *_duplicates(entries, contexts),
        *(
            _question(entry, entries, contexts.get(id_, ()))
            for id_, entry in entries.items()
            if _is_open(entry)
        ),
    ]
    return tuple(sorted(asked, key=lambda each: (-each.worth, each.entry, each.others)))


def _is_open(entry: Entry) -> bool:
    return entry.status == "suggested" and entry.creator == "machine" and entry.kind != "date"


def _question(entry: Entry, entries: Mapping[str, Entry], contexts: Sequence[Context]) -> Question:
    doubt, weight = max(_doubts(entry, contexts), key=lambda item: item[1])
    others = [(id_, entries[id_].name) for id_ in entry.candidates if id_ in entries]
    return _made(doubt, entry, weight, contexts, others)


def _doubts(entry: Entry, contexts: Sequence[Context]) -> Iterator[tuple[Doubt, float]]:
    """What is doubtful about an entry, each with a weight of 0 to 1."""
    sure = sum(context.confidence for context in contexts) / max(len(contexts), 1)
    yield "approval", max(0.05, (1 - sure) / 2)
    if sure < UNSURE:
        yield "kind", 1 - sure
    if entry.candidates:
        yield "ambiguous", GRAVITY["ambiguous"]
    definition = entry.definition
    if definition.origin == "none" and not entry.candidates:
        yield "definition", GRAVITY["no definition"]
    elif definition.evidence is not None and definition.evidence.rule == SENTENCE_RULE:
        yield "definition", GRAVITY["poor definition"]


def _made(
    doubt: Doubt,
    entry: Entry,
    weight: float,
    contexts: Sequence[Context],
    others: Iterable[tuple[str, str]],
) -> Question:
    return Question(
        doubt=doubt,
        entry=entry.id,
        name=entry.name,
        kind=entry.kind,
        definition=entry.definition.text,
        aliases=entry.aliases,
        settles=len(contexts),
        worth=round(weight * len(contexts), 3),
        contexts=tuple(contexts[:MOST_CONTEXTS]),
        others=tuple(others),
    )


def _duplicates(
    entries: Mapping[str, Entry], contexts: Mapping[str, Sequence[Context]]
) -> Iterator[Question]:
    """Pairs of entries that may be one: the one with fewer mentions is asked about."""
    for pair in sorted(_alike(entries) | _shortened(entries)):
        fewer, more = sorted(pair, key=lambda id_: (len(contexts.get(id_, ())), id_))
        if _is_open(entries[fewer]):
            other = [(more, entries[more].name)]
            weight = GRAVITY["duplicate"]
            yield _made("duplicate", entries[fewer], weight, contexts.get(fewer, ()), other)


def _alike(entries: Mapping[str, Entry]) -> set[tuple[str, str]]:
    """Pairs of ids whose names are spellings of one name; linear in the number of entries."""
    blocks: dict[tuple[str, str], set[str]] = defaultdict(set)
    short = set()
    for id_, entry in entries.items():
        if entry.status == "hidden" or entry.kind == "date" or entry.candidates:
            continue
        words = name_words(entry.name) if entry.kind == "person" else entry.name.split()
        sounds = [key for key in map(name_key, words) if key]
        for key in _keys(sounds):
            blocks[entry.kind, key].add(id_)
        if entry.kind == "person" and len(sounds) > 1:
            blocks["initial", f"{sounds[0][0]} {sounds[-1]}"].add(id_)
            if len(words[0].rstrip(".")) == 1:
                short.add(id_)
    return {
        pair
        for (kind, _), block in blocks.items()
        if len(block) <= LONGEST_BLOCK
        for pair in combinations(sorted(block), 2)
        if kind != "initial" or short & set(pair)
    }


def _shortened(entries: Mapping[str, Entry]) -> set[tuple[str, str]]:
    """Pairs of ids of which one's name ends the other's: “Warhol” where one Warhol has a full name.

    Where several do, it is no question of two entries.
    """
    longer: dict[tuple[str, str], list[str]] = defaultdict(list)
    named = {
        id_: entry
        for id_, entry in entries.items()
        if entry.kind in SHORTENED and entry.status != "hidden" and not entry.candidates
    }
    for id_, entry in named.items():
        words = entry.name.split()
        for at in range(1, len(words)):
            longer[entry.kind, " ".join(words[at:])].append(id_)
    found = ((id_, longer[entry.kind, entry.name]) for id_, entry in named.items())
    return {(min(id_, *full), max(id_, *full)) for id_, full in found if len(full) == 1}


def _keys(sounds: Sequence[str]) -> set[str]:
    """What spellings of a name share: its sounds, also with any one of them left out."""
    whole = " ".join(sounds)
    without_one = {whole[:at] + whole[at + 1 :] for at in range(len(whole))}
    return {whole, *(without_one if len(whole) > 5 else ())} - {""}
