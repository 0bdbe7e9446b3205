"""How long an edit takes to show while `invoke serve` runs: the seconds until pages reload."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from benchmarks.measure import ROOT, python

PATIENCE = 600  # seconds until a site must be there
REST = 5  # seconds after an edit, for what goes on behind the page


def edits(work: Path) -> Iterator[tuple[str, float]]:
    """Yield what is edited in the library that lies in `work`, and the seconds until it shows.

    A file of the theme is written back as it was.
    """
    seed, entry = (min((work / name).iterdir()) for name in ("seeds", "content/glossary"))
    style, template = (
        ROOT / "theme" / name for name in ("static/css/base.css", "templates/article.html")
    )
    with served(work) as port:
        yield "a style", _seconds(port, style, "\n/* */\n", back=True)
        yield "a template", _seconds(port, template, "\n{# #}\n", back=True)
        yield "an entry", _seconds(port, entry, "\nAn editor says so.\n")
        yield "a seed", _seconds(port, seed, "It went on like that for a while.\n")


@contextmanager
def served(work: Path) -> Iterator[int]:
    """Run `invoke serve` and yield its port once the site is there."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    command = python("-m", "invoke", "serve", "--port", str(port), "--seeds", str(work / "seeds"))
    command += ["--content", str(work / "content"), "--output", str(work / "output")]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}"}
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        next(iter(process.stdout or ()), "")  # the address, once the first site is made
        time.sleep(REST)
        yield port
        process.terminate()


def _seconds(port: int, path: Path, words: str, *, back: bool = False) -> float:
    before = path.read_text("utf-8")
    events = _events(port)
    try:
        began = time.monotonic()
        path.write_text(before + words, "utf-8")
        while not events.readline().startswith(b"data"):
            pass
        return time.monotonic() - began
    finally:
        time.sleep(REST)
        if back:
            path.write_text(before, "utf-8")
            time.sleep(REST)


def _events(port: int) -> HTTPResponse:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", "/-/events")
    return connection.getresponse()
