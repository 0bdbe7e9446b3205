"""The site on this machine reloads itself; what is published does not."""

from __future__ import annotations

import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotated_reader.errors import ReaderError
from annotated_reader.site.changes import Changes
from annotated_reader.site.serve import (
    Workshop,
    only_words,
    start_server,
    with_script,
    written_by,
)
from annotated_reader.site.worker import Run
from annotated_reader.store import Manifest, Record, digest
from annotated_reader.store.manifest import manifest_path, manifest_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from http.server import ThreadingHTTPServer

PAGE = b"<meta content=\"default-src 'none'; script-src 'self'\"><body>A</body>"


@pytest.fixture
def changes() -> Changes:
    return Changes()


@pytest.fixture
def server(tmp_path: Path, changes: Changes) -> Iterator[ThreadingHTTPServer]:
    (tmp_path / "index.html").write_bytes(PAGE)
    (tmp_path / "a.css").write_bytes(b"p {}")
    server = start_server(tmp_path, changes, 0)
    yield server
    server.shutdown()
    server.server_close()


def get(server: ThreadingHTTPServer, path: str) -> bytes:
    with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}{path}") as answer:
        body: bytes = answer.read()
        return body


def test_served_page_has_the_script(server: ThreadingHTTPServer) -> None:
    assert b'<script src="/-/reload.js?0&index.html"></script></body>' in get(server, "/index.html")


def test_folder_is_served_as_its_index(server: ThreadingHTTPServer) -> None:
    assert b"/-/reload.js" in get(server, "/")


def test_no_service_worker_keeps_what_an_editor_changes(
    server: ThreadingHTTPServer, tmp_path: Path
) -> None:
    (tmp_path / "sw.js").write_bytes(b"")
    with pytest.raises(urllib.error.HTTPError, match="404"):
        get(server, "/sw.js")


def test_served_page_may_ask_its_server(server: ThreadingHTTPServer) -> None:
    assert b"default-src 'none'; connect-src 'self'; script-src" in get(server, "/index.html")


def test_published_page_stays_as_it_is(server: ThreadingHTTPServer, tmp_path: Path) -> None:
    get(server, "/index.html")
    assert (tmp_path / "index.html").read_bytes() == PAGE


def test_other_files_are_served_as_they_are(server: ThreadingHTTPServer) -> None:
    assert get(server, "/a.css") == b"p {}"


def test_new_site_is_announced(server: ThreadingHTTPServer, changes: Changes) -> None:
    address = f"http://127.0.0.1:{server.server_port}/-/events"
    with urllib.request.urlopen(address) as events:
        changes.announce()
        assert events.readline() == b"data: new\n"


def test_page_is_open_while_it_listens(server: ThreadingHTTPServer, changes: Changes) -> None:
    address = f"http://127.0.0.1:{server.server_port}/-/events?0&texts/a%20b.html"
    with urllib.request.urlopen(address):
        assert changes.open_pages() == ["texts/a b.html"]


def test_page_that_is_shown_early_is_served_at_once(
    server: ThreadingHTTPServer, changes: Changes
) -> None:
    changes.show("index.html", b"<body>new</body>")
    assert b"new" in get(server, "/index.html")


def test_published_page_takes_the_place_of_the_early_one(
    server: ThreadingHTTPServer, changes: Changes, tmp_path: Path
) -> None:
    changes.show("index.html", b"<body>new</body>")
    changes.settle(tmp_path)  # the build has failed
    assert b"new" not in get(server, "/index.html")


def is_news(changes: Changes, seen: int, name: str) -> bool:
    return changes.wait(seen, 0, name) != seen


def test_early_page_is_news_to_its_readers_alone(changes: Changes) -> None:
    changes.show("a.html", b"new")
    assert is_news(changes, 0, "a.html")
    assert not is_news(changes, 0, "b.html")


def test_page_that_is_published_as_it_was_shown_is_no_news(
    changes: Changes, tmp_path: Path
) -> None:
    (tmp_path / "a.html").write_bytes(b"new")
    changes.show("a.html", b"new")
    changes.settle(tmp_path)
    assert not is_news(changes, 1, "a.html")
    assert is_news(changes, 1, "b.html")


def test_page_that_is_not_published_as_it_was_shown_is_news(
    changes: Changes, tmp_path: Path
) -> None:
    (tmp_path / "a.html").write_bytes(b"old")
    changes.show("a.html", b"new")
    changes.settle(tmp_path)
    assert is_news(changes, 1, "a.html")


def test_next_site_is_news_to_everyone(changes: Changes, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"new")
    changes.show("a.html", b"new")
    changes.settle(tmp_path)
    changes.settle(tmp_path)
    assert is_news(changes, 2, "a.html")


def test_page_of_an_earlier_server_is_reloaded(changes: Changes) -> None:
    assert is_news(changes, 5, "a.html")


def test_page_that_loads_what_has_changed_waits_for_the_whole_site() -> None:
    assert only_words([Path("glossary/osh.md"), Path("article.html")])
    assert not only_words([Path("glossary/osh.md"), Path("osh.png")])
    assert not only_words([Path("article.html"), Path("page.js")])


def test_page_without_an_end_still_gets_the_script() -> None:
    assert with_script(b"<p>A", "/a.js").endswith(b"</script>")


def test_port_that_is_taken_is_a_mistake_of_the_users(
    server: ThreadingHTTPServer, tmp_path: Path
) -> None:
    with pytest.raises(ReaderError, match="choose another one with --port"):
        start_server(tmp_path, Changes(), server.server_port)


@pytest.fixture
def entry(tmp_path: Path) -> Path:
    """An entry as a conversion has written it."""
    path = tmp_path / "glossary" / "osh.md"
    path.parent.mkdir()
    path.write_text("ours")
    manifest = Manifest({"glossary/osh.md": Record(digest("ours"))})
    manifest_path(tmp_path).write_text(manifest_text(manifest))
    return path


def test_what_a_conversion_has_written_is_no_change(entry: Path, tmp_path: Path) -> None:
    written = entry.stat().st_mtime
    assert written_by(Run(written - 1, written + 1), entry, tmp_path)


def test_edit_during_a_conversion_is_a_change(entry: Path, tmp_path: Path) -> None:
    entry.write_text("hers")
    written = entry.stat().st_mtime
    assert not written_by(Run(written - 1, written + 1), entry, tmp_path)


def test_edit_taken_back_later_is_a_change(entry: Path, tmp_path: Path) -> None:
    written = entry.stat().st_mtime
    assert not written_by(Run(written - 9, written - 1), entry, tmp_path)


def test_entry_thrown_away_is_a_change(entry: Path, tmp_path: Path) -> None:
    entry.unlink()
    assert not written_by(Run(0, 0), entry, tmp_path)


def test_seed_is_a_change_whenever_it_was_written(tmp_path: Path) -> None:
    seed = tmp_path / "seeds" / "a.txt"
    assert not written_by(Run(0, 0), seed, tmp_path / "content")


def test_change_of_the_theme_asks_for_no_conversion(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path, tmp_path, tmp_path / "theme", tmp_path / "plugins", ())
    assert workshop.command_for([tmp_path / "theme" / "a.css"]) == "build"
    assert workshop.command_for([tmp_path / "theme" / "a.css", tmp_path / "x.md"]) == "site"


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    theme = tmp_path / "theme"
    (theme / "static" / "css").mkdir(parents=True)
    (theme / "templates").mkdir()
    return Workshop(tmp_path / "output", tmp_path / "content", theme, tmp_path / "code", ())


def test_style_is_in_the_site_before_that_is_made_again(workshop: Workshop) -> None:
    style = workshop.theme / "static" / "css" / "base.css"
    style.write_text("p { color: red }", "utf-8")
    assert workshop.show_at_once([style])
    assert (workshop.output / "theme" / "css" / "base.css").read_text("utf-8") == "p { color: red }"


def test_template_is_not_shown_before_the_site_is_made_again(workshop: Workshop) -> None:
    template = workshop.theme / "templates" / "article.html"
    template.write_text("<p>", "utf-8")
    assert not workshop.show_at_once([template])


def test_change_of_the_code_is_told_from_others(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path, tmp_path, tmp_path / "theme", tmp_path / "plugins", ())
    assert workshop.is_code(tmp_path / "plugins" / "a.py")
    assert not workshop.is_code(tmp_path / "theme" / "a.css")
