"""A library and some of its documents as they were and as they are -> the library as it is.

Nothing is read but those documents, and nothing touched but the words that they have otherwise
than before: their postings are taken apart, the documents' own replaced, and put together again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from .completion import name_rows
from .encoding import ENCODED, FINAL, SIGNS, length_sign, value_of

if TYPE_CHECKING:
    from .counting import Analysis, CountWords
    from .document import SearchDocument
    from .library import Library
    from .positions import PositionIndex
    from .postings import Postings

Said: TypeAlias = bytes
"""What a posting says of a word in a document, without the gap to the document before."""
Records: TypeAlias = dict[int, Said]
"""The postings of a word by document."""

_EVEN, _ODD, _MORE, _ANY = (
    re.escape(signs).encode() for signs in (FINAL[::2], FINAL[1::2], SIGNS[len(FINAL) :], SIGNS)
)
_POSTING = re.compile(
    rb"([%b]*[%b])([%b])|([%b]*[%b])([%b]*[%b][%b])"
    % (_MORE, _EVEN, _ANY, _MORE, _ODD, _MORE, _EVEN + _ODD, _ANY)
)
_NUMBER = re.compile(rb"[%b]*[%b]" % (_MORE, _EVEN + _ODD))
_ONCE, _OFTEN = b"\0", b"\1"  # before what a posting says: whether it tells how often


@dataclass(slots=True)
class _Change:
    """Documents that no longer have a word as they had it, and those that have it now."""

    gone: set[int] = field(default_factory=set)
    come: Records = field(default_factory=dict)


def revise(
    library: Library,
    before: Mapping[int, SearchDocument],
    after: Mapping[int, SearchDocument],
    analyze: CountWords,
) -> None:
    """Let a library have the documents `after` in the place of those `before`, by number."""
    old, new = (
        {number: analyze(document) for number, document in each.items()} for each in (before, after)
    )
    _revise_postings(library.postings, old, new)
    _revise_positions(library.positions, old, new)
    for number in before:
        library.names.pop(number, None)
    for number, document in after.items():
        if document.kind != "text":
            library.names[number] = list(name_rows(number, document))


def _revise_postings(
    postings: Postings, old: Mapping[int, Analysis], new: Mapping[int, Analysis]
) -> None:
    postings.documents += len(new) - len(old)
    for name, each in postings.fields.items():
        was = {number: analysis["counts"][name] for number, analysis in old.items()}
        now = {number: analysis["counts"][name] for number, analysis in new.items()}
        each.length += _length(now) - _length(was)
        changes = _changes(
            {number: _counted(found) for number, found in was.items()},
            {number: _counted(found) for number, found in now.items()},
        )
        for word, change in changes.items():
            records = _revised(_postings(each.coded(word)), change)
            each.put(word, _written_postings(records), len(records))


def _revise_positions(
    positions: PositionIndex, old: Mapping[int, Analysis], new: Mapping[int, Analysis]
) -> None:
    was, now = (
        {number: each["positions"] for number, each in analyses.items()} for analyses in (old, new)
    )
    for word, change in _changes(was, now).items():
        records = _revised(_positions(positions.coded(word)), change)
        positions.put(word, _written_positions(records))


def _counted(found: Mapping[str, int]) -> dict[str, Said]:
    """What the postings of a field's words say."""
    sign = length_sign(sum(found.values()))
    return {
        word: _ONCE + sign if times == 1 else _OFTEN + ENCODED[times - 2] + sign
        for word, times in found.items()
    }


def _changes(
    old: Mapping[int, Mapping[str, Said]], new: Mapping[int, Mapping[str, Said]]
) -> dict[str, _Change]:
    """What has to be done, by word; words that stand as they stood are left alone."""
    found: defaultdict[str, _Change] = defaultdict(_Change)
    for number in sorted(old.keys() | new.keys()):
        was, now = old.get(number, {}), new.get(number, {})
        for word, said in was.items():
            if now.get(word) != said:
                found[word].gone.add(number)
        for word, said in now.items():
            if was.get(word) != said:
                found[word].come[number] = said
    return found


def _revised(records: Records, change: _Change) -> Records:
    for number in change.gone:
        del records[number]
    records |= change.come
    return {number: records[number] for number in sorted(records)}


def _postings(stream: bytes | bytearray) -> Records:
    found: Records = {}
    number = -1
    for once, sign, often, rest in _POSTING.findall(stream):
        number += (value_of(once or often) >> 1) + 1
        found[number] = _ONCE + sign if once else _OFTEN + rest
    return found


def _written_postings(records: Records) -> bytes:
    return b"".join(ENCODED[gap * 2 + said[0]] + said[1:] for gap, said in _with_gaps(records))


def _positions(stream: bytes | bytearray) -> Records:
    found: Records = {}
    codes = _NUMBER.findall(stream)
    number, at = -1, 0
    while at < len(codes):
        number += value_of(codes[at]) + 1
        often = value_of(codes[at + 1]) & 1
        end = at + 3 + value_of(codes[at + 2]) + 1 if often else at + 2
        found[number] = b"".join(codes[at + 1 : end])
        at = end
    return found


def _written_positions(records: Records) -> bytes:
    return b"".join(ENCODED[gap] + said for gap, said in _with_gaps(records))


def _with_gaps(records: Records) -> Iterator[tuple[int, Said]]:
    last = -1
    for number, said in records.items():
        yield number - last - 1, said
        last = number


def _length(counts: Mapping[int, Mapping[str, int]]) -> int:
    return sum(sum(found.values()) for found in counts.values())
