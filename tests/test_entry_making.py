from __future__ import annotations

from annotated_reader.pipeline import make_library
from tests.builders import make_document, make_parse


def test_city_is_placed_though_somebody_has_its_name() -> None:
    said = make_document("Valeska Paris spoke. Paris wept. Paris left.", "said")
    told = make_document("They went to Paris in France. He saw Paris again, and Paris.", "told")
    names = (("Valeska Paris", "PERSON"), ("Paris", "GPE"), ("Paris", "GPE"))
    parses = {
        "said": make_parse(said, *names),
        "told": make_parse(
            told, ("Paris", "GPE"), ("France", "GPE"), ("Paris", "GPE"), ("Paris", "GPE")
        ),
    }
    entries = make_library([said, told], parses, {}).library.entries
    assert entries["paris"].coordinates is not None
