"""The editor's entries beside what the texts hold -> what fits nothing, to be told, not mended.

A decision that fits nothing any more is not wrong: seeds come and go. It is named with file, line
and what was probably meant, stays as it stands, and is never moved to something alike.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

from ..errors import ContentError

if TYPE_CHECKING:
    from ..model import Entry
    from .decide import Decided


def notices(
    entries: Mapping[str, Entry], decided: Decided, slugs: Collection[str], names: Collection[str]
) -> tuple[ContentError, ...]:
    """Return what of the editor's `entries` (by id) fits nothing, in the order of ids and lines.

    `slugs` are the texts there are, `names` what the texts name.
    """
    known = {*entries, *(entity.id for entity in decided.entities)}
    orphans = (entries[id_] for id_ in decided.orphans if entries[id_].name)
    found = [
        *(_never_mentioned(each, names) for each in orphans if _may_be_anywhere(each, slugs)),
        *(_idle(entries[id_], name, names) for id_, name in decided.idle),
        *(notice for entry in entries.values() for notice in _unknown_texts(entry, slugs)),
        *(notice for entry in entries.values() for notice in _unknown_entries(entry, known)),
    ]
    return tuple(sorted(found, key=lambda notice: (notice.path, notice.line, notice.message)))


def _may_be_anywhere(entry: Entry, slugs: Collection[str]) -> bool:
    """Whether an entry is in any text there is; else its texts are what is told."""
    return not entry.only_in or any(slug in slugs for slug in entry.only_in)


def _never_mentioned(entry: Entry, names: Collection[str]) -> ContentError:
    return _notice(
        entry,
        "title",
        f"no text mentions “{entry.name}”",
        _meant(entry.name, names) or "it is kept; remove the file if it is not needed any more",
    )


def _idle(entry: Entry, name: str, names: Collection[str]) -> ContentError:
    others = {other for other in names if other not in (entry.name, *entry.aliases)}
    remedy = _meant(name, others) or "take it out, or leave it for texts to come"
    return _notice(entry, "aliases", f"no text has the name “{name}”", remedy)


def _unknown_texts(entry: Entry, slugs: Collection[str]) -> Iterator[ContentError]:
    for field, wanted in (("only-in", entry.only_in), ("not-in", entry.not_in)):
        for slug in wanted:
            if slug not in slugs:
                remedy = _meant(slug, slugs) or "write the name of a file in texts/ without .md"
                yield _notice(entry, field, f"there is no text “{slug}”", remedy)


def _unknown_entries(entry: Entry, known: Collection[str]) -> Iterator[ContentError]:
    for id_ in entry.candidates:
        if id_ not in known:
            remedy = _meant(id_, known) or "write the name of a file in glossary/ without .md"
            yield _notice(entry, "may-be", f"there is no entry “{id_}”", remedy)


def _notice(entry: Entry, field: str, message: str, remedy: str) -> ContentError:
    line = entry.lines.get(field, 0)
    return ContentError(message, path=f"glossary/{entry.id}.md", line=line, remedy=remedy)


def _meant(word: str, known: Collection[str]) -> str:
    close = get_close_matches(word, sorted(known), n=1, cutoff=0.8)
    return f"did you mean “{close[0]}”?" if close and close[0] != word else ""
