"""A text of any length is read: in passages, each of which a model can hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.model import Claim, Parse
from annotated_reader.stages.names import passages
from annotated_reader.stages.names.passages import Passage, Text, read_whole

WORDS = st.lists(st.sampled_from(["Osh", "was", "calm.", "x" * 50, "\n\n"]), max_size=60)


def read(texts: Iterable[Text]) -> Iterator[Parse]:
    """Find each Osh, and claim of it what stands behind it."""
    for each in texts:
        found = [match.span() for match in re.finditer(r"\bOsh\b", each.text)]
        yield Parse(
            tuple((start, end, "GPE") for start, end in found),
            tuple(Claim(span, (span[1], span[1] + 1), "copula") for span in found),
            tuple((0.1, 0.9) for _ in found),
        )


def text_of(words: list[str]) -> Passage:
    text = " ".join(words)
    starts = [0, *(match.end() for match in re.finditer(r"calm\. ", text))] if text else []
    return Passage(text, tuple(zip(starts, [*starts[1:], len(text)], strict=False)), 0)


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passages, "LONGEST", 40)


@given(WORDS)
def test_passages_together_are_the_text_and_none_is_too_long(words: list[str]) -> None:
    whole = text_of(words)
    cut = passages.passages(whole.text, whole.sentences)
    assert "".join(each.text for each in cut) == whole.text
    assert [whole.text[each.start :][: len(each.text)] for each in cut] == [c.text for c in cut]
    assert all(len(each.text) <= 40 for each in cut)


@given(WORDS)
def test_every_sentence_begins_in_one_passage(words: list[str]) -> None:
    whole = text_of(words)
    cut = passages.passages(whole.text, whole.sentences)
    begins = [start + each.start for each in cut for start, _ in each.sentences]
    assert begins == [start for start, _ in whole.sentences]


@given(st.lists(WORDS, max_size=4))
def test_what_is_found_in_passages_is_what_is_found_in_the_whole(texts: list[list[str]]) -> None:
    documents = [text_of(words) for words in texts]
    assert list(read_whole(documents, read)) == list(read(documents))


def test_passage_ends_with_a_sentence() -> None:
    whole = text_of(["Osh", "was", "calm."] * 6)
    cut = passages.passages(whole.text, whole.sentences)
    assert [each.text.strip() for each in cut] == ["Osh was calm. Osh was calm."] * 3
