"""Every hostile text, page, name and entry in one site: the browser runs none of it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotated_reader import parses
from annotated_reader.site.run import build_site, convert_seeds
from tests.hostile.corpus import LETTERS, MARKUP, PAGES, SCRIPT
from tests.hostile.folders import NAMES, WORDS
from tests.test_conversion import parse_by_list

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SETTINGS = Path(__file__).parents[2] / "pelicanconf.py"


SHORT = 10_000  # longer ones are long, which is no matter for a browser
LEADS_ON = re.compile(r'http-equiv="refresh" content="0; ?url=([^"]*)"')
LIVE = "main :is(script:not([src]), iframe, form:not([role=search]), object, embed, [onclick])"
ENTRY = "---\nTitle: {title}\nKind: place\nStatus: approved\n---\n\n{body}\n"


def write_seeds(folder: Path) -> None:
    """Write every case as a text, a page or a name; one has a hostile sidecar."""
    for kind, cases in (("markup", MARKUP), ("letters", LETTERS)):
        for number, (name, text) in enumerate(cases.items()):
            if len(text) > SHORT:
                continue
            title = f"{kind} {number} {text[:40].splitlines()[0]}"
            words = f"Title: {title}\n\n{text}\n\nOsh: {name}.\n"
            (folder / f"{kind}-{number:02}.txt").write_text(words, "utf-8")
    for number, page in enumerate(PAGES.values()):
        if "Osh was calm" in page and len(page) < SHORT:
            (folder / f"page-{number:02}.html").write_text(page, "utf-8")
    for name in ("markup", "Markdown", "template", "quotes"):
        (folder / NAMES[name]).write_bytes(WORDS)
    (folder / "beside.txt").write_bytes(WORDS)
    hostile = "".join(f"{key} = {json.dumps(SCRIPT)}\n" for key in ("title", "author", "rights"))
    (folder / "beside.toml").write_text(hostile, "utf-8")


def write_glossary(folder: Path) -> None:
    """Write entries by hand that hold markup as it is, as a stranger might send them."""
    folder.mkdir(parents=True)
    for number, markup in enumerate([*MARKUP.values(), "\n\n".join(PAGES.values())]):
        title = json.dumps(f"{number} {SCRIPT}")
        entry = ENTRY.format(title=title, body=f"Osh. {markup[:20_000]}")
        (folder / f"hand-{number}.md").write_text(entry, "utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("hostile")
    (root / "seeds").mkdir()
    write_seeds(root / "seeds")
    write_glossary(root / "content" / "glossary")
    chosen = {
        "PATH": str(root / "content"),
        "OUTPUT_PATH": str(root / "output"),
        "READER_SEEDS": str(root / "seeds"),
        "READER_CACHE": str(root / "cache"),
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parses, "parse", parse_by_list)
        convert_seeds(SETTINGS, chosen)
    build_site(SETTINGS, chosen | {"READER_CONVERT": False, "READER_CHECK": False})
    return root / "output"


@pytest.mark.slow
def test_no_text_runs_asks_or_shows_anything_but_itself(page: Page, site: Path) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 50
    for path in pages:
        if leads_on := LEADS_ON.search(path.read_text("utf-8")):
            assert (path.parent / leads_on[1]).is_file(), path.name
            continue
        page.goto(path.as_uri())
        assert page.evaluate("window.__canary") is None, path.name
        assert page.locator(LIVE).count() == 0, path.name
    assert dialogs == []


def test_words_of_a_script_are_shown_as_words(page: Page, site: Path) -> None:
    page.goto((site / "texts" / "markup-00.html").as_uri())
    assert "<script>window.__canary" in page.locator(".text").inner_text()
