"""The folder of seeds in, each seed's bytes with its sidecar out; nothing is ever written."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..errors import SeedError

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED_SUFFIXES = (".txt", ".md", ".html", ".htm")
SIDECAR_SUFFIX = ".toml"


class SeedFile(NamedTuple):
    """A seed as it lies in the folder: its path from there, its bytes, its sidecar's text."""

    path: str
    data: bytes
    sidecar: str = ""


def read_seeds(folder: Path) -> tuple[SeedFile, ...]:
    """Read all seeds below the folder, sorted by path."""
    if not folder.is_dir():
        raise SeedError("there is no such folder", path=folder, remedy="make it and put texts in")
    paths = sorted(_files(folder), key=lambda path: path.relative_to(folder).as_posix())
    seeds = tuple(path for path in paths if path.suffix.lower() in SEED_SUFFIXES)
    sidecars = {path.with_suffix("") for path in paths if path.suffix.lower() == SIDECAR_SUFFIX}
    _refuse_doubles(seeds)
    for lonely in sorted(sidecars - {path.with_suffix("") for path in seeds}):
        raise SeedError(
            "the sidecar has no seed beside it",
            path=lonely.with_suffix(SIDECAR_SUFFIX),
            remedy=f"name it after its seed ({', '.join(SEED_SUFFIXES)}), or remove it",
        )
    return tuple(
        _seed(folder, path, with_sidecar=path.with_suffix("") in sidecars) for path in seeds
    )


def _files(folder: Path) -> Iterator[Path]:
    """Walk the folder without hidden names; a link must not lead out of it."""
    inside = folder.resolve()
    for here, names, files in os.walk(folder):
        names[:] = [name for name in names if not name.startswith(".")]
        for name in (*names, *files):
            path = Path(here, name)
            if path.is_symlink() and not path.resolve().is_relative_to(inside):
                raise SeedError(
                    "the link leads out of the folder of seeds",
                    path=path,
                    remedy="put a copy of the file in its place",
                )
        yield from (Path(here, name) for name in files if not name.startswith("."))


def _refuse_doubles(seeds: tuple[Path, ...]) -> None:
    """Two seeds with one slug would be one page."""
    # Reading seeds needs packages that a build from `content/` has no use for.
    from ..stages.ingest import slug_of

    first: dict[str, Path] = {}
    for path in seeds:
        other = first.setdefault(slug_of(path.stem), path)
        if other is not path:
            raise SeedError(
                f"would become the same page as {other}",
                path=path,
                remedy="give one of them another name",
            )


def _seed(folder: Path, path: Path, *, with_sidecar: bool) -> SeedFile:
    sidecar = _read(path.with_suffix(SIDECAR_SUFFIX)) if with_sidecar else b""
    try:
        text = sidecar.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SeedError(
            "the sidecar is not UTF-8",
            path=path.with_suffix(SIDECAR_SUFFIX),
            line=sidecar[: error.start].count(b"\n") + 1,
            remedy="save it again as UTF-8",
        ) from error
    return SeedFile(path.relative_to(folder).as_posix(), _read(path), text)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SeedError(
            f"cannot be read: {error.strerror}", path=path, remedy="look at its permissions"
        ) from error
