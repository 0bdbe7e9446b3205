from __future__ import annotations

import pytest

from annotated_reader.model import Mention
from annotated_reader.stages.resolve import resolve
from annotated_reader.stages.who_is_who.kin_apart import is_another, named_together
from tests.builders import make_document

TOGETHER = [
    ("Obama", "Michelle Obama", "Obama and Michelle Obama came. Obama spoke."),
    ("Lee", "Ann Lee", "Lee and his second wife, Ann Lee, came. Lee spoke."),
    ("President Obama", "Michelle Obama", "President Obama met a girl, Michelle Obama said."),
]


def who(text: str, *surfaces: str) -> list[tuple[str, frozenset[str]]]:
    """The entities of the persons named in a text, each with all its forms."""
    document = make_document(text)
    mentions = []
    at = 0
    while at < len(text):
        here = [name for name in surfaces if text.startswith(name, at)]
        if here:
            name = max(here, key=len)
            span = (at, at + len(name))
            kind = "place" if name == "Paris" else "person"
            mentions.append(Mention("text", span, name, kind, "a rule", 0.9))
            at += len(name)
        at += 1
    return [
        (entity.name, frozenset(mention.surface for mention in entity.mentions))
        for entity in resolve([document], {"text": mentions})
    ]


@pytest.mark.parametrize(("one", "other", "text"), TOGETHER)
def test_two_of_a_surname_in_one_breath_are_two(one: str, other: str, text: str) -> None:
    assert {forms for _, forms in who(text, one, other)} == {frozenset([one]), frozenset([other])}


def test_two_who_are_told_apart_are_not_joined_for_their_company() -> None:
    found = who("Lee and Ann Lee came to Paris. Lee spoke.", "Lee", "Ann Lee", "Paris")
    assert {forms for _, forms in found} >= {frozenset(["Lee"]), frozenset(["Ann Lee"])}


def test_surname_alone_is_theirs_whose_name_is_given_in_full() -> None:
    text = "Obama sat beside Michelle Obama. Obama spoke."
    assert who(text, "Obama", "Michelle Obama") == [
        ("Michelle Obama", frozenset(["Obama", "Michelle Obama"]))
    ]


def test_wife_is_who_is_addressed_so() -> None:
    text = "President Obama and Michelle Obama came. Mrs. Obama spoke to Obama."
    found = who(text, "President Obama", "Michelle Obama", "Mrs. Obama", "Obama")
    assert {forms for _, forms in found} == {
        frozenset(["President Obama", "Obama"]),
        frozenset(["Michelle Obama", "Mrs. Obama"]),
    }


def test_two_whom_all_texts_know_are_two() -> None:
    assert is_another("President Obama", ["Michelle Obama"])
    assert not is_another("President Obama", ["Barack Obama"])
    assert not is_another("President Obama", ["Juan Obama"])
    assert not is_another("Obama", ["Michelle Obama"])


def test_names_apart_are_not_in_one_breath() -> None:
    text = "Lee came. And Ann Lee left with Ann Lee."
    spans = [(0, 3), (14, 21), (32, 39)]
    mentions = [Mention("a", each, text[slice(*each)], "person", "", 0.9) for each in spans]
    assert named_together(mentions, text) == {}
