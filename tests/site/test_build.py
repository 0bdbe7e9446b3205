"""A real Pelican builds a small library: addresses, undated texts, unchanged and failing builds."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from annotated_reader.errors import CheckError, IntegrityError, ReaderError
from annotated_reader.store import Manifest, Record, digest
from annotated_reader.store.manifest import manifest_text

if TYPE_CHECKING:
    from .conftest import Site

CONTRACT = {
    "404.html", "about.html", "glossary.html", "glossary/emilbek-kaptagaev.html",
    "glossary/osh.html", "index.html", "map.html", "network.html", "reader.json", "search.html",
    "search/core.js", "search/facets/table.js", "texts/denial.annotations.json",
    "texts/denial.html", "texts/denial.txt", "texts/undated.html", "theme/css/base.css",
    "timeline.html",
}  # fmt: skip


def test_every_address_of_the_contract_exists(built: Site) -> None:
    assert set(built.files()) >= CONTRACT


def test_page_is_made_of_the_text_in_its_element(built: Site) -> None:
    assert '<div class="text" data-slug="denial">\n<p id="p-1">' in built.read("texts/denial.html")


def test_mention_tells_its_kind(built: Site) -> None:
    page = built.read("texts/denial.html")
    assert 'data-entry="emilbek-kaptagaev" data-kind="person"' in page


def test_note_counts_mentions_over_the_library(built: Site) -> None:
    page = built.read("texts/denial.html")
    assert '<a class="count" href="../glossary/osh.html">3 mentions in 2 texts</a>' in page


def test_note_has_no_placeholder_for_its_count(built: Site) -> None:
    assert "All mentions" not in built.read("texts/denial.html")


def test_entry_links_its_evidence_to_the_page(built: Site) -> None:
    assert 'href="../texts/denial.html"' in built.read("glossary/emilbek-kaptagaev.html")


def test_record_tells_what_was_set_aside(built: Site) -> None:
    assert "Follow the topics" in built.read("texts/denial.html")


def test_title_with_markup_stays_text(built: Site) -> None:
    assert '<h1 lang="en">Government denies &lt; &amp;' in built.read("texts/denial.html")


def test_plain_text_is_the_text_of_the_page(built: Site) -> None:
    assert built.read("texts/undated.txt") == "Nobody knows when Osh was founded.\n"


def test_date_keeps_its_precision(built: Site) -> None:
    assert '<time datetime="2010-06">June 2010</time>' in built.read("texts/denial.html")


def test_undated_text_shows_no_date(built: Site) -> None:
    page = built.read("texts/undated.html")
    assert "<time" not in page
    assert "0001" not in page


def test_undated_text_stands_after_the_dated_ones(built: Site) -> None:
    index = built.read("index.html")
    assert index.index("texts/denial.html") < index.index("texts/undated.html")


def test_text_leads_to_the_next_one(built: Site) -> None:
    assert '<a rel="next" href="../texts/undated.html"' in built.read("texts/denial.html")


def test_unchanged_build_writes_nothing(site: Site) -> None:
    site.build()
    before = site.times()
    summary = site.build()
    assert site.times() == before
    assert not summary.build.changed


def test_changed_text_leaves_the_other_pages_alone(site: Site) -> None:
    site.build()
    before = site.times()
    path = site.content / "glossary" / "osh.md"
    path.write_text(path.read_text().replace("in the south", "in the far south"))
    site.build()
    pages = str(site.output / "texts" / "undated.html"), str(site.output / "glossary" / "osh.html")
    assert site.times()[pages[0]] == before[pages[0]]
    assert site.times()[pages[1]] != before[pages[1]]


def test_page_of_a_removed_text_goes(site: Site) -> None:
    site.build()
    (site.content / "texts" / "undated.md").unlink()
    site.build()
    assert "texts/undated.html" not in site.files()


def test_text_that_is_not_the_seeds_fails_the_build(site: Site) -> None:
    path = site.content / "texts" / "undated.md"
    path.write_text(path.read_text().replace("Nobody knows", "Everybody knows"))
    with pytest.raises(IntegrityError, match=r"undated\.md: the words are no longer"):
        site.build()


def test_failing_build_leaves_the_last_good_site(site: Site) -> None:
    site.build()
    before = site.files()
    site.write("content/texts/undated.md", "---\ntitle: Changed\n---\n\nOther words.\n")
    with pytest.raises(IntegrityError):
        site.build()
    assert site.files() == before


def test_broken_link_fails_the_build(site: Site) -> None:
    site.write("content/pages/about.md", "Title: About\n\n[gone](texts/gone.html)\n")
    with pytest.raises(CheckError, match=r"about\.html: link to a file that does not exist"):
        site.build()


def test_warning_of_pelican_fails_the_build(site: Site) -> None:
    site.write("content/pages/about.md", "Title: About\n\n[gone]({filename}gone.md)\n")
    with pytest.raises(ReaderError, match="Pelican warned"):
        site.build()


def test_hidden_file_is_not_published(site: Site) -> None:
    site.write("content/pages/.secret.md", "Title: Secret\n\nhidden words\n")
    site.build()
    assert not any(b"hidden words" in data for data in site.files().values())


def test_draft_is_not_published(site: Site) -> None:
    site.write("content/texts/undated.md", "---\ntitle: Draft\nstatus: draft\n---\n\nNot yet.\n")
    site.build()
    assert not any(b"Not yet." in data for data in site.files().values())


def test_date_in_a_file_name_is_not_taken_for_the_texts(site: Site) -> None:
    site.write("content/texts/2010-04-07-letter.md", "---\ntitle: A letter\n---\n\nDear reader.\n")
    site.build()
    assert "<time" not in site.read("texts/2010-04-07-letter.html")


def test_empty_library_makes_a_site(site: Site) -> None:
    for path in (*site.content.glob("*/*.md"), *site.content.glob("*/*.json")):
        path.unlink()
    site.build()
    assert '"texts": 0' in site.read("reader.json")


def test_site_without_its_address_has_neither_feed_nor_sitemap(built: Site) -> None:
    assert not [name for name in built.files() if name.endswith(".xml")]


def test_published_feed_holds_dated_texts_only(site: Site) -> None:
    site.build(SITEURL="https://example.org/reader", FEED_ALL_RSS="feeds/texts.rss.xml")
    feed = site.read("feeds/texts.rss.xml")
    assert "https://example.org/reader/texts/denial.html" in feed
    assert "undated" not in feed


def test_feed_without_a_dated_text_does_not_tell_the_time(site: Site) -> None:
    (site.content / "texts" / "denial.md").unlink()
    (site.content / "glossary" / "emilbek-kaptagaev.md").unlink()
    site.build(SITEURL="https://example.org/reader", FEED_ALL_RSS="feeds/texts.rss.xml")
    assert "<lastBuildDate>Thu, 01 Jan 1970" in site.read("feeds/texts.rss.xml")


def test_published_sitemap_names_pages_absolutely(site: Site) -> None:
    site.build(SITEURL="https://example.org/reader")
    assert "<loc>https://example.org/reader/texts/denial.html</loc>" in site.read("sitemap.xml")
    assert "Sitemap: https://example.org/reader/sitemap.xml" in site.read("robots.txt")


def test_published_error_page_works_at_any_depth(site: Site) -> None:
    site.build(SITEURL="https://example.org/reader")
    assert 'href="https://example.org/reader/index.html"' in site.read("404.html")


def test_published_pages_stay_relative(site: Site) -> None:
    site.build(SITEURL="https://example.org/reader")
    assert "https://example.org" not in site.read("texts/denial.html")


def test_plain_pelican_builds_the_same_site(site: Site) -> None:
    from .conftest import ROOT, contents

    site.build()
    output = site.root / "plain"
    command = [sys.executable, "-m", "pelican", str(site.content), "--fatal", "warnings"]
    command += ["--settings", str(ROOT / "pelicanconf.py"), "--output", str(output)]
    subprocess.run(command, check=True, capture_output=True, cwd=site.root)
    assert contents(output) == site.files()


@pytest.mark.slow
def test_hash_seed_time_zone_and_language_do_not_matter(site: Site) -> None:
    from .conftest import ROOT, contents

    for number, zone in (("1", "Asia/Bishkek"), ("2", "America/Lima")):
        environment = {"PYTHONHASHSEED": number, "TZ": zone, "LANG": "C", "PATH": "/usr/bin:/bin"}
        command = [sys.executable, "-m", "pelican", str(site.content), "--fatal", "warnings"]
        command += ["--settings", str(ROOT / "pelicanconf.py"), "--output", f"{site.root}/{number}"]
        subprocess.run(command, check=True, capture_output=True, env=environment, cwd=site.root)
    assert contents(site.root / "1") == contents(site.root / "2")


def test_merged_entry_leaves_a_page_that_leads_on(site: Site) -> None:
    header = "---\nTitle: Osh\nKind: place\nAliases: Osch; Ош\nStatus: approved\n---\n\nA city.\n"
    site.write("content/glossary/osh.md", header)
    site.build(READER_CHECK=True)
    page = site.read("glossary/osch.html")
    assert '<meta http-equiv="refresh" content="0; url=osh.html">' in page
    assert '<a href="osh.html">Osh</a>' in page


def test_words_that_texts_use_for_a_day_are_not_shown_as_its_other_name(site: Site) -> None:
    header = "---\nTitle: 10 June 2010\nKind: date\nValue: 2010-06-10\nAliases: Thursday\n---\n"
    site.write("content/glossary/2010-06-10.md", header)
    site.build()
    assert "also Thursday" not in site.read("glossary/2010-06-10.html")


def test_coordinates_that_an_editor_wrote_are_told_as_hers(site: Site) -> None:
    header = "---\nTitle: Osh\nKind: place\nCoordinates: 40.5, 72.9\n---\n\nA city.\n"
    site.write("content/glossary/osh.md", header)
    site.build()
    assert "(put there by the editor)" in site.read("glossary/osh.html")


def test_only_approved_entries_are_published_if_asked(site: Site) -> None:
    site.build(READER_PUBLISH="approved", READER_CHECK=True)
    assert not (site.output / "glossary" / "emilbek-kaptagaev.html").exists()
    page = site.read("texts/denial.html")
    assert '<p id="p-1">Emilbek Kaptagaev, chief of staff' in page
    assert 'aria-label="Note 1: Osh"' in page


def test_unknown_choice_of_what_to_publish_is_an_error(site: Site) -> None:
    with pytest.raises(ReaderError, match="READER_PUBLISH"):
        site.build(READER_PUBLISH="some")


def test_outside_identifier_is_shown_and_exported(site: Site) -> None:
    address = "https://www.wikidata.org/wiki/Q170172"
    header = f"---\nTitle: Osh\nKind: place\nSame-as: {address}\nStatus: approved\n---\n\nA city.\n"
    site.write("content/glossary/osh.md", header)
    site.build(READER_CHECK=True)
    assert f'<a rel="external" href="{address}">' in site.read("glossary/osh.html")
    assert address in site.read("reader.json")


def test_mention_and_note_written_by_hand_are_like_the_others(site: Site) -> None:
    path = site.content / "texts" / "undated.md"
    text = path.read_text("utf-8").replace("Nobody", "[Nobody](../glossary/nobody.md)[^nobody]", 2)
    text = text.replace("summary: [Nobody](../glossary/nobody.md)[^nobody]", "summary: Nobody")
    note = "[^nobody]: **Nobody**, person. Not a soul. [All mentions](../glossary/nobody.md)"
    path.write_text(f"{text}\n{note}\n", "utf-8")
    site.write(
        "content/glossary/nobody.md", "---\nTitle: Nobody\nKind: person\n---\n\nNot a soul.\n"
    )
    site.build(READER_CHECK=True)
    assert '<a class="count" href="../glossary/nobody.html">Named only here</a>' in site.read(
        "texts/undated.html"
    )
    assert "undated.html#m-nobody-1" in site.read("glossary/nobody.html")
    annotations = site.read("texts/undated.annotations.json")
    assert '"Person"' in annotations
    assert "Nobody" in site.read("reader.json")


def test_glossary_says_whether_machine_or_editor_noted_an_entry(site: Site) -> None:
    entry = site.content / "glossary" / "emilbek-kaptagaev.md"
    wrote = {"glossary/emilbek-kaptagaev.md": Record(digest(entry.read_bytes()), None)}
    site.write("content/manifest.json", manifest_text(Manifest(wrote)))
    site.build()
    page = re.sub(r"<[^>]+>", "", site.read("glossary.html"))
    assert re.findall(r"Noted by the (\w+)", page) == ["machine", "editor"]


def test_sitemap_leaves_out_pages_that_only_lead_on(site: Site) -> None:
    site.build(SITEURL="https://example.org/reader")
    assert (site.output / "glossary/mr-kaptagaev.html").is_file()
    assert "mr-kaptagaev" not in site.read("sitemap.xml")


def test_file_that_a_page_links_to_in_the_way_of_pelican_is_published(site: Site) -> None:
    site.write("content/files/note.txt", "A note.\n")
    site.write("content/pages/about.md", "Title: About\n\n[A note]({static}../files/note.txt)\n")
    site.build()
    assert site.read("files/note.txt") == "A note.\n"


def with_year(site: Site) -> None:
    denial = site.content / "texts" / "denial.md"
    denial.write_text(denial.read_text("utf-8").replace("date: 2010-06\n", ""), "utf-8")
    site.write("content/glossary/2005.md", "---\nTitle: 2005\nKind: date\nValue: 2005\n---\n")
    site.build()


def test_table_of_dates_alone_has_no_empty_column(site: Site) -> None:
    with_year(site)
    timeline = site.read("timeline.html")
    assert '<th scope="col">When</th><th scope="col" class="number">Mentions</th>' in timeline
    assert timeline.count("<td") == 1


def test_entry_on_a_date_does_not_say_it_twice(site: Site) -> None:
    with_year(site)
    assert "<dt>Date</dt>" not in site.read("glossary/2005.html")
