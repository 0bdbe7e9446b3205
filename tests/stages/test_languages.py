from __future__ import annotations

from importlib.util import find_spec

import pytest

from annotated_reader.model import KINDS
from annotated_reader.stages.languages import base_of, known_languages, model_of
from annotated_reader.stages.parse import parse
from tests.builders import make_document

FRENCH = model_of("fr", "")


@pytest.mark.parametrize(("code", "language"), [("fr-CA", "fr"), ("en_US", "en"), ("KY", "ky")])
def test_region_of_a_code_does_not_count(code: str, language: str) -> None:
    assert base_of(code) == language


def test_english_is_read_by_the_model_of_the_settings() -> None:
    assert model_of("en-GB", "my_model") == "my_model"


def test_language_without_a_row_has_no_model() -> None:
    assert model_of("ky", "my_model") == ""


def test_languages_that_we_know_are_the_rows_of_the_table() -> None:
    assert known_languages() == ("en", "fr")


@pytest.mark.model
@pytest.mark.skipif(not find_spec(FRENCH), reason="the French model is not installed")
def test_french_text_is_read_by_the_french_model() -> None:
    text = "Gustave Eiffel est né à Dijon. Il a travaillé pour la Compagnie du Nord à Paris."
    (found,) = parse([make_document(text)], FRENCH)
    kind_of = {label: kind.name for kind in KINDS.values() for label in kind.labels}
    kinds = {text[start:end]: kind_of.get(label) for start, end, label in found.names}
    assert kinds["Gustave Eiffel"] == "person"
    assert kinds["Dijon"] == kinds["Paris"] == "place"
