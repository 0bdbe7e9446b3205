"""spaCy imported for reading texts alone: without its command line, which is half of it.

`import spacy` imports the command that prints what is installed, and with it Typer, Weasel, HTTPX
and Rich, a fifth of a second that no text needs. For so long a stand-in takes that command's place;
whoever imports `spacy.cli` later gets the real one.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMANDS = ("spacy.cli", "spacy.cli.info")


@contextmanager
def without_commands() -> Iterator[None]:
    """Import spaCy in this context, if nobody has yet."""
    if "spacy" in sys.modules or any(name in sys.modules for name in COMMANDS):
        yield
        return
    stand_ins = {name: ModuleType(name) for name in COMMANDS}
    stand_ins["spacy.cli.info"].info = _info  # type: ignore[attr-defined]
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name, module in stand_ins.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


def _info(*arguments: Any, **options: Any) -> Any:
    """Do what `spacy.info` does, with the command that it is."""
    from spacy.cli.info import info

    return info(*arguments, **options)
