"""`invoke evaluate`: the whole pipeline beside the bare language model on the same gold texts.

Writes docs/evaluation.md: for each set precision, recall and F1 of names by kind; both sides
are read and scored in one run. What the model says is kept in the cache, so that a change of
rules is scored in seconds.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import annotated_reader
from annotated_reader.model import KINDS as KINDS_OF_ENTITIES
from annotated_reader.stages.parse import load_model
from annotated_reader.store import cache_get, cache_put, digest
from evaluation.definitions import definitions_table, judged_table, read_judgments
from evaluation.gold import GoldSet, GoldText, Name, read_gold
from evaluation.pipeline_run import CACHE, MODEL, judged_mentions, placed_names
from evaluation.report import (
    across_texts,
    mistakes,
    reliability_table,
    whereabouts,
    who_and_when,
)
from evaluation.spans import ALL, KINDS, MEASURES, Score, score_spans, trimmed
from evaluation.tables import table
from evaluation.terms import terms_table

QUALITY = Path(annotated_reader.__file__).parent / "data" / "quality.json"
COLUMNS = (*KINDS, ALL)
Scores = dict[tuple[str, str], Score]

_KIND_OF_LABEL = {label: kind.name for kind in KINDS_OF_ENTITIES.values() for label in kind.labels}


def main(gold: Path, part: str, errors: int = 0, coreference: Path | None = None) -> str:
    """Score all sets of a part in `gold`; with `errors` name the commonest mistakes.

    With `coreference`, GUM's folder `dep/`, also who is who and the dates of its texts.
    """
    sections, before, after, judged = [], [], [], []
    for gold_set in read_gold(gold, part):
        names = [(_bare_names(text), text) for text in gold_set.texts]
        bare = score_spans((_wanted(text), trimmed(text.text, found)) for found, text in names)
        ours = placed_names(gold_set)
        whole = score_spans(
            (_wanted(text), trimmed(text.text, ours[text.document.slug])) for text in gold_set.texts
        )
        before.append(bare)
        after.append(whole)
        judged += judged_mentions(gold_set)
        sections.append(_section(gold_set, bare, whole))
        if errors:
            sections.append(_mistakes(gold_set, ours, errors))
    heads = [_summary(part, before, after), reliability_table(judged)]
    heads.append(definitions_table(read_gold(gold, part), read_judgments(part)))
    if part != "dev":
        heads.append(judged_table(read_gold(gold, "dev"), read_judgments("dev")))
    heads.append(terms_table(read_gold(gold, part), part))
    if coreference is not None:
        heads.append(who_and_when(read_gold(gold, part), coreference))
        heads.append(across_texts(read_gold(gold, part), coreference))
    dev = read_gold(gold, "dev")
    heads += [whereabouts(dev), mistakes(dev)]
    if part == "test":
        _write_quality(after, sum(len(each.texts) for each in read_gold(gold, part)))
    return "\n\n".join([*heads, *sections]) + "\n"


def _write_quality(scores: list[Scores], texts: int) -> None:
    """Keep the pipeline's figures where the site's page on its notes finds them."""
    means = [
        sum(getattr(score["exact", ALL], name) for score in scores) / len(scores)
        for name in ("precision", "recall")
    ]
    precision, recall = (round(mean, 3) for mean in means)
    quality = {"precision": precision, "recall": recall, "texts": texts}
    QUALITY.write_text(json.dumps(quality) + "\n", "utf-8")


def _wanted(text: GoldText) -> frozenset[Name]:
    return trimmed(text.text, text.names)


def _bare_names(text: GoldText) -> list[Name]:
    """What the model says of the text as it is, without any rule of ours."""
    key = f"bare {MODEL} {digest(text.text)}"
    known = cache_get(CACHE, key)
    if not isinstance(known, list):
        doc = load_model(MODEL)(text.text)
        known = [[name.start_char, name.end_char, name.label_] for name in doc.ents]
        cache_put(CACHE, key, known)
    return [(start, end, _KIND_OF_LABEL.get(label, "")) for start, end, label in known]


def _summary(part: str, before: list[Scores], after: list[Scores]) -> str:
    rows = [
        [kind, *(f"{_mean(scores, 'exact', kind):.3f}" for scores in (before, after))]
        for kind in COLUMNS
    ]
    for row in rows:
        row.append(f"{100 * (float(row[2]) - float(row[1])):+.1f}")
    header = ["kind", "bare model", "pipeline", "points"]
    return (
        "# Evaluation\n\nWritten by `invoke evaluate`. Mean over the sets of the exact F1 "
        f"(same span, same kind), part `{part}`.\n\n{table(header, rows)}"
    )


def _mean(scores: list[Scores], measure: str, kind: str) -> float:
    return sum(score[measure, kind].f1 for score in scores) / max(len(scores), 1)


def _section(gold_set: GoldSet, bare: Scores, whole: Scores) -> str:
    rows = [
        [
            f"{measure}, {kind}",
            *(
                f"{score.precision:.3f} / {score.recall:.3f} / {score.f1:.3f}"
                for score in (bare[measure, kind], whole[measure, kind])
            ),
        ]
        for measure in MEASURES
        for kind in COLUMNS
        if measure != "untyped" or kind == ALL
    ]
    header = ["measure", "bare model: P / R / F1", "pipeline: P / R / F1"]
    return f"## {gold_set.name}, {len(gold_set.texts)} texts\n\n{table(header, rows)}"


def _mistakes(gold_set: GoldSet, ours: dict[str, list[Name]], most: int) -> str:
    """The names that are most often missed, made up, or given another kind."""
    counts: Counter[tuple[str, str]] = Counter()
    for text in gold_set.texts:
        wanted, found = _wanted(text), trimmed(text.text, ours[text.document.slug])
        kinds = {(start, end): kind for start, end, kind in wanted}
        for start, end, kind in sorted(found - wanted):
            other = kinds.get((start, end))
            counts[text.text[start:end], f"{kind} for {other or 'nothing or other edges'}"] += 1
        known = {(start, end) for start, end, _ in found}
        for start, end, kind in sorted(wanted):
            if (start, end) not in known:
                counts[text.text[start:end], f"missed {kind}"] += 1
    lines = [f"- {name!r}: {what}, {n} times" for (name, what), n in counts.most_common(most)]
    return "\n".join(lines)


if __name__ == "__main__":
    folder, part_, target = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    corpus = Path(sys.argv[4]) if len(sys.argv) > 4 and sys.argv[4] else None
    report = main(folder, part_, int(sys.argv[5]) if len(sys.argv) > 5 else 0, corpus)
    target.parent.mkdir(exist_ok=True)
    target.write_text(report, "utf-8")
    print(report)
