"""The rooms of the package stand as DESIGN.md says: imports point one way, and come late."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "plugins" / "annotated_reader"
ROOMS = [
    "stages",
    "store",
    "search",
    "export",
    "pictures",
    "entry_making",
    "pipeline",
    "processes",
    "parse_key",
    "executors",
    "cluster",
    "glosses",
    "installed",
    "parses",
    "left_out",
    "readings",
    "kept",
    "composing",
    "conversion",
    "markdown_ext",
]

# What a room may import of ours, besides itself, model and errors.
ALLOWED = {
    "stages": set(),
    "store": {"stages"},
    "search": {"stages"},
    "export": {"stages"},
    "pictures": {"stages"},
    "entry_making": {"stages"},
    "pipeline": {"stages", "entry_making"},
    "readings": {"stages", "store"},
    "kept": {"stages", "store", "glosses", "readings"},
    "composing": {"stages", "pipeline", "store", "kept", "readings"},
    "processes": set(),
    "parse_key": {"store"},
    "executors": {"stages", "processes", "parse_key"},
    "glosses": {"stages", "store"},
    "installed": {"stages"},
    "left_out": {"store", "executors"},
    "cluster": {"stages", "executors"},
    "parses": {"stages", "store", "parse_key", "executors", "cluster", "installed"},
    "conversion": {
        "stages",
        "pipeline",
        "store",
        "kept",
        "composing",
        "executors",
        "glosses",
        "installed",
        "parses",
        "left_out",
        "readings",
    },
    "site": {
        "stages",
        "store",
        "search",
        "export",
        "pictures",
        "markdown_ext",
        "left_out",
        "processes",
        "executors",  # which load the model before there is anything to convert
        "conversion",
        "entry_making",  # which the review asks again for one entry
    },
}

IMPORT_ALL = """
import importlib, pkgutil, sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"pelican", "spacy", "thinc", "numpy"}:
            raise ImportError(f"{name} must not be imported")
sys.meta_path.insert(0, Refuse())
room = importlib.import_module("annotated_reader." + sys.argv[1])
for module in pkgutil.walk_packages(getattr(room, "__path__", []), f"{room.__name__}."):
    importlib.import_module(module.name)
"""


@pytest.mark.parametrize("room", ROOMS)
def test_room_needs_neither_pelican_nor_the_language_model(room: str) -> None:
    command = [sys.executable, "-c", IMPORT_ALL, room]
    subprocess.run(command, check=True, env={"PYTHONPATH": str(PACKAGE.parent)})


@pytest.mark.parametrize("room", ALLOWED)
def test_room_imports_only_the_rooms_below_it(room: str) -> None:
    modules = (
        (PACKAGE / room).rglob("*.py") if (PACKAGE / room).is_dir() else [PACKAGE / f"{room}.py"]
    )
    imported = {target for module in modules for target in rooms_imported(module)}
    assert imported - {room, "model", "errors"} <= ALLOWED[room]


@pytest.mark.parametrize("module", sorted(PACKAGE.rglob("*.py")), ids=str)
def test_package_is_imported_relatively(module: Path) -> None:
    assert not [name for name in absolute_imports(module) if name.startswith("annotated_reader")]


def rooms_imported(module: Path) -> set[str]:
    """Return the names right below our package that a module imports from."""
    depth = len(module.relative_to(PACKAGE).parts)
    found = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == depth:
            found |= (
                {node.module.partition(".")[0]} if node.module else {n.name for n in node.names}
            )
    return found


def absolute_imports(module: Path) -> set[str]:
    nodes = ast.walk(ast.parse(module.read_text(encoding="utf-8")))
    return {
        node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and not node.level
    }
