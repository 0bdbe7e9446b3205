from __future__ import annotations

import pytest

from annotated_reader.stages.names.events import events


def names(text: str) -> list[str]:
    return [text[start:end] for (start, end), _ in events(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("After the April uprising they left.", "April uprising"),
        ("The June 2010 clashes were near.", "June 2010 clashes"),
        ("The September 11 attacks came.", "September 11 attacks"),
        ("The 2012 Summer Olympics began.", "2012 Summer Olympics"),
        ("At the 2006 Doha Asian Games he won.", "2006 Doha Asian Games"),
        ("The Second Battle of Bull Run was lost.", "Second Battle of Bull Run"),
        ("In the War of 1812 it burned.", "War of 1812"),
        ("The siege began with the Siege of Osh.", "Siege of Osh"),
        ("They served in Operation Inherent Resolve.", "Operation Inherent Resolve"),
        ("They won. Operation Overlord began.", "Operation Overlord"),
        ("It fell into Cyclone Larry’s path.", "Cyclone Larry"),
        ("Hurricane Rita weakened.", "Hurricane Rita"),
        ("World War II ended.", "World War II"),
        ("In the 1992 United Kingdom general election", "1992 United Kingdom general election"),
        ("In the 2000 Isle of Man by-election", "2000 Isle of Man by-election"),
        ("He won Super Bowl XLII.", "Super Bowl XLII"),
        ("It is of the Council of Trent.", "Council of Trent"),
    ],
)
def test_event_is_found_by_its_words(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "In 2010 Games were few.",
        "The National Hurricane Center said so.",
        "The National Council of Churches met.",
        "They lost the battle of words.",
        "The Revolution came, and Our War.",
        "They met in Operation Room 5.",
        "He is of Operation Blessing International.",
        "They write for the site Operation Clambake.",
        "In 2010 the election was held.",
        "In 2010 The Red Post election was held.",
        "In 1992 Clinton won the election.",
    ],
)
def test_other_things_that_are_called_so_are_no_events(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize("name", ["GopherCon", "OSCON 2015", "JSConf Asia", "PyCon"])
def test_conference_is_told_by_its_name(name: str) -> None:
    assert names(f"They spoke at {name}.") == [name]


@pytest.mark.parametrize("text", ["Marie Con left.", "An ex-Con.", "They met Con."])
def test_word_alone_is_no_conference(text: str) -> None:
    assert names(text) == []
