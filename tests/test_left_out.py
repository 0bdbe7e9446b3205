"""One bad seed stops no other: it is left out and reported, and all the rest is as without it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest
from invoke import Exit
from pelican import Pelican

import tasks
from annotated_reader import composing, conversion, parses
from annotated_reader.errors import FAULTS, ReaderError
from annotated_reader.glosses import Finder
from annotated_reader.site.make import UNCHANGED, make_site
from annotated_reader.site.run import reader_settings, settings_for
from annotated_reader.site.status import in_words, status_of
from annotated_reader.stages import ingest
from annotated_reader.store import load_manifest
from tests.site.conftest import ROOT, contents
from tests.test_conversion import Library, parse_by_list

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from annotated_reader.model import Document, Parse

GOOD = {
    "one.txt": "Title: One\n\nRoza Otunbayeva came to Osh. It was calm there.\n",
    "two.txt": "Title: Two\n\nMs Otunbayeva spoke in the evening in Osh. Kant was calm.\n",
}
BAD = "Title: Bad\n\nThe evening in Kant was the worst.\n"


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    monkeypatch.setattr(parses, "parse", parse_by_list)
    made = Library(tmp_path)
    for name, text in GOOD.items():
        made.seed(name, text)
    return made


def clean(library: Library, *without: str) -> dict[str, bytes]:
    """What a conversion without cache and content makes of the seeds, some of them taken away."""
    root = library.seeds.parent / "clean"
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir()
    other = Library(root)
    for name, text in GOOD.items():
        other.seed(name, text)
    for name in without:
        (other.seeds / name).unlink()
    other.convert()
    return files(other)


def files(library: Library) -> dict[str, bytes]:
    """All that was written, without the manifest, which names what is left out."""
    found = contents(library.content)
    del found["manifest.json"]
    return found


def link_out(seeds: Path) -> None:
    (seeds.parent / "secret.txt").write_text("Title: Secret\n\nNot for Osh.\n")
    (seeds / "bad.txt").symlink_to(seeds.parent / "secret.txt")


def unreadable_folder(seeds: Path) -> None:
    (seeds / "bad.txt").symlink_to("bad.txt")


def spoil_sidecar(seeds: Path) -> None:
    (seeds / "bad.txt").write_text(BAD)
    (seeds / "bad.toml").write_text("title = 'Bad'\nrihgts = 'none'\n")


WAYS: dict[str, tuple[Callable[[Path], Any], str]] = {
    "empty": (lambda seeds: (seeds / "bad.txt").touch(), "bad.txt: "),
    "binary": (lambda seeds: (seeds / "bad.txt").write_bytes(b"\x7fELF" + bytes(200)), "bad.txt: "),
    "undecodable": (
        lambda seeds: (seeds / "bad.txt").write_bytes(b"\xff\xfe\x00\xd8" * 9),
        "bad.txt: ",
    ),
    "vanished": (
        lambda seeds: (seeds / "bad.txt").symlink_to(seeds / "gone.txt"),
        "bad.txt: cannot be read: No such file",
    ),
    "link to itself": (unreadable_folder, "bad.txt: cannot be read: Too many levels"),
    "pipe": (lambda seeds: os.mkfifo(seeds / "bad.txt"), "bad.txt: is a device or a pipe"),
    "link out": (link_out, "bad.txt: the link leads out"),
    "mistake beside it": (spoil_sidecar, 'bad.toml:2: unknown key "rihgts"'),
    "no text beside it": (lambda seeds: (seeds / "bad.toml").touch(), "bad.toml: the sidecar has"),
    "name that is no text": (
        lambda seeds: Path(os.fsdecode(bytes(seeds) + b"/b\xffd.txt")).write_text(BAD),
        "b\\xffd.txt: the name is not UTF-8",
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_bad_seed_is_reported_with_a_remedy_and_the_rest_is_as_without_it(
    library: Library, way: str
) -> None:
    spoil, told = WAYS[way]
    spoil(library.seeds)
    report = library.convert()
    assert [str(error).startswith(f"{library.seeds}/{told}") for error in report.bad] == [True]
    assert report.bad[0].remedy
    assert files(library) == clean(library)


def test_seed_that_may_not_be_read_is_reported(library: Library) -> None:
    library.seed("bad.txt", BAD)
    opened = Path.open

    def refuse(path: Path, *arguments: Any, **keywords: Any) -> Any:
        if path.name == "bad.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *arguments, **keywords)

    with patch.object(Path, "open", refuse):
        report = library.convert()
    assert "bad.txt: cannot be read: Permission denied; look" in str(report.bad[0])
    assert files(library) == clean(library)


def test_two_seeds_with_one_slug_are_both_left_out(library: Library) -> None:
    library.seed("A bad one.txt", BAD)
    library.seed("a-bad-one.md", BAD)
    report = library.convert()
    assert [str(error).partition(": ")[2] for error in report.bad] == [
        "would become the same page as a-bad-one.md; give one of them another name",
        "would become the same page as A bad one.txt; give one of them another name",
    ]
    assert files(library) == clean(library)


def test_longest_name_is_a_seed_like_any_other(library: Library) -> None:
    library.seed("é" * 125 + ".txt", BAD)
    assert library.convert().bad == ()


def test_text_that_was_good_is_taken_out_and_comes_back(library: Library) -> None:
    library.convert()
    before = contents(library.content)
    library.seed("two.txt", "")
    library.convert()
    assert files(library) == clean(library, "two.txt")
    library.seed("two.txt", GOOD["two.txt"])
    library.convert()
    assert contents(library.content) == before


def test_text_of_the_editors_stays_while_its_seed_is_bad(library: Library) -> None:
    library.convert()
    hers = library.read("texts/two.md") + "\nA word of hers.\n"
    (library.content / "texts" / "two.md").write_text(hers)
    library.seed("two.txt", "")
    report = library.convert()
    assert library.read("texts/two.md") == hers
    assert report.files.orphans == ()
    library.seed("two.txt", GOOD["two.txt"])
    assert library.convert().files.kept == ("texts/two.md",)


def test_text_that_the_editor_deleted_does_not_come_back_with_its_seed(library: Library) -> None:
    library.convert()
    (library.content / "texts" / "two.md").unlink()
    library.seed("two.txt", "")
    library.convert()
    library.seed("two.txt", GOOD["two.txt"])
    library.convert()
    assert not (library.content / "texts" / "two.md").exists()


def failing(stage: Callable[..., Any], is_meant: Callable[..., bool]) -> Callable[..., Any]:
    def fail(*arguments: Any, **keywords: Any) -> Any:
        if is_meant(*arguments):
            raise ZeroDivisionError(id(arguments))
        return stage(*arguments, **keywords)

    return fail


def parse_all_but_bad(documents: Iterable[Document], model: str) -> Iterator[Parse]:
    for document in documents:
        if document.title == "Bad":
            raise MemoryError
        yield from parse_by_list([document], model)


def is_bad(document: Any, *_: object) -> bool:
    return bool("bad" in (getattr(document, "slug", document)))


STAGES = {
    "read": (conversion, "read_document", failing(conversion.read_document, is_bad)),
    "parse": (parses, "parse", parse_all_but_bad),
    "find": (Finder, "find", failing(Finder.find, lambda _finder, document, *_: is_bad(document))),
    "annotate": (
        composing,
        "annotate_document",
        failing(composing.annotate_document, lambda _library, document: is_bad(document)),
    ),
}


@pytest.mark.parametrize("stage", STAGES)
def test_text_that_a_stage_fails_on_is_our_mistake_and_the_rest_is_as_without_it(
    library: Library, stage: str
) -> None:
    library.seed("bad.txt", BAD)
    with patch.object(*STAGES[stage]):
        report = library.convert()
    assert [error.path for error in report.bad] == [f"{library.seeds}/bad.txt"]
    assert "the reader failed in a stage with " in report.bad[0].message
    assert "Traceback (most recent call last)" in (library.cache / FAULTS).read_text()
    assert files(library) == clean(library)
    library.convert()
    assert not (library.cache / FAULTS).exists()


def test_place_of_our_mistake_is_named(library: Library) -> None:
    library.seed("bad.txt", BAD)
    with patch.object(ingest, "decode", failing(ingest.decode, lambda path, *_: is_bad(path))):
        message = library.convert().bad[0].message
    assert message.startswith("the reader failed in stages/ingest.py:")
    assert message.endswith(" with ZeroDivisionError")


def test_mistakes_of_seeds_are_told_with_those_of_entries(library: Library) -> None:
    library.convert()
    library.seed("bad.txt", "")
    (library.content / "glossary" / "osh.md").write_text("---\nTitle: Osh\nKind: plaice\n---\n")
    before = contents(library.content)
    with pytest.raises(ReaderError) as caught:
        library.convert()
    assert {"bad.txt", "osh.md:3"} <= {
        line.split("/")[-1].split(": ")[0] for line in str(caught.value).split("\n")
    }
    assert contents(library.content) == before


def settings(library: Library, **others: object) -> dict[str, Any]:
    paths = {"PATH": library.content, "OUTPUT_PATH": library.content.parent / "output"}
    return {**{name: str(path) for name, path in paths.items()}, **others}


def test_status_lists_what_is_left_out_until_it_is_mended(library: Library) -> None:
    library.seed("bad.txt", "")
    chosen = reader_settings(ROOT / "pelicanconf.py", settings(library, READER_CACHE="cache"))
    library.convert()
    found = status_of(chosen)
    assert "left out: seeds/bad.txt: " in in_words(found)
    assert (found.new, len(found.left_out)) == ((), 1)
    library.seed("bad.txt", BAD)
    found = status_of(chosen)
    assert (found.new, found.left_out) == (("seeds/bad.txt",), ())


def test_plain_pelican_warns_and_the_report_lists_it(
    library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    library.seed("bad.txt", "")
    Pelican(settings_for(ROOT / "pelicanconf.py", settings(library))).run()
    output = library.content.parent / "output"
    assert "left out: " in caplog.text
    assert "<li>seeds/bad.txt: " in (output / "report.html").read_text()
    assert (output / "texts" / "one.html").exists()


def test_strict_pelican_fails_once_the_rest_is_published(library: Library) -> None:
    library.seed("bad.txt", "")
    pelican = Pelican(settings_for(ROOT / "pelicanconf.py", settings(library, READER_STRICT=True)))
    with pytest.raises(ReaderError, match=r"bad\.txt: "):
        pelican.run()
    assert (library.content.parent / "output" / "texts" / "one.html").exists()


def test_site_that_leaves_a_seed_out_is_never_called_unchanged(library: Library) -> None:
    library.seed("bad.txt", "")
    chosen = settings(library, READER_CHECK=False)
    first, *_ = make_site(ROOT / "pelicanconf.py", chosen)
    again, *_ = make_site(ROOT / "pelicanconf.py", chosen)
    assert "left out: " in first
    assert "left out: " in again
    assert not again.startswith(UNCHANGED)


@pytest.mark.parametrize("strict", [False, True])
def test_command_tells_what_is_left_out_and_fails_if_strict(
    library: Library, capsys: pytest.CaptureFixture[str], *, strict: bool
) -> None:
    library.seed("bad.txt", "")
    code = 0
    try:
        tasks.convert.body(None, str(library.seeds), str(library.content), strict=strict)
    except Exit as error:
        code = error.code
    assert f"left out: {library.seeds}/bad.txt: " in capsys.readouterr().out
    assert code == (1 if strict else 0)
    assert len(load_manifest(library.content).left_out) == 1
    assert (library.content / "texts" / "one.md").exists()
