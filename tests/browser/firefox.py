"""A Firefox for the tests, driven by WebDriver BiDi: what a page needs and no more.

Debian packages neither geckodriver nor the Firefox that Playwright wants; its own Firefox speaks
BiDi over a socket. It runs with its usual settings for files and scripts: those meant to ease
remote control are left off, because they relax what is tested here.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

EXECUTABLES = ("firefox-esr", "firefox")
PREFERENCES = {
    "remote.prefs.recommended": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.aboutwelcome.enabled": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.normandy.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
}
PATIENCE = 60  # seconds for Firefox to start, or to answer


class FirefoxError(Exception):
    """Firefox did not do what it was told."""


def find_firefox() -> str | None:
    """Return the path of an installed Firefox."""
    return next(filter(None, map(shutil.which, EXECUTABLES)), None)


class Firefox:
    """One page of a running Firefox."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._numbers = count(1)
        self.command("session.new", capabilities={})
        tree = self.command("browsingContext.getTree", maxDepth=0)
        self._context = tree["contexts"][0]["context"]

    def command(self, method: str, **params: object) -> Any:
        """Send a command, and return its result."""
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            answer = json.loads(self._socket.recv(timeout=PATIENCE))
            if answer.get("id") == number:
                if answer["type"] == "error":
                    raise FirefoxError(f"{method}: {answer['error']}: {answer['message']}")
                return answer["result"]

    def goto(self, address: str) -> None:
        """Open an address, and wait until it is loaded."""
        self.command(
            "browsingContext.navigate", context=self._context, url=address, wait="complete"
        )
        # A Firefox that has just begun may still call its own empty page the one that is loaded.
        deadline = time.monotonic() + PATIENCE
        while not self.evaluate("location.href !== 'about:blank' && document.readyState"):
            if time.monotonic() > deadline:
                raise FirefoxError(f"{address} was not opened")
            time.sleep(0.05)

    def evaluate(self, expression: str) -> Any:
        """Return what an expression, or its promise, comes to in the page."""
        result = self.command(
            "script.evaluate",
            expression=f"Promise.resolve({expression}).then(JSON.stringify)",
            target={"context": self._context},
            awaitPromise=True,
        )
        if result["type"] == "exception":
            raise FirefoxError(result["exceptionDetails"]["text"])
        value = result["result"].get("value")
        return None if value is None else json.loads(value)


@contextmanager
def running_firefox(executable: str, profile: Path) -> Iterator[Firefox]:
    """Start Firefox with a fresh profile, and end it in the end."""
    lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in PREFERENCES.items()]
    (profile / "user.js").write_text("".join(lines), "utf-8")
    command = [executable, "--headless", "--no-remote", "--profile", str(profile)]
    command += ["--remote-debugging-port", "0", "about:blank"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        with connect(_address(profile, process), max_size=None) as socket:
            yield Firefox(socket)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _address(profile: Path, process: subprocess.Popen[bytes]) -> str:
    """Return where Firefox listens: it says so in its profile."""
    said = profile / "WebDriverBiDiServer.json"
    for _ in range(PATIENCE * 10):
        if process.poll() is not None:
            raise FirefoxError(f"Firefox ended with {process.returncode}")
        try:
            found = json.loads(said.read_text("utf-8"))
            return f"ws://{found['ws_host']}:{found['ws_port']}/session"
        except (OSError, ValueError):
            time.sleep(0.1)
    raise FirefoxError(f"Firefox did not listen within {PATIENCE} seconds")
