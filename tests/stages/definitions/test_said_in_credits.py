from __future__ import annotations

import pytest

from tests.stages.definitions.test_phrases import phrase


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Image: Asel Omur.", "Image: Asel Omur"),
        ("Image: NASA Asel Omur.", "Image: NASA Asel Omur"),
        ("(Reporting by Jan Ott; Editing by Asel Omur)", "Editing by Asel Omur"),
        (
            "(Reporting by Jan Ott in Osh and Asel Omur)",
            "Reporting by Jan Ott in Osh and Asel Omur",
        ),
        (
            "To contact the reporter on this story: Asel Omur in Osh",
            "reporter on this story",
        ),
        (
            "Asel Omur and Jan Ott contributed to this report.",
            "contributed to this report",
        ),
    ],
)
def test_credit_tells_what_somebody_did_for_a_text(text: str, words: str) -> None:
    assert phrase(text, "Asel Omur", "person") == (words, "credit")


def test_title_in_quotation_marks_tells_of_its_author() -> None:
    text = "“Old Couple” by Asel Omur is free."
    assert phrase(text, "Asel Omur", "person") == ("“Old Couple” by Asel Omur", "made by")


@pytest.mark.parametrize("text", ["A report by Asel Omur.", "By Asel Omur", "Images of Asel Omur."])
def test_other_words_before_a_name_are_no_credit(text: str) -> None:
    assert phrase(text, "Asel Omur", "person") == ("", "none")


def test_organization_is_not_told_by_a_credit() -> None:
    assert phrase("Image: Red Board.", "Red Board", "organization") == ("", "none")
