"""How sure each rule may be: the pipeline runs on gold texts, and its rules are held to account.

`python -m evaluation.calibrate GOLD` writes the table of `stages.kinds.calibrate` from the `dev`
parts: by rule, kind and claim the share of mentions that are exactly right, drawn towards the
claim where there are few. Names are scored by weights that were learned without their text, so
that nothing is judged by what it was taught. It starts from an empty table, so that rules make
their own claims.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotated_reader.stages.kinds import calibrate
from evaluation.gold import read_gold
from evaluation.pipeline_run import Judged, judged_mentions
from evaluation.train import examples, unseen_scores

TABLE = Path(calibrate.__file__).parents[1] / "data" / "calibration.json"
CLAIMS = (0.5, 0.6, 0.7, 0.75, 0.77, 0.78, 0.79, 0.795, 0.8, 0.9, 1.0)
OF_WHO = frozenset(("name of several persons",))
"""Rules that doubt who is meant, not what: the gold does not say whether they are right."""
FEWEST = 10  # mentions by which a rule is judged
PRIOR = 10  # mentions that the claim is worth
SURE = 0.9  # the share that a rule is given only if it held in every set
WITNESS = 15  # mentions by which a set speaks


@dataclass(frozen=True, slots=True)
class Bin:
    """Mentions of one range of confidence: how many, and how many of them are right."""

    least: float
    number: int
    right: int

    @property
    def share(self) -> float:
        """The share that is right."""
        return self.right / self.number if self.number else 0.0


def reliability(judged: Iterable[Judged]) -> list[Bin]:
    """Return the mentions by confidence, surest first."""
    bounds = (0.9, 0.8, 0.7, 0.6, 0.5, 0.0)
    counts = {least: [0, 0] for least in bounds}
    for mention in judged:
        least = next(bound for bound in bounds if mention.confidence >= bound)
        counts[least][0] += 1
        counts[least][1] += mention.right
    return [Bin(least, *counts[least]) for least in bounds]


def learned_table(judged: Sequence[Judged]) -> dict[str, list[tuple[float, float]]]:
    """Return by rule the steps of claims and of the shares that held."""
    by_rule: dict[str, list[Judged]] = defaultdict(list)
    for mention in judged:
        if mention.rule not in OF_WHO:
            by_rule[calibrate.account(mention.rule, mention.kind)].append(mention)
    return {
        rule: list(_steps(found)) for rule, found in sorted(by_rule.items()) if len(found) >= FEWEST
    }


def _steps(found: Sequence[Judged]) -> Iterator[tuple[float, float]]:
    """Rising claims with shares that do not fall; a claim that no mention makes has no step."""
    least, most = 0.0, 0.0
    for claim in CLAIMS:
        here = [mention for mention in found if least < mention.confidence <= claim]
        least = claim
        if here:
            prior = PRIOR * sum(mention.confidence for mention in here) / len(here)
            share = (sum(mention.right for mention in here) + prior) / (len(here) + PRIOR)
            if share >= SURE and not _holds_everywhere(here):
                share = calibrate.UNPROVEN
            most = max(most, share)
            yield claim, round(most, 2)


def _holds_everywhere(found: Sequence[Judged]) -> bool:
    """Whether the share is sure in all sets together, at its lower bound, and in each by itself."""
    by_set: dict[str, list[bool]] = defaultdict(list)
    for mention in found:
        by_set[mention.source].append(mention.right)
    rights = [mention.right for mention in found]
    speak = [here for here in by_set.values() if len(here) >= WITNESS]
    return _lower_bound(rights) >= SURE and all(sum(h) / len(h) >= SURE for h in speak)


def _lower_bound(rights: Sequence[bool]) -> float:
    """Wilson's lower bound of a share, at one standard error."""
    number, share = len(rights), sum(rights) / len(rights)
    spread = (share * (1 - share) / number + 1 / (4 * number**2)) ** 0.5
    return (share + 1 / (2 * number) - spread) / (1 + 1 / number)


def main(gold: Path) -> None:
    """Learn the table from the `dev` parts in `gold`."""
    TABLE.write_text("{}\n", "utf-8")
    sets = read_gold(gold, "dev")
    scores = unseen_scores(examples(sets))
    judged = [each for gold_set in sets for each in judged_mentions(gold_set, scores)]
    lines = (f"{json.dumps(rule)}: {json.dumps(s)}" for rule, s in learned_table(judged).items())
    TABLE.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
