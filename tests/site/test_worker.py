"""The process that makes the site while it is served: told what to do, and never in its way."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from annotated_reader.site import worker
from annotated_reader.site.worker import Worker, work

from .conftest import ROOT, Site

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = ROOT / "pelicanconf.py"


@pytest.fixture(autouse=True)
def _cold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_warm_up", lambda *_: None)


@pytest.fixture
def process(site: Site) -> Iterator[Worker]:
    overrides = {"PATH": str(site.content), "OUTPUT_PATH": str(site.output)}
    overrides["READER_SEEDS"] = str(site.root / "seeds")
    made = Worker(SETTINGS, overrides)
    yield made
    made.stop()


def test_command_is_carried_out_before_it_is_answered(process: Worker, site: Site) -> None:
    process.run("build")
    assert "Nobody knows when" in site.read("texts/undated.html")


def test_process_that_has_died_is_replaced(process: Worker, site: Site) -> None:
    process.run("site")  # fails: there are no seeds
    assert process.process
    process.process.kill()
    process.process.communicate()
    process.run("build")
    assert (site.output / "index.html").is_file()


def test_open_page_comes_before_the_answer(process: Worker, site: Site) -> None:
    shown: dict[str, bytes] = {}
    process.run("build", ["texts/undated.html"], shown.__setitem__)
    assert shown == {"texts/undated.html": (site.output / "texts/undated.html").read_bytes()}


def test_process_that_dies_in_the_middle_of_a_line_has_shown_nothing() -> None:
    process = Worker(SETTINGS, {})
    process.command = [sys.executable, "-c", "input(); print('[\"a.html\"', end='')"]
    shown: dict[str, bytes] = {}
    process.run("build", ["a.html"], shown.__setitem__)
    process.stop()
    assert shown == {}


def test_what_is_printed_is_no_answer(site: Site) -> None:
    settings = site.write("talkative.py", f"{SETTINGS.read_text()}\nprint('done', flush=True)\n")
    overrides = {"PATH": str(site.content), "OUTPUT_PATH": str(site.output)}
    overrides |= {"THEME": str(ROOT / "theme"), "READER_CACHE": str(site.root / "cache")}
    process = Worker(settings, overrides)
    process.run("build")
    process.stop()
    assert (site.output / "index.html").is_file()


def answers(site: Site, *commands: str) -> Iterator[str]:
    overrides = {"PATH": str(site.content), "OUTPUT_PATH": str(site.output)}
    return work(SETTINGS, overrides, iter(commands))


def test_mistake_is_told_and_the_next_build_mends_it(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    told = answers(site, "build", "build")
    path: Path = site.content / "glossary" / "osh.md"
    good = path.read_text()
    path.write_text("---\nTitle: Osh\nKind: planet\n---\n")
    next(told)
    assert "osh.md:3:" in capsys.readouterr().err
    path.write_text(good)
    next(told)
    assert (site.output / "index.html").is_file()


def test_warning_is_heard_again_in_the_next_build(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    site.write("content/pages/about.md", "Title: About\n\n[gone]({filename}gone.md)\n")
    told = answers(site, "build", "build")
    for _ in range(2):
        next(told)
        assert "Pelican warned" in capsys.readouterr().err


def test_fault_of_ours_does_not_end_the_process(
    site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fault(*_arguments: object) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr("annotated_reader.site.make.build_site", fault)
    assert list(answers(site, "build", "build")) == ["done", "done"]
    assert "ZeroDivisionError" in capsys.readouterr().err
