"""lunr.js as it is published: the one we know, no more of it than the search asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotated_reader.errors import ReaderError
from annotated_reader.search import build_search, joining
from annotated_reader.search.vendor import VendorError, checked, engine, find_lunr, minified_lunr


def test_script_keeps_its_license() -> None:
    assert b"Permission is hereby granted" in minified_lunr()


def test_script_answers_queries_and_does_no_more() -> None:
    source = engine(find_lunr().read_text("utf-8"))
    assert "lunr.Index.prototype.query = function" in source
    assert "lunr.Builder.prototype" not in source
    assert "lunr.QueryParser.prototype" not in source


def test_packaged_copy_is_preferred(tmp_path: Path) -> None:
    packaged = tmp_path / "lunr.min.js"
    packaged.write_bytes(b"packaged")
    assert minified_lunr(packaged) == b"packaged"


def test_changed_lunr_is_refused() -> None:
    with pytest.raises(VendorError, match="sha256"):
        checked(find_lunr().read_bytes() + b" ")


def test_missing_package_says_what_to_install() -> None:
    with pytest.raises(VendorError, match="not installed") as caught:
        find_lunr("no-such-package-here")
    assert "mkdocs==1.6.1" in caught.value.remedy


def test_missing_lunr_is_an_error_for_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> bytes:
        raise VendorError("lunr.js not found", "install mkdocs==1.6.1")

    monkeypatch.setattr(joining, "minified_lunr", missing)
    with pytest.raises(ReaderError, match=r"lunr\.js not found; install mkdocs==1\.6\.1"):
        list(build_search([]))
