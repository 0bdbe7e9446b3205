from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.errors import SeedError
from annotated_reader.model import RawBlock, Seed
from annotated_reader.stages.ingest import ingest

TEXT = "“Café,” said the señora – it’s naïve."


def read(text: str, name: str = "a.txt", sidecar: str = "") -> Seed:
    return ingest(name, text.encode(), sidecar)


def shapes(seed: Seed) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in seed.blocks]


# Decoding


@pytest.mark.parametrize(
    ("encoding", "recorded"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-32", "utf-32"),
        ("utf-16-le", "utf-16-le"),
        ("windows-1252", "windows-1252"),
        ("mac-roman", "mac-roman"),
    ],
)
def test_text_is_the_same_in_every_encoding(encoding: str, recorded: str) -> None:
    seed = ingest("a.txt", TEXT.encode(encoding))
    assert (seed.blocks[0].text, seed.encoding) == (TEXT, recorded)


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp1250"])
def test_encodings_that_are_not_western_are_told_by_their_letters(encoding: str) -> None:
    text = {
        "cp1250": "Zażółć gęślą jaźń. Święta prawda, że Łódź leży w środku Polski.",
    }.get(encoding, "Президент заявил, что правительство готово. Это было в Оше, на юге страны.")
    assert ingest("a.txt", text.encode(encoding)).blocks[0].text == text


def test_charset_that_a_page_states_is_believed() -> None:
    page = '<meta charset="windows-1251"><p>Ош, город на юге.</p>'
    assert ingest("a.html", page.encode("cp1251")).blocks[0].text == "Ош, город на юге."


def test_accent_written_as_its_own_character_is_composed_on_record() -> None:
    seed = read("Cafe\u0301 in Osh")
    assert seed.blocks[0].text == "Café in Osh"
    assert "composed letters and their accents (Unicode NFC)" in seed.cleaning


def test_controls_and_invisible_characters_are_dropped_on_record() -> None:
    seed = read("One\x07 two\ufeff thr\u00adee")
    assert seed.blocks[0].text == "One two three"
    assert seed.cleaning == ("dropped 1 control character", "dropped 2 invisible characters")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\x85", "\u2028"])
def test_every_line_ending_ends_a_line(end: str) -> None:
    text = f"A paragraph.{end}{end}Another one."
    assert [block.text for block in read(text).blocks] == ["A paragraph.", "Another one."]


@pytest.mark.parametrize("data", [b"%PDF-1.7 text", b"PK\x03\x04", b"a\0b", bytes(range(256)) * 9])
def test_binary_file_is_refused_with_a_remedy(data: bytes) -> None:
    with pytest.raises(SeedError, match="save it") as refused:
        ingest("scan.txt", data)
    assert refused.value.path == "scan.txt"


def test_unknown_kind_of_file_is_refused_with_the_kinds_there_are() -> None:
    with pytest.raises(SeedError, match=r"\.txt, \.md, \.html"):
        ingest("a.docx", b"text")


MARKS = [
    "<p>",
    "</p>",
    "<![",
    "<!--",
    "<li>",
    "<td>",
    "<pre>",
    "&#0;",
    "---",
    "|",
    "> ",
    "- ",
    "```",
    "[",
    "]: ",
    "a: B.",
]


@given(
    st.sampled_from(["a.txt", "a.md", "a.html"]),
    st.one_of(
        st.binary(max_size=200),
        st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")),
        st.lists(st.sampled_from(MARKS), max_size=30).map(lambda parts: "\n".join(parts).encode()),
    ),
)
def test_any_bytes_come_in_or_are_refused(name: str, data: bytes) -> None:
    try:
        assert ingest(name, data).path == name
    except SeedError as error:
        remedy = error.remedy
        assert remedy


# Slugs


@pytest.mark.parametrize(
    ("stem", "slug"),
    [
        ("Four Nights_in Osh", "four-nights-in-osh"),
        ("Séverine à Łódź", "severine-a-lodz"),
        ("con", "con-text"),
        ("000_7eaf", "000-7eaf"),
    ],
)
def test_slug_is_the_file_name_in_ascii(stem: str, slug: str) -> None:
    assert read("Text", f"{stem}.txt").slug == slug


def test_names_that_ascii_cannot_write_stay_apart() -> None:
    slugs = {read("Text", f"{stem} 2010.txt").slug for stem in ("Ош", "Баткен")}
    assert len(slugs) == 2
    assert all(slug.isascii() and slug.startswith("2010-") for slug in slugs)


# Header and sidecar


def test_plain_header_gives_fields_and_leaves_the_text() -> None:
    seed = read("Title: Osh\nDate: 11 June 2010\nLang: en\nSource: One; Two\n\nThe text.")
    assert seed.fields == {
        "title": ("Osh",), "date": ("2010-06-11",), "language": ("en",), "sources": ("One", "Two"),
    }  # fmt: skip
    assert seed.blocks == (RawBlock("paragraph", "The text.", 6),)


def test_fenced_header_puts_keys_of_other_programs_aside_on_record() -> None:
    seed = read(
        '---\nlayout: post\ntitle: "Osh"\nsources:\n  - One\n  - Two\n---\nThe text.', "a.md"
    )
    assert seed.fields == {"title": ("Osh",), "sources": ("One", "Two")}
    assert [(line.line, line.text) for line in seed.set_aside] == [(2, "layout: post")]


@pytest.mark.parametrize(
    "text",
    [
        "Note: this begins a text.\n\nMore.",
        "Title: a line\nof verse\n\nMore.",
        "---\nA: b\n---\nC.",
    ],
)
def test_text_that_only_looks_like_a_header_stays_text(text: str) -> None:
    words = " ".join(block.text for block in read(text).blocks).split()
    assert words == text.split()


def test_sidecar_wins_over_the_header() -> None:
    seed = read(
        "Title: Old\nAuthor: A\n\nText.",
        sidecar='title = "New"\ndate = 2010-06-11\nsources = ["a; b"]',
    )
    assert seed.fields == {
        "title": ("New",), "author": ("A",), "date": ("2010-06-11",), "sources": ("a; b",),
    }  # fmt: skip


def test_unknown_sidecar_key_is_refused_with_its_line_and_the_key_meant() -> None:
    with pytest.raises(SeedError) as refused:
        read("Text.", "osh.txt", '# about\ntitle = "Osh"\nauthr = "A"\n')
    assert str(refused.value) == 'osh.toml:3: unknown key "authr"; did you mean "author"?'


@pytest.mark.parametrize(
    "sidecar", ["title = Osh", "title = { a = 1 }", "date = 'soon'", "lang = 'English'"]
)
def test_sidecar_that_makes_no_sense_is_refused_with_its_line(sidecar: str) -> None:
    with pytest.raises(SeedError) as refused:
        read("Text.", "osh.txt", sidecar)
    assert (refused.value.path, refused.value.line) == ("osh.toml", 1)
    assert refused.value.remedy


def test_unreadable_date_in_a_header_is_refused_with_its_line() -> None:
    with pytest.raises(SeedError, match=r'a.txt:2: cannot read the date "last week"; write it as'):
        read("Title: Osh\nDate: last week\n\nText.")


# Plain text


WRAPPED = """\
Osh is a city at the foot of a mountain. The mountain is called
Sulayman-Too; it stands in the middle of the streets, pilgrims climb
it, and from the top one sees a bazaar, a river and two kinds of
roofs: the apartment houses of Soviet times and the mahallas.
"""


def test_wrapped_lines_are_one_paragraph() -> None:
    assert [block.kind for block in read(WRAPPED + "\n" + WRAPPED).blocks] == ["paragraph"] * 2


def test_address_in_a_wrapped_text_keeps_its_lines() -> None:
    seed = read(f"{WRAPPED}\nTown Hall\n1 Lenin Street\nOsh\n\n{WRAPPED}")
    assert shapes(seed)[1] == ("verse", "Town Hall\n1 Lenin Street\nOsh")


def test_indent_begins_a_paragraph_in_a_wrapped_text() -> None:
    assert len(read(f"{WRAPPED}   {WRAPPED}").blocks) == 2


def test_sentence_that_ends_in_the_middle_of_a_line_ends_a_paragraph_in_a_wrapped_text() -> None:
    first, second = (block.text for block in read(f"{WRAPPED}It is old.\n{WRAPPED}").blocks)
    assert (first, second) == (f"{WRAPPED}It is old.", WRAPPED.strip())


def test_sentence_that_fills_its_line_does_not_end_a_paragraph() -> None:
    full = WRAPPED.replace("it, and from the top", "it. At last, at the top")
    assert len(read(full).blocks) == 1


def test_lines_that_begin_with_capitals_are_verse() -> None:
    poem = (
        "Ah! Sure some stronger impulse vibrates here,\nWhich whispers "
        "friendship will be doubly dear\n"
        "To one, who thus for kindred hearts must roam,\nAnd seek abroad, the love denied at home."
    )
    assert shapes(read(poem)) == [("verse", poem)]


def test_one_paragraph_a_line_makes_paragraphs() -> None:
    line = "A sentence as long as those in newspapers are, which is more than a line of verse has."
    assert [block.kind for block in read(f"{line}\n{line}\n{line}").blocks] == ["paragraph"] * 3


def test_bullets_make_a_list_on_record() -> None:
    seed = read("Three parties:\n\n- Ata-Jurt, strong\n  in the south\n- Ar-Namys\n* Respublika")
    assert [block.kind for block in seed.blocks] == ["paragraph", "item", "item", "item"]
    assert seed.blocks[1].text == "Ata-Jurt, strong\nin the south"
    assert seed.cleaning == ("read 3 lines with a bullet as a list",)


PROSE = "He was born in Groningen, in the Netherlands, into a family of mathematicians."


@pytest.mark.parametrize(
    "line", ["Early life", "Pittsburgh Pirates (2012)", "2013", "THE WAR AND AFTER"]
)
def test_lone_short_line_above_a_paragraph_is_a_heading(line: str) -> None:
    assert shapes(read(f"{PROSE}\n\n{line}\n\n{PROSE}"))[1] == ("heading", line)


@pytest.mark.parametrize(
    "line",
    [
        "He left.",
        "early life",
        "Friday, July 21, 2017",
        "By Jane Smith",
        "He wrote:",
        "© Reuters",
        "“No”",
    ],
)
def test_other_lone_lines_are_no_headings(line: str) -> None:
    assert shapes(read(f"{PROSE}\n\n{line}\n\n{PROSE}"))[1] == ("paragraph", line)


def test_last_line_is_no_heading() -> None:
    assert shapes(read(f"{PROSE}\n\nThe Editors"))[1] == ("paragraph", "The Editors")


def test_infobox_makes_no_headings() -> None:
    box = "Brock Holt\n\nBats: Left\n\nMLB debut\n\nHome runs 19\n\nTeams"
    assert "heading" not in [block.kind for block in read(f"{PROSE}\n\n{box}\n\n{PROSE}").blocks]


def test_blocks_know_their_lines() -> None:
    assert [block.line for block in read(f"{PROSE}\n\n\nLife\n\n{PROSE}").blocks] == [1, 4, 6]


# Markdown


def test_markdown_blocks() -> None:
    source = (
        "# One\n\n## Two\n\nA *paragraph* with [a link](b.html).\n\n- item\n   "
        " - inner\n\n> quoted\n\n"
        "First line  \nsecond line\\\nthird line\n\n| Name | Seats "
        "|\n|---|---|\n| SDPK | 26 |\n\n```\ncode\n  here\n```\n"
    )
    seed = read(source, "a.md")
    assert shapes(seed) == [
        ("heading", "One"),
        ("heading", "Two"),
        ("paragraph", "A paragraph with a link."),
        ("item", "item"),
        ("item", "inner"),
        ("quote", "quoted"),
        ("verse", "First line\nsecond line\nthird line"),
        ("item", "Name; Seats"),
        ("item", "SDPK; 26"),
        ("code", "code\n  here\n"),
    ]
    assert [block.level for block in seed.blocks[:5]] == [2, 2, 0, 1, 2]
    assert [block.line for block in seed.blocks] == [1, 3, 5, 7, 8, 10, 12, 16, 18, 21]


CODES = [
    ("```python\nPrint\nNow\n```", "a.md"),
    ("    def f(x):\n        return x", "a.md"),
    ("    sudo apt install pandoc", "a.md"),
    ("    For me = 1;\n    For us = 2;\n    Done", "a.md"),
    ("<p>So:</p><pre><code>x := 1\n  y</code></pre>", "a.html"),
    ('<p>So:</p><pre class="prettyprint">Print\n Now</pre>', "a.html"),
]


@pytest.mark.parametrize(("source", "name"), CODES)
def test_what_is_written_for_a_machine_is_code(source: str, name: str) -> None:
    assert [kind for kind, _ in shapes(read(f"{PROSE}\n\n{source}", name))][-1] == "code"


TALK = """<table>
<tr><td></td><td><i>Enter Ann.</i></td></tr>
<tr><td>Ann</td><td>Is it late? I fear so, for it has struck ten.</td></tr>
<tr><td>Mr. Lee</td><td>No.</td></tr>
<tr><td>Ann</td><td>Then it is well.</td></tr>
<tr><td>Mr. Lee</td><td>It is.</td></tr>
</table>"""


def test_play_set_as_a_table_is_said_line_by_line() -> None:
    seed = read(f"<p>{PROSE}</p>{TALK}<p>{PROSE}</p>", "a.html")
    assert shapes(seed)[1:-1] == [
        ("paragraph", "Enter Ann."),
        ("paragraph", "Ann: Is it late? I fear so, for it has struck ten."),
        ("paragraph", "Mr. Lee: No."),
        ("paragraph", "Ann: Then it is well."),
        ("paragraph", "Mr. Lee: It is."),
    ]


def test_table_of_data_stays_a_list() -> None:
    rows = "".join(f"<tr><td>Party {n}</td><td>It has {n} seats now.</td></tr>" for n in range(4))
    seed = read(f"<p>{PROSE}</p><table>{rows}</table><p>{PROSE}</p>", "a.html")
    assert shapes(seed)[1] == ("item", "Party 0; It has 0 seats now.")


def test_label_of_who_speaks_is_a_part_of_the_text() -> None:
    said = "".join(
        f"<a name={n}><b>{who}</b></a><blockquote>It was calm, and nobody came.</blockquote>"
        for n, who in enumerate(["ANN", "BOB"] * 3)
    )
    seed = read(f"<p>{PROSE}</p>{said}<p>{PROSE}</p>", "a.html")
    assert [text for _, text in shapes(seed)].count("ANN") == 3


VERSES = [
    ("    Nature’s first green is gold,\n    Her hardest hue to hold.", "a.md"),
    ("    “Forward, the Light Brigade!”\n    (Was there a man dismayed?)", "a.md"),
    ("<p>So:</p><pre>if it were so\nit would be.</pre>", "a.html"),
]


@pytest.mark.parametrize(("source", "name"), VERSES)
def test_poem_that_keeps_its_lines_is_verse(source: str, name: str) -> None:
    kinds = [kind for kind, _ in shapes(read(f"{PROSE}\n\n{source}\n\n{PROSE}", name))]
    assert "verse" in kinds
    assert "code" not in kinds


def test_second_paragraph_of_a_list_item_is_a_paragraph() -> None:
    seed = read("- item\n\n    more of it\n\n- next", "a.md")
    assert shapes(seed) == [("item", "item"), ("paragraph", "more of it"), ("item", "next")]


def test_note_in_markdown_keeps_its_number_apart_from_the_word() -> None:
    seed = read("Five parties[^1] passed.\n\n[^1]: Twice.", "a.md")
    assert shapes(seed) == [("paragraph", "Five parties[1] passed."), ("item", "Twice.")]


def test_lines_of_markdown_are_counted_from_the_top_of_the_file() -> None:
    seed = read("---\ntitle: Osh\n---\n\nOne.\n\nTwo.", "a.md")
    assert [block.line for block in seed.blocks] == [5, 7]


def test_markdown_nested_beyond_reason_is_refused() -> None:
    with pytest.raises(SeedError, match="nested too deeply"):
        read("".join("    " * depth + "- a\n" for depth in range(400)), "a.md")


@pytest.mark.parametrize("indent", [2, 3, 4])
def test_code_in_an_item_of_a_list_is_code(indent: int) -> None:
    space = " " * indent
    code = f"{space}```bash\n{space}if x = 1; then\n\n{space}  y = 2\n{space}```\n"
    seed = read(f"1. First:\n\n{code}\n2. Then.\n", "a.md")
    assert shapes(seed) == [
        ("item", "First:"),
        ("code", "if x = 1; then\n\n  y = 2\n"),
        ("item", "Then."),
    ]


def test_fence_right_below_an_item_is_code() -> None:
    seed = read("- First:\n  ```\n  x = 1\n  ```\n- Then.\n", "a.md")
    assert shapes(seed) == [("item", "First:"), ("code", "x = 1\n"), ("item", "Then.")]


def test_fence_a_little_way_in_is_a_fence() -> None:
    assert shapes(read("So:\n\n  ```\n  x = 1\n  ```\n", "a.md")) == [
        ("paragraph", "So:"),
        ("code", "x = 1\n"),
    ]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("We met [[Roza Otunbayeva]] there.", "We met Roza Otunbayeva there."),
        ("In [[Osh (city)|the city]] it rained.", "In the city it rained."),
        ("See [[notes/Osh#History]].", "See Osh."),
        ("See [[#History]] and ![[Another note]].", "See History and Another note."),
        ("So: ![[photo of osh.PNG]] it was.", "So: it was."),
        (
            "It is ==marked== and ~~struck~~ here, if a == b.",
            "It is marked and struck here, if a == b.",
        ),
        ("`[[ -f x ]]` tests it.", "[[ -f x ]] tests it."),
    ],
)
def test_signs_of_note_taking_programs_are_no_words(source: str, words: str) -> None:
    assert shapes(read(source, "a.md")) == [("paragraph", words)]


def test_remark_is_a_quotation_without_its_sign() -> None:
    seed = read("> [!note] On Osh\n> It rained.", "a.md")
    assert shapes(seed) == [("quote", "On Osh It rained.")]


def test_double_brackets_in_code_stay() -> None:
    assert shapes(read("```\nif [[ -f x ]]; ==\n```", "a.md")) == [("code", "if [[ -f x ]]; ==\n")]


# HTML


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</body></html>"


ARTICLE = "".join(
    f"<p>In paragraph {number} the commission counted what had been lost, "
    f"street by street, and wrote it down.</p>"
    for number in range(1, 7)
)


def test_what_is_not_the_article_is_set_aside_with_its_line() -> None:
    article = f"<article><h1>Osh</h1>{ARTICLE}</article>"
    body = f"\n<nav><a href='/'>World</a></nav>\n{article}\n<footer>About us</footer>"
    seed = read(page(body), "a.html")
    assert [block.kind for block in seed.blocks if block.text != "Osh"] == ["paragraph"] * 6
    assert [(line.line, line.text) for line in seed.set_aside] == [(2, "World"), (4, "About us")]


def test_title_of_the_page_comes_without_the_name_of_its_site() -> None:
    site = "<meta property='og:site_name' content='The Courier'>"
    head = f"<title>Four nights in Osh | The Courier</title>{site}"
    fields = read(page(ARTICLE, head), "a.html").fields
    assert (fields["title"], fields["sources"]) == (("Four nights in Osh",), ("The Courier",))


def test_author_and_rights_of_the_page_are_taken() -> None:
    head = (
        "<script "
        'type="application/ld+json">{"@graph":[{"@type":"Article","author":[{"name":"A. One"},'
        '{"name":"B. Two"}]}]}</script><meta name="copyright" content="© The Courier">'
    )
    fields = read(page(ARTICLE, head), "a.html").fields
    assert (fields["author"], fields["rights"]) == (("A. One, B. Two",), ("© The Courier",))


def test_page_without_an_article_keeps_all_it_shows() -> None:
    seed = read(page("<div>Hello<br>there</div><script>no()</script><p hidden>no</p>"), "a.htm")
    assert shapes(seed) == [("verse", "Hello\nthere")]


def test_prose_between_paragraphs_of_the_article_is_kept() -> None:
    quiet = "<p class='social-share ad-banner'>Nobody has been sentenced for any of this.</p>"
    seed = read(page(f"<article>{ARTICLE}{quiet}{ARTICLE}</article>"), "a.html")
    assert "Nobody has been sentenced" in " ".join(block.text for block in seed.blocks)


def test_doubled_line_breaks_part_paragraphs() -> None:
    seed = read(page("<div>One line here.<br><br>Another line there.</div>"), "a.html")
    assert [text for _, text in shapes(seed)] == ["One line here.", "Another line there."]


def lines(source: str) -> list[tuple[int, str]]:
    return [(block.line, block.text) for block in read(source, "a.html").blocks]


def test_block_of_a_page_has_the_line_where_its_tag_ends() -> None:
    source = "<div>\n<p>One.</p> <p>Two.</p>\n<!-- a\nb -->\n<p\nclass='x'>Three\nlines.</p></div>"
    assert lines(source) == [(2, "One."), (2, "Two."), (6, "Three lines.")]


@pytest.mark.parametrize(
    "source", ["\n\nTom\n&amp; Jerry\n<p>", "\n\nTom &amp;\nJerry", "\n\nTom\n\n&amp; Jerry\n\n"]
)
def test_text_without_tags_has_the_line_where_it_begins(source: str) -> None:
    assert lines(source)[0][0] == 3


def test_long_text_without_tags_has_the_line_where_it_begins() -> None:
    assert lines("\n\n" + "A line of many that no tag ends.\n" * 100)[0][0] == 3


def test_lines_of_a_page_are_counted_as_far_as_it_goes() -> None:
    assert lines("\n" * 70_000 + "<p>Far below.</p>") == [(70_001, "Far below.")]


def test_page_nested_beyond_reason_keeps_its_text() -> None:
    seed = read("<ul><li>in " * 20_000 + "the deep", "a.html")
    words = " ".join(block.text for block in seed.blocks).split()
    assert words == ["in"] * 20_000 + ["the", "deep"]
    assert len(seed.blocks) < 2_000  # what lies deeper is one block, or this would take minutes


@pytest.mark.parametrize(
    "source",
    ["Osh", "https://example.org", "<?xml version='1.0'?><div>Osh</div>", "<p>Osh</p>"],
)
def test_page_that_looks_like_something_else_is_read_without_a_warning(source: str) -> None:
    assert len(lines(source)) == 1


def test_comment_in_a_row_makes_no_cell_of_data() -> None:
    rows = "<table><tr><td>One.<p>Two.</p></td><!-- end of row --></tr></table>"
    assert [text for _, text in shapes(read(rows, "a.html"))] == ["One.", "Two."]


def test_reading_beside_a_word_is_part_of_the_title() -> None:
    seed = read(page(f"<h1><ruby>Osh<rt>(osh)</rt></ruby></h1>{ARTICLE}"), "a.html")
    assert seed.fields["title"] == ("Osh(osh)",)


@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_control_character_written_as_an_entity_is_dropped_as_others_are(name: str) -> None:
    seed = ingest(name, b"<p title='&#2;'>Osh&#2;&#x18; was&#13; calm.</p>")
    assert [block.text for block in seed.blocks] == ["Osh was calm."]


def test_title_that_a_page_has_escaped_twice_is_read_twice() -> None:
    head = "<meta property='og:title' content='Osh &amp;#039;holds its breath&amp;#039;'>"
    assert read(page(ARTICLE, head), "a.html").fields["title"] == ("Osh 'holds its breath'",)


def test_file_that_is_named_by_a_day_is_of_that_day_unless_it_states_another() -> None:
    seed = read("Osh is quiet.", "2010-06-14-osh.txt")
    assert seed.fields["date"] == ("2010-06-14",)
    assert "took the date from the name of the file" in seed.cleaning
    assert read("Date: 2011\n\nOsh is quiet.", "2010-06-14-osh.txt").fields["date"] == ("2011",)
    seed = read("Osh is quiet.", "2010-06-14-osh.txt", "date = 2011-01-02")
    assert (seed.fields["date"], seed.cleaning) == (("2011-01-02",), ())
    for name in ("2010-13-14-osh.txt", "12010-06-14.txt", "2010-06-141.txt", "osh-2010-06-14.txt"):
        assert "date" not in read("Osh is quiet.", name).fields


def test_number_of_a_printed_page_is_left_out_on_record() -> None:
    number = "<span class='x PageNum'><a id='p2'>[Pg 2]</a></span>"
    body = f"<div>{ARTICLE}</div><div><p>To my paragraph of old</p></div>{ARTICLE}"
    seed = read(page(body.replace("par", f"par{number}")), "a.html")
    assert [block.text for block in seed.blocks] == [
        block.text for block in read(page(body), "a.html").blocks
    ]
    assert "left out 13 numbers of printed pages" in seed.cleaning


@pytest.mark.parametrize(
    "link",
    [
        '<sup><a href="#n">12</a></sup>',
        '<a href="notes.xhtml#n" epub:type="noteref">12</a>',
        '<a href="#n" role="doc-noteref">12</a>',
        '<sup><a href="#n" role="doc-noteref">12</a></sup>',
    ],
)
def test_number_of_a_note_in_a_page_stands_apart_from_the_word(link: str) -> None:
    page = f"<html><body><p>{PROSE}</p><p>To Philpott Lane,{link} with them.</p></body></html>"
    assert shapes(read(page, "a.html"))[1] == ("paragraph", "To Philpott Lane,[12] with them.")


@pytest.mark.parametrize("number", ["A11.15", "b", "iv"])
def test_note_without_a_number_stands_apart_where_the_link_says_that_it_is_one(number: str) -> None:
    link = f'<a href="notes.xhtml#n" epub:type="noteref">{number}</a>'
    page = f"<html><body><p>{PROSE}</p><p>To Philpott Lane{link} they went.</p></body></html>"
    assert shapes(read(page, "a.html"))[1] == (
        "paragraph",
        f"To Philpott Lane[{number}] they went.",
    )


def test_link_to_another_page_is_no_note() -> None:
    page = f'<html><body><p>{PROSE}</p><p>In <a href="1984.html">1984</a> it was.</p></body></html>'
    assert shapes(read(page, "a.html"))[1] == ("paragraph", "In 1984 it was.")


def test_sentence_that_ends_in_the_number_of_a_note_is_prose_of_the_article() -> None:
    row = "<tr><td>Film</td><td>A man lives one day again and again in a town.[{}]</td></tr>"
    rows = "".join(map(row.format, range(9)))
    around = f"<p>{PROSE}</p><table>{rows}</table><p>In the end it rained. {PROSE}</p>"
    seed = read(f"<html><body><article>{around}</article></body></html>", "a.html")
    assert sum("again and again" in block.text for block in seed.blocks) == 9


@pytest.mark.parametrize("heading", ["List of films", "A list article"])
def test_title_is_the_heading_that_a_page_states_by_either_name(heading: str) -> None:
    stated = '{"@type": "Article", "name": "List of films", "headline": "A list article"}'
    page = (
        f'<html><head><script type="application/ld+json">{stated}</script></head>'
        f"<body><h1>{heading}</h1><p>{PROSE}</p></body></html>"
    )
    assert read(page, "a.html").fields["title"] == (heading,)
