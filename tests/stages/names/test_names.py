from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.model import Claim
from annotated_reader.stages.kinds.name_kinds import described, is_hint, type_name
from annotated_reader.stages.names.names import clean_span, is_cut
from annotated_reader.stages.who_is_who.honorific import without_honorific


def cleaned(text: str, surface: str) -> str | None:
    start = text.index(surface)
    span = clean_span(text, (start, start + len(surface)))
    return None if span is None else text[slice(*span)]


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("He told the Financial Times so.", "the Financial Times", "Financial Times"),
        ("It was Kyrgyzstan’s army.", "Kyrgyzstan’s", "Kyrgyzstan"),
        ("Refugees in south Kyrgyzstan fled.", "south Kyrgyzstan", "Kyrgyzstan"),
        ("According to Mr Kaptagaev, mobs came.", "Kaptagaev", "Mr Kaptagaev"),
        ("Dr. Batyrov spoke.", "Batyrov", "Dr. Batyrov"),
        ("for Security and Co-operation in", "Security and Co", "Security and Co-operation"),
        ("From Belarus Kurmanbek Bakiyev wrote.", "Belarus Kurmanbek", "Kurmanbek"),
        ("The wind was S.W. again.", "S.W.", None),
        ("They sailed N.N.E. again.", "N.N.E.", None),
        ("It led to World War I.", "World War I.", "World War I"),
        ("DETROIT The Red Fund met.", "DETROIT The Red Fund", "Red Fund"),
        ("They had no Grand Council there.", "no Grand Council", "Grand Council"),
        ("They left Rostov-on-Don early.", "Rostov", "Rostov-on-Don"),
        ("They left Castelnau-le-Lez early.", "Castelnau", "Castelnau-le-Lez"),
        ("They lay under the lee of Little Island.", "lee of Little Island", "Little Island"),
        ("He met [George W.] Bush there.", "George W.] Bush", "Bush"),
        ("He led the [Lee] Party there.", "Lee] Party", "Lee"),
        ("The Rev. Lee, D.D., rector of it, came.", "D.", None),
        ("They held UK-France talks.", "UK", "UK"),
        ("He is of UK-Algerian descent.", "UK", "UK"),
        ("He left Congo-Brazzaville.", "Congo", "Congo-Brazzaville"),
        ("Then pro-Assad forces came.", "pro-Assad", "Assad"),
        ("Pro-Russian forces came.", "Pro-Russian", "Russian"),
        ("The Counter-Daesh Coalition met.", "Counter-Daesh Coalition", "Counter-Daesh Coalition"),
        ("Near Ar Raqqah, they met.", "Near Ar Raqqah", "Ar Raqqah"),
        ("It is on the Near North Side.", "Near North Side", "Near North Side"),
        (
            "The 321st Field Artillery Regiment left.",
            "Field Artillery Regiment",
            "321st Field Artillery Regiment",
        ),
        ("They met Spc. Ann Lee there.", "Ann Lee", "Spc. Ann Lee"),
        ("They met Jordan Dyer there.", "Jordan Dyer", "Jordan Dyer"),
        ("Then Tsar Aleksei died.", "Aleksei", "Tsar Aleksei"),
        ("It cost NZ $ 26 million.", "NZ", None),
        ("With leave of the Tsars.", "Tsars", None),
        ("He read “Manas” there.", "“Manas”", "Manas"),
        ("Comments by readers", "Comments by", "Comments"),
        ("In Washington D.C. Image: Navy.", "Washington D.C. Image", "Washington D.C."),
        ("They wear a Warhol-like wig.", "Warhol", "Warhol"),
        ("The Operation Centre (OC) met.", "Operation Centre (OC)", "Operation Centre"),
        ("There Minh (Tony) Tran spoke.", "Minh (Tony) Tran", "Minh (Tony) Tran"),
        ("The U.S. Embassy closed.", "Embassy", "U.S. Embassy"),
        ("He joined the Israeli Army.", "Army", "Israeli Army"),
        ("In Ohio Congress met.", "Congress", "Congress"),
        ("A US-built car stood there.", "US", "US"),
        ("He flew to Guinea-Bissau.", "Guinea", "Guinea-Bissau"),
        ("He saw Don Quixote.", "Quixote", "Quixote"),
        ("It was he (Jan Ott)—having left.", "Jan Ott)—having", "Jan Ott"),
        ("They saw it (Jan Ott) Lee.", "Jan Ott) Lee", "Jan Ott"),
        ("For them—Ann Lee—all was well.", "Ann Lee—all", "Ann Lee"),
        ("The Red League - Lee says no.", "Red League - Lee", "Red League"),
        ("Boston Herald / Polaris", "Boston Herald / Polaris", "Boston Herald"),
        ("So says Ann Lee http://t.co/rE6 now.", "Ann Lee http://t.co/rE6", "Ann Lee"),
        ("So says Ann Lee @annlee now.", "Ann Lee @annlee", "Ann Lee"),
        ("It names Ambrose {% now.", "Ambrose {%", "Ambrose"),
        ("The Parliament of £50 met.", "Parliament of £", "Parliament"),
        ("Thence Creed came.", "Thence Creed", "Creed"),
        ("He read AC/DC News-Press.", "AC/DC News-Press", "AC/DC News-Press"),
    ],
)
def test_edges_of_a_name_are_exact(text: str, surface: str, name: str) -> None:
    assert cleaned(text, surface) == name


@pytest.mark.parametrize(
    "surface", ["the", "2010", "Mr", "“”", "Jr", "née Buckley", "You", "I.", "Esq."]
)
def test_span_without_a_name_in_it_is_dropped(surface: str) -> None:
    assert cleaned(f"x {surface} y", surface) is None


@pytest.mark.parametrize("text", ["Born 485 B.C. he", "In the fifth century B.C. he"])
def test_letters_behind_a_year_are_no_place(text: str) -> None:
    assert cleaned(text, "B.C.") is None


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_clean_span_stays_inside_any_text(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    span = clean_span(text, (start, end))
    if span is not None:
        assert 0 <= span[0] < span[1] <= len(text)


def test_party_after_a_name_is_more_than_a_hint() -> None:
    hints = [is_hint(f"“{word}” after the name") for word in ("party", "group")]
    assert hints == [False, True]


def test_honorific_is_not_part_of_the_name() -> None:
    assert without_honorific("Mr Kaptagaev") == "Kaptagaev"


def kind(text: str, surface: str, model: str, said: str = "") -> str:
    start = text.index(surface)
    return type_name(text, (start, start + len(surface)), model, said)[0]


@pytest.mark.parametrize(
    ("text", "surface", "model", "expected"),
    [
        ("Ethnic Uzbeks fled.", "Uzbeks", "place", "group"),
        ("In Georgia it rained.", "Georgia", "person", "place"),
        ("Mr Osh spoke.", "Mr Osh", "place", "person"),
        ("He left Hamilton, Ontario, again.", "Hamilton", "person", "place"),
        ("all of Hugo, Oklahoma, came", "Hugo", "event", "place"),
        ("her home in Torkula village", "Torkula", "group", "place"),
        ("He met Hamilton, Monday said.", "Hamilton", "person", "person"),
        ("The Ministry of Health said", "Ministry of Health", "place", "organization"),
        ("Moscow State University said", "Moscow State University", "person", "organization"),
        ("the Naryn River froze", "Naryn River", "organization", "place"),
        ("the Petrograd Soviet met", "Petrograd Soviet", "place", "organization"),
        ("a Cossack came", "Cossack", "place", "group"),
        ("the Ata-Meken party lost", "Ata-Meken", "person", "organization"),
        ("shots in Naryn were heard", "Naryn", "person", "place"),
        ("on air at 6PR today", "6PR", "person", "organization"),
        ("then Agnes laughed at him", "Agnes", "organization", "person"),
        ("remained a Roman Catholic", "Roman Catholic", "person", "group"),
        ("then Christian came", "Christian", "person", "person"),
        ("a Virginian of old", "Virginian", "place", "group"),
        ("the Viennese laughed", "Viennese", "place", "group"),
        ("in Lebanon it rained", "Lebanon", "place", "place"),
        ("to MRS. ABBOT they said", "MRS. ABBOT", "organization", "person"),
        ("the Irving School District said", "Irving School District", "place", "organization"),
        ("in the film New York Minute", "New York Minute", "place", "work"),
        (
            "by the Centre for Scottish Studies",
            "Centre for Scottish Studies",
            "place",
            "organization",
        ),
        ("the César Award went", "César Award", "person", "event"),
        ("at the Guangzhou Opera House", "Guangzhou Opera House", "organization", "place"),
        ("in the Foreign Quarter, his", "Foreign Quarter", "event", "place"),
        ("then Annie Hall left", "Annie Hall", "person", "person"),
    ],
)
def test_words_in_and_around_a_name_correct_the_model(
    text: str, surface: str, model: str, expected: str
) -> None:
    assert kind(text, surface, model) == expected


def test_description_in_the_sentence_corrects_the_model() -> None:
    text = "Abdygany Erkebayev, a former speaker of parliament, led it."
    claim = Claim((0, 18), (20, 50), "appositive")
    said = described(text, [claim])
    assert kind(text, "Abdygany Erkebayev", "organization", said[0, 18]) == "person"


def test_model_is_believed_where_nothing_else_is_known() -> None:
    assert kind("She saw Ganci.", "Ganci", "person") == "person"


def test_first_word_of_a_longer_name_is_a_cut_one() -> None:
    assert is_cut("in House of Wax as", (3, 8))


def test_noun_that_is_a_name_by_itself_is_not_cut() -> None:
    assert not is_cut("in the Senate on", (7, 13))


def test_event_stays_one_though_a_place_stands_behind_it() -> None:
    assert kind("the Olympics, Michigan", "Olympics", "event", "place") == "event"


@pytest.mark.parametrize("surface", ["http://t.co/fU1QeMQP", "@AnnLee", "www.Example.org"])
def test_address_is_nobodys_name(surface: str) -> None:
    assert cleaned(f"They saw {surface} there.", surface) is None


@pytest.mark.parametrize("kind", ["place", "organization", "person"])
def test_members_of_a_party_are_a_group(kind: str) -> None:
    text = "Now House Republicans left."
    start = text.index("Rep")
    assert type_name(text, (start, start + 11), kind, "place")[0] == "group"


@pytest.mark.parametrize(("behind", "kind"), [("was long", "work"), ("made in 1999 was", "person")])
def test_name_behind_a_noun_of_a_work_is_a_title_unless_it_is_who_made_it(
    behind: str, kind: str
) -> None:
    text = f"The film Ann Lee {behind}."
    assert type_name(text, (9, 16), "person")[0] == kind


@pytest.mark.parametrize(
    ("name", "model", "kind"),
    [
        ("Benjamin Hill", "person", "person"),
        ("Dalby Hill", "person", "place"),
        ("Benjamin Hill", "place", "place"),
        ("Republic of Singapore Air Force", "place", "organization"),
        ("Ames Research Center", "place", "organization"),
        ("Ames Space Center", "organization", "place"),
        ("King Street", "person", "place"),
        ("Camp Hurriya", "organization", "place"),
        ("Kelvin Battle", "person", "person"),
        ("Jordanian", "place", "group"),
        ("Mr Street", "person", "person"),
        ("Duke of Albemarle", "organization", "person"),
        ("Grand Duke of Baden", "place", "person"),
    ],
)
def test_word_in_a_name_tells_its_kind(name: str, model: str, kind: str) -> None:
    assert type_name(f"They saw {name} there.", (9, 9 + len(name)), model)[0] == kind


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("George Lee 1/20/2005 came", "George Lee 1/20/2005", "George Lee"),
        ("Ann Lee 1805-03-04 came", "Ann Lee 1805-03-04", "Ann Lee"),
        ("Ann Lee--the third--came", "Ann Lee--the third", "Ann Lee"),
        ("Vice President Lee came", "Lee", "Vice President Lee"),
        ("First Lady Ann Lee came", "Ann Lee", "First Lady Ann Lee"),
        ("The First President Lee", "Lee", "President Lee"),
        ("Enter Ann Lee and", "Enter Ann Lee", "Ann Lee"),
        ("Portland, ME, in", "ME", "ME"),
        ("Ann Lee: Glibly", "Ann Lee: Glibly", "Ann Lee"),
        ("saw “Mr. W.” Uncle Jack then", "W.” Uncle Jack", "Uncle Jack"),
        ("saw Ann “Annie” Lee then", "Ann “Annie” Lee", "Ann “Annie” Lee"),
    ],
)
def test_name_ends_before_a_day_and_takes_its_title_in(text: str, surface: str, name: str) -> None:
    assert cleaned(text, surface) == name


@pytest.mark.parametrize("title", ["Vice President", "Vice-President", "First Lady", "President"])
def test_title_of_two_words_is_no_part_of_a_name(title: str) -> None:
    assert without_honorific(f"{title} Lee") == "Lee"


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("General ", "General Ann Lee"),
        ("Attorney General ", "Ann Lee"),
        ("UN Secretary-General ", "Ann Lee"),
        ("Brigadier General ", "General Ann Lee"),
    ],
)
def test_general_behind_an_attorney_is_no_rank(before: str, name: str) -> None:
    text = f"They met {before}Ann Lee."
    span = clean_span(text, (text.index("Ann"), len(text) - 1))
    assert span is not None
    assert text[slice(*span)] == name


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They reached the Pole at last, the South Pole.", "place"),
        ("They met the Pole at last, in the south.", "group"),
    ],
)
def test_pole_is_an_end_of_the_earth_where_its_text_names_one(text: str, kind: str) -> None:
    start = text.index("Pole")
    assert type_name(text, (start, start + 4), "group")[0] == kind


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("She is Vice President. Joe Ott left.", "Joe Ott", "Joe Ott"),
        ("He was a judge. So said the King. Ann Lee left.", "Ann Lee", "Ann Lee"),
        ("It was Gen. Ann Lee.", "Ann Lee", "Gen. Ann Lee"),
        ("the Red Party of Ontario won", "Red Party", "Red Party of Ontario"),
        ("the Red Party of Asel Lee won", "Red Party", "Red Party"),
        ("IN JONATHAN HARKER'S JOURNAL", "JONATHAN HARKER'S", "JONATHAN HARKER"),
    ],
)
def test_name_begins_behind_a_full_stop_and_ends_before_whose(
    text: str, surface: str, name: str
) -> None:
    assert cleaned(text, surface) == name


@pytest.mark.parametrize(
    ("name", "model", "kind"),
    [
        ("Vice President Ford", "person", "person"),
        ("United Nations", "place", "organization"),
        ("House of Representatives", "place", "organization"),
        ("Felix Airways", "person", "organization"),
        ("Liberal International", "person", "organization"),
        ("Norwood Oval", "person", "place"),
        ("Random House", "place", "organization"),
        ("Socotra Hotel", "organization", "place"),
    ],
)
def test_names_of_bodies_and_last_words_tell_a_kind(name: str, model: str, kind: str) -> None:
    assert kind_of(name, model) == kind


def kind_of(name: str, model: str) -> str:
    return type_name(name, (0, len(name)), model)[0]
