from __future__ import annotations

import json
import struct
import zlib
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.site.icons import icon, pack
from annotated_reader.site.offline import SavedFile

if TYPE_CHECKING:
    from .conftest import Site


@given(st.binary())
def test_packed_bytes_are_read_back_by_zlib(data: bytes) -> None:
    assert zlib.decompress(pack(data)) == data


@given(st.integers(0, 255), st.integers(1, 2000))
def test_long_run_is_short_when_packed(byte: int, length: int) -> None:
    packed = pack(bytes([byte]) * length)
    assert zlib.decompress(packed) == bytes([byte]) * length
    assert len(packed) < 40


def test_icon_is_a_square_image_that_is_not_empty() -> None:
    image = icon(192)
    assert image.startswith(b"\x89PNG")
    assert struct.unpack(">II", image[16:24]) == (192, 192)
    start = image.index(b"IDAT") + 4
    length = struct.unpack(">I", image[start - 8 : start - 4])[0]
    rows = zlib.decompress(image[start : start + length])
    assert len(rows) == 192 * 193
    assert any(rows)


def test_shell_has_what_every_page_needs_and_no_text() -> None:
    def in_shell(name: str, size: int = 100) -> bool:
        return SavedFile(name, size, "").in_shell

    assert in_shell("index.html")
    assert in_shell("theme/css/base.css")
    assert not in_shell("texts/one.html")
    assert not in_shell("search/terms/0.js")
    assert not in_shell("glossary.html", size=1_000_000)


def test_manifest_names_icons_that_are_there(built: Site) -> None:
    manifest = json.loads(built.read("manifest.webmanifest"))
    assert manifest["start_url"] == "index.html"
    assert all((built.output / each["src"]).is_file() for each in manifest["icons"])


def test_list_of_everything_has_every_file_a_reader_may_save(built: Site) -> None:
    listed = {name for name, _, _ in json.loads(built.read("offline/files.json"))}
    assert {"index.html", "texts/denial.html", "texts/denial.txt", "reader.json"} <= listed
    assert not {"sw.js", "404.html", "offline/files.json"} & listed


def test_worker_has_another_version_when_any_file_has_changed(built: Site, site: Site) -> None:
    text = site.content / "texts" / "undated.md"
    text.write_text(text.read_text("utf-8").replace("title: A text", "title: Another"), "utf-8")
    site.build()
    assert site.read("sw.js") != built.read("sw.js")
