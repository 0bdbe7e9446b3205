"""What a note would say of the entries that a text names without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown import Markdown

from annotated_reader.model import Definition, Entry, Mention
from annotated_reader.site import unnoted
from annotated_reader.site.finish import Finisher
from annotated_reader.site.named import Named
from annotated_reader.site.unnoted import Unnoted, UnnotedWriter
from annotated_reader.stages.collect import Register, Text, collect
from annotated_reader.stages.strip import Page, PageBlock, PageMention

if TYPE_CHECKING:
    import pytest

ELEMENT = '<div class="text"><p id="p-1">Osh</p></div>'
NOTE = '<section class="notes"><ol><li data-entry="osh" id="note-osh"></li></ol></section>'
OSH = Entry("osh", "Osh", "place", definition=Definition("City in Kyrgyzstan", "editor"))


def text(slug: str) -> Text:
    page = Page(
        "Osh", (PageBlock("p-1", "paragraph", 0, (0, 3)),), (PageMention((0, 3), "osh", "m-1"),)
    )
    mention = Mention(slug, (0, 3), "Osh", "place", "gazetteer", 0.9, "osh")
    return Text(slug, f"Text {slug}", page, sentences=((0, 3),), mentions=(mention,))


def library(*slugs: str) -> Register:
    return collect([text(slug) for slug in slugs], {"osh": OSH})


def writer(register: Register) -> UnnotedWriter:
    return UnnotedWriter(Finisher(register, Named(register.entries)))


def test_name_without_a_note_is_told_as_a_note_would() -> None:
    register = library("a", "b")
    told = str(Unnoted(register.texts[0], lambda: ELEMENT, writer(register)))
    assert 'data-entry="osh" data-kind="place" id="note-osh">' in told
    assert "place: City in Kyrgyzstan" in told
    assert 'Also in <a href="b.html#m-1">Text b</a>' in told


def test_nothing_leads_back_from_it() -> None:
    register = library("a")
    assert "backlink" not in str(Unnoted(register.texts[0], lambda: ELEMENT, writer(register)))


def test_name_with_a_note_is_told_there() -> None:
    register = library("a")
    assert not Unnoted(register.texts[0], lambda: ELEMENT + NOTE, writer(register))


def test_what_many_texts_lack_is_written_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []

    def counted(**settings: object) -> Markdown:
        made.append(settings)
        return Markdown(**settings)

    monkeypatch.setattr(unnoted, "Markdown", counted)
    register = library("a", "b", "c")
    writing = writer(register)
    assert all([Unnoted(each, lambda: ELEMENT, writing) for each in register.texts])  # noqa: C419
    assert len(made) == 1
