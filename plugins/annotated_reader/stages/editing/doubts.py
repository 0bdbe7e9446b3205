"""An entry and its mentions in their sentences go in, what is doubtful about it comes out.

Each doubt says how likely it is that something is wrong, and what would mend it. Nothing is asked
of a language model: the name's own words, the words around it and how sure its rules were must do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from ..package_data import tables_of
from ..words import capitals, fold, head_words, peoples, word_lists
from .entries import SENTENCE_RULE
from .longer import longer_name

if TYPE_CHECKING:
    from ...model import Entry
    from .usage import Context, Usage

DoubtKind: TypeAlias = Literal[
    "duplicate", "ambiguous", "name", "no name", "kind", "definition", "term", "missed", "approval"
]

_WORD_AFTER = re.compile(r" ([a-z]+)")
UNSURE = 0.6  # the mean confidence below which a kind is in doubt
DEFINED = ("person", "place", "organization", "event", "work", "law", "ship")  # want a definition
OFTEN = 3  # so many mentions want a definition
WEIGHTS = {
    "ambiguous": 0.85,
    "people": 0.9,
    "too long": 0.85,
    "place by preposition": 0.6,
    "part of its alias": 0.85,
    "person with an article": 0.6,
    "capital": 0.87,
    "title": 0.7,
    "described": 0.75,
    "last word": 0.65,
    "no capital": 0.9,
    "common word": 0.5,
    "credit": 0.6,
    "several defined": 0.4,
    "poor definition": 0.2,
    "no definition": 0.1,
    "term": 0.2,
}
"""How likely an entry is wrong, by what speaks against it."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is doubtful, how likely it is wrong (0 to 1), and the decision that would mend it.

    `texts` are those, by slug, in which an entry's name would be another one's.
    """

    about: DoubtKind
    weight: float
    action: str = ""
    value: str = ""
    kind: str = ""
    texts: tuple[str, ...] = ()


def doubts(
    entry: Entry, contexts: Sequence[Context], usage: Usage, entries: Mapping[str, Entry]
) -> Iterator[Doubt]:
    """Yield what is doubtful about an entry; the last is always whether it is right at all."""
    if entry.kind == "term":
        yield Doubt("term", WEIGHTS["term"], "approve")
        return
    yield from _ambiguous(entry, contexts, usage, entries)
    yield from _names(entry, contexts, usage)
    yield from _no_names(entry, contexts, usage)
    yield from _kinds(entry, contexts)
    yield from _definitions(entry, len(contexts))
    yield Doubt("approval", max(0.03, (1 - sureness(contexts)) / 3), "approve")


def sureness(contexts: Sequence[Context]) -> float:
    """The mean confidence of an entry's mentions."""
    return sum(context.confidence for context in contexts) / max(len(contexts), 1)


def _ambiguous(
    entry: Entry, contexts: Sequence[Context], usage: Usage, entries: Mapping[str, Entry]
) -> Iterator[Doubt]:
    """A name that may mean several: most likely the one whom its texts name most."""
    known = [id_ for id_ in entry.candidates if id_ in entries]
    here = {context.text for context in contexts}
    if known:
        likely = max(known, key=lambda id_: usage.times(id_, here))
        if usage.times(likely, here):
            yield Doubt("ambiguous", WEIGHTS["ambiguous"], "merge", likely)
        else:
            yield Doubt("ambiguous", WEIGHTS["ambiguous"], "kind", entry.kind, entry.kind)


def _names(entry: Entry, contexts: Sequence[Context], usage: Usage) -> Iterator[Doubt]:
    """A name that is only a part of its own alias or of the words around it, or is too long."""
    said = Counter(context.surface for context in contexts)
    whole = [
        alias
        for alias in entry.aliases
        if alias.endswith(entry.name) and said[alias] >= said[entry.name]
    ]
    if entry.kind != "person" and whole:
        yield Doubt("name", WEIGHTS["part of its alias"], "rename", max(whole, key=len))
    if shorter := _shorter_name(entry):
        yield Doubt("name", WEIGHTS["too long"], "rename", shorter)
    found, weight = longer_name(entry, contexts, usage)
    if found:
        kind = kind_of_last_word(found.split())
        yield Doubt("name", weight, "rename", found, kind if kind != entry.kind else "")


def _shorter_name(entry: Entry) -> str:
    """A name without what was never of it: a line's label, another name, an occupation."""
    rest = entry.name.partition(" ")[2]
    before, _, last = entry.name.rpartition(" ")
    if before and fold(last) in tables()["credits"]["before"]:
        return before
    if ", " in entry.name:
        return next((part for part in entry.name.split(", ") if part in entry.aliases), "")
    return rest if entry.kind == "person" and " " in rest and rest in entry.aliases else ""


def _no_names(entry: Entry, contexts: Sequence[Context], usage: Usage) -> Iterator[Doubt]:
    """What is no name of anything that the text speaks of."""
    if not entry.name[:1].isupper() or fold(entry.name) in ("jr", "sr") or "-like" in entry.name:
        yield Doubt("no name", WEIGHTS["no capital"], "hide")
    elif _is_common(entry, usage) and (" " not in entry.name or sureness(contexts) < UNSURE):
        yield Doubt("no name", WEIGHTS["common word"] * 2 * (1.2 - sureness(contexts)), "hide")
    if contexts and all(_is_credit(context) for context in contexts):
        yield Doubt("no name", WEIGHTS["credit"], "hide")


def _is_common(entry: Entry, usage: Usage) -> bool:
    """Whether the texts also have all words of a name in lower case."""
    known = entry.definition.origin == "data" or entry.name.isupper()
    words = entry.name.casefold().split()
    return not known and all(usage.lower.get(word) for word in words)


def _is_credit(context: Context) -> bool:
    label = re.search(r"(\w+):[^:]*$", context.before)
    return label is not None and label[1].casefold() in tables()["credits"]["before"]


def _kinds(entry: Entry, contexts: Sequence[Context]) -> Iterator[Doubt]:
    """A kind that the name or its sentences speak against, with the one that they speak for."""
    votes: Counter[tuple[str, str]] = Counter()
    for context in contexts:
        votes.update({(kind, why) for kind, why in _said_kinds(entry, context)})
    for (kind, why), count in votes.items():
        share = count / max(len(contexts), 1)
        if kind != entry.kind and share > 0.25:
            yield Doubt("kind", WEIGHTS[why] * min(1, 0.5 + share), "kind", kind, kind)
    sure = sureness(contexts)
    if sure < UNSURE:
        yield Doubt("kind", 1 - sure, "approve")


def _said_kinds(entry: Entry, context: Context) -> Iterator[tuple[str, str]]:
    """What a sentence, or the name itself, says that an entry is, and by what."""
    name, before = entry.name, context.before.rstrip()
    words = name.split()
    if kind := kind_of_last_word(words):
        yield kind, "last word"
    if fold(words[-1]) in tables()["people"]["words"]:
        yield "group", "people"
    elif entry.kind == "person" and context.surface == name and _follows_an_article(context):
        yield "group", "person with an article"
    if entry.kind == "group" and _stands_as_a_place(context, name):
        yield "place", "place by preposition"
    if entry.kind in ("person", "group") and fold(name) in capitals():
        yield "place", "capital"
    if _is_title(before, context.after, name, dated=entry.kind != "organization"):
        yield "work", "title"
    last = before.rsplit(" ", 1)[-1]
    if entry.kind not in ("person", "group") and last in word_lists()["person"]["words"]:
        yield "person", "described"


def _follows_an_article(context: Context) -> bool:
    """Whether a lone word stands behind an article, as no person's name does."""
    return context.before.endswith((" the ", " a ", " an ")) and " " not in context.surface


def _stands_as_a_place(context: Context, name: str) -> bool:
    """Whether a lone name follows a preposition as places do, and describes no noun after it."""
    before = context.before.endswith((" in ", " to ", " of ", " at ", " from "))
    alone = context.surface == name and " " not in name and fold(name) not in peoples()
    after = _WORD_AFTER.match(context.after)
    return before and alone and (after is None or after[1] in tables()["links"]["words"])


def kind_of_last_word(words: Sequence[str]) -> str:
    """Return the kind that a name's last word says it is of, by the review's own list, or ""."""
    if len(words) < 2:
        return ""
    if words[0] in head_words():
        return ""
    ours = (kind for kind, heads in tables()["kinds"].items() if words[-1] in heads)
    return next(ours, "")


def _is_title(before: str, after: str, name: str, *, dated: bool = True) -> bool:
    """Whether a name stands where a title of a work does; `dated`: also before a year."""
    last = fold(before.rsplit(" ", 1)[-1])
    quoted = before.endswith(("“", '"')) and after.startswith(("”", '"'))
    nouns = {*tables()["work"]["before"], *word_lists()["work"]["words"]}
    year = dated and " " in name and re.match(r" \((?:1[6-9]|20)\d\d\)", after)
    return bool(quoted or last in nouns or year)


def kind_by_sentence(name: str, context: Context) -> str:
    """Return the kind that a sentence gives to a name which has no entry yet, or ""."""
    before = context.before.rstrip()
    if _is_title(before, context.after, name):
        return "work"
    last = before.rsplit(" ", 1)[-1].casefold()
    if last in word_lists()["locative"]["words"]:
        return "place"
    return "person" if last in word_lists()["person"]["words"] else ""


def _definitions(entry: Entry, times: int) -> Iterator[Doubt]:
    definition = entry.definition
    if definition.origin == "none" and entry.kind in DEFINED and times >= OFTEN:
        yield Doubt("definition", WEIGHTS["no definition"], "approve")
    elif definition.evidence is not None and definition.evidence.rule == SENTENCE_RULE:
        yield Doubt("definition", WEIGHTS["poor definition"], "approve")
    elif definition.origin == "quotation" and _of_several(entry):
        yield Doubt("definition", WEIGHTS["several defined"], "clear")


def _of_several(entry: Entry) -> bool:
    """Whether a definition speaks of several: “directors such as”, “photographers”."""
    text = f" {entry.definition.text} "
    first = text.split(maxsplit=1)[0]
    plural = first.islower() and re.search(r"[^siu]s$", first)
    named = any(f" {words} " in text for words in tables()["plural"]["words"])
    return entry.kind == "person" and bool(plural or named)


def tables() -> dict[str, dict[str, Any]]:
    """Return the tables of `data/review.toml`."""
    return tables_of("review")
