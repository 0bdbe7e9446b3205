"""Commands for who works on the project itself: tests, checks, benches, the lock."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from annotated_reader.errors import ReaderError
from tools.command import PYTHON, ROOT, command

if TYPE_CHECKING:
    from invoke import Context


@command
def test(
    context: Context, everything: bool = False, coverage: bool = False, arguments: str = ""
) -> None:
    """Run the tests."""
    chosen = [] if everything or os.environ.get("CI") else ['-m "not slow"']
    chosen += ["--cov --cov-report=term"] if coverage else []  # a third more of time
    context.run(f"{PYTHON} -m pytest -n auto {' '.join([*chosen, arguments])}", pty=False)


@command
def audit(context: Context, write: bool = False) -> None:
    """Compare what is installed with what is locked, file by file; list the licenses."""
    context.run(f"{PYTHON} -m tools.audit{' --write' if write else ''}")


@command
def fuzz(context: Context, seconds: int = 10, only: str = "") -> None:
    """Look for inputs that break a promise; a find becomes a test in tests/hostile/crashes/."""
    from fuzz.names import NAMES

    if only not in {"", *NAMES}:
        raise ReaderError(f"nothing fuzzes {only}", remedy=f"choose one of {', '.join(NAMES)}")
    environment = {"PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}"}
    for name in [only] if only else NAMES:
        context.run(f"{PYTHON} -m fuzz.run {name} {seconds}", env=environment)


@command
def lint(context: Context) -> None:
    """Look for faults of form."""
    context.run(f"{PYTHON} -m ruff format --check . && {PYTHON} -m ruff check .")


@command
def types(context: Context) -> None:
    """Check the types."""
    context.run(f"{PYTHON} -m mypy")


@command
def screenshots(_context: Context, text: str = "", output: str = "output") -> None:
    """Take pictures of every kind of page, as a contact sheet, and the README's picture."""
    from annotated_reader.site import screenshots

    print(screenshots.take(Path(output), text, ROOT / "docs" / "reading-page.png"))
    print(screenshots.take_all(Path(output), ROOT / "screenshots"))


@command
def weight(context: Context, output: str = "output") -> None:
    """Weigh a made reading page, have Lighthouse judge the site; writes docs/weight.md."""
    context.run(
        f"{PYTHON} -m benchmarks.weight {shlex.quote(output)}",
        env={"PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}"},
    )


@command
def bench(context: Context, what: str, texts: int = 0, sizes: str = "") -> None:
    """Measure a `site`, a `rebuild`, a `search`, `scale`, `short-texts` or a `cluster`.

    Each writes its figures into docs/.
    """
    commands = {
        "site": f"bench {texts or ''}",
        "rebuild": f"rebuild {texts or ''}",
        "search": f"search {sizes}",
        "scale": f"scale {sizes}",
        "short-texts": f"short_texts {sizes}",
        "cluster": f"cluster {texts or ''}",
    }
    if what not in commands:
        remedy = f"choose {', '.join(commands)}"
        raise ReaderError(f"nothing measures {what}", remedy=remedy)
    environment = {"PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}"}
    context.run(f"{PYTHON} -m benchmarks.{commands[what]}", env=environment)
    if what == "site":
        weight(context)


@command
def evaluate(
    context: Context, gold: str = "../shared/gold", part: str = "test", coreference: str = ""
) -> None:
    """Score the pipeline beside the bare model on gold texts; writes docs/evaluation.md."""
    names = " ".join(shlex.quote(name) for name in (gold, part, "docs/evaluation.md", coreference))
    command = f"{PYTHON} -m evaluation.evaluate {names}"
    context.run(command, env={"PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}"})


@command
def wheel(context: Context) -> None:
    """Build the plugin for other Pelican sites, into dist/."""
    context.run(f"{PYTHON} -m build --wheel --no-isolation")


@command
def lock(context: Context) -> None:
    """Pin every package that is installed, with its hash (needs uv)."""
    for name in ("site", "test", "bench"):
        options = "--universal --generate-hashes --no-header --no-emit-package pip"
        options += " --python-version 3.11"  # pip, which pip-audit needs, is what installs the rest
        context.run(f"uv pip compile {options} requirements/{name}.in -o requirements/{name}.txt")
