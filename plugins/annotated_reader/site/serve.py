"""The site on this machine: served, rebuilt when something changes, reloaded in the browser.

Rebuilding happens in a process of its own, so that changes of the plugin itself take effect,
and a failing build leaves the last good site on show. The script that reloads a page is put
into what is sent, never into what is published.
"""

from __future__ import annotations

import subprocess
import threading
import time
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

from watchfiles import watch

from ..errors import ReaderError
from ..store import load_manifest
from ..store.files import file_digest

if TYPE_CHECKING:
    from collections.abc import Sequence

ADDRESS = "127.0.0.1"
SCRIPT = "/-/reload.js"
EVENTS = "/-/events"
WORKER = "/sw.js"
RELOAD = f"""\
const seen = new URL(document.currentScript.src).search;
new EventSource("{EVENTS}" + seen).onmessage = () => location.reload();
""".encode()
POLICY = b"default-src 'none';"
"""The beginning of our pages' content security policy, which would keep the script from asking."""


class Changes:
    """Counts the rebuilt sites and wakes those who wait for the next one."""

    def __init__(self) -> None:
        self.number = 0
        self.condition = threading.Condition()

    def announce(self) -> None:
        """Tell everyone that there is a new site."""
        with self.condition:
            self.number += 1
            self.condition.notify_all()

    def wait(self, seen: int, seconds: float) -> int:
        """Return the number of the newest site, as soon as it is not `seen` any more."""
        with self.condition:
            self.condition.wait_for(lambda: self.number != seen, seconds)
            return self.number


class ReloadingHandler(SimpleHTTPRequestHandler):
    """Serves a folder; pages get the script that reloads them."""

    def __init__(self, *arguments: Any, changes: Changes, **keywords: Any) -> None:
        self.changes = changes
        super().__init__(*arguments, **keywords)

    def do_GET(self) -> None:  # the name that http.server calls
        """Answer with a page, a file, the script or the stream of events."""
        path = Path(self.translate_path(self.path))
        address, _, seen = self.path.partition("?")
        if address == SCRIPT:
            self.answer(RELOAD, "text/javascript")
        elif address == EVENTS:
            self.stream(int(seen) if seen.isdigit() else self.changes.number)
        elif (
            page := path / "index.html" if path.is_dir() else path
        ).suffix == ".html" and page.is_file():
            script = f"{SCRIPT}?{self.changes.number}"
            self.answer(with_script(page.read_bytes(), script), "text/html; charset=utf-8")
        elif address == WORKER:
            self.send_error(404, "No service worker: it would keep pages that an editor changes")
        else:
            super().do_GET()

    def answer(self, body: bytes, kind: str) -> None:
        """Send a body that is at hand."""
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def stream(self, seen: int) -> None:
        """Send an event for every site newer than the one seen, until nobody listens."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            while True:
                number = self.changes.wait(seen, seconds=15)
                self.wfile.write(b"data: new\n\n" if number != seen else b": waiting\n\n")
                self.wfile.flush()
                seen = number
        except OSError:
            return

    def end_headers(self) -> None:
        """Keep the browser from keeping anything."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002  # http.server's name
        """Say nothing of single requests."""


def with_script(page: bytes, address: str) -> bytes:
    """Return a page with the script that reloads it, and leave for the script to ask."""
    page = page.replace(POLICY, POLICY + b" connect-src 'self';", 1)
    script = f'<script src="{address}"></script>'.encode()
    before, end, after = page.rpartition(b"</body>")
    return before + script + end + after if end else page + script


def start_server(output: Path, changes: Changes, port: int) -> ThreadingHTTPServer:
    """Serve a folder to this machine alone, in a thread."""
    handler = partial(ReloadingHandler, directory=str(output), changes=changes)
    try:
        server = ThreadingHTTPServer((ADDRESS, port), handler)
    except OSError as error:
        remedy = "is a server running already? choose another one with --port"
        raise ReaderError(f"port {port}: {error.strerror}", remedy=remedy) from error
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@dataclass(frozen=True, slots=True)
class Workshop:
    """What is served, what is watched, and the commands that bring the site up to date."""

    output: Path
    content: Path
    theme: Path
    others: tuple[Path, ...]
    convert_and_build: tuple[str, ...]
    build: tuple[str, ...]

    def watched(self) -> list[Path]:
        """Return the files and folders that are there to be watched."""
        return [path for path in (self.content, self.theme, *self.others) if path.exists()]

    def command_for(self, changed: Sequence[Path]) -> tuple[str, ...]:
        """Return the command that is enough; a change of the theme asks for no conversion."""
        only_theme = all(path.is_relative_to(self.theme.resolve()) for path in changed)
        return self.build if only_theme else self.convert_and_build


def serve_site(workshop: Workshop, port: int) -> None:
    """Build, serve, and build again on every change, until it is interrupted."""
    changes = Changes()
    server = start_server(workshop.output, changes, port)
    workshop.content.mkdir(parents=True, exist_ok=True)
    built = None
    # An empty set of events comes as soon as the watch stands: only then is the site built, so
    # that no edit is lost meanwhile.
    for events in watch(
        *workshop.watched(), rust_timeout=500, yield_on_timeout=True, raise_interrupt=False
    ):
        paths = sorted(Path(path).resolve() for _, path in events)
        if built is None:
            built = run(workshop.convert_and_build)
            print(f"http://{ADDRESS}:{server.server_port}/  (Ctrl+C ends)", flush=True)  # noqa: T201
        elif changed := [path for path in paths if not written_by(built, path, workshop.content)]:
            built = run(workshop.command_for(changed))
            changes.announce()
    server.shutdown()


@dataclass(frozen=True, slots=True)
class Run:
    """A command that has run, from when to when."""

    began: float
    ended: float


def run(command: Sequence[str]) -> Run:
    """Run a command; what it has to say it says itself, and the last good site stays."""
    began = time.time()
    subprocess.run(command, check=False)  # noqa: S603  # our own command
    return Run(began, time.time())


def written_by(run: Run, path: Path, content: Path) -> bool:
    """Tell whether a change in the content is only what a conversion has just written.

    An edit made in the same moments differs from what the manifest says we wrote.
    """
    if not path.is_relative_to(content.resolve()):
        return False
    name = path.relative_to(content.resolve()).as_posix()
    record = load_manifest(content).files.get(name)
    if not path.exists():
        return record is None
    in_time = run.began <= path.stat().st_mtime <= run.ended
    return in_time and (record is None or record.wrote(file_digest(path)))
