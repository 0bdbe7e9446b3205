"""The theme's scripts as they are published."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from annotated_reader.search.joining import CLIENT
from annotated_reader.site.minify import SCRIPTS, minify_scripts
from annotated_reader.site.theme import THEME


def test_our_scripts_lose_their_comments(tmp_path: Path) -> None:
    shutil.copy(THEME / SCRIPTS / "card.js", tmp_path)

    minify_scripts(tmp_path)

    script = (tmp_path / "card.js").read_text(encoding="utf-8")
    assert script.startswith('"use strict";')
    assert "AnnotatedReader.card={open,close}" in script
    assert "/*" not in script


def test_script_of_another_theme_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "card.js").write_text("/* mine */ let a = 1;\n", encoding="utf-8")

    minify_scripts(tmp_path)

    assert (tmp_path / "card.js").read_text(encoding="utf-8") == "/* mine */ let a = 1;\n"


def test_public_file_that_shares_its_bytes_is_not_written_to(tmp_path: Path) -> None:
    staged, public = tmp_path / "staged", tmp_path / "public.js"
    staged.mkdir()
    shutil.copy(THEME / SCRIPTS / "card.js", public)
    (staged / "card.js").hardlink_to(public)

    minify_scripts(staged)

    assert "/**" in public.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "script", [*(THEME / SCRIPTS).glob("*.js"), *CLIENT.glob("*.js")], ids=lambda path: path.name
)
def test_no_script_has_a_template_within_a_template(script: Path) -> None:
    """The minifier takes the inner one for code, and its spaces away."""
    assert re.findall(r"\$\{[^}`]*`", script.read_text(encoding="utf-8")) == []
