"""Parts of docs/evaluation.md: how sure the rules are, who is who, and when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation.calibrate import reliability
from evaluation.dated import score_dates
from evaluation.gum import read_gum
from evaluation.halves import across_halves
from evaluation.mistakes import NOTHING, Read, confusion, most_frequent
from evaluation.pipeline_run import placed_names
from evaluation.placing import placed_in, read_judgments, score_places
from evaluation.resolution import Agreement, b_cubed, pairwise, resolve_gold
from evaluation.spans import KINDS, trimmed
from evaluation.tables import table

if TYPE_CHECKING:
    from evaluation.gold import GoldSet
    from evaluation.gum import GumText
    from evaluation.pipeline_run import Judged


def reliability_table(judged: Iterable[Judged]) -> str:
    """Return how often mentions of each range of confidence are right."""
    rows = [
        [f"{each.least:.1f} and more", str(each.number), f"{each.share:.3f}"]
        for each in reliability(judged)
    ]
    return (
        "## How sure\n\nMentions of persons, places and organizations in all sets by the"
        " confidence they are given; right is the same span and kind.\n\n"
        + table(["confidence", "mentions", "right"], rows)
    )


def who_and_when(sets: Sequence[GoldSet], folder: Path) -> str:
    """Return who is who (gold mentions, our joining) and the dates in those texts that GUM has."""
    by_set = {each.name: list(read_gum(folder, [text.id for text in each.texts])) for each in sets}
    by_set = {name: texts for name, texts in by_set.items() if texts}
    by_set["all"] = [text for texts in by_set.values() for text in texts]
    rows = [[name, str(len(texts)), *_figures(texts)] for name, texts in by_set.items()]
    header = ["set", "texts", "pairwise P / R / F1", "B³ P / R / F1", "dates right", "wrong"]
    return (
        "## Who is who, and when\n\nThe mentions of GUM\u2019s annotators, joined by us; its"
        " dates, value and precision alike.\n\n" + table(header, rows)
    )


def across_texts(sets: Sequence[GoldSet], folder: Path) -> str:
    """Return who is who across texts: halves of those texts that GUM has."""
    by_set = {each.name: list(read_gum(folder, [text.id for text in each.texts])) for each in sets}
    by_set = {name: texts for name, texts in by_set.items() if texts}
    by_set["all"] = [text for texts in by_set.values() for text in texts]
    rows = [
        [
            name,
            _agreement(across_halves(texts)),
            _agreement(across_halves(texts, lands_once=True)),
        ]
        for name, texts in by_set.items()
    ]
    return (
        "## Across texts\n\nEach text is cut in two, and our joining sees the halves as separate"
        " texts; pairs of things, one of each half. Annotators tell Russia the land from Russia the"
        " state and Israelis here from Israelis there, we do not; the last column counts those as"
        " one.\n\n" + table(["set", "pairs P / R / F1", "lands and peoples once"], rows)
    )


def whereabouts(dev: Sequence[GoldSet]) -> str:
    """Return how coordinates fare by our own judgments, which are on `dev`."""
    score = score_places(placed_in(dev), read_judgments())
    row = [
        f"{score.right} of {score.placed}: {score.precision:.3f}",
        f"{score.right} of {score.wanted}: {score.recall:.3f}",
        str(score.unjudged),
    ]
    return (
        "## Where places lie\n\nCoordinates beside our own judgments on the texts for looking"
        " (`evaluation/places.jsonl`).\n\n"
        + table(["right among placed", "right among those with a place", "not judged"], [row])
    )


def mistakes(dev: Sequence[GoldSet]) -> str:
    """Return the confusion of kinds and the commonest mistakes on `dev`, the texts for looking."""
    read: list[Read] = []
    for gold_set in dev:
        ours = placed_names(gold_set)
        read += [
            (t.text, trimmed(t.text, t.names), trimmed(t.text, ours[t.document.slug]))
            for t in gold_set.texts
        ]
    return (
        "## What goes wrong\n\nOn the texts for looking (`dev`), whose names also taught the"
        " weights: what a name is, and how often it is taken for what.\n\n"
        + table(["wanted", *KINDS, NOTHING], confusion(read))
        + "\n\nThe most frequent mistakes:\n\n"
        + table(["name", "wanted", "found", "times"], most_frequent(read))
    )


def _figures(texts: Sequence[GumText]) -> list[str]:
    labels = resolve_gold(texts)
    dates = score_dates(texts)
    return [
        _agreement(pairwise(labels)),
        _agreement(b_cubed(labels)),
        f"{dates.right} of {dates.wanted}: {dates.share:.3f}",
        str(dates.wrong),
    ]


def _agreement(found: Agreement) -> str:
    return f"{found.precision:.3f} / {found.recall:.3f} / {found.f1:.3f}"
