from __future__ import annotations

import json

from annotated_reader.export import to_json
from annotated_reader.export.reader_json import to_reader_json
from annotated_reader.model import Entry, Mention
from annotated_reader.stages.collect import Register, Text, collect
from annotated_reader.stages.strip import Page, PageBlock

WORDS = "Osh is quiet. Osh sleeps."


def mention(start: int) -> Mention:
    return Mention("june", (start, start + 3), "Osh", "place", "gazetteer", 0.9, "osh")


def register() -> Register:
    page = Page(WORDS, (PageBlock("p-1", "paragraph", 0, (0, len(WORDS))),))
    text = Text("june", "Osh in June", page, date="2010-06", mentions=(mention(0), mention(14)))
    entries = {
        "talas": Entry("talas", "Talas", "place", status="hidden"),
        "osh": Entry("osh", "Osh", "place", ("Ош",)),
    }
    return collect([text], entries)


def test_what_the_site_holds_is_counted() -> None:
    assert to_reader_json(register())["counts"] == {"texts": 1, "entries": 1, "mentions": 2}


def test_each_text_says_where_its_files_are() -> None:
    assert to_reader_json(register())["texts"] == [
        {
            "slug": "june",
            "title": "Osh in June",
            "date": "2010-06",
            "language": "en",
            "mentions": 2,
            "page": "texts/june.html",
            "text": "texts/june.txt",
            "annotations": "texts/june.annotations.json",
        }
    ]


def test_each_entry_that_is_not_hidden_is_listed_with_its_mentions() -> None:
    assert to_reader_json(register())["entries"] == [
        {
            "id": "osh",
            "name": "Osh",
            "kind": "place",
            "aliases": ["Ош"],
            "same_as": [],
            "mentions": 2,
            "page": "glossary/osh.html",
        }
    ]


def test_the_format_has_a_version() -> None:
    assert to_reader_json(Register(()))["version"] == 1


def test_the_file_is_json() -> None:
    assert json.loads(to_json(to_reader_json(register()))) == to_reader_json(register())
