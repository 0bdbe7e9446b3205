"""A complete staging folder in, published as the output folder: the old site or the new one.

The staging folder is moved beside the old site (from another disk it is copied), files that did
not change keep their times, and two renames exchange the sites. A run that is killed in between
leaves a whole site under one of the two names, and the next run puts it in its place.
Only a site of ours (it has a `reader.json`) is ever replaced.
"""

from __future__ import annotations

import errno
import filecmp
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from ..errors import ReaderError
from .files import WRITING
from .signature import Signature, sign_folder

MARKER = "reader.json"


def swap(staging: Path, output: Path) -> bool:
    """Publish `staging` as `output` and be rid of it; False if that is what it holds already."""
    output = output.resolve()
    _refuse_foreign(staging.resolve(), output)
    recover(output)
    staged, public = sign_folder(staging), sign_folder(output)
    for half in [name for name in staged if _is_half_written(name)]:
        (staging / half).unlink()
        del staged[half]
    public = {name: line for name, line in public.items() if not _is_half_written(name)}
    again = [name for name, line in staged.items() if _again(name, line, public, staging, output)]
    if len(again) == len(staged) == len(public):
        return False
    new, old = _beside(output)
    try:
        _keep_times(staging, output, [name for name in again if staged[name] != public[name]])
        _move(staging, new, staged)
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


def _is_half_written(name: str) -> bool:
    """Tell whether a killed process was writing the file."""
    return name.rpartition("/")[2].startswith(WRITING)


def _again(name: str, line: str, public: Signature, staging: Path, output: Path) -> bool:
    """Tell whether a staged file is public as it is; a linked one has the same signature."""
    return name in public and (
        public[name] == line or filecmp.cmp(staging / name, output / name, shallow=False)
    )


def _keep_times(staging: Path, output: Path, names: Iterable[str]) -> None:
    """Give files that did not change their old times, so that browsers need not ask again."""
    for name in names:
        known = (output / name).stat()
        os.utime(staging / name, ns=(known.st_atime_ns, known.st_mtime_ns))


def _move(staging: Path, new: Path, names: Iterable[str]) -> None:
    """Make `new` of the files in the staging folder, which goes."""
    try:
        staging.rename(new)
    except OSError as error:
        if error.errno != errno.EXDEV:  # another disk
            raise
        new.mkdir(parents=True)
        for name in (MARKER, *names):
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(staging / name, new / name)
        shutil.rmtree(staging)


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
