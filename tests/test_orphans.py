"""Whatever happens to the seeds: a decision is applied exactly or reported, and never moved."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotated_reader import parses
from annotated_reader.model import Parse
from annotated_reader.site.review.actions import Decision
from annotated_reader.site.review.desk import Desk
from annotated_reader.stages.strip import strip_markdown
from tests.test_conversion import Library, parse_by_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotated_reader.model import Document

NAMES = ("Osh", "Kant", "Roza Otunbayeva", "Ms Otunbayeva", "Kurmanbek Bakiyev", "Maksim Bakiyev")
DECISIONS = {
    "osh": "---\nTitle: Osh\nKind: place\nStatus: approved\n---\n\nA city.\n",
    "kant": "---\nTitle: Kant\nKind: place\nNot-in: a\nStatus: approved\n---\n\nA town.\n",
    "roza-otunbayeva": (
        "---\nTitle: Roza Otunbayeva\nKind: person\nAliases: Ms Otunbayeva\n---\n\nShe.\n"
    ),
    "the-son": (
        "---\nTitle: Maksim Bakiyev\nKind: person\nOnly-in: b; c\nStatus: approved\n---\n\nA son.\n"
    ),
    "customs": "---\nTitle: Customs\nKind: organization\nStatus: hidden\n---\n",
}
CLAIMS = {
    "osh": {"Osh"},
    "kant": {"Kant"},
    "the-son": {"Maksim Bakiyev"},
    "roza-otunbayeva": {"Roza Otunbayeva", "Ms Otunbayeva", "Otunbayeva"},
}
SENTENCES = st.lists(st.sampled_from(NAMES), max_size=3).map(
    lambda names: " ".join(f"{name} was there." for name in names) or "Nobody was there."
)
NOT_THERE = {"kant": {"a"}, "the-son": {"a", "d"}}
LIBRARIES = st.dictionaries(st.sampled_from(("a", "b", "c", "d")), SENTENCES, min_size=1)


@pytest.fixture(scope="module", autouse=True)
def no_model() -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parses, "parse", parse_by_list)
        yield


@settings(max_examples=60)
@given(LIBRARIES, st.lists(LIBRARIES, min_size=1, max_size=3))
def test_decisions_are_applied_exactly_or_reported(
    first: dict[str, str], later: list[dict[str, str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder))
        put(library, first)
        library.convert()
        (library.content / "glossary").mkdir(exist_ok=True)
        for id_, text in DECISIONS.items():
            (library.content / "glossary" / f"{id_}.md").write_text(text, "utf-8")
        for seeds in later:
            put(library, seeds)
            told = {Path(notice.path).stem for notice in library.convert().notices}
            linked = surfaces_by_entry(library)
            for id_, claims in CLAIMS.items():
                found = linked.get(id_, {})
                surfaces = {surface for there in found.values() for surface in there}
                assert surfaces <= claims, "a decision was moved to something else"
                assert set(found) == where(id_, seeds), "a decision was not applied exactly"
                assert found or id_ in told, "a decision was lost without a word"
            assert "customs" not in linked
            for id_, text in DECISIONS.items():
                assert library.read(f"glossary/{id_}.md") == text, "an editor's file was changed"


BEARERS = re.compile(r"(?P<PERSON>Valeska Paris|Paris(?= left))|(?P<ORG>Paris Club)|(?P<GPE>Paris)")
SHORT = st.sampled_from(
    ("Valeska Paris left. Paris left.", "They met in Paris.", "Paris left.", "The Paris Club met.")
)


def parse_bearers(documents: Iterable[Document], _model: str) -> Iterator[Parse]:
    for document in documents:
        found = BEARERS.finditer(document.text)
        yield Parse(tuple((*match.span(), str(match.lastgroup)) for match in found))


@settings(max_examples=30)
@given(st.dictionaries(st.sampled_from(("a", "b", "c")), SHORT, min_size=1))
def test_approving_every_entry_moves_no_mention(seeds: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(parses, "parse", parse_bearers)
        library = Library(Path(folder))
        put(library, seeds)
        library.convert()
        before = mentions(library)
        entries = sorted((library.content / "glossary").glob("*.md"))
        Desk(library.content).decide([Decision(path.stem, "approve") for path in entries])
        library.convert()
        assert before.items() <= mentions(library).items()


def mentions(library: Library) -> dict[tuple[str, int, int], str]:
    """The entry of every mention, by text and place."""
    records = {
        path.stem: json.loads(path.read_text("utf-8"))["mentions"]
        for path in (library.content / "records").glob("*.json")
    }
    return {
        (slug, found["start"], found["end"]): found["entry"]
        for slug, every in records.items()
        for found in every
    }


def put(library: Library, seeds: dict[str, str]) -> None:
    """Let the folder of seeds hold just these: added, edited, renamed and deleted as it comes."""
    for path in library.seeds.iterdir():
        path.unlink()
    for name, text in seeds.items():
        library.seed(f"{name}.txt", f"Title: {name}\n\n{text}\n")


def where(id_: str, seeds: dict[str, str]) -> set[str]:
    """The texts that an entry must be linked in: those that name it, but for its limits."""
    named = {
        slug for slug, text in seeds.items() if any(f"{name} was" in text for name in CLAIMS[id_])
    }
    return named - NOT_THERE.get(id_, set())


def surfaces_by_entry(library: Library) -> dict[str, dict[str, set[str]]]:
    """What each entry is linked from, by the text."""
    found: dict[str, dict[str, set[str]]] = {}
    for path in (library.content / "records").glob("*.json"):
        words = strip_markdown(library.read(f"texts/{path.stem}.md").partition("---\n\n")[2])
        for mention in json.loads(path.read_text("utf-8"))["mentions"]:
            surface = words[mention["start"] : mention["end"]]
            found.setdefault(mention["entry"], {}).setdefault(path.stem, set()).add(surface)
    return found
