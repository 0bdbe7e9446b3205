"""A language model for tests that is loaded at once, and by processes of all kinds.

It knows three names. A text that says so makes it fail, ends its process, or takes its time.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

NAME = "tiny_model"
NAMES = {"Roza Otunbayeva": "PERSON", "Osh": "GPE", "Kant": "GPE"}


def load(**_options: object) -> Language:
    import spacy

    nlp = spacy.blank("en")
    nlp.vocab.reset_vectors(width=300)
    spacy.Language.component("obedient", func=obey)
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": name} for name, label in NAMES.items()])
    nlp.add_pipe("obedient")
    return nlp


def obey(doc: Doc) -> Doc:
    if "Fail here." in doc.text:
        raise ZeroDivisionError
    if "End here." in doc.text:
        os._exit(1)
    time.sleep(float(os.environ.get("TINY_MODEL_SECONDS", "0")))
    return doc


def install(folder: Path) -> None:
    """Put the model into a folder as its package would lie there."""
    (folder / f"{NAME}.py").write_text(Path(__file__).read_text("utf-8"), "utf-8")
    about = folder / f"{NAME}-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: tiny-model\nVersion: 1\n")
