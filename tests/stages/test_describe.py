from __future__ import annotations

import pytest

from annotated_reader.model import Claim, Definition, Entity, Parse
from annotated_reader.stages.describe import GEONAMES, describe
from tests.builders import make_document, make_mentions


def definition(
    text: str, name: str, kind: str, words: str = "", relation: str = "appositive"
) -> Definition:
    document = make_document(text)
    mentions = make_mentions(document, (name, kind))
    claims = ()
    if words:
        start = text.index(words)
        claims = (Claim(mentions[0].span, (start, start + len(words)), relation),)
    entity = Entity("id", name, kind, (), tuple(mentions))
    return describe(entity, {"text": document}, {"text": Parse((), claims)})


def test_appositive_is_quoted_with_its_sentence() -> None:
    text = "It rained. Emilbek Kaptagaev, chief of staff in the government, denied it."
    found = definition(text, "Emilbek Kaptagaev", "person", "chief of staff in the government")
    assert found.text == "chief of staff in the government"
    assert found.origin == "quotation"
    assert found.evidence is not None
    assert found.evidence.sentence == (11, len(text))
    assert found.evidence.rule == "appositive"


def test_copula_is_quoted() -> None:
    text = "Osh is a city at the foot of a mountain."
    words = "a city at the foot of a mountain"
    assert definition(text, "Osh", "place", words, "copula").text == words


def test_relative_clause_after_a_comma_is_quoted() -> None:
    text = "Kimmo Kiljunen, who led the commission, was asked to leave."
    words = "who led the commission"
    assert definition(text, "Kimmo Kiljunen", "person", words, "relative clause").text == words


def test_relative_clause_that_belongs_to_another_word_is_not_quoted() -> None:
    text = "There was fighting between Uzbeks and Kyrgyz that erupted in June in the city."
    words = "that erupted in June in the city"
    assert definition(text, "Uzbeks", "group", words, "relative clause").origin == "sentence"


@pytest.mark.parametrize(
    ("text", "name", "kind", "words"),
    [
        ("Houston, Texas, was chosen for it all.", "Houston", "place", "Texas"),
        ("Anna, his mother, was an artist there.", "Anna", "person", "his mother"),
        ("Rover, a river of some length, is far.", "Rover", "person", "a river of some length"),
    ],
)
def test_words_that_do_not_define_such_a_thing_are_not_quoted(
    text: str, name: str, kind: str, words: str
) -> None:
    assert definition(text, name, kind, words).origin == "sentence"


def test_quotation_ends_before_a_bracket_that_is_not_closed() -> None:
    text = "Asel Ivanova, a senator (from the south, spoke."
    assert (
        definition(text, "Asel Ivanova", "person", "a senator (from the south").text == "a senator"
    )


def test_country_that_is_only_mentioned_has_a_fact_of_its_data_set() -> None:
    found = definition("He fled to Belarus.", "Belarus", "place")
    assert (found.text, found.origin, found.source) == (
        "Country in Europe; capital Minsk",
        "data",
        GEONAMES,
    )


def test_quotation_from_the_texts_goes_before_a_fact() -> None:
    text = "Bishkek, the capital of the republic, was calm."
    found = definition(text, "Bishkek", "place", "the capital of the republic")
    assert found.origin == "quotation"


def test_without_a_definition_the_sentence_in_which_it_acts_is_quoted() -> None:
    text = (
        "They heard of Ata-Jurt. Ata-Jurt promised to undo the new constitution "
        "and won most of the seats in October."
    )
    document = make_document(text)
    mentions = make_mentions(document, ("Ata-Jurt", "organization"), ("Ata-Jurt", "organization"))
    entity = Entity("id", "Ata-Jurt", "organization", (), tuple(mentions))
    found = describe(entity, {"text": document}, {})
    assert found.text.startswith("Ata-Jurt promised")
    assert found.origin == "sentence"


def test_ambiguous_name_has_no_definition() -> None:
    entity = Entity("id", "Bakiyev", "person", (), (), candidates=("a", "b"))
    assert describe(entity, {}, {}).origin == "none"
