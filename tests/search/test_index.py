from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter

import pytest

from annotated_reader.search import SearchDocument, build_search
from annotated_reader.search.completion import name_rows
from annotated_reader.search.counting import WordCounter
from annotated_reader.search.cutting import firsts, room_for
from annotated_reader.search.encoding import SIGNS, front_coded_words, number, numbers
from annotated_reader.search.postings import Postings, Term
from annotated_reader.search.shards import redirects
from annotated_reader.search.writer import rounded

TEXT = SearchDocument(
    "texts/osh.html",
    "Kyrgyzstan’s interim government has denied allegations",
    "text",
    ("Emilbek Kaptagaev", "Osh"),
    (("p-1", "Emilbek Kaptagaev denied the allegations."), ("p-2", "Osh was quiet in June.")),
    date="2010-06",
    entries=("glossary/emilbek-kaptagaev.html",),
)
ENTRY = SearchDocument(
    "glossary/emilbek-kaptagaev.html",
    "Emilbek Kaptagaev",
    "person",
    ("Mr Kaptagaev",),
    (("", "chief of staff in the interim government"),),
)
DOCUMENTS = (ENTRY, TEXT)


def files(*documents: SearchDocument) -> dict[str, bytes]:
    return dict(build_search(documents))


def arguments(script: bytes) -> list[object]:
    text = script.decode()
    return json.loads("[" + text[text.index("(") + 1 : text.rindex(")")] + "]")  # type: ignore[no-any-return]


def terms_of(*documents: SearchDocument) -> dict[str, Term]:
    postings = Postings()
    count = WordCounter()
    for document in documents:
        postings.add(count(document)["counts"])
    return {term.term: term for term in postings.terms(postings.words())}


def document(text: str, *, language: str = "en", names: tuple[str, ...] = ()) -> SearchDocument:
    return SearchDocument("texts/a.html", "", "text", names, (("p-1", text),), language=language)


def test_files_are_the_index_the_documents_and_the_scripts() -> None:
    data = {name for name in files(*DOCUMENTS) if "/" in name or name in {"core.js", "facets.js"}}
    assert {name.partition("/")[0] for name in data} == {
        "core.js", "documents", "facets.js", "phrases", "terms", "words",
    }  # fmt: skip


def test_another_hash_seed_gives_the_same_bytes() -> None:
    code = (
        "import hashlib\n"
        "from annotated_reader.search import SearchDocument, build_search\n"
        "texts = [SearchDocument(f'texts/{n}.html', f'Title {n}', 'text', ('Osh', 'Łódź'),"
        " (('p-1', f'The city of Osh, number {n}, and others besides.'),)) for n in range(9)]\n"
        "print(hashlib.sha256(repr(list(build_search(texts))).encode()).hexdigest())\n"
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


def test_no_documents_make_an_empty_index() -> None:
    core = arguments(files()["core.js"])[0]
    assert isinstance(core, dict)
    assert core["documents"] == 0


def test_documents_are_kept_apart_from_the_index() -> None:
    assert [name for name, data in files(*DOCUMENTS).items() if b"chief of staff" in data] == [
        "documents/0.js"
    ]


def test_passages_that_are_too_long_for_one_file_go_into_the_next() -> None:
    texts = [
        SearchDocument(f"texts/{number}.html", "", "text", (), (("p-1", "word " * 2_000),))
        for number in range(3)
    ]
    assert {"documents/0.js", "documents/1.js", "documents/2.js"} <= set(files(*texts))


def test_forms_of_a_word_stand_under_its_stem() -> None:
    term = terms_of(document("Elections and an election"))["elect"]
    assert [form.form for form in term.forms] == ["election", "elections"]


def test_the_language_of_the_text_decides_how_a_word_is_stemmed() -> None:
    found = terms_of(document("relational"), document("relational", language="de"))
    assert len(found) == 2


def test_names_are_not_stemmed_and_keep_stop_words() -> None:
    found = terms_of(document("", names=("WHO", "Billings")))
    assert found["who"].names
    assert found["billings"].names


def test_form_that_sorts_away_from_its_term_leads_there() -> None:
    words = ["day day", "good better", "good good", "goose "]
    assert redirects(["a", "good"], words) == {0: ["better~good"]}


def test_shards_together_hold_all_terms_in_order() -> None:
    texts = [document(f"word{at} " * 9) for at in range(2_000)]
    read = {name: arguments(data) for name, data in files(*texts).items() if "terms/" in name}
    core = arguments(files(*texts)["core.js"])[0]
    assert isinstance(core, dict)
    assert len(read) > 3
    assert len(read) == len(str(core["terms"]).split(" "))


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    return sorted(
        name for name in {*before, *after} if "/" in name and before.get(name) != after.get(name)
    )


def numbered(count: int) -> list[SearchDocument]:
    return [
        SearchDocument(f"texts/{at:03}.html", f"word{at}", "text", (), (("", f"word{at} " * 90),))
        for at in range(count)
    ]


def test_changed_text_changes_only_shards_of_its_words() -> None:
    texts = numbered(900)
    before = files(*texts)
    texts[0] = SearchDocument("texts/000.html", "word0", "text", (), (("", "word0 " * 80),))
    assert [name.partition("/")[0] for name in changed(before, files(*texts))] == [
        "documents", "phrases", "terms",
    ]  # fmt: skip


def test_new_word_changes_only_shards_near_it() -> None:
    texts = numbered(900)
    before = files(*texts)
    texts[0] = SearchDocument(
        "texts/000.html", "word0", "text", (), (("", "word0 " * 89 + "novel"),)
    )
    rooms = Counter(name.partition("/")[0] for name in changed(before, files(*texts)))
    assert max(rooms.values()) <= 3
    assert len(before) > 30


def test_ranges_before_and_after_a_change_stay() -> None:
    items = [(f"word{at:05}", 20) for at in range(5_000)]
    before = firsts(items, 2_000)
    after = firsts([*items[:2_500], ("word02499x", 20), *items[2_500:]], 2_000)
    assert len({*before} ^ {*after}) <= 2


def test_ranges_are_of_about_one_size() -> None:
    items = [(f"word{at:05}", 20) for at in range(5_000)]
    assert 30 <= len(firsts(items, 2_000)) <= 90


def test_room_grows_in_steps_so_that_ranges_stay_while_a_library_grows() -> None:
    assert [room_for(total, 10, 4) for total in (0, 40, 41, 80, 81)] == [10, 10, 20, 20, 40]


@pytest.mark.parametrize("value", [0, 43, 44, 1935, 1936, 65_535, 65_536, 10_000_000])
def test_number_comes_back(value: int) -> None:
    signs = number(value).decode()
    back = 0
    for sign in signs:
        code = SIGNS.index(sign)
        back = back * 44 + code % 44
    assert back == value
    assert [SIGNS.index(sign) >= 44 for sign in signs] == [True] * (len(signs) - 1) + [False]


def test_small_numbers_take_one_sign() -> None:
    assert len(numbers(range(44))) == 44


def test_sorted_words_repeat_no_beginning() -> None:
    assert front_coded_words(["osh", "oshba", "otin"]) == "#osh 'ba $tin"


def test_name_stands_under_each_of_its_words() -> None:
    rows = list(name_rows(0, SearchDocument("a", "Roza Otunbayeva", "person")))
    assert [row[0] for row in rows] == ["roza otunbayeva", "otunbayeva"]


def test_rounded_length_keeps_four_binary_digits() -> None:
    assert [rounded(length) for length in (0, 7, 15, 17, 500)] == [0, 7, 15, 18, 512]
