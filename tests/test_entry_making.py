from __future__ import annotations

from dataclasses import replace

import pytest

from annotated_reader.model import Claim
from annotated_reader.pipeline import make_library
from annotated_reader.stages.facts.known_places import LIST_OF_PLACES
from annotated_reader.stages.places.places import is_placed_by_data
from tests.builders import make_document, make_parse


def test_city_is_placed_though_somebody_has_its_name() -> None:
    said = make_document("Valeska Paris spoke. Paris wept. Paris left.", "said")
    told = make_document("They went to Paris in France. He saw Paris again, and Paris.", "told")
    names = (("Valeska Paris", "PERSON"), ("Paris", "GPE"), ("Paris", "GPE"))
    parses = {
        "said": make_parse(said, *names),
        "told": make_parse(
            told, ("Paris", "GPE"), ("France", "GPE"), ("Paris", "GPE"), ("Paris", "GPE")
        ),
    }
    entries = make_library([said, told], parses, {}).library.entries
    assert entries["paris"].coordinates is not None


def test_data_set_tells_more_of_a_city_than_words_that_call_it_one() -> None:
    text = make_document("They left the city of Philadelphia. In Pennsylvania it rained.", "text")
    named = make_parse(text, ("Philadelphia", "GPE"), ("Pennsylvania", "GPE"))
    subject = (text.text.index("Philadelphia"), text.text.index("."))
    words = (text.text.index("the city"), text.text.index("."))
    parses = {"text": replace(named, claims=(Claim(subject, words, "head noun"),))}
    entry = make_library([text], parses, {}).library.entries["philadelphia"]
    assert entry.definition.text == "City in Pennsylvania, United States"


def test_town_is_told_as_such_and_placed() -> None:
    text = make_document("They had a farm near Poolesville, Maryland.", "text")
    parses = {"text": make_parse(text, ("Poolesville", "GPE"), ("Maryland", "GPE"))}
    entry = make_library([text], parses, {}).library.entries["poolesville"]
    assert entry.definition.text == "Place in Maryland, United States"
    assert entry.coordinates == (39.15, -77.42)
    assert entry.placed_by == "“Poolesville, Maryland” in the texts, GeoNames"
    assert is_placed_by_data(entry)


def test_cape_of_our_list_is_not_placed_at_the_town_behind_it() -> None:
    text = make_document("Rockets rise from Cape Canaveral, Florida.", "text")
    parses = {"text": make_parse(text, ("Cape Canaveral", "LOC"), ("Florida", "GPE"))}
    entry = make_library([text], parses, {}).library.entries["cape-canaveral"]
    assert entry.definition.source == LIST_OF_PLACES
    assert entry.coordinates is None


def test_city_s_part_that_is_a_place_of_its_own_is_told_as_a_part() -> None:
    text = make_document("He played for East Perth, Western Australia, and in Perth.", "text")
    names = (("East Perth", "GPE"), ("Western Australia", "GPE"), ("Perth", "GPE"))
    entry = make_library([text], {"text": make_parse(text, *names)}, {}).library.entries[
        "east-perth"
    ]
    assert entry.definition.text == "Part of Perth, Australia"


def test_city_that_bears_a_capital_s_name_is_what_the_words_behind_it_tell() -> None:
    text = make_document("She was born in Athens, Ohio.", "text")
    parses = {"text": make_parse(text, ("Athens", "GPE"), ("Ohio", "GPE"))}
    entry = make_library([text], parses, {}).library.entries["athens"]
    assert entry.definition.text == "City in Ohio, United States"


def test_places_of_one_name_each_have_their_place() -> None:
    texan = make_document("They were married in Paris, Texas.", "texan")
    french = make_document("In France he saw Paris.", "french")
    parses = {
        "texan": make_parse(texan, ("Paris", "GPE"), ("Texas", "GPE")),
        "french": make_parse(french, ("France", "GPE"), ("Paris", "GPE")),
    }
    entries = make_library([texan, french], parses, {}).library.entries.values()
    placed = {each.coordinates for each in entries if each.name == "Paris"}
    assert len(placed) == 2
    assert None not in placed


def test_text_that_says_whose_a_place_is_tells_more_than_its_country() -> None:
    text = make_document("Kenya waits. Kenya mourns. Lima's Grand Mosque fell in Kenya.", "text")
    names = (("Kenya", "GPE"), ("Kenya", "GPE"), ("Lima", "GPE"), ("Grand Mosque", "FAC"))
    parses = {"text": make_parse(text, *names, ("Kenya", "GPE"))}
    entry = make_library([text], parses, {}).library.entries["grand-mosque"]
    assert entry.definition.text == "Lima's Grand Mosque"


@pytest.mark.parametrize(
    ("title", "name", "words"),
    [
        ("Vice President", "Al Gore", "Vice President of the United States from 1993 to 2001"),
        ("Goalkeeper", "Al Gore", "Goalkeeper"),
    ],
)
def test_list_tells_more_than_an_office_alone_of_whom_it_knows_in_that(
    title: str, name: str, words: str
) -> None:
    text = make_document(f"{title} {name} left.", "text")
    subject = (len(title) + 1, len(title) + 1 + len(name))
    named = make_parse(text, (name, "PERSON"))
    parses = {"text": replace(named, claims=(Claim(subject, (0, len(title)), "title"),))}
    (entry,) = make_library([text], parses, {}).library.entries.values()
    assert entry.definition.text == words


def test_list_goes_before_what_texts_say_of_a_program() -> None:
    text = make_document("Linux, the phone company, left.", "text")
    named = make_parse(text, ("Linux", "ORG"))
    parses = {"text": replace(named, claims=(Claim((0, 5), (7, 24), "appositive"),))}
    (entry,) = make_library([text], parses, {}).library.entries.values()
    assert entry.definition.text == "Operating system"


@pytest.mark.parametrize(
    ("others", "words"),
    [
        (("They left Columbus.", "They saw Columbus."), ""),
        (("They left Columbus.",), "Columbus, Ohio"),
        (("They left Columbus, Ohio.", "They saw Columbus."), "City in Ohio, United States"),
    ],
)
def test_where_one_of_many_texts_puts_a_place_with_namesakes_is_not_told_of_all(
    others: tuple[str, ...], words: str
) -> None:
    texts = ("In May he left Columbus, Ohio.", *others)
    documents = [make_document(text, f"text-{n}") for n, text in enumerate(texts)]
    parses = {each.slug: make_parse(each, ("Columbus", "GPE")) for each in documents}
    (entry,) = make_library(documents, parses, {}).library.entries.values()
    assert entry.definition.text == words


def test_city_with_and_without_its_state_in_letters_is_one_place() -> None:
    told = make_document("They met in Atlanta, Ga., on Monday.", "told")
    bare = make_document("In the United States they left Atlanta. It was Atlanta.", "bare")
    parses = {
        "told": make_parse(told, ("Atlanta", "GPE"), ("Ga.", "GPE")),
        "bare": make_parse(bare, ("United States", "GPE"), ("Atlanta", "GPE"), ("Atlanta", "GPE")),
    }
    entries = make_library([told, bare], parses, {}).library.entries.values()
    assert [entry.name for entry in entries].count("Atlanta") == 1
