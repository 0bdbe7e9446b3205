"""A process that keeps Pelican and the language model loaded, and makes the site when it is told.

`python -m …worker SETTINGS OVERRIDES` reads a command a line (`site` or `build`, and which pages
are open) and answers each with a line once it is done; before that with a line for each of those
pages that changes, and what it says. What there is to say goes to standard error. `Worker` is the
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
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TextIO

from ..errors import ReaderError
from .first import First, Show

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

    def run(self, command: str, pages: Iterable[str] = (), show: Show | None = None) -> Run:
        """Have a command carried out; the last good site stays if it fails.

        Of `pages`, those that change are given to `show` before the rest of the site is there.
        """
        began = time.time()
        process = self._process()
        assert process.stdin is not None  # noqa: S101  # both are pipes
        assert process.stdout is not None  # noqa: S101
        with suppress(BrokenPipeError):
            process.stdin.write(f"{command} {json.dumps(list(pages))}\n")
            process.stdin.flush()
        # An end of file, too, is an end: the next run starts another process.
        for line in iter(process.stdout.readline, ""):
            if line.strip() == DONE or not line.endswith("\n"):  # it died in the middle of one
                break
            name, page = json.loads(line)
            if show:
                show(name, page.encode())
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


def work(
    settings: Path,
    overrides: Mapping[str, Any],
    commands: Iterator[str],
    show: Show | None = None,
) -> Iterator[str]:
    """Carry out commands; yield a word after each, and show the pages that it names before."""
    from .make import build_site, make_site

    for line in commands:
        command, _, pages = line.strip().partition(" ")
        first = First(frozenset(json.loads(pages or "[]")), show) if show else None
        try:
            if command == "build":
                _say(build_site(settings, overrides, first))
            else:
                for words in make_site(settings, overrides, first):
                    _say(words)
        except ReaderError as error:
            _say(str(error))
        except Exception:  # noqa: BLE001  # whatever happens, the next edit may mend it
            traceback.print_exc()
        yield DONE
        _warm_up(settings, json.dumps(dict(overrides)))
        _tidy_up()


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)  # noqa: T201


@cache
def _warm_up(settings: Path, overrides: str) -> None:
    """Load what the next text will need, while nobody waits for it."""
    from .rehearse import rehearse

    rehearse(settings, json.loads(overrides))


def _tidy_up() -> None:
    """Look for lost objects, and no more among those that are left: they are the language model."""
    gc.collect()
    gc.freeze()


def answers() -> TextIO:
    """Return where answers go; whatever else is written to standard output is no answer."""
    stream = os.fdopen(os.dup(sys.stdout.fileno()), "w")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return stream


def main(settings: Path, overrides: Mapping[str, Any]) -> None:
    """Carry out what standard input says until it ends."""
    stream = answers()

    def answer(words: str) -> None:
        print(words, file=stream, flush=True)

    def show(name: str, page: bytes) -> None:
        answer(json.dumps([name, page.decode()]))

    for done in work(settings, overrides, iter(sys.stdin.readline, ""), show):
        answer(done)


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        main(Path(sys.argv[1]), json.loads(sys.argv[2]))
