"""Somebody else's Pelican site names the plugin and keeps its own theme and articles."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from .conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Site

SETTINGS = """\
PATH = "content"
THEME = "simple"
TIMEZONE = "Asia/Bishkek"
SITENAME = "Somebody’s blog"
RELATIVE_URLS = True
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""
FROM_SOURCE = f'PLUGIN_PATHS = ["{ROOT / "plugins"}"]\nPLUGINS = ["annotated_reader"]\n'
POST = "Title: A post\nDate: 2011-01-01\n\nWith a footnote[^1].\n\n[^1]: Of its own.\n"


def pelican(site: Site, path: Path | None = None) -> None:
    environment = {**os.environ, "PYTHONPATH": str(path or "")}
    command = [sys.executable, "-m", "pelican", "--fatal", "warnings"]
    subprocess.run(command, check=True, capture_output=True, cwd=site.root, env=environment)


@pytest.fixture
def foreign(site: Site) -> Site:
    site.write("pelicanconf.py", SETTINGS + FROM_SOURCE)
    site.write("content/a-post.md", POST)
    pelican(site)
    return site


def test_text_is_annotated_under_the_foreign_theme(foreign: Site) -> None:
    page = foreign.read("texts/denial.html")
    assert "Somebody’s blog" in page
    assert '<div class="text" data-slug="denial">' in page


def test_glossary_stands_in_the_foreign_theme(foreign: Site) -> None:
    page = foreign.read("glossary/osh.html")
    assert "Powered by" in page or "powered by" in page
    assert "A city in the south." in page


def test_search_stands_in_the_foreign_theme(foreign: Site) -> None:
    assert 'id="search-results"' in foreign.read("search.html")


def test_foreign_article_is_read_by_its_own_rules(foreign: Site) -> None:
    post = foreign.read("a-post.html")
    assert "fnref:1" in post
    assert "data-entry" not in post


def test_glossary_files_are_no_articles(foreign: Site) -> None:
    assert "osh.html" not in foreign.files()


def test_undated_text_shows_no_date_under_the_foreign_theme(foreign: Site) -> None:
    page = foreign.read("texts/undated.html")
    assert "0001" not in page
    assert "January" not in page


@pytest.mark.slow
def test_wheel_works_in_a_foreign_site(site: Site, tmp_path: Path) -> None:
    if importlib.util.find_spec("hatchling") is None:
        pytest.skip("hatchling is not installed")
    wheels, packages = tmp_path / "wheels", tmp_path / "packages"
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(wheels)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True)
    install = [sys.executable, "-m", "pip", "install", "--no-deps", "--target", str(packages)]
    subprocess.run([*install, *map(str, wheels.iterdir())], check=True, capture_output=True)
    site.write("pelicanconf.py", SETTINGS + 'PLUGINS = ["annotated_reader"]\n')
    pelican(site, packages)
    assert '<div class="text" data-slug="denial">' in site.read("texts/denial.html")
    assert "AnnotatedReader" in site.read("search/core.js")
    assert (packages / "pelican/plugins/annotated_reader/search/client/engine.js").is_file()
    assert (packages / "pelican/plugins/annotated_reader/search/_vendor/lunr.min.js").is_file()
    assert not (packages / "pelican/__init__.py").exists()
