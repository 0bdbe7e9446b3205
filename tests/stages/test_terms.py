from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.model import Entity, Mention
from annotated_reader.stages.names.abbreviations import abbreviations
from annotated_reader.stages.terms import Glosses, Meaning, define_term, with_terms
from tests.builders import make_document, make_mentions

RARITY = {
    "commissar": 2.0,
    "commissars": 1.5,
    "pogrom": 2.5,
    "torpor": 2.2,
    "greaser": 2.1,
    "paleface": 2.1,
    "inviolate": 2.1,
}
FILLER = " and so it was then" * 30


MEANINGS = {
    "commissar": Meaning("an officer who watches soldiers", "a table"),
    "pogrom": Meaning("a massacre", "a table"),
    "torpor": Meaning("what torpor is", "a table"),
    "greaser": Meaning("(ethnic slur) a person", "a table"),
    "inviolate": Meaning("(of a woman) having the hymen unbroken", "a table"),
    "paleface": Meaning("(slang) a derogatory term for a person", "a table"),
}


class Table:
    def lemma(self, word: str) -> str:
        return next((form for form in (word, word[:-1]) if form in MEANINGS), "")

    def meaning(self, lemma: str) -> Meaning | None:
        return MEANINGS.get(lemma)


def glosses(most: int = 5) -> Glosses:
    return Glosses(most, Table(), lambda word: RARITY.get(word, 6.0))


def found(text: str, most: int = 5, mentions: tuple[Mention, ...] = ()) -> list[tuple[str, str]]:
    terms = with_terms(make_document(text), mentions, glosses(most))
    return [(mention.surface, mention.entry) for mention in terms if mention.kind == "term"]


def test_rare_word_is_a_term_under_its_own_form_wherever_it_stands() -> None:
    text = f"The commissars came, and one commissar left{FILLER}."
    assert found(text) == [("commissars", "commissar"), ("commissar", "commissar")]


def test_rarest_words_are_chosen_where_there_are_too_many() -> None:
    assert found(f"A pogrom, said the commissar{FILLER}.", most=1) == [("commissar", "commissar")]


def test_short_text_gets_no_hard_words() -> None:
    assert found("The commissar came.") == []


@pytest.mark.parametrize(
    "word", ["torpor", "greaser", "paleface", "inviolate", "Commissar", "commissar-like"]
)
def test_word_that_is_better_not_glossed_is_left_alone(word: str) -> None:
    assert found(f"It was {word} then{FILLER}.") == []


@pytest.mark.parametrize("address", ["ann@commissar.org", "https://commissar.org/pogrom"])
def test_word_within_an_address_is_no_term(address: str) -> None:
    assert found(f"Write to {address} today{FILLER}.") == []


def test_word_within_a_name_is_no_term() -> None:
    document = make_document(f"They read the commissar{FILLER}.")
    (name,) = make_mentions(document, ("the commissar", "work"))
    assert found(document.text, mentions=(name,)) == []


def test_abbreviation_is_a_term_with_the_words_that_the_text_gives() -> None:
    text = "The gross domestic product (GDP) fell. So the GDP is low."
    assert found(text) == [("GDP", "GDP|gross domestic product")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "The World Health Organization (WHO) said so.",
        "It costs ten euros (EUR) a day.",
        "It was late (PM) then.",
        "The ministry of Foreign Affairs (MFA) said so.",
    ],
)
def test_brackets_that_hold_something_else_explain_no_abbreviation(text: str) -> None:
    assert list(abbreviations(text)) == []


def test_name_of_the_machine_gives_way_to_an_abbreviation_of_the_text() -> None:
    document = make_document("The gross domestic product (GDP) fell.")
    (name,) = make_mentions(document, ("GDP", "organization"))
    terms = with_terms(document, (name,), glosses())
    assert [mention.kind for mention in terms] == ["term"]


def test_text_of_another_language_has_no_terms() -> None:
    document = replace(make_document(f"The commissar came{FILLER}."), language="fr")
    assert with_terms(document, (), glosses()) == ()


def test_without_a_setting_there_are_no_terms() -> None:
    assert with_terms(make_document("The gross domestic product (GDP) fell."), (), None) == ()


def test_abbreviation_is_defined_in_the_words_of_the_text() -> None:
    document = make_document("It rained. The gross domestic product (GDP) fell.")
    mentions = with_terms(document, (), glosses())
    entity = Entity("gdp", "GDP", "term", (), mentions)
    definition = define_term(entity, {"text": document}, Table())
    assert (definition.text, definition.origin) == ("gross domestic product", "quotation")
    assert definition.evidence is not None
    assert definition.evidence.sentence == (11, len(document.text))


def test_hard_word_is_defined_by_the_dictionary_which_is_named() -> None:
    document = make_document(f"A pogrom{FILLER}.")
    entity = Entity("pogrom", "pogrom", "term", (), with_terms(document, (), glosses()))
    definition = define_term(entity, {"text": document}, Table())
    assert (definition.text, definition.source) == ("a massacre", "a table")


@given(st.text(alphabet="gdp GDP()a\n,", max_size=60))
def test_whatever_an_abbreviation_stands_for_is_in_the_text_before_it(text: str) -> None:
    for each in abbreviations(text):
        start, end = each.long
        assert text[start:end].strip() == text[start:end] != ""
        assert text.startswith(f" ({each.short}", end)


@pytest.mark.parametrize(
    "text",
    [
        "The Geographic Information Systems (GIS) of the town. The GIS is old.",
        "A Weapon of Mass Destruction (WMD) was sought. No WMD was found.",
    ],
)
def test_letters_for_a_thing_with_capitals_are_a_term_and_no_body(text: str) -> None:
    short = "GIS" if "GIS" in text else "WMD"
    assert [surface for surface, _ in found(text)].count(short) == 2


def test_letters_for_a_body_are_no_term() -> None:
    assert found("The Institute of Information Technology (IIT) is old.") == []
