"""Who multiplies a model's matrices: NumPy, in one thread, where nothing else was asked for.

spaCy leaves it to BLIS, whose processor time is up to three times that of the OpenBLAS that comes
with NumPy. Both give the same names and claims; texts are read by one process a core, so that
a second thread would only wait for the first.
"""

from __future__ import annotations

import importlib
import os
import sys
from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

THREADS = "OPENBLAS_NUM_THREADS"
"""The variable that OpenBLAS looks at once, when NumPy is imported."""

_numpy_in_one_thread = Event()


@contextmanager
def one_thread() -> Iterator[bool]:
    """Have NumPy work in one thread if it is imported in here; tell whether it does.

    A number of threads that is set in the environment stays as it is.
    """
    if THREADS in os.environ or "numpy" in sys.modules:
        yield os.environ.get(THREADS) == "1" or _numpy_in_one_thread.is_set()
        return
    os.environ[THREADS] = "1"
    try:
        importlib.import_module("numpy")
        _numpy_in_one_thread.set()
        yield True
    finally:
        del os.environ[THREADS]


def multiply_with_numpy(nlp: Language) -> None:
    """Take NumPy for the products of all parts of a model that has its numbers in memory."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    models = [getattr(part, "model", None) for _, part in nlp.pipeline]  # a rule has none
    for model in models:
        for node in model.walk() if model else ():
            if type(node.ops) is NumpyOps:
                node.ops = ops
