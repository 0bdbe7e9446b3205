from __future__ import annotations

from annotated_reader.model import Entry
from annotated_reader.site.redirects import redirects


def hers(id_: str, name: str, *aliases: str, kind: str = "place") -> Entry:
    return Entry(id_, name, kind, aliases, status="approved", creator="editor")


def test_merged_entry_leads_to_the_one_that_took_its_name() -> None:
    assert redirects([hers("osh", "Osh", "Osch")], {"osh"}) == {"osch": "osh"}


def test_renamed_file_leads_on_from_its_old_address() -> None:
    assert redirects([hers("osh-city", "Osh")], {"osh-city"}) == {"osh": "osh-city"}


def test_page_that_is_there_is_never_replaced() -> None:
    assert redirects([hers("osh", "Osh", "Kant")], {"osh", "kant"}) == {}


def test_name_of_two_entries_leads_nowhere() -> None:
    assert (
        redirects([hers("osh", "Osh", "City"), hers("kant", "Kant", "City")], {"osh", "kant"}) == {}
    )


def test_what_the_machine_suggests_takes_no_address() -> None:
    assert redirects([Entry("osh", "Osh", "place", ("Osch",))], {"osh"}) == {}
