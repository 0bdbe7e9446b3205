"""What a build keeps of the search, and that it changes nothing of what comes out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from annotated_reader.model import Definition, Entry, Evidence
from annotated_reader.search import Analysis, SearchDocument, WordCounter
from annotated_reader.site.search_documents import KeptCounts, search_documents, search_files
from annotated_reader.stages.collect import Register, Text
from annotated_reader.stages.strip import Page, PageBlock


def text(slug: str, words: str, language: str = "en") -> Text:
    block = PageBlock("p-1", "paragraph", 0, (0, len(words)))
    return Text(slug, slug.title(), Page(words, (block,)), language=language)


TEXTS = tuple(text(f"text-{at:02}", f"The word{at} of Osh and Łódź was heard.") for at in range(40))
CHANGED = (*TEXTS[:7], text("text-07", "A wholly different sentence."), *TEXTS[8:])
MORE = (*TEXTS[:7], text("text-06b", "One more about Osh."), *TEXTS[7:])


def build(texts: tuple[Text, ...], folder: Path) -> dict[str, bytes]:
    """Build into a folder that keeps its cache and the public files of the build before."""
    public = folder / "public"
    files = dict(search_files(Register(texts), folder / "cache", public))
    for name, data in files.items():
        (public / name).parent.mkdir(parents=True, exist_ok=True)
        (public / name).write_bytes(data)
    return files


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
    assert analyzed(CHANGED, tmp_path, monkeypatch) == ["texts/text-07.html"]


def test_damaged_counts_are_made_anew(tmp_path: Path) -> None:
    clean = build(TEXTS, tmp_path / "clean")
    build(CHANGED, tmp_path / "kept")
    for path in (tmp_path / "kept" / "cache").rglob("*.json"):
        path.write_text(path.read_text("utf-8")[:-9], "utf-8")
    assert build(TEXTS, tmp_path / "kept") == clean


def test_kept_counts_are_those_that_were_made(tmp_path: Path) -> None:
    document = SearchDocument("texts/a.html", "Łódź", "text", ("Osh",), (("", "Roads to Osh."),))
    first = KeptCounts(tmp_path)(document)
    assert KeptCounts(tmp_path)(document) == first == WordCounter()(document)


def test_counts_of_a_text_in_another_language_are_its_own(tmp_path: Path) -> None:
    document = SearchDocument("texts/a.html", "", "text", (), (("", "relational"),))
    english = KeptCounts(tmp_path)(document)
    assert KeptCounts(tmp_path)(replace(document, language="de")) != english


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
