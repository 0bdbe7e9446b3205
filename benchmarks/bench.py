"""`invoke bench site`: what a site costs, cold and unchanged; what conversion adds to the model.

Writes docs/figures.md. Everything is seeded; both sides of a ratio are measured in one run.
"""

from __future__ import annotations

import json
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.library import write_library
from benchmarks.measure import ROOT, Cost, cost_of, environment, python, table


def main(target: Path, texts: int) -> str:
    """Measure, write the figures to `target`, and return them."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        words = write_library(ROOT / "seeds", work / "seeds", texts)
        rows = [
            *_site_rows("the demo library", ROOT / "seeds", work / "demo"),
            *_site_rows(f"{texts} variations, {words:,} words", work / "seeds", work / "large"),
        ]
        beside = _beside_model(work / "seeds")
    report = _report(rows, beside)
    target.parent.mkdir(exist_ok=True)
    target.write_text(report, "utf-8")
    return report


def _site_rows(name: str, seeds: Path, work: Path) -> list[list[str]]:
    command = python("-m", "invoke", "site", "--seeds", str(seeds))
    command += ["--content", str(work / "content"), "--output", str(work / "output")]
    cold, unchanged = cost_of(command), cost_of(command)
    return [_row(f"{name}: cold", cold), _row(f"{name}: unchanged", unchanged)]


def _row(name: str, cost: Cost) -> list[str]:
    return [name, f"{cost.wall:.1f}", f"{cost.processor:.1f}", f"{cost.memory:.0f}"]


def _beside_model(seeds: Path) -> dict[str, float]:
    command = python("-m", "benchmarks.conversion_beside_model", str(seeds))
    done = subprocess.run(
        command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=True
    )
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def _report(rows: list[list[str]], beside: dict[str, float]) -> str:
    ratio = beside["whole"] / beside["bare"]
    return f"""# Figures

Written by `invoke bench site` on Python {platform.python_version()}, {platform.machine()}; seconds
depend on the machine, ratios hardly.

## A whole site

{table(["library", "seconds", "processor seconds", "peak memory, MiB"], rows)}

## Conversion beside the bare language model

The same {beside["words"]:,.0f} words in one process: the model's own pipe {beside["bare"]:.1f} s
({beside["words"] / beside["bare"]:,.0f} words a second), the whole conversion
{beside["whole"]:.1f} s ({beside["words"] / beside["whole"]:,.0f} words a second):
**{ratio:.2f} times** as long (processor seconds).
"""


if __name__ == "__main__":
    print(main(ROOT / "docs" / "figures.md", int(sys.argv[1]) if sys.argv[1:] else 200))
