"""What the commands say to a user, and that each is explained."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from invoke import Collection

import tasks

ROOT = Path(__file__).parents[1]
NAMES = sorted(Collection.from_module(tasks).task_names)


def invoke(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "invoke", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


@pytest.mark.parametrize("name", NAMES)
def test_readme_explains_the_command(name: str) -> None:
    assert f"`invoke {name}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_mistake_of_the_users_is_one_line(tmp_path: Path) -> None:
    found = invoke("convert", "--seeds", str(tmp_path / "nowhere"), "--content", str(tmp_path))
    assert found.returncode == 1
    assert found.stderr.splitlines() == [
        f"{tmp_path / 'nowhere'}: no such folder; put the texts there"
    ]


def test_reader_of_the_output_may_have_enough_of_it() -> None:
    command = [sys.executable, "-m", "invoke", "status", "--json"]
    read, write = os.pipe()
    os.close(read)
    try:
        done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False, cwd=ROOT)
    finally:
        os.close(write)
    assert (done.returncode, done.stderr) == (1, b"")


def test_folder_that_is_no_site_is_not_cleaned_away(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("keep me")
    found = invoke("clean", "--output", str(tmp_path), "--content", str(tmp_path / "content"))
    assert found.returncode == 1
    assert (tmp_path / "letter.txt").exists()


def test_folder_that_is_no_site_is_not_replaced(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.mkdir()
    (output / "letter.txt").write_text("keep me")
    found = invoke("build", "--output", str(output), "--content", str(tmp_path / "content"))
    assert found.returncode == 1
    assert (output / "letter.txt").read_text() == "keep me"


def test_status_counts_what_the_content_holds(tmp_path: Path) -> None:
    (tmp_path / "glossary").mkdir()
    entry = "---\nTitle: Osh\nKind: place\nStatus: approved\n---\n\nA city.\n"
    (tmp_path / "glossary" / "osh.md").write_text(entry)
    found = invoke("status", "--content", str(tmp_path), "--seeds", str(tmp_path / "seeds"))
    assert found.stdout.splitlines() == [
        "0 texts, 0 mentions, 1 entries",
        "entries: 0 suggested, 1 approved, 0 hidden",
        "fits nothing any more: glossary/osh.md",
    ]
