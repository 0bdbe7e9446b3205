"""What fuzzing has found once is never found again; and the fuzzers themselves find something."""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzz import run
from fuzz.mutate import mutants
from fuzz.names import NAMES
from fuzz.seeds import crashes_of, seeds_of
from fuzz.targets import DRAWN, TARGETS

FOUND = [(target, path) for target in TARGETS for path in crashes_of(target)]


@pytest.mark.parametrize(
    ("target", "path"), FOUND, ids=[f"{target}-{path.name}" for target, path in FOUND]
)
def test_find_of_an_earlier_run_is_mended(target: str, path: Path) -> None:
    TARGETS[target](path.read_bytes())


@pytest.mark.slow
@pytest.mark.parametrize("target", [target for target in TARGETS if target not in DRAWN])
def test_target_bears_what_it_starts_from(target: str) -> None:
    for data in seeds_of(target):
        TARGETS[target](data)


def test_every_target_has_a_name_that_a_command_knows() -> None:
    assert {*TARGETS, run.IN_A_BROWSER} == set(NAMES)


def test_mutants_are_the_same_for_the_same_seed() -> None:
    made = [data for data, _ in zip(mutants([b"Osh was calm."], 7), range(20), strict=False)]
    again = [data for data, _ in zip(mutants([b"Osh was calm."], 7), range(20), strict=False)]
    assert made == again
    assert len(set(made)) > 10


def test_find_is_kept_where_the_tests_look_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(data: bytes) -> None:
        assert b"\xff" not in data, "a promise is broken"

    monkeypatch.setattr(run, "CRASHES", tmp_path)
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setitem(TARGETS, "escape", broken)
    assert run.fuzz_without_guide("escape", 60) == 1
    (found,) = (tmp_path / "escape").iterdir()
    assert b"\xff" in found.read_bytes()
    assert "a promise is broken" in capsys.readouterr().err
