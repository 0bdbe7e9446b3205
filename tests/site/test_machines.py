"""Other machines: their names of files, their languages, their Pythons, and what they forbid."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotated_reader.errors import ContentError
from annotated_reader.site.check_site import check_site
from annotated_reader.site.redirects import redirects
from annotated_reader.stages.editing.entries import parse_entry
from annotated_reader.stages.ingest import slug_of
from annotated_reader.store import read_content
from tests import tiny_model
from tests.test_left_out import library

from .conftest import ROOT, contents

if TYPE_CHECKING:
    from tests.test_conversion import Library

__all__ = ["library"]  # a fixture

SEEDS = {
    "Ош летом 2010.txt": "Title: Ош & “Kant”\n\nRoza Otunbayeva came to Osh – and went.\n",
    "a text.md": "# A text\n\nKant was calm.\n",
    "cafe\u0301.txt": "Title: Café\n\nNobody was named.\n",
    "bad.txt": "",
}
COMPILE = """
import pathlib, sys
for path in pathlib.Path(sys.argv[1]).rglob("*.py"):
    compile(path.read_bytes(), str(path), "exec")
"""
C_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@dataclass(frozen=True)
class Made:
    """What `invoke site` made, said and tried in a folder."""

    content: dict[str, bytes]
    output: dict[str, bytes]
    said: str
    tried: list[str]


def make(folder: Path, locale: dict[str, str]) -> Made:
    for name in ("seeds", "packages"):
        (folder / name).mkdir(parents=True)
    tiny_model.install(folder / "packages")
    for name, text in SEEDS.items():
        (folder / "seeds" / name).write_text(text, "utf-8")
    paths = [str(folder / "packages"), str(ROOT), str(ROOT / "plugins")]
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": os.pathsep.join(paths), **locale}
    command = [sys.executable, str(ROOT / "tests" / "site" / "elsewhere.py")]
    command += [str(folder / name) for name in ("tried.json", "seeds", "content", "output")]
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr.decode()
    tried = json.loads((folder / "tried.json").read_text("utf-8"))
    return Made(
        contents(folder / "content"),
        contents(folder / "output"),
        (done.stdout + done.stderr).decode("utf-8", "surrogateescape"),
        tried,
    )


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The site as it is made in a plain folder of a usual machine."""
    return make(tmp_path_factory.mktemp("here") / "library", {"LC_ALL": "C.UTF-8"})


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The same in a folder with an awkward name, on a machine that knows ASCII alone."""
    return make(tmp_path_factory.mktemp("else") / "Тексты & “other” 'things' #1 100%", C_LOCALE)


@pytest.mark.slow
def test_folder_with_spaces_and_other_letters_makes_the_same_content(
    here: Made, elsewhere: Made
) -> None:
    assert elsewhere.content == here.content
    assert len([name for name in here.content if name.startswith("texts/")]) == 3


def test_folder_with_spaces_and_other_letters_makes_the_same_site(
    here: Made, elsewhere: Made
) -> None:
    assert elsewhere.output == here.output


def test_command_says_in_ascii_what_it_has_to_say(elsewhere: Made) -> None:
    assert elsewhere.said.isascii()
    assert "bad.txt: " in elsewhere.said


def test_sources_may_be_read_only_and_no_connection_is_made(elsewhere: Made) -> None:
    assert elsewhere.tried == []


def test_name_of_a_seed_gives_one_slug_in_every_unicode_form() -> None:
    assert slug_of("Йод, café") == slug_of("И\u0306од, cafe\u0301")


def test_entries_that_differ_in_case_alone_are_a_mistake(library: Library) -> None:
    library.convert()
    entry = "---\nTitle: Oslo\nKind: place\n---\n\nA city.\n"
    (library.content / "glossary" / "Osh.md").write_text(entry)
    with pytest.raises(ContentError, match=r"Osh\.md: is the same file as glossary/osh\.md where"):
        read_content(library.content)


def test_entry_that_the_machine_would_write_beside_a_lookalike_is_a_mistake(
    library: Library,
) -> None:
    entry = "---\nTitle: Oslo\nKind: place\n---\n\nA city.\n"
    (library.content / "glossary").mkdir(parents=True)
    (library.content / "glossary" / "Osh.md").write_text(entry)
    with pytest.raises(ContentError, match=r"Osh\.md: is the same file as glossary/osh\.md where"):
        library.convert()
    assert [path.name for path in library.content.rglob("*.*")] == ["Osh.md"]


def test_texts_that_differ_in_unicode_form_alone_are_a_mistake(library: Library) -> None:
    library.convert()
    for name in ("caf\u00e9", "cafe\u0301"):
        (library.content / "texts" / f"{name}.md").write_text("---\ntitle: Café\n---\n\nWords.\n")
    with pytest.raises(ContentError, match=r"is the same file as texts/"):
        read_content(library.content)


def test_page_that_leads_on_takes_the_place_of_no_lookalike() -> None:
    header = "---\nTitle: Osch\nKind: place\nAliases: Osh\n---\n\nA city.\n"
    entry = replace(parse_entry("osch", header), creator="editor")
    assert redirects([entry], {"osch"}) == {"osh": "osch"}
    assert redirects([entry], {"osch", "Osh"}) == {}


def test_site_with_files_that_differ_in_case_alone_is_not_published(tmp_path: Path) -> None:
    for name in ("about.txt", "About.txt"):
        (tmp_path / name).write_text("")
    (problem,) = check_site(tmp_path)
    assert str(problem) == (
        "about.txt: the same file as About.txt where case or Unicode form do not count"
    )


def pythons() -> list[str]:
    """Interpreters from 3.11 on that are here: Debian's, and those of pyenv."""
    of_pyenv = (Path.home() / ".pyenv" / "versions").glob("3.1[1-9].*/bin/python")
    found = [shutil.which(f"python3.{minor}") for minor in range(11, 16)]
    return [str(path) for path in (*filter(None, found), *of_pyenv) if "shims" not in str(path)]


@pytest.mark.parametrize("python", pythons())
def test_every_python_here_reads_our_sources_without_a_warning(python: str) -> None:
    command = [python, "-W", "error", "-c", COMPILE, str(ROOT / "plugins")]
    subprocess.run(command, check=True)
