"""What a finished site was made from and is made of -> whether there is anything to do at all.

A stamp is kept with the caches once a site is finished. It covers the seeds, the content, the
theme, the settings, our code, the installed packages and the site's own files. A command that
finds it still true has nothing to do, and finds so without Pelican and the language model.
"""

from __future__ import annotations

import json
import os
import runpy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..store.files import digest, file_digest, remove, write_if_changed
from ..store.maker import versions
from ..store.signature import digest_signatures, sign_folder
from .settings import ReaderSettings, read_settings
from .theme import PACKAGE, THEME

if TYPE_CHECKING:
    from ..store import Plan

MANIFEST = "manifest.json"
SUGGESTIONS = ("pending", "deleted")


@dataclass(slots=True)
class Stamp:
    """A command's view of the files before it began; `path` is where what it knows is kept."""

    path: Path
    settings: ReaderSettings
    folders: tuple[Path, ...]
    options: str
    inputs: str
    seeds: str
    content: dict[str, str] = field(default_factory=dict)

    def summary(self) -> str:
        """Return what was said of the site when it was made, if it is still that; else nothing."""
        kept = self._kept()
        if kept.get("inputs") != self.inputs or kept.get("files") != self._files():
            return ""
        return str(kept.get("summary", ""))

    def has_new_texts(self) -> bool:
        """Tell whether the site was finished before and some of its seeds are others now."""
        return self._kept().get("seeds") not in (None, self.seeds)

    def keep(self, summary: str, plan: Plan | None = None) -> None:
        """Note that the site is finished, unless something changed while it was made.

        `plan` is what the conversion did to the content; every other change was not its own.
        """
        before, self.content = self.content, sign_folder(self.settings.content, hidden=False)
        as_it_was = _inputs(self.folders, self.options) == self.inputs
        if as_it_was and self._only_ours(before, plan):
            kept = {"inputs": self.inputs, "files": self._files(), "summary": summary}
            said = json.dumps(kept | {"seeds": self.seeds}, ensure_ascii=False)
            write_if_changed(self.path, said, durable=False)
        else:
            remove(self.path)

    def _kept(self) -> dict[str, Any]:
        try:
            kept = json.loads(self.path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def _only_ours(self, before: Mapping[str, str], plan: Plan | None) -> bool:
        steps = {step.path: step for step in plan.steps} if plan else {}
        names = {name for name, line in before.items() ^ self.content.items()}
        for name in names - ({MANIFEST} if plan else set()):
            step = steps.get(name)
            if step is None or step.action not in ("write", "remove"):
                return False
            if file_digest(self.settings.content / name) != step.written:
                return False
        return True

    def _files(self) -> str:
        rooms = [sign_folder(self.settings.cache / name) for name in SUGGESTIONS]
        made = [self.content, *rooms, sign_folder(self.settings.output)]
        return digest(self.inputs + digest_signatures(made))


def take_stamp(command: str, file: Path, overrides: Mapping[str, Any]) -> Stamp | None:
    """Look at everything that `command` depends on; None where that cannot be told.

    `file` is the settings file. Settings that are no plain data (functions of a site's own)
    say nothing of what they do, so such a site is always built.
    """
    values = _plain_settings(file, overrides)
    if values is None:
        return None
    chosen = read_settings(values)
    folders = tuple(_folders(chosen, file.parent, values))
    options = json.dumps([command, *versions(), values], sort_keys=True, default=str)
    inputs = _inputs(folders, options)
    seeds = digest_signatures([sign_folder(chosen.seeds, hidden=False)])
    content = sign_folder(chosen.content, hidden=False)
    path = chosen.cache / f"made-by-{command}.json"
    return Stamp(path, chosen, folders, options, inputs, seeds, content)


def _plain_settings(file: Path, overrides: Mapping[str, Any]) -> dict[str, Any] | None:
    """What a settings file says, with a command's own, if JSON can say it."""
    try:
        named = runpy.run_path(str(file))
        values = {name: value for name, value in named.items() if name.isupper()} | dict(overrides)
        json.dumps(values)
    except Exception:  # noqa: BLE001  # whatever is wrong there, the build itself tells
        return None
    values.setdefault("PATH", os.curdir)
    return values | {
        name: str(Path(file.parent, values.get(name, default)).absolute())
        for name, default in (("PATH", ""), ("OUTPUT_PATH", "output"))
    }


def _folders(chosen: ReaderSettings, root: Path, values: Mapping[str, Any]) -> Iterator[Path]:
    """Yield the folders, content aside, whose files a site is made from."""
    yield from (chosen.seeds, PACKAGE, THEME)
    named = [values.get("THEME"), *values.get("PLUGIN_PATHS", ())]
    named += values.get("THEME_TEMPLATES_OVERRIDES", ())
    yield from (root / name for name in named if isinstance(name, str))


def _inputs(folders: tuple[Path, ...], options: str) -> str:
    unique = dict.fromkeys(folder.resolve() for folder in folders)
    return digest(options + digest_signatures(sign_folder(each, hidden=False) for each in unique))
