from __future__ import annotations

import pytest

from annotated_reader.model import Definition, Evidence
from annotated_reader.stages.facts.fact_or_quotation import (
    is_bare_title,
    tells_less_than_a_fact,
    tells_more,
)


def quoted(words: str, rule: str) -> Definition:
    return Definition(words, "quotation", Evidence("text", (0, 9), (0, 9), rule))


FACT = Definition("a region of southwestern France", "data", source="WordNet")
CITY = Definition("City in Morocco", "data", source="GeoNames")


@pytest.mark.parametrize(
    ("words", "rule", "is_less"),
    [
        ("the province of Gascony", "head noun", True),
        ("The kingdom of the Franks", "head noun", True),
        ("the city of Osh", "head noun", True),
        ("the province of Gascony in the south of France", "head noun", False),
        ("the port of Osh", "head noun", False),
        ("Osh in Kyrgyzstan", "where it is", True),
        ("a province of France", "copula", False),
    ],
)
def test_sort_of_a_place_alone_tells_less_than_a_fact(
    words: str, rule: str, *, is_less: bool
) -> None:
    assert tells_less_than_a_fact(quoted(words, rule)) is is_less


def test_fact_on_a_region_tells_more_of_a_province() -> None:
    assert tells_more(FACT, quoted("the province of Gascony", "head noun"))


def test_fact_on_a_city_tells_nothing_of_a_kingdom() -> None:
    assert not tells_more(CITY, quoted("the modern kingdom of Fez", "head noun"))


def test_fact_on_somebody_of_another_trade_tells_nothing() -> None:
    title = quoted("poet", "title")
    assert is_bare_title(title)
    assert tells_more(Definition("Scottish poet (1759–1796)", "data"), title)
    assert not tells_more(Definition("king of Macedon", "data"), title)
