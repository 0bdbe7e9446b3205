"""How a command is made of a function: its options are explained, its mistakes told in a line."""

from __future__ import annotations

import functools
import gc
import inspect
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from invoke import Exit, task

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "plugins"))

from annotated_reader.errors import ReaderError  # noqa: E402
from annotated_reader.site.unhurried import unhurried  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

SETTINGS = ROOT / "pelicanconf.py"
PYTHON = sys.executable
HELP = {
    "seeds": "folder of the texts as received",
    "content": "folder of the Markdown files made from them",
    "output": "folder of the site",
    "port": "port of 127.0.0.1 to serve on",
    "url": "address that the site will have, such as https://example.org/reader",
    "name": "a text or an entry: its file's name without the ending",
    "network": "let other machines of your network in that know the address",
    "json": "for programs: as JSON",
    "strict": "fail if a seed had to be left out; all else is done as well",
    "check": "change nothing; fail if the content would change",
    "everything": "also what takes long (as in CI)",
    "coverage": "say which lines no test has run",
    "arguments": "further arguments for pytest",
    "gold": "folder of gold texts, one JSON object a line: <set>.<part>.jsonl",
    "part": "which part of the sets: dev or test",
    "coreference": "GUM's folder dep/: who is who and dates are scored in the texts it has",
    "target": "the archive's file; beside the site if not given",
    "what": "what is measured: site, rebuild, search, scale or cluster",
    "texts": "how many texts the library has (0: as in docs/)",
    "sizes": "numbers of texts to search in or to build; 100000 takes long",
    "text": "the text to show: its file's name without the ending",
    "write": "write docs/licenses.md anew",
    "seconds": "how long each target is fuzzed",
    "only": "one target instead of all: see fuzz/targets.py",
}


def command(function: Callable[..., None]) -> Any:
    """Make a function a task whose mistakes of the user's are told in a line, not a traceback."""

    @functools.wraps(function)
    def careful(*arguments: Any, **keywords: Any) -> None:
        for stream in (sys.stdout, sys.stderr):  # in a C locale they know ASCII alone
            stream.reconfigure(errors="backslashreplace")
        with unhurried():
            try:
                function(*arguments, **keywords)
            except ReaderError as error:
                raise Exit(str(error), code=1) from None
            except BrokenPipeError:  # nobody reads any more, as with `invoke diff | head`
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
                raise Exit(code=1) from None
            finally:
                gc.freeze()  # Python would look once more for lost objects among all before it ends

    names = inspect.signature(function).parameters
    return task(careful, help={name: text for name, text in HELP.items() if name in names})


def folders(
    seeds: str = "seeds", content: str = "content", output: str = "output", *, strict: bool = False
) -> dict[str, Any]:
    """Return the settings that name a command's folders, and that it is strict."""
    return ({"READER_STRICT": True} if strict else {}) | {
        "READER_SEEDS": str(Path(seeds).absolute()),
        "PATH": str(Path(content).absolute()),
        "OUTPUT_PATH": str(Path(output).absolute()),
    }
