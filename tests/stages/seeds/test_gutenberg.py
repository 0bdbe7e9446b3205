from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.pipeline import read_document

if TYPE_CHECKING:
    from annotated_reader.model import Document

HEAD = """\
The Project Gutenberg eBook of The Quiet Years, by Ann Lee

This eBook is for the use of anyone anywhere at no cost and with almost no restrictions.

Title: The Quiet Years
       A Story of Osh

Author: Ann Lee

Release Date: March 13, 2006 [EBook #17976]

Language: French

*** START OF THIS PROJECT GUTENBERG EBOOK THE QUIET YEARS ***

Produced by a Volunteer and the
Online Distributed Team

"""
BOOK = """\
CHAPTER I

It was a _quiet_ year in Osh, and nobody came to the market before the bells had rung.

[Illustration]

The second year was as quiet as the first, and people began to wonder at it.
"""
TAIL = """
End of the Project Gutenberg EBook of The Quiet Years, by Ann Lee

*** END OF THIS PROJECT GUTENBERG EBOOK THE QUIET YEARS ***

Section 1. General terms of use.
"""
OLD = """\
***The Project Gutenberg Etext of The Quiet Years, by Ann Lee***

Please take a look at the important information in this header.

This "Small Print!" by a Lawyer
*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*
"""


TITLE = "The Quiet Years A Story of Osh"


def read(text: str, name: str = "quiet.txt", sidecar: str = "") -> Document:
    return read_document(name, text.encode(), sidecar)


def test_book_is_all_that_is_left_of_its_frame() -> None:
    document = read(HEAD + BOOK + TAIL)
    assert document.text.startswith("CHAPTER I\n\nIt was a quiet year in Osh")
    assert document.text.endswith("began to wonder at it.")


def test_what_stands_around_the_book_is_kept_on_record() -> None:
    document = read(HEAD + BOOK + TAIL)
    lines = [each.text for each in document.set_aside]
    assert "Section 1. General terms of use." in lines
    assert "Online Distributed Team" in lines
    where = next(each.line for each in document.set_aside if "Section 1" in each.text)
    assert (HEAD + BOOK + TAIL).split("\n")[where - 1] == "Section 1. General terms of use."


def test_title_author_language_and_number_are_those_of_the_frame() -> None:
    document = read(HEAD + BOOK + TAIL)
    assert document.title == "The Quiet Years A Story of Osh"
    assert (document.author, document.language) == ("Ann Lee", "fr")
    assert document.sources == ("Project Gutenberg, eBook 17976",)
    assert document.date == ""  # that of the file is not the book's


def test_what_the_editor_says_of_a_book_wins() -> None:
    document = read(HEAD + BOOK + TAIL, sidecar='title = "Quiet"\nlanguage = "en"')
    assert (document.title, document.language, document.author) == ("Quiet", "en", "Ann Lee")


def test_title_of_a_page_is_that_of_the_book() -> None:
    page = "<html><head><title>{}</title></head><body><pre>{}</pre>{}<pre>{}</pre></body></html>"
    book = "<p>It was a quiet year in Osh, and nobody came to the market at all.</p>" * 5
    for title in ("The Project Gutenberg eBook of X", "The Quiet Years A Story of Osh, by Ann Lee"):
        document = read(page.format(title, HEAD, book, TAIL), "quiet.html")
        assert document.title == "The Quiet Years A Story of Osh"
        assert document.text.startswith("It was a quiet year")
        assert document.text.endswith("at all.")


def test_frame_of_a_newer_page_is_found() -> None:
    head = (
        "<section><h2>The Project Gutenberg eBook of The Quiet Years</h2><div>This ebook is for"
        " the use of anyone anywhere at no cost.</div><p><strong>Title</strong>: The Quiet Years"
        "</p><p><strong>Author</strong>: Ann Lee</p></section><nav><span>*** START OF THE PROJECT"
        " GUTENBERG EBOOK THE QUIET YEARS ***</span></nav><div><p>Produced by a volunteer who likes"
        " books and has read a great many of them, in all kinds of places.</p></div>"
    )
    tail = (
        "<footer><div><span>*** END OF THE PROJECT GUTENBERG EBOOK THE QUIET YEARS ***</span>"
        "</div><p>Section 1. General terms of use. Please read them before you go on.</p></footer>"
    )
    book = "<p>It was a quiet year in Osh, and nobody came to the market at all.</p>" * 5
    document = read(f"<html><body>{head}{book}{tail}</body></html>", "quiet.html")
    assert (document.title, document.author) == ("The Quiet Years", "Ann Lee")
    assert document.text.startswith("It was a quiet year")
    assert document.text.endswith("at all.")


def test_line_of_the_end_needs_no_empty_line_before_it() -> None:
    text = HEAD + BOOK.rstrip() + TAIL.rstrip("\n").replace("\n\n", "\n")
    document = read(text)
    assert document.text.endswith("began to wonder at it.")
    where = next(each.line for each in document.set_aside if "Section 1" in each.text)
    assert text.split("\n")[where - 1] == "Section 1. General terms of use."


def test_old_frame_ends_with_its_small_print() -> None:
    document = read(OLD + BOOK + "End of The Project Gutenberg Etext of The Quiet Years\n")
    assert (document.title, document.author) == ("The Quiet Years", "Ann Lee")
    assert document.text.startswith("CHAPTER I")
    assert document.text.endswith("began to wonder at it.")


def test_signs_of_italics_and_pictures_are_on_record() -> None:
    told = read(HEAD + BOOK + TAIL).cleaning
    assert "took out the signs of 1 passage in italics" in told
    assert "left out 1 sign of a picture" in told


def test_text_without_a_frame_is_left_as_it_is() -> None:
    text = "On Project Gutenberg\n\nIt is a _quiet_ place, and the files there have a frame.\n"
    document = read(text)
    assert "_quiet_" in document.text
    assert read(f"{text}\n*** START OF THE SHOW ***\n\nIt began.").set_aside == ()


def test_book_without_an_end_goes_to_the_end() -> None:
    assert read(HEAD + BOOK).text.endswith("began to wonder at it.")


@given(st.lists(st.sampled_from([*HEAD.split("\n\n"), *BOOK.split("\n\n"), *TAIL.split("\n\n")])))
def test_no_word_is_lost_whatever_the_order(blocks: list[str]) -> None:
    text = "Words stand here first.\n\n" + "\n\n".join(blocks) + "\n\nAnd words stand here last."
    document = read(text)
    kept = " ".join([document.title, document.text, *(each.text for each in document.set_aside)])
    words = set("".join(char if char.isalnum() else " " for char in text).split())
    known = set("".join(char if char.isalnum() else " " for char in kept).split())
    assert words - known <= {"Illustration", "Author", "Language", "Title"}
