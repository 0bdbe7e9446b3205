"""Processor seconds of a whole conversion beside those of the bare model on the same texts.

Run as a command: `python -m benchmarks.conversion_beside_model SEEDS`. The models are loaded
before; then each reads all texts once, in this one process, one after the other. The bare model
is loaded by its own package, without the parts that a conversion does not need either. Prints
JSON: seconds of both, and words.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from annotated_reader.conversion import convert_folder
from annotated_reader.pipeline import read_document
from annotated_reader.stages.parse import load_model
from annotated_reader.store import read_seeds
from benchmarks.scale_parts import MODEL, bare_model


def main(seeds: Path) -> None:
    """Measure and print."""
    load_model(MODEL)
    nlp = bare_model()
    texts = [read_document(file.path, file.data, file.sidecar).text for file in read_seeds(seeds)]
    began = time.process_time()
    for _ in nlp.pipe(texts, batch_size=16):
        pass
    bare = time.process_time() - began
    with tempfile.TemporaryDirectory() as work:
        began = time.process_time()
        convert_folder(seeds, Path(work, "content"), Path(work, "cache"), MODEL)
        whole = time.process_time() - began
    words = sum(len(text.split()) for text in texts)
    print(json.dumps({"bare": bare, "whole": whole, "words": words}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
