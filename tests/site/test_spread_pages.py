"""Pages that several processes write: the same site as from one, and nothing wrong goes unseen."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest
from pelican import signals

from annotated_reader.errors import CheckError, IntegrityError, ReaderError
from annotated_reader.site import publish, reader, writer
from annotated_reader.site.beside import CAN_FORK
from annotated_reader.site.checks import page_of

if TYPE_CHECKING:
    from annotated_reader.store import TextFile

    from .conftest import Site

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="there is only one process here")


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine of three processors, for which a single page is worth a process."""
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    monkeypatch.setattr(writer, "ENOUGH", 1)
    monkeypatch.setattr(reader, "ENOUGH", 1)


def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)


@pytest.mark.usefixtures("processes")
def test_several_processes_write_the_site_that_one_writes(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.build()
    several = site.files()
    alone(monkeypatch)
    site.build(OUTPUT_PATH=str(site.root / "alone"), READER_CACHE=str(site.root / "other cache"))
    assert several == {
        path.relative_to(site.root / "alone").as_posix(): path.read_bytes()
        for path in (site.root / "alone").rglob("*")
        if path.is_file()
    }


@pytest.mark.usefixtures("processes")
def test_what_several_processes_wrote_is_not_written_again(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.build()
    alone(monkeypatch)
    written: list[str] = []
    write = writer.QuietWriter.write_at_once

    def noted(self: writer.QuietWriter, name: str, *rest: object, **variables: object) -> None:
        written.append(name)
        write(self, name, *rest, **variables)  # type: ignore[arg-type]  # as it was given

    monkeypatch.setattr(writer.QuietWriter, "write_at_once", noted)
    site.build()
    assert not [name for name in written if name.startswith(("texts/", "glossary/"))]


@pytest.mark.usefixtures("processes")
def test_text_is_compared_with_its_page_once(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    here: list[str] = []

    def noted(file: TextFile, *_rest: object) -> None:
        here.append(file.slug)

    monkeypatch.setattr(publish, "check_text", noted)
    site.build()
    assert len(here) == 1  # of two


@pytest.mark.usefixtures("processes")
def test_pages_are_read_for_the_check_where_they_are_written(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    here: list[str] = []

    def noted(name: str, *rest: Any) -> object:
        here.append(name)
        return page_of(name, *rest)

    monkeypatch.setattr(writer, "page_of", noted)
    monkeypatch.setattr("annotated_reader.site.checks.page_of", noted)
    site.build()
    assert len(here) == len(set(here))
    assert len(here) < sum(name.endswith(".html") for name in site.files())


@pytest.mark.usefixtures("processes")
def test_broken_link_of_a_page_is_found_wherever_it_was_written(site: Site) -> None:
    for name in "abc":
        site.write(f"content/pages/{name}.md", f"Title: {name}\n\n[On](nowhere.html)\n")
    with pytest.raises(CheckError, match=r"a\.html: link(?s:.*)b\.html: link(?s:.*)c\.html: link"):
        site.build()


@pytest.mark.usefixtures("processes")
def test_page_that_lost_words_is_found_wherever_it_was_written(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish, "difference", lambda words, _found: f"not {words!r}")
    parse = writer.parse_page
    monkeypatch.setattr(writer, "parse_page", lambda data: parse(data.replace(b"denied it", b"")))
    with pytest.raises(IntegrityError, match="Mr Kaptagaev denied it"):
        site.build()


@pytest.mark.usefixtures("processes")
def test_text_that_cannot_be_read_is_told_as_by_one_process(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    path = site.content / "texts" / "undated.md"
    path.write_bytes(b"---\ntitle: \xff\n---\n")
    with pytest.raises(ReaderError, match="Pelican warned"):
        site.build()
    assert caplog.messages == ["Could not process texts/undated.md"]


@pytest.mark.usefixtures("processes")
def test_who_asks_for_it_is_told_of_every_page(site: Site) -> None:
    """Another plugin may listen; it would hear nothing of another process."""
    told: list[str] = []

    def note(path: str, **_keywords: object) -> None:
        told.append(os.path.relpath(path, site.root).rpartition("site/")[2])

    with signals.content_written.connected_to(note):
        site.build()
    pages = {name for name in site.files() if name.endswith(".html")}
    assert pages <= set(told)


@pytest.mark.usefixtures("processes")
def test_two_files_of_one_name_fail_in_the_way_of_pelican(site: Site) -> None:
    with pytest.raises(RuntimeError, match="Failed to overwrite"):
        site.build(PAGE_SAVE_AS="glossary/osh.html", PAGE_URL="glossary/osh.html")
