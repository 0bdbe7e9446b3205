"""Whatever machine and editor do, in whatever order, and however often a run is killed:

an editor's bytes are never overwritten, and what she deleted does not come back.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from annotated_reader.errors import ContentError
from annotated_reader.store import adopt, deleted, load_manifest, restore, waiting
from tests.store.library import Library
from tests.store.mortal import KilledError, MortalDisk

TEXTS = ("texts/a.md", "texts/b.md")
ENTRIES = ("glossary/x.md", "glossary/y.md")
NAMES = st.sampled_from(TEXTS + ENTRIES)


class Sharing(RuleBasedStateMachine):
    """A machine and an editor share a folder; we remember what is hers."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.library = Library(Path(self.folder.name, "content"), Path(self.folder.name, "cache"))
        self.wanted: dict[str, str] = {}
        self.hers: dict[str, str] = {}
        self.thrown_away: set[str] = set()
        self.deleted_amid_a_run: set[str] = set()
        self.count = 0

    def teardown(self) -> None:
        self.folder.cleanup()

    def new(self, whose: str) -> str:
        self.count += 1
        return f"{whose} {self.count}\n"

    @rule(name=NAMES)
    def the_machine_has_a_new_suggestion(self, name: str) -> None:
        self.wanted[name] = self.new("machine")
        if name in TEXTS:
            self.wanted[f"records/{name[6:-3]}.json"] = self.new("record")

    @rule(name=NAMES)
    def a_seed_or_a_name_goes(self, name: str) -> None:
        self.wanted.pop(name, None)
        self.wanted.pop(f"records/{name[6:-3]}.json", None)

    @rule(name=NAMES)
    def the_editor_writes(self, name: str) -> None:
        self.hers[name] = self.new("editor")
        self.thrown_away.discard(name)
        self.library.edit(name, self.hers[name])

    @rule(name=NAMES)
    def the_editor_deletes(self, name: str) -> None:
        if not self.library.holds(name):
            return
        record = load_manifest(self.library.content).files.get(name)
        if record and record.sha256 and record.next is None:
            self.thrown_away.add(name)
        else:
            self.deleted_amid_a_run.add(name)
        self.library.delete(name)
        self.hers.pop(name, None)

    @rule()
    def a_conversion(self) -> None:
        before = self.library.files()
        try:
            self.library.convert(self.wanted)
        except ContentError:
            assert self.library.files() == before
            return
        self.settle_what_was_deleted_amid_a_run()
        self.forget_texts_without_seed()
        self.everything_else_is_as_the_machine_wants_it()

    @rule(steps=st.integers(0, 8))
    def a_conversion_that_is_killed(self, steps: int) -> None:
        try:
            self.library.convert(self.wanted, MortalDisk(steps))
        except (KilledError, ContentError):
            return
        self.settle_what_was_deleted_amid_a_run()
        self.forget_texts_without_seed()

    @rule(data=st.data())
    def the_editor_adopts(self, data: st.DataObject) -> None:
        names = [name for name in waiting(self.library.cache) if self.library.holds(name)]
        if names:
            name = data.draw(st.sampled_from(names))
            adopt(self.library.content, self.library.cache, name)
            self.hers.pop(name, None)

    @rule(data=st.data())
    def the_editor_restores(self, data: st.DataObject) -> None:
        names = [name for name in deleted(self.library.cache) if not self.library.holds(name)]
        if names:
            name = data.draw(st.sampled_from(names))
            restore(self.library.content, self.library.cache, name)
            self.thrown_away.discard(name)

    @invariant()
    def her_bytes_are_hers(self) -> None:
        assert {name: self.library.read(name) for name in self.hers} == self.hers

    @invariant()
    def what_she_deleted_stays_deleted(self) -> None:
        assert not [name for name in self.thrown_away if self.library.holds(name)]

    def settle_what_was_deleted_amid_a_run(self) -> None:
        """Whether a file was there when she deleted it, nobody can tell: either end is right."""
        gone = {name for name in self.deleted_amid_a_run if not self.library.holds(name)}
        self.thrown_away |= gone & set(self.wanted)
        self.deleted_amid_a_run.clear()

    def forget_texts_without_seed(self) -> None:
        self.thrown_away -= {name for name in TEXTS if name not in self.wanted}

    def everything_else_is_as_the_machine_wants_it(self) -> None:
        for name in {*TEXTS, *ENTRIES} - set(self.hers) - self.thrown_away:
            found = self.library.read(name) if self.library.holds(name) else None
            assert found == self.wanted.get(name)


class TestSharing(Sharing.TestCase):
    settings = settings(
        max_examples=60,
        stateful_step_count=30,
        deadline=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.too_slow],
    )


@pytest.mark.slow
class TestSharingLong(Sharing.TestCase):
    settings = settings(
        max_examples=600,
        stateful_step_count=50,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
