from __future__ import annotations

import pytest

from annotated_reader.glosses import Remembered
from annotated_reader.model import Definition, Entity, Entry
from annotated_reader.stages.facts.known import Sense, known
from annotated_reader.stages.places.themes import named_regions
from tests.builders import make_document, make_mentions

KINDS = {"organization": "organization", "person": "person", "place": "location"}


class Told:
    """A dictionary that says one thing of one name, or several."""

    def __init__(self, name: str, kind: str, *texts: str, word: str = "") -> None:
        over = frozenset((KINDS[kind], "structure" if "House" in name else "entity"))
        self.senses = {name: tuple(Sense(text, "WordNet 9.9", over, True) for text in texts)}  # noqa: FBT003
        self.senses |= {word: (Sense("a word", "WordNet 9.9", frozenset(), is_instance=False),)}

    def named(self, name: str) -> tuple[Sense, ...]:
        return self.senses.get(name, ())

    def lemma(self, word: str) -> str:
        return "" if word == "harvard" else word


def said(text: str, name: str, kind: str, *senses: str, known_as: str = "", word: str = "") -> str:
    """What is said of `name` in a text; what stands between asterisks in it are places."""
    places = [(part, "place") for part in text.split("*")[1::2]]
    document = make_document(text.replace("*", ""))
    (mention,) = make_mentions(document, (name, kind))
    entity = Entity("id", name, kind, (), (mention,))
    others = [
        Entity(place, place, "place", (), tuple(make_mentions(document, (place, "place"))))
        for place, _ in places
    ]
    named = named_regions([entity, *others])
    told = Told(known_as or name, kind, *senses, word=word)
    found = known(entity, (name,), {"text": document}, named, told)
    return found.text if found else ""


def test_organization_of_no_country_is_what_the_dictionary_says() -> None:
    words = "an alliance of states"
    assert said("They asked NATO.", "NATO", "organization", words) == words


def test_only_the_first_parts_of_a_long_text_are_said() -> None:
    words = f"an alliance of states; founded in 1949; {'much else ' * 20}"
    found = said("They asked NATO.", "NATO", "organization", words)
    assert found == "an alliance of states; founded in 1949"


def test_organization_of_a_country_is_known_in_texts_on_that_country() -> None:
    words = "the upper house of the United States Congress"
    assert said("In *Ohio* the Senate met.", "Senate", "organization", words) == words


@pytest.mark.parametrize("text", ["In *Italy* the Senate met.", "The Senate met."])
def test_organization_of_a_country_is_not_known_elsewhere(text: str) -> None:
    words = "a house of the United States Congress"
    assert said(text, "Senate", "organization", words, word="senate") == ""


def test_organization_whose_name_is_no_common_word_is_known_anywhere() -> None:
    words = "a university in Massachusetts"
    text = "In *Italy* she spoke of Harvard."
    assert said(text, "Harvard", "organization", words) == words


def test_organization_that_only_one_country_has_is_known_anywhere() -> None:
    words = "the United States military establishment"
    text = "In *Italy* she wrote to the Pentagon."
    assert said(text, "Pentagon", "organization", words, word="pentagon") == words


def test_country_in_front_of_a_name_tells_which_meaning_it_has() -> None:
    senses = ("a department of the United States", "a department of government in each state")
    text = "The U.S. State Department came."
    found = said(
        text, "U.S. State Department", "organization", *senses, known_as="State Department"
    )
    assert found == senses[0]


def test_country_in_front_of_a_name_tells_whose_it_is() -> None:
    words = "an agency that cares for federal parks"
    text = "The US Park Service came."
    assert said(text, "US Park Service", "organization", words, known_as="Park Service") == words


def test_name_of_another_country_is_not_what_the_dictionary_says() -> None:
    words = "an agency that cares for federal parks"
    text = "The UK Park Service came."
    assert said(text, "UK Park Service", "organization", words, known_as="Park Service") == ""


def test_name_of_several_things_of_its_kind_is_none_of_them() -> None:
    assert said("Ann Lee spoke.", "Ann Lee", "person", "a poet", "a painter") == ""


def test_name_of_a_person_is_known_in_full_only() -> None:
    assert said("Yuri Gagarin flew.", "Yuri Gagarin", "person", "a cosmonaut") == "a cosmonaut"
    assert said("Gagarin flew.", "Gagarin", "person", "a cosmonaut") == ""


@pytest.mark.parametrize(("year", "words"), [("1757", ""), ("1802", "a chemist (1775-1836)")])
def test_person_is_not_known_in_texts_on_years_before_that_life(year: str, words: str) -> None:
    text = f"In {year} Ann Lee left."
    assert said(text, "Ann Lee", "person", "a chemist (1775-1836)") == words


def test_word_of_a_headline_is_no_body() -> None:
    text = "The State paid. Peru, Peru."
    assert said(text, "State", "organization", "the department that sets policies") == ""


def test_person_whose_name_a_fort_bears_is_not_known_by_it() -> None:
    assert said("They held Fort Ann Lee.", "Ann Lee", "person", "a poet") == ""


def test_place_is_known_where_the_texts_name_its_country() -> None:
    words = "a city in northwestern Afghanistan"
    assert said("From *Afghanistan*: Herat is calm.", "Herat", "place", words) == words


def test_place_with_a_large_namesake_is_not_known_where_its_country_is_not_named() -> None:
    words = "a city in southern Pakistan"
    assert said("From *Pakistan*: Hyderabad.", "Hyderabad", "place", words) == words
    assert said("From *Peru*: Hyderabad.", "Hyderabad", "place", words) == ""


def test_place_that_is_called_like_a_common_word_is_not_known() -> None:
    text = "From *Ohio*: Providence knew."
    assert said(text, "Providence", "place", "a city in Ohio") == "a city in Ohio"
    assert said(text, "Providence", "place", "a city in Ohio", word="providence") == ""


def test_large_city_is_known_though_its_name_is_a_common_word_as_well() -> None:
    words = "a city in southwestern Switzerland"
    assert said("They met in Geneva.", "Geneva", "place", words, word="geneva") == words


def test_thing_that_is_called_like_a_large_city_is_not_known() -> None:
    words = "the capital of Arizona in the United States"
    assert said("A flight of the Phoenix.", "Phoenix", "place", words, word="phoenix") == ""


def test_city_of_millions_is_known_though_another_one_is_large() -> None:
    words = "a city in northeastern Spain"
    assert said("They met in Barcelona.", "Barcelona", "place", words) == words
    assert said("From *Venezuela* and Barcelona.", "Barcelona", "place", words) == ""


def test_earth_is_known_though_it_is_a_common_word_as_well() -> None:
    text = "From *Ohio*: Earth knew."
    assert said(text, "Earth", "place", "a planet", word="earth") == "a planet"


def test_far_largest_city_of_a_name_is_known_where_texts_name_no_other() -> None:
    words = "a city in southwestern Switzerland"
    assert said("From *Peru* to Geneva.", "Geneva", "place", words) == words
    assert said("From *Ohio* to Geneva.", "Geneva", "place", words) == ""


def test_city_with_another_country_behind_its_name_is_not_the_one_that_is_known() -> None:
    words = "an industrial city in southwestern England"
    text = "From *England* to Bristol, Canada, by ship."
    assert said(text, "Bristol", "place", words) == ""


def test_sea_that_no_city_is_called_like_is_known_anywhere() -> None:
    words = "an arm of the Pacific Ocean between Italy and Peru"
    assert said("They saw the Ross Sea.", "Ross Sea", "place", words) == words


WHITE_HOUSE = "the office of the President of the United States"


def test_building_of_common_words_is_not_known_in_texts_on_other_countries() -> None:
    assert (
        said("In *Kyrgyzstan* the White House burned.", "White House", "place", WHITE_HOUSE) == ""
    )


@pytest.mark.parametrize("text", ["The White House burned.", "In *Ohio* the White House burned."])
def test_building_of_common_words_is_known_where_nothing_speaks_against_it(text: str) -> None:
    assert said(text, "White House", "place", WHITE_HOUSE) == WHITE_HOUSE


def test_what_content_holds_is_known_without_the_dictionary() -> None:
    definition = Definition("an alliance of states", "data", source="WordNet 9.9")
    entry = Entry("nato", "NATO", "organization", ("the Alliance",), definition=definition)
    (sense,) = Remembered({"nato": entry}).named("the Alliance")
    assert (sense.text, sense.source) == ("an alliance of states", "WordNet 9.9")
    assert "organization" in sense.over


def test_content_remembers_what_a_people_is_as_no_instance_of_it() -> None:
    words = "a native or inhabitant of Norway"
    definition = Definition(words, "data", source="WordNet 9.9")
    remembered = Remembered({"x": Entry("x", "Norwegians", "group", definition=definition)})
    document = make_document("Norwegians came.")
    (mention,) = make_mentions(document, ("Norwegians", "group"))
    entity = Entity("x", "Norwegians", "group", (), (mention,))
    found = known(entity, ("Norwegians",), {"text": document}, named_regions([entity]), remembered)
    assert found == definition


def test_point_of_the_compass_is_no_state() -> None:
    assert said("It was in NE *China*.", "NE", "place", "a state on the Great Plains") == ""


def test_letters_of_a_body_of_our_own_list_are_not_what_they_mean_to_the_dictionary() -> None:
    document = make_document("The European Commission (EC) met.")
    mentions = make_mentions(
        document, ("European Commission", "organization"), ("EC", "organization")
    )
    entity = Entity("id", "European Commission", "organization", ("EC",), tuple(mentions))
    names, told = ("European Commission", "EC"), Told("EC", "organization", "a union of states")
    assert not known(entity, names, {"text": document}, named_regions([entity]), told)


class Events(Told):
    """A dictionary with the senses that tests give it, each with what stands above it."""

    def __init__(self, **senses: tuple[str, str, bool]) -> None:
        self.senses = {
            name.replace("_", " "): (
                Sense(text, "WordNet 9.9", frozenset((over,)), is_instance=one),
            )
            for name, (text, over, one) in senses.items()
        }


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("World War Two", "a war between the Allies and the Axis"),
        ("Second World War", "a war between the Allies and the Axis"),
        ("Easter", "a celebration"),
        ("Olympics", "games"),
        ("World Cup", ""),
        ("Wimbledon", ""),
    ],
)
def test_event_is_what_the_dictionary_says_if_it_was_but_once(name: str, words: str) -> None:
    told = Events(
        World_War_II=(f"a war between the Allies ({'Norway, ' * 9}X) and the Axis", "event", True),
        Easter=("a celebration", "holiday", False),
        Olympics=("games", "event", False),
        World_Cup=("a tournament", "event", False),
        Wimbledon=("a suburb", "location", True),
    )  # fmt: skip
    document = make_document(f"They came to the {name} then.")
    entity = Entity("id", name, "event", (), tuple(make_mentions(document, (name, "event"))))
    found = known(entity, (name,), {"text": document}, named_regions([entity]), told)
    assert (found.text if found else "") == words


def test_city_that_is_called_as_a_well_known_place_elsewhere_is_known_in_texts_on_its_country() -> (
    None
):
    words = "a port in southeastern Virginia"
    assert said("They went to Norfolk.", "Norfolk", "place", words) == ""
    assert said("In *Virginia* they saw Norfolk.", "Norfolk", "place", words) == words
