"""What of the register the search is told."""

from __future__ import annotations

from annotated_reader.model import Definition, Entry, Mention
from annotated_reader.site.search_documents import entry_document, text_document
from annotated_reader.stages.collect import Register, Text
from annotated_reader.stages.strip import Page, PageBlock

BODY = "Ada met Ida.\n\nIda left Ada in 2010."
ENTRIES = {
    each.id: each
    for each in (
        Entry("ada", "Ada Norberg", "person"),
        Entry("ida", "Ida Brandt", "person"),
        Entry("2010", "2010", "date"),
        Entry("brandt", "Brandt", "person", candidates=("ada", "ida", "gone")),
        Entry("lund", "Lund", "place", definition=Definition("A town.", "editor")),
    )
}


def mention(entry: str, start: int, end: int) -> Mention:
    return Mention("a", (start, end), BODY[start:end], "person", "name", 1.0, entry)


def test_text_tells_which_passage_names_whom_but_no_dates() -> None:
    blocks = (
        PageBlock("p-1", "paragraph", 0, (0, 12)),
        PageBlock("p-2", "paragraph", 0, (14, 35)),
    )
    mentions = (mention("ida", 8, 11), mention("ida", 14, 17), mention("ada", 23, 26))
    text = Text("a", "A", Page(BODY, blocks), mentions=(*mentions, mention("2010", 30, 34)))
    assert text_document(text, Register((), ENTRIES)).named == (
        ("Ida Brandt", "person", "glossary/ida.html", (0, 1)),
        ("Ada Norberg", "person", "glossary/ada.html", (1,)),
    )


def test_entry_tells_what_it_is() -> None:
    assert entry_document(ENTRIES["lund"], Register(())).passages == (("", "A town."),)


def test_entry_that_could_be_several_tells_which() -> None:
    [(_, said)] = entry_document(ENTRIES["brandt"], Register((), ENTRIES)).passages
    assert said == "Ada Norberg or Ida Brandt: the texts do not tell which"
