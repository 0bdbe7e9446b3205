from __future__ import annotations

from dataclasses import replace

import pytest

from annotated_reader.errors import ContentError
from annotated_reader.model import Entity, Entry, Mention
from annotated_reader.stages.decide import NAMED_BY_EDITOR, Decided, decide, gazetteer
from annotated_reader.stages.editing.claims import claimed_twice


def entity(id_: str, name: str, kind: str, *surfaces: str, document: str = "text") -> Entity:
    mentions = tuple(
        Mention(document, (n, n + 1), surface, kind, "rule", 0.7, id_)
        for n, surface in enumerate(surfaces)
    )
    return Entity(id_, name, kind, (), mentions)


def decided(*entries: Entry, entities: tuple[Entity, ...]) -> Decided:
    return decide(entities, {entry.id: entry for entry in entries})


KANT = entity("kant", "Kant", "person", "Kant", "Kant")
SON = entity("maksim-bakiyev", "Maksim Bakiyev", "person", "Maksim Bakiyev")
CABLE = entity("maxim-bakiyev", "Maxim Bakiyev", "person", "Maxim Bakiyev")


def test_entry_that_is_edited_gives_its_kind_to_all_mentions() -> None:
    (found,) = decided(Entry("kant", "Kant", "place"), entities=(KANT,)).entities
    assert {(m.kind, m.creator) for m in found.mentions} == {("place", "editor")}


def test_entry_that_is_only_approved_leaves_mentions_to_the_machine() -> None:
    approved = Entry("kant", "Kant", "person", status="approved")
    (found,) = decided(approved, entities=(KANT,)).entities
    assert {m.creator for m in found.mentions} == {"machine"}


def test_entry_that_is_renamed_keeps_its_id() -> None:
    (found,) = decided(Entry("kant", "Kant (town)", "person"), entities=(KANT,)).entities
    assert (found.id, found.name) == ("kant", "Kant (town)")


def test_alias_that_names_another_entity_merges_the_two() -> None:
    entry = Entry("maksim-bakiyev", "Maksim Bakiyev", "person", ("Maxim Bakiyev",))
    found = decided(entry, entities=(SON, CABLE)).entities
    assert [(e.id, len(e.mentions)) for e in found] == [("maksim-bakiyev", 2)]


def test_alias_takes_only_the_mentions_with_that_name() -> None:
    party = entity("ata-jurt", "Ata-Jurt", "organization", "Ata-Jurt", "Fatherland")
    other = Entry("fatherland", "Fatherland", "organization")
    found = {e.id: len(e.mentions) for e in decided(other, entities=(party,)).entities}
    assert found == {"ata-jurt": 1, "fatherland": 1}


def test_hidden_entry_has_no_mentions_any_more() -> None:
    assert (
        decided(Entry("kant", "Kant", "person", status="hidden"), entities=(KANT,)).entities == ()
    )


def test_name_that_an_entry_never_means_is_not_linked() -> None:
    entry = Entry("kant", "Kant", "place", never=("Kant",))
    assert decided(entry, entities=(KANT,)).entities == ()


def test_entry_limited_to_other_texts_leaves_a_text_alone() -> None:
    entry = Entry("kant-town", "Kant", "place", only_in=("other",))
    (found,) = decided(entry, entities=(KANT,)).entities
    assert found == KANT


def test_two_entries_share_a_name_in_different_texts() -> None:
    town = Entry("kant-town", "Kant", "place", only_in=("one",))
    thinker = Entry("kant", "Kant", "person", not_in=("one",))
    here = entity("kant", "Kant", "person", "Kant", document="one")
    there = entity("kant", "Kant", "person", "Kant", document="two")
    both = replace(here, mentions=here.mentions + there.mentions)
    found = decided(town, thinker, entities=(both,)).entities
    assert {e.id: [m.document for m in e.mentions] for e in found} == {
        "kant-town": ["one"],
        "kant": ["two"],
    }


def test_two_entries_that_may_meet_in_a_text_cannot_share_a_name() -> None:
    entries = {
        "a": Entry("a", "Kant", "place", only_in=("one",)),
        "b": Entry("b", "Kant", "person", not_in=("two",)),
    }
    assert [str(error.path) for error in claimed_twice(entries)] == ["glossary/b.md"]


PARIS = entity("paris", "Paris", "place", "Paris", document="one")
VALESKA = entity("valeska-paris", "Valeska Paris", "person", "Valeska Paris", "Paris")


def test_approved_name_takes_nothing_that_a_text_means_by_another_ones_short_name() -> None:
    found = decided(Entry("paris", "Paris", "place"), entities=(PARIS, VALESKA)).entities
    assert {e.id: len(e.mentions) for e in found} == {"paris": 1, "valeska-paris": 2}


def test_other_kind_of_a_name_takes_nothing_that_a_text_means_by_a_short_name() -> None:
    woman = replace(PARIS, kind="person")
    by_name = {"kind": "place", "rule": NAMED_BY_EDITOR}
    found_anew = tuple(
        replace(mention, **by_name)  # type: ignore[arg-type]
        for mention in (*PARIS.mentions, VALESKA.mentions[1])
    )
    with_her_name = (
        replace(PARIS, mentions=found_anew),
        replace(VALESKA, mentions=VALESKA.mentions[:1]),
    )
    entries = {"paris": Entry("paris", "Paris", "place")}
    found = decide(with_her_name, entries, (woman, VALESKA)).entities
    assert {(e.id, e.kind): len(e.mentions) for e in found} == {
        ("paris", "place"): 1,
        ("valeska-paris", "person"): 2,
    }


def test_short_name_of_one_who_refuses_it_goes_to_the_entry_of_that_name() -> None:
    refusing = Entry("valeska-paris", "Valeska Paris", "person", never=("Paris",))
    city = Entry("paris", "Paris", "place")
    found = decided(city, refusing, entities=(PARIS, VALESKA)).entities
    assert {e.id: len(e.mentions) for e in found} == {"paris": 2, "valeska-paris": 1}


def test_alias_that_is_new_takes_what_a_text_means_by_another_ones_short_name() -> None:
    city = Entry("lutetia", "Lutetia", "place", ("Paris",))
    found = decided(city, entities=(VALESKA,)).entities
    assert {e.id: len(e.mentions) for e in found} == {"lutetia": 1, "valeska-paris": 1}


def test_decision_that_fits_nothing_is_an_orphan() -> None:
    assert decided(Entry("osh", "Osh", "place"), entities=(KANT,)).orphans == ("osh",)


def test_decision_is_never_moved_to_a_lookalike() -> None:
    found = decided(Entry("kent", "Kent", "place"), entities=(KANT,))
    assert found.entities == (KANT,)


def test_two_entries_that_claim_one_name_are_an_error_that_names_both() -> None:
    one = Entry("kant", "Kant", "place")
    other = Entry("immanuel", "Immanuel", "person", ("Kant",))
    with pytest.raises(ContentError, match=r"kant\.md.*claimed by glossary/immanuel\.md"):
        decided(one, other, entities=(KANT,))


def test_ambiguous_name_no_longer_leads_to_a_hidden_entity() -> None:
    unsure = Entity(
        "bakiyev", "Bakiyev", "person", (), SON.mentions, candidates=("kant", "maksim-bakiyev")
    )
    hidden = Entry("kant", "Kant", "person", status="hidden")
    found = {e.id: e for e in decided(hidden, entities=(KANT, SON, unsure)).entities}
    assert found["bakiyev"].candidates == ("maksim-bakiyev",)


def test_gazetteer_holds_phrases_that_an_entry_never_means_without_a_kind() -> None:
    assert gazetteer([Entry("kant", "Kant", "person", never=("Kant Street",))]) == {
        "Kant Street": "",
        "Kant": "person",
    }


def test_gazetteer_holds_all_names_of_the_editors_entries() -> None:
    entry = Entry("manas-epic", "Manas", "work", ("Epic of Manas",))
    assert gazetteer([entry]) == {"Manas": "work", "Epic of Manas": "work"}
