"""Pelican's settings become the reader's; misspellings are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from pelican.settings import DEFAULT_CONFIG

from annotated_reader.errors import ReaderError
from annotated_reader.site.settings import SETTINGS, read_settings

PELICAN = {"PATH": "/site/content", "OUTPUT_PATH": "/site/output"}


def test_defaults_stand_beside_the_content() -> None:
    settings = read_settings(PELICAN)
    assert settings.seeds == Path("/site/seeds")
    assert settings.cache == Path("/site/.cache/reader")


def test_absolute_folder_stays_where_it_is() -> None:
    assert read_settings({**PELICAN, "READER_SEEDS": "/texts"}).seeds == Path("/texts")


def test_content_that_is_the_working_folder_holds_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert read_settings({**PELICAN, "PATH": "."}).seeds == tmp_path / "seeds"


def test_unknown_setting_names_the_one_that_was_meant() -> None:
    with pytest.raises(ReaderError, match="did you mean READER_SEEDS"):
        read_settings({**PELICAN, "READER_SEED": "texts"})


@pytest.mark.parametrize("name", ["READR_SEEDS", "REDAER_SEEDS", "READERSEEDS", "EADER_SEEDS"])
def test_slip_in_the_prefix_is_no_setting_of_somebody_else(name: str) -> None:
    with pytest.raises(ReaderError, match=f"unknown setting {name}; did you mean READER_SEEDS"):
        read_settings({**PELICAN, name: "texts"})


def test_settings_of_pelican_and_of_others_are_theirs() -> None:
    others = {"READERS": {}, "READTIME": 1, "READER": "me", "SEEDS": "x"}
    read_settings({**DEFAULT_CONFIG, **PELICAN, **others})


def test_unknown_setting_without_a_lookalike_lists_all() -> None:
    with pytest.raises(ReaderError, match="known: READER_SEEDS, READER_CACHE"):
        read_settings({**PELICAN, "READER_XYZZY": 1})


def test_setting_of_another_type_is_refused() -> None:
    with pytest.raises(ReaderError, match="READER_WORKERS is 'two'; it must be of type int"):
        read_settings({**PELICAN, "READER_WORKERS": "two"})


def test_number_is_no_switch() -> None:
    with pytest.raises(ReaderError, match="READER_CONVERT is 1; it must be of type bool"):
        read_settings({**PELICAN, "READER_CONVERT": 1})


@pytest.mark.parametrize("name", SETTINGS)
def test_readme_explains_the_setting(name: str) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert f"| `{name}` | `{SETTINGS[name].default}` | {SETTINGS[name].meaning} |" in readme
