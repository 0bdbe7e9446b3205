from __future__ import annotations

from annotated_reader.model import Entity, Entry
from annotated_reader.stages.decide import Decided
from annotated_reader.stages.notices import notices

LINES = {"title": 2, "aliases": 4, "only-in": 5, "may-be": 6}


def entry(**fields: object) -> Entry:
    given = {"id": "kant", "name": "Kant", "kind": "place", "lines": LINES} | fields
    return Entry(**given)  # type: ignore[arg-type]


def told(one: Entry, decided: Decided, *names: str, slugs: tuple[str, ...] = ("one",)) -> list[str]:
    return [str(notice) for notice in notices({one.id: one}, decided, slugs, names)]


def test_entry_that_no_text_mentions_is_named_with_its_line() -> None:
    (notice,) = told(entry(), Decided((), ("kant",)))
    assert notice.startswith("glossary/kant.md:2: no text mentions “Kant”; it is kept")


def test_entry_with_a_misspelt_title_is_asked_what_was_meant() -> None:
    (notice,) = told(entry(name="Jalal-Abat"), Decided((), ("kant",)), "Jalal-Abad", "Osh")
    assert notice.endswith("did you mean “Jalal-Abad”?")


def test_name_that_no_text_has_is_told() -> None:
    (notice,) = told(entry(aliases=("Kanth",)), Decided((), (), (("kant", "Kanth"),)))
    assert notice.startswith("glossary/kant.md:4: no text has the name “Kanth”")


def test_text_that_is_not_there_is_told() -> None:
    (notice,) = told(entry(only_in=("on",)), Decided((), ()), slugs=("one",))
    assert notice == "glossary/kant.md:5: there is no text “on”; did you mean “one”?"


def test_entry_of_a_text_that_is_not_there_is_told_once() -> None:
    found = told(entry(only_in=("on",)), Decided((), ("kant",)), slugs=("one",))
    assert len(found) == 1
    assert "there is no text “on”" in found[0]


def test_entry_that_is_not_there_is_told() -> None:
    (notice,) = told(
        entry(candidates=("osch",)), Decided((Entity("osh", "Osh", "place", (), ()),), ())
    )
    assert notice.startswith("glossary/kant.md:6: there is no entry “osch”")


def test_file_that_the_editor_threw_away_is_not_told() -> None:
    assert told(entry(name="", status="hidden"), Decided((), ("kant",))) == []


def test_what_fits_is_not_told() -> None:
    assert told(entry(only_in=("one",)), Decided((), ())) == []
