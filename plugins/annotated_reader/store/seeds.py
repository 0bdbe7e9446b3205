"""The folder of seeds in, each seed's bytes with its sidecar out; nothing is ever written.

What cannot be read is a mistake of its own: the other seeds are read all the same.
"""

from __future__ import annotations

import os
import stat
from collections import defaultdict
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from ..errors import SeedError, raise_together
from .manifest import stem
from .prints import Prints

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

SEED_SUFFIXES = (".txt", ".md", ".html", ".htm", ".epub")
SIDECAR_SUFFIX = ".toml"


class SeedFile(NamedTuple):
    """A seed as it lies in the folder: its path from there, its sidecar's text, its digest."""

    path: str
    file: Path
    sidecar: str = ""
    sha256: str = ""

    @property
    def data(self) -> bytes:
        """Read the seed; raises SeedError where that fails."""
        return _read(self.file)


def read_seeds(
    folder: Path, bad: list[SeedError] | None = None, prints: Prints | None = None
) -> tuple[SeedFile, ...]:
    """Find all seeds below the folder, sorted by path; `prints` may know what they hold.

    The mistakes of single seeds are put into `bad`, and the others are returned; without such
    a list they are raised together.
    """
    if not folder.is_dir():
        raise SeedError("there is no such folder", path=folder, remedy="make it and put texts in")
    errors: list[SeedError] = []
    prints = prints or Prints()
    paths = dict(sorted(_named(folder, _files(folder, errors), errors)))
    seeds = [name for name in paths if _suffix(name) in SEED_SUFFIXES]
    sidecars = {stem(name): name for name in paths if _suffix(name) == SIDECAR_SUFFIX}
    lonely = sorted(sidecars.keys() - set(map(stem, seeds)))
    errors += [_lonely(paths[sidecars[each]]) for each in lonely]
    found = []
    for name in sorted(_without_doubles(seeds, paths, errors)):
        beside = sidecars.get(stem(name))
        try:
            sidecar = _sidecar(paths[beside]) if beside else ""
            sha256 = prints.of(str(paths[name]), partial(_read, paths[name]))
            found.append(SeedFile(name, paths[name], sidecar, sha256))
        except SeedError as error:
            errors.append(error)
    if bad is None:
        raise_together(errors)
    else:
        bad += errors
    return tuple(found)


def _files(folder: Path, errors: list[SeedError]) -> Iterator[Path]:
    """Walk the folder without hidden names; a link must not lead out of it."""
    inside = os.path.realpath(folder)

    def unreadable(error: OSError) -> None:
        errors.append(_unreadable(Path(error.filename), error))

    for here, names, files in os.walk(folder, onerror=unreadable):
        names[:] = [name for name in names if not name.startswith(".")]
        out = {name for name in (*names, *files) if _leads_out(os.path.join(here, name), inside)}  # noqa: PTH118
        errors += [_link(Path(here, name)) for name in sorted(out)]
        for name in files:
            if not name.startswith(".") and name not in out:
                yield Path(here, name)


def _leads_out(path: str, inside: str) -> bool:
    """Tell whether a path is a link out of a folder; these functions raise for no name."""
    if not os.path.islink(path):  # noqa: PTH114
        return False
    return not Path(os.path.realpath(path)).is_relative_to(inside)


def _link(path: Path) -> SeedError:
    return SeedError(
        "the link leads out of the folder of seeds",
        path=path,
        remedy="put a copy of the file in its place",
    )


def _named(
    folder: Path, paths: Iterable[Path], errors: list[SeedError]
) -> Iterator[tuple[str, Path]]:
    """Name files by their paths from the folder: as UTF-8, whatever the locale takes them for."""
    for path in paths:
        name = path.relative_to(folder).as_posix()
        try:
            yield name.encode("utf-8", "surrogateescape").decode(), path
        except UnicodeDecodeError:
            errors.append(SeedError("the name is not UTF-8", path=path, remedy="rename it"))


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def _lonely(path: Path) -> SeedError:
    return SeedError(
        "the sidecar has no seed beside it",
        path=path,
        remedy=f"name it after its seed ({', '.join(SEED_SUFFIXES)}), or remove it",
    )


def _without_doubles(
    seeds: Iterable[str], paths: Mapping[str, Path], errors: list[SeedError]
) -> Iterator[str]:
    """Two seeds with one slug would be one page; which of them is meant, nobody can tell."""
    # Reading seeds needs packages that a build from `content/` has no use for.
    from ..stages.ingest import slug_of

    by_slug: dict[str, list[str]] = defaultdict(list)
    for name in seeds:
        by_slug[slug_of(PurePosixPath(name).stem)].append(name)
    for same in by_slug.values():
        if len(same) == 1:
            yield same[0]
            continue
        for name in same:
            other = next(each for each in same if each != name)
            errors.append(
                SeedError(
                    f"would become the same page as {other}",
                    path=paths[name],
                    remedy="give one of them another name",
                )
            )


def _sidecar(path: Path) -> str:
    data = _read(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SeedError(
            "the sidecar is not UTF-8",
            path=path,
            line=data[: error.start].count(b"\n") + 1,
            remedy="save it again as UTF-8",
        ) from error


def _read(path: Path) -> bytes:
    """Read a file; a pipe or a device might never end."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise SeedError(
                "is a device or a pipe, not a file", path=path, remedy="put a file in its place"
            )
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> SeedError:
    remedy = "look whether it is still there, and at its permissions"
    return SeedError(f"cannot be read: {error.strerror}", path=path, remedy=remedy)
