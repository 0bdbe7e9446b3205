"""A text's language -> the package of the model that reads it; the rows are data."""

from __future__ import annotations

from .package_data import tables_of

NO_MODEL = "lists, rules and the editor’s entries"
"""What names in a text come from that no language model reads."""


def base_of(language: str) -> str:
    """Return the language of a code without its region: "fr" of "fr-CA"."""
    return language.replace("_", "-").partition("-")[0].lower()


def model_of(language: str, english: str) -> str:
    """Return the model's package for a language, `english` for English; "" if we know none."""
    code = base_of(language)
    if code == "en":
        return english
    return _rows().get(code, {}).get("model", "")


def known_languages() -> tuple[str, ...]:
    """Return the codes of the languages that we know a model of."""
    return tuple(sorted(_rows()))


def _rows() -> dict[str, dict[str, str]]:
    return tables_of("languages")
