from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.model import Entity, Parse
from annotated_reader.stages.describe import describe, sentence_of
from tests.builders import make_document, make_mentions, make_parse


def phrase(text: str, name: str, kind: str, *names: tuple[str, str]) -> tuple[str, str]:
    """Return what the words around a name say of it, and by which rule."""
    document = make_document(text)
    entity = Entity("id", name, kind, (), tuple(make_mentions(document, (name, kind))))
    parsed = make_parse(document, *names) if names else Parse(())
    found = describe(entity, {"text": document}, {"text": parsed})
    return found.text, found.evidence.rule if found.evidence else found.origin


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        (
            "Asel Omur, an Osh deputy of the party, said no.",
            "an Osh deputy of the party",
            "appositive",
        ),
        ("They asked CEO of the Refugee Council Asel Omur.", "CEO of the Refugee Council", "title"),
        ("The founder of the school, Asel Omur, left it.", "The founder of the school", "title"),
        ("It was Asel Omur (head of the fund) who paid.", "head of the fund", "parenthesis"),
        (
            "Asel Omur was forced to resign as justice minister after it.",
            "justice minister",
            "office",
        ),
        (
            "There were athletes Jan Ott (golf) and Asel Omur.",
            "athletes Jan Ott (golf) and Asel Omur",
            "list",
        ),
    ],
)
def test_person_is_defined_by_the_words_around_the_name(text: str, words: str, rule: str) -> None:
    assert phrase(text, "Asel Omur", "person") == (words, rule)


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        ("It hired Red Fund campaigner Asel Omur again.", "Red Fund campaigner", "title"),
        ("It hired team member Asel Omur again.", "team member", "title"),
        (
            "It met France's home and army minister Asel Omur.",
            "France's home and army minister",
            "",
        ),
        ("A son of jazz musician Asel Omur left.", "jazz musician", "title"),
        (
            "Red Fund for the Rights campaigner Asel Omur left.",
            "Red Fund for the Rights campaigner",
            "",
        ),
        ("Asel Omur born 1828, was a Kyrgyz writer.", "a Kyrgyz writer", "copula"),
        ("In it, Eye Bar, co-owned by Jan Ott and Asel Omur, ran.", "", "made by"),
        ("Ann's father, Asel Omur, left.", "Ann's father", "title"),
        ("They met a young herder named Asel Omur.", "a young herder", "called"),
        (
            "He knew painters who met here, such as Jan Ott and Asel Omur.",
            "painters who met here",
            "list",
        ),
        ("He knew two young poets, Jan Ott and Asel Omur.", "two young poets", "list"),
        ("They met owner Asel Omur of Red Bar.", "owner Asel Omur of Red Bar", "of"),
        (
            "The Day of Osh, directed by Asel Omur, ran.",
            "The Day of Osh, directed by Asel Omur",
            "",
        ),
        ("Asel Omur, who often advises ministers, left.", "who often advises ministers", ""),
        ("In Osh, Asel Omur (France) won the race.", "Asel Omur (France)", "of"),
        ("It was Asel Omur of France who won.", "Asel Omur of France", "of"),
        ("Asel Omur, 36, from France, won it.", "from France", "where from"),
        ("They beat France's Asel Omur there.", "France's Asel Omur", "whose"),
        ("Asel Omur of Moab, Utah, won it.", "Asel Omur of Moab, Utah", "of"),
        ("Asel Omur, 42, of Gary, Ind., won it.", "of Gary, Ind.", "where from"),
        ("It was Asel Omur, R-Texas, who won.", "Asel Omur, R-Texas", "of"),
        ("It was Asel Omur (D-Calif.) who won.", "Asel Omur (D-Calif.)", "of"),
        ("Asel Omur, from Kenya, won it.", "Asel Omur, from Kenya", "of"),
        ("There Asel Omur (KEN) won it.", "Asel Omur (KEN)", "of"),
        ("It is Asel Omur (lead guitar) there.", "Asel Omur (lead guitar)", "list"),
        (
            "They beat France's Jan Ott, Bo Li and Asel Omur.",
            "France's Jan Ott, Bo Li and Asel Omur",
            "",
        ),
        (
            "The Red Band is composed of Jan Ott and Asel Omur.",
            "The Red Band is composed of Jan Ott and Asel Omur",
            "made by",
        ),
        ("Asel Omur, whose mother was on the plane, left.", "whose mother was on the plane", ""),
        ("Asel Omur, who was competing in Osh, left.", "who was competing in Osh", ""),
        (
            "Asel Omur, who was army chief until May, left.",
            "who was army chief until May",
            "",
        ),
        (
            "Asel Omur, a 61-year-old who had five cats, left.",
            "a 61-year-old who had five cats",
            "",
        ),
        ("Asel Omur, a Kenyan citizen who lost his car, left.", "a Kenyan citizen", "appositive"),
        (
            "Both art critics of ABC, Jan Ott and Asel Omur, left.",
            "Both art critics of ABC",
            "list",
        ),
        (
            "In 2016 Asel Omur established a firm in Osh.",
            "established a firm in Osh",
            "",
        ),
        (
            "After the war, Asel Omur established a firm in Osh.",
            "established a firm in Osh",
            "",
        ),
        ("Jan Ott and Asel Omur established a firm in Osh.", "established a firm in Osh", ""),
        (
            "OSH (Reuters) - Asel Omur established a firm in Osh.",
            "established a firm in Osh",
            "",
        ),
        ("The co-pilot was Asel Omur then.", "The co-pilot", "called"),
        ("They quoted the head of the fund, Asel Omur, then.", "the head of the fund", "title"),
        ("Geologist Asel Omur left.", "Geologist", "title"),
        ('He said "no." Geologist Asel Omur left.', "Geologist", "title"),
        ("Another eyewitness, Asel Omur, fled.", "eyewitness", "title"),
        ("Osh Senate Minority Whip Asel Omur spoke.", "Osh Senate Minority Whip", "title"),
        ("House of Commons Speaker Asel Omur spoke.", "House of Commons Speaker", "title"),
        ("It was Red Fund President and CEO Asel Omur.", "Red Fund President and CEO", "title"),
        ("They met a mayor and US Senator Asel Omur there.", "US Senator", "title"),
        ("It named Wyoming preacher Asel Omur then.", "Wyoming preacher", "title"),
        ("It shows him and actor Asel Omur.", "actor", "title"),
        ("It was 2008 presidential nominee Asel Omur.", "2008 presidential nominee", "title"),
        ("Red Fund expert, Asel Omur, said no.", "Red Fund expert", "title"),
        ("One of the fund's envoys, Asel Omur, left.", "One of the fund's envoys", "title"),
        ("It was Asel Omur, the Defence Secretary.", "the Defence Secretary", "appositive"),
        ("It was Asel Omur, Texas Governor, there.", "Texas Governor", "appositive"),
        ("Asel Omur, an Osh lawyer aiding Ott, left.", "an Osh lawyer aiding Ott", "appositive"),
        ("Asel Omur, also an Osh poet, left.", "an Osh poet", "appositive"),
        ("Asel Omur, then the Osh envoy, left.", "then the Osh envoy", "appositive"),
        ("Asel Omur — a poet from Osh — left.", "a poet from Osh", "appositive"),
        ("It was Asel Omur, one of the fund's aides.", "one of the fund's aides", "appositive"),
        ("It hired two astronauts, Jan Ott and Asel Omur.", "two astronauts", "list"),
        ("The dead victims were named as Jan Ott and Asel Omur.", "The dead victims", "called"),
        ("A lost seaman was identified as Asel Omur by it.", "A lost seaman", "called"),
        ("They met Asel Omur who is the envoy of Osh.", "who is the envoy of Osh", ""),
        ("Asel Omur, who had started the fund, left.", "who had started the fund", ""),
        ("It was Asel Omur, an Osh thief serving his time.", "an Osh thief", "appositive"),
        ("It was told by Asel Omur, a Dutch firm, there.", "a Dutch firm", "appositive"),
        ("She dressed as Red Fund character Asel Omur.", "Red Fund character", "title"),
        (
            "It told Asel Omur of victim group Red Fund so.",
            "Asel Omur of victim group Red Fund",
            "of",
        ),
        ("It told Asel Omur of Red Sea, a firm in Osh, so.", "Asel Omur of Red Sea", "of"),
        (
            "It freed Senators Jan Ott, Bo Li, and Asel Omur.",
            "Senators Jan Ott, Bo Li, and Asel Omur",
            "list",
        ),
        (
            "It asked members of the House of Representatives Jan Ott and Asel Omur.",
            "members of the House of Representatives Jan Ott and Asel Omur",
            "list",
        ),
        (
            "It shows works of Greek poets Jan Ott and Asel Omur.",
            "Greek poets Jan Ott and Asel Omur",
            "list",
        ),
        (
            "One of South Sudan's Vice Presidents, Asel Omur, came.",
            "One of South Sudan's Vice Presidents",
            "title",
        ),
        (
            "It was former Department of Labor chief of staff Asel Omur.",
            "former Department of Labor chief of staff",
            "title",
        ),
        ("The [former Red Fund director] Asel Omur left.", "former Red Fund director", "title"),
        ("They met Libyan national Asel Omur.", "Libyan national", "title"),
        ("It was Bo Li's usual running mate, Asel Omur.", "Bo Li's usual running mate", "title"),
        (
            "Asel Omur, speaking for the Health Ministry, left.",
            "speaking for the Health Ministry",
            "participle",
        ),
        (
            "It was Asel Omur, managing director of Red Fund, who left.",
            "managing director of Red Fund",
            "appositive",
        ),
        (
            "It went to Asel Omur who founded a school in Osh.",
            "who founded a school in Osh",
            "relative clause",
        ),
        ("They met Asel Omur, who is from Kenya.", "who is from Kenya", "relative clause"),
        ("It was Asel Omur of Open the Talks.", "Asel Omur of Open the Talks", "whose"),
        ("It was Asel Omur of Wired magazine.", "Asel Omur of Wired magazine", "whose"),
        ("It was Asel Omur of Peru's Red Fund.", "Asel Omur of Peru's Red Fund", "whose"),
        ("The murder of Asel Omur is old.", "The murder of Asel Omur", "done to"),
        ("This Wednesday Greek minister Asel Omur left.", "Greek minister", "title"),
        ("It met Sunday Times columnist Asel Omur.", "Sunday Times columnist", "title"),
        ("It asked RED director-general Asel Omur.", "RED director-general", "title"),
        ("It asked WHO director-general Asel Omur.", "WHO director-general", "title"),
        (
            "It began with the police shooting of Asel Omur in Ohio.",
            "the police shooting of Asel Omur in Ohio",
            "done to",
        ),
    ],
)
def test_more_forms_of_words_define_a_person(text: str, words: str, rule: str) -> None:
    found, by = phrase(text, "Asel Omur", "person")
    assert found == words or not words
    assert by == rule or not rule


def test_clause_behind_a_statement_is_no_part_of_it() -> None:
    text = "Asel Omur graduated from the Red School, the Osh Times reported."
    assert phrase(text, "Asel Omur", "person")[0] == "graduated from the Red School"


@pytest.mark.parametrize(
    "text",
    [
        "They freed Asel Omur from Osh.",
        "Asel Omur, who was speaking to reporters, left.",
        "Asel Omur, whose remarks were read aloud, left.",
        "It is Asel Omur (left) there.",
        "It is the wife of the mayor, Asel Omur, there.",
        "Mister Asel Omur left.",
        "It took a decision to return 6-year-old Asel Omur there.",
        "She was married to Jan Weidler, Asel Omur, and Bob Corr.",
        "It was Asel Omur, Jane Baker, and Bob Mayor who won.",
        "Asel Omur — entered Tamer and Issa according to state media — and left.",
        "It names Jan Ott for President and Asel Omur for Vice President.",
        "He worked for years for Representative Asel Omur there.",
        "It is by Asel Omur who is a friend of mine.",
        "It went to Asel Omur who declined to say more on it.",
        "Asel Omur, working for hours, left.",
        "It was Asel Omur, smiling guard of the Red Fund, who left.",
        "They accused Asel Omur of High Treason there.",
        "They told Asel Omur of Red October there.",
        "They freed Asel Omur of Peru's seventh district.",
        "They met Asel Omur of Monday.",
        "It followed the death of Asel Omur in May.",
        "It is Asel Omur, a lady who was taking an interest in it.",
        "Later members Jan Ott and Asel Omur left.",
        "It is said that Asel Omur, however, left.",
        "Asel Omur, though a bachelor of means, left.",
        "It was the gallant Asel Omur who left.",
        "It was the duller Asel Omur who left.",
        "Whatever Asel Omur said, they left.",
        "If Asel Omur had served as justice minister, they would have left.",
        "Asel Omur, whose works Beethoven held in esteem, left.",
        "Jan Ott, who was an admirer of Beethoven, Asel Omur, and Bo Li left.",
        "ORAL ARGUMENT OF GEN Asel Omur",
        "It is by Asel Omur, representing Mr. and Mrs.",
        "Asel Omur finished with a jolly laugh at all of them.",
        "He gave them on the piano--the Ott sisters and Asel Omur are instances.",
        "[Illustration: Asel Omur",
    ],
)
def test_words_that_tell_nothing_define_nobody(text: str) -> None:
    assert phrase(text, "Asel Omur", "person") == ("", "none")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was Ohio Gov. Asel Omur.", "Ohio Gov."),
        ("It was State Sen. Asel Omur who won.", "State Sen."),
        ("It was US President Asel Omur who won.", "US President"),
        ("It was former Justice Asel Omur who won.", "former Justice"),
    ],
)
def test_shortened_office_defines_with_the_words_before_it(text: str, words: str) -> None:
    name = text.removeprefix("It was ").removesuffix(".").split(" who")[0].split(maxsplit=1)[1]
    assert phrase(text, name, "person") == (words, "title")


def test_party_in_brackets_tells_of_a_person() -> None:
    text = "Then Asel Omur (Labour) spoke."
    found = phrase(text, "Asel Omur", "person", ("Labour", "NORP"))
    assert found == ("Asel Omur (Labour)", "of")


def test_speaker_of_a_company_is_told_by_it() -> None:
    text = "At Red Airways, Asel Omur told of few flights."
    found = phrase(text, "Asel Omur", "person", ("Red Airways", "ORG"))
    assert found == ("At Red Airways, Asel Omur", "whose")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Her mother Asel Omur was an artist from Osh.", "an artist from Osh"),
        ("His father, Asel Omur, was a wealthy trader.", "a wealthy trader"),
        ("His sister Asel Omur (1922 - 2013) was Professor of Music.", "Professor of Music"),
    ],
)
def test_kin_who_begins_a_sentence_is_told_by_it(text: str, words: str) -> None:
    assert phrase(text, "Asel Omur", "person") == (words, "copula")


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("He was born in Randers in Ohio.", "Randers", "Randers in Ohio"),
        ("He landed in Kalibo in northern Peru.", "Kalibo", "Kalibo in northern Peru"),
        ("It is kept in Kew, west Ohio, now.", "Kew", "Kew, west Ohio"),
        ("He died on Red Road, London.", "Red Road", "Red Road, London"),
        ("He died at Kew station in Ohio.", "Kew", "Kew station in Ohio"),
        ("It flew to Red Field airport, located near Osh.", "Red Field", "located near Osh"),
        ("His grave is in Red Cemetery, Peru, now.", "Red Cemetery", "Red Cemetery, Peru"),
        ("He is of Moro Bay, Calif., they said.", "Moro Bay", "Moro Bay, Calif."),
        ("They flew from Peru's Heathrow early.", "Heathrow", "Peru's Heathrow"),
        ("They wait at Red Airport, in Peru (EPA).", "Red Airport", "in Peru"),
        ("He left a home in Kew, London, at night.", "Kew", "Kew, London"),
        ("A man of Antic, Ohio, Jan Ott was there.", "Antic", "Antic, Ohio"),
        (
            "It is law in the Western District of Ohio.",
            "Western District",
            "Western District of Ohio",
        ),
        ("In Hiko, 50 miles north of Lima, Peru, now.", "Hiko", "Hiko, 50 miles north of Lima"),
        (
            "A boat is near Red Island off the coast of Peru.",
            "Red Island",
            "Red Island off the coast of Peru",
        ),
        ("They met in Hiko, near Lima, then.", "Hiko", "Hiko, near Lima"),
        ("They met on Red Island near Lima.", "Red Island", "Red Island near Lima"),
        ("It is in Kew, Auckland, New Zealand.", "Kew", "Kew, Auckland, New Zealand"),
        (
            "It struck Ituri province, in the northern part of Peru.",
            "Ituri",
            "Ituri province, in the northern part of Peru",
        ),
        ("Hail fell in Puge county of Sichuan province.", "Puge", "Puge county of Sichuan"),
        ("He stopped at Mari in far north Peru.", "Mari", "Mari in far north Peru"),
        ("They saw the Red Rock rock formation.", "Red Rock", "the Red Rock rock formation"),
    ],
)
def test_place_is_told_by_the_one_it_lies_in(text: str, name: str, words: str) -> None:
    assert phrase(text, name, "place")[0] == words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It is sold in Moonbi, Parkes, Berry and Wyong.", "Moonbi"),
        ("They live in the Melbourne suburb of Preston.", "Melbourne"),
    ],
)
def test_place_is_not_told_by_one_that_lies_beside_it_or_in_it(text: str, name: str) -> None:
    labels = [(place, "GPE") for place in ("Parkes", "Preston") if place in text]
    assert phrase(text, name, "place", *labels) == ("", "none")


def test_place_is_told_by_a_town_and_its_province() -> None:
    text = "It is in Kew, Manaoag, Pangasinan, now."
    found = phrase(text, "Kew", "place", ("Manaoag", "GPE"), ("Pangasinan", "GPE"))
    assert found == ("Kew, Manaoag, Pangasinan", "where it is")


def test_next_place_of_a_list_is_not_where_a_place_lies() -> None:
    assert phrase("They went to Randers, Peru, and back.", "Peru", "place")[1] == "data"
    text = "They met in Randers, the Red Sea port of Osh, and Kew."
    assert phrase(text, "Randers", "place", ("Red Sea", "LOC")) == ("", "none")
    assert phrase("He won in Randers, Osh and Rome.", "Randers", "place") == ("", "none")
    assert phrase("He won in Randers, London, Rome.", "Randers", "place") == ("", "none")
    assert phrase("He won in Randers, London and Rome.", "Randers", "place") == ("", "none")
    assert phrase("After Randers, London was quiet.", "Randers", "place") == ("", "none")


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("She is an economist at Red Wing in Peru.", "Red Wing", "in Peru"),
        ("He wrote to the Paint Division of Ohio.", "Paint Division", "of Ohio"),
        ("They joined an umbrella group called the Red Wing.", "Red Wing", "an umbrella group"),
        ("He ran Ohio-based Red Wing for years.", "Red Wing", "Ohio-based Red Wing"),
        ("It was the state-run Red Wing that did.", "Red Wing", "the state-run Red Wing"),
        ("They left Gary, Ind.-based Red Wing.", "Red Wing", "Gary, Ind.-based Red Wing"),
        ("They left the Red Wing biker gang.", "Red Wing", "the Red Wing biker gang"),
        ("They left the Red Wing subsidiary banks.", "Red Wing", ""),
        ("It was the ruling Red Wing that did.", "Red Wing", "the ruling Red Wing"),
        ("The ruling has ordered Red Wing to pay.", "Red Wing", ""),
    ],
)
def test_organization_is_told_by_where_it_is_or_how_it_is_called(
    text: str, name: str, words: str
) -> None:
    assert phrase(text, name, "organization")[0] == words


def test_honorific_that_is_an_office_defines_with_the_words_before_it() -> None:
    assert phrase("It was French Senator Omur who spoke.", "Senator Omur", "person") == (
        "French Senator",
        "title",
    )


def test_first_lady_is_told_by_her_title() -> None:
    found = phrase("It was former First Lady Asel Omur.", "Lady Asel Omur", "person")
    assert found == ("former First Lady", "called")


def test_who_is_named_behind_an_office_is_no_part_of_it() -> None:
    text = "It was Asel Omur of the Colonial Office and Rosamond who left."
    found = phrase(text, "Asel Omur", "person", ("Colonial Office", "ORG"))
    assert found == ("Asel Omur of the Colonial Office", "whose")


def test_kin_of_somebody_with_a_title_is_told_with_whose_it_is() -> None:
    text = "Senator Jan Ott and his wife Asel left."
    found = phrase(text, "Asel", "person", ("Jan Ott", "PERSON"))
    assert found == ("Senator Jan Ott and his wife Asel", "kin")


def test_fuller_description_goes_before_that_of_a_national() -> None:
    text = "Asel Omur, a Saudi national, left. The envoy of Osh, Asel Omur, left."
    document = make_document(text)
    person = ("Asel Omur", "person")
    entity = Entity("id", "Asel Omur", "person", (), tuple(make_mentions(document, person, person)))
    found = describe(entity, {"text": document}, {"text": Parse(())})
    assert found.text == "The envoy of Osh"


def test_body_that_was_taken_for_a_place_is_told_by_its_apposition() -> None:
    text = "As a storm came, Met Osh, the national weather service of Peru, warned of it."
    assert phrase(text, "Met Osh", "place")[0] == "the national weather service of Peru"


def test_next_thing_of_a_list_is_no_apposition_of_a_body() -> None:
    text = "They spoke of trade, the Red Court, the border between Peru and Chile, and fish."
    assert phrase(text, "Red Court", "organization") == ("", "none")


def test_what_names_the_place_itself_defines_no_place() -> None:
    text = "They fly in the Red System, planet in the Red System, and back."
    assert phrase(text, "Red System", "place") == ("", "none")


def test_kin_is_told_with_whose_it_is() -> None:
    text = "Jan Ott, 42, and his wife Asel Omur left."
    found = phrase(text, "Asel Omur", "person", ("Jan Ott", "PERSON"))
    assert found == ("Jan Ott, 42, and his wife Asel Omur", "kin")


def test_kin_of_whom_a_sentence_is_about_is_told_with_that_name() -> None:
    text = "Jan Ott often praised his wife, Asel Omur, for it."
    found = phrase(text, "Asel Omur", "person", ("Jan Ott", "PERSON"))
    assert found == ("Jan Ott often praised his wife, Asel Omur", "kin")


def test_name_of_a_people_defines_a_person() -> None:
    text = "They beat the Kenyan Asel Omur there."
    found = phrase(text, "Asel Omur", "person", ("Kenyan", "NORP"))
    assert found == ("the Kenyan Asel Omur", "where from")


def test_person_of_an_organization_is_told_by_it() -> None:
    text = "It was Asel Omur of The Evening News who wrote it."
    found = phrase(text, "Asel Omur", "person", ("Evening News", "ORG"))
    assert found == ("Asel Omur of The Evening News", "of")


@pytest.mark.parametrize(
    ("text", "name", "kind", "words", "rule"),
    [
        (
            "He wrote it for the journal Red Star once.",
            "Red Star",
            "organization",
            "the journal Red Star",
            "whose",
        ),
        (
            "He read it in Red Star magazine once.",
            "Red Star",
            "organization",
            "Red Star magazine",
            "whose",
        ),
        (
            "He met Red Star magazine editor Jan Ott once.",
            "Red Star",
            "organization",
            "",
            "none",
        ),
        (
            "They lost to defending champions Red Star.",
            "Red Star",
            "organization",
            "defending champions",
            "title",
        ),
        (
            "Red Star runs a hospital in Osh, and it is glad.",
            "Red Star",
            "organization",
            "runs a hospital in Osh",
            "first descriptive mention",
        ),
        (
            "He read it in FT (Financial Times) today.",
            "FT",
            "organization",
            "Financial Times",
            "parenthesis",
        ),
        (
            "The voters of the Ata-Meken party stayed.",
            "Ata-Meken",
            "organization",
            "the Ata-Meken party",
            "of",
        ),
        (
            "She left Skidmore College in Ontario early.",
            "Skidmore College",
            "organization",
            "in Ontario",
            "where it is",
        ),
        (
            "He is from Irving, Texas, they said of him.",
            "Irving",
            "place",
            "Irving, Texas",
            "where it is",
        ),
        (
            "It bought the Dutch airline Red Wing today.",
            "Red Wing",
            "organization",
            "the Dutch airline",
            "title",
        ),
        (
            "He left for the club's affiliate, the Curve.",
            "Curve",
            "organization",
            "the club's affiliate",
            "title",
        ),
        (
            "The voters of the Red Wing biker gang stayed.",
            "Red Wing",
            "organization",
            "the Red Wing biker gang",
            "of",
        ),
        (
            "It is by France's Red Board for them.",
            "Red Board",
            "organization",
            "France's Red Board",
            "whose",
        ),
        (
            "It is by Red Wing, based in Osh, they said.",
            "Red Wing",
            "organization",
            "based in Osh",
            "participle",
        ),
        (
            "He left the Johnson Space Center (JSC) early.",
            "JSC",
            "organization",
            "Johnson Space Center",
            "parenthesis",
        ),
        (
            "He read big newspapers such as Red Star daily.",
            "Red Star",
            "organization",
            "big newspapers",
            "list",
        ),
        (
            "It is a network operated by Red Wing since.",
            "Red Wing",
            "organization",
            "",
            "none",
        ),
        (
            "In Osh, Eye TV, operated by Red Wing, ran.",
            "Red Wing",
            "organization",
            "Eye TV, operated by Red Wing",
            "made by",
        ),
        (
            "Bilka is a Danish chain of hypermarkets.",
            "Bilka",
            "organization",
            "a Danish chain of hypermarkets",
            "copula",
        ),
        (
            "The Office (OIHR), which observes elections for it, left.",
            "OIHR",
            "organization",
            "which observes elections for it",
            "relative clause",
        ),
        (
            "Red Fire, the party of Ann Lee, missed it.",
            "Red Fire",
            "place",
            "the party of Ann Lee",
            "appositive",
        ),
        (
            "The Red Fund was founded by teachers in 1901.",
            "Red Fund",
            "organization",
            "was founded by teachers in 1901",
            "first descriptive mention",
        ),
    ],
)
def test_thing_is_defined_by_the_words_around_the_name(
    text: str, name: str, kind: str, words: str, rule: str
) -> None:
    assert phrase(text, name, kind) == (words, rule)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Asel Omur, and the director of the film, left.", "Asel Omur", "person"),
        ("Asel Omur, his friend of old, left.", "Asel Omur", "person"),
        ("The brother Asel Omur left.", "Asel Omur", "person"),
        ("He was born in Asel Omur, a daughter of Ann, then.", "Asel Omur", "person"),
        ("“I know Asel Omur, a thief of hearts, well,” she said.", "Asel Omur", "person"),
        ("He read it in FT (free of charge) today.", "FT", "organization"),
        ("He met Google in Ontario once.", "Google", "organization"),
        ("He left the Red School in Ontario (RSIO) once.", "Red School", "organization"),
        ("His manager Asel Omur left.", "Asel Omur", "person"),
        ("He is a son of the younger Asel Omur there.", "Asel Omur", "person"),
        ("Asel Omur, who says little of it, left.", "Asel Omur", "person"),
        ("He met an Asel Omur - appointed judge there.", "Asel Omur", "person"),
        ("The Dynamic Key (DK) was lost.", "Dynamic Key", "organization"),
        ("Google is a good example of that.", "Google", "organization"),
        ("Police told Asel Omur to go.", "Asel Omur", "person"),
        ("Police said his wife Asel Omur left.", "Asel Omur", "person"),
        ("They feared General Omur most.", "General Omur", "person"),
        ("It shows poet Jan Ott and Asel Omur.", "Asel Omur", "person"),
        ("He left the AFL commentary team early.", "AFL", "organization"),
        ("It was told by the University of Osh, San Mar.", "San Mar", "place"),
        ("They met at Red Airport, led by Jan Ott, then.", "Red Airport", "place"),
        ("The Red Party of Osh chose Blue Fund nominee Ann Lee.", "Blue Fund", "organization"),
        ("The Union Club in Osh, the Red Club in Bath, is old.", "Osh", "place"),
        ("They saw Old Goa, the meandering Mandovi river, and Osh.", "Old Goa", "place"),
        (
            "It has the Red Band, a famous museum (The Louvre), and more.",
            "Red Band",
            "organization",
        ),
        ("The Baltimore street lamps are large.", "Baltimore", "place"),
        ("It has a dealer of Fifth Lane rank, located on Red Street.", "Fifth Lane", "place"),
        ("He gave it to the church of Divar, which is located on a high hill.", "Divar", "place"),
        ("She met Christopher Hill, Texas Governor, there.", "Christopher Hill", "place"),
    ],
)
def test_words_that_do_not_define_are_not_taken(text: str, name: str, kind: str) -> None:
    assert phrase(text, name, kind)[1] == "none"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('Asel Omur was a draper of "credit and renown.', "a draper"),
        ("Asel Omur is the painter of the town 32", "the painter of the town"),
        ("Asel Omur, as head of the fund, left.", "head of the fund"),
    ],
)
def test_words_that_define_end_before_what_tells_of_other_things(text: str, words: str) -> None:
    assert phrase(text, "Asel Omur", "person")[0] == words


@given(st.text(alphabet="Asel Omur,.()of the headin", min_size=1, max_size=60))
def test_whatever_is_found_is_a_part_of_the_sentence(around: str) -> None:
    text = f"{around.strip()} Asel Omur{around.rstrip()}."
    document = make_document(text.replace("\n", " "))
    mentions = make_mentions(document, ("Asel Omur", "person"))
    entity = Entity("id", "Asel Omur", "person", (), tuple(mentions))
    found = describe(entity, {"text": document}, {"text": Parse(())})
    sentence = slice(*sentence_of(document, mentions[0].span[0]))
    assert found.text in document.text[sentence]


@pytest.mark.parametrize(
    "words",
    [
        "Aa " * 45,
        "such as " + "Aa " * 42,
        "by " + "Aa " * 44,
        "Vice " * 27,
        "two as bs: " + "Aa " * 42,
    ],
)
def test_long_row_of_names_is_read_in_no_time(words: str) -> None:
    """A pattern whose time doubles with each name would not come back at all."""
    document = make_document(f"{words}x Asel Omur {words}x.")
    mentions = make_mentions(
        document,
        ("Asel Omur", "person"),
    )
    others = make_mentions(document, ("Asel Omur", "organization"))
    for entity in (mentions, others):
        describe(
            Entity("id", "Asel Omur", entity[0].kind, (), tuple(entity)),
            {"text": document},
            {"text": Parse(())},
        )


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        (
            "Asel Omur, an operative of the Red Band was shot dead.",
            "an operative of the Red Band",
            "appositive",
        ),
        ("It is late, said Asel Omur, Osh Police Chief.", "Osh Police Chief", "appositive"),
        ("Asel Omur, a 42-year-old Kurd in Osh, told them.", "a 42-year-old Kurd in Osh", ""),
        ("Asel Omur, from the Kyrgyz town of Uzgen, left.", "from the Kyrgyz town of Uzgen", ""),
        (
            "Asel Omur and several other opposition deputies left.",
            "Asel Omur and several other opposition deputies",
            "list",
        ),
        (
            "Asel Omur, who was defeated in the last election, left.",
            "who was defeated in the last election",
            "relative clause",
        ),
        ("It met Kyrgyz Ambassador in Chile Asel Omur.", "Kyrgyz Ambassador in Chile", "title"),
        ("They chose a cabinet with Asel Omur as trade minister.", "trade minister", "office"),
        ("It rained, while Asel Omur deputised as team captain.", "team captain", "office"),
        (
            "Two people, Jan Ott and Asel Omur from the small trade group Red Fund (RF), left.",
            "Asel Omur from the small trade group Red Fund",
            "of",
        ),
    ],
)
def test_news_say_who_somebody_is_in_more_forms(text: str, words: str, rule: str) -> None:
    found = phrase(text, "Asel Omur", "person")
    assert found == (words, rule or found[1])


@pytest.mark.parametrize(
    "text",
    [
        "After Asel Omur, a man was arrested in Osh.",
        "Jan Ott replaced Asel Omur, while Ann Lee served as captain of the team.",
        "Asel Omur, would become the first female minister.",
        "They met Asel Omur and other things.",
    ],
)
def test_what_is_said_of_another_or_told_of_later_defines_nobody(text: str) -> None:
    assert phrase(text, "Asel Omur", "person") == ("", "none")


@pytest.mark.parametrize(
    ("text", "name", "kind", "words"),
    [
        ("Osh Oil and other oil companies owe it.", "Osh Oil", "organization", "Osh Oil and other"),
        ("It was in Ata area of Uzbekistan.", "Ata", "place", "Ata area of Uzbekistan"),
        ("The Kok dam near Tashkent is dry.", "Kok", "place", "Kok dam near Tashkent"),
    ],
)
def test_news_say_what_a_thing_is_in_more_forms(
    text: str, name: str, kind: str, words: str
) -> None:
    names = [(each, "GPE") for each in ("Tashkent", "Uzbekistan") if each in text]
    assert phrase(text, name, kind, *names)[0].startswith(words)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Kids' game portal Red Jam is to close.", "Red", "organization"),
        ("A bomb went off in the house of one Milan.", "Milan", "place"),
        ("The UN refugee agency left.", "UN", "organization"),
        ("It is agreed with the ruling SPA.", "SPA", "organization"),
        ("They told the Red Agency at Osh airport so.", "Red Agency", "organization"),
        ("It speaks for the local community, the Red Board.", "Red Board", "organization"),
    ],
)
def test_words_on_another_thing_define_no_place_and_no_body(
    text: str, name: str, kind: str
) -> None:
    names = [("Osh", "GPE")] if "Osh" in text else []
    assert phrase(text, name, kind, *names) == ("", "none")


def test_body_is_told_by_the_news_agency_that_it_is() -> None:
    assert phrase("The Red news agency said so.", "Red", "organization")[0] == "The Red news agency"


def test_what_stands_before_an_owner_is_not_said_of_what_is_owned() -> None:
    found = phrase("They saw the oldest retailer, Chile's Red Store.", "Red Store", "organization")
    assert found == ("Chile's Red Store", "whose")


def test_verb_is_no_part_of_what_stands_before_a_name() -> None:
    text = "A big failure struck Chile's landmark Red Tram."
    assert phrase(text, "Red Tram", "place")[0] == "Chile's landmark"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They hired Red Road Fund (RRF) director Asel Omur.", "Red Road Fund (RRF) director"),
        (
            "They like Asel Omur of Kyrgyz league team Dordoi.",
            "Asel Omur of Kyrgyz league team Dordoi",
        ),
    ],
)
def test_names_within_what_is_said_of_a_person_belong_to_it(text: str, words: str) -> None:
    assert phrase(text, "Asel Omur", "person")[0] == words


def test_when_somebody_was_born_tells_nobody() -> None:
    text = "It is led by Asel Omur, who was born in September 1943, and others."
    assert phrase(text, "Asel Omur", "person") == ("", "none")
    text = "It is led by Asel Omur, who was born in the town of Osh, and others."
    assert phrase(text, "Asel Omur", "person")[0] == "who was born in the town of Osh"


def test_initial_ends_no_sentence_on_a_body() -> None:
    text = "It asked the Red Group, headed by former minister Jan A. Ott, for help."
    assert phrase(text, "Red Group", "organization")[0] == "headed by former minister Jan A. Ott"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("World number one Asel Omur won again.", "World number one"),
        ("It beat former world No. 2 Asel Omur again.", "former world No. 2"),
        ("Asel Omur from Ethiopia said so.", "Asel Omur from Ethiopia"),
        ("So said Asel Omur with the Red Planning Commission.", "Asel Omur with the Red Planning"),
        (
            "They found two young poets, Jan Ott, 25, and 19-year-old Asel Omur.",
            "two young poets",
        ),
        ("It asks the Kyrgyz poets Jan Ott, 25, and 19-year-old Asel Omur.", "the Kyrgyz poets"),
    ],
)
def test_persons_are_told_by_rank_land_office_and_in_lists_with_ages(text: str, words: str) -> None:
    assert phrase(text, "Asel Omur", "person")[0].startswith(words)


def test_companion_is_not_what_somebody_is_of() -> None:
    text = "They saw when Asel Omur with Ott and one dog came."
    assert phrase(text, "Asel Omur", "person", ("Ott", "ORG"))[0] == ""


def test_who_is_sent_from_a_land_is_not_of_it() -> None:
    assert phrase("They sent Asel Omur from Ethiopia home.", "Asel Omur", "person")[0] == ""


@pytest.mark.parametrize(
    "text",
    [
        "They met Judge Omur again.",
        "They met young Prince Omur again.",
        "It would know Captain Omur again.",
        "In 1897 President Omur left.",
        "In Osh Prince Omur left.",
        "The appointed day Prince Omur left.",
        "The old prince, Omur, left.",
        "Asel Omur was the president.",
        "One old fellow, Asel Omur, left.",
        "A new bishop, Asel Omur, left.",
        "The fugitive Omur was seen there.",
        "Asel Omur, the young Queen, left them.",
        "Asel Omur, the King at once said so.",
        "Asel Omur was the next speaker.",
        "They met a young boy named Asel Omur.",
        "The big leader was Asel Omur.",
    ],
)
def test_bare_title_or_turn_says_too_little_of_a_person(text: str) -> None:
    name = "Asel Omur" if "Asel" in text else "Omur"
    assert phrase(text, name, "person") == ("", "none")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They met Judge Omur of Dallas again.", "Judge Omur of Dallas"),
        ("They met former President Omur again.", "former President"),
        ("They met police Captain Omur again.", "police Captain"),
        ("They met Kyrgyz General Omur again.", "Kyrgyz General"),
        ("They met immigration judge Omur again.", "immigration judge"),
        ("They met interior minister Omur again.", "interior minister"),
        ("They met Omur, then Lord Chancellor, again.", "then Lord Chancellor"),
    ],
)
def test_title_that_is_said_of_what_defines(text: str, words: str) -> None:
    places = [("Dallas", "GPE")] if "Dallas" in text else []
    assert phrase(text, "Omur", "person", *places)[0] == words


@pytest.mark.parametrize(
    "text",
    [
        "The Duke of Ely, Asel Omur, and Lord Ott left.",
        "There were Asel Omur, the Earl of Ely, Lord Ott and Jan Ott.",
        "They met Asel Omur, Mr. Ott and an aide.",
        "The widow of one Asel Omur left.",
        "They met Senator Ott of Osh and Representative Asel Omur.",
        "They met Jan Ott, the secretary of the province, Asel Omur, and others.",
        "They met the secretary of the province, Jan Ott, Asel Omur, and others.",
        "He spoke to Asel Omur of Mrs. Ott.",
        "Beyond that I am a good climber, Asel Omur.",
        "Neither Asel Omur, nor even the maid who dressed her, heard it.",
    ],
)
def test_somebody_beside_whom_a_person_stands_is_not_who_that_is(text: str) -> None:
    assert phrase(text, "Asel Omur", "person") == ("", "none")


@pytest.mark.parametrize(
    "text",
    [
        "Asel Omur was a man of genius.",
        "Asel Omur was a boy who hated to be beaten.",
        "Asel Omur was a man of whom Jan Ott did not speak.",
        "It was not proved that Asel Omur was a painter of horses.",
        "They shared the view that Asel Omur was a painter of horses.",
        "Asel Omur was merely a painter of horses.",
        "Asel Omur was no painter of horses.",
        "Asel Omur was the painter, Asel Omur.",
        "Asel Omur was a good baby.",
        "There could be no doubt Asel Omur was a painter of horses.",
        "When Mr. Omur was a painter of horses, he left.",
        "Asel Omur, perhaps the painter of the horses, left.",
        "Asel Omur, half tolerant and half impatient, left.",
    ],
)
def test_praise_and_what_is_not_always_so_says_not_who_somebody_is(text: str) -> None:
    name = "Asel Omur" if "Asel" in text else "Omur"
    assert phrase(text, name, "person") == ("", "none")


@pytest.mark.parametrize(
    "text",
    [
        "Asel Omur, who was still in funds, left.",
        "Asel Omur, who was lounging in a chair, left.",
        "Asel Omur, who had a special train waiting, left.",
        "Asel Omur, who worked with us for years, left.",
        "Asel Omur led the way to the large house.",
        "Asel Omur sat on a campstool, wrapped in thought.",
        "Asel Omur directed us to return with the others.",
        "Asel Omur discovered this through trying to get out of it.",
        "Asel Omur wrote that she was in despair of it all.",
        "Asel Omur, who lived further up the street, left.",
        "Asel Omur, who was now at Osh, left.",
        "Asel Omur, who was a rational man, left.",
        "Asel Omur was once more a hero of the hour.",
        "Asel Omur was the heroine of the evening.",
        "Asel Omur, who was the most eager of the eager, left.",
        "Asel Omur, who was one of the number, left.",
        "Asel Omur, who had been an amused listener, left.",
        "Asel Omur, who was one of those in the room, left.",
        "They spoke of the early death of Asel Omur again.",
        "He was at brother Omur of Dallas again.",
    ],
)
def test_what_passes_with_a_moment_says_not_who_somebody_is(text: str) -> None:
    name = "Asel Omur" if "Asel" in text else "Omur"
    assert phrase(text, name, "person") == ("", "none")


@pytest.mark.parametrize(
    "text",
    [
        "ASEL OMUR, THE CIRCUS BOY, left.",
        "He could not alter Mr. Omur's plans.",
        "She went there to nurse Asel Omur.",
        "It was all low, as witness Asel Omur in the play.",
        "Whatever Minister Omur may have felt, they left.",
        "The fourth outsider came from Osh and was half a painter, Asel Omur.",
        "They tried to murder Queen Asel Omur.",
        "Asel Omur, slender, stood there.",
        "He was as well known to Asel Omur as is the reader, they said.",
        "He would not be “sat upon” by Asel Omur.",
        "Thy knight Asel Omur rides.",
        "Godmother Asel Omur sleeps.",
        "Grover Asel Omur sleeps.",
        "He lounged, and thereon Mother Asel Omur left.",
    ],
)
def test_heading_verb_or_kin_of_nobody_says_not_who_somebody_is(text: str) -> None:
    name = next(each for each in ("Asel Omur", "ASEL OMUR", "Mr. Omur", "Omur") if each in text)
    assert phrase(text, name, "person") == ("", "none")


def test_description_between_two_names_of_a_row_is_of_neither() -> None:
    text = "They met Asel Omur, the secretary of the province, Jan Ott, Eve Lee, and others."
    assert phrase(text, "Asel Omur", "person") == ("", "none")
    assert phrase(text, "Jan Ott", "person") == ("", "none")


@pytest.mark.parametrize(
    "text",
    [
        "Follow Asel Omur (@aselomur) there.",
        "Various benefactors, including Asel Omur, gave money.",
        "They thanked many visitors, such as Jan Ott and Asel Omur.",
    ],
)
def test_handle_or_nothing_but_a_number_of_them_says_not_who_somebody_is(text: str) -> None:
    parsed = (("@aselomur", "ORG"),) if "@" in text else ()
    assert phrase(text, "Asel Omur", "person", *parsed) == ("", "none")


@pytest.mark.parametrize(
    "text",
    [
        "The crash near Dalby, which killed 50 people, was long ago.",
        "They met in Dalby, which has killed many hopes of this kind.",
        "Take the road to Dalby, which is keeping cars back for hours.",
    ],
)
def test_what_happens_at_a_place_says_not_which_place_it_is(text: str) -> None:
    assert phrase(text, "Dalby", "place") == ("", "none")


def test_maker_whom_a_noun_behind_the_name_tells_is_not_what_is_named() -> None:
    text = "There was the Lis Tower, designed by Red House architect Jan Ott."
    assert phrase(text, "Red House", "organization") == ("", "none")
    text = "There was the Lis Tower, designed by Red House in Osh."
    assert phrase(text, "Red House", "organization") == (
        "the Lis Tower, designed by Red House", "made by",
    )  # fmt: skip


def test_year_in_which_it_began_is_not_part_of_what_something_is_called() -> None:
    text = "She began an aid group in May 2010 called Red Hand."
    assert phrase(text, "Red Hand", "organization") == ("an aid group", "called")
    text = "She began a group in 2010 called Red Hand."
    assert phrase(text, "Red Hand", "organization") == ("", "none")


def test_company_that_makes_no_claim_is_not_told_of() -> None:
    assert phrase("Red Hand makes no claim to the land.", "Red Hand", "organization")[0] == ""


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        ("“Red Door,” a comedy by Jan Ott, opened.", "a comedy by Jan Ott", "appositive"),
        ("The 1968 film “Red Door” had it.", "The 1968 film", "title"),
        ("Then the song “Red Door” was sung.", "the song", "whose"),
        ("His second album Red Door sold well.", "", "none"),
    ],
)
def test_work_is_defined_by_the_words_around_its_title(text: str, words: str, rule: str) -> None:
    assert phrase(text, "Red Door", "work") == (words, rule)


def test_words_behind_a_speech_are_not_on_whom_it_ends_with() -> None:
    assert phrase("“I saw Asel Omur,” a driver from Osh said.", "Asel Omur", "person")[0] == ""


def test_law_is_defined_by_the_words_around_its_name() -> None:
    text = "The Clean Air Act, a federal law that limits smoke, was passed."
    words = "a federal law that limits smoke"
    assert phrase(text, "Clean Air Act", "law") == (words, "appositive")


@pytest.mark.parametrize("mood", ["exultant", "radiant", "reluctant but kind"])
def test_mood_at_a_moment_says_not_who_somebody_is(mood: str) -> None:
    assert phrase(f"And Asel Omur, {mood}, showed it.", "Asel Omur", "person") == ("", "none")


def test_district_of_an_attorney_is_no_noun_of_a_place() -> None:
    assert phrase("They met the Anau district attorney.", "Anau", "place") == ("", "none")
    assert phrase("They left the Anau district.", "Anau", "place")[0] == "the Anau district"


def test_what_letters_stand_for_is_no_former_thing() -> None:
    text = "It was former Red Fund League (RFL) player Ott."
    assert phrase(text, "RFL", "organization") == ("Red Fund League", "parenthesis")


def test_place_is_what_it_is_of_a_country_and_not_what_somebody_was_taken_to() -> None:
    text = "He was flown from Peru's capital, Anau, to a hospital in Lima, then."
    assert phrase(text, "Anau", "place") == ("Peru's capital", "title")


def test_place_that_goes_on_with_its_noun_is_told_whole() -> None:
    text = "They slept at Hotel Red in the Karol Bagh area of the city."
    found = phrase(text, "Hotel Red", "place", ("Karol Bagh", "GPE"))
    assert found == ("in the Karol Bagh area", "where it is")
    text = "They met at Red Plaza in the Kenya mission house."
    assert phrase(text, "Red Plaza", "place", ("Kenya", "GPE")) == ("", "none")
    text = "They met at Red Plaza in the Kenya and left."
    counted = "The Red Council of the Kenya increased it."
    assert phrase(counted, "Red Council", "organization", ("Kenya", "GPE"))[0] == "of the Kenya"
    assert phrase(text, "Red Plaza", "place", ("Kenya", "GPE"))[0] == "in the Kenya"


def test_committee_of_a_country_is_told_by_it() -> None:
    text = "The Red Committee of Peru met."
    assert phrase(text, "Red Committee", "organization")[0] == "of Peru"
    assert phrase("The Red Wing of Peru met.", "Red Wing", "organization") == ("", "none")


def test_body_that_a_spokeswoman_is_of_tells_more_than_her_title() -> None:
    text = "A note from spokeswoman Asel Omur of RFL, the old fund, came."
    found = phrase(text, "Asel Omur", "person", ("RFL", "ORG"))
    assert found == ("spokeswoman Asel Omur of RFL", "of")


def test_company_is_told_by_its_town() -> None:
    body, town, state = "organization", ("Southport", "GPE"), ("Conn.", "GPE")
    text = "It met Red Wing Inc. of Southport, Conn., there."
    found = phrase(text, "Red Wing Inc.", body, town, state)
    assert found == ("of Southport, Conn.", "where it is")
    text = "Red Wing Inc., Southport, Conn., paid."
    assert phrase(text, "Red Wing Inc.", body, town, state) == ("Southport, Conn.", "where it is")
    text = "Red Wing, Southport, Conn., paid."
    assert phrase(text, "Red Wing", body, town, state) == ("", "none")


@pytest.mark.parametrize(
    "text",
    [
        "Asel Omur co-stars alongside more robots than you can count, and it's fine.",
        "It has the usual famous actors, such as Asel Omur and Jan Ott.",
        "She met Asel Omur, the King of Peru as well as the foreign ministry, there.",
        "Fans pre-order Asel Omur there.",
    ],
)
def test_words_of_a_review_tell_nobody(text: str) -> None:
    assert phrase(text, "Asel Omur", "person")[0] == ""


def test_sentence_begins_before_what_several_are() -> None:
    found, _ = phrase("And playwrights Jan Ott, Asel Omur came.", "Asel Omur", "person")
    assert found == "playwrights Jan Ott, Asel Omur"


def test_what_takes_place_somewhere_is_not_the_place() -> None:
    text = "They show it at the fair in Osh, which takes place in May of each year."
    assert phrase(text, "Osh", "place")[0] == ""


def test_where_a_body_meets_is_not_where_it_is() -> None:
    where = ("Cape Town", "GPE")
    text = "She chaired a meeting of the Commission for Africa in Cape Town in May."
    assert phrase(text, "Commission for Africa", "organization", where)[0] == ""
    text = "She is an official at the Commission for Africa in Cape Town."
    assert phrase(text, "Commission for Africa", "organization", where)[0] == "in Cape Town"


def test_first_of_a_row_of_places_is_not_in_the_next() -> None:
    places = (("Joppa", "GPE"), ("Jerusalem", "GPE"), ("River Jordan", "LOC"))
    text = "From Joppa, Jerusalem, the River Jordan, the Sea of Tiberias, and others they came."
    assert phrase(text, "Joppa", "place", *places)[0] == ""


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("It was shown at Red Center, Kew Center, and Osh Hall.", "Red Center", ""),
        ("It was shown at Osh, Red Hall, Kew, and Rome.", "Red Hall", ""),
        ("It was shown at Red Hotel, Kew, on Monday.", "Red Hotel", "Red Hotel, Kew"),
        ("He went to Otto Lodge, Red Street, Kew.", "Red Street", "Red Street, Kew"),
        ("Care of Asel Omur, Red Square, London, W. he wrote.", "Red Square", "Red Square, London"),
    ],
)
def test_building_lies_in_the_town_behind_it_unless_that_is_the_next_of_a_row(
    text: str, name: str, words: str
) -> None:
    names = [each for each in ("Kew Center", "Kew", "London") if each in text][:1]
    assert phrase(text, name, "place", *((each, "GPE") for each in names))[0] == words


def test_body_is_in_the_town_and_not_in_the_next_body() -> None:
    text = "He taught at Red University in Jakarta, Kew University, and at home."
    names = (("Jakarta", "GPE"), ("Kew University", "ORG"))
    assert phrase(text, "Red University", "organization", *names)[0] == "in Jakarta"
