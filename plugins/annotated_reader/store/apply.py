"""A plan in, files written: intentions first, so that a run may be killed between any two steps.

First the manifest says what is about to happen, then it happens, then (once all of it is safe
on the disk) the manifest says that it has. A file that changed since the plan was made is an
editor's and is left alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..errors import ContentError, raise_together
from .files import file_digest, remove, settle, sweep, write_if_changed
from .lookalikes import lookalike_files
from .manifest import (
    EMPTY,
    Manifest,
    Record,
    load_manifest,
    manifest_path,
    manifest_text,
    stem,
    stems,
)
from .ownership import Plan, Step, follower_of, is_follower
from .suggestions import keep_waiting

if TYPE_CHECKING:
    from pathlib import Path


class Disk:
    """The two things that are done to files; a test may put a failing one in its place."""

    def write(self, path: Path, text: str, *, durable: bool = True) -> None:
        """Make a file hold the text."""
        write_if_changed(path, text, durable=durable)

    def remove(self, path: Path) -> None:
        """Remove a file."""
        remove(path)


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the files, by their paths from the content folder.

    `orphans` are the editor's files whose seed is gone, `waiting` those for which a new
    suggestion waits, `fresh` those of them whose suggestion is new in this run, `skipped` files
    that changed while we wrote.
    """

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    kept: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    orphans: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    fresh: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()


def apply_plan(plan: Plan, folder: Path, cache: Path, disk: Disk | None = None) -> Report:
    """Do what the plan says in a content folder; suggestions wait below `cache`."""
    disk = disk or Disk()
    clashes = [_clash(step, folder) for step in plan.steps if step.action == "clash"]
    raise_together([*clashes, *lookalike_files(folder, plan.paths("write"))])
    sweep(folder)
    acts = [step for step in plan.steps if step.action in ("write", "remove")]
    before = load_manifest(folder)
    if acts:
        disk.write(manifest_path(folder), manifest_text(_intended(before, acts)))
    skipped: set[str] = set()
    for step in acts:
        if step.path in skipped or not _act(step, folder, disk):
            skipped |= {step.path, follower_of(step.path)} - {""}
    done = [folder / step.path for step in acts if step.action == "write"]
    settle([path for path in done if path.exists()])
    disk.write(manifest_path(folder), manifest_text(_final(before, plan, skipped)))
    fresh = keep_waiting(cache, plan)
    return _report(plan, skipped, fresh)


def _report(plan: Plan, skipped: set[str], fresh: tuple[str, ...]) -> Report:
    """Tell what was done; an editor need not hear of the records that go with her texts."""
    held = stems(plan.left_out)
    hers = replace(plan, steps=tuple(step for step in plan.steps if not is_follower(step.path)))
    return Report(
        written=tuple(path for path in plan.paths("write") if path not in skipped),
        removed=tuple(path for path in plan.paths("remove") if path not in skipped),
        unchanged=len(plan.paths("unchanged")),
        kept=hers.paths("keep"),
        deleted=hers.paths("deleted", waits=True),
        orphans=tuple(
            step.path
            for step in hers.steps
            if step.action == "orphan" and stem(step.seed or "") not in held
        ),
        waiting=hers.paths("keep", waits=True),
        fresh=fresh,
        skipped=tuple(sorted(skipped)),
    )


def _clash(step: Step, folder: Path) -> ContentError:
    return ContentError(
        f"was written by hand, and {step.seed} would become the same file",
        path=folder / step.path,
        remedy="rename one of the two",
    )


def _intended(before: Manifest, acts: list[Step]) -> Manifest:
    """Record what is about to be written (its SHA-256) or removed (nothing)."""
    files = dict(before.files)
    for step in acts:
        if step.before or step.record:
            known = step.before or Record("", step.seed)
            if step.found != EMPTY:  # a run that was killed may have written or removed it
                known = replace(known, sha256=step.found)
            files[step.path] = replace(known, next=step.written)
    return replace(before, files=files)


def _act(step: Step, folder: Path, disk: Disk) -> bool:
    """Write or remove one file, unless it is no longer what the plan found."""
    path = folder / step.path
    if file_digest(path) != step.found:
        return False
    if step.action == "write":
        disk.write(path, step.text, durable=False)
    else:
        disk.remove(path)
    return True


def _final(before: Manifest, plan: Plan, skipped: set[str]) -> Manifest:
    """Record what has been done."""
    files = dict(before.files)
    for step in plan.steps:
        record = step.before if step.path in skipped else step.record
        files.pop(step.path, None)
        if record:
            files[step.path] = record
    return Manifest(files, plan.left_out)
