from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from lunr.index import Index

from annotated_reader.errors import ReaderError
from annotated_reader.search import SearchDocument, build_search, writer
from annotated_reader.search.index import build_index, surface_words, without_postings
from annotated_reader.search.vendor import VendorError, checked, find_lunr, minified_lunr

TEXT = SearchDocument(
    "texts/osh.html",
    "Kyrgyzstan’s interim government has denied allegations",
    "text",
    ("Emilbek Kaptagaev", "Osh"),
    (("p-1", "Emilbek Kaptagaev denied the allegations."), ("p-2", "Osh was quiet in June.")),
)
ENTRY = SearchDocument(
    "glossary/emilbek-kaptagaev.html",
    "Emilbek Kaptagaev",
    "person",
    ("Mr Kaptagaev",),
    (("", "chief of staff in the interim government"),),
)
DOCUMENTS = (TEXT, ENTRY)


def data_of(script: bytes) -> dict[str, object]:
    text = script.decode()
    return json.loads(text[text.index("(") + 1 : text.rindex(")")])  # type: ignore[no-any-return]


def best(documents: tuple[SearchDocument, ...], term: str) -> str:
    results = Index.load(json.loads(json.dumps(build_index(documents)))).search(term)
    return documents[int(results[0]["ref"])].ref


def test_files_are_the_index_the_passages_and_the_scripts() -> None:
    assert set(build_search(DOCUMENTS)) == {
        "analysis.js",
        "engine.js",
        "excerpt.js",
        "index.js",
        "lunr.js",
        "passages/0.js",
        "search.js",
        "shortcut.js",
    }


def test_documents_in_any_order_give_the_same_bytes() -> None:
    assert build_search(DOCUMENTS) == build_search(reversed(DOCUMENTS))


def test_another_hash_seed_gives_the_same_bytes() -> None:
    code = (
        "import hashlib\n"
        "from annotated_reader.search import SearchDocument, build_search\n"
        "texts = [SearchDocument(f'texts/{n}.html', f'Title {n}', 'text', ('Osh', 'Łódź'),"
        " (('p-1', f'The city of Osh, number {n}, and others besides.'),)) for n in range(9)]\n"
        "files = build_search(texts)\n"
        "print(hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest())\n"
    )
    path = os.pathsep.join(sys.path)
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": path},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(found) == 1


def test_index_lists_address_title_kind_and_group_of_each_document() -> None:
    assert data_of(build_search(DOCUMENTS)["index.js"])["documents"] == [
        [ENTRY.ref, ENTRY.title, "person", 0],
        [TEXT.ref, TEXT.title, "text", 0],
    ]


def test_passages_are_kept_apart_from_the_index() -> None:
    assert b"chief of staff" not in build_search(DOCUMENTS)["index.js"]


def test_passages_that_are_too_long_for_one_file_go_into_the_next() -> None:
    texts = [
        SearchDocument(f"texts/{number}.html", "", "text", (), (("p-1", "word " * 2_000),))
        for number in range(3)
    ]
    assert {"passages/0.js", "passages/1.js", "passages/2.js"} <= set(build_search(texts))


def test_no_documents_make_an_empty_index() -> None:
    assert data_of(build_search([])["index.js"])["documents"] == []


def test_entry_comes_before_the_texts_that_mention_it() -> None:
    assert best((TEXT, ENTRY), "kaptagaev") == ENTRY.ref


def test_text_about_a_word_comes_before_one_that_mentions_it_once() -> None:
    about = SearchDocument("texts/a.html", "A", "text", (), (("p-1", "Osh, Osh and Osh again."),))
    other = SearchDocument("texts/b.html", "B", "text", (), (("p-1", "Osh and much else here."),))
    assert best((other, about), "osh") == about.ref


def test_title_counts_more_than_body() -> None:
    titled = SearchDocument("texts/a.html", "The referendum", "text", (), (("p-1", "A vote."),))
    other = SearchDocument("texts/b.html", "Vote", "text", (), (("p-1", "A referendum it was."),))
    assert best((other, titled), "referendum") == titled.ref


def test_name_that_is_a_stop_word_is_indexed() -> None:
    who = SearchDocument("glossary/who.html", "WHO", "organization")
    assert best((TEXT, who), "who") == who.ref


def test_surface_words_are_folded_and_in_javascript_order() -> None:
    document = SearchDocument("a.html", "", "text", (), (("", "Łódź ﬀ 𝒳 Jalal-Abad the"),))
    found = surface_words([document])
    assert found == ["abad", "ff", "jalal", "jalalabad", "lodz"]


def test_postings_can_be_made_again_from_the_vectors() -> None:
    full = build_index(DOCUMENTS)
    lean = without_postings(full)
    terms = str(lean["terms"]).split()
    found = {
        (terms[number], reference)
        for reference, elements in lean["vectors"]  # type: ignore[attr-defined]
        for number in elements[::2]
    }
    assert found == {
        (term, f"{field}/{number}")
        for term, posting in full["invertedIndex"]
        for field in full["fields"]
        for number in posting[field]
    }


def test_reference_is_the_number_of_the_document() -> None:
    fields = build_index(DOCUMENTS)["fieldVectors"]
    assert isinstance(fields, list)
    assert {reference.split("/")[1] for reference, _ in fields} == {"0", "1"}


def test_lunr_script_keeps_its_license() -> None:
    assert b"Permission is hereby granted" in minified_lunr()


def test_lunr_script_is_minified() -> None:
    assert len(minified_lunr()) < 45_000


def test_packaged_copy_is_preferred(tmp_path: Path) -> None:
    packaged = tmp_path / "lunr.min.js"
    packaged.write_bytes(b"packaged")
    assert minified_lunr(packaged) == b"packaged"


def test_changed_lunr_is_refused() -> None:
    with pytest.raises(VendorError, match="sha256"):
        checked(find_lunr().read_bytes() + b" ")


def test_missing_package_says_what_to_install() -> None:
    with pytest.raises(VendorError, match="not installed") as caught:
        find_lunr("no-such-package-here")
    assert "mkdocs==1.6.1" in caught.value.remedy


def test_missing_lunr_is_an_error_for_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> bytes:
        raise VendorError("lunr.js not found", "install mkdocs==1.6.1")

    monkeypatch.setattr(writer, "minified_lunr", missing)
    with pytest.raises(ReaderError, match=r"lunr\.js not found; install mkdocs==1\.6\.1"):
        build_search(DOCUMENTS)
