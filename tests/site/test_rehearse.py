"""A rehearsal makes a whole site, and leaves nothing behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotated_reader.site.rehearse import make_small_site, rehearse

from .conftest import ROOT, Site, contents

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = ROOT / "pelicanconf.py"


@pytest.mark.model
def test_small_site_is_whole(tmp_path: Path) -> None:
    make_small_site(SETTINGS, {}, tmp_path)
    page = (tmp_path / "output/texts/text.html").read_text("utf-8")
    assert 'data-entry="osh"' in page
    assert 'data-entry="aizada-nurbekova"' in page


@pytest.mark.model
def test_rehearsal_leaves_nothing_behind(site: Site) -> None:
    before = contents(site.root)
    rehearse(SETTINGS, {"PATH": str(site.content), "OUTPUT_PATH": str(site.output)})
    assert contents(site.root) == before


def test_rehearsal_that_fails_is_not_heard_of(
    site: Site, capfd: pytest.CaptureFixture[str]
) -> None:
    before = contents(site.root)
    overrides = {"PATH": str(site.content), "OUTPUT_PATH": str(site.output)}
    rehearse(SETTINGS, {**overrides, "READER_MODEL": "no_such_model"})
    assert contents(site.root) == before
    assert capfd.readouterr() == ("", "")
