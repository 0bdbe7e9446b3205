"""Pages are made again when anything that they say has changed, and only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pelican.writers import Writer

from annotated_reader.site.views import Definition

if TYPE_CHECKING:
    from .conftest import Site

NEW = "---\ntitle: A new text\n---\n\nNothing in particular.\n"


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the entries whose pages were rendered."""
    ids: list[str] = []
    init = Definition.__str__

    def noted(self: Definition) -> str:
        ids.append(self.entry.id)
        return init(self)

    monkeypatch.setattr(Definition, "__str__", noted)
    return ids


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the pages that were rendered."""
    names: list[str] = []
    write = Writer.write_file

    def noted(self: Writer, name: str, *arguments: object, **variables: object) -> None:
        names.append(name)
        write(self, name, *arguments, **variables)

    monkeypatch.setattr(Writer, "write_file", noted)
    return names


def change(site: Site, name: str, old: str, new: str) -> None:
    path = site.content / "glossary" / f"{name}.md"
    path.write_text(path.read_text().replace(old, new))


def test_unchanged_page_is_not_rendered(site: Site, rendered: list[str]) -> None:
    site.build()
    rendered.clear()
    site.build()
    assert rendered == []


def test_changed_entry_alone_is_rendered(site: Site, rendered: list[str]) -> None:
    site.build()
    rendered.clear()
    change(site, "osh", "in the south", "in the far south")
    site.build()
    assert rendered == ["osh"]


def test_text_more_changes_no_page_of_an_entry_of_one_text(site: Site, rendered: list[str]) -> None:
    site.build()
    rendered.clear()
    site.write("content/texts/new.md", NEW)
    site.build()
    assert "emilbek-kaptagaev" not in rendered


def test_text_more_is_counted_on_pages_that_show_its_period(
    site: Site, rendered: list[str]
) -> None:
    """Osh is named in 2010 and in 2011; Emilbek Kaptagaev in one text alone."""
    words = "In [Osh](../glossary/osh.md)."
    site.write("content/texts/later.md", f"---\ntitle: Later\ndate: 2011-06\n---\n\n{words}\n")
    site.build()
    assert "1 mention in 1 of 1 text" in site.read("glossary/osh.html")
    rendered.clear()
    site.write("content/texts/new.md", NEW.replace("---\n\n", "date: 2011-06\n---\n\n"))
    site.build()
    assert "1 mention in 1 of 2 texts" in site.read("glossary/osh.html")
    assert rendered == ["osh"]


def test_list_that_says_the_same_is_not_rendered(site: Site, written: list[str]) -> None:
    site.build()
    written.clear()
    site.build()
    assert set(written) - {""} == {"about.html"}  # Pelican calls lists that are not wanted ""


def test_list_of_texts_is_not_rendered_for_other_words_of_a_text(
    site: Site, written: list[str]
) -> None:
    (site.content / "records" / "undated.json").unlink()
    site.build()
    written.clear()
    path = site.content / "texts" / "undated.md"
    path.write_text(path.read_text().replace("Nobody knows when [", "Somebody knows when ["))
    site.build()
    assert set(written) - {""} == {"about.html", "glossary/osh.html", "texts/undated.html"}


def test_list_of_another_theme_may_show_the_words_of_a_text(site: Site) -> None:
    (site.content / "records" / "undated.json").unlink()
    overrides = [str(site.root / "templates")]
    words = "{% for it in register.texts %}{{ it.page.text }}{% endfor %}"
    page = '{% extends "base.html" %}{% block title %}All{% endblock %}{% block content %}'
    site.write("templates/index.html", page + words + "{% endblock %}")
    site.build(THEME_TEMPLATES_OVERRIDES=overrides)
    path = site.content / "texts" / "undated.md"
    path.write_text(path.read_text().replace("Nobody knows when [", "Somebody knows when ["))
    site.build(THEME_TEMPLATES_OVERRIDES=overrides)
    assert "Somebody knows when" in site.read("index.html")


def test_list_of_texts_is_rendered_for_a_name_more(site: Site) -> None:
    (site.content / "records" / "undated.json").unlink()
    site.build()
    before = site.read("index.html").count("<span>2 names</span>")
    path = site.content / "texts" / "undated.md"
    link = "[Nobody](../glossary/emilbek-kaptagaev.md)"
    path.write_text(path.read_text().replace("Nobody knows when [", f"{link} knows when ["))
    site.build()
    assert site.read("index.html").count("<span>2 names</span>") == before + 1


def test_changed_name_is_changed_in_the_lists(site: Site) -> None:
    site.build()
    change(site, "osh", "Title: Osh", "Title: Osh the old")
    site.build()
    assert "Osh the old" in site.read("glossary.html")
    assert "Osh the old" in site.read("a-z.html")


def test_name_of_a_companion_is_changed_on_the_page(site: Site) -> None:
    site.build()
    change(site, "osh", "Title: Osh", "Title: Osh the old")
    site.build()
    assert "Osh the old" in site.read("glossary/emilbek-kaptagaev.html")


def test_title_of_a_neighbor_is_changed_on_the_page(site: Site) -> None:
    site.build()
    path = site.content / "texts" / "undated.md"
    path.write_text(path.read_text().replace("title: A text", "title: One text"))
    site.build()
    assert "One text without a date" in site.read("texts/denial.html")


def test_page_that_was_changed_by_hand_is_made_again(site: Site) -> None:
    site.build()
    before = site.files()
    (site.output / "texts" / "undated.html").write_text("<p>by hand")
    (site.output / "glossary" / "osh.html").unlink()
    site.build()
    assert site.files() == before


def test_changed_template_changes_its_pages(site: Site) -> None:
    overrides = [str(site.root / "templates")]
    site.write("templates/macros/unused.html", "")
    site.build(THEME_TEMPLATES_OVERRIDES=overrides)
    macro = "{% macro count(n, one, many) %}{{ n }} so many{% endmacro %}"
    site.write("templates/macros/count.html", macro)
    site.build(THEME_TEMPLATES_OVERRIDES=overrides)
    assert "so many in" in site.read("glossary/osh.html")


def test_template_that_sees_the_whole_library_is_always_rendered(site: Site) -> None:
    overrides = [str(site.root / "templates")]
    words = '{% extends "!theme/entry.html" %}{% block title %}'
    site.write("templates/entry.html", words + "of {{ register.texts|length }}{% endblock %}")
    site.build(THEME_TEMPLATES_OVERRIDES=overrides)
    site.write("content/texts/new.md", NEW)
    site.build(THEME_TEMPLATES_OVERRIDES=overrides)
    assert "<title>of 3</title>" in site.read("glossary/osh.html")


def test_changed_setting_changes_every_page(site: Site) -> None:
    site.build()
    site.build(SITENAME="Another name")
    assert "Another name" in site.read("glossary/osh.html")
    assert "Another name" in site.read("texts/denial.html")


def test_setting_of_the_conversion_changes_no_page(site: Site, rendered: list[str]) -> None:
    site.build()
    rendered.clear()
    site.build(READER_SEEDS=str(site.root / "others"), READER_CONVERT=False, READER_STRICT=True)
    assert rendered == []


def test_setting_of_the_conversion_is_changed_where_a_template_shows_it(site: Site) -> None:
    overrides = [str(site.root / "templates")]
    words = '{% extends "!theme/entry.html" %}{% block title %}{{ READER_SEEDS }}{% endblock %}'
    site.write("templates/entry.html", words)
    site.build(THEME_TEMPLATES_OVERRIDES=overrides, READER_SEEDS="one")
    site.build(THEME_TEMPLATES_OVERRIDES=overrides, READER_SEEDS="two", READER_CONVERT=False)
    assert "<title>two</title>" in site.read("glossary/osh.html")


def test_new_page_stands_in_the_navigation_of_every_page(site: Site) -> None:
    site.build()
    site.write("content/pages/help.md", "Title: Help\n\nHow to.\n")
    site.build()
    assert "help.html" in site.read("texts/denial.html")


def test_count_of_a_name_in_many_texts_is_changed_in_all_of_them(site: Site) -> None:
    note = "\n\n[^osh]: **Osh**, place. [All mentions](../glossary/osh.md)\n"
    words = "In [Osh](../glossary/osh.md)[^osh]."
    for number in range(9):
        site.write(f"content/texts/{number}.md", f"---\ntitle: {number}\n---\n\n{words}{note}")
    site.build()
    again = f"{words} In [Osh](../glossary/osh.md)."
    site.write("content/texts/8.md", f"---\ntitle: 8\n---\n\n{again}{note}")
    site.build()
    assert "13 mentions in 11 texts" in site.read("texts/0.html")
    assert "13 mentions in 11 texts" in site.read("glossary.html")


def test_mention_more_of_a_name_of_very_many_changes_no_other_text(
    site: Site, written: list[str]
) -> None:
    note = "\n\n[^osh]: **Osh**, place. [All mentions](../glossary/osh.md)\n"
    words = "[Osh](../glossary/osh.md)[^osh]" + " [Osh](../glossary/osh.md)" * 120
    site.write("content/texts/many.md", f"---\ntitle: Many\n---\n\n{words}{note}")
    site.build()
    written.clear()
    more = f"{words} [Osh](../glossary/osh.md)"
    site.write("content/texts/many.md", f"---\ntitle: Many\n---\n\n{more}{note}")
    site.build()
    assert "texts/many.html" in written
    assert "texts/undated.html" not in written


def test_sentence_is_changed_on_the_page_of_the_entry_that_it_names(site: Site) -> None:
    (site.content / "records" / "undated.json").unlink()
    site.build()
    path = site.content / "texts" / "undated.md"
    path.write_text(path.read_text().replace("Nobody knows when", "Somebody knows when"))
    site.build()
    assert "Somebody knows when" in site.read("glossary/osh.html")


def test_name_of_a_companion_is_changed_in_the_notes_of_other_texts(site: Site) -> None:
    site.build()
    change(site, "emilbek-kaptagaev", "Title: Emilbek", "Title: Emil")
    site.build()
    assert "Emil Kaptagaev</a>" in site.read("texts/undated.html")


def test_changed_title_is_changed_in_the_library(site: Site) -> None:
    site.build()
    path = site.content / "texts" / "undated.md"
    path.write_text(path.read_text().replace("title: A text", "title: One text"))
    site.build()
    assert "One text without a date" in site.read("index.html")
    assert "One text without a date" in site.read("timeline.html")
    assert "One text without a date" in site.read("report.html")


def test_title_of_a_text_that_an_editor_quotes_is_changed_in_the_notes(site: Site) -> None:
    quoted = "\n> Nothing in particular.\n>\n> — [A new text](../texts/new.md)\n"
    path = site.content / "glossary" / "osh.md"
    path.write_text(path.read_text() + quoted)
    site.write("content/texts/new.md", NEW)
    site.build()
    assert '” — <a href="new.html">A new text</a></p>' in site.read("texts/denial.html")
    site.write("content/texts/new.md", NEW.replace("A new", "Another"))
    site.build()
    assert '” — <a href="new.html">Another text</a></p>' in site.read("texts/denial.html")
