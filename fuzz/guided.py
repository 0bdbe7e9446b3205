"""A process that atheris leads: `python -m fuzz.guided TARGET FOLDER [OPTION …]`."""

from __future__ import annotations

import sys
import warnings

import atheris

with atheris.instrument_imports(include=["annotated_reader", "markdown"]):
    from fuzz.targets import TARGETS


def main() -> None:
    """Feed a target until an option of libFuzzer's says to stop."""
    program, target, *options = sys.argv
    warnings.simplefilter("ignore")
    atheris.Setup([program, *options], TARGETS[target])
    atheris.Fuzz()


main()
