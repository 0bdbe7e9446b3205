"""A finished site's folder -> one archive to hand on, the same bytes for the same site."""

from __future__ import annotations

import zipfile
from pathlib import Path

from ..errors import ReaderError
from ..store.publish import MARKER

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The only time that every ZIP file can tell; the site's files have none of their own."""
NEEDS_A_SERVER = frozenset(("sw.js", "sitemap.xml", "404.html", "robots.txt"))
FOLDERS_FOR_SERVERS = frozenset(("offline", "feeds", "sitemaps"))


def archive_site(output: Path, target: Path) -> int:
    """Write the site in `output` to `target` as a ZIP file; return how many files are in it.

    The folder in it is called like the archive. What only a server makes use of is left out.
    """
    if not (output / MARKER).is_file():
        raise ReaderError("there is no site", path=output, remedy="run `invoke site` first")
    beside = target.with_name(f".{target.name}.part")
    names = [name for name in _names(output) if _is_read_from_disk(name)]
    with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in names:
            info = zipfile.ZipInfo(f"{target.stem}/{name}", EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 3  # Unix, whatever system this is
            archive.writestr(info, (output / name).read_bytes())
    beside.replace(target)
    return len(names)


def _names(folder: Path) -> list[str]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.relative_to(folder).as_posix() for path in paths)


def _is_read_from_disk(name: str) -> bool:
    first, _, rest = name.partition("/")
    return name not in NEEDS_A_SERVER and not (rest and first in FOLDERS_FOR_SERVERS)
