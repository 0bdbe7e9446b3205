"""What a build keeps of the search, and that it changes nothing of what comes out."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotated_reader.model import Definition, Entry, Evidence
from annotated_reader.search import SearchDocument, WordCounter
from annotated_reader.site.search_documents import search_documents
from annotated_reader.site.search_files import write_search
from annotated_reader.stages.collect import Register, Text
from annotated_reader.stages.strip import Page, PageBlock

if TYPE_CHECKING:
    from annotated_reader.search.counting import Analysis


def text(slug: str, words: str, language: str = "en") -> Text:
    block = PageBlock("p-1", "paragraph", 0, (0, len(words)))
    return Text(slug, slug.title(), Page(words, (block,)), language=language)


TEXTS = tuple(text(f"text-{at:02}", f"The word{at} of Osh and Łódź was heard.") for at in range(40))
CHANGED = (*TEXTS[:7], text("text-07", "A wholly different sentence."), *TEXTS[8:])
MORE = (*TEXTS[:7], text("text-06b", "One more about Osh."), *TEXTS[7:])


def build(texts: tuple[Text, ...], folder: Path) -> dict[str, bytes]:
    """Build into a folder that keeps its cache and the public files of the build before."""
    staged, public = folder / "staged", folder / "public"
    staged.mkdir(parents=True)
    write_search(Register(texts), folder / "cache", staged, public)
    shutil.rmtree(public, ignore_errors=True)
    staged.rename(public)
    files = (path for path in public.rglob("*") if path.is_file())
    return {path.relative_to(public).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("after", [CHANGED, MORE, TEXTS[1:], TEXTS])
def test_incremental_build_has_the_bytes_of_a_clean_one(
    after: tuple[Text, ...], tmp_path: Path
) -> None:
    build(TEXTS, tmp_path / "kept")
    assert build(after, tmp_path / "kept") == build(after, tmp_path / "clean")


def analyzed(texts: tuple[Text, ...], cache: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Build, and return which documents are analyzed."""
    found: list[str] = []
    count = WordCounter.__call__

    def watched(self: WordCounter, document: SearchDocument) -> Analysis:
        found.append(document.ref)
        return count(self, document)

    monkeypatch.setattr(WordCounter, "__call__", watched)
    build(texts, cache)
    monkeypatch.undo()
    return found


def test_unchanged_texts_are_not_analyzed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(analyzed(TEXTS, tmp_path, monkeypatch)) == len(TEXTS)
    assert set(analyzed(CHANGED, tmp_path, monkeypatch)) == {"texts/text-07.html"}


def test_files_that_a_change_leaves_alone_stay_the_same_files(tmp_path: Path) -> None:
    def identities() -> dict[str, int]:
        files = (path for path in (tmp_path / "public").rglob("*.js"))
        return {path.name: path.stat().st_ino for path in files}

    build(TEXTS, tmp_path)
    before = identities()
    build(CHANGED, tmp_path)
    after = identities()
    assert 0 < sum(before.get(name) != inode for name, inode in after.items()) < 10


@pytest.mark.parametrize("texts", [TEXTS, CHANGED])
def test_damaged_cache_is_made_anew(texts: tuple[Text, ...], tmp_path: Path) -> None:
    clean = build(texts, tmp_path / "clean")
    build(TEXTS, tmp_path / "kept")
    for path in (tmp_path / "kept" / "cache").rglob("search"):
        path.write_bytes(path.read_bytes()[:-9])
    assert build(texts, tmp_path / "kept") == clean


@pytest.mark.parametrize("texts", [TEXTS, CHANGED])
def test_damaged_public_file_is_made_anew(texts: tuple[Text, ...], tmp_path: Path) -> None:
    clean = build(texts, tmp_path / "clean")
    build(TEXTS, tmp_path / "kept")
    for path in (tmp_path / "kept" / "public").rglob("*.js"):
        path.write_bytes(path.read_bytes().replace(b"Osh", b"Uzg"))
    (tmp_path / "kept" / "public" / "core.js").unlink()
    assert build(texts, tmp_path / "kept") == clean


def test_entry_is_in_the_language_of_the_text_that_defines_it() -> None:
    evidence = Evidence("a", (0, 8), (0, 7), "apposition")
    entry = Entry("osh", "Osh", "place", definition=Definition("Ein Ort", "quotation", evidence))
    texts = (text("a", "Ein Ort.", "de"), text("b", "A place."), text("c", "A place."))
    (found, *_) = search_documents(Register(texts, {"osh": entry}))
    assert found.language == "de"


def test_entry_without_evidence_is_in_the_usual_language() -> None:
    texts = (text("a", "Ein Ort.", "de"), text("b", "Ein Ort.", "de"), text("c", "A place."))
    (found, *_) = search_documents(Register(texts, {"osh": Entry("osh", "Osh", "place")}))
    assert found.language == "de"
