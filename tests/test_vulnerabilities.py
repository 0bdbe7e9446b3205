"""Known vulnerabilities of what is locked: told with what mends them, or that nobody could say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tools.vulnerabilities import Vulnerable, look_up

MENDED_IN = {"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2.0"}]}
ADVISORY = {
    "id": "PYSEC-0000-1",
    "summary": "It runs what it reads.",
    "affected": [{"package": {"name": "osh", "ecosystem": "PyPI"}, "ranges": [MENDED_IN]}],
}


class Advisories(BaseHTTPRequestHandler):
    """Answers as OSV does: it knows of one package."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        known = {"vulns": [ADVISORY]} if asked["package"]["name"] == "osh" else {}
        body = json.dumps(known).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def service() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Advisories)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/v1/query"
    server.shutdown()
    server.server_close()


def lock_of(folder: Path, package: str) -> Path:
    lock = folder / "lock.txt"
    lock.write_text(f"{package}==1.0 \\\n    --hash=sha256:{'0' * 64}\n")
    return lock


def test_vulnerable_package_is_told_with_what_mends_it(service: str, tmp_path: Path) -> None:
    with pytest.raises(Vulnerable) as told:
        look_up(lock_of(tmp_path, "osh"), service)
    assert str(told.value) == "osh 1.0: PYSEC-0000-1, mended in 2.0: It runs what it reads."


def test_packages_that_nobody_warns_of_are_counted(service: str, tmp_path: Path) -> None:
    said = look_up(lock_of(tmp_path, "kant"), service)
    assert said == "known vulnerabilities: none (1 asked about)"


def test_data_that_cannot_be_reached_are_said_not_to_be(tmp_path: Path) -> None:
    said = look_up(lock_of(tmp_path, "osh"), "http://127.0.0.1:9/v1/query")
    assert said.startswith("vulnerabilities were NOT looked up: pip-audit does not reach its data")
    assert "ConnectionError" in said
    assert said.endswith("what remains are the hashes of the lock")
