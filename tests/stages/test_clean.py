from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.errors import SeedError
from annotated_reader.model import Document, Seed, SetAside
from annotated_reader.stages.clean import clean
from annotated_reader.stages.ingest import ingest
from annotated_reader.stages.seeds.furniture import (
    UNNAMED,
    Rule,
    furniture_rules,
    without_furniture,
)
from annotated_reader.stages.seeds.titles import made_summary, made_title

SHARED = Path(__file__).parents[3] / "shared"
SAMPLES = sorted(SHARED.glob("seeds/*.txt"))
GOLD = sorted(SHARED.glob("gold/texts/*.txt"))

PROSE = "He was born in Groningen, in the Netherlands, into a family of mathematicians."


def read(text: str, name: str = "a.txt", sidecar: str = "") -> Document:
    return clean(ingest(name, text.encode(), sidecar))


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[slice(*block.span)]) for block in document.blocks]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


# Furniture


@pytest.mark.parametrize("rule", furniture_rules(), ids=lambda rule: f"{rule.name}: {rule.example}")
def test_rule_takes_its_example_where_it_applies(rule: Rule) -> None:
    lines = (
        [rule.example, PROSE, PROSE]
        if rule.where in {"start", "edges"}
        else [PROSE, PROSE, rule.example]
    )
    aside = read("\n\n".join(lines)).set_aside
    assert [(line.text, line.rule) for line in aside] == [(rule.example, rule.name)]


@pytest.mark.parametrize("rule", furniture_rules(), ids=lambda rule: f"{rule.name}: {rule.example}")
def test_rule_for_the_edges_leaves_the_middle_alone(rule: Rule) -> None:
    aside = read(f"{PROSE}\n\n{rule.example}\n\n{PROSE}").set_aside
    assert [line.text for line in aside] == ([rule.example] if rule.where == "anywhere" else [])


@pytest.mark.parametrize(
    "line", [rule.not_example for rule in furniture_rules() if rule.not_example]
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_line_that_is_only_like_furniture_stays(line: str, place: int) -> None:
    lines = [PROSE, PROSE]
    lines.insert(place, line)
    assert read("\n\n".join(["The title", *lines])).set_aside == ()


def test_links_under_a_heading_for_links_go_with_it() -> None:
    document = read(
        f"{PROSE}\n\n{PROSE}\n\nRelated articles\n\nA good year for apricots\n\nBuses late again"
    )
    assert document.text == f"{PROSE}\n\n{PROSE}"
    assert [line.rule for line in document.set_aside] == ["related links"] * 3


def test_sentence_below_a_heading_for_links_stays() -> None:
    document = read(f"{PROSE}\n\nRelated articles\n\n{PROSE}")
    assert document.set_aside == ()


def test_short_sentence_below_a_heading_for_links_stays() -> None:
    document = read(f"{PROSE}\n\n{PROSE}\n\nRelated articles\n\nBuses late again\n\nHe left.")
    assert document.text.endswith("\n\nHe left.")


def test_rights_line_becomes_the_rights_and_no_date() -> None:
    document = read(
        f"{PROSE}\n\n{PROSE}\n\nCopyright The Courier Limited 2020. All rights reserved."
    )
    assert document.rights == "Copyright The Courier Limited 2020. All rights reserved."
    assert document.date == ""


def test_rights_of_the_header_win() -> None:
    assert read(f"Rights: CC BY 4.0\n\n{PROSE}\n\n© 2020 The Courier").rights == "CC BY 4.0"


def test_line_that_an_extractor_dropped_is_named_by_its_rule() -> None:
    left = without_furniture(
        (), [SetAside(3, "Share this article", UNNAMED), SetAside(9, "© 2019 Us", UNNAMED)]
    )
    assert [line.rule for line in left.set_aside] == ["share", "copyright"]
    assert left.rights == "© 2019 Us"


def test_furniture_alone_is_no_text() -> None:
    with pytest.raises(SeedError, match="no text in this file; take it out"):
        read("Advertisement")


def test_heading_above_nothing_but_furniture_is_a_paragraph() -> None:
    document = read(f"# Osh\n\n{PROSE}\n\n## The Editors\n\nShare this article", "a.md")
    assert blocks(document)[-1] == ("paragraph", "The Editors")


@pytest.mark.parametrize(
    "path", SAMPLES or [pytest.param(None, marks=pytest.mark.skip("no samples"))]
)
def test_sample_loses_its_furniture_and_nothing_else(path: Path) -> None:
    document = clean(ingest(path.name, path.read_bytes()))
    rules = [line.rule for line in document.set_aside]
    assert rules == ["alerts", "copyright", "reuse", "comments", "topics"]
    assert document.rights == "Copyright The Financial Times Limited 2020. All rights reserved."
    assert document.date == ""
    assert document.title == "Kyrgyzstan’s interim government has denied allegations"


@pytest.mark.parametrize(
    "path",
    GOLD or [pytest.param(None, marks=pytest.mark.skip("no gold texts"))],
    ids=lambda path: path and path.stem,
)
def test_gold_text_loses_nothing(path: Path) -> None:
    document = clean(ingest(path.name, path.read_bytes()))
    assert document.set_aside == ()
    title = "" if document.made_title else document.title
    assert words(f"{title} {document.text}") == words(path.read_text())


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0-\ufeff\u200b"), max_size=300))
def test_no_word_of_a_plain_text_is_lost(text: str) -> None:
    try:
        seed = ingest("a.txt", text.encode())
        document = clean(seed)
    except SeedError:
        return
    fields = [value for values in seed.fields.values() for value in values]
    aside = [line.text for line in document.set_aside]
    kept = words(" ".join([document.text, document.title, document.rights, *fields, *aside]))
    assert set(decoded_words(text)) <= {*kept, *header_keys(text)}


def decoded_words(text: str) -> list[str]:
    """Return the words of a text as `decode` leaves them."""
    from annotated_reader.stages.seeds.decode import decode

    return words(decode("a.txt", text.encode()).text)


def header_keys(text: str) -> list[str]:
    return re.findall(r"[A-Za-z]+(?=[ \t]*:)", text)


# White space


def test_runs_of_spaces_collapse_on_record() -> None:
    document = read("One  two\tthree \xa0 four five\xa0six. And more words follow.\n\nTwo.")
    assert document.text.startswith("One two three four five\xa0six.")
    assert "collapsed 3 runs of spaces" in document.cleaning


def test_no_break_space_at_the_start_is_dropped_on_record() -> None:
    document = read(f"\xa0{PROSE}\n\n{PROSE}")
    assert document.text.startswith("He was")
    assert "dropped 1 no-break space at the start of lines" in document.cleaning


def test_wrapped_lines_are_joined_on_record() -> None:
    lines = [
        "Osh is a city at the foot of a mountain, and the well-",
        "known mountain is called Sulayman-Too by",
    ]
    document = read("\n".join([*lines, "all who live there, and by most of those who", "do not."]))
    assert document.text.startswith(
        "Osh is a city at the foot of a mountain, and the well-known mountain is"
    )
    assert "unwrapped 3 lines" in document.cleaning


def test_verse_keeps_its_lines() -> None:
    assert blocks(read(f"Roses are red\nViolets are blue\n\n{PROSE}"))[0] == (
        "verse",
        "Roses are red\nViolets are blue",
    )


def test_spans_are_the_blocks_of_the_text() -> None:
    document = read(f"# Title\n\n{PROSE}\n\n- one\n- two\n", "a.md")
    assert document.text == f"{PROSE}\n\none\n\ntwo"
    assert blocks(document) == [("paragraph", PROSE), ("item", "one"), ("item", "two")]


# Titles


def test_first_line_alone_is_the_title_and_leaves_the_text() -> None:
    document = read(f"Four nights in Osh\n\n{PROSE}")
    assert (document.title, document.made_title, document.text) == (
        "Four nights in Osh",
        False,
        PROSE,
    )
    assert document.cleaning == ("took the first line as the title",)


@pytest.mark.parametrize(
    "line",
    [
        "Early life",
        "Early life and education",
        "By Jane Smith",
        "11 June 2010",
        "He left.",
        "Dear Sir,",
        " ".join("abcdefghijklmnop"),
    ],
)
def test_other_first_lines_stay_in_the_text(line: str) -> None:
    document = read(f"{line}\n\n{PROSE}")
    assert document.made_title
    assert document.text.startswith(line)


GORDON = "Patrick Leopold Gordon of Elgin (1635 in Elgin – 29 November 1699) was a general."


def test_caption_of_a_picture_is_no_title() -> None:
    document = read(f"A bust of Patrick Gordon in Yekaterinburg, Russia\n\n{GORDON} {PROSE}")
    assert document.text.startswith("A bust of Patrick Gordon in Yekaterinburg, Russia")
    assert document.blocks[0].kind == "paragraph"
    assert document.made_title


def test_title_that_reads_like_a_caption_stays() -> None:
    title = "A Portrait of the Artist as a Young Man"
    assert read(f"{title}\n\n{PROSE}").title == title


def test_title_is_the_name_that_a_life_begins_with() -> None:
    assert made_title(GORDON) == "Patrick Leopold Gordon of Elgin"


def test_title_goes_on_where_brackets_hold_no_years_of_a_life() -> None:
    sentence = "The treaty of the two towns (1856) was kept."
    assert made_title(sentence) == sentence.removesuffix(".")


def test_title_of_the_header_is_not_said_twice() -> None:
    document = read(f"Title: Four Nights\n\nFour nights\n\n{PROSE}")
    assert (document.title, document.text) == ("Four Nights", PROSE)
    assert document.cleaning == ("left out the title, which the text repeats in its first line",)


def test_only_line_of_a_text_is_its_text() -> None:
    document = read("Hello world")
    assert (document.title, document.text, document.made_title) == (
        "Hello world",
        "Hello world",
        True,
    )


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "The members of the committee will meet in a large hall of the town on June 11, 2010.",
            "The members of the committee will meet in a large hall of the town…",
        ),
        (
            (
                "Nobody knows whether my grandmother’s grandmother ever learnt how one reads "
                "the old red books."
            ),
            "Nobody knows whether my grandmother’s grandmother ever learnt how one reads…",
        ),
    ],
)
def test_title_waits_for_no_other_word(sentence: str, title: str) -> None:
    assert made_title(sentence) == title


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("It rained.", "It rained"),
        ("Who knows?", "Who knows?"),
        (
            (
                "Kyrgyzstan’s interim government has denied allegations that security "
                "forces colluded with armed mobs."
            ),
            "Kyrgyzstan’s interim government has denied allegations",
        ),
        (
            (
                "Emilbek Kaptagaev, chief of staff in the interim government, denied "
                "the allegations on Monday afternoon."
            ),
            "Emilbek Kaptagaev, chief of staff in the interim government",
        ),
        (
            (
                "On Tuesday, the New Zealand government announced the start of a "
                "public process to suggest designs."
            ),
            "On Tuesday, the New Zealand government announced the start of a public process…",
        ),
        (
            (
                "Born in Tianjin with ancestry in Changzhou, Jiangsu province, Chao "
                "went to the United States with a scholarship."
            ),
            "Born in Tianjin with ancestry in Changzhou, Jiangsu province, Chao went…",
        ),
        (
            (
                "The committee of the house on the hill will meet again in the large "
                "hall on June 11, 2010, at noon."
            ),
            "The committee of the house on the hill will meet again in the large hall…",
        ),
        (
            (
                "“There was definitely real savagery, and nobody denies it, but it was "
                "never cleansing,” he told a newspaper."
            ),
            "There was definitely real savagery, and nobody denies it…",
        ),
    ],
)
def test_title_is_made_at_a_clause_or_a_phrase(sentence: str, title: str) -> None:
    assert made_title(sentence) == title


TITLE_WORDS = [
    "The",
    "a",
    "of",
    "Osh,",
    "“and",
    "that”",
    "2010",
    "who",
    "(went)",
    "to:",
    "June’s",
    "a—b",
]


@given(
    st.lists(
        st.sampled_from(TITLE_WORDS),
        min_size=1,
        max_size=60,
    )
)
def test_made_title_is_short_and_of_whole_words(sentence: list[str]) -> None:
    title = made_title(" ".join(sentence))
    assert 0 < len(title) <= 81
    assert words(" ".join(sentence))[: len(words(title))] == words(title)


def test_title_is_made_of_the_first_sentence_of_prose() -> None:
    document = read(
        f"Friday, July 21, 2017\n\nBraverman (left) at noon. Image: UK Government.\n\n{PROSE}"
    )
    assert document.title == PROSE.removesuffix(".")


# Summary, date, fields


def test_summary_is_as_many_sentences_as_fit() -> None:
    assert (
        made_summary(["One is short.", "Two is, too.", "X" * 200]) == "One is short. Two is, too."
    )


def test_long_first_sentence_is_cut_with_an_ellipsis() -> None:
    summary = made_summary(["The commission counted what had been lost, street by street, " * 6])
    assert len(summary) <= 201
    assert summary.endswith("street by street…")


def test_summary_of_the_header_is_kept() -> None:
    assert read(f"Summary: Short.\n\n{PROSE}").summary == "Short."


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        ("2010-06-11", "2010-06-11"),
        ("2010-6-1", "2010-06-01"),
        ("2010-06", "2010-06"),
        ("2010", "2010"),
        ("11 June 2010", "2010-06-11"),
        ("Friday, June 11th, 2010", "2010-06-11"),
        ("June 2010", "2010-06"),
        ("11 Sept. 2010", "2010-09-11"),
        ("2010-06-11T23:59:00Z", "2010-06-11"),
    ],
)
def test_date_is_as_precise_as_it_was_stated(stated: str, date: str) -> None:
    assert read(f"Date: {stated}\n\n{PROSE}").date == date


@pytest.mark.parametrize(
    "stated", ["31 June 2010", "yesterday", "11/06/2010", "2010-13", "Junius 2010"]
)
def test_unreadable_date_is_refused_with_a_remedy(stated: str) -> None:
    seed = Seed(
        "a", "a.txt", "", "utf-8", {"date": (stated,)}, ingest("a.txt", PROSE.encode()).blocks
    )
    with pytest.raises(
        SeedError, match=r'a\.txt: cannot read the date .*; write it as "2010-06-11"'
    ):
        clean(seed)


def test_fields_reach_the_document() -> None:
    document = read(f"Author: A. One\nLanguage: en-GB\nSources: X; Y\n\n{PROSE}")
    assert (document.author, document.language, document.sources) == ("A. One", "en-GB", ("X", "Y"))


def test_code_keeps_its_lines_its_indentation_and_what_looks_like_furniture() -> None:
    source = "It was calm.\n\n```\n\n  one  two \n\tthree\n\nShare this:\n```\n"
    assert blocks(read(source, "a.md")) == [
        ("paragraph", "It was calm."),
        ("code", "  one  two\n    three\n\nShare this:"),
    ]
