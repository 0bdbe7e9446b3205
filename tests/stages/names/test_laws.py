from __future__ import annotations

import pytest

from annotated_reader.stages.names.laws import laws


def names(text: str) -> list[str]:
    return [text[start:end] for (start, end), _ in laws(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Clean Air Act was passed.", "Clean Air Act"),
        ("Under the Civil Rights Act of 1964 it is.", "Civil Rights Act of 1964"),
        ("It broke the Wildlife Protection Act, 1972 again.", "Wildlife Protection Act, 1972"),
        ("He knows the Americans with Disabilities Act.", "Americans with Disabilities Act"),
        ("The Treaty of Versailles ended it.", "Treaty of Versailles"),
        ("A Treaty on the Law of the Sea holds.", "Treaty on the Law of the Sea"),
        ("It is in the Universal Declaration of Human Rights.",
         "Universal Declaration of Human Rights"),
        ("The First Amendment protects it.", "First Amendment"),
        ("The 25th Amendment of the US Constitution says so.", "US Constitution"),
        ("In Roe v. Wade it ruled.", "Roe v. Wade"),
        ("They read the Magna Carta.", "Magna Carta"),
        ("She signed the Farm Security Bill.", "Farm Security Bill"),
    ],
)  # fmt: skip
def test_law_treaty_or_case_is_found(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Second Act was long.",
        "It takes an Act of Congress.",
        "They saw Sister Act at home.",
        "The USS Constitution sailed.",
        "The North Atlantic Treaty Organization met.",
        "Buffalo Bill came with Pecos Bill.",
        "They spoke of a Declaration of War.",
        "Under the Act it is.",
        "The Government of National Accord launched it.",
    ],
)
def test_other_things_that_are_called_so_are_no_laws(text: str) -> None:
    assert names(text) == []
