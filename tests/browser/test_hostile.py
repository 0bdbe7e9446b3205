"""Every hostile text in one site: the browser runs none of it, asks for none of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotated_reader import conversion
from annotated_reader.site.run import build_site, convert_seeds
from tests.hostile.corpus import LETTERS, MARKUP
from tests.test_conversion import parse_by_list

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SETTINGS = Path(__file__).parents[2] / "pelicanconf.py"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("hostile")
    (root / "seeds").mkdir()
    for kind, cases in (("markup", MARKUP), ("letters", LETTERS)):
        for number, (name, text) in enumerate(cases.items()):
            words = (
                f"Title: {kind} {number} {text[:40].splitlines()[0]}\n\n{text}\n\nOsh: {name}.\n"
            )
            (root / "seeds" / f"{kind}-{number:02}.txt").write_text(words, "utf-8")
    chosen = {
        "PATH": str(root / "content"),
        "OUTPUT_PATH": str(root / "output"),
        "READER_SEEDS": str(root / "seeds"),
        "READER_CACHE": str(root / "cache"),
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(conversion, "parse", parse_by_list)
        convert_seeds(SETTINGS, chosen)
    build_site(SETTINGS, chosen | {"READER_CONVERT": False, "READER_CHECK": True})
    return root / "output"


def test_no_text_runs_asks_or_shows_anything_but_itself(page: Page, site: Path) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    pages = [*sorted((site / "texts").glob("*.html")), *sorted(site.glob("*.html"))]
    for path in pages:
        page.goto(path.as_uri())
        assert page.evaluate("window.__canary") is None, path.name
        live = "main :is(script:not([src]), iframe, [onerror], [onclick], [onload], [onmouseover])"
        assert page.locator(live).count() == 0, path.name
    assert dialogs == []


def test_words_of_a_script_are_shown_as_words(page: Page, site: Path) -> None:
    page.goto((site / "texts" / "markup-00.html").as_uri())
    assert "<script>window.__canary" in page.locator(".text").inner_text()
