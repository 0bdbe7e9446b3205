"""Where in a text what a note says is proved, for readers who want no more than they have read."""

from __future__ import annotations

import pytest

from annotated_reader.model import Definition, Entry, Evidence
from annotated_reader.site.evidence import Evidence as Blocks
from annotated_reader.site.named import Named

QUOTED = Definition("a captain", "quotation", Evidence("a", (0, 0), (0, 0), "appositive"))
TEXT = (
    '<p id="p-1"><a data-entry="ada">Ada</a> went.</p>'
    '<p id="p-2">She met <a data-entry="bo">Bo</a>.</p>'
    '<p id="p-3"><a data-entry="ada">Ada</a><sup class="marker">1</sup>, a captain, knew Adda.</p>'
)
BO = Entry("bo", "Bo", "person")
CY = Entry("cy", "Cy", "person")


def proof(entry: Entry, note: str = "") -> str:
    named = Named({each.id: each for each in (entry, BO, CY)})
    said = note or f"<p><strong>Ada</strong>, person. “{entry.definition.text}”</p>"
    return Blocks(TEXT, "a", named).attributes(entry, said)


def by_the_editor(words: str) -> Entry:
    return Entry(
        "ada", "Ada", "person", ("Adda", "Captain A"), definition=Definition(words, "editor")
    )


def test_quotation_is_proved_where_it_stands() -> None:
    assert proof(Entry("ada", "Ada", "person", definition=QUOTED)) == 'data-evidence="p-3" '


def test_note_that_says_something_else_is_not_proved() -> None:
    assert proof(Entry("ada", "Ada", "person", definition=QUOTED), "<p>A spy.</p>") == ""


@pytest.mark.parametrize(
    ("words", "proved"),
    [
        ("Who went.", 'data-evidence="free" '),
        ("Wife of Bo.", 'data-evidence="p-2" '),
        ("Wife of Boris.", 'data-evidence="free" '),
        ("Wife of Cy.", ""),
        ("Also Adda.", 'data-evidence="p-3" '),
        ("Also Captain A.", ""),
    ],
)
def test_editors_words_are_told_once_the_names_in_them_are(words: str, proved: str) -> None:
    assert proof(by_the_editor(words)) == proved
