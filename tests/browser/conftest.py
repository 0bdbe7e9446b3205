"""A real browser for the tests: one Chromium a session, a fresh context a test.

No request may leave the machine: whatever is neither a file nor on this host is blocked,
recorded in `outside_requests`, and fails the test.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from annotated_reader.site.run import build_site
from tests.browser import reading_site

ROOT = Path(__file__).parents[2]
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LOCAL_SCHEMES = {"file", "data", "blob", "about"}
LOCAL_HOSTS = {"localhost", "127.0.0.1"}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium; without one the test is skipped, but in CI (CI=true) it fails."""
    executable = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if executable is None:
        message = f"no browser: none of {', '.join(CHROMIUM)} is installed"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo library's site, built from the committed content; nobody changes it."""
    folder = tmp_path_factory.mktemp("demo")
    chosen = {
        "OUTPUT_PATH": str(folder / "output"),
        "READER_CACHE": str(folder / "cache"),
        "READER_CONVERT": False,
    }
    build_site(ROOT / "pelicanconf.py", chosen)
    return folder / "output"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the reading sample, unless a module builds its own; nobody changes it."""
    return reading_site.build(tmp_path_factory.mktemp("reading"))


@pytest.fixture
def reading(site: Path, page: Page) -> Page:
    """The sample's longest text, open in a window without margin."""
    page.set_viewport_size({"width": 900, "height": 700})
    page.goto(f"{site.as_uri()}/{reading_site.READING}")
    return page


@pytest.fixture
def outside_requests() -> list[str]:
    """The addresses outside this machine that the test's pages asked for: must stay empty."""
    return []


@pytest.fixture
def context(browser: Browser, outside_requests: list[str]) -> Iterator[BrowserContext]:
    """A fresh context whose outside requests are blocked and recorded."""
    with guarded_context(browser, outside_requests) as fresh:
        yield fresh


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A fresh page; an error that its scripts do not catch fails the test."""
    with watched_page(context) as fresh:
        yield fresh


@pytest.fixture(scope="module")
def shared_page(browser: Browser) -> Iterator[Page]:
    """One page for those tests of a module that need nothing fresh: they run much faster."""
    with guarded_context(browser, []) as context, watched_page(context) as shared:
        yield shared


@contextmanager
def guarded_context(browser: Browser, outside_requests: list[str]) -> Iterator[BrowserContext]:
    def guard(route: Route) -> None:
        address = urlsplit(route.request.url)
        if address.scheme in LOCAL_SCHEMES or address.hostname in LOCAL_HOSTS:
            route.continue_()
        else:
            outside_requests.append(route.request.url)
            route.abort()

    with browser.new_context() as fresh:
        fresh.route("**/*", guard)
        yield fresh
    assert outside_requests == []


@contextmanager
def watched_page(context: BrowserContext) -> Iterator[Page]:
    errors: list[str] = []
    fresh = context.new_page()
    fresh.set_default_timeout(10_000)
    fresh.on("pageerror", lambda error: errors.append(str(error)))
    yield fresh
    assert errors == []


@pytest.fixture
def serve() -> Iterator[Callable[[Path], str]]:
    """Serve folders on localhost: `serve(folder)` returns the address of the folder."""
    servers: list[ThreadingHTTPServer] = []

    def start(folder: Path) -> str:
        handler = partial(_QuietHandler, directory=str(folder))
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        servers.append(server)
        Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""
