"""Hard words with a meaning of the dictionary, judged by reading them there.

`terms.<part>.jsonl` beside this module holds a judgment a line: the set, the text, the word, a
digest of the meaning, and whether it is the sense of the text. Where WordNet is not
installed nothing is scored.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from annotated_reader.glosses import Finder
from annotated_reader.stages.terms import DICTIONARY_RULE
from annotated_reader.store import digest
from evaluation.pipeline_run import parses_of
from evaluation.tables import table

if TYPE_CHECKING:
    from evaluation.gold import GoldSet

FOLDER = Path(__file__).parent
MOST = 5
JUDGMENTS = ("right", "wrong", "unjudged")

Key = tuple[str, str, str, str]
"""Set, text, word, digest of its meaning."""


def read_judgments(part: str, folder: Path = FOLDER) -> dict[Key, str]:
    """Return the judgments of a part by key; none if there is no file of them."""
    file = folder / f"terms.{part}.jsonl"
    rows = map(json.loads, file.read_text("utf-8").splitlines() if file.is_file() else [])
    return {(row["set"], row["text"], row["word"], row["meaning"]): row["judgment"] for row in rows}


def glossed(gold_set: GoldSet, finder: Finder) -> Iterator[Key]:
    """Yield the hard words of a set's texts that get a note from the dictionary."""
    parses = parses_of([text.document for text in gold_set.texts])
    for text in gold_set.texts:
        found = finder.find(text.document, parses[text.document.slug])
        for word in sorted({m.entry for m in found if m.rule == DICTIONARY_RULE}):
            meaning = finder.dictionary.meaning(word)
            yield gold_set.name, text.id, word, digest(meaning.text if meaning else "")[:16]


def terms_table(sets: Sequence[GoldSet], part: str) -> str:
    """Return how many hard words get the right meaning."""
    finder = Finder(MOST, dict)
    if finder.told:
        return "## Terms\n\nNot scored: WordNet is not installed."
    judgments = read_judgments(part)
    rows = []
    for gold_set in sets:
        keys = list(glossed(gold_set, finder))
        counts = Counter(judgments.get(key, "unjudged") for key in keys)
        read = counts["right"] + counts["wrong"]
        share = f"{counts['right'] / read:.3f}" if read else "–"
        rows.append([gold_set.name, *(str(counts[each]) for each in JUDGMENTS), share])
    header = ["set", *JUDGMENTS, "right among judged"]
    return (
        "## Terms\n\nHard words with a meaning of WordNet, judged by reading them in their"
        " texts.\n\n" + table(header, rows)
    )
