"""The scripts of the search page, as they are served."""

from __future__ import annotations

from annotated_reader.search.joining import APART, CLIENT, JOINED, client_scripts


def test_every_script_is_served() -> None:
    served = {*APART, *(name for names in JOINED.values() for name in names)}
    assert served == {path.stem for path in CLIENT.glob("*.js")}


def test_scripts_of_the_page_are_joined_in_their_order() -> None:
    script = client_scripts()["find.js"].decode()
    marks = ("search.analysis=", "search.index=", "search.score=", "search.find=")
    places = [script.index(mark) for mark in marks]
    assert places == sorted(places)


def test_what_other_pages_load_is_served_alone() -> None:
    scripts = client_scripts()
    assert all(f"{name}.js" in scripts for name in ("analysis", "marks", "shortcut"))
