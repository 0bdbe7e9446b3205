"""A finished site is known again without a build, and never where anything has changed."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from annotated_reader.site import make, run
from annotated_reader.site.stamp import Stamp, take_stamp
from annotated_reader.store import Plan, Record, Step, digest, draft

from .conftest import ROOT, Site

SETTINGS = """\
PATH = "content"
OUTPUT_PATH = "output"
SITENAME = "A reader"
THEME = "theme"
"""


@pytest.fixture
def made(site: Site) -> Site:
    """A library whose site was made: the stamp alone matters here, so nothing is built."""
    site.write("settings.py", SETTINGS)
    site.write("theme/static/css/a.css", "p {}")
    site.write("seeds/denial.txt", "A text.")
    site.write("output/reader.json", "{}")
    stamp(site).keep("2 texts")
    return site


def stamp(site: Site, **overrides: object) -> Stamp:
    found = take_stamp("site", site.root / "settings.py", overrides)
    assert found
    return found


def test_site_is_known_again(made: Site) -> None:
    assert stamp(made).summary() == "2 texts"


CHANGES: dict[str, Callable[[Site], object]] = {
    "a seed": lambda site: site.write("seeds/denial.txt", "B text."),
    "a new seed": lambda site: site.write("seeds/new.txt", "A text."),
    "a folder's name": lambda site: (site.root / "seeds").rename(site.root / "gone"),
    "an entry": lambda site: site.write("content/glossary/osh.md", "Title: Osh\n"),
    "a page": lambda site: (site.content / "pages/about.md").unlink(),
    "a style": lambda site: site.write("theme/static/css/a.css", "a {}"),
    "a setting": lambda site: site.write("settings.py", SETTINGS + 'SITEURL = "https://a.b"\n'),
    "the site": lambda site: site.write("output/index.html", "<p>by hand"),
    "a missing file of the site": lambda site: (site.output / "reader.json").unlink(),
    "a waiting suggestion": lambda site: site.write(".cache/reader/pending/glossary/osh.md", "a"),
    "a damaged stamp": lambda site: site.write(".cache/reader/made-by-site.json", "{"),
}  # fmt: skip


def test_new_texts_are_told_from_other_changes(made: Site) -> None:
    assert not stamp(made).has_new_texts()
    made.write("theme/static/css/a.css", "a {}")
    assert not stamp(made).has_new_texts()
    made.write("seeds/denial.txt", "B text.")
    assert stamp(made).has_new_texts()


def test_site_that_was_never_finished_has_no_new_texts(made: Site) -> None:
    stamp(made).path.unlink()
    assert not stamp(made).has_new_texts()


@pytest.mark.parametrize("what", CHANGES)
def test_change_is_seen(made: Site, what: str) -> None:
    CHANGES[what](made)
    assert stamp(made).summary() == ""


def test_edit_whose_time_was_put_back_is_seen(made: Site) -> None:
    path = made.root / "seeds" / "denial.txt"
    before = path.stat()
    path.write_text("B text.")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert stamp(made).summary() == ""


def test_option_of_a_command_is_seen(made: Site) -> None:
    assert stamp(made, SITEURL="https://example.org").summary() == ""


def test_upgraded_package_is_seen(made: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotated_reader.site.stamp.versions", lambda: ["markdown-9.0.dist-info"])
    assert stamp(made).summary() == ""


def test_hidden_file_of_an_editor_is_no_change(made: Site) -> None:
    made.write("seeds/.denial.txt.swp", "A te")
    assert stamp(made).summary() == "2 texts"


def test_settings_with_code_of_their_own_are_never_taken_for_known(made: Site) -> None:
    made.write("settings.py", SETTINGS + "JINJA_FILTERS = {'twice': lambda value: value * 2}\n")
    assert take_stamp("site", made.root / "settings.py", {}) is None


def test_seed_that_changes_during_a_build_is_not_taken_for_built(made: Site) -> None:
    begun = stamp(made)
    made.write("seeds/denial.txt", "A longer text.")
    begun.keep("2 texts")
    assert stamp(made).summary() == ""


def test_entry_that_changes_during_a_build_is_not_taken_for_built(made: Site) -> None:
    begun = stamp(made)
    made.write("content/glossary/osh.md", "---\nTitle: Osh\n---\n")
    begun.keep("2 texts")
    assert stamp(made).summary() == ""


def written(text: str) -> Plan:
    """A conversion that wrote the entry on Osh."""
    return Plan((Step("glossary/osh.md", "write", "", draft(text), record=Record(digest(text))),))


def test_what_the_conversion_wrote_is_taken_for_built(made: Site) -> None:
    begun = stamp(made)
    made.write("content/glossary/osh.md", "ours")
    begun.keep("2 texts", written("ours"))
    assert stamp(made).summary() == "2 texts"


def test_edit_of_what_the_conversion_wrote_is_not_taken_for_built(made: Site) -> None:
    begun = stamp(made)
    made.write("content/glossary/osh.md", "hers")
    begun.keep("2 texts", written("ours"))
    assert stamp(made).summary() == ""


def test_unchanged_site_is_not_built_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = {"PATH": str(site.content), "OUTPUT_PATH": str(site.output)}
    first = make.build_site(ROOT / "pelicanconf.py", paths)
    monkeypatch.setattr(run, "build_site", None)
    again = make.build_site(ROOT / "pelicanconf.py", paths)
    assert again.splitlines()[0] == make.UNCHANGED
    assert first.splitlines()[0].startswith(again.splitlines()[1])
