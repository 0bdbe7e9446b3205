"""A finished site's folder -> what a browser needs to install it and to read it without network.

The manifest and the icons are files like any other. The service worker comes last: it knows the
version, which is a digest of every file, and the shell, which it keeps from the first visit on.
The list of all files may be long and is a file of its own, read only by those who save everything.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..store import digest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .carry import Carrier

WORKER = Path(__file__).parent / "client" / "sw.js"
LIST = "offline/files.json"
SCRIPT = Path("static") / "js" / "offline.js"
"""What a theme has to bring, so that its pages ask for any of this."""

ICONS = {f"icons/{size}.png": size for size in (192, 512)}
"""The icons' sizes in pixels, by their names."""

SHELL_LIMIT = 300_000
"""Bytes of the largest file that is kept unasked; a longer one is kept once it was visited."""
SHELL_FOLDERS = ("theme", "icons")
SHELL_SUFFIXES = (".html", ".webmanifest")
NOT_SAVED = ("404.html", "sitemap.xml", "robots.txt", "sitemaps", "feeds", "sw.js", "offline")
"""What only servers and feed readers ask for, and what this module itself writes."""
DIGITS = 16
"""Of a digest: enough to tell versions of a file apart."""


@dataclass(frozen=True, slots=True)
class SavedFile:
    """A file of the site: its name, its bytes and the beginning of its digest."""

    name: str
    size: int
    digest: str

    @property
    def in_shell(self) -> bool:
        """Tell whether every page needs the file, or every visitor without a network."""
        folder, _, rest = self.name.partition("/")
        if self.size > SHELL_LIMIT:
            return False
        if not rest:
            return self.name.endswith(SHELL_SUFFIXES)
        return folder in SHELL_FOLDERS or (folder == "search" and "/" not in rest)


def reads_offline(settings: Mapping[str, Any]) -> bool:
    """Tell whether the theme of a site brings what makes use of the service worker."""
    return (Path(settings["THEME"]) / SCRIPT).is_file()


def web_manifest(settings: Mapping[str, Any]) -> bytes:
    """Return the manifest (W3C Web Application Manifest), which names the icons."""
    red, green, blue = 0xFC, 0xFA, 0xF5  # --paper of the theme's tokens.css
    paper = f"#{red:02x}{green:02x}{blue:02x}"
    drawn: list[dict[str, str]] = [
        {"src": "theme/icon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any"}
    ]
    drawn += [
        {"src": name, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for name, size in ICONS.items()
        for purpose in ("any", "maskable")
    ]
    manifest = {
        "name": settings["SITENAME"],
        "lang": settings["DEFAULT_LANG"],
        "start_url": "index.html",
        "scope": "./",
        "display": "standalone",
        "background_color": paper,
        "theme_color": paper,
        "icons": drawn,
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()


def add_worker(carrier: Carrier, digests: dict[str, str]) -> dict[str, str]:
    """Write the service worker and its list for all files of a complete staging folder.

    The files' digests are given by name; those of these two are returned.
    """
    files = list_files(digests, carrier.sizes)
    listing = as_json([[file.name, file.size, file.digest] for file in files]).encode()
    worker = service_worker(files, digest(listing), WORKER.read_text(encoding="utf-8"))
    for name, data in ((LIST, listing), ("sw.js", worker.encode())):
        carrier.put(name, data)
    return {name: carrier.digest(name) for name in (LIST, "sw.js")}


def list_files(digests: Mapping[str, str], sizes: Mapping[str, int]) -> list[SavedFile]:
    """Return the files of a site that a reader may save, by name."""
    return [
        SavedFile(name, sizes[name], found[:DIGITS])
        for name, found in sorted(digests.items())
        if name.partition("/")[0] not in NOT_SAVED
    ]


def service_worker(files: list[SavedFile], listed: str, code: str) -> str:
    """Return the script of the service worker: what it knows of the site, and what it does."""
    site = {
        "version": digest(listed + code)[:DIGITS],
        "list": listed[:DIGITS],
        "files": len(files),
        "bytes": sum(file.size for file in files),
        "shell": [[file.name, file.size, file.digest] for file in files if file.in_shell],
    }
    return f'"use strict";\nconst SITE = {as_json(site)};\n\n{code}'


def as_json(data: object) -> str:
    """Return data as a line that is a script's literal, too."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
