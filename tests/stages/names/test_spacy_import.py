"""What is imported in order to read a text, and what is not; each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PLUGINS = Path(__file__).parents[3] / "plugins"

READ = """
import sys
from annotated_reader.stages.names.spacy_import import without_commands
with without_commands():
    import spacy
"""


def said_by(code: str) -> str:
    """What a new process prints that runs the code."""
    command = [sys.executable, "-W", "error", "-c", code]
    done = subprocess.run(
        command, cwd=PLUGINS, env={}, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.strip()


def test_reading_a_text_imports_no_command_line() -> None:
    code = f"{READ}\nprint(sys.modules.keys() & {{'typer', 'weasel', 'httpx', 'spacy.cli'}})"
    assert said_by(code) == "set()"


def test_the_real_commands_are_there_for_whoever_imports_them_later() -> None:
    code = f"{READ}\nimport spacy.cli\nprint(spacy.cli.info.__module__)"
    assert said_by(code) == "spacy.cli.info"


def test_spacy_tells_of_itself_all_the_same() -> None:
    code = f"{READ}\nprint(spacy.info(silent=True)['spacy_version'] == spacy.__version__)"
    assert said_by(code) == "True"


def test_a_folder_of_plain_texts_needs_no_reader_of_web_pages() -> None:
    code = (
        "import sys, annotated_reader.conversion\nprint(sys.modules.keys() & {'bs4', 'markdown'})"
    )
    assert said_by(code) == "set()"
