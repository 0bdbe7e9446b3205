"""Folders of seeds that want to break out: named cases, each makes its folder on the disk."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from tests.hostile.corpus import CANARY

WORDS = b"Osh was calm that day, and so were all the others."
LONGEST_NAME = 255  # bytes, on nearly every file system

NAMES: dict[str, str] = {
    "spaces": "  a  text  .txt",
    "emoji": "🦊 and 👩‍👩‍👧.txt",
    "dots": "a..b...txt",
    "dots that lead up": "a..%2F..%2Fetc.txt",
    "backslash": "a\\..\\osh.txt",
    "quotes": "\"Osh\" and 'Bishkek'.txt",
    "markup": f"<img src=x onerror={CANARY}>.txt",
    "Markdown": "[osh](javascript:alert) *a* `b`.txt",
    "template": "{{ 7 * 7 }} {% x %} {filename}.txt",
    "new line": "a\nb.txt",
    "controls": "a\x1b[31mb\x07.txt",
    "from right to left": "a\u202etxt.exe.txt",
    "255 bytes": "x" * (LONGEST_NAME - 4) + ".txt",
    "255 bytes in other letters": "ш" * 125 + ".txt",
    "of a device on Windows": "con.txt",
    "a question": "what?*|:.txt",
    "hash and per cent": "a#b%20c&d.txt",
    "Unicode, decomposed": "Cafe\u0301.txt",
    "nothing but signs": "---.txt",
    "capitals": "OSH.TXT",
}
"""Names that one good text has."""


def _two(first: str, second: str) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        for name in (first, second):
            folder.joinpath(name).parent.mkdir(exist_ok=True, parents=True)
            (folder / name).write_bytes(WORDS)

    return make


def _link_out(folder: Path) -> None:
    secret = folder.parent / "secret.txt"
    secret.write_bytes(b"A secret that nobody may read.")
    (folder / "link.txt").symlink_to(secret)


def _folder_out(folder: Path) -> None:
    (folder.parent / "secrets").mkdir()
    (folder.parent / "secrets" / "a.txt").write_bytes(b"A secret that nobody may read.")
    (folder / "more").symlink_to(folder.parent / "secrets")


def _pipe(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")


def _device(folder: Path) -> None:
    (folder / "zero.txt").symlink_to("/dev/zero")


def _device_itself(folder: Path) -> None:
    zero = Path("/dev/zero").stat()
    try:
        os.mknod(folder / "zero.txt", zero.st_mode, zero.st_rdev)
    except PermissionError:  # only root makes devices
        _device(folder)


def _link_to_itself(folder: Path) -> None:
    (folder / "a.txt").symlink_to("a.txt")


def _round(folder: Path) -> None:
    (folder / "a").mkdir()
    (folder / "a" / "b").symlink_to(folder)
    (folder / "a" / "a.txt").write_bytes(WORDS)


def _no_unicode(folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")).write_bytes(WORDS)


def _vanished(folder: Path) -> None:
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")


def _folder_called_text(folder: Path) -> None:
    (folder / "a.txt").mkdir()
    (folder / "a.txt" / "b.txt").write_bytes(WORDS)


def _deep(folder: Path) -> None:
    here = folder
    for _ in range(200):
        here /= "deeper"
    here.mkdir(parents=True)
    (here / "a.txt").write_bytes(WORDS)


REFUSED: dict[str, Callable[[Path], None]] = {
    "link out of the folder": _link_out,
    "folder out of the folder": _folder_out,
    "pipe that nobody writes to": _pipe,
    "link to a device without an end": _device,
    "device without an end": _device_itself,
    "link to itself": _link_to_itself,
    "name that is not Unicode": _no_unicode,
    "file that vanished": _vanished,
    "two with one slug": _two("Osh June.txt", "osh-june.html"),
    "two that differ in case": _two("Osh.txt", "osh.txt"),
    "two that differ in Unicode form": _two("Café.txt", "Cafe\u0301.txt"),
    "two of one name in two folders": _two("a/osh.txt", "b/osh.txt"),
}
"""What is told with its file and a remedy, and is never read."""

READ: dict[str, Callable[[Path], None]] = {
    "folder that holds itself": _round,
    "folder called as a text": _folder_called_text,
    "folders in folders": _deep,
}
"""What looks wrong and is not."""
