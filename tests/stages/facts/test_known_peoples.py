from __future__ import annotations

from collections import Counter

import pytest

from annotated_reader.stages.facts.known import Sense
from annotated_reader.stages.facts.known_peoples import people

NATIVE = ("person", "a native or inhabitant of Norway")
TONGUE = ("language", "a Scandinavian language")
OF_INDIA = ("person", "a native or inhabitant of India")
OF_AMERICA = ("person", "a member of the race of people living in America")


class Told:
    """A dictionary with the meanings of one name, each below one word."""

    def __init__(self, name: str, *senses: tuple[str, str], is_instance: bool = False) -> None:
        self.name = name
        self.senses = tuple(
            Sense(text, "WordNet 9.9", frozenset((above,)), is_instance) for above, text in senses
        )

    def named(self, name: str) -> tuple[Sense, ...]:
        return self.senses if name == self.name else ()


def said(name: str, told: Told, *countries: str) -> str:
    found = people((name,), [Counter((country,)) for country in countries], told)
    return found.text if found else ""


def test_a_people_is_what_the_dictionary_calls_one_of_it() -> None:
    assert said("Norwegian", Told("Norwegian", TONGUE, NATIVE)) == NATIVE[1]


def test_a_people_is_looked_up_in_the_singular() -> None:
    assert said("Norwegians", Told("Norwegian", NATIVE)) == NATIVE[1]


def test_a_people_as_a_whole_is_said_where_none_of_its_persons_is() -> None:
    assert said("Swiss", Told("Swiss", ("country", "the natives of Switzerland")))


def test_a_language_is_no_people() -> None:
    assert not said("Finnish", Told("Finnish", TONGUE))


def test_a_prophet_is_no_follower_of_his() -> None:
    assert not said("Mormon", Told("Mormon", ("person", "the ancient prophet"), is_instance=True))


def test_followers_of_a_party_are_not_said_as_each_country_has_its_own() -> None:
    words = "a member of the Democratic Party"
    assert not said("Democrats", Told("Democrat", ("person", words)))


@pytest.mark.parametrize(
    "words", ["a member of a Negroid people", "a native of Communist China", "one of a tall race"]
)
def test_what_nobody_should_be_told_of_a_people_today_is_not_said(words: str) -> None:
    assert not said("Zulu", Told("Zulu", ("person", words)))


def test_of_two_peoples_of_one_name_the_texts_country_decides() -> None:
    assert said("Indian", Told("Indian", OF_AMERICA, OF_INDIA), "IN") == OF_INDIA[1]


@pytest.mark.parametrize("countries", [(), ("US",), ("IN", "US")])
def test_two_peoples_of_one_name_stay_open_unless_every_text_names_the_country(
    countries: tuple[str, ...],
) -> None:
    assert not said("Indian", Told("Indian", OF_AMERICA, OF_INDIA), *countries)
