"""What wants an editor's decision: entries and their mentions go in, ranked questions come out.

What is doubtful in the same way is asked about at once, as a list. A question is worth what it
most likely repairs (mentions, weighed by how doubtful they are) for what it costs to read. An entry
is asked about once, by its gravest doubt.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .editing.doubts import Doubt, DoubtKind, doubts, sureness
from .editing.duplicates import duplicates
from .editing.two_things import two_things
from .editing.usage import Context, Usage
from .words import fold

if TYPE_CHECKING:
    from ..model import Entry
    from .editing.missed import Missed

MOST_CONTEXTS = 12  # sentences that are shown of an entry
FEW_CONTEXTS = 3  # the same in a list
MOST_ROWS = 10  # entries that are asked about at once
MOST_SURE_ROWS = 24  # the same where nothing speaks against them
A_ROW = 0.2  # what reading one more row costs, beside a decision's 1
BY_KIND = ("approval", "kind", "definition")  # doubts about entries of one kind at a time
DOUBTFUL = 0.5  # so doubtful an entry takes no other one's names before it is decided on
SURE = 0.75  # below which a new name is asked for alone: its kind may be wrong as well
DUPLICATE = 0.65  # how likely one is right
TWO_THINGS = 0.4  # the same, that a name means two in different texts


@dataclass(frozen=True, slots=True)
class Item:
    """An entry that is asked about, and what would mend it: an action with what that needs.

    `others` are the entries that it may be one with, or may mean; `becomes` is the kind that it
    would have, `texts` are those in which it may be something else. Of a missed name `entry` is the
    name itself.
    """

    entry: str
    name: str
    kind: str
    definition: str
    aliases: tuple[str, ...]
    settles: int
    contexts: tuple[Context, ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    action: str = ""
    value: str = ""
    becomes: str = ""
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """Something to decide on one entry or on several alike; how much it settles and is worth."""

    about: DoubtKind
    items: tuple[Item, ...]
    action: str
    settles: int
    worth: float


@dataclass(frozen=True, slots=True)
class _Asked:
    """An item with what is doubtful about it, before it is put together with others."""

    item: Item
    doubt: Doubt
    alone: bool = False

    @property
    def worth(self) -> float:
        return self.doubt.weight * max(self.item.settles, 1)


def questions(
    entries: Mapping[str, Entry],
    contexts: Mapping[str, Sequence[Context]],
    usage: Usage | None = None,
    missed: Iterable[Missed] = (),
) -> tuple[Question, ...]:
    """Rank what is open in `entries` (by id); `contexts` are their mentions, by the entry's id.

    Only what the machine suggests is asked about: what an editor has decided is decided.
    """
    usage = usage or Usage()
    waiting = _merged_away(entries)
    open_ = {id_: entry for id_, entry in entries.items() if _is_open(entry) and id_ not in waiting}
    named = {entry.name: id_ for id_, entry in entries.items()}
    found = {
        id_: [
            _joining(doubt, named) for doubt in doubts(entry, contexts.get(id_, ()), usage, entries)
        ]
        for id_, entry in open_.items()
    }
    for id_, texts in two_things(entries, contexts, usage).items():
        if id_ in open_:
            split = Doubt("ambiguous", TWO_THINGS, "split", open_[id_].name, open_[id_].kind, texts)
            found[id_].append(split)
    doubtful = {id_ for id_, every in found.items() if _gravest(every).weight >= DOUBTFUL}
    for id_, into in duplicates(_without(entries, waiting), contexts, usage.lower).items():
        if id_ in open_ and into not in doubtful:
            found[id_].append(Doubt("duplicate", DUPLICATE, "merge", into))
    asked = [_missed(each, entries) for each in missed if each.part_of not in doubtful]
    asked += [
        _asked(open_[id_], every, entries, contexts.get(id_, ())) for id_, every in found.items()
    ]
    cut = [question for group in _alike(asked) for question in _cut(group)]
    return tuple(sorted(cut, key=lambda each: (-each.worth, each.items[0].entry)))


def _joining(doubt: Doubt, named: Mapping[str, str]) -> Doubt:
    """A doubt; where an entry has the new name that it proposes, the two are one."""
    if doubt.action == "rename" and doubt.value in named:
        return Doubt("duplicate", doubt.weight, "merge", named[doubt.value])
    return doubt


def _is_open(entry: Entry) -> bool:
    return entry.status == "suggested" and entry.creator == "machine" and entry.kind != "date"


def _merged_away(entries: Mapping[str, Entry]) -> set[str]:
    """The ids of entries whose names the editor's have claimed, until the next conversion."""
    claims = {
        fold(name)
        for entry in entries.values()
        if entry.creator == "editor" or entry.status != "suggested"
        for name in (entry.name, *entry.aliases)
    }
    return {id_ for id_, each in entries.items() if _is_open(each) and fold(each.name) in claims}


def _without(entries: Mapping[str, Entry], ids: set[str]) -> dict[str, Entry]:
    return {id_: entry for id_, entry in entries.items() if id_ not in ids}


def _gravest(every: Sequence[Doubt]) -> Doubt:
    return max(every, key=lambda doubt: doubt.weight)


def _asked(
    entry: Entry,
    every: Sequence[Doubt],
    entries: Mapping[str, Entry],
    contexts: Sequence[Context],
) -> _Asked:
    gravest = _gravest(every)
    joins = [doubt.value for doubt in every if doubt.about == "duplicate"]
    kinds = [doubt.kind for doubt in every if doubt.kind and not doubt.texts]
    becomes = kinds[0] if kinds and gravest.action in ("rename", "kind") else ""
    others = dict.fromkeys(id_ for id_ in (*joins, *entry.candidates) if id_ in entries)
    item = Item(
        entry=entry.id,
        name=entry.name,
        kind=entry.kind,
        definition=entry.definition.text,
        aliases=entry.aliases,
        settles=len(contexts),
        contexts=_both(_telling(contexts, gravest.value, entry.name), gravest.texts)[
            :MOST_CONTEXTS
        ],
        others=tuple((id_, entries[id_].name) for id_ in others),
        action=gravest.action,
        value=gravest.value,
        becomes=gravest.kind or becomes,
        texts=gravest.texts,
    )
    unsure = entry.kind != "person" and sureness(contexts) < SURE
    is_alone = (gravest.about == "name" and unsure) or bool(gravest.texts)
    return _Asked(item, gravest, alone=is_alone)


def _telling(contexts: Sequence[Context], value: str, name: str) -> tuple[Context, ...]:
    """The sentences in their order, but first one that shows why a name is asked about."""
    shows = (each for each in contexts if value in f"{each.before}{each.surface}{each.after}")
    plain = (each for each in contexts if each.surface == name)
    first = next(shows if value else plain, None) or next(plain, None)
    return tuple(sorted(contexts, key=lambda each: each is not first))


def _both(contexts: Sequence[Context], texts: Sequence[str]) -> tuple[Context, ...]:
    """The sentences in their order, but first one of each of `texts` and one of the others."""
    firsts: dict[str, Context] = {}
    for context in contexts if texts else ():
        firsts.setdefault(context.text if context.text in texts else "", context)
    ahead = [*(firsts[text] for text in texts if text in firsts), *filter(None, [firsts.get("")])]
    return (*ahead, *(context for context in contexts if context not in ahead))


def _missed(missed: Missed, entries: Mapping[str, Entry]) -> _Asked:
    whole = missed.part_of
    action = "alias" if whole else "add"
    item = Item(
        entry=missed.name,
        name=missed.name,
        kind=entries[whole].kind if whole else missed.kind,
        definition="",
        aliases=(),
        settles=len(missed.contexts),
        contexts=missed.contexts[:MOST_CONTEXTS],
        others=((whole, entries[whole].name),) if whole else (),
        action=action,
        value=whole,
        becomes=missed.kind,
    )
    return _Asked(item, Doubt("missed", missed.weight, action, whole, missed.kind))


def _alike(asked: Iterable[_Asked]) -> Iterator[list[_Asked]]:
    """Put together what one key can decide, the likeliest wrong first."""
    groups: dict[tuple[str, ...], list[_Asked]] = defaultdict(list)
    for each in asked:
        of_kind = each.item.kind if each.doubt.about in BY_KIND else ""
        becomes = each.item.becomes if each.doubt.action in ("kind", "add") else of_kind
        alone = each.item.entry if each.alone else ""
        groups[each.doubt.about, each.doubt.action, becomes, alone].append(each)
    for _, group in sorted(groups.items()):
        yield sorted(group, key=lambda each: (-each.worth, each.item.entry))


def _cut(group: Sequence[_Asked]) -> Iterator[Question]:
    """Cut what is alike into lists that can be read at a glance, about as long as each other."""
    about, action = group[0].doubt.about, group[0].doubt.action
    most = MOST_SURE_ROWS if about in ("approval", "term") else MOST_ROWS
    lists = -(-len(group) // most)
    size = -(-len(group) // lists)
    for at in range(0, len(group), size):
        rows = group[at : at + size]
        cost = 1 + A_ROW * (len(rows) - 1)
        yield Question(
            about=about,
            items=tuple(each.item for each in rows),
            action=action,
            settles=sum(each.item.settles for each in rows),
            worth=round(sum(each.worth for each in rows) / cost, 3),
        )
