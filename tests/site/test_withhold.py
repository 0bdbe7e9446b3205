from __future__ import annotations

from markdown import Markdown

from annotated_reader.markdown_ext import ReaderExtension
from annotated_reader.site.withhold import withhold
from annotated_reader.stages.strip import strip_page

MARKDOWN = """\
[Osh](../glossary/osh.md)[^osh] and [Kant](../glossary/kant.md)[^kant] lie far apart.

[Bakiyev](../glossary/bakiyev.md)[^bakiyev] left [Osh](../glossary/osh.md).

[^osh]: **Osh**, place. [All mentions](../glossary/osh.md)

[^kant]: **Kant**, place. [All mentions](../glossary/kant.md)

[^bakiyev]: **Bakiyev**, person. May be [Osh](../glossary/osh.md). [All](../glossary/bakiyev.md)
"""
HTML = Markdown(extensions=[ReaderExtension()], output_format="html").convert(MARKDOWN)


def test_text_stays_character_for_character() -> None:
    assert strip_page(withhold(HTML, {"osh"})).text == strip_page(HTML).text


def test_no_link_and_no_note_is_left() -> None:
    html = withhold(HTML, {"osh"})
    assert "glossary/osh" not in html
    assert "note-osh" not in html
    assert "Osh and <a" in html


def test_numbers_of_the_other_notes_close_up() -> None:
    html = withhold(HTML, {"osh"})
    assert (
        'aria-label="Note 1: Kant" href="#note-kant" id="ref-kant-1" role="doc-noteref">1<' in html
    )
    assert 'aria-label="Note 2: Bakiyev"' in html


def test_text_without_a_shown_entry_has_no_notes() -> None:
    assert "notes" not in withhold(HTML, {"osh", "kant", "bakiyev"})


def test_nothing_withheld_changes_nothing() -> None:
    assert withhold(HTML, {"nobody"}) == HTML
