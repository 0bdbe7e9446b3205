from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.search import SearchDocument, build_search
from annotated_reader.search.completion import name_rows
from annotated_reader.search.counting import WordCounter
from annotated_reader.search.cutting import firsts, room_for
from annotated_reader.search.encoding import (
    LENGTHS,
    SIGNS,
    front_coded_words,
    numbers,
    rounded,
)
from annotated_reader.search.numbering import numbering, places
from annotated_reader.search.postings import Postings, Term
from annotated_reader.search.shards import redirects

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
    for place, document in enumerate(documents):
        postings.add(place, count(document)["counts"])
    return {term.term: term for term in postings.terms(postings.words())}


def document(text: str, *, language: str = "en", names: tuple[str, ...] = ()) -> SearchDocument:
    return SearchDocument("texts/a.html", "", "text", names, (("p-1", text),), language=language)


def test_files_are_the_index_the_documents_and_the_scripts() -> None:
    data = {name for name in files(*DOCUMENTS) if "/" in name or name == "core.js"}
    assert {name.partition("/")[0] for name in data} == {
        "core.js", "documents", "facets", "phrases", "terms", "words",
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
    (name,) = (name for name, data in files(*DOCUMENTS).items() if b"chief of staff" in data)
    assert name.startswith("documents/")


def test_each_text_has_a_file_and_some_entries_share_one() -> None:
    entries = [SearchDocument(f"glossary/{at}.html", "", "place") for at in range(40)]
    names = [name for name in files(*numbered(9), *entries) if name.startswith("documents/")]
    assert len(names) == 9 + 128 // 16


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
    texts = numbered(900)
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
    signs = numbers([value])
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


def test_lengths_are_rounded_to_an_eighth_and_short_ones_not_at_all() -> None:
    assert [rounded(length) for length in (0, 1, 15, 16, 17, 500)] == [1, 1, 15, 16, 18, 518]


@given(st.integers(1, LENGTHS[-1]))
def test_rounded_length_is_nearly_the_length(length: int) -> None:
    assert abs(rounded(length) - length) * 16 <= length


def test_number_stays_when_another_text_comes_or_goes() -> None:
    refs = [f"texts/{at}.html" for at in range(1_000)]
    before = numbering(refs, []).number_of
    moved = [
        sum(
            before[ref] != number
            for ref, number in numbering([*refs, f"texts/{name}.html"], []).number_of.items()
            if ref in before
        )
        for name in "abcdefghij"
    ]
    assert sum(moved) / len(moved) <= 3


@given(st.sets(st.text(max_size=3), max_size=40), st.sets(st.text(max_size=3), max_size=40))
def test_every_document_has_a_number_of_its_own(texts: set[str], others: set[str]) -> None:
    entries = {f"{other} " for other in others} - texts
    found = numbering(texts, entries)
    numbers = list(found.number_of.values())
    assert numbers == sorted(set(numbers))
    assert len(numbers) == len(texts) + len(entries)
    assert all(
        (found.number_of[ref] >= found.entries) == (ref in entries) for ref in found.number_of
    )
    assert all(0 <= number < found.end for number in numbers)


def test_order_in_which_documents_come_makes_no_difference() -> None:
    assert files(*DOCUMENTS) == files(*reversed(DOCUMENTS))


def test_there_are_two_to_four_places_for_each_document() -> None:
    assert [places(count) for count in (0, 1, 2, 3, 4, 5, 1_000)] == [0, 2, 4, 8, 8, 16, 2_048]


@pytest.mark.parametrize("what", ["added", "removed", "edited"])
def test_one_text_changes_the_shards_of_its_own_words_alone(what: str) -> None:
    texts = numbered(900)
    other = {
        "added": [*texts, replace(texts[7], ref="texts/new.html")],
        "removed": texts[:-1],
        "edited": [replace(texts[0], passages=(("", "word0 " * 89 + "word9"),)), *texts[1:]],
    }
    before, after = files(*texts), files(*other[what])
    rooms = Counter(name.partition("/")[0] for name in changed(before, after))
    assert rooms["terms"] + rooms["phrases"] + rooms["words"] <= 8
    assert sum(name.startswith(("terms/", "phrases/")) for name in before) > 20
