"""Several texts have a city's name: whether they speak for the one that is found."""

from __future__ import annotations

import re

import pytest

from annotated_reader.model import Definition, Document, Entity, Mention
from annotated_reader.stages.describe import describe
from annotated_reader.stages.places.places import place
from annotated_reader.stages.places.themes import named_regions
from tests.builders import make_document

REGIONS = ("Ohio", "Georgia", "Alabama", "Ireland", "Canada", "England", "France", "Germany")


def make_entity(name: str, documents: dict[str, Document]) -> Entity:
    return Entity(name.lower(), name, "place", (), tuple(
        Mention(slug, found.span(), name, "place", "", 1)
        for slug, document in documents.items()
        for found in re.finditer(rf"\b{name}\b", document.text)
    ))  # fmt: skip


def is_placed(name: str, *texts: str) -> bool:
    documents = {f"text-{n}": make_document(text, f"text-{n}") for n, text in enumerate(texts)}
    entity = make_entity(name, documents)
    others = [found for each in REGIONS if (found := make_entity(each, documents)).mentions]
    named = named_regions([entity, *others])
    return place(entity, (name,), Definition("", "none"), documents, named) is not None


OF_OHIO = "They went to Columbus, Ohio."


@pytest.mark.parametrize(
    ("others", "is_it"),
    [
        ((), True),
        (("In Ohio he saw Columbus.", "They live in Columbus."), True),
        (("They live in Columbus.",), False),
        (("In Georgia and Alabama he saw Columbus.",), False),
    ],
)
def test_state_behind_the_name_in_one_text_places_it_for_texts_that_agree(
    others: tuple[str, ...],
    is_it: bool,  # noqa: FBT001
) -> None:
    assert is_placed("Columbus", OF_OHIO, *others) is is_it


def test_capital_is_placed_although_texts_tell_nothing() -> None:
    assert is_placed("Dublin", "In Ireland he saw Dublin.", "They left Dublin.", "O Dublin.")


def test_capital_is_not_placed_where_texts_are_on_the_states_of_others() -> None:
    assert not is_placed("Dublin", "In Ireland he saw Dublin.", "Dublin is in Ohio.")


def test_city_far_larger_than_all_others_of_its_name_is_placed_although_texts_tell_nothing() -> (
    None
):
    assert is_placed("Hamburg", "In Germany he saw Hamburg.", "They left Hamburg.", "O Hamburg.")


def test_country_that_only_the_name_of_the_city_tells_is_not_told() -> None:
    texts = ("In Canada he saw Edmonton. Edmonton grew.", *["Edmonton schools were closed."] * 2)
    assert not is_placed("Edmonton", *texts)


def test_capital_is_not_told_where_texts_are_on_the_states_of_others() -> None:
    documents = {"one": make_document("Ohio grew, and Dublin too.", "one")}
    entity = make_entity("Dublin", documents)
    named = named_regions([make_entity("Ohio", documents)])
    assert describe(entity, documents, {}).text == "Capital of Ireland"
    assert describe(entity, documents, {}, named=named).text == ""
