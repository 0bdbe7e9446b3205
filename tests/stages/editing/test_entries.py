from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.errors import ContentError
from annotated_reader.model import KINDS, Definition, Entry, Evidence
from annotated_reader.stages.compose_entry import compose_entry
from annotated_reader.stages.editing.entries import parse_entry, text_of

HEADER = "---\nTitle: Emilbek Kaptagaev\nKind: person\n"
QUOTED = (
    f"{HEADER}Status: suggested\nRule: appositive\nFrom: osh\n---\n\n"
    "“chief of staff in the interim government”\n\n"
    "> **Emilbek Kaptagaev**, chief of staff in the interim government, denied the\n"
    "> allegations on Monday.\n>\n> — [Osh in June](../texts/osh.md)\n"
)


def entry(fields: str = "", body: str = "") -> Entry:
    return parse_entry("x", f"{HEADER}{fields}---\n\n{body}")


def mistake(fields: str) -> str:
    with pytest.raises(ContentError) as caught:
        parse_entry("x", f"{HEADER}{fields}---\n", "x.md")
    return str(caught.value)


def test_title_and_kind_are_name_and_kind() -> None:
    assert (entry().id, entry().name, entry().kind) == ("x", "Emilbek Kaptagaev", "person")


def test_keys_and_kinds_may_be_in_any_case() -> None:
    read = parse_entry("x", "---\nTITLE: Osh\nkind: Place\n---\n")
    assert (read.name, read.kind) == ("Osh", "place")


def test_aliases_are_parted_by_semicolons_or_lines_and_kept_once() -> None:
    read = entry("Aliases: Mr Kaptagaev; Kaptagaev;\n    E. Kaptagaev; Kaptagaev\n")
    assert read.aliases == ("Mr Kaptagaev", "Kaptagaev", "E. Kaptagaev")


def test_an_entry_that_says_nothing_of_its_status_was_written_by_hand_and_is_approved() -> None:
    assert entry().status == "approved"


@pytest.mark.parametrize("status", ["suggested", "approved", "hidden"])
def test_every_status_is_understood(status: str) -> None:
    assert entry(f"Status: {status}\n").status == status


@pytest.mark.parametrize(
    "value",
    [
        "2010",
        "2010-06",
        "2010-06-11",
        "2010-06-11~",
        "1850~",
        "--06-11",
        "--06",
        "--02-29",
        "0314",
        "2010-22",
        "2010-04-06/2010-04-08",
    ],
)
def test_a_date_may_be_as_open_as_the_text_leaves_it(value: str) -> None:
    assert entry(f"Value: {value}\n").value == value


def test_coordinates_are_latitude_and_longitude() -> None:
    assert entry("Coordinates: 40.51, -72.80\n").coordinates == (40.51, -72.80)


def test_the_candidates_of_an_ambiguous_name_are_ids() -> None:
    assert entry("May-be: roza-otunbayeva; roza\n").candidates == ("roza-otunbayeva", "roza")


def test_the_editors_limits_are_lists() -> None:
    read = entry("Never: Osh bazaar; Osh oblast\nOnly-in: june\nNot-in: april; may\n")
    assert read.never == ("Osh bazaar", "Osh oblast")
    assert (read.only_in, read.not_in) == (("june",), ("april", "may"))


@pytest.mark.parametrize(
    "key", ["Aliases", "Value", "Coordinates", "May-be", "Never", "Only-in", "Not-in"]
)
def test_a_field_without_a_value_says_nothing(key: str) -> None:
    assert entry(f"{key}:\n") == entry()


def test_a_quotation_with_rule_and_evidence_is_a_quotation() -> None:
    assert parse_entry("x", QUOTED).definition == Definition(
        "chief of staff in the interim government",
        "quotation",
        Evidence("osh", (0, 0), (0, 0), "appositive"),
    )


def test_a_whole_sentence_as_definition_says_so() -> None:
    read = parse_entry("x", QUOTED.replace("appositive", "telling sentence"))
    assert read.definition.origin == "sentence"


def test_a_quotation_that_its_evidence_does_not_hold_is_the_editors() -> None:
    read = parse_entry("x", QUOTED.replace("“chief", "“deputy chief"))
    assert read.definition == Definition(
        "“deputy chief of staff in the interim government”", "editor"
    )


def test_a_quotation_may_leave_words_out_where_it_says_so() -> None:
    read = parse_entry("x", QUOTED.replace("“chief of staff in", "“chief … in"))
    assert read.definition.origin == "quotation"


def test_a_quotation_may_hold_half_of_another_one() -> None:
    body = "“it was not,” he said”\n\n> “There was. But it was not,” he said.\n"
    read = entry("Rule: telling sentence\nFrom: osh\n", body)
    assert read.definition.text == "it was not,” he said"


def test_the_editors_own_words_are_hers_even_where_the_rule_still_stands() -> None:
    read = parse_entry(
        "x", QUOTED.replace("“chief of staff in the interim government”", "A chief of staff.")
    )
    assert read.definition == Definition("A chief of staff.", "editor")


def test_a_fact_of_a_data_set_names_it() -> None:
    read = entry("Rule: data set\nFrom: GeoNames\n", "capital of Kyrgyzstan\n")
    assert read.definition == Definition("capital of Kyrgyzstan", "data", source="GeoNames")


@pytest.mark.parametrize("body", ["", "> Only evidence.\n"])
def test_without_a_first_paragraph_there_is_no_definition(body: str) -> None:
    assert entry(body=body).definition == Definition("", "none")


def test_only_the_first_paragraph_defines() -> None:
    read = entry(body="A city\nin the south.\n\nIt is old.\n")
    assert read.definition.text == "A city in the south."


def test_the_body_is_kept_as_it_is() -> None:
    assert entry(body="*A* city.\n\n![map](osh.png)\n").body == "*A* city.\n\n![map](osh.png)"


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("a *city* in the **south**", "a city in the south"),
        ("a _city_ called osh_city", "a city called osh_city"),
        ("see [Osh \\[city\\]](osh.md) and ![map](x.png)", "see Osh [city] and map"),
        ("3 \\* 4 \\_ 5 &amp; &#61; &lt;b>", "3 * 4 _ 5 & = <b>"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("a note[^1] and `code*`", "a note and code*"),
        ("<em>a</em> <https://example.org>", "a https://example.org"),
        ("line\\\nline\nline", "line line line"),
        ("## A heading", "A heading"),
        ("- an item", "an item"),
    ],
)
def test_markdown_is_read_as_plain_text(markdown: str, text: str) -> None:
    assert text_of(markdown) == text


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("Alias: x\n", "x.md:4: “alias” is not a field of an entry; did you mean “Aliases”?"),
        ("Onlyin: x\n", "x.md:4: “onlyin” is not a field of an entry; did you mean “Only-in”?"),
        (
            "Colour: x\n",
            (
                "x.md:4: “colour” is not a field of an entry; one of Title, Kind, Aliases, Status, "
                "Value, Coordinates, Placed-by, May-be, Rule, From, Never, Only-in, Not-in, Same-as"
            ),
        ),
        ("Status: aproved\n", "x.md:4: “aproved” is not a status; did you mean “approved”?"),
        ("Status:\n", "x.md:4: “” is not a status; one of suggested, approved, hidden"),
        (
            "Value: June 2010\n",
            "x.md:4: “June 2010” is not a date; write it like 2010, 2010-06, 2010-06-11 or --06-11",
        ),
        (
            "Coordinates: 40,51; 72,80\n",
            (
                "x.md:4: “40,51; 72,80” is not a place on the earth; "
                "write latitude and longitude in degrees, like 40.51, 72.80"
            ),
        ),
        (
            "Coordinates: 172.80, 40.51\n",
            (
                "x.md:4: “172.80, 40.51” is not a place on the earth; "
                "write latitude and longitude in degrees, like 40.51, 72.80"
            ),
        ),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_was_meant(fields: str, message: str) -> None:
    assert mistake(fields) == message


@pytest.mark.parametrize(
    "value",
    ["1888-13", "1888-00", "2010-06-31", "2011-02-29", "--02-30", "2010-22-01", "2010/2011-99"],
)
def test_a_day_that_no_calendar_has_is_no_date(value: str) -> None:
    assert f"“{value}” is not a date" in mistake(f"Value: {value}\n")


def test_an_unknown_kind_is_answered_with_the_nearest() -> None:
    with pytest.raises(ContentError, match=r"x\.md:3: “organisation” .*“organization”\?"):
        parse_entry("x", "---\nTitle: UN\nKind: organisation\n---\n", "x.md")


@pytest.mark.parametrize(
    ("markdown", "message"),
    [
        ("---\nKind: place\n---\n", "x.md:1: Title is missing; add “Title: …”"),
        ("---\nTitle: Osh\nKind:\n---\n", "x.md:3: Kind is missing; add “Kind: …”"),
    ],
)
def test_title_and_kind_must_be_there(markdown: str, message: str) -> None:
    with pytest.raises(ContentError) as caught:
        parse_entry("x", markdown, "x.md")
    assert str(caught.value) == message


def test_all_mistakes_of_an_entry_are_told_a_line_each() -> None:
    told = mistake("Status: aproved\nAlias: x\nCoordinates: x\n")
    assert [line.split(" ")[0] for line in told.splitlines()] == ["x.md:4:", "x.md:5:", "x.md:6:"]


PRINTABLE = st.characters(exclude_categories=["C", "Z"]) | st.just(" ")
LINE = st.text(PRINTABLE, min_size=1).map(lambda text: " ".join(text.split())).filter(bool)
NAME = LINE.map(lambda text: text.replace(";", ",").strip()).filter(bool)
NAMES = st.lists(NAME, max_size=3, unique=True).map(tuple)
IDS = st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), max_size=3, unique=True).map(tuple)
PLACES = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
RULES = st.sampled_from(["appositive", "title", "copula", "telling sentence"])


@st.composite
def definitions(draw: st.DrawFn) -> tuple[Definition, str]:
    """A definition with the sentence that it was quoted from."""
    origin = draw(st.sampled_from(["quotation", "data", "editor", "none"]))
    words = draw(LINE)
    if origin == "quotation":
        rule = draw(RULES)
        evidence = Evidence("osh", (0, 0), (0, 0), rule)
        whole = rule == "telling sentence"
        sentence = words if whole else f"Before, {words}, after."
        return Definition(words, "sentence" if whole else "quotation", evidence), sentence
    if origin == "data":
        return Definition(words, "data", source=draw(NAME)), ""
    return (Definition(words, "editor") if origin == "editor" else Definition("", "none")), ""


@given(
    made=st.builds(
        Entry,
        id=st.just("x"),
        name=NAME,
        kind=st.sampled_from(sorted(KINDS)),
        aliases=NAMES,
        status=st.sampled_from(["suggested", "approved", "hidden"]),
        value=st.sampled_from(["", "2010", "--06-11", "2010-06-11/2010-06-14"]),
        coordinates=st.none() | PLACES,
        candidates=IDS,
        never=NAMES,
        only_in=IDS,
        not_in=IDS,
    ),
    defined=definitions(),
    title=NAME,
)
def test_an_entry_that_was_written_is_read_back_as_it_was(
    made: Entry, defined: tuple[Definition, str], title: str
) -> None:
    definition, sentence = defined
    made = replace(made, definition=definition)
    read = parse_entry("x", compose_entry(made, sentence, title))
    assert replace(read, body="") == made
