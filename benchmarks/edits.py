"""How long an edit takes to show while `invoke serve` runs: the seconds until pages reload."""

from __future__ import annotations

import re
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from benchmarks.measure import ROOT, environment, python

PATIENCE = 600  # seconds until a site must be there
REST = 5  # seconds after a start or an edit, for what goes on behind the page
SCRIPT = re.compile(rb'<script src="/-/reload\.js(\?[^"]*)">')


@dataclass(frozen=True, slots=True)
class Edit:
    """What is changed in a file: `words` come after `place`, or at its end.

    The edit shows once `words` are at `address`, while `page` is open.
    """

    what: str
    path: Path
    page: str
    words: str
    address: str = ""
    place: str = ""
    back: bool = False

    def edited(self, before: str) -> str:
        """Return the file's text with the words."""
        if not self.place:
            return f"{before}\n{self.words}\n"
        start, place, end = before.partition(self.place)
        return f"{start}{place}{self.words}{end}"


def edits(work: Path) -> Iterator[tuple[str, float]]:
    """Yield what is edited in the library that lies in `work`, and the seconds until it shows.

    A page is open as a browser has it open: it is told of a change, and asked for again. A file
    of the theme is written back as it was.
    """
    seed, entry = (min((work / name).iterdir()) for name in ("seeds", "content/glossary"))
    style, template = (
        ROOT / "theme" / name for name in ("static/css/base.css", "templates/article.html")
    )
    text = f"texts/{seed.stem}.html"
    with served(work) as port:
        for edit in (
            Edit("a style", style, text, "/* edited */", "theme/css/base.css", back=True),
            Edit("a template", template, text, "An edit.", place="{% block content %}", back=True),
            Edit("an entry", entry, f"glossary/{entry.stem}.html", "An editor says so."),
            Edit("a seed", seed, text, "It went on like that for a while."),
        ):
            yield edit.what, _seconds(port, edit)


@contextmanager
def served(work: Path) -> Iterator[int]:
    """Run `invoke serve` and yield its port once the site is there."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    command = python("-m", "invoke", "serve", "--port", str(port), "--seeds", str(work / "seeds"))
    command += ["--content", str(work / "content"), "--output", str(work / "output")]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        next(iter(process.stdout or ()), "")  # the address, once the first site is made
        time.sleep(REST)
        yield port
        process.terminate()


def _seconds(port: int, edit: Edit) -> float:
    before = edit.path.read_text("utf-8")
    events = _open(port, edit.page)
    try:
        began = time.monotonic()
        edit.path.write_text(edit.edited(before), "utf-8")
        while True:
            while not events.readline().startswith(b"data"):
                pass
            if edit.words.encode() in _get(port, edit.address or edit.page).read():
                return time.monotonic() - began
            events = _open(port, edit.page)
    finally:
        time.sleep(REST)
        if edit.back:
            edit.path.write_text(before, "utf-8")
            time.sleep(REST)


def _open(port: int, page: str) -> HTTPResponse:
    """Ask for a page and do what its script does: listen for changes of it."""
    found = SCRIPT.search(_get(port, page).read())
    assert found, f"{page} is not the server's"  # noqa: S101
    return _get(port, f"-/events{found[1].decode()}")


def _get(port: int, address: str) -> HTTPResponse:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", f"/{address}")
    return connection.getresponse()
