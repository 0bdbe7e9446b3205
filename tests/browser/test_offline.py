"""A site on a server, read without a network: in a real browser whose server has gone."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from annotated_reader.site.carry import Carrier
from annotated_reader.site.offline import add_worker
from tests.browser.conftest import watched_page
from tests.site.conftest import Site, write_library

pytestmark = pytest.mark.browser


HELD = "texts/undated.html"


class QuietHandler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        """Leave it to the service worker alone what is kept."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def handle(self) -> None:
        """Say nothing on a connection that a browser had opened in advance."""
        if not getattr(self.server, "is_gone", False):
            super().handle()

    def parse_request(self) -> bool:
        """Say nothing to a request that comes too late."""
        return super().parse_request() and not getattr(self.server, "is_gone", False)

    def do_GET(self) -> None:
        """Keep whoever wants a held file waiting."""
        held: Event | None = getattr(self.server, "held", None)
        if held and self.path.endswith(HELD):
            held.wait(20)
        super().do_GET()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Server:
    """A folder on this host, under a sub-path; it can be cut off."""

    def __init__(self, folder: Path) -> None:
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=folder))
        self.address = f"http://127.0.0.1:{self.server.server_port}/reader"
        Thread(target=self.server.serve_forever, daemon=True).start()

    def hold(self) -> Event:
        """Answer for one file only when the event is set."""
        self.server.held = Event()  # type: ignore[attr-defined]
        return self.server.held  # type: ignore[attr-defined,no-any-return]

    def stop(self) -> None:
        self.server.is_gone = True  # type: ignore[attr-defined]
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = Site(tmp_path_factory.mktemp("site"))
    write_library(site)
    site.build()
    return site.output


@pytest.fixture
def root(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "www" / "reader")
    return tmp_path / "www"


@pytest.fixture
def server(root: Path) -> Iterator[Server]:
    running = Server(root)
    yield running
    running.stop()


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A page whose service worker is not in the way of a guard: the server is all there is."""
    with browser.new_context() as context, watched_page(context) as page:
        yield page


def settled(page: Page, address: str) -> None:
    """Open a page and wait until its worker serves it and has kept it."""
    page.goto(address)
    until(page, "() => navigator.serviceWorker.controller !== null")
    page.reload()
    page.wait_for_load_state("networkidle")


def until(page: Page, condition: str) -> None:
    for _ in range(200):
        if page.evaluate(condition):
            return
        time.sleep(0.05)
    raise AssertionError(condition)


def has_style(page: Page) -> bool:
    return "serif" in page.evaluate("getComputedStyle(document.body).fontFamily")


def test_page_that_was_read_is_there_without_a_network(reader: Page, server: Server) -> None:
    settled(reader, f"{server.address}/texts/denial.html")
    server.stop()
    reader.reload()
    expect(reader.locator("#p-1")).to_contain_text("Emilbek Kaptagaev")
    assert has_style(reader)


def test_page_that_was_not_read_is_named_and_those_that_were_are_offered(
    reader: Page, server: Server
) -> None:
    settled(reader, f"{server.address}/texts/denial.html")
    server.stop()
    reader.goto(f"{server.address}/texts/undated.html")
    expect(reader.get_by_role("heading", level=1)).to_have_text("This page is not saved")
    expect(reader.locator("#missing")).to_contain_text("texts/undated.html")
    expect(reader.locator("#saved a")).to_have_attribute("href", re.compile("denial.html$"))
    assert has_style(reader)


def test_everything_is_saved_if_asked(reader: Page, server: Server) -> None:
    settled(reader, f"{server.address}/offline.html")
    expect(reader.locator("#save-status")).to_contain_text(re.compile(r"\d+ files, \d+ kB|MB"))
    reader.get_by_role("button", name="Save everything").click()
    expect(reader.locator("#save-status")).to_contain_text("All of this site is saved")
    server.stop()
    for name in ("texts/undated.html", "glossary/osh.html", "timeline.html"):
        reader.goto(f"{server.address}/{name}")
        expect(reader.get_by_role("heading", level=1)).not_to_have_text("This page is not saved")
    reader.goto(f"{server.address}/search.html?q=founded")
    expect(reader.locator("#search-results a").first).to_be_visible()


def test_saving_can_be_paused_and_gone_on_with(reader: Page, server: Server) -> None:
    settled(reader, f"{server.address}/offline.html")
    reader.evaluate(
        "() => { document.getElementById('save-start').click();"
        " document.getElementById('save-pause').click(); }"
    )
    expect(reader.locator("#save-status")).to_contain_text("Paused")
    reader.get_by_role("button", name="Go on").click()
    expect(reader.locator("#save-status")).to_contain_text("All of this site is saved")


def test_saving_can_be_cancelled_and_leaves_only_what_every_page_needs(
    reader: Page, server: Server
) -> None:
    settled(reader, f"{server.address}/offline.html")
    reader.get_by_role("button", name="Save everything").click()
    expect(reader.locator("#save-status")).to_contain_text("All of this site is saved")
    reader.get_by_role("button", name="Remove it from this device").click()
    expect(reader.locator("#save-status")).to_contain_text("The whole site is")
    server.stop()
    reader.goto(f"{server.address}/texts/undated.html")
    expect(reader.get_by_role("heading", level=1)).to_have_text("This page is not saved")


def test_saving_can_be_cancelled_midway_and_leaves_nothing_of_it(
    reader: Page, server: Server
) -> None:
    settled(reader, f"{server.address}/offline.html")
    kept = "async () => (await (await caches.open((await caches.keys())[0])).keys()).length"
    before = reader.evaluate(kept)
    held = server.hold()
    reader.get_by_role("button", name="Save everything").click()
    expect(reader.locator("#save-bar")).to_be_visible()
    reader.get_by_role("button", name="Cancel").click()
    expect(reader.locator("#save-bar")).to_be_hidden()
    held.set()
    expect(reader.get_by_role("button", name="Save everything")).to_be_visible()
    until(reader, f"async () => await ({kept})() === {before}")
    expect(reader.locator("#save-status")).to_contain_text("The whole site is")
    server.stop()
    reader.goto(f"{server.address}/{HELD}")
    expect(reader.get_by_role("heading", level=1)).to_have_text("This page is not saved")


def test_query_whose_part_of_the_index_is_not_saved_says_so(reader: Page, server: Server) -> None:
    settled(reader, f"{server.address}/search.html")
    server.stop()
    reader.goto(f"{server.address}/search.html?q=founded")
    expect(reader.locator("#search-status")).to_contain_text("is not saved on this device")
    expect(reader.get_by_role("heading", level=1)).to_have_text("Search")


def test_loss_of_the_network_while_saving_is_said(reader: Page, server: Server) -> None:
    settled(reader, f"{server.address}/offline.html")
    server.stop()
    reader.get_by_role("button", name="Save everything").click()
    expect(reader.locator("#save-status")).to_contain_text("The network is gone")
    expect(reader.get_by_role("button", name="Go on")).to_be_visible()


def renew(root: Path) -> None:
    """Let the server have a newer version of a text, and of the worker that knows it."""
    page = root / "reader" / "texts" / "denial.html"
    page.write_text(page.read_text("utf-8").replace("spoke", "has spoken"), "utf-8")
    worker = root / "reader" / "sw.js"
    newer = re.sub(r'"version":"\w+"', '"version":"newer"', worker.read_text("utf-8"))
    worker.write_text(newer, "utf-8")


def test_new_version_is_offered_and_shown_only_when_taken(
    reader: Page, server: Server, root: Path
) -> None:
    settled(reader, f"{server.address}/texts/denial.html")
    renew(root)
    reader.reload()
    expect(reader.get_by_text("There is a new version of this site.")).to_be_visible()
    expect(reader.locator("#p-1")).to_contain_text("spoke")
    reader.get_by_role("button", name="Show it").click()
    expect(reader.locator("#p-1")).to_contain_text("has spoken")


@pytest.mark.slow
def test_new_version_is_not_forced_on_another_window(
    reader: Page, server: Server, root: Path
) -> None:
    settled(reader, f"{server.address}/texts/denial.html")
    renew(root)
    reader.reload()
    other = reader.context.new_page()
    other.goto(f"{server.address}/texts/denial.html")
    other.get_by_role("button", name="Show it").click()
    expect(other.locator("#p-1")).to_contain_text("has spoken")
    expect(reader.get_by_text("A new version was opened in another window.")).to_be_visible()
    expect(reader.locator("#p-1")).not_to_contain_text("has spoken")


@pytest.mark.slow
def test_saved_site_is_whole_in_its_new_version(reader: Page, server: Server, root: Path) -> None:
    settled(reader, f"{server.address}/offline.html")
    reader.get_by_role("button", name="Save everything").click()
    expect(reader.locator("#save-status")).to_contain_text("All of this site is saved")
    page = root / "reader" / "texts" / "denial.html"
    page.write_text(page.read_text("utf-8").replace("spoke", "has spoken"), "utf-8")
    carrier = Carrier(root / "cache", root / "reader", root / "reader")
    add_worker(carrier, carrier.digests())
    reader.reload()
    reader.get_by_role("button", name="Show it").click()
    expect(reader.locator("#save-status")).to_contain_text("All of this site is saved")
    server.stop()
    reader.goto(f"{server.address}/texts/denial.html")
    expect(reader.locator("#p-1")).to_contain_text("has spoken")
    reader.goto(f"{server.address}/texts/undated.html")
    expect(reader.locator("#p-1")).to_contain_text("Nobody knows")


@pytest.mark.slow
def test_new_version_can_wait(reader: Page, server: Server, root: Path) -> None:
    settled(reader, f"{server.address}/texts/denial.html")
    renew(root)
    reader.reload()
    reader.get_by_role("button", name="Later").click()
    expect(reader.get_by_text("There is a new version of this site.")).to_be_hidden()
    expect(reader.locator("#p-1")).to_contain_text("spoke")


def test_folder_opened_from_disk_offers_no_saving(page: Page, made: Path) -> None:
    page.goto((made / "offline.html").as_uri())
    expect(page.locator("#save")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_have_text("Read offline")


def test_archive_is_read_and_searched_from_its_folder(
    page: Page, made: Path, tmp_path: Path
) -> None:
    from annotated_reader.site.archive import archive_site

    target = tmp_path / "library.zip"
    archive_site(made, target)
    shutil.unpack_archive(target, tmp_path)
    home = (tmp_path / "library").as_uri()
    page.goto(f"{home}/texts/denial.html")
    expect(page.locator("#p-1")).to_contain_text("Emilbek Kaptagaev")
    page.goto(f"{home}/search.html?q=founded")
    expect(page.locator("#search-results a").first).to_be_visible()
