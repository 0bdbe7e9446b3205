from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.export import to_json
from annotated_reader.export.annotations import to_annotations
from annotated_reader.export.plain_text import to_plain_text
from annotated_reader.model import Entry, Mention
from annotated_reader.stages.collect import Text
from annotated_reader.stages.strip import Page

WORDS = "Өмүрбек Текебаев 🦅 of Ata-Meken spoke in Osh.\n\nOsh was quiet."
ENTRIES = {
    "osh": Entry("osh", "Osh", "place"),
    "tekebaev": Entry("tekebaev", "Ömürbek Tekebaev", "person"),
}


def mention(start: int, end: int, entry: str, creator: str = "machine") -> Mention:
    kind = "place"
    return Mention("june", (start, end), WORDS[start:end], kind, "gazetteer", 0.9, entry, creator)


def text(*mentions: Mention, words: str = WORDS) -> Text:
    return Text("june", "Osh in June", Page(words), mentions=mentions)


FIRST = WORDS.index("Osh")
SECOND = WORDS.rindex("Osh")
TEXT = text(
    mention(SECOND, SECOND + 3, "osh", "editor"),
    mention(0, 16, "tekebaev"),
    mention(FIRST, FIRST + 3, "osh"),
)


def items(collection: dict[str, Any]) -> list[dict[str, Any]]:
    return collection["first"]["items"]


@pytest.fixture
def annotations() -> dict[str, Any]:
    return to_annotations(TEXT, ENTRIES)


def test_the_collection_counts_its_annotations(annotations: dict[str, Any]) -> None:
    assert annotations["type"] == "AnnotationCollection"
    assert annotations["total"] == len(items(annotations)) == 3
    assert annotations["first"]["type"] == "AnnotationPage"


def test_each_position_selects_exactly_its_quotation(annotations: dict[str, Any]) -> None:
    file = to_plain_text(TEXT)
    selectors = [item["target"]["selector"] for item in items(annotations)]
    assert [file[position["start"] : position["end"]] for position, _ in selectors] == [
        quotation["exact"] for _, quotation in selectors
    ]


def test_each_quotation_stands_between_its_prefix_and_suffix(annotations: dict[str, Any]) -> None:
    quotations = [item["target"]["selector"][1] for item in items(annotations)]
    around = [each["prefix"] + each["exact"] + each["suffix"] for each in quotations]
    assert all(each in WORDS for each in around)
    assert quotations[0]["prefix"] == ""
    assert quotations[1]["prefix"] == WORDS[FIRST - 32 : FIRST]


def test_positions_count_code_points_not_bytes_or_utf16_units(annotations: dict[str, Any]) -> None:
    position = items(annotations)[1]["target"]["selector"][0]
    assert position == {"type": "TextPositionSelector", "start": FIRST, "end": FIRST + 3}


def test_annotations_come_in_the_order_of_the_text(annotations: dict[str, Any]) -> None:
    starts = [item["target"]["selector"][0]["start"] for item in items(annotations)]
    assert starts == [0, FIRST, SECOND]
    assert [item["id"] for item in items(annotations)] == ["#a1", "#a2", "#a3"]


def test_the_bodies_identify_the_entry_and_classify_it(annotations: dict[str, Any]) -> None:
    identifying, classifying = items(annotations)[0]["body"]
    assert identifying["source"] == "../glossary/tekebaev.html"
    assert identifying["purpose"] == "identifying"
    assert (classifying["value"], classifying["purpose"]) == ("person", "classifying")


def test_the_target_is_the_plain_text(annotations: dict[str, Any]) -> None:
    assert items(annotations)[0]["target"]["source"] == "june.txt"


def test_machine_and_editor_are_told_apart(annotations: dict[str, Any]) -> None:
    types = [item["creator"]["type"] for item in items(annotations)]
    assert types == ["Software", "Software", "Person"]


def test_rule_and_confidence_stand_under_our_own_prefix(annotations: dict[str, Any]) -> None:
    item = items(annotations)[0]
    assert (item["reader:rule"], item["reader:confidence"]) == ("gazetteer", 0.9)
    assert annotations["@context"] == [
        "http://www.w3.org/ns/anno.jsonld",
        {"reader": "urn:annotated-reader:"},
    ]


def test_a_base_makes_relative_addresses_absolute_for_programs() -> None:
    base = "https://example.org/texts/june.annotations.json"
    context: Any = to_annotations(TEXT, ENTRIES, base)["@context"]
    assert context[1]["@base"] == base


def test_a_mention_whose_entry_is_unknown_keeps_its_own_kind() -> None:
    assert items(to_annotations(TEXT, {}))[0]["body"][1]["value"] == "place"


def test_a_text_without_mentions_has_an_empty_collection() -> None:
    collection = to_annotations(text(), {})
    assert (collection["total"], items(collection)) == (0, [])


def test_the_order_in_which_mentions_are_given_does_not_matter(annotations: dict[str, Any]) -> None:
    turned = text(*reversed(TEXT.mentions))
    assert to_json(to_annotations(turned, ENTRIES)) == to_json(annotations)


def test_the_file_is_json_with_letters_as_they_are(annotations: dict[str, Any]) -> None:
    file = to_json(annotations)
    assert json.loads(file) == annotations
    assert "Өмүрбек Текебаев" in file
    assert file.endswith("}\n")


def test_the_plain_text_is_the_text_with_a_newline() -> None:
    assert to_plain_text(TEXT) == f"{WORDS}\n"


@given(st.text(min_size=1), st.data())
def test_any_span_of_any_text_is_selected_exactly(words: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    made = Mention("june", (start, end), words[start:end], "term", "rule", 1.0, "osh")
    target = items(to_annotations(text(made, words=words), {}))[0]["target"]
    position, quotation = target["selector"]
    file = to_plain_text(text(words=words))
    assert file[position["start"] : position["end"]] == quotation["exact"] == made.surface
    assert quotation["prefix"] == file[:start][-32:]
    assert quotation["suffix"] == words[end:][:32]


def test_what_an_entry_is_the_same_as_identifies_its_mentions_too() -> None:
    address = "https://www.wikidata.org/wiki/Q170172"
    known = {**ENTRIES, "osh": Entry("osh", "Osh", "place", same_as=(address,))}
    found = items(to_annotations(TEXT, known))
    sources = [[body.get("source") for body in item["body"]] for item in found]
    assert [address in each for each in sources] == [False, True, True]
