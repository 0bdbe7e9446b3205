"""The folder of content -> the questions in it, and decisions -> changes of its files."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import ContentError, raise_together
from ...stages.editing.claims import claimed_twice
from ...stages.editing.entries import parse_entry
from ...store import read_content
from ...store.edit import Change, change, undo
from .actions import ACTIONS, Decision
from .drafts import Drafts
from .reading import questions_in

if TYPE_CHECKING:
    from ...model import Entry
    from ...stages.review import Question
    from ...store import Content


TRIES, A_MOMENT = 3, 0.2  # how often and after how many seconds the content is read again


@dataclass(slots=True)
class Desk:
    """What lies before the editor: the folder of content, and what she has decided so far.

    What is decided at once is one step, and is taken back as one.
    """

    content: Path
    done: list[tuple[tuple[Decision, ...], list[Change]]] = field(default_factory=list)

    def questions(self) -> tuple[Question, ...]:
        """Read the content and rank what is open in it."""
        return questions_in(self._read())

    def names(self) -> list[tuple[str, str, str]]:
        """Return all entries as id, name and kind, by name: what one may be merged with."""
        entries = self._read().entries.values()
        shown = (entry for entry in entries if entry.status != "hidden")
        return sorted(((e.id, e.name, e.kind) for e in shown), key=lambda item: item[1].casefold())

    def _read(self) -> Content:
        """Read the content; again where a conversion has taken a file away meanwhile."""
        for _ in range(TRIES):
            try:
                return read_content(self.content)
            except ContentError:
                time.sleep(A_MOMENT)
        return read_content(self.content)

    def decide(self, decisions: Sequence[Decision]) -> tuple[Entry, ...]:
        """Write decisions into the files: all of them, or none where one cannot be carried out.

        Returns the entries that they changed, as they are now.
        """
        content = self._read()
        drafts = Drafts(self.content, content)
        for decision in decisions:
            if decision.action not in ACTIONS:
                raise ContentError(
                    f"“{decision.action}” is no decision", remedy=f"one of {', '.join(ACTIONS)}"
                )
            ACTIONS[decision.action](drafts, decision)
        changed = tuple(
            replace(parse_entry(path.stem, markdown, str(path)), creator="editor")
            for path, markdown in drafts.files.items()
            if markdown is not None
        )
        _check(
            content.entries,
            changed,
            {path.stem for path, new in drafts.files.items() if new is None},
        )
        self.done.append((tuple(decisions), _write(drafts)))
        return changed

    def undo(self) -> tuple[Decision, ...]:
        """Take the last step back, and return its decisions; none if there is none."""
        if not self.done:
            return ()
        decisions, changes = self.done[-1]
        undo(changes)
        self.done.pop()
        return decisions


def _check(entries: Mapping[str, Entry], changed: Sequence[Entry], gone: set[str]) -> None:
    """Say which name two entries would claim, before the next conversion stumbles over it."""
    hers = {id_: e for id_, e in entries.items() if e.creator == "editor" and id_ not in gone}
    before = {str(mistake) for mistake in claimed_twice(hers)}
    after = claimed_twice(hers | {entry.id: entry for entry in changed})
    raise_together([mistake for mistake in after if str(mistake) not in before])


def _write(drafts: Drafts) -> list[Change]:
    """Write all drafts; where the disk fails, what was written is taken back."""
    changes: list[Change] = []
    try:
        for path, markdown in drafts.files.items():
            changes.append(change(path, markdown))
    except OSError:
        undo(changes)
        raise
    return changes
