from __future__ import annotations

import pytest

from annotated_reader.model import Definition, Entity, Mention
from annotated_reader.stages.facts.known_bodies import (
    OUR_LIST,
    _bodies,
    _common,
    fact_of_known_body,
    is_well_known,
)
from annotated_reader.stages.places.themes import named_regions
from tests.builders import make_document, make_mentions

NOTHING = named_regions(())


def said(name: str, *places: str, kind: str = "organization", text: str = "") -> str:
    where = " and ".join(places) or "it"
    document = make_document(f"In {where} they told {text or name} so.")
    entities = [
        Entity(each, each, sort, (), tuple(make_mentions(document, (each, sort))))
        for each, sort in ((name, kind), *((place, "place") for place in places))
    ]
    found = fact_of_known_body(entities[0], (name,), {"text": document}, named_regions(entities))
    assert found is None or found == Definition(found.text, "data", source=OUR_LIST)
    return found.text if found else ""


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Xinhua", "News agency of China"),
        ("The Wall Street Journal", "Newspaper of the United States"),
        ("Deutsche Welle", "Broadcaster of Germany"),
        ("Amnesty International", "Human rights organization"),
        ("Los Angeles Lakers", "Basketball team of Los Angeles"),
    ],
)
def test_body_that_news_texts_take_for_known_is_told(name: str, words: str) -> None:
    assert said(name) == words


def test_name_in_common_use_is_known_in_texts_on_its_country_only() -> None:
    assert said("Guardian", "United Kingdom") == "Newspaper of the United Kingdom"
    assert said("Guardian", "Nigeria") == ""


def test_person_or_place_of_such_a_name_is_another_thing() -> None:
    assert said("Xinhua", kind="place") == ""


def test_body_of_a_long_name_is_known_where_it_is_taken_for_a_place() -> None:
    words = "Center of the United States that watches hurricanes"
    assert said("National Hurricane Center", kind="place") == words


def test_newspaper_with_its_article_in_a_sentence_is_known_anywhere() -> None:
    assert said("Guardian", "Nigeria", text="The Guardian") == "Newspaper of the United Kingdom"
    assert said("Guardian", "Nigeria", text="the Guardian") == ""


def test_party_that_many_countries_have_is_that_of_the_one_named_most() -> None:
    assert said("Labour Party", "New Zealand") == "Political party in New Zealand"
    assert said("Labour Party", "United Kingdom") == "Political party in the United Kingdom"
    assert said("Labour Party", "United Kingdom", "New Zealand") == ""
    assert said("Labour Party", "Malta") == ""


def test_acronym_of_common_words_is_another_thing() -> None:
    assert said("CBS") == "Broadcaster of the United States"
    assert said("CBS", text="the build system (CBS)") == ""


def test_longer_name_is_another_thing_than_its_part() -> None:
    document = make_document("They played NASCAR 4 there.")
    game = Entity("id", "NASCAR 4", "organization", ("NASCAR",), ())
    assert not fact_of_known_body(game, ("NASCAR 4", "NASCAR"), {"text": document}, NOTHING)


def test_every_name_that_is_common_is_on_the_list() -> None:
    names = {name for how in _common().values() for name in how}
    assert names <= _bodies().keys()


def test_name_that_several_bodies_bear_asks_for_their_country() -> None:
    several = {name for name, bodies in _bodies().items() if len(bodies) > 1}
    assert several <= _common()["at_home"]


def called_also(name: str, short: str) -> str:
    document = make_document(f"The {name} ({short}) came.")
    mentions = make_mentions(document, (name, "organization"), (short, "organization"))
    entity = Entity(name, name, "organization", (short,), tuple(mentions))
    found = fact_of_known_body(entity, (name, short), {"text": document}, NOTHING)
    return found.text if found else ""


def test_letters_that_are_short_for_other_words_in_the_text_are_not_the_known_body() -> None:
    assert called_also("Armed Forces of the Philippines", "AFP") == ""


def test_letters_are_the_known_body_where_its_long_form_differs_in_small_words_only() -> None:
    words = "International union for the protection of nature"
    assert called_also("International Union of Conservation of Nature", "IUCN") == words


@pytest.mark.parametrize("how", ["where_named", "at_home", "with_article"])
def test_names_in_common_use_are_in_the_list(how: str) -> None:
    assert _common()[how] <= {*_bodies()}


@pytest.mark.parametrize("name", ["General Motors Corp.", "General Motors Corporation"])
def test_company_is_known_with_what_its_name_ends_in(name: str) -> None:
    assert said(name) == "Carmaker of the United States"


def test_name_within_a_longer_one_is_not_the_company() -> None:
    assert said("General Motors Arena") == ""


@pytest.mark.parametrize(
    ("land", "words"),
    [
        ("Australia", "Newspaper of Australia"),
        ("United Kingdom", "Newspaper of the United Kingdom"),
    ],
)
def test_newspaper_whose_name_another_bears_is_that_of_the_text_s_country(
    land: str, words: str
) -> None:
    assert said("Daily Telegraph", land) == words


@pytest.mark.parametrize("union", ["U.N.", "UN", "United Nations'"])
def test_body_of_the_united_nations_is_known_with_whose_it_is(union: str) -> None:
    assert said(f"{union} World Food Programme") == "Agency of the United Nations for food"


def test_name_that_is_known_only_where_its_country_is_named_is_not_unmistakable() -> None:
    assert is_well_known("Save the Children")
    assert not is_well_known("Secret Service")


def said_in(name: str, kind: str, *texts: str) -> str:
    """What is said of a name of several texts; what stands between asterisks in them are places."""
    documents = {
        f"t{at}": make_document(text.replace("*", ""), f"t{at}") for at, text in enumerate(texts)
    }
    own: list[Mention] = []
    entities = []
    for document, text in zip(documents.values(), texts, strict=True):
        own += make_mentions(document, (name, kind))
        for place in text.split("*")[1::2]:
            mentions = tuple(make_mentions(document, (place, "place")))
            entities.append(Entity(place, place, "place", (), mentions))
    entity = Entity(name, name, kind, (), tuple(own))
    named = named_regions([entity, *entities])
    found = fact_of_known_body(entity, (name,), documents, named)
    return found.text if found else ""


OFFICE = _bodies()["Cabinet Office"][0].said
HERE, NOWHERE, THERE = "{} of *England* came.", "{} came.", "{} left *Germany*."


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        ((HERE, NOWHERE), OFFICE),
        ((HERE, NOWHERE, NOWHERE), ""),
        ((HERE, HERE, THERE), OFFICE),
        ((HERE, THERE), ""),
    ],
)
def test_most_texts_speak_for_the_country_of_a_body(texts: tuple[str, ...], words: str) -> None:
    said_of_it = (text.format("Cabinet Office") for text in texts)
    assert said_in("Cabinet Office", "organization", *said_of_it) == words


def test_those_who_are_called_as_their_party_are_its_members() -> None:
    words = "Members of a political party in the United Kingdom"
    assert said_in("Tories", "group", HERE.format("Tories")) == words
    assert said_in("Cabinet Office", "group", HERE.format("Cabinet Office")) == ""


def test_museum_may_be_taken_for_a_place() -> None:
    document = make_document("They went to the British Museum.")
    for kind, words in (("place", "Museum in London"), ("person", "")):
        mentions = tuple(make_mentions(document, ("British Museum", kind)))
        entity = Entity("id", "British Museum", kind, (), mentions)
        found = fact_of_known_body(entity, ("British Museum",), {"text": document}, NOTHING)
        assert (found.text if found else "") == words
