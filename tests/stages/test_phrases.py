from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.model import Entity, Parse
from annotated_reader.stages.describe import describe, sentence_of
from tests.builders import make_document, make_mentions, make_parse


def phrase(text: str, name: str, kind: str, *names: tuple[str, str]) -> tuple[str, str]:
    """Return what the words around a name say of it, and by which rule."""
    document = make_document(text)
    entity = Entity("id", name, kind, (), tuple(make_mentions(document, (name, kind))))
    parsed = make_parse(document, *names) if names else Parse(())
    found = describe(entity, {"text": document}, {"text": parsed})
    return found.text, found.evidence.rule if found.evidence else found.origin


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        (
            "Asel Omur, an Osh deputy of the party, said no.",
            "an Osh deputy of the party",
            "appositive",
        ),
        ("They asked CEO of the Refugee Council Asel Omur.", "CEO of the Refugee Council", "title"),
        ("The founder of the school, Asel Omur, left it.", "The founder of the school", "title"),
        ("It was Asel Omur (head of the fund) who paid.", "head of the fund", "parenthesis"),
        (
            "Asel Omur was forced to resign as justice minister after it.",
            "justice minister",
            "office",
        ),
        (
            "There were athletes Jan Ott (golf) and Asel Omur.",
            "athletes Jan Ott (golf) and Asel Omur",
            "list",
        ),
    ],
)
def test_person_is_defined_by_the_words_around_the_name(text: str, words: str, rule: str) -> None:
    assert phrase(text, "Asel Omur", "person") == (words, rule)


def test_person_of_an_organization_is_told_by_it() -> None:
    text = "It was Asel Omur of The Evening News who wrote it."
    found = phrase(text, "Asel Omur", "person", ("Evening News", "ORG"))
    assert found == ("Asel Omur of The Evening News", "of")


@pytest.mark.parametrize(
    ("text", "name", "kind", "words", "rule"),
    [
        (
            "He read it in FT (Financial Times) today.",
            "FT",
            "organization",
            "Financial Times",
            "parenthesis",
        ),
        (
            "The voters of the Ata-Meken party stayed.",
            "Ata-Meken",
            "organization",
            "the Ata-Meken party",
            "of",
        ),
        (
            "She left Skidmore College in Ontario early.",
            "Skidmore College",
            "organization",
            "in Ontario",
            "where it is",
        ),
        (
            "He is from Irving, Texas, they said of him.",
            "Irving",
            "place",
            "Irving, Texas",
            "where it is",
        ),
        (
            "The Red Fund was founded by teachers in 1901.",
            "Red Fund",
            "organization",
            "was founded by teachers in 1901",
            "first descriptive mention",
        ),
    ],
)
def test_thing_is_defined_by_the_words_around_the_name(
    text: str, name: str, kind: str, words: str, rule: str
) -> None:
    assert phrase(text, name, kind) == (words, rule)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Asel Omur, and the director of the film, left.", "Asel Omur", "person"),
        ("Asel Omur, his friend of old, left.", "Asel Omur", "person"),
        ("The brother Asel Omur left.", "Asel Omur", "person"),
        ("He was born in Asel Omur, a daughter of Ann, then.", "Asel Omur", "person"),
        ("“I know Asel Omur, a thief of hearts, well,” she said.", "Asel Omur", "person"),
        ("He read it in FT (free of charge) today.", "FT", "organization"),
        ("He met Google in Ontario once.", "Google", "organization"),
    ],
)
def test_words_that_do_not_define_are_not_taken(text: str, name: str, kind: str) -> None:
    assert phrase(text, name, kind)[1] == "none"


@given(st.text(alphabet="Asel Omur,.()of the headin", min_size=1, max_size=60))
def test_whatever_is_found_is_a_part_of_the_sentence(around: str) -> None:
    text = f"{around.strip()} Asel Omur{around.rstrip()}."
    document = make_document(text.replace("\n", " "))
    mentions = make_mentions(document, ("Asel Omur", "person"))
    entity = Entity("id", "Asel Omur", "person", (), tuple(mentions))
    found = describe(entity, {"text": document}, {"text": Parse(())})
    sentence = slice(*sentence_of(document, mentions[0].span[0]))
    assert found.text in document.text[sentence]
