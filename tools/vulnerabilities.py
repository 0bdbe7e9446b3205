"""A lock file -> what is known to be vulnerable in it, in one sentence; pip-audit asks OSV.

OSV holds the advisories of the Python Packaging Authority among others. Where it cannot be
reached nothing is known, and that is said: what remains are the hashes of the lock.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "https://api.osv.dev/v1/query"
PATIENCE = 5
"""Seconds to wait for an answer; each package is a question of its own."""

LONGEST = 120
"""Seconds for all of them."""

NOT_LOOKED_UP = (
    "vulnerabilities were NOT looked up: pip-audit does not reach its data ({why}); "
    "what remains are the hashes of the lock"
)


class Vulnerable(Exception):  # noqa: N818  # it is the finding, not a fault of this program
    """Packages with known vulnerabilities, one a line."""


def look_up(lock: Path, address: str = ADDRESS) -> str:
    """Say that nothing is known, or that nothing could be asked; raise `Vulnerable` otherwise."""
    options = ["--vulnerability-service", "osv", "--osv-url", address, "--timeout", str(PATIENCE)]
    options += ["--disable-pip", "--require-hashes", "--requirement", str(lock)]
    options += ["--format", "json", "--progress-spinner", "off"]
    command = [sys.executable, "-m", "pip_audit", *options]
    try:
        done = subprocess.run(  # noqa: S603  # pip-audit itself
            command, capture_output=True, text=True, check=False, timeout=LONGEST
        )
    except subprocess.TimeoutExpired:
        return NOT_LOOKED_UP.format(why=f"no end after {LONGEST} seconds")
    try:
        packages = json.loads(done.stdout)["dependencies"]
    except ValueError:
        why = done.stderr.strip().splitlines() or ["it says nothing"]
        return NOT_LOOKED_UP.format(why=why[-1][:120])
    if found := [line for each in packages for line in _lines(each)]:
        raise Vulnerable("\n".join(found))
    return f"known vulnerabilities: none ({len(packages)} asked about)"


def _lines(package: dict[str, Any]) -> list[str]:
    return [
        f"{package['name']} {package['version']}: {each['id']}, "
        f"mended in {', '.join(each['fix_versions']) or 'no version yet'}: {each['description']}"
        for each in package.get("vulns", ())
    ]
