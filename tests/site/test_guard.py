"""What a server on this machine answers, and to whom."""

from __future__ import annotations

import http.client
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest

from annotated_reader.site.changes import Changes
from annotated_reader.site.review import Workplace
from annotated_reader.site.review.server import start
from annotated_reader.site.serve import start_server

SECRET = b"a secret that nobody may read"
Ask = Callable[..., tuple[int, bytes]]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    output = tmp_path / "output"
    (output / "texts").mkdir(parents=True)
    (output / "index.html").write_bytes(b"<body>A site")
    (tmp_path / "secret.txt").write_bytes(SECRET)
    (output / "link.txt").symlink_to(tmp_path / "secret.txt")
    (output / "out").symlink_to(tmp_path)
    return output


@pytest.fixture(params=["serve", "review"])
def ask(request: pytest.FixtureRequest, site: Path) -> Iterator[Ask]:
    """Ask one of the two servers for a file of the site."""
    if request.param == "serve":
        server, before = start_server(site, Changes(), 0), ""
    else:
        place = Workplace(site.parent, site, site.parent, ())
        server, before = start(place, "127.0.0.1", "token"), "/token/site"
        Thread(target=server.serve_forever, daemon=True).start()
    assert server.server_address[0] == "127.0.0.1"

    def send(path: str, method: str = "GET", **headers: str) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        ours = {"Host": f"127.0.0.1:{server.server_port}"}
        connection.request(method, before + path, headers=ours | headers)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, body

    yield send
    server.shutdown()
    server.server_close()


def test_page_of_the_site_is_served(ask: Ask) -> None:
    status, body = ask("/index.html")
    assert status == 200
    assert b"A site" in body


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%2e%2e%2fsecret.txt",
        "/texts/../../secret.txt", "/texts/..%2f..%2fsecret.txt", "/..%5csecret.txt",
        "/%252e%252e%252fsecret.txt", "/....//secret.txt", "//secret.txt",
        "/link.txt", "/out/secret.txt", "/out/", "/%00secret.txt", "/etc/passwd", "//etc/passwd",
    ],
)  # fmt: skip
def test_nothing_outside_the_site_is_served(ask: Ask, path: str) -> None:
    status, body = ask(path)
    assert status in {301, 400, 403, 404}
    assert SECRET not in body
    assert b"root:" not in body


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "localhost.evil.example:80", ""])
def test_another_name_that_leads_here_is_refused(ask: Ask, host: str) -> None:
    assert ask("/index.html", Host=host)[0] == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1"])
def test_nothing_is_posted_from_another_origin(ask: Ask, origin: str) -> None:
    assert ask("/index.html", "POST", Origin=origin)[0] == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "POST"])
def test_site_is_only_read(ask: Ask, method: str) -> None:
    assert ask("/index.html", method)[0] in {403, 405, 501}
