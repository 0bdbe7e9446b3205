"""A complete staging folder in, published as the output folder: the old site or the new one.

The new site is put together beside the old one: what did not change is linked to the old
site's files, what did is copied (a link to a staged file would let the next build, writing it
in place, change the public site). Then two renames exchange them. A run that is killed in
between leaves a whole site under one of the two names, and the next run puts it in its place.
Only a site of ours (it has a `reader.json`) is ever replaced.
"""

from __future__ import annotations

import filecmp
import os
import shutil
from pathlib import Path

from ..errors import ReaderError
from .files import WRITING

MARKER = "reader.json"


def swap(staging: Path, output: Path) -> bool:
    """Publish `staging` as `output`; False if that is what it holds already."""
    output = output.resolve()
    _refuse_foreign(staging.resolve(), output)
    recover(output)
    names = _names(staging)
    if _names(output) == names and all(_same(staging / name, output / name) for name in names):
        return False
    new, old = _beside(output)
    try:
        _assemble(staging, output, new, names)
        if output.exists():
            output.rename(old)
        new.rename(output)
        _remove_site(old)
    except OSError as error:
        raise ReaderError(
            f"the site cannot be put in its place: {error.strerror}",
            path=output,
            remedy="the last good site is kept; look at the permissions of the folder above and at "
            "the space left on the disk",
        ) from error
    return True


def recover(output: Path) -> None:
    """Finish or undo an exchange that was killed; what is ours beside `output` goes."""
    output = output.resolve()
    new, old = _beside(output)
    for folder in (new, old):
        _refuse_foreign_folder(folder)
    # The old site leaves its place only once the new one is complete.
    if old.exists() and not output.exists():
        (new if new.exists() else old).rename(output)
    _remove_site(new)
    _remove_site(old)


def _beside(output: Path) -> tuple[Path, Path]:
    return output.with_name(f"{output.name}.new"), output.with_name(f"{output.name}.old")


def _refuse_foreign(staging: Path, output: Path) -> None:
    if not (staging / MARKER).is_file():
        raise ReaderError(
            f"is not a complete site: it has no {MARKER}", path=staging, remedy="build it again"
        )
    if output == staging or output in staging.parents or staging in output.parents:
        raise ReaderError(
            f"cannot be the output folder: the site is made in {staging}",
            path=output,
            remedy="choose another output folder",
        )
    _refuse_foreign_folder(output)


def _refuse_foreign_folder(folder: Path) -> None:
    if not folder.exists() or (folder / MARKER).is_file():
        return
    if not folder.is_dir() or any(folder.iterdir()):
        raise ReaderError(
            f"is not a site of ours (it has no {MARKER}) and is left as it is",
            path=folder,
            remedy="choose another output folder, or empty this one yourself",
        )


def _names(folder: Path) -> tuple[str, ...]:
    """List the files of a site by their paths, without what a killed process was writing."""
    start = len(str(folder)) + 1
    return tuple(
        sorted(
            Path(here, name).as_posix()[start:]
            for here, _, names in os.walk(folder)
            for name in names
            if not name.startswith(WRITING)
        )
    )


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other) or filecmp.cmp(one, other, shallow=False)
    except FileNotFoundError:
        return False


def _assemble(staging: Path, output: Path, new: Path, names: tuple[str, ...]) -> None:
    """Make the new site: files that did not change keep their times, so browsers need not ask."""
    for name in (MARKER, *(name for name in names if name != MARKER)):
        staged, public, target = staging / name, output / name, new / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if _same(staged, public):
            _link(public, target)
        else:
            shutil.copy2(staged, target)


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without hard links
        shutil.copy2(source, target)


def _remove_site(folder: Path) -> None:
    """Remove a site; its marker goes last, so that a half-removed one is known as ours."""
    if not folder.exists():
        return
    for path in folder.iterdir():
        if path.name == MARKER:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    (folder / MARKER).unlink(missing_ok=True)
    folder.rmdir()
