"""The desk as a page: a small server for this machine, or for its network if asked.

Every address begins with a token that only the one who started it knows; the Host of each
request and the Origin of each decision have to be ours, so that no other page can decide.
"""

from __future__ import annotations

import json
import secrets
import socket
from dataclasses import asdict, dataclass
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import TYPE_CHECKING, Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from bottle import Bottle, HTTPResponse, request, static_file

from ...errors import ReaderError
from ...model import KINDS
from ..guard import ADDRESS, is_inside
from .actions import Decision
from .desk import Desk
from .rebuild import Rebuilding

if TYPE_CHECKING:
    from collections.abc import Sequence

STATIC = Path(__file__).parent / "static"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'"
)
LONGEST = 100_000  # bytes of a decision
MOST_QUESTIONS = 200  # that a page is told at once; the next ones follow as these are decided


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where the content, the site and the theme lie, and the command that makes the site."""

    content: Path
    output: Path
    theme: Path
    command: Sequence[str]


class ThreadingServer(ThreadingMixIn, WSGIServer):
    """Answers while a page is still loading."""

    daemon_threads = True


class QuietHandler(WSGIRequestHandler):
    """Says nothing of single requests."""

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002  # its name
        """Say nothing."""


def make_app(workplace: Workplace, token: str, hosts: frozenset[str]) -> Bottle:
    """Return the application; `hosts` are the values of Host that are ours."""
    app = Bottle()
    desk = Desk(workplace.content)
    rebuilding = Rebuilding(workplace.command)
    if not (workplace.output / "index.html").is_file():
        rebuilding.ask()

    @app.hook("before_request")  # type: ignore[untyped-decorator]
    def _guard() -> None:
        if request.get_header("Host", "") not in hosts:
            raise HTTPResponse("this host is not ours", status=403)
        if request.method == "POST" and request.get_header("Origin", "") not in {
            f"http://{host}" for host in hosts
        }:
            raise HTTPResponse("this origin is not ours", status=403)

    @app.get(f"/{token}/")  # type: ignore[untyped-decorator]
    def _page() -> HTTPResponse:
        return _file("review.html", STATIC)

    @app.get(f"/{token}/static/<name:path>")  # type: ignore[untyped-decorator]
    def _static(name: str) -> HTTPResponse:
        return _file(name, STATIC)

    @app.get(f"/{token}/theme/<name:path>")  # type: ignore[untyped-decorator]
    def _theme(name: str) -> HTTPResponse:
        return _file(name, workplace.theme / "static")

    @app.get(f"/{token}/site/<name:path>")  # type: ignore[untyped-decorator]
    def _site(name: str) -> HTTPResponse:
        return _inside(name, workplace.output)

    @app.get(f"/{token}/questions.json")  # type: ignore[untyped-decorator]
    def _questions() -> HTTPResponse:
        return _told(lambda: _everything(desk))

    @app.get(f"/{token}/state.json")  # type: ignore[untyped-decorator]
    def _state() -> HTTPResponse:
        return _told(lambda: _build(rebuilding))

    @app.post(f"/{token}/decide")  # type: ignore[untyped-decorator]
    def _decide() -> HTTPResponse:
        return _told(lambda: _decided(desk, rebuilding, _asked()))

    @app.post(f"/{token}/undo")  # type: ignore[untyped-decorator]
    def _undo() -> HTTPResponse:
        return _told(lambda: _undone(desk, rebuilding))

    return app


def _file(name: str, folder: Path) -> HTTPResponse:
    found = _inside(name, folder)
    found.set_header("Content-Security-Policy", POLICY)
    found.set_header("Cache-Control", "no-store")
    found.set_header("Referrer-Policy", "no-referrer")
    return found


def _inside(name: str, folder: Path) -> HTTPResponse:
    """Answer with a file of a folder; a link that leads out of it leads nowhere."""
    if not is_inside(folder, folder / name.lstrip("/")):
        return HTTPResponse("this file is not in the site", status=404)
    found: HTTPResponse = static_file(name, root=str(folder))
    return found


def _asked() -> tuple[Decision, ...]:
    """The decisions of one step that a page has sent."""
    body = request.body.read(LONGEST + 1)
    try:
        asked = json.loads(body)["decisions"] if len(body) <= LONGEST else [None]
        return tuple(_decision(each) for each in asked)
    except (ValueError, TypeError, KeyError) as error:
        raise ReaderError("this is not a decision", remedy="reload the page") from error


def _decision(asked: Any) -> Decision:
    if not isinstance(asked, dict) or not all(isinstance(value, str) for value in asked.values()):
        raise TypeError
    return Decision(**asked)


def _told(answer: Any) -> HTTPResponse:
    """Answer with JSON; what an editor can mend is told, with the status of a bad request."""
    try:
        body, status = answer(), 200
    except ReaderError as error:
        body, status = {"error": str(error)}, 400
    return HTTPResponse(
        json.dumps(body, ensure_ascii=False).encode(),
        status=status,
        **{"Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store"},
    )


def _everything(desk: Desk) -> dict[str, Any]:
    open_questions = desk.questions()
    return {
        "questions": [asdict(question) for question in open_questions[:MOST_QUESTIONS]],
        "open": sum(len(question.items) for question in open_questions),
        "entries": desk.names(),
        "kinds": [(kind.name, kind.plural) for kind in KINDS.values() if kind.name != "date"],
        "decided": len(desk.done),
    }


def _build(rebuilding: Rebuilding) -> dict[str, Any]:
    return {
        "number": rebuilding.number,
        "state": rebuilding.state,
        "message": rebuilding.message,
    }


def _decided(desk: Desk, rebuilding: Rebuilding, decisions: tuple[Decision, ...]) -> dict[str, Any]:
    changed = desk.decide(decisions)
    rebuilding.ask()
    return {
        "decided": len(desk.done),
        "entries": [(entry.id, entry.name, entry.kind) for entry in changed],
    }


def _undone(desk: Desk, rebuilding: Rebuilding) -> dict[str, Any]:
    decisions = desk.undo()
    if decisions:
        rebuilding.ask()
    return {"decided": len(desk.done), "entry": decisions[0].entry if decisions else ""}


def start(workplace: Workplace, address: str, token: str) -> WSGIServer:
    """Return a server on a free port of an address; whoever gets it lets it serve."""
    server = make_server(address, 0, lambda *_: [], ThreadingServer, QuietHandler)
    names = {address, "localhost"} if address == ADDRESS else {address}
    hosts = frozenset(f"{name}:{server.server_port}" for name in names)
    server.set_app(make_app(workplace, token, hosts))
    return server


def review_site(workplace: Workplace, *, network: bool = False) -> None:
    """Serve the desk until it is interrupted; `network` lets other machines in that know it."""
    if not (workplace.content / "glossary").is_dir():
        raise ReaderError(
            "there is nothing to review yet", path=workplace.content, remedy="run `invoke convert`"
        )
    token = secrets.token_urlsafe(16)
    address = _own_address() if network else ADDRESS
    server = start(workplace, address, token)
    if network:
        print("Whoever in your network knows this address can change the glossary:")  # noqa: T201
    print(f"http://{address}:{server.server_port}/{token}/  (Ctrl+C ends)", flush=True)  # noqa: T201
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()


def _own_address() -> str:
    """The address of this machine in its network: what it would send from (nothing is sent)."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError as error:
            raise ReaderError(
                "this machine is in no network", remedy="leave out --network"
            ) from error
        return str(probe.getsockname()[0])
