from __future__ import annotations

import json

import pytest

from annotated_reader.stages.ingest import ingest

ARTICLE = "".join(
    f"<p>In paragraph {number} the commission counted what had been lost, "
    f"street by street, and wrote it down.</p>"
    for number in range(1, 7)
)
TITLE = "<h1>Four nights in Osh</h1>"


def date_of(body: str, head: str = "") -> str:
    page = f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</body></html>"
    return " ".join(ingest("a.html", page.encode()).fields.get("date", ()))


def linked(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='article:published_time' content='2010-06-14T23:30:00+06:00'>",
        "<meta name='article_date_original' content='Monday, June 14, 2010, 3:41 PM'>",
        "<meta name='publish-date' content='Mon, Jun 14 2010 16:57:37 +0000'>",
        "<meta itemprop='datePublished' content='20100614 18:22:00'>",
        linked('{"@type":"NewsArticle","datePublished":"2010-06-14"}'),
        f"<meta name='parsely-page' content='{json.dumps({'pub_date': '2010-06-14T17:10Z'})}'>",
        "<meta name='parsely-page' content='{\"pub_date\": \"2010-06-14 at 15:20:00PM\"}'>",
    ],
)
def test_date_in_the_head_of_a_page_is_taken(head: str) -> None:
    assert date_of(ARTICLE, head) == "2010-06-14"


@pytest.mark.parametrize(
    "body",
    [
        "<time itemprop='datePublished' datetime='2010-06-14'>Monday</time>",
        "<span itemprop='datePublished' content='2010-06-14T16:08:14'>Monday</span>",
        "<abbr class='small published' title='2010-06-14T09:00:00Z'>Monday</abbr>",
        "<p>Published <time datetime='2010-06-14'>Monday</time></p>",
        "<p>By A. One <time datetime='2010-06-14T09:00'>Monday</time></p>",
        (
            "<p>Updated <time datetime='2010-06-16'>now</time>, <b>published</b> "
            "<time datetime='2010-06-14'>Monday</time></p>"
        ),
    ],
)
def test_date_that_an_element_is_marked_with_is_taken(body: str) -> None:
    assert date_of(f"{body}{ARTICLE}") == "2010-06-14"


@pytest.mark.parametrize(
    "line",
    [
        "14 June 2010",
        "By A. One | June 14, 2010 07:38am ET",
        "Submitted on Mon, 2010-06-14 13:49",
        "Posted 14 Jun 2010. Updated 16 June 2010",
    ],
)
def test_date_between_title_and_text_is_taken(line: str) -> None:
    assert date_of(f"{TITLE}<div>{line}</div>{ARTICLE}") == "2010-06-14"


@pytest.mark.parametrize(
    "body",
    [
        f"{ARTICLE}<p>© 2019 The Courier</p>",
        f"{ARTICLE}<p>Updated <time datetime='2019-01-01'>then</time></p>",
        f"{ARTICLE}<p>14 June 2010</p>",
        f"{TITLE}{ARTICLE}<nav><ul><li><a href='b'>14 June 2010</a></li></ul></nav>",
        f"{TITLE}<form>{'Read what we say of cookies. ' * 5}14 June 2010</form>{ARTICLE}",
        f"<div>14 June 2010</div>{TITLE}{ARTICLE}",
        f"{TITLE}<div>Updated 14 June 2010</div>{ARTICLE}",
        f"{TITLE}<div>14 June 2010</div><div>15 June 2010</div>{ARTICLE}",
        f"{ARTICLE}<time datetime='2010-06-14'>one</time><time datetime='2010-06-15'>two</time>",
        f"{TITLE}<div>06/11/2010</div>{ARTICLE}",
    ],
)
def test_no_date_is_guessed(body: str) -> None:
    head = "<link rel='canonical' href='https://example.org/2010/06/14/osh.html'>"
    assert date_of(body, head) == ""


def test_day_of_an_article_wins_over_that_of_something_in_its_page() -> None:
    head = (
        "<meta itemprop='datePublished' content='2009-01-02'>"
        "<meta name='dc.date' content='2010-06-14'>"
    )
    assert date_of(ARTICLE, head) == "2010-06-14"


def test_day_where_a_page_stands_wins_over_that_of_greenwich() -> None:
    head = "<meta name='parsely-page' content='{\"pub_date\": \"2010-06-15T03:00:14Z\"}'>"
    body = "<time datetime='2010-06-14T22:00:14-05:00'>Monday</time>"
    assert date_of(f"{body}{ARTICLE}", head) == "2010-06-14"


def test_unreadable_note_for_statistics_states_no_date() -> None:
    head = "<meta name='parsely-page' content='{'><meta name='parsely-page' content='[1]'>"
    assert date_of(ARTICLE, head) == ""
