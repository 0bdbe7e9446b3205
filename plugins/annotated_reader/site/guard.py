"""Who may ask a server on this machine, and for what: its own pages, for files of its folder.

Any page on the web can send a browser to 127.0.0.1, under a name of its own that leads there
(DNS rebinding); so the Host, and the Origin where there is one, have to be ours.
"""

from __future__ import annotations

from http import HTTPStatus
from http.server import HTTPServer, SimpleHTTPRequestHandler
from pathlib import Path

ADDRESS = "127.0.0.1"


def is_inside(folder: Path, path: Path) -> bool:
    """Tell whether a path lies in a folder once all links are followed."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (ValueError, OSError, RuntimeError):  # a NUL, a name too long, links in a circle
        return False


class GuardedHandler(SimpleHTTPRequestHandler):
    """Serves a folder to this machine's own pages; links that lead out of it lead nowhere."""

    def parse_request(self) -> bool:
        """Read a request's head; answer here what is not to be answered otherwise."""
        return super().parse_request() and self._is_allowed()

    def _is_allowed(self) -> bool:
        assert isinstance(self.server, HTTPServer)  # noqa: S101  # a handler of HTTP has one
        hosts = {f"{name}:{self.server.server_port}" for name in (ADDRESS, "localhost")}
        origin = self.headers.get("Origin")
        if self.headers.get("Host", "") not in hosts:
            self.send_error(HTTPStatus.FORBIDDEN, "This host is not ours")
        elif origin is not None and origin not in {f"http://{host}" for host in hosts}:
            self.send_error(HTTPStatus.FORBIDDEN, "This origin is not ours")
        elif not is_inside(Path(self.directory), Path(self.translate_path(self.path))):
            self.send_error(HTTPStatus.NOT_FOUND, "This file is not in the site")
        else:
            return True
        return False
