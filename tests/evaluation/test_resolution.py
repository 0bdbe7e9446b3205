from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.dated import score_dates
from evaluation.gum import GumText, read_gum
from evaluation.resolution import b_cubed, pairwise, resolve_gold

SENTENCE = """# meta::dateCreated = 2010-06-20
# newpar
1\tRoza\tRoza\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(4-person-new
2\tOtunbayeva\tOtunbayeva\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=4)
3\tcame\tcome\tVERB\tVBD\t_\t0\troot\t_\t_
4\tin\tin\tADP\tIN\t_\t5\tcase\t_\t_
5\t2010\t2010\tNUM\tCD\t_\t3\tobl\t_\tXML=<date when:::"2010"></date>|SpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_
"""


@pytest.fixture
def text(tmp_path: Path) -> GumText:
    (tmp_path / "a.conllu").write_text(SENTENCE, "utf-8")
    (found,) = read_gum(tmp_path, ["a", "missing"])
    return found


def test_gum_text_has_its_names(text: GumText) -> None:
    assert [(text.text[n.start : n.end], n.kind, n.thing) for n in text.names] == [
        ("Roza Otunbayeva", "person", "4")
    ]


def test_date_in_the_gold_is_scored(text: GumText) -> None:
    assert score_dates([text]).right == 1


def test_gold_mentions_are_resolved(text: GumText) -> None:
    assert resolve_gold([text]) == [[("4", "roza-otunbayeva")]]


def test_pairs_wrongly_joined_cost_precision() -> None:
    assert pairwise([[("a", 1), ("a", 1), ("b", 1)]]).precision == pytest.approx(1 / 3)


def test_b_cubed_scores_each_mention_by_its_company() -> None:
    assert b_cubed([[("a", 1), ("a", 2)]]).recall == pytest.approx(1 / 2)


SEVERAL = """# newpar
1\tAnn\tAnn\tPROPN\tNNP\t_\t4\tnsubj\t_\tEntity=(1-person-new(2-person-new)
2\tand\tand\tCCONJ\tCC\t_\t3\tcc\t_\t_
3\tTom\tTom\tPROPN\tNNP\t_\t1\tconj\t_\tEntity=(3-person-new)1)
4\tsaw\tsee\tVERB\tVBD\t_\t0\troot\t_\t_
5\tthe\tthe\tDET\tDT\t_\t9\tdet\t_\tEntity=(4-organization-new
6\tAir\tair\tPROPN\tNNP\t_\t9\tcompound\t_\t_
7\tand\tand\tCCONJ\tCC\t_\t8\tcc\t_\t_
8\tSpace\tspace\tPROPN\tNNP\t_\t6\tconj\t_\t_
9\tBoard\tboard\tPROPN\tNNP\t_\t4\tobj\t_\tEntity=4)
"""


@pytest.fixture
def several(tmp_path: Path) -> list[str]:
    (tmp_path / "a.conllu").write_text(SEVERAL, "utf-8")
    (found,) = read_gum(tmp_path, ["a"])
    return [found.text[name.start : name.end] for name in found.names]


def test_phrase_of_two_persons_is_no_name_of_either(several: list[str]) -> None:
    assert several[:2] == ["Ann", "Tom"]


def test_name_goes_on_before_an_and(several: list[str]) -> None:
    assert several[2:] == ["Air and Space Board"]
