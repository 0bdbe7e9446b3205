from __future__ import annotations

from annotated_reader.model import Claim
from annotated_reader.stages.kinds.surroundings import surroundings


def features(text: str, *names: tuple[str, str], claims: tuple[Claim, ...] = ()) -> frozenset[str]:
    """Return the features of the first of `names` (surface, label), each found after the last."""
    at, spans = 0, []
    for surface, label in names:
        at = text.index(surface, at)
        spans.append((at, at + len(surface), label))
        at += len(surface)
    return surroundings(text, spans, claims)[0]


def test_words_beside_other_occurrences_count() -> None:
    found = features("Osh burned. They fled from Osh to hills.", ("Osh", "PERSON"))
    assert {"elsewhere before from", "elsewhere after to", "times 2"} <= found


def test_words_beside_the_occurrence_itself_do_not() -> None:
    assert "elsewhere before from" not in features("They fled from Osh.", ("Osh", "GPE"))


def test_labels_of_the_same_name_are_votes() -> None:
    found = features("Osh, Osh, Osh.", ("Osh", "PERSON"), ("Osh", "GPE"), ("Osh", "GPE"))
    assert {"elsewhere GPE mostly", "elsewhere PERSON sometimes"} <= found


def test_word_of_a_full_name_is_told() -> None:
    found = features("Reed left. Ada Reed stayed.", ("Reed", "ORG"), ("Ada Reed", "PERSON"))
    assert "part of a person's name True" in found


def test_what_the_grammar_calls_a_name_is_told() -> None:
    text = "Reed, a lawyer, left."
    claim = Claim((0, 4), (6, 14), "appositive")
    assert "said person" in features(text, ("Reed", "ORG"), claims=(claim,))


def test_head_word_at_the_end_of_a_name_is_told() -> None:
    found = features("He left Harrow School.", ("Harrow School", "GPE"))
    assert "organization word at its end" in found


def test_span_without_a_name_says_so() -> None:
    assert features("on monday", ("monday", "ORG")) == {"no name in it"}
