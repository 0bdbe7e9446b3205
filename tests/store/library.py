"""A content folder for tests, with a machine and an editor at work in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotated_reader.store import Disk, Report, apply_plan, load_manifest, plan_write

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True)
class Library:
    """A content folder that a machine and an editor share."""

    content: Path
    cache: Path

    def convert(self, wanted: Mapping[str, str], disk: Disk | None = None) -> Report:
        """Run the machine: texts come from seeds, entries do not."""
        plan = plan_write(load_manifest(self.content), self.content, with_seeds(wanted))
        return apply_plan(plan, self.content, self.cache, disk)

    def edit(self, name: str, text: str) -> None:
        """Do what an editor does with a file."""
        path = self.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def read(self, name: str) -> str:
        return (self.content / name).read_text("utf-8")

    def delete(self, name: str) -> None:
        (self.content / name).unlink()

    def holds(self, name: str) -> bool:
        return (self.content / name).exists()

    def files(self) -> dict[str, str]:
        return {
            path.relative_to(self.content).as_posix(): path.read_text("utf-8")
            for path in sorted(self.content.rglob("*"))
            if path.is_file()
        }


def with_seeds(wanted: Mapping[str, str]) -> dict[str, tuple[str, str | None]]:
    return {
        name: (text, None if name.startswith("glossary/") else f"seeds/{name[6:-3]}.txt")
        for name, text in wanted.items()
    }
