from __future__ import annotations

import pytest

from annotated_reader.stages.kinds.common_nouns import common_nouns
from annotated_reader.stages.recognize import recognize
from tests.builders import make_document, make_parse


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Each State has rights.", "State"),
        ("Each State has rights.", "States"),
        ("Of several Territories some were free.", "Territory"),
        ("It is our free Republic.", "Republic"),
        ("They have no State Government.", "State Government"),
    ],
)
def test_noun_of_which_a_text_has_several_is_no_name(text: str, noun: str) -> None:
    assert noun in common_nouns(text)


@pytest.mark.parametrize("text", ["The Union won.", "In the Republic, each Senate.", "A Stateman."])
def test_noun_with_its_article_alone_may_be_a_name(text: str) -> None:
    assert common_nouns(text) == frozenset()


def test_common_noun_gets_no_mention() -> None:
    text = "Each State is free. The State of Texas and the States are in the Union."
    document = make_document(text)
    parsed = make_parse(document, ("State", "ORG"), ("Texas", "GPE"), ("States", "GPE"))
    found = [each.surface for each in recognize(document, parsed)]
    assert "Texas" in found
    assert not {"State", "States"} & {*found}
