"""What we wrote, what lies there, what we would write now -> what may be done with each file.

The rule is that of Debian's configuration files: a file that is as we wrote it is ours and
may be rewritten; one that differs is the editor's and is never written again, the new
suggestion waits for her; one that she deleted stays deleted. Pure: `store.apply` acts.

A record (`records/<slug>.json`) has no owner of its own: it describes its text's Markdown
and shares that one's fate.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Literal, TypeAlias

from .draft import Draft, Drafted, draft
from .manifest import LeftOut, Manifest, Record, State, inside, stem, stems
from .prints import Prints

Action: TypeAlias = Literal[
    "write",  # ours, or not there yet, and it is to change
    "unchanged",  # ours, and as it should be
    "keep",  # the editor's
    "deleted",  # deleted by the editor
    "remove",  # ours, and nothing asks for it any more
    "orphan",  # the editor's, and nothing asks for it any more
    "forget",  # gone, and nothing asks for it any more
    "clash",  # written by hand where a seed's text is to go
]
Wanted: TypeAlias = Mapping[str, tuple[Drafted, str | None]]


@dataclass(frozen=True, slots=True)
class Step:
    """What is to become of one file.

    `found` is the SHA-256 of what lies there (empty: nothing), `new` what is to be written or
    waits (None: neither), `before` and `record` what the manifest says of it before and
    afterwards, `waits` whether the editor has to be shown what is new.
    """

    path: str
    action: Action
    found: str
    new: Draft | None = None
    seed: str | None = None
    before: Record | None = None
    record: Record | None = None
    waits: bool = False

    @property
    def text(self) -> str:
        """Return what is to be written or waits, or nothing."""
        return self.new.text() if self.new else ""

    @property
    def written(self) -> str:
        """Return the SHA-256 of what is to be written, or nothing."""
        return self.new.sha256 if self.new and self.action == "write" else ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to become of every file, in the order in which it is done.

    `left_out` are the seeds that could not be made into texts.
    """

    steps: tuple[Step, ...] = field(default_factory=tuple)
    left_out: tuple[LeftOut, ...] = ()

    def paths(self, action: Action, *, waits: bool | None = None) -> tuple[str, ...]:
        """Return the files that one thing is to happen to (and whose suggestion waits or not)."""
        return tuple(
            step.path
            for step in self.steps
            if step.action == action and waits in (None, step.waits)
        )


def plan_write(
    manifest: Manifest,
    folder: Path,
    wanted: Wanted,
    left_out: Sequence[LeftOut] = (),
    prints: Prints | None = None,
) -> Plan:
    """Plan how `folder` comes to hold what is wanted: `{path: (text, seed's path or None)}`.

    A text whose seed is left out is treated as one whose seed is gone: what we wrote is
    removed, what the editor changed is kept. Only what she deleted is still remembered.
    `prints` may know what lies there.
    """
    prints = prints or Prints()
    names = {*manifest.files, *map(inside, wanted)}
    names |= {follower for name in names if (follower := follower_of(name))}
    return plan(
        manifest, {name: prints.of_content(folder / name) for name in names}, wanted, left_out
    )


def plan(
    manifest: Manifest,
    found: Mapping[str, str],
    wanted: Wanted,
    left_out: Sequence[LeftOut] = (),
) -> Plan:
    """Plan from what was found: the SHA-256 of each file, empty where there is none."""
    followers = {follower_of(name) for name in {*manifest.files, *wanted}} - {""}
    held = stems(left_out)
    steps: list[Step] = []
    for name in sorted({*manifest.files, *wanted} - followers):
        record = manifest.files.get(name)
        is_held = record is not None and stem(record.seed or "") in held
        step = _step(name, record, found[name], wanted.get(name), is_held=is_held)
        steps.append(step)
        if follower := follower_of(name):
            steps += _follow(step, follower, found[follower], wanted.get(follower))
    return Plan(tuple(steps), tuple(left_out))


def follower_of(name: str) -> str:
    """Return the record that shares the fate of a text's Markdown, or nothing."""
    if "texts/" not in name:
        return ""
    path = PurePosixPath(name)
    return f"records/{path.stem}.json" if path.parent.name == "texts" else ""


def is_follower(name: str) -> bool:
    """Tell whether a file is a record, of which an editor need not hear."""
    return name.startswith("records/")


def _step(
    name: str,
    record: Record | None,
    found: str,
    wanted: tuple[Drafted, str | None] | None,
    *,
    is_held: bool = False,
) -> Step:
    if wanted is None:
        assert record is not None  # noqa: S101  # a name is planned because of one or the other
        action, after = _unwanted(record, found, is_held=is_held)
        return Step(name, action, found, seed=record.seed, before=record, record=after)
    new, seed = draft(wanted[0]), wanted[1]
    action = _wanted(record, found, new.sha256, seed)
    after = _record_after(action, record, new.sha256, seed)
    waits = action == "deleted" or (
        action == "keep" and new.sha256 != found and (after is None or new.sha256 != after.sha256)
    )
    said = new if waits or action == "write" else None
    return Step(name, action, found, said, seed, record, after, waits)


def _wanted(record: Record | None, found: str, new: str, seed: str | None) -> Action:
    """Decide on a file that we would write."""
    if record is None or (not record.sha256 and not record.wrote(found)):
        # Not ours so far. The same bytes are taken for ours: a manifest that got lost mends
        # itself. A glossary file by hand is a decision; a text's would hide the seed's text.
        if found and found != new:
            return "clash" if seed is not None else "keep"
        return "unchanged" if found else "write"
    if not found:
        return "deleted" if record.thrown_away else "write"
    if record.wrote(found):
        return "unchanged" if found == new else "write"
    return "keep"


def _record_after(
    action: Action, record: Record | None, new: str, seed: str | None
) -> Record | None:
    if action in ("write", "unchanged"):
        return Record(new, seed)
    if record is None or action == "clash" or not record.sha256:
        return None
    state: State = "deleted" if action == "deleted" else "written"
    return Record(record.sha256, seed, state)


def _unwanted(record: Record, found: str, *, is_held: bool) -> tuple[Action, Record | None]:
    """Decide on a file that we once wrote and would not write now."""
    if found and record.wrote(found):
        return "remove", None
    if found:
        return ("orphan", replace(record, next=None)) if record.sha256 else ("forget", None)
    if (record.seed is None or is_held) and record.thrown_away:
        # What the editor threw away must not come back: an entry with its name, a text with
        # the mending of its seed.
        return "deleted", replace(record, state="deleted", next=None)
    return "forget", None


def _follow(
    leader: Step, name: str, found: str, wanted: tuple[Drafted, str | None] | None
) -> tuple[Step, ...]:
    """Let a record do what its text does."""
    if wanted and leader.action in ("write", "unchanged", "keep", "deleted"):
        new = draft(wanted[0])
        if leader.waits and leader.action == "keep":
            return (Step(name, "keep", found, new, leader.seed, waits=found != new.sha256),)
        if leader.waits and leader.action == "deleted":
            action: Action = "remove" if found else "deleted"
            return (Step(name, action, found, new, waits=True),)
        if leader.action != "deleted":
            return (
                Step(name, "unchanged", found)
                if found == new.sha256
                else Step(name, "write", found, new),
            )
    if leader.action not in ("keep", "orphan", "clash") and found:
        return (Step(name, "remove", found),)
    return ()
