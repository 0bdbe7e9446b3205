"""The checker finds what Pelican does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotated_reader.site.check_site import check_site

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (
    '<!DOCTYPE html>\n<html lang="en"><head><title>A</title>{head}</head><body>{body}</body></html>'
)
NOTE = (
    '<p><a role="doc-noteref" id="ref-a-1" href="#note-a">1</a></p>'
    '<section role="doc-endnotes"><ol><li id="note-a">A'
    ' <a role="doc-backlink" href="#ref-a-1">back</a></li></ol></section>'
)


def problems(folder: Path, body: str = "", head: str = "", name: str = "a.html") -> list[str]:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(PAGE.format(body=body, head=head), encoding="utf-8")
    return [str(problem) for problem in check_site(folder)]


def test_good_page_has_no_problem(tmp_path: Path) -> None:
    assert (
        problems(tmp_path, f'<p id="b"><a href="#b">b</a> <a href="a.html#b">b</a></p>{NOTE}') == []
    )


def test_doubled_id(tmp_path: Path) -> None:
    found = problems(tmp_path, '<p id="x">1</p><p id="x">2</p>')
    assert found == ["a.html: id 'x' stands 2 times"]


def test_link_to_a_missing_file(tmp_path: Path) -> None:
    found = problems(tmp_path, '<a href="b.html">b</a>')
    assert found == ["a.html: link to a file that does not exist: b.html"]


def test_link_to_a_folder(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    assert problems(tmp_path, '<a href="texts/">texts</a>')


def test_link_out_of_the_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / "secret.html").write_text("x")
    assert problems(site, '<a href="../secret.html">x</a>')


def test_link_to_a_missing_place_in_another_page(tmp_path: Path) -> None:
    problems(tmp_path, name="b.html")
    found = problems(tmp_path, '<a href="b.html#nowhere">b</a>')
    assert found == ["a.html: link to a place that does not exist: b.html#nowhere"]


def test_link_with_escapes_finds_its_place(tmp_path: Path) -> None:
    assert problems(tmp_path, '<p id="é"><a href="#%C3%A9">é</a></p>') == []


def test_link_up_from_a_subfolder(tmp_path: Path) -> None:
    problems(tmp_path)
    assert problems(tmp_path, '<a href="../a.html">a</a>', name="texts/b.html") == []


def test_link_outside_in_the_text_is_allowed(tmp_path: Path) -> None:
    assert problems(tmp_path, '<main><a href="https://example.org/">source</a></main>') == []


def test_link_outside_in_the_footer(tmp_path: Path) -> None:
    found = problems(tmp_path, '<footer><a href="https://example.org/">x</a></footer>')
    assert found == ["a.html: link of the site's furniture leads outside: https://example.org/"]


def test_script_from_outside(tmp_path: Path) -> None:
    found = problems(tmp_path, head='<script src="https://cdn.example/x.js"></script>')
    assert found == ["a.html: outside request https://cdn.example/x.js"]


def test_request_without_a_scheme_leaves_the_site_too(tmp_path: Path) -> None:
    assert problems(tmp_path, '<img src="//example.org/a.png">')


def test_second_picture_of_a_set_from_outside(tmp_path: Path) -> None:
    (tmp_path / "a.png").touch()
    assert problems(tmp_path, '<img srcset="a.png 1x, https://example.org/a.png 2x">')


def test_style_of_an_element_asks_outside(tmp_path: Path) -> None:
    assert problems(tmp_path, '<p style="background: url(https://example.org/a.png)">x</p>')


def test_style_sheet_imports_from_outside(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text('@import "https://fonts.example/css";')
    assert problems(tmp_path) == ["a.css: outside style https://fonts.example/css"]


def test_style_sheet_asks_for_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("p { background: url('gone.png') }")
    assert problems(tmp_path) == ["a.css: style to a file that does not exist: gone.png"]


def test_data_url_is_no_request(tmp_path: Path) -> None:
    assert problems(tmp_path, '<img alt="" src="data:image/png;base64,AAAA">') == []


def test_canonical_address_is_no_request(tmp_path: Path) -> None:
    assert problems(tmp_path, head='<link rel="canonical" href="https://example.org/a.html">') == []


def test_own_address_is_not_outside(tmp_path: Path) -> None:
    page = PAGE.format(head="", body='<img alt="" src="https://example.org/sub/a.png">')
    (tmp_path / "404.html").write_text(page)
    (tmp_path / "a.png").touch()
    assert check_site(tmp_path, "https://example.org/sub") == ()


def test_page_without_a_language(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><head><title>A</title></head><body></body></html>")
    assert "no language" in str(check_site(tmp_path)[0])


def test_page_without_a_title(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<html lang="en"><head></head><body>x</body></html>')
    assert [problem.message for problem in check_site(tmp_path)] == ["no title"]


def test_reference_without_a_note(tmp_path: Path) -> None:
    found = problems(tmp_path, NOTE.replace('<li id="note-a">', '<li id="note-b">'))
    assert "a.html: reference to a note that does not exist: note-a" in found


def test_note_that_nothing_refers_to(tmp_path: Path) -> None:
    found = problems(tmp_path, NOTE.replace("</ol>", '<li id="note-b">B</li></ol>'))
    assert found == ["a.html: note that nothing refers to: note-b"]


def test_reference_without_a_way_back(tmp_path: Path) -> None:
    found = problems(tmp_path, NOTE.replace('role="doc-backlink"', ""))
    assert found == ["a.html: reference without a way back: ref-a-1"]


POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ('<p style="color: red">a</p>', "style= on <p>"),
        ('<p onclick="alert(1)">a</p>', "onclick= on <p>"),
        ("<script>alert(1)</script>", "inline <script>"),
        ("<style>p { color: red }</style>", "inline <style>"),
    ],
)
def test_what_the_pages_own_policy_forbids(tmp_path: Path, body: str, what: str) -> None:
    (found,) = problems(tmp_path, body, head=POLICY)
    assert found == f"a.html: {what}, which the page's Content-Security-Policy forbids"


def test_page_without_a_policy_may_style_inline(tmp_path: Path) -> None:
    assert problems(tmp_path, '<p style="color: red">a</p>') == []
