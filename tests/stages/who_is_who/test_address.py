from __future__ import annotations

import pytest

from annotated_reader.stages.who_is_who.address import address_of, are_two, common_address
from annotated_reader.stages.who_is_who.people import cluster_people
from tests.builders import make_document, make_mentions


def clusters(text: str, *surfaces: str) -> list[list[str]]:
    document = make_document(text)
    mentions = make_mentions(document, *((surface, "person") for surface in surfaces))
    return [[m.surface for m in each.mentions] for each in cluster_people(mentions, text)]


@pytest.mark.parametrize(
    ("surface", "address"),
    [
        ("Mr. Verloc", "man"),
        ("Mrs Verloc", "wife"),
        ("Miss Hilbery", "miss"),
        ("Lady Greystoke", "woman"),
        ("President Obama", ""),
        ("Verloc", ""),
    ],
)
def test_honorific_says_who_is_addressed(surface: str, address: str) -> None:
    assert address_of(surface) == address


@pytest.mark.parametrize(("one", "other"), [("man", "wife"), ("man", "woman"), ("miss", "wife")])
def test_addresses_of_two_persons(one: str, other: str) -> None:
    assert are_two(one, other)


@pytest.mark.parametrize(("one", "other"), [("woman", "wife"), ("", "man"), ("miss", "miss")])
def test_addresses_that_may_be_of_one_person(one: str, other: str) -> None:
    assert not are_two(one, other)


def test_names_of_a_man_and_a_woman_have_no_address_in_common() -> None:
    assert common_address(["Mr. John Day", "Lady John Day"]) == ""


def test_husband_and_wife_are_two() -> None:
    text = "Mr. Verloc went out. Mrs. Verloc stayed. Mr. Verloc came back."
    assert clusters(text, "Mr. Verloc", "Mrs. Verloc", "Mr. Verloc") == [
        ["Mr. Verloc", "Mr. Verloc"],
        ["Mrs. Verloc"],
    ]


def test_surname_alone_is_the_husband_where_there_is_a_wife() -> None:
    text = "Mr. Verloc came. Mrs. Verloc stayed. Verloc went."
    assert clusters(text, "Mr. Verloc", "Mrs. Verloc", "Verloc") == [
        ["Mr. Verloc", "Verloc"],
        ["Mrs. Verloc"],
    ]


def test_surname_alone_is_the_one_named_last_where_there_is_no_wife() -> None:
    text = "Ms. Davis spoke. Mr. Davis left. Ms. Davis stayed. Davis won."
    assert clusters(text, "Ms. Davis", "Mr. Davis", "Ms. Davis", "Davis") == [
        ["Ms. Davis", "Ms. Davis", "Davis"],
        ["Mr. Davis"],
    ]


def test_surname_of_a_man_is_not_that_of_a_woman_named_in_full() -> None:
    text = "Winnie Verloc stayed. Mr. Verloc went."
    assert clusters(text, "Winnie Verloc", "Mr. Verloc") == [["Winnie Verloc"], ["Mr. Verloc"]]


def test_first_name_tells_whom_a_surname_means() -> None:
    text = "Mary Chaworth met John Chaworth. Miss Chaworth smiled."
    assert clusters(text, "Mary Chaworth", "John Chaworth", "Miss Chaworth") == [
        ["Mary Chaworth", "Miss Chaworth"],
        ["John Chaworth"],
    ]


def test_pronouns_tell_whom_a_surname_means() -> None:
    text = (
        "Aizada Temirova took her coat, for she was cold; her hands shook. Azamat Temirov took "
        "his hat, for he was late; he ran. Mr. Temirova slept."
    )
    found = clusters(text, "Aizada Temirova", "Azamat Temirov", "Mr. Temirova")
    assert ["Mr. Temirova"] in found


def test_name_that_is_shared_joins_none_of_whom_it_is_unknown() -> None:
    text = "Aizada Osmon spoke. Mr. Osmon left. Mrs. Osmon stayed."
    assert clusters(text, "Aizada Osmon", "Mr. Osmon", "Mrs. Osmon") == [
        ["Aizada Osmon"],
        ["Mr. Osmon"],
        ["Mrs. Osmon"],
    ]
