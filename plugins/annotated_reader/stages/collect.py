"""All texts as built -> the register: which entry occurs where, in what words, with whom.

The pages, the glossary, the search and the exports read nothing but this, so that they can
never disagree. Pure, linear in the number of mentions, and in an order that never varies.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model import Entry, Mention, SetAside, Span
    from .strip import Page

CONTEXT = 200  # characters of a sentence shown around a mention
CROWD = 40  # entries of one sentence that count as company: a list of names is not a meeting
COMPANIONS = 8

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Text:
    """A text as built: what its header says, its page stripped, its mentions with their rules.

    `date` is an ISO 8601 calendar value or empty; `sentences` are spans of `page.text`,
    `names_from` says what names come from if no language model read it.
    """

    slug: str
    title: str
    page: Page
    title_made: bool = False
    date: str = ""
    author: str = ""
    language: str = "en"
    rights: str = ""
    summary: str = ""
    sources: tuple[str, ...] = ()
    path: str = ""
    sentences: tuple[Span, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    cleaning: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    names_from: str = ""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A mention in its sentence: `before`, `surface` and `after` read on from each other.

    `anchor` is the mention's id in the page of `text`, `section` the heading above it.
    """

    mention: Mention
    text: str
    anchor: str
    section: str
    before: str
    surface: str
    after: str


@dataclass(frozen=True, slots=True)
class Register:
    """Every text, every entry that is not hidden, and how the ones lead to the others.

    `ties` count the sentences that two entries share, whose ids are in order; `companions` are
    the strongest of them for each entry.
    """

    texts: tuple[Text, ...]
    entries: dict[str, Entry] = field(default_factory=dict)
    occurrences: dict[str, tuple[Occurrence, ...]] = field(default_factory=dict)
    companions: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    texts_of: dict[str, tuple[str, ...]] = field(default_factory=dict)
    ties: dict[Pair, int] = field(default_factory=dict)


def collect(texts: Sequence[Text], entries: Mapping[str, Entry]) -> Register:
    """Gather what the texts say of each entry; a mention of a hidden entry is ordinary text."""
    shown = {id_: entries[id_] for id_ in sorted(entries) if entries[id_].status != "hidden"}
    ordered = tuple(_without_hidden(text, shown) for text in sorted(texts, key=_by_date_then_title))
    occurrences: dict[str, list[Occurrence]] = {id_: [] for id_ in shown}
    for text in ordered:
        for occurrence in _occurrences(text):
            occurrences[occurrence.mention.entry].append(occurrence)
    ties = Counter(pair for text in ordered for pair in _pairs(text))
    return Register(
        texts=ordered,
        entries=shown,
        occurrences={id_: tuple(found) for id_, found in occurrences.items()},
        companions=_companions(ties, shown),
        ties=dict(sorted(ties.items())),
        texts_of={
            id_: tuple(dict.fromkeys(occurrence.text for occurrence in found))
            for id_, found in occurrences.items()
        },
    )


def _by_date_then_title(text: Text) -> tuple[bool, str, str, str]:
    return (not text.date, text.date, text.title, text.slug)


def _without_hidden(text: Text, shown: Mapping[str, Entry]) -> Text:
    return replace(
        text,
        mentions=tuple(mention for mention in text.mentions if mention.entry in shown),
        page=replace(
            text.page,
            mentions=tuple(mention for mention in text.page.mentions if mention.entry in shown),
        ),
    )


def _occurrences(text: Text) -> Iterator[Occurrence]:
    """Every mention of a text in its sentence."""
    anchors = {(found.span, found.entry): found.anchor for found in text.page.mentions}
    contexts = _Spans(text.sentences)
    blocks = _Spans(tuple(block.span for block in text.page.blocks))
    sections = _sections(text.page)
    for mention in text.mentions:
        context = contexts.around(mention.span) or blocks.around(mention.span) or mention.span
        before, after = _cut(text.page.text, context, mention.span)
        yield Occurrence(
            mention=mention,
            text=text.slug,
            anchor=anchors.get((mention.span, mention.entry), ""),
            section=sections[blocks.index(mention.span)],
            before=before,
            surface=mention.surface,
            after=after,
        )


def _sections(page: Page) -> list[str]:
    """The heading above each block (a heading stands in its own section), "" before the first.

    One more entry stands at the end, for what lies in no block.
    """
    sections = []
    heading = ""
    for block in page.blocks:
        if block.kind == "heading":
            heading = page.text[slice(*block.span)]
        sections.append(heading)
    return [*sections, ""]


class _Spans:
    """Sorted spans that can be asked which of them holds another one."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = spans
        self.starts = [start for start, _ in spans]

    def index(self, span: Span) -> int:
        """The number of the span that `span` begins in, or -1."""
        number = bisect_right(self.starts, span[0]) - 1
        return number if number >= 0 and span[0] < self.spans[number][1] else -1

    def around(self, span: Span) -> Span | None:
        """The span that `span` begins in, drawn out to its end."""
        number = self.index(span)
        if number < 0:
            return None
        start, end = self.spans[number]
        return start, max(end, span[1])


def sentence_around(text: str, sentences: Sequence[Span], span: Span) -> tuple[Span, str, str]:
    """Return the sentence around a mention, and what stands in it before and after, cut short."""
    context = _Spans(sentences).around(span) or span
    return context, *_cut(text, context, span)


def _cut(text: str, context: Span, span: Span) -> tuple[str, str]:
    """What stands before and after a mention in its sentence; a long one is cut at words."""
    before, after = text[context[0] : span[0]], text[span[1] : context[1]]
    room_before = max(CONTEXT // 2, CONTEXT - len(after))
    room_after = max(CONTEXT // 2, CONTEXT - len(before))
    if len(before) > room_before:
        before = "…" + before[-room_before:].partition(" ")[2]
    if len(after) > room_after:
        after = after[:room_after].rpartition(" ")[0] + "…"
    return before, after


def _companions(
    ties: Mapping[Pair, int], shown: Mapping[str, Entry]
) -> dict[str, tuple[tuple[str, int], ...]]:
    """For each entry those that share most sentences with it, and how many."""
    shared: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for (one, other), count in ties.items():
        shared[one][other] = shared[other][one] = count
    return {
        id_: tuple(sorted(shared[id_].items(), key=lambda pair: (-pair[1], pair[0]))[:COMPANIONS])
        if id_ in shared
        else ()
        for id_ in shown
    }


def _pairs(text: Text) -> Iterator[Pair]:
    """Every two entries that stand in one sentence, once a sentence."""
    sentences = _Spans(text.sentences)
    company: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for mention in text.mentions:
        company[sentences.index(mention.span)][mention.entry] = None
    company.pop(-1, None)
    for entries in company.values():
        yield from combinations(sorted(list(entries)[:CROWD]), 2)
