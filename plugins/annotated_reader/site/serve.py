"""The site on this machine: served, rebuilt when something changes, reloaded in the browser.

Rebuilding happens in a process of its own, which keeps the language model loaded and is replaced
when the plugin itself changes; a failing build leaves the last good site on show. The script that
reloads a page is put into what is sent, never into what is published.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from watchfiles import watch

from ..errors import ReaderError
from ..store import load_manifest
from ..store.files import file_digest, write_if_changed
from .changes import Changes
from .guard import ADDRESS, GuardedHandler

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .worker import Run, Worker

SCRIPT = "/-/reload.js"
EVENTS = "/-/events"
WORKER = "/sw.js"
RELOAD = f"""\
const seen = new URL(document.currentScript.src).search;
new EventSource("{EVENTS}" + seen).onmessage = () => location.reload();
""".encode()
WORDS = {".md", ".txt", ".html", ".toml"}
POLICY = b"default-src 'none';"
"""The beginning of our pages' content security policy, which would keep the script from asking."""


class ReloadingHandler(GuardedHandler):
    """Serves a folder; pages get the script that reloads them."""

    def __init__(self, *arguments: Any, changes: Changes, **keywords: Any) -> None:
        self.changes = changes
        super().__init__(*arguments, **keywords)

    def do_GET(self) -> None:  # noqa: N802  # the name that http.server calls
        """Answer with a page, a file, the script or the stream of events."""
        address, _, query = self.path.partition("?")
        if address == SCRIPT:
            self.answer(RELOAD, "text/javascript")
        elif address == EVENTS:
            seen, _, name = query.partition("&")
            with self.changes.open(unquote(name)):
                self.stream(int(seen) if seen.isdigit() else self.changes.number, unquote(name))
        elif (page := self.page()).suffix == ".html" and page.is_file():
            name = page.relative_to(self.directory).as_posix()
            script = f"{SCRIPT}?{self.changes.number}&{quote(name)}"  # the number before the page
            body = self.changes.early.get(name) or page.read_bytes()
            self.answer(with_script(body, script), "text/html; charset=utf-8")
        elif address == WORKER:
            self.send_error(404, "No service worker: it would keep pages that an editor changes")
        else:
            super().do_GET()

    def page(self) -> Path:
        """Return the file that is asked for; of a folder, its index."""
        path = Path(self.translate_path(self.path))
        return path / "index.html" if path.is_dir() else path

    def answer(self, body: bytes, kind: str) -> None:
        """Send a body that is at hand."""
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def stream(self, seen: int, name: str) -> None:
        """Send an event for every change of a page later than the one seen, while one listens."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            while True:
                number = self.changes.wait(seen, 15, name)
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
    """What is served and what is watched; a change of `code` asks for another process."""

    output: Path
    content: Path
    theme: Path
    code: Path
    others: tuple[Path, ...]

    def watched(self) -> list[Path]:
        """Return the files and folders that are there to be watched."""
        return [
            path for path in (self.content, self.theme, self.code, *self.others) if path.exists()
        ]

    def command_for(self, changed: Sequence[Path]) -> str:
        """Return the command that is enough; a change of the theme asks for no conversion."""
        return "build" if _all_below(self.theme, changed) else "site"

    def show_at_once(self, changed: Sequence[Path]) -> bool:
        """Put changed styles and scripts into the site, where they go as they are.

        True if there is nothing else; the build that follows makes scripts smaller, no different.
        """
        static = self.theme.resolve() / "static"
        if not all(path.is_relative_to(static) and path.is_file() for path in changed):
            return False
        for path in changed:
            write_if_changed(self.output / "theme" / path.relative_to(static), path.read_bytes())
        return True

    def is_code(self, path: Path) -> bool:
        """Tell whether a change concerns the code that makes the site."""
        return path.is_relative_to(self.code.resolve())


def only_words(changed: Iterable[Path]) -> bool:
    """Tell whether what has changed is said by pages, and is nothing that they load.

    A page that loads what has changed can be shown only with the whole site.
    """
    return all(path.suffix in WORDS for path in changed)


def _all_below(folder: Path, paths: Sequence[Path]) -> bool:
    return all(path.is_relative_to(folder.resolve()) for path in paths)


def serve_site(workshop: Workshop, worker: Worker, port: int) -> None:
    """Build, serve, and build again on every change, until it is interrupted."""
    changes = Changes()
    server = start_server(workshop.output, changes, port)
    workshop.content.mkdir(parents=True, exist_ok=True)
    built = None
    # An empty set of events comes as soon as the watch stands: only then is the site built, so
    # that no edit is lost meanwhile.
    for events in watch(
        *workshop.watched(), step=20, rust_timeout=500, yield_on_timeout=True, raise_interrupt=False
    ):
        paths = sorted(Path(path).resolve() for _, path in events)
        if built is None:
            built = worker.run("site")
            print(f"http://{ADDRESS}:{server.server_port}/  (Ctrl+C ends)", flush=True)  # noqa: T201
        elif changed := [path for path in paths if not written_by(built, path, workshop.content)]:
            if any(map(workshop.is_code, changed)):
                worker.stop()
            if shown := workshop.show_at_once(changed):
                changes.announce()
            pages = changes.open_pages() if only_words(changed) else []
            built = worker.run(workshop.command_for(changed), pages, changes.show)
            if not shown:
                changes.settle(workshop.output)
    worker.stop()
    server.shutdown()


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
