"""A page's address -> Lighthouse's scores for a phone and what it finds wrong.

Lighthouse comes from npm, into .cache, pinned with all it needs by a lock file beside this one.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from annotated_reader.errors import ReaderError
from annotated_reader.site.chromium import QUIET, browser_path
from benchmarks.measure import ROOT

PACKAGE = Path(__file__).parent / "lighthouse_package"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
GOOD = 0.9  # what Lighthouse itself calls good


@dataclass(frozen=True, slots=True)
class Judgement:
    """Scores of 100 by category, and the names of the audits that a page failed."""

    scores: dict[str, int]
    faults: tuple[str, ...]


def judge(address: str) -> Judgement:
    """Have Lighthouse judge a page; raise where it cannot be had."""
    flags = " ".join(("--headless=new", *QUIET))
    command = [program(), address, "--quiet", "--output=json", "--output-path=stdout"]
    command += [f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={flags}"]
    environment = {**os.environ, "CHROME_PATH": browser_path()}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ReaderError(f"Lighthouse failed: {done.stderr.strip()[-500:]}", path=address)
    found = json.loads(done.stdout)
    scores = {name: round(found["categories"][name]["score"] * 100) for name in CATEGORIES}
    audits = {
        reference["id"]: found["audits"][reference["id"]]["score"]
        for category in found["categories"].values()
        for reference in category["auditRefs"]
        if reference["weight"]
    }
    faults = (name for name, score in audits.items() if score is not None and score < GOOD)
    return Judgement(scores, tuple(sorted(faults)))


@cache
def program() -> str:
    """Return Lighthouse's command, installed where it is not there yet."""
    folder = ROOT / ".cache" / "lighthouse"
    command = folder / "node_modules" / ".bin" / "lighthouse"
    lock = "package-lock.json"
    installed = folder / "installed.json"
    if installed.exists() and installed.read_bytes() == (PACKAGE / lock).read_bytes():
        return str(command)
    if shutil.which("npm") is None:
        raise ReaderError("Lighthouse needs npm", remedy="install Node.js 18.16 or later with npm")
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", lock):
        shutil.copy(PACKAGE / name, folder)
    install = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    done = subprocess.run(install, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ReaderError(f"npm cannot install Lighthouse: {done.stderr.strip()[-500:]}")
    shutil.copy(PACKAGE / lock, installed)
    return str(command)
