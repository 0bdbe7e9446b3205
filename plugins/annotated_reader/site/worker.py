"""A process that keeps Pelican and the language model loaded, and makes the site when it is told.

`python -m …worker SETTINGS OVERRIDES` reads a command a line (`site` or `build`) and answers
each with a line once it is done; what there is to say goes to standard error. `Worker` is the
other end: it starts the process, and starts it again when our code has changed or it has died.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import ReaderError

PACKAGE = Path(__file__).parent.parent
DONE = "done"


@dataclass(frozen=True, slots=True)
class Run:
    """A command that has run, from when to when."""

    began: float
    ended: float


class Worker:
    """The process that makes one site; `overrides` are a command's own settings, as for JSON."""

    def __init__(self, settings: Path, overrides: Mapping[str, Any]) -> None:
        module = f"{PACKAGE.name}.site.worker"
        self.command = [sys.executable, "-m", module, str(settings), json.dumps(dict(overrides))]
        self.process: subprocess.Popen[str] | None = None

    def run(self, command: str) -> Run:
        """Have a command carried out; the last good site stays if it fails."""
        began = time.time()
        process = self._process()
        assert process.stdin is not None  # noqa: S101  # both are pipes
        assert process.stdout is not None  # noqa: S101
        with suppress(BrokenPipeError):
            process.stdin.write(f"{command}\n")
            process.stdin.flush()
        process.stdout.readline()  # an end of file, too, is an end: the next run starts another
        return Run(began, time.time())

    def stop(self) -> None:
        """End the process; the next run starts another, with the code as it is then."""
        if self.process is not None:
            self.process.terminate()
            self.process.communicate()
            self.process = None

    def _process(self) -> subprocess.Popen[str]:
        if self.process is None or self.process.poll() is not None:
            paths = [str(PACKAGE.parent), *filter(None, [os.environ.get("PYTHONPATH")])]
            self.process = subprocess.Popen(  # noqa: S603  # our own command
                self.command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
            )
        return self.process


def work(settings: Path, overrides: Mapping[str, Any], commands: Iterator[str]) -> Iterator[str]:
    """Carry out commands; yield a word after each."""
    from .make import build_site, make_site

    for command in commands:
        try:
            if command.strip() == "build":
                _say(build_site(settings, overrides))
            else:
                for words in make_site(settings, overrides):
                    _say(words)
        except ReaderError as error:
            _say(str(error))
        except Exception:  # noqa: BLE001  # whatever happens, the next edit may mend it
            traceback.print_exc()
        yield DONE
        _warm_up(settings, overrides)


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)  # noqa: T201


def _warm_up(settings: Path, overrides: Mapping[str, Any]) -> None:
    """Load what the next text will need, while nobody waits for it."""
    from .run import reader_settings

    with suppress(ImportError, ReaderError):
        from ..stages.parse import load_model

        load_model(reader_settings(settings, overrides).model)
    gc.collect()
    gc.freeze()  # or every later look for lost objects would go through the whole model


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        asked = iter(sys.stdin.readline, "")
        for answer in work(Path(sys.argv[1]), json.loads(sys.argv[2]), asked):
            print(answer, flush=True)  # noqa: T201
