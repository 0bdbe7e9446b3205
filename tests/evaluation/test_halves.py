from __future__ import annotations

from dataclasses import replace

from evaluation.gum import GumText, Named
from evaluation.halves import across_halves, cut


def gum_text(first: str, second: str, *names: tuple[str, str]) -> GumText:
    """Make a text of two paragraphs; `names` are surfaces in order, each with what it names."""
    text, at, found = f"{first}\n\n{second}", 0, []
    for surface, thing in names:
        at = text.index(surface, at)
        found.append(Named(at, at + len(surface), "person", thing))
        at += len(surface)
    return GumText("a text", text, "", tuple(found), ())


def test_text_is_cut_between_its_paragraphs() -> None:
    text = gum_text("Ada Reed came.", "Ada Reed left.", ("Ada Reed", "1"), ("Ada Reed", "1"))
    halves = [[half.text[n.start : n.end] for n in half.names] for half in cut(text)]
    assert halves == [["Ada Reed"], ["Ada Reed"]]


def test_full_name_in_both_halves_is_joined() -> None:
    text = gum_text("Ada Reed came.", "Ada Reed left.", ("Ada Reed", "1"), ("Ada Reed", "1"))
    assert across_halves([text]).f1 == 1


def test_two_of_one_name_count_against_precision() -> None:
    text = gum_text("Ada Reed came.", "Ada Reed left.", ("Ada Reed", "1"), ("Ada Reed", "2"))
    assert across_halves([text]).precision == 0


def test_one_of_two_names_counts_against_recall() -> None:
    text = gum_text("Ada Reed came.", "Lucy Stone left.", ("Ada Reed", "1"), ("Lucy Stone", "1"))
    assert across_halves([text]).recall == 0


def test_land_and_its_state_may_count_as_one() -> None:
    text = gum_text("Russia is big.", "Russia said no.", ("Russia", "1"), ("Russia", "2"))
    text = replace(text, names=tuple(replace(name, kind="place") for name in text.names))
    assert across_halves([text]).precision == 0
    assert across_halves([text], lands_once=True).f1 == 1
